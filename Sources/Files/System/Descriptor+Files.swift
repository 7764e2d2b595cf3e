#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// Whole files in one folder. Whoever looks sees the old bytes or the new, never a part of them.

extension Descriptor {
  /// Whether anything has this name, be it a link that leads nowhere.
  func holds(_ name: String) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try status(of: name)
      return true
    } catch {
      if error == .isMissing { return false }
      throw error
    }
  }

  /// Writes a file in place of the one that is there, unless that holds these bytes already.
  ///
  /// A link or anything else that is no file is an error.
  func replaceFile(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    if try holdsFile(name, of: bytes) { return }
    try stage(bytes) { staged throws(SystemError) in
      try rename(staged, into: self, as: name)
    }
  }

  /// Writes a new file; where anything has its name already, the error is `isThere`.
  ///
  /// The name is given by a hard link, which never takes the place of another file. Where the disk
  /// has no hard links, as on memory sticks, the file is written under its own name.
  func addFile(_ name: String, _ bytes: [UInt8]) throws(SystemError) {
    var hasNoLinks = false
    try stage(bytes) { staged throws(SystemError) in
      do throws(SystemError) {
        try calling { linkat(number, staged, number, name, 0) }
      } catch {
        guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(error.number) else {
          throw error
        }
        hasNoLinks = true
      }
      try removeFile(staged)
    }
    guard hasNoLinks else { return }
    let file = try newFile(name)
    do throws(SystemError) {
      try file.write(bytes)
      try file.synchronise()
    } catch {
      try? removeFile(name)
      throw error
    }
  }

  /// Writes a file beside those that it is to stand among, and hands its name to `place`.
  private func stage(
    _ bytes: [UInt8], _ place: (String) throws(SystemError) -> Void
  ) throws(SystemError) {
    let name = ".handbook-new-\(getpid())"
    // What a process of the same number left that was killed.
    try? removeFile(name)
    let file = try newFile(name)
    do throws(SystemError) {
      try file.write(bytes)
      try file.synchronise()
      try place(name)
    } catch {
      try? removeFile(name)
      throw error
    }
  }

  private func holdsFile(_ name: String, of bytes: [UInt8]) throws(SystemError) -> Bool {
    do throws(SystemError) {
      let file = try file(name)
      guard try file.status().kind != .other else { throw SystemError.isDevice }
      return try file.holds(bytes)
    } catch {
      if error == .isMissing { return false }
      throw error
    }
  }
}
