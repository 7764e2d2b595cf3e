/// Takes out of a WebP file EXIF (but for the orientation), XMP and every chunk that the format
/// does not know, and sets the header's flags to what is left (RFC 9649, section 2.7).
struct WebPCleaning {
  private let bytes: [UInt8]
  private var hasExif = false
  private var hasPicture = false

  static func cleaned(_ bytes: [UInt8]) throws(Damage) -> [UInt8] {
    var cleaning = WebPCleaning(bytes: bytes)
    return try cleaning.run()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() throws(Damage) -> [UInt8] {
    var reader = try WebPReader(file: bytes)
    guard let first = try reader.next() else { throw Damage() }
    var chunks: [UInt8] = []
    chunks.reserveCapacity(bytes.count)
    switch first.type {
    case "VP8 ", "VP8L": chunks += bytes[first.range]
    case "VP8X": try appendExtended(first, rest: &reader, to: &chunks)
    default: throw Damage()
    }
    return riff(chunks)
  }

  /// A file that begins with the extended header, after which the other chunks count.
  private mutating func appendExtended(
    _ header: WebPChunk, rest reader: inout WebPReader, to chunks: inout [UInt8]
  ) throws(Damage) {
    guard header.data.count >= 10 else { throw Damage() }
    while let chunk = try reader.next() {
      try appendChunk(chunk, to: &chunks)
    }
    guard hasPicture else { throw Damage() }
    chunks = written("VP8X", data: flagged(header, chunks)) + chunks
  }

  private mutating func appendChunk(
    _ chunk: WebPChunk, to chunks: inout [UInt8]
  ) throws(Damage) {
    switch chunk.type {
    case "VP8 ", "VP8L":
      hasPicture = true
      chunks += bytes[chunk.range]
    case "ICCP", "ANIM", "ALPH": chunks += bytes[chunk.range]
    case "ANMF": chunks += written("ANMF", data: try frame(chunk))
    case "EXIF": appendOrientation(chunk, to: &chunks)
    default: break
    }
  }

  /// One frame of an animation: 16 bytes of place and time, then chunks of its own.
  private mutating func frame(_ chunk: WebPChunk) throws(Damage) -> [UInt8] {
    guard chunk.data.count >= 16 else { throw Damage() }
    let headerEnd = chunk.data.lowerBound + 16
    var frame = Array(bytes[chunk.data.lowerBound..<headerEnd])
    var reader = WebPReader(bytes, in: headerEnd..<chunk.data.upperBound)
    while let part = try reader.next() {
      guard ["ALPH", "VP8 ", "VP8L"].contains(part.type) else { continue }
      hasPicture = hasPicture || part.type != "ALPH"
      frame += bytes[part.range]
    }
    return frame
  }

  /// Some programs write JPEG's `Exif\0\0` before the block, which the format does not ask for.
  private mutating func appendOrientation(_ chunk: WebPChunk, to chunks: inout [UInt8]) {
    guard !hasExif else { return }
    hasExif = true
    let orientation = Orientation(exif: bytes, in: chunk.exifBlock(in: bytes))
    if let exif = orientation.minimalExif { chunks += written("EXIF", data: exif) }
  }

  /// The extended header with its EXIF flag (0x08) as kept, its XMP flag (0x04) off and its
  /// reserved bits zero.
  private func flagged(_ header: WebPChunk, _ chunks: [UInt8]) -> [UInt8] {
    var data = Array(bytes[header.data].prefix(10))
    var reader = WebPReader(chunks, in: chunks.indices)
    var keepsExif = false
    while let chunk = (try? reader.next()) ?? nil { keepsExif = keepsExif || chunk.type == "EXIF" }
    data[0] = data[0] & 0x32 | (keepsExif ? 0x08 : 0)
    data.replaceSubrange(1...3, with: [0, 0, 0])
    return data
  }

  private func written(_ type: String, data: [UInt8]) -> [UInt8] {
    var chunk = Array(type.utf8)
    chunk.append(littleEndian32: data.count)
    chunk += data
    if data.count % 2 == 1 { chunk.append(0) }
    return chunk
  }

  private func riff(_ chunks: [UInt8]) -> [UInt8] {
    var file = Array("RIFF".utf8)
    file.append(littleEndian32: chunks.count + 4)
    return file + "WEBP".utf8 + chunks
  }
}

extension WebPChunk {
  /// Where the TIFF structure of an `EXIF` chunk lies.
  func exifBlock(in bytes: [UInt8]) -> Range<Int> {
    data.count >= 6 && bytes.holds("Exif\0\0", at: data.lowerBound)
      ? data.lowerBound + 6..<data.upperBound : data
  }
}
