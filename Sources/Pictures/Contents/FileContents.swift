/// What a file to be published says and shows inside: its text by its format, and what the pictures
/// in it tell beside what they show.
package struct FileContents: Sendable {
  /// The text of the file, or of one file in an archive.
  package struct Part: Sendable {
    /// The name of the file in the archive; `nil` for the file itself, and for a document's parts.
    package let name: String?
    package let pieces: [TextPiece]
  }

  package internal(set) var parts: [Part] = []
  /// The text as lines that a message can show; `nil` where the file has none.
  package internal(set) var readable: [UInt8]?
  /// Whether a picture inside the file tells where it was taken.
  package internal(set) var tellsPlace = false
  /// Whether a picture inside the file names its author.
  package internal(set) var namesAuthor = false
  /// Why not all could be looked into.
  package internal(set) var unseen: Unseen?

  /// Looks into a file.
  ///
  /// - Parameters:
  ///   - bytes: The file as it lies in its folder.
  ///   - format: What it is (`FileFormat.init(checking:named:)`).
  ///   - isCleaned: Whether a drawing is published without what editors leave in it.
  ///   - seeing: Is given each picture that lies in an archive or document, as it would be published
  ///     by itself.
  package init(
    _ bytes: [UInt8], _ format: FileFormat, named name: String, isCleaned: Bool = true,
    seeing picture: ((_ bytes: [UInt8]) -> Void)? = nil
  ) {
    switch format {
    case .zip, .office: self = ArchiveContents.look(into: bytes, seeing: picture)
    case .pdf: lookIntoPdf(bytes)
    case .olderOffice:
      note(PictureMetadata(scanning: bytes, in: bytes.indices))
      unseen = .olderOffice
    case .text, .svg, .xml, .html: readText(bytes, format, name, isCleaned)
    case .mp3, .mp4, .ogg:
      parts = [Part(name: nil, pieces: MediaTags.pieces(of: bytes, format))]
    case .unknown:
      if bytes.holds([0xFF, 0xFE]) || bytes.holds([0xFE, 0xFF]) {
        readText(bytes, .text, name, isCleaned)
      } else {
        unseen = HarmlessKind.holds(bytes) ? nil : Unseen(ofUnknown: bytes)
      }
    default: break
    }
  }

  init() {}
}

extension FileContents {
  mutating func note(_ metadata: PictureMetadata) {
    tellsPlace = tellsPlace || metadata.tellsPlace
    namesAuthor = namesAuthor || metadata.namesAuthor
  }

  private mutating func noteScanned(_ file: [UInt8]) {
    note(PictureMetadata(scanning: file, in: file.indices))
  }

  /// Photos lie in a PDF as they were.
  private mutating func lookIntoPdf(_ bytes: [UInt8]) {
    note(PictureMetadata(scanning: bytes, in: bytes.indices))
    guard !PdfProperties.isEncrypted(bytes) else {
      unseen = .encrypted
      return
    }
    let text = PdfText(bytes)
    if !text.pieces.isEmpty { parts = [Part(name: nil, pieces: text.pieces)] }
    unseen = text.isTooLong ? .tooLong : text.isUnread ? .lettersUnknown : nil
  }

  private mutating func readText(
    _ bytes: [UInt8], _ format: FileFormat, _ name: String, _ isCleaned: Bool
  ) {
    guard bytes.count <= SearchLimits.text else {
      unseen = .tooLong
      return
    }
    let text = ReadableText.utf8(bytes)
    readable = text
    let form = TextForm(of: text, format, named: name)
    if case .mail = form {
      let lines = readable
      self = MailContents.look(into: bytes)
      readable = lines
      return
    }
    parts = [Part(name: nil, pieces: form.pieces(of: text, isCleaned: isCleaned))]
    if case .contentLines = form {
      for file in ContentLines.attachments(in: text) {
        note(PictureMetadata(file, format: FileFormat(of: file)))
      }
    }
    if case .rtf = form { for file in RtfText(text).pictures { noteScanned(file) } }
  }
}

/// How a text is written, which decides what are its words.
enum TextForm {
  case table, json, contentLines, drawing, xml, page, rtf, mail, subtitles, plain, code

  init(of text: [UInt8], _ format: FileFormat, named name: String) {
    let ending = String(name[(name.lastIndex(of: ".") ?? name.startIndex)...]).lowercased()
    let beginning = text.drop(while: \.isSpace).prefix(16)
    switch ending {
    case ".csv", ".tsv": self = .table
    case ".json", ".geojson", ".jsonl", ".ndjson", ".ipynb", ".webmanifest": self = .json
    case ".ics", ".ifb", ".vcs", ".vcf", ".vcard": self = .contentLines
    case ".eml", ".mht", ".mhtml": self = .mail
    case ".vtt", ".srt": self = .subtitles
    case ".css", ".js", ".mjs", ".tex", ".bib", ".log", ".toml", ".hex": self = .code
    default:
      switch format {
      case .svg: self = .drawing
      case .xml: self = .xml
      case .html: self = .page
      case _ where RtfText.isOne(text): self = .rtf
      case _ where Array(beginning).holdsIgnoringCase("begin:vca"): self = .contentLines
      case _ where beginning.starts(with: "{\"".utf8): self = .json
      default: self = .plain
      }
    }
  }

  func pieces(of text: [UInt8], isCleaned: Bool) -> [TextPiece] {
    switch self {
    case .table: TableText.pieces(of: text)
    case .json: JsonText.pieces(of: text)
    case .contentLines: ContentLines.pieces(of: text)
    case .drawing: XmlText.pieces(of: text, isDrawing: true, isCleaned: isCleaned)
    case .xml: XmlText.pieces(of: text, isDrawing: false, isCleaned: false)
    case .page: HtmlText.pieces(of: text)
    case .rtf: RtfText(text).pieces
    case .mail: MailContents.look(into: text).parts.flatMap(\.pieces)
    case .subtitles: SubtitleText.pieces(of: text)
    case .plain: PlainText.pieces(of: text)
    case .code: PlainText.pieces(of: text, isProse: false)
    }
  }
}

/// Kinds of file that hold no text of their makers worth a warning: fonts, sounds, icons.
enum HarmlessKind {
  private static let openings: [[UInt8]] =
    ["wOFF", "wOF2", "OTTO", "ttcf", "true", "MThd", "fLaC", "glTF"].map { Array($0.utf8) } + [
      [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 2, 0], [0, 5, 0x16, 7],
    ]

  static func holds(_ bytes: [UInt8]) -> Bool {
    openings.contains { bytes.holds($0) } || bytes.holds("RIFF") && bytes.holds("WAVE", at: 8)
      || bytes.holds("Bud1", at: 4)
  }
}

extension Unseen {
  /// The archives that are known, and not read.
  init(ofUnknown bytes: [UInt8]) {
    let archives: [[UInt8]] = [
      Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B], Array("BZh".utf8),
      [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD],
    ]
    let isPacked = archives.contains { bytes.holds($0) } || bytes.holds("ustar", at: 257)
    self = isPacked ? .packedOtherwise : .unknown
  }
}
