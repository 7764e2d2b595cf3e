#if canImport(Darwin)
  import Darwin
  import System
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
#if !canImport(Darwin)
  import SystemPackage
#endif

/// What a program is to read, in a file that has no name and goes when we let go of it.
///
/// A pipe holds 64 KB: to hand over a hundred megabytes through it, two programs wake each other
/// thousands of times, which took half as long again as git took for the work. And a program that
/// ends before it has read a pipe ends us too: Subprocess 1.0.2 stops with a fatal error then.
final class SpooledInput {
  let file: FileDescriptor

  /// `nil` where no file can be had.
  init?(_ bytes: [UInt8]) {
    guard let file = FileDescriptor.nameless() else { return nil }
    self.file = file
    do {
      try file.writeAll(bytes)
      try file.seek(offset: 0, from: .start)
    } catch {
      return nil
    }
  }

  deinit { try? file.close() }
}

extension FileDescriptor {
  /// Opens a new file where the system keeps what is needed for a moment, and takes its name away.
  fileprivate static func nameless() -> FileDescriptor? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var name = Array("\(folder.isEmpty ? "/tmp" : folder)/handbook-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    unlink(name)
    return FileDescriptor(rawValue: descriptor)
  }
}
