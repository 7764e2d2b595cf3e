#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the operating system answered when it would not do something (`errno`).
package struct SystemError: Error, Hashable, Sendable {
  package let number: Int32

  package init(_ number: Int32) {
    self.number = number
  }

  /// The answer to the call that has just failed in this thread.
  static var latest: SystemError { SystemError(errno) }

  /// In plain words: `No space left on device`.
  package var words: String { String(cString: strerror(number)) }

  static let isMissing = SystemError(ENOENT)
  static let isThere = SystemError(EEXIST)
  static let isNotFolder = SystemError(ENOTDIR)
  static let isFolder = SystemError(EISDIR)
  static let isLink = SystemError(ELOOP)
  static let isDevice = SystemError(ENXIO)
  static let isInUse = SystemError(EWOULDBLOCK)
}

/// Makes a system call, again while a signal interrupts it; what returns -1 has failed.
@discardableResult
func calling<Number: SignedInteger>(_ call: () -> Number) throws(SystemError) -> Number {
  while true {
    let result = call()
    if result != -1 { return result }
    if errno != EINTR { throw .latest }
  }
}
