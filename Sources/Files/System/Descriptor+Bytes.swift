#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Descriptor {
  /// Reads from where the file stands to its end, but at most one byte more than `size`: enough
  /// to see that a file has grown.
  func read(expecting size: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      do throws(SystemError) {
        count = try fill(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether what the file holds, from where it stands to its end, is `bytes`.
  func holds(_ bytes: [UInt8]) throws(SystemError) -> Bool {
    let found = try read(expecting: bytes.count)
    guard found.count == bytes.count else { return false }
    return found.withUnsafeBytes { left in
      bytes.withUnsafeBytes { right in
        guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else {
          return true
        }
        return memcmp(leftStart, rightStart, left.count) == 0
      }
    }
  }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      written += try calling {
        bytes.withUnsafeBytes { buffer in
          platformWrite(number, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        }
      }
    }
  }

  /// Sets when the file was written last, in nanoseconds since 1970.
  func setModified(_ time: Int64) throws(SystemError) {
    let (seconds, rest) = time.quotientAndRemainder(dividingBy: 1_000_000_000)
    let moment = timespec(tv_sec: Int(seconds), tv_nsec: Int(rest))
    let times = [moment, moment]
    try calling { futimens(number, times) }
  }

  /// Writes from a place on, whatever else is written meanwhile.
  func write(_ bytes: [UInt8], at start: Int) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      written += try calling {
        bytes.withUnsafeBytes { buffer in
          pwrite(
            number, buffer.baseAddress.map { $0 + written }, buffer.count - written,
            off_t(start + written))
        }
      }
    }
  }

  /// Reads from a place on; fewer than `count` bytes where the file ends before.
  func read(_ count: Int, at start: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemError) {
        while filled < count {
          let (place, rest) = (filled, count - filled)
          let more = try calling {
            pread(number, buffer.baseAddress.map { $0 + place }, rest, off_t(start + place))
          }
          if more == 0 { break }
          filled += more
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Waits until the bytes are on the disk itself, where they outlive a power cut.
  func synchronise() throws(SystemError) {
    try calling { fsync(number) }
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    var count = 0
    while count < buffer.count {
      let more = try calling {
        platformRead(number, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      }
      count += more
      // A short answer at the expected size is the end: no second call to be told so.
      if more == 0 || count == buffer.count - 1 { break }
    }
    return count
  }
}

// The methods above hide the functions of the same names.
private let platformRead = read
private let platformWrite = write
