extension FileFormat {
  /// The format that a name ending in `.name` promises; `nil` where none is known.
  ///
  /// - Parameter name: the extension in small letters, without its dot.
  package static func expected(forExtension name: String) -> FileFormat? {
    extensions.first { $0.names.contains(name) }?.format
  }

  /// The extension a file of this format should have; `nil` where there are several, or none.
  package var usualExtension: String? {
    switch self {
    case .olderOffice, .office, .text, .html, .xml: nil
    default: Self.extensions.first { $0.format == self }?.names.first
    }
  }

  private static let extensions: [(format: FileFormat, names: [String])] = [
    (.jpeg, ["jpg", "jpeg", "jpe", "jfif"]), (.png, ["png", "apng"]), (.gif, ["gif"]),
    (.webp, ["webp"]), (.avif, ["avif", "avifs"]), (.heic, ["heic", "heif"]),
    (.tiff, ["tif", "tiff"]), (.jpegXL, ["jxl"]),
    (.jpeg2000, ["jp2", "jpx", "j2k"]), (.bmp, ["bmp", "dib"]), (.photoshop, ["psd"]),
    (.svg, ["svg"]), (.pdf, ["pdf"]),
    (
      .office,
      [
        "docx", "xlsx", "pptx", "docm", "xlsm", "pptm", "dotx", "xltx", "potx", "ppsx",
        "odt", "ods", "odp", "odg", "ott", "ots", "otp",
      ]
    ),
    (.olderOffice, ["doc", "xls", "ppt", "pps"]), (.zip, ["zip"]), (.mp3, ["mp3"]),
    (.mp4, ["mp4", "m4v", "m4a", "mov"]), (.ogg, ["ogg", "oga", "ogv", "opus"]),
    (.webm, ["webm", "mkv"]),
    (
      .text,
      [
        "txt", "text", "md", "markdown", "csv", "tsv", "json", "css", "tex", "bib", "ics", "vcf",
        "srt", "vtt", "log", "yml", "yaml", "toml",
      ]
    ),
    (.html, ["html", "htm"]), (.xml, ["xml"]),
  ]

  /// Whether a file of this format may stand under a name that promises `expected`.
  ///
  /// Text is served as text whatever it looks like, so HTML may be shown in a `.txt`; a text in
  /// an older encoding (a spreadsheet's `.csv`) is known only as "not binary".
  func fits(_ expected: FileFormat, _ bytes: [UInt8]) -> Bool {
    switch (expected, self) {
    case (.text, .html), (.text, .svg), (.text, .xml), (.text, .empty): true
    case (.text, .unknown): !bytes.startsAsBinary
    case (.office, .zip), (.office, .olderOffice), (.zip, .office): true
    case (.olderOffice, .office), (.olderOffice, .zip): true
    case (.svg, .xml): true
    case (.avif, .heic), (.heic, .avif): false
    default: expected == self
    }
  }
}

extension [UInt8] {
  /// Whether the first 1,445 bytes hold one that no text does ("MIME Sniffing", section 7.2),
  /// unless a byte order mark says UTF-16.
  var startsAsBinary: Bool {
    if holds([0xFE, 0xFF]) || holds([0xFF, 0xFE]) { return false }
    return prefix(1445).contains { byte in
      byte <= 0x08 || byte == 0x0B || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
    }
  }
}
