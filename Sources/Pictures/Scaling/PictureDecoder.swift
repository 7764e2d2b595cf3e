import PictureCodecs

/// A picture whose rows are decoded one after the other, by the library of its format.
struct PictureDecoder: ~Copyable {
  private let decoder: OpaquePointer
  /// The size of the rows as stored, which may be smaller than the picture's by a power of two.
  let width: Int
  let height: Int

  /// Begins to decode; `nil` where the file is damaged, animated or larger than the limit.
  ///
  /// `bytes` must stay in memory as long as the decoder. The rows are at least twice as wide as
  /// `leastWidth`, or as wide as the picture.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ format: FileFormat, leastWidth: Int) {
    guard let kind = picture_format(format),
      let decoder = picture_decoder_open(
        kind, bytes.baseAddress, bytes.count, Int64(PictureLimits.pixels), Int32(leastWidth))
    else { return nil }
    self.decoder = decoder
    width = Int(picture_decoder_width(decoder))
    height = Int(picture_decoder_height(decoder))
  }

  deinit { picture_decoder_close(decoder) }

  /// Decodes the next row into four bytes for each pixel: red, green, blue, alpha.
  ///
  /// Returns `false` where the file is damaged.
  func read(into row: inout [UInt8]) -> Bool {
    guard row.count == 4 * width else { return false }
    return row.withUnsafeMutableBufferPointer { picture_decoder_read(decoder, $0.baseAddress) }
  }
}

extension picture_format {
  /// `nil` for a format that is not scaled.
  init?(_ format: FileFormat) {
    switch format {
    case .jpeg: self = PICTURE_JPEG
    case .png: self = PICTURE_PNG
    case .webp: self = PICTURE_WEBP
    default: return nil
    }
  }
}
