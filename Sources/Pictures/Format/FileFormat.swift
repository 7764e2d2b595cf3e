/// What a file really is, told from its content and never from its name.
package enum FileFormat: Sendable, Hashable, CaseIterable {
  case jpeg, png, gif, webp, avif, heic, tiff, jpegXL, jpeg2000, bmp, photoshop
  case svg
  case pdf
  /// docx, xlsx, pptx, odt, ods, odp: a ZIP archive whose first entry says so.
  case office
  /// doc, xls, ppt; also what a docx becomes when it is given a password.
  case olderOffice
  case zip
  case mp3, mp4, ogg, webm
  /// Anything that a browser could take for HTML.
  case html
  /// XML that is neither SVG nor XHTML at its root.
  case xml
  /// Valid UTF-8 without NUL that is not markup.
  case text
  case empty
  case unknown

  /// How a message names a file of this format, article included.
  package var noun: String {
    switch self {
    case .jpeg: "a JPEG picture"
    case .png: "a PNG picture"
    case .gif: "a GIF picture"
    case .webp: "a WebP picture"
    case .avif: "an AVIF picture"
    case .heic: "a HEIC picture"
    case .tiff: "a TIFF picture"
    case .jpegXL: "a JPEG XL picture"
    case .jpeg2000: "a JPEG 2000 picture"
    case .bmp: "a BMP picture"
    case .photoshop: "a Photoshop picture"
    case .svg: "an SVG drawing"
    case .pdf: "a PDF document"
    case .office: "an Office document"
    case .olderOffice: "an older or password-protected Office document"
    case .zip: "a ZIP archive"
    case .mp3: "an MP3 recording"
    case .mp4: "an MP4 film"
    case .ogg: "an Ogg recording"
    case .webm: "a WebM film"
    case .html: "a web page"
    case .xml: "an XML document"
    case .text: "plain text"
    case .empty: "nothing at all"
    case .unknown: "data of a kind that is not known"
    }
  }

  /// Whether this is a picture, so that the limits on pictures hold.
  package var isPicture: Bool {
    switch self {
    case .svg: true
    default: isPhoto
    }
  }

  /// Whether this is a picture that may be a photo; a drawing shows nobody.
  package var isPhoto: Bool {
    switch self {
    case .jpeg, .png, .gif, .webp, .avif, .heic, .tiff, .jpegXL, .jpeg2000, .bmp, .photoshop: true
    default: false
    }
  }
}
