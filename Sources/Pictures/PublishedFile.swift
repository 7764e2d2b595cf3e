/// A file from many hands made fit to publish: known for what it is, within the limits, without
/// what it tells of its maker.
///
/// ```
/// let file = try PublishedFile(bytes, named: "circle.jpg")
/// ```
package struct PublishedFile: Sendable {
  /// What to write: the file's own bytes, or fewer.
  package let bytes: [UInt8]
  package let format: FileFormat
  /// The size of a picture as shown; `nil` for other files and drawings that ask for none.
  package let size: PictureSize?
  /// Whether a document's properties name an author.
  package let author: AuthorFinding
  /// Whether it may show people: a photo or a film, whatever its name.
  package let mayShowPeople: Bool

  /// Checks a file in the order in which it costs least.
  package init(_ bytes: [UInt8], named name: String) throws(FileRefusal) {
    format = try FileFormat(checking: bytes, named: name)
    if format.isPicture, bytes.count > PictureLimits.bytes { throw .tooLarge(bytes: bytes.count) }
    size = PictureSize(of: bytes, format: format)
    if let size, format != .svg, size.pixels > PictureLimits.pixels { throw .tooManyPixels(size) }
    if size == nil, format.isShownByBrowsers { throw .damaged(format) }
    self.bytes = try cleaned(bytes, format)
    author = AuthorFinding(bytes, format: format)
    mayShowPeople = format.isPhoto || format.isFilm(bytes)
  }
}

extension FileFormat {
  /// The format of a file whose content is what its name says, and which runs nowhere.
  package init(checking bytes: [UInt8], named name: String) throws(FileRefusal) {
    let fileExtension = Self.fileExtension(of: name)
    if let active = ActiveContent(extension: fileExtension) {
      throw .active(active, extension: fileExtension)
    }
    self.init(of: bytes)
    if let expected = Self.expected(forExtension: fileExtension) {
      guard fits(expected, bytes) else {
        throw .mismatch(extension: fileExtension, holds: self)
      }
      if expected == .svg || expected == .text { self = expected }
    } else if isMarkupThatMayAct(bytes) {
      throw .hiddenMarkup(self)
    }
  }

  /// What follows a name's last dot, ASCII capitals made small; empty where there is no dot.
  private static func fileExtension(of name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: 0x2E) else { return "" }
    let after = name.utf8[name.utf8.index(after: dot)...]
    return String(decoding: after.map(\.lowercased), as: UTF8.self)
  }

  private func isMarkupThatMayAct(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .html, .svg: true
    case .xml: !isInertXml(bytes)
    default: false
    }
  }

  fileprivate func isFilm(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .mp4: IsoFilm.showsPictures(bytes)
    case .ogg: OggComments.showPictures(bytes)
    default: self == .webm
    }
  }

  /// Pictures whose size must be known, since a page states it.
  fileprivate var isShownByBrowsers: Bool {
    [.jpeg, .png, .gif, .webp, .avif].contains(self)
  }
}
