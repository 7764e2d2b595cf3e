/// The list at the end of a ZIP archive (PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16).
package struct ZipArchive {
  /// Where one entry's data lie, and how they are packed.
  package struct Entry {
    let isDeflated: Bool
    let data: Range<Int>
  }

  /// One file or folder of the list.
  package struct Listed {
    package let name: String
    package let isEncrypted: Bool
    /// Its data; `nil` where they are encrypted, packed otherwise, or not where the list says.
    package let entry: Entry?

    var isFolder: Bool { name.utf8.last == 0x2F }
  }

  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// All that the archive holds, in the order of the list; `nil` where the list is damaged.
  package var entries: [Listed]? {
    guard let end = endRecord, var offset = bytes.littleEndian32(at: end + 16),
      let count = bytes.littleEndian16(at: end + 10)
    else { return nil }
    var listed: [Listed] = []
    for _ in 0..<count {
      guard let lengths = lengths(listedAt: offset), let flags = number(offset + 8) else {
        return nil
      }
      let name = bytes[offset + 46..<offset + 46 + lengths.name]
      listed.append(
        Listed(
          name: String(decoding: name, as: UTF8.self), isEncrypted: flags & 1 == 1,
          entry: entry(listedAt: offset)))
      offset += 46 + lengths.name + lengths.others
    }
    return listed
  }

  /// The entry of this name, if it is stored or deflated and not encrypted.
  package func entry(named name: String) -> Entry? {
    guard let end = endRecord, var offset = bytes.littleEndian32(at: end + 16),
      let count = bytes.littleEndian16(at: end + 10)
    else { return nil }
    for _ in 0..<count {
      guard let lengths = lengths(listedAt: offset) else { return nil }
      if lengths.name == name.utf8.count, bytes.holds(name, at: offset + 46) {
        return entry(listedAt: offset)
      }
      offset += 46 + lengths.name + lengths.others
    }
    return nil
  }

  /// What an entry holds, unpacked; `nil` if it is damaged or would be longer than `limit`.
  package func unpacked(_ entry: Entry, atMost limit: Int) -> [UInt8]? {
    if entry.isDeflated { return Inflation.inflated(bytes[entry.data], atMost: limit) }
    return entry.data.count <= limit ? Array(bytes[entry.data]) : nil
  }

  /// How long the name of an item of the list is, and its extra fields with its comment.
  private func lengths(listedAt offset: Int) -> (name: Int, others: Int)? {
    guard bytes.holds("PK\u{1}\u{2}", at: offset), let name = number(offset + 28),
      let extra = number(offset + 30), let comment = number(offset + 32),
      offset + 46 + name <= bytes.count
    else { return nil }
    return (name, extra + comment)
  }

  private func number(_ offset: Int) -> Int? { bytes.littleEndian16(at: offset) }

  /// The end of the list, found from the archive's end, where a comment of up to 65,535 bytes may
  /// follow it.
  private var endRecord: Int? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    return (max(0, last - 65_535)...last).last { bytes.holds("PK\u{5}\u{6}", at: $0) }
  }

  private func entry(listedAt offset: Int) -> Entry? {
    guard let flags = number(offset + 8), flags & 1 == 0,
      let method = number(offset + 10), method == 0 || method == 8,
      let size = bytes.littleEndian32(at: offset + 20),
      let header = bytes.littleEndian32(at: offset + 42), bytes.holds("PK\u{3}\u{4}", at: header),
      let nameLength = number(header + 26), let extraLength = number(header + 28)
    else { return nil }
    let start = header + 30 + nameLength + extraLength
    guard start + size <= bytes.count else { return nil }
    return Entry(isDeflated: method == 8, data: start..<start + size)
  }
}
