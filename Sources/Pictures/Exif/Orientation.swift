/// How a picture is to be turned or mirrored for display: the eight values of EXIF's tag 0x0112.
enum Orientation: Int {
  case upright = 1
  case mirrored, turnedHalf, mirroredVertically
  case mirroredTurnedLeft, turnedRight, mirroredTurnedRight, turnedLeft

  /// Whether the picture's width as stored is its height as shown.
  var swapsSides: Bool { rawValue >= 5 }

  /// The orientation that the EXIF block in `block` tells, its TIFF header first.
  init(exif bytes: [UInt8], in block: Range<Int>) {
    self = TiffDirectory(bytes, in: block)?.orientation ?? .upright
  }

  /// The smallest EXIF block there is: a TIFF header and a directory of this one tag.
  ///
  /// An upright picture needs none.
  var minimalExif: [UInt8]? {
    guard self != .upright else { return nil }
    var block = Array("MM\0*".utf8)
    block.append(bigEndian32: 8)
    block.append(bigEndian16: 1)
    block.append(bigEndian16: TiffDirectory.Tag.orientation)
    block.append(bigEndian16: 3)
    block.append(bigEndian32: 1)
    block.append(bigEndian16: rawValue)
    block.append(bigEndian16: 0)
    block.append(bigEndian32: 0)
    return block
  }
}
