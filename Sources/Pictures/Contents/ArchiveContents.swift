/// Looks into a ZIP archive, or an Office document, which is one.
struct ArchiveContents {
  /// Documents in an archive, and sheets in a document, are looked into as well; no deeper.
  private static let deepest = 2

  private let archive: ZipArchive
  private let isDocument: Bool
  private let depth: Int
  /// How many bytes may still be unpacked.
  private var left: Int
  private var contents = FileContents()
  /// The shared strings of a workbook, to which its sheets point.
  private var strings: [[UInt8]] = []
  private var documentPieces: [TextPiece] = []

  /// Is given each picture inside.
  typealias Viewer = (_ picture: [UInt8]) -> Void

  private let viewer: Viewer?

  static func look(into bytes: [UInt8], seeing picture: Viewer?) -> FileContents {
    var left = SearchLimits.unpacked
    return look(into: bytes, depth: 0, &left, picture)
  }

  private static func look(
    into bytes: [UInt8], depth: Int, _ left: inout Int, _ viewer: Viewer?
  ) -> FileContents {
    let archive = ZipArchive(bytes)
    guard let entries = archive.entries else {
      var contents = FileContents()
      contents.note(PictureMetadata(scanning: bytes, in: bytes.indices))
      contents.unseen = .damaged
      return contents
    }
    var look = ArchiveContents(
      archive: archive, isDocument: entries.contains(where: \.isPartOfDocument), depth: depth,
      left: left, viewer: viewer)
    // Sheets point to strings, which mostly come behind them.
    let strings = entries.filter { $0.name == stringsOfWorkbook }
    for entry in strings + entries.filter({ $0.name != stringsOfWorkbook }) { look.look(at: entry) }
    left = look.left
    if !look.documentPieces.isEmpty {
      look.contents.parts.append(FileContents.Part(name: nil, pieces: look.documentPieces))
    }
    return look.contents
  }

  private init(
    archive: ZipArchive, isDocument: Bool, depth: Int, left: Int, viewer: Viewer?
  ) {
    self.viewer = viewer
    self.archive = archive
    self.isDocument = isDocument
    self.depth = depth
    self.left = left
  }

  private mutating func look(at listed: ZipArchive.Listed) {
    guard !listed.isOfFinder else { return }
    if !isDocument {
      let name = TextPiece(Array(listed.name.utf8), line: 0, isProse: false)
      contents.parts.append(FileContents.Part(name: listed.name, pieces: [name]))
    }
    guard !listed.isFolder else { return }
    guard let entry = listed.entry else {
      note(listed.isEncrypted ? .encrypted : .packedOtherwise)
      return
    }
    let most = min(left, SearchLimits.entry)
    guard let bytes = archive.unpacked(entry, atMost: most) else {
      note(entry.data.count > most || most < SearchLimits.entry ? .tooMuchInside : .damaged)
      return
    }
    left -= bytes.count
    look(into: bytes, named: listed.name)
  }

  private mutating func look(into bytes: [UInt8], named name: String) {
    if isDocument, isTextOfDocument(name) {
      readDocument(bytes, named: name)
      return
    }
    let format = FileFormat(of: bytes)
    if let viewer, format.isPicture { viewer((try? cleaned(bytes, format)) ?? bytes) }
    switch format {
    case .zip, .office: lookIntoNested(bytes, named: name)
    case .olderOffice, .unknown, .text, .svg, .xml, .html:
      // What a program keeps in its own documents is no text of its author's.
      if isDocument, !isNamedAsText(name) {
        contents.note(PictureMetadata(scanning: bytes, in: bytes.indices))
      } else {
        // A drawing is taken out of it as it is, with its comments.
        let inner = FileContents(
          bytes, format.inArchive(named: name, bytes), named: name, isCleaned: false)
        add(inner, of: name)
      }
    case .pdf:
      add(FileContents(bytes, format, named: name), of: name)
      noteAuthor(of: bytes, format)
    case .mp3: add(FileContents(bytes, format, named: name), of: name)
    case .mp4, .webm, .ogg:
      add(FileContents(bytes, format, named: name), of: name)
      if UncleanableMetadata.isCarried(by: bytes, format: format) { contents.tellsPlace = true }
    default: contents.note(PictureMetadata(bytes, format: format))
    }
  }

  /// Slides and documents often hold the sheets that their charts are drawn from.
  private mutating func lookIntoNested(_ bytes: [UInt8], named name: String) {
    let isDocument = ZipArchive(bytes).entries?.contains(where: \.isPartOfDocument) ?? false
    guard isDocument, depth < Self.deepest else {
      note(.nestedArchive(name))
      return
    }
    add(Self.look(into: bytes, depth: depth + 1, &left, viewer), of: name)
    noteAuthor(of: bytes, .office)
  }

  /// A document's own sheets are its author's, which is told already.
  private mutating func noteAuthor(of bytes: [UInt8], _ format: FileFormat) {
    guard !isDocument, AuthorFinding(bytes, format: format) == .carriesAuthor else { return }
    contents.namesAuthor = true
  }

  private mutating func readDocument(_ bytes: [UInt8], named name: String) {
    guard bytes.count <= SearchLimits.text else {
      note(.tooLong)
      return
    }
    let text = ReadableText.utf8(bytes)
    if name == stringsOfWorkbook { strings = DocumentText.sharedStrings(of: text) }
    documentPieces += DocumentText.pieces(of: text, strings: strings)
  }

  private mutating func add(_ inner: FileContents, of name: String) {
    contents.parts += inner.parts.map { part in
      let pieces = part.pieces.map { TextPiece($0.text, line: 0, isProse: $0.isProse) }
      return FileContents.Part(name: isDocument ? nil : name, pieces: pieces)
    }
    contents.tellsPlace = contents.tellsPlace || inner.tellsPlace
    contents.namesAuthor = contents.namesAuthor || inner.namesAuthor
    if let unseen = inner.unseen { note(unseen) }
  }

  /// Of several reasons the first is told.
  private mutating func note(_ unseen: Unseen) {
    contents.unseen = contents.unseen ?? unseen
  }
}

extension FileFormat {
  /// The format of a file in an archive, a text where its ending says so, as for other files.
  fileprivate func inArchive(named name: String, _ bytes: [UInt8]) -> FileFormat {
    (try? FileFormat(checking: bytes, named: name)) ?? self
  }
}

extension ZipArchive.Listed {
  /// Whether this is what makes an archive an Office document.
  fileprivate var isPartOfDocument: Bool {
    ["[Content_Types].xml", "content.xml", "word/document.xml"].contains(name)
  }

  /// What macOS adds to every archive: no file of the author's.
  fileprivate var isOfFinder: Bool {
    name.hasPrefix("__MACOSX/") || name.hasSuffix(".DS_Store")
  }
}

private let stringsOfWorkbook = "xl/sharedStrings.xml"

/// Whether a file lies in a document as a text of its own.
private func isNamedAsText(_ name: String) -> Bool {
  let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  return FileFormat.expected(forExtension: ending) == .text
}

/// Whether a part of a document holds words of its author, rather than how they look.
private func isTextOfDocument(_ name: String) -> Bool {
  guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { return false }
  let last = name.split(separator: "/").last ?? ""
  let ofPrograms: Set<Substring> = [
    "fontTable.xml", "webSettings.xml", "numbering.xml", "theme1.xml", "theme2.xml",
    "[Content_Types].xml", "tableStyles.xml", "presProps.xml", "viewProps.xml", "calcChain.xml",
  ]
  // OpenDocument keeps the text of headers and footers among its styles.
  return !ofPrograms.contains(last) && (last != "styles.xml" || name == "styles.xml")
}
