/// What the directory at the end of a ZIP archive says of the files in it (PKWARE's APPNOTE 6.3.10,
/// §4.3.12 and §4.3.16): how many there are, and how large they will be.
struct ArchiveListing: Hashable {
  private(set) var fileCount = 0
  /// Of all files together, unpacked.
  private(set) var size = 0

  /// `nil` for bytes that are no such archive.
  init?(_ bytes: [UInt8]) {
    guard let end = Self.endRecord(in: bytes) else { return nil }
    var position = bytes.number(at: end + 16, length: 4)
    // One file more than the count tells would be read too, so the count is not relied upon.
    while position + 46 <= end, bytes[position...].starts(with: [0x50, 0x4B, 0x01, 0x02]) {
      fileCount += 1
      // An archive of the kind that is larger than 4 GiB has the largest number here.
      size += bytes.number(at: position + 24, length: 4)
      position +=
        46
        + [28, 30, 32].reduce(0) { $0 + bytes.number(at: position + $1, length: 2) }
    }
    guard position == end || fileCount > 0 else { return nil }
  }

  /// Where the record begins that closes the archive; only a comment may follow it.
  private static func endRecord(in bytes: [UInt8]) -> Int? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    return stride(from: last, through: max(0, last - 65_535), by: -1).first {
      bytes[$0] == 0x50 && bytes[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06])
    }
  }
}

extension [UInt8] {
  /// A number whose lowest byte comes first.
  fileprivate func number(at start: Int, length: Int) -> Int {
    (0..<length).reduce(0) { $0 | Int(self[start + $1]) << (8 * $1) }
  }
}
