/// Steps through the segments of a JPEG file, from the one after the start of image to the end
/// of image; what follows that is never looked at.
struct JpegReader {
  private let bytes: [UInt8]
  private var offset = 2
  private var hasEnded = false

  init(_ bytes: [UInt8]) throws(Damage) {
    guard bytes.holds([0xFF, 0xD8]) else { throw Damage() }
    self.bytes = bytes
  }

  /// The next segment, the end of image included; `nil` after it.
  mutating func next() throws(Damage) -> JpegSegment? {
    if hasEnded { return nil }
    let start = try markerStart()
    let marker = Int(bytes[offset])
    offset += 1
    hasEnded = marker == JpegSegment.Marker.endOfImage
    guard marker != JpegSegment.Marker.startOfImage else { throw Damage() }
    guard !isStandalone(marker) else {
      return JpegSegment(marker: marker, range: start..<offset, parameters: offset..<offset)
    }
    let parameters = try parameters()
    if marker == JpegSegment.Marker.startOfScan { skipScanData() }
    return JpegSegment(marker: marker, range: start..<offset, parameters: parameters)
  }

  /// Moves to the code of the next marker and gives the place of its first `FF`; bytes between
  /// segments that are no marker are passed over, as decoders do.
  private mutating func markerStart() throws(Damage) -> Int {
    while offset < bytes.count {
      guard bytes[offset] == 0xFF else {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.count, bytes[offset] == 0xFF { offset += 1 }
      if offset < bytes.count, bytes[offset] != 0 { return start }
    }
    throw Damage()
  }

  private func isStandalone(_ marker: Int) -> Bool {
    marker == JpegSegment.Marker.endOfImage || marker == JpegSegment.Marker.temporary
      || JpegSegment.Marker.restarts.contains(marker)
  }

  private mutating func parameters() throws(Damage) -> Range<Int> {
    guard let length = bytes.bigEndian16(at: offset), length >= 2, offset + length <= bytes.count
    else { throw Damage() }
    let range = offset + 2..<offset + length
    offset += length
    return range
  }

  /// Moves to the first `FF` of the marker that ends a scan: one that is neither a stuffed zero
  /// nor a restart.
  private mutating func skipScanData() {
    while offset < bytes.count {
      if bytes[offset] == 0xFF, endsScan(at: offset) { return }
      offset += 1
    }
  }

  /// Whether the `FF` here is the last before such a marker's code; fill bytes before it stay with
  /// the scan.
  private func endsScan(at start: Int) -> Bool {
    guard let code = bytes.byte(at: start + 1) else { return false }
    return code != 0 && code != 0xFF && !JpegSegment.Marker.restarts.contains(code)
  }
}

/// A structure that its format's specification does not allow, or that ends too early.
struct Damage: Error {}
