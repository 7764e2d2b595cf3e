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
    self.bytes = bytes
    self.block = block
    isLittleEndian = bytes.holds("II*\0", at: block.lowerBound)
    guard isLittleEndian || bytes.holds("MM\0*", at: block.lowerBound) else { return nil }
    let pointer = block.lowerBound + 4
    let little = isLittleEndian ? bytes.littleEndian32(at: pointer) : nil
    guard let offset = little ?? bytes.bigEndian32(at: pointer) else { return nil }
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

  private func number16(at offset: Int) -> Int? {
    isLittleEndian ? bytes.littleEndian16(at: offset) : bytes.bigEndian16(at: offset)
  }
}
