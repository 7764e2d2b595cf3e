/// Why a file may not be published.
package enum FileRefusal: Error, Sendable, Hashable {
  /// Its name ends in an extension that makes browsers or servers run it.
  case active(ActiveContent, extension: String)
  /// Its name promises nothing, and its content could run in a browser.
  case hiddenMarkup(FileFormat)
  /// Its content is not what its extension says.
  case mismatch(extension: String, holds: FileFormat)
  /// A picture of more than `PictureLimits.bytes`.
  case tooLarge(bytes: Int)
  /// A picture of more than `PictureLimits.pixels`.
  case tooManyPixels(PictureSize)
  /// A picture that its format's specification does not allow, or that ends too early.
  case damaged(FileFormat)
  /// It carries data of a camera or a place, and this program cannot take them out.
  case uncleanable(FileFormat)
  /// A drawing that could act, or fetch something.
  case drawing(SvgRefusal)
}

/// The limits on a picture; decoders and visitors suffer beyond them.
package enum PictureLimits {
  /// 25 MB.
  package static let bytes = 25_000_000
  /// 40 megapixels, by the picture's header.
  package static let pixels = 40_000_000
}
