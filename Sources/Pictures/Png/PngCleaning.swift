/// Takes out of a PNG file every chunk that is not the picture: texts, times, EXIF but for the
/// orientation, and whatever follows IEND.
struct PngCleaning {
  private let bytes: [UInt8]
  private var hasExif = false
  private var hasData = false
  private var hasHeader = false

  static func cleaned(_ bytes: [UInt8]) throws(Damage) -> [UInt8] {
    var cleaning = PngCleaning(bytes: bytes)
    return try cleaning.run()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() throws(Damage) -> [UInt8] {
    var output = Array(bytes.prefix(8))
    output.reserveCapacity(bytes.count)
    var reader = PngReader(bytes)
    while let chunk = try reader.next() {
      try appendChunk(chunk, to: &output)
    }
    guard hasData else { throw Damage() }
    return output
  }

  private mutating func appendChunk(_ chunk: PngChunk, to output: inout [UInt8]) throws(Damage) {
    let isHeader = chunk.type == "IHDR"
    guard isHeader != hasHeader, !isHeader || chunk.data.count == 13 else { throw Damage() }
    hasHeader = true
    hasData = hasData || chunk.type == "IDAT"
    if chunk.type == "eXIf" {
      appendOrientation(chunk, to: &output)
    } else if chunk.type == "IEND" {
      appendChunk(chunk, data: [], to: &output)
    } else if pictureChunks.contains(chunk.type) {
      output += bytes[chunk.range]
    } else if chunk.isCritical {
      throw Damage()
    }
  }

  private mutating func appendOrientation(_ chunk: PngChunk, to output: inout [UInt8]) {
    guard !hasExif else { return }
    hasExif = true
    guard let exif = Orientation(exif: bytes, in: chunk.data).minimalExif else { return }
    appendChunk(chunk, data: exif, to: &output)
  }

  /// Writes a chunk again; one that is already as it should be keeps its own bytes.
  private func appendChunk(_ chunk: PngChunk, data: [UInt8], to output: inout [UInt8]) {
    guard !bytes[chunk.data].elementsEqual(data) else {
      output += bytes[chunk.range]
      return
    }
    let typed = chunk.type.utf8 + data
    output.append(bigEndian32: data.count)
    output += typed
    output.append(bigEndian32: cyclicRedundancyCheck(typed))
  }
}

/// The chunks that change how a picture looks, animation and colour included.
private let pictureChunks: Set<String> = [
  "IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL",
  "fdAT", "cICP", "mDCV", "cLLI", "IDAT",
]
