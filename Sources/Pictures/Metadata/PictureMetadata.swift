/// What a picture tells beside what it shows, wherever it lies: alone, in a document, in a film.
package struct PictureMetadata: Sendable, Hashable {
  /// Whether it tells where it was taken.
  package private(set) var tellsPlace = false
  package private(set) var namesAuthor = false
}

extension PictureMetadata {
  /// Reads the metadata of a picture of any format.
  init(_ bytes: [UInt8], format: FileFormat) {
    self.init(scanning: bytes, in: bytes.indices)
    namesAuthor = namesAuthor || XmpProperties.nameCreator(bytes)
    switch format {
    case .png: notePng(bytes)
    case .webp: noteWebP(bytes)
    case .tiff: note(TiffDirectory(bytes, in: bytes.indices))
    case .heic, .avif, .jpegXL: noteBareBlocks(bytes)
    default: break
    }
  }

  /// Looks for blocks of EXIF and XMP among other bytes: a PDF holds its photos as they were.
  ///
  /// An EXIF block begins with `Exif\0\0` and a TIFF header (EXIF 2.32, section 4.5.4) and has at most
  /// 64 KB; XMP writes a place as `exif:GPSLatitude`.
  init(scanning bytes: [UInt8], in range: Range<Int>) {
    self.init()
    bytes.withUnsafeBufferPointer { pointer in
      for offset in range where pointer[offset] | 0x20 == UInt8(ascii: "e") {
        noteBlock(bytes, at: offset)
      }
    }
  }

  private mutating func noteBlock(_ bytes: [UInt8], at offset: Int) {
    if bytes.holds("Exif\0\0", at: offset) {
      note(block: offset + 6, in: bytes)
    } else if bytes.holds("exif:GPSL", at: offset), bytes.holdsPlaceOfXmp(at: offset) {
      tellsPlace = true
    }
  }

  private mutating func note(block start: Int, in bytes: [UInt8]) {
    guard start < bytes.count else { return }
    note(TiffDirectory(bytes, in: start..<min(bytes.count, start + 65_536)))
  }

  private mutating func note(_ directory: TiffDirectory?) {
    guard let directory else { return }
    tellsPlace = tellsPlace || directory.tellsPlace
    namesAuthor = namesAuthor || directory.namesAuthor
  }

  /// EXIF is a chunk, without a mark before it; so is a text called "Author" (PNG specification,
  /// section 11.3.3).
  private mutating func notePng(_ bytes: [UInt8]) {
    var reader = PngReader(bytes)
    while let chunk = (try? reader.next()) ?? nil {
      if chunk.type == "eXIf" { note(TiffDirectory(bytes, in: chunk.data)) }
      let isText = ["tEXt", "zTXt", "iTXt"].contains(chunk.type)
      if isText, bytes.holds("Author\0", at: chunk.data.lowerBound) { namesAuthor = true }
    }
  }

  private mutating func noteWebP(_ bytes: [UInt8]) {
    guard var reader = try? WebPReader(file: bytes) else { return }
    while let chunk = (try? reader.next()) ?? nil {
      guard chunk.type == "EXIF" else { continue }
      note(TiffDirectory(bytes, in: chunk.exifBlock(in: bytes)))
    }
  }

  /// The item of EXIF in an ISO base media file need not have the mark before it (ISO/IEC 23008-12,
  /// annex A.2.1).
  private mutating func noteBareBlocks(_ bytes: [UInt8]) {
    for offset in bytes.indices where bytes[offset] == 0x49 || bytes[offset] == 0x4D {
      if bytes.holds("II*\0", at: offset) || bytes.holds("MM\0*", at: offset) {
        note(block: offset, in: bytes)
      }
    }
  }
}

extension [UInt8] {
  /// Whether a value follows the name of XMP's latitude or longitude: `="51,30.1N"` or `>51,30.1N`.
  fileprivate func holdsPlaceOfXmp(at offset: Int) -> Bool {
    let name = self[offset...].dropFirst(5).prefix { $0.isASCIILetter }
    let value = self[name.endIndex...].prefix(8).drop { !$0.isASCIIDigit && $0 != 0x3C }
    return value.first?.isASCIIDigit ?? false
  }
}
