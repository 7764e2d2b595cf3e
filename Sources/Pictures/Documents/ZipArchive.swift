/// The list at the end of a ZIP archive, read as far as finding one entry needs (PKWARE's
/// APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16).
struct ZipArchive {
  /// Where one entry's data lie, and how they are packed.
  struct Entry {
    let isDeflated: Bool
    let data: Range<Int>
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The entry of this name, if it is stored or deflated and not encrypted.
  func entry(named name: String) -> Entry? {
    guard let end = endRecord, var offset = bytes.littleEndian32(at: end + 16),
      let count = bytes.littleEndian16(at: end + 10)
    else { return nil }
    for _ in 0..<count {
      guard bytes.holds("PK\u{1}\u{2}", at: offset), let nameLength = length(offset + 28),
        let extraLength = length(offset + 30), let commentLength = length(offset + 32)
      else { return nil }
      if nameLength == name.utf8.count, bytes.holds(name, at: offset + 46) {
        return entry(listedAt: offset)
      }
      offset += 46 + nameLength + extraLength + commentLength
    }
    return nil
  }

  private func length(_ offset: Int) -> Int? { bytes.littleEndian16(at: offset) }

  /// The end of the list, found from the archive's end, where a comment of up to 65,535 bytes may
  /// follow it.
  private var endRecord: Int? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    return (max(0, last - 65_535)...last).last { bytes.holds("PK\u{5}\u{6}", at: $0) }
  }

  private func entry(listedAt offset: Int) -> Entry? {
    guard let flags = bytes.littleEndian16(at: offset + 8), flags & 1 == 0,
      let method = bytes.littleEndian16(at: offset + 10), method == 0 || method == 8,
      let size = bytes.littleEndian32(at: offset + 20),
      let header = bytes.littleEndian32(at: offset + 42), bytes.holds("PK\u{3}\u{4}", at: header),
      let nameLength = length(header + 26), let extraLength = length(header + 28)
    else { return nil }
    let start = header + 30 + nameLength + extraLength
    guard start + size <= bytes.count else { return nil }
    return Entry(isDeflated: method == 8, data: start..<start + size)
  }
}
