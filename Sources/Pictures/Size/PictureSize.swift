/// The width and height of a picture as a browser shows it, in pixels.
package struct PictureSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  /// Both sides are from 1 to 2³¹; anything else is no size.
  package init?(width: Int, height: Int) {
    let sides = 1...0x8000_0000
    guard sides.contains(width), sides.contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// The size of a picture stored with these sides and shown turned.
  init?(width: Int, height: Int, turned orientation: Orientation) {
    if orientation.swapsSides {
      self.init(width: height, height: width)
    } else {
      self.init(width: width, height: height)
    }
  }

  /// Reads the size from a picture's headers, in time linear in its length; `nil` where the
  /// headers are damaged or tell none.
  package init?(of bytes: [UInt8], format: FileFormat) {
    switch format {
    case .jpeg: self.init(jpeg: bytes)
    case .png: self.init(png: bytes)
    case .gif: self.init(gif: bytes)
    case .webp: self.init(webP: bytes)
    case .avif, .heic: self.init(isoMedia: bytes)
    case .svg: self.init(svg: bytes)
    default: return nil
    }
  }

  /// How many pixels the picture has; below 2⁶³ by the limits of its sides.
  package var pixels: Int { width * height }
}
