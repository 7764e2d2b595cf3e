/// The first directory of a TIFF structure, which is what an EXIF block is inside (TIFF 6.0,
/// section 2).
///
/// ```
/// "II*\0" or "MM\0*" · offset of the directory ──► count · entries of 12 bytes
/// ```
struct TiffDirectory {
  /// The tags of one directory entry that matter here.
  enum Tag {
    static let orientation = 0x0112
    static let artist = 0x013B
    /// The author as Windows writes it.
    static let windowsAuthor = 0x9C9D
    static let place = 0x8825
    /// What tells of a person, a place or a device: Artist, Make, Model, Software, Copyright,
    /// DateTime, XMP, IPTC, Photoshop's resources, the EXIF and the GPS directories.
    static let personal: Set<Int> = [
      0x013B, 0x010F, 0x0110, 0x0131, 0x8298, 0x0132, 0x02BC, 0x83BB, 0x8649, 0x8769, 0x8825,
    ]
  }

  private let bytes: [UInt8]
  private let block: Range<Int>
  private let isLittleEndian: Bool
  private let entries: Int
  private let entryCount: Int

  /// - Parameter block: where in `bytes` the TIFF structure lies; its offsets count from there.
  init?(_ bytes: [UInt8], in block: Range<Int>) {
    guard block.count >= 8, block.upperBound <= bytes.count else { return nil }
    let isLittleEndian = bytes.holds("II*\0", at: block.lowerBound)
    guard isLittleEndian || bytes.holds("MM\0*", at: block.lowerBound) else { return nil }
    let pointer = block.lowerBound + 4
    let little = isLittleEndian ? bytes.littleEndian32(at: pointer) : nil
    guard let offset = little ?? bytes.bigEndian32(at: pointer) else { return nil }
    self.init(bytes, in: block, at: offset, isLittleEndian: isLittleEndian)
  }

  /// The directory at an offset of the structure.
  private init?(_ bytes: [UInt8], in block: Range<Int>, at offset: Int, isLittleEndian: Bool) {
    self.bytes = bytes
    self.block = block
    self.isLittleEndian = isLittleEndian
    let start = block.lowerBound + offset
    guard start + 2 <= block.upperBound else { return nil }
    let stated = isLittleEndian ? bytes.littleEndian16(at: start) : bytes.bigEndian16(at: start)
    entries = start + 2
    entryCount = min(stated ?? 0, (block.upperBound - entries) / 12)
  }

  /// The tags of the directory, in its order.
  var tags: [Int] {
    (0..<entryCount).compactMap { number16(at: entries + $0 * 12) }
  }

  /// How the picture is turned, where the block says so in a form that readers accept.
  var orientation: Orientation? {
    for entry in 0..<entryCount {
      let offset = entries + entry * 12
      guard number16(at: offset) == Tag.orientation else { continue }
      let isShort = number16(at: offset + 2) == 3
      return isShort ? number16(at: offset + 8).flatMap(Orientation.init(rawValue:)) : nil
    }
    return nil
  }

  /// Whether the GPS directory holds a place (EXIF 2.32, section 4.6.6): a latitude or longitude,
  /// that of a destination, or the name of an area.
  ///
  /// One that cannot be read counts as holding it; one of version and time alone does not.
  var tellsPlace: Bool {
    guard let entry = entry(of: Tag.place) else { return false }
    guard let offset = number32(at: entry + 8),
      let directory = TiffDirectory(bytes, in: block, at: offset, isLittleEndian: isLittleEndian)
    else { return true }
    return directory.tags.contains { (1...4).contains($0) || (19...22).contains($0) || $0 == 28 }
  }

  /// Whether the artist or author has a name that is not blank.
  var namesAuthor: Bool {
    [Tag.artist, Tag.windowsAuthor].contains { tag in
      guard let entry = entry(of: tag), let count = number32(at: entry + 4),
        let offset = number32(at: entry + 8)
      else { return false }
      let start = count <= 4 ? entry + 8 : block.lowerBound + offset
      guard start < block.upperBound else { return false }
      return bytes[start..<min(start + min(count, 256), block.upperBound)].contains { $0 > 0x20 }
    }
  }

  private func entry(of tag: Int) -> Int? {
    (0..<entryCount).map { entries + $0 * 12 }.first { number16(at: $0) == tag }
  }

  private func number32(at offset: Int) -> Int? {
    isLittleEndian ? bytes.littleEndian32(at: offset) : bytes.bigEndian32(at: offset)
  }

  private func number16(at offset: Int) -> Int? {
    isLittleEndian ? bytes.littleEndian16(at: offset) : bytes.bigEndian16(at: offset)
  }
}
