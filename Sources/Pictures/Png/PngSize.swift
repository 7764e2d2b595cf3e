extension PictureSize {
  /// The size in a PNG's first chunk, turned as a chunk of EXIF says (PNG specification, 11.2.1).
  init?(png bytes: [UInt8]) {
    var reader = PngReader(bytes)
    guard let header = (try? reader.next()) ?? nil, header.type == "IHDR",
      header.data.count == 13, let width = bytes.bigEndian32(at: header.data.lowerBound),
      let height = bytes.bigEndian32(at: header.data.lowerBound + 4)
    else { return nil }
    var orientation = Orientation.upright
    while let chunk = (try? reader.next()) ?? nil {
      guard chunk.type == "eXIf" else { continue }
      orientation = Orientation(exif: bytes, in: chunk.data)
      break
    }
    self.init(width: width, height: height, turned: orientation)
  }
}
