/// Takes out of a GIF file comments, XMP and any other application's block but the three that
/// change how it looks, and all that follows the trailer (GIF89a specification).
struct GifCleaning {
  private enum Introducer {
    static let extensionBlock = 0x21
    static let imageDescriptor = 0x2C
    static let trailer = 0x3B
    static let graphicControl = 0xF9
    static let plainText = 0x01
    static let application = 0xFF
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var output: [UInt8] = []

  static func cleaned(_ bytes: [UInt8]) throws(Damage) -> [UInt8] {
    var cleaning = GifCleaning(bytes: bytes)
    try cleaning.run()
    return cleaning.output
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count)
  }

  private mutating func run() throws(Damage) {
    try skip(10)
    try skipColourTable()
    try skip(2)
    keep(from: 0)
    var hasImage = false
    while let introducer = bytes.byte(at: offset), introducer != Introducer.trailer {
      hasImage = hasImage || introducer == Introducer.imageDescriptor
      try block(introducer)
    }
    guard hasImage else { throw Damage() }
    // A file that stops between two blocks shows whole in every browser: it gets its trailer.
    output.append(UInt8(Introducer.trailer))
  }

  private mutating func block(_ introducer: Int) throws(Damage) {
    let start = offset
    switch introducer {
    case Introducer.extensionBlock:
      let isKept = isPicturePart
      try skip(2)
      try skipSubBlocks()
      if isKept { keep(from: start) }
    case Introducer.imageDescriptor:
      try skip(9)
      try skipColourTable()
      try skip(1)
      try skipSubBlocks()
      keep(from: start)
    default: throw Damage()
    }
  }

  /// Whether the extension block here belongs to the picture: timing and transparency, drawn
  /// text, how often an animation repeats, a colour profile.
  private var isPicturePart: Bool {
    switch bytes.byte(at: offset + 1) {
    case Introducer.graphicControl, Introducer.plainText: true
    case Introducer.application:
      ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"].contains { bytes.holds($0, at: offset + 3) }
    default: false
    }
  }

  private mutating func skip(_ length: Int) throws(Damage) {
    guard offset + length <= bytes.count else { throw Damage() }
    offset += length
  }

  /// The byte here says in its highest bit whether a table of colours follows, and in its lowest
  /// three how long it is; after a screen descriptor's byte two others come first, which leaves
  /// the sum the same.
  private mutating func skipColourTable() throws(Damage) {
    guard let flags = bytes.byte(at: offset) else { throw Damage() }
    try skip(1)
    if flags & 0x80 != 0 { try skip(3 << (flags & 7 + 1)) }
  }

  private mutating func skipSubBlocks() throws(Damage) {
    while let length = bytes.byte(at: offset) {
      try skip(length + 1)
      if length == 0 { return }
    }
    throw Damage()
  }

  private mutating func keep(from start: Int) {
    output += bytes[start..<offset]
  }
}

extension PictureSize {
  /// The logical screen of a GIF file.
  init?(gif bytes: [UInt8]) {
    guard let width = bytes.littleEndian16(at: 6), let height = bytes.littleEndian16(at: 8)
    else { return nil }
    self.init(width: width, height: height)
  }
}
