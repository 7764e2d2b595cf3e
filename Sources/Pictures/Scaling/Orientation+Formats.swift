extension Orientation {
  /// How a picture of a format that is scaled is turned for display.
  init(of bytes: [UInt8], _ format: FileFormat) {
    let block =
      switch format {
      case .jpeg: exifBlock(ofJpeg: bytes)
      case .png: exifBlock(ofPng: bytes)
      case .webp: exifBlock(ofWebP: bytes)
      default: nil as Range<Int>?
      }
    self = block.map { Orientation(exif: bytes, in: $0) } ?? .upright
  }
}

private func exifBlock(ofJpeg bytes: [UInt8]) -> Range<Int>? {
  guard var reader = try? JpegReader(bytes) else { return nil }
  while let segment = (try? reader.next()) ?? nil,
    segment.marker != JpegSegment.Marker.startOfScan
  {
    if let block = segment.exifBlock(in: bytes) { return block }
  }
  return nil
}

private func exifBlock(ofPng bytes: [UInt8]) -> Range<Int>? {
  var reader = PngReader(bytes)
  while let chunk = (try? reader.next()) ?? nil {
    if chunk.type == "eXIf" { return chunk.data }
  }
  return nil
}

private func exifBlock(ofWebP bytes: [UInt8]) -> Range<Int>? {
  guard var reader = try? WebPReader(file: bytes) else { return nil }
  while let chunk = (try? reader.next()) ?? nil {
    if chunk.type == "EXIF" { return chunk.exifBlock(in: bytes) }
  }
  return nil
}
