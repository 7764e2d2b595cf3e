/// One chunk of a WebP file, which is a RIFF file (RFC 9649, section 2.3).
struct WebPChunk {
  /// Four characters, such as `VP8X` or `EXIF`.
  let type: String
  /// Type, size, data and the byte that pads an odd size.
  let range: Range<Int>
  let data: Range<Int>
}

/// Steps through the chunks that lie within one range of a WebP file.
struct WebPReader {
  private let bytes: [UInt8]
  private var rest: Range<Int>

  /// - Parameter range: where whole chunks lie, end to end.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    rest = range
  }

  /// Reads a whole file: RIFF, the size of what follows, WEBP, chunks.
  ///
  /// What lies past that size is never looked at.
  init(file bytes: [UInt8]) throws(Damage) {
    guard bytes.holds("RIFF"), bytes.holds("WEBP", at: 8), let size = bytes.littleEndian32(at: 4),
      size >= 4, size + 8 <= bytes.count
    else { throw Damage() }
    self.init(bytes, in: 12..<size + 8)
  }

  mutating func next() throws(Damage) -> WebPChunk? {
    if rest.isEmpty { return nil }
    let start = rest.lowerBound
    guard rest.count >= 8, let size = bytes.littleEndian32(at: start + 4) else { throw Damage() }
    let data = start + 8..<start + 8 + size
    let end = data.upperBound + size % 2
    guard end <= rest.upperBound else { throw Damage() }
    rest = end..<rest.upperBound
    return WebPChunk(
      type: String(decoding: bytes[start..<start + 4], as: UTF8.self), range: start..<end,
      data: data)
  }
}
