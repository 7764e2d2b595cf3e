/// Takes out of a JPEG file what is not the picture: every application segment and comment but
/// the four that change how it looks (EXIF's orientation, JFIF, the ICC profile, Adobe's colour
/// transform), and all that follows the end of image.
struct JpegCleaning {
  private let bytes: [UInt8]
  private var hasExif = false
  private var hasFrame = false
  private var hasScan = false

  static func cleaned(_ bytes: [UInt8]) throws(Damage) -> [UInt8] {
    var cleaning = JpegCleaning(bytes: bytes)
    return try cleaning.run()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() throws(Damage) -> [UInt8] {
    var output: [UInt8] = [0xFF, 0xD8]
    output.reserveCapacity(bytes.count)
    var reader = try JpegReader(bytes)
    while let segment = try reader.next() {
      hasFrame = hasFrame || segment.isStartOfFrame
      hasScan = hasScan || segment.marker == JpegSegment.Marker.startOfScan
      appendSegment(segment, to: &output)
    }
    guard hasFrame, hasScan else { throw Damage() }
    return output
  }

  private mutating func appendSegment(_ segment: JpegSegment, to output: inout [UInt8]) {
    switch segment.marker {
    case JpegSegment.Marker.app0: appendJFIF(segment, to: &output)
    case JpegSegment.Marker.app1: appendOrientation(segment, to: &output)
    case JpegSegment.Marker.app2: appendProfile(segment, to: &output)
    case JpegSegment.Marker.app14: appendAdobe(segment, to: &output)
    case JpegSegment.Marker.applications, JpegSegment.Marker.extensions,
      JpegSegment.Marker.comment:
      break
    default: output += bytes[segment.range]
    }
  }

  /// JFIF's version and density, without its thumbnail (JFIF 1.02: the last two of its 14 bytes
  /// are the thumbnail's sides).
  private func appendJFIF(_ segment: JpegSegment, to output: inout [UInt8]) {
    let start = segment.parameters.lowerBound
    guard bytes.holds("JFIF\0", at: start), segment.parameters.count >= 14 else { return }
    appendSegment(segment, parameters: bytes[start..<start + 12] + [0, 0], to: &output)
  }

  /// Only the first EXIF block counts for a decoder, so a second one tells nothing.
  private mutating func appendOrientation(_ segment: JpegSegment, to output: inout [UInt8]) {
    guard !hasExif, let block = segment.exifBlock(in: bytes) else { return }
    hasExif = true
    guard let exif = Orientation(exif: bytes, in: block).minimalExif else { return }
    appendSegment(segment, parameters: "Exif\0\0".utf8 + exif, to: &output)
  }

  private func appendProfile(_ segment: JpegSegment, to output: inout [UInt8]) {
    guard bytes.holds("ICC_PROFILE\0", at: segment.parameters.lowerBound) else { return }
    output += bytes[segment.range]
  }

  /// Adobe's segment tells decoders how the colours are coded, in twelve bytes.
  private func appendAdobe(_ segment: JpegSegment, to output: inout [UInt8]) {
    let start = segment.parameters.lowerBound
    guard bytes.holds("Adobe", at: start), segment.parameters.count >= 12 else { return }
    appendSegment(segment, parameters: bytes[start..<start + 12], to: &output)
  }

  /// Writes a segment again; one that is already as it should be keeps its own bytes, the fill
  /// bytes before it included.
  private func appendSegment(
    _ segment: JpegSegment, parameters: some Collection<UInt8>, to output: inout [UInt8]
  ) {
    if bytes[segment.parameters].elementsEqual(parameters) {
      output += bytes[segment.range]
    } else {
      output += [0xFF, UInt8(truncatingIfNeeded: segment.marker)]
      output.append(bigEndian16: parameters.count + 2)
      output += parameters
    }
  }
}
