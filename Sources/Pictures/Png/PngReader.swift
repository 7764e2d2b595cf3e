/// One chunk of a PNG file (PNG specification, section 5.3).
struct PngChunk {
  let type: String
  /// Length, type, data and checksum.
  let range: Range<Int>
  let data: Range<Int>

  /// Whether a decoder that does not know this chunk must give up: its first letter is a capital.
  var isCritical: Bool { type.utf8.first.map { $0 & 0x20 == 0 } ?? false }
}

/// Steps through the chunks of a PNG file up to IEND; what follows that is never looked at.
struct PngReader {
  private let bytes: [UInt8]
  private var offset = 8
  private var hasEnded = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next chunk, IEND included; `nil` after it.
  mutating func next() throws(Damage) -> PngChunk? {
    if hasEnded { return nil }
    guard let length = bytes.bigEndian32(at: offset), offset + 12 + length <= bytes.count
    else { throw Damage() }
    let name = bytes[offset + 4..<offset + 8]
    guard name.allSatisfy(\.isASCIILetter) else { throw Damage() }
    let data = offset + 8..<offset + 8 + length
    let chunk = PngChunk(
      type: String(decoding: name, as: UTF8.self), range: offset..<data.upperBound + 4, data: data)
    offset = chunk.range.upperBound
    hasEnded = chunk.type == "IEND"
    return chunk
  }
}
