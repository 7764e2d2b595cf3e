#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The stamp of the program that is running, by which one build of it is told from another; `nil`
/// where the system doesn't say which file it is.
package var stampOfThisProgram: FileStamp? {
  #if canImport(Darwin)
    var length: UInt32 = 0
    _ = _NSGetExecutablePath(nil, &length)
    var path = [CChar](repeating: 0, count: Int(length) + 1)
    guard _NSGetExecutablePath(&path, &length) == 0 else { return nil }
    return (try? FileStatus(following: String(cString: path))).map { FileStamp($0) }
  #else
    return (try? FileStatus(following: "/proc/self/exe")).map { FileStamp($0) }
  #endif
}
