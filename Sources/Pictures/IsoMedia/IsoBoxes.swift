/// One box of an ISO base media file, the container of AVIF, HEIC, JPEG XL and MP4 (ISO/IEC
/// 14496-12, section 4.2).
struct IsoBox {
  /// Four bytes, as a number: not all are ASCII.
  let type: Int
  /// What follows the size and the type.
  let content: Range<Int>

  init(type: Int, content: Range<Int>) {
    self.type = type
    self.content = content
  }

  func isA(_ name: String) -> Bool { type == IsoBox.type(name) }

  /// The number of a name of four characters of Latin-1, such as `©xyz`.
  static func type(_ name: String) -> Int {
    name.unicodeScalars.reduce(0) { $0 << 8 | Int($1.value & 0xFF) }
  }
}

/// The boxes that lie end to end in one range of a file; a damaged one ends the sequence, and
/// `isWhole` is then false.
struct IsoBoxes {
  private(set) var boxes: [IsoBox] = []
  private(set) var isWhole = true

  init(_ bytes: [UInt8], in range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let box = Self.box(bytes, at: offset, end: range.upperBound) else {
        isWhole = false
        return
      }
      boxes.append(box)
      offset = box.content.upperBound
    }
  }

  func first(_ name: String) -> IsoBox? { boxes.first { $0.isA(name) } }

  /// A size of 1 means that eight bytes of size follow the type, a size of 0 "to the end".
  private static func box(_ bytes: [UInt8], at offset: Int, end: Int) -> IsoBox? {
    guard offset + 8 <= end, let size = bytes.bigEndian32(at: offset),
      let type = bytes.bigEndian32(at: offset + 4)
    else { return nil }
    switch size {
    case 0: return IsoBox(type: type, content: offset + 8..<end)
    case 1:
      guard bytes.bigEndian32(at: offset + 8) == 0, let long = bytes.bigEndian32(at: offset + 12),
        long >= 16, offset + long <= end
      else { return nil }
      return IsoBox(type: type, content: offset + 16..<offset + long)
    default:
      guard size >= 8, offset + size <= end else { return nil }
      return IsoBox(type: type, content: offset + 8..<offset + size)
    }
  }
}
