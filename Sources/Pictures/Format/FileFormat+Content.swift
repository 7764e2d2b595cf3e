extension FileFormat {
  /// Recognises a file from its first bytes; text is read to its end, everything else is not.
  package init(of bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .empty
    } else if let signed = Self.signed(bytes) {
      self = signed
    } else if bytes.startsAsMarkupInSixteenBits {
      self = .xml
    } else if bytes.contains(0) || !bytes.isValidUTF8 {
      self = MarkupBeginning(of: bytes) == .html ? .html : .unknown
    } else {
      self = Self(MarkupBeginning(of: bytes))
    }
  }

  private init(_ beginning: MarkupBeginning) {
    switch beginning {
    case .html: self = .html
    case .svg: self = .svg
    case .xml: self = .xml
    case .none: self = .text
    }
  }

  /// The format whose signature ("magic bytes") opens the file.
  private static func signed(_ bytes: [UInt8]) -> FileFormat? {
    if let format = signatures.first(where: { bytes.holds($0.bytes) })?.format { return format }
    if bytes.holds("RIFF"), bytes.holds("WEBP", at: 8) { return .webp }
    if bytes.holds("PK\u{3}\u{4}") || bytes.holds("PK\u{5}\u{6}") { return zipped(bytes) }
    if bytes.holds("ftyp", at: 4) { return isoMedia(bytes) }
    if ["moov", "wide", "mdat"].contains(where: { bytes.holds($0, at: 4) }) { return .mp4 }
    if bytes.startsAsMpegLayerThree { return .mp3 }
    if bytes.startsAsBitmap { return .bmp }
    return nil
  }

  private static let signatures: [(bytes: [UInt8], format: FileFormat)] = [
    ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
    (Array("II*\0".utf8), .tiff), (Array("MM\0*".utf8), .tiff),
    (Array("II+\0".utf8), .tiff), (Array("MM\0+".utf8), .tiff),
    ([0xFF, 0x0A], .jpegXL), (Array("\0\0\0\u{C}JXL \r\n".utf8), .jpegXL),
    (Array("\0\0\0\u{C}jP  \r\n".utf8), .jpeg2000), ([0xFF, 0x4F, 0xFF, 0x51], .jpeg2000),
    (Array("8BPS".utf8), .photoshop), (Array("%PDF-".utf8), .pdf),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .olderOffice),
    (Array("ID3".utf8), .mp3), (Array("OggS".utf8), .ogg),
    ([0x1A, 0x45, 0xDF, 0xA3], .webm),
  ]

  /// An archive is an Office document when its first entry is one that such documents begin with.
  private static func zipped(_ bytes: [UInt8]) -> FileFormat {
    let nameOffset = 30
    let openings = [
      "[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/",
      "mimetypeapplication/vnd.oasis.opendocument",
    ]
    return openings.contains { bytes.holds($0, at: nameOffset) } ? .office : .zip
  }

  /// ISO base media: the brands in the first box tell a picture from a film.
  private static func isoMedia(_ bytes: [UInt8]) -> FileFormat {
    let size = min(bytes.bigEndian32(at: 0) ?? 0, 512, bytes.count)
    let brands = [8] + Array(stride(from: 16, to: max(size, 16), by: 4))
    func has(_ names: [String]) -> Bool {
      brands.contains { brand in names.contains { bytes.holds($0, at: brand) } }
    }
    if has(["avif", "avis"]) { return .avif }
    return has(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]) ? .heic : .mp4
  }
}

extension [UInt8] {
  /// Whether every byte belongs to well-formed UTF-8.
  var isValidUTF8: Bool { String(validating: self, as: UTF8.self) != nil }

  /// Whether a frame of MPEG audio, layer III, begins here (AAC and UTF-16 begin alike, but for
  /// the layer's two bits).
  fileprivate var startsAsMpegLayerThree: Bool {
    guard let first = byte(at: 0), let second = byte(at: 1) else { return false }
    return first == 0xFF && second & 0xE6 == 0xE2
  }

  /// Whether a bitmap of Windows begins here: "BM", and the size of one of its headers at byte 14.
  fileprivate var startsAsBitmap: Bool {
    guard holds("BM"), let size = littleEndian32(at: 14) else { return false }
    return [12, 16, 40, 52, 56, 64, 108, 124].contains(size)
  }

  /// Whether UTF-16 text begins with `<`, marked as UTF-16 or recognised as XML recognises it.
  fileprivate var startsAsMarkupInSixteenBits: Bool {
    let openings: [[UInt8]] = [
      [0xFE, 0xFF, 0x00, 0x3C], [0xFF, 0xFE, 0x3C, 0x00],
      [0x00, 0x3C, 0x00, 0x3F], [0x3C, 0x00, 0x3F, 0x00],
    ]
    return openings.contains { holds($0) }
  }
}
