/// What a file says of its maker's whereabouts where this program cannot take it out.
enum UncleanableMetadata {
  /// Whether a file of one of the formats that are not cleaned holds data of a camera or a place.
  ///
  /// A structure that cannot be read to its end counts as holding them.
  static func isCarried(by bytes: [UInt8], format: FileFormat) -> Bool {
    switch format {
    case .avif, .heic:
      let picture = IsoPicture(bytes)
      return !picture.isWhole || picture.carriesMetadata
    case .tiff:
      let tags = TiffDirectory(bytes, in: bytes.indices)?.tags
      return tags.map { $0.contains(where: TiffDirectory.Tag.personal.contains) } ?? true
    case .jpegXL: return isCarriedByJpegXL(bytes)
    case .jpeg2000, .photoshop:
      return PictureMetadata(bytes, format: format).tellsPlace
    case .mp4: return IsoFilm.tellsPlace(bytes)
    case .webm: return MatroskaFilm.tellsPlace(bytes)
    case .ogg: return OggComments.tellPlace(bytes)
    default: return false
    }
  }

  /// A bare codestream holds none; in a container they are boxes, `brob` being a compressed one.
  private static func isCarriedByJpegXL(_ bytes: [UInt8]) -> Bool {
    if bytes.holds([0xFF, 0x0A]) { return false }
    let boxes = IsoBoxes(bytes, in: bytes.indices)
    let names = ["Exif", "xml ", "brob", "jumb", "uuid"]
    return !boxes.isWhole || boxes.boxes.contains { box in names.contains(where: box.isA) }
  }
}
