/// The text of a PDF: what its pages show by the operators for text (ISO 32000-1, section 9.4), and
/// the words of its notes, forms, bookmarks and properties.
///
/// It is read in the order in which it is drawn. Where no table of a font's tells its letters, they
/// are Latin ones or not known, which is told (`isUnread`).
struct PdfText {
  private(set) var pieces: [TextPiece] = []
  /// Whether some text could not be read.
  private(set) var isUnread = false
  private(set) var isTooLong = false

  init(_ bytes: [UInt8]) {
    var objects = PdfObjects(bytes)
    let fonts = PdfFonts(&objects)
    var length = 0
    for stream in objects.streams where stream.dictionary.mayShowText {
      guard length < SearchLimits.text else {
        isTooLong = true
        break
      }
      guard let content = objects.unpacked(stream) else { continue }
      let readings = (0..<fonts.readingCount).map { PdfPage(content, fonts, reading: $0) }
      for page in readings { pieces += page.pieces }
      isUnread = isUnread || readings.allSatisfy(\.isUnread)
      length += content.count * readings.count
    }
    for stream in objects.streams where stream.dictionary.isMetadata {
      guard let packet = objects.unpacked(stream) else { continue }
      pieces += HtmlText.pieces(of: packet).map { TextPiece($0.text, line: 0) }
    }
    isUnread = isUnread || objects.dictionaries.values.contains { $0.holdsName("EmbeddedFiles") }
    for (_, dictionary) in objects.dictionaries.sorted(by: { $0.key < $1.key }) {
      pieces += words(of: dictionary)
    }
    isUnread = isUnread || objects.isPacked
  }

  /// The words that stand in a dictionary, behind names such as `/Contents`.
  private func words(of dictionary: [UInt8]) -> [TextPiece] {
    speakingNames.compactMap { name in
      // In `/S /URI /URI (https://…)` the first is the name of a kind.
      var places = dictionary.places(after: name)[...]
      while let place = places.popFirst() {
        if let piece = word(of: dictionary, at: place) { return piece }
      }
      return nil
    }
  }

  private func word(of dictionary: [UInt8], at place: Int) -> TextPiece? {
    guard place < dictionary.count, dictionary[place] == 0x28 || dictionary[place] == 0x3C,
      !dictionary.holds("<<", at: place)
    else { return nil }
    var scanner = PdfScanner(dictionary, from: place)
    guard case .string(let string)? = scanner.next() else { return nil }
    let text = string.starts(with: [0xFE, 0xFF]) ? string : string.filter { $0 >= 0x20 }
    return text.isEmpty ? nil : TextPiece(ReadableText.utf8(text), line: 0)
  }
}

/// The names of a dictionary whose values people read, or follow.
private let speakingNames = [
  "Contents", "V", "T", "TU", "Title", "URI", "Alt", "ActualText", "Subject", "Keywords", "Author",
  "UF", "RC", "Name",
]

extension [UInt8] {
  /// Whether a stream of this dictionary holds properties, and not only leads to them.
  fileprivate var isMetadata: Bool {
    places(after: "Type").contains { holds("/Metadata", at: $0) }
  }

  /// Whether a stream of this dictionary may draw a page, and is no picture, font or table.
  fileprivate var mayShowText: Bool {
    let others = [
      "XRef", "ObjStm", "Metadata", "Length1", "Length2", "FunctionType", "Type1C",
      "CIDFontType0C", "OpenType", "ICCBased", "N", "PatternType", "ShadingType", "DCTDecode",
      "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", "CMapName", "EmbeddedFile",
    ]
    let isPicture = place(after: "Subtype").map { holds("/Image", at: $0) } ?? false
    return !isPicture && !others.contains(where: holdsName)
  }
}

/// What one stream draws as text.
private struct PdfPage {
  private let fonts: PdfFonts
  /// Which of the fonts is taken that a name may mean.
  private let reading: Int
  private(set) var isUnread = false
  private var font = PdfFont.plain
  private var operands: [PdfToken] = []
  /// The height at which text is drawn, and that of the last.
  private var height = 0.0
  private var lastHeight = 0.0
  private var hasMoved = false
  /// The text, words that were placed by themselves written together; and the same with spaces
  /// between them.
  private var joined: [UInt8] = []
  private var spaced: [UInt8] = []

  init(_ content: [UInt8], _ fonts: PdfFonts, reading: Int) {
    self.fonts = fonts
    self.reading = reading
    guard content.firstOffset(of: "BT", in: content.indices) != nil else { return }
    var scanner = PdfScanner(content, from: 0)
    while let token = scanner.next() {
      guard case .word(let word) = token else {
        if operands.count < 4096 { operands.append(token) }
        continue
      }
      if word == "ID" { scanner.skipPicture() }
      perform(word)
      operands.removeAll(keepingCapacity: true)
    }
  }

  var pieces: [TextPiece] {
    (spaced == joined ? [joined] : [joined, spaced]).flatMap { PlainText.pieces(of: $0) }
      .map { TextPiece($0.text, line: 0) }
  }

  private mutating func perform(_ operation: String) {
    switch operation {
    case "BT": move(to: 0)
    case "Td", "TD": move(to: height + number(fromEnd: 0))
    case "Tm": move(to: number(fromEnd: 0))
    case "T*": move(to: height - 1_000)
    case "Tf":
      if case .name(let name)? = operands.first {
        font = fonts.font(named: name, reading: reading)
      }
    case "Tj", "TJ": show()
    case "'", "\"":
      move(to: height - 1_000)
      show()
    default: break
    }
  }

  private func number(fromEnd index: Int) -> Double {
    let position = operands.count - 1 - index
    guard position >= 0, case .number(let number) = operands[position] else { return 0 }
    return number
  }

  private mutating func move(to height: Double) {
    self.height = height
    hasMoved = true
  }

  /// Whoever draws with spaces of his own steps back by about a fifth of a letter's height or more.
  private static let space = -180.0

  private mutating func show() {
    if hasMoved, !spaced.isEmpty {
      let isNewLine = abs(height - lastHeight) > 1
      if isNewLine { joined.append(0x0A) }
      spaced.append(isNewLine ? 0x0A : 0x20)
    }
    (lastHeight, hasMoved) = (height, false)
    for operand in operands {
      switch operand {
      case .string(let string): add(string)
      case .number(let number) where number < Self.space: appendText([0x20])
      default: break
      }
    }
  }

  private mutating func add(_ string: [UInt8]) {
    if let text = font.text(of: string) { appendText(text) } else { isUnread = true }
  }

  private mutating func appendText(_ text: [UInt8]) {
    joined += text
    spaced += text
  }
}
