extension PictureSize {
  /// The size that a JPEG's frame header tells, turned as its EXIF orientation says.
  init?(jpeg bytes: [UInt8]) {
    guard var reader = try? JpegReader(bytes) else { return nil }
    var orientation: Orientation?
    var frame: JpegSegment?
    while let segment = (try? reader.next()) ?? nil,
      segment.marker != JpegSegment.Marker.startOfScan
    {
      if let block = segment.exifBlock(in: bytes), orientation == nil {
        orientation = Orientation(exif: bytes, in: block)
      }
      if segment.isStartOfFrame, frame == nil { frame = segment }
    }
    guard let frame else { return nil }
    self.init(frame: frame, in: bytes, turned: orientation ?? .upright)
  }

  /// A frame header: precision, lines (2 bytes), samples a line (2 bytes) (T.81, B.2.2).
  private init?(frame: JpegSegment, in bytes: [UInt8], turned orientation: Orientation) {
    let start = frame.parameters.lowerBound
    guard frame.parameters.count >= 6, let height = bytes.bigEndian16(at: start + 1),
      let width = bytes.bigEndian16(at: start + 3)
    else { return nil }
    self.init(width: width, height: height, turned: orientation)
  }
}
