/// One segment of a JPEG file: a marker, its parameters, and after a start of scan the compressed
/// pictures as well (ITU-T T.81, annex B).
struct JpegSegment {
  /// The marker codes that matter here.
  enum Marker {
    static let startOfImage = 0xD8
    static let endOfImage = 0xD9
    static let startOfScan = 0xDA
    static let comment = 0xFE
    static let app0 = 0xE0
    static let app1 = 0xE1
    static let app2 = 0xE2
    static let app14 = 0xEE
    static let temporary = 0x01
    static let restarts = 0xD0...0xD7
    static let applications = 0xE0...0xEF
    static let extensions = 0xF0...0xFD
  }

  let marker: Int
  /// All of the segment: fill bytes before its marker, the marker, the parameters, any scan data.
  let range: Range<Int>
  /// The parameters after the length field.
  let parameters: Range<Int>

  /// Whether this begins a frame, and so tells the picture's size: SOF0 to SOF15, without the
  /// three codes among them that mean DHT, JPG and DAC.
  var isStartOfFrame: Bool {
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
  }

  /// Where an EXIF block's TIFF structure lies, if this segment holds one.
  func exifBlock(in bytes: [UInt8]) -> Range<Int>? {
    guard marker == Marker.app1, parameters.count >= 6,
      bytes.holds("Exif\0", at: parameters.lowerBound)
    else { return nil }
    return parameters.lowerBound + 6..<parameters.upperBound
  }
}
