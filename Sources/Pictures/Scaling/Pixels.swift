import PictureCodecs

/// The pixels of a whole picture: rows of red, green, blue and alpha, a byte each.
struct Pixels: Equatable {
  private(set) var width: Int
  private(set) var height: Int
  private(set) var bytes: [UInt8] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bytes.reserveCapacity(4 * width * height)
  }

  /// Adds a row of light, its colours multiplied by alpha.
  mutating func add(_ row: [Float]) {
    let light = LinearLight.tables
    for start in stride(from: 0, to: row.count, by: 4) {
      let alpha = row[start + 3]
      for part in start..<start + 3 {
        bytes.append(light.number(of: alpha > 0 ? row[part] / alpha : 0))
      }
      bytes.append(UInt8(max(0, min(1, alpha)) * 255 + 0.5))
    }
  }

  /// The picture as it is shown.
  func turned(_ orientation: Orientation) -> Pixels {
    guard orientation != .upright else { return self }
    let isTurned = orientation.swapsSides
    var turned = Pixels(width: isTurned ? height : width, height: isTurned ? width : height)
    for row in 0..<turned.height {
      for column in 0..<turned.width {
        let (x, y) = source(of: (column, row), orientation)
        let start = 4 * (y * width + x)
        turned.bytes += bytes[start..<start + 4]
      }
    }
    return turned
  }

  /// Where a shown pixel is stored (EXIF 2.32, section 4.6.4, tag 274).
  private func source(of shown: (x: Int, y: Int), _ orientation: Orientation) -> (x: Int, y: Int) {
    let (right, bottom) = (width - 1, height - 1)
    switch orientation {
    case .upright: return shown
    case .mirrored: return (right - shown.x, shown.y)
    case .turnedHalf: return (right - shown.x, bottom - shown.y)
    case .mirroredVertically: return (shown.x, bottom - shown.y)
    case .mirroredTurnedLeft: return (shown.y, shown.x)
    case .turnedRight: return (shown.y, bottom - shown.x)
    case .mirroredTurnedRight: return (right - shown.y, bottom - shown.x)
    case .turnedLeft: return (right - shown.y, shown.x)
    }
  }

  /// What a file has to keep of the pixels.
  private func channels(mayBeShades: Bool) -> picture_channels {
    let starts = stride(from: 0, to: bytes.count, by: 4)
    if starts.contains(where: { bytes[$0 + 3] < 255 }) { return PICTURE_COLOURS_AND_ALPHA }
    let areShades =
      mayBeShades
      && starts.allSatisfy { bytes[$0] == bytes[$0 + 1] && bytes[$0] == bytes[$0 + 2] }
    return areShades ? PICTURE_SHADES : PICTURE_COLOURS
  }

  /// The picture as a file, without any metadata; `nil` where the library fails.
  ///
  /// A picture without colours is written as shades, unless a profile of colours is to be added.
  func encoded(_ format: picture_format, mayBeShades: Bool = true) -> [UInt8]? {
    var count = 0
    let channels = channels(mayBeShades: mayBeShades)
    guard
      let output = picture_encode(
        format, bytes, Int32(width), Int32(height), channels, &count)
    else { return nil }
    defer { picture_bytes_free(output) }
    return Array(UnsafeBufferPointer(start: output, count: count))
  }

  /// The picture as a PNG of at most so many colours; `nil` where the library fails.
  func encodedAsPalette(most: Int) -> [UInt8]? {
    let palette = Palette(of: bytes, most: most)
    var count = 0
    guard
      let output = picture_encode_palette(
        palette.numbers(of: bytes), Int32(width), Int32(height), palette.bytes,
        Int32(palette.bytes.count / 4), &count)
    else { return nil }
    defer { picture_bytes_free(output) }
    return Array(UnsafeBufferPointer(start: output, count: count))
  }
}
