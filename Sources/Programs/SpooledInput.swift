#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Much that a program is to read, in a file that has no name and goes when we let go of it.
///
/// A pipe holds 64 KB: to hand over a hundred megabytes through it, two programs wake each other
/// thousands of times, which took half as long again as git took for the work.
final class SpooledInput {
  let descriptor: Int32
  private let file: UnsafeMutablePointer<FILE>

  /// `nil` for what a pipe holds, and where no file can be had: a pipe does as well.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 1 << 16, let file = tmpfile() else { return nil }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else {
      fclose(file)
      return nil
    }
    rewind(file)
    self.file = file
    descriptor = fileno(file)
  }

  deinit { fclose(file) }
}
