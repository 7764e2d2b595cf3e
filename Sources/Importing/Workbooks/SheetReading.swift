import Pictures

/// The rows of a sheet: each cell as its text.
struct SheetReading: PartReading {
  private(set) var rows: [(number: Int, cells: [String])] = []
  private(set) var isTooWide = false
  private let strings: [String]
  private let formats: CellFormats
  private var row: [String] = []
  private var rowNumber = 0
  private var column = 0
  private var kind = ""
  private var style: Int?
  private var value: [UInt8] = []
  private var open: [String] = []
  private var size = 0

  init(strings: [String], formats: CellFormats) {
    self.strings = strings
    self.formats = formats
  }

  /// Past the most rows or bytes that are read, one more is enough to tell.
  var isDone: Bool {
    isTooWide || rows.count > ImportLimits.items + 20 || size > ImportLimits.workbookPart
  }

  mutating func start(_ element: XmlElement) {
    open.append(element.localName)
    switch element.localName {
    case "row":
      rowNumber = element.value(of: "r").flatMap { Int($0) } ?? rowNumber + 1
      (row, column) = ([], -1)
    case "c":
      column = element.value(of: "r").flatMap(Self.column) ?? column + 1
      kind = element.value(of: "t") ?? "n"
      style = element.value(of: "s").flatMap { Int($0) }
      value = []
    default: break
    }
  }

  mutating func text(_ text: [UInt8]) {
    guard let element = open.last, element == "v" || element == "t", !open.contains("rPh") else {
      return
    }
    value += text
  }

  mutating func end() {
    switch open.popLast() {
    case "c": endCell()
    case "row":
      if !row.allSatisfy(\.isEmpty) { rows.append((rowNumber, row)) }
    default: break
    }
  }

  private mutating func endCell() {
    let text = shown.trimmed
    guard !text.isEmpty, column >= 0 else { return }
    guard column < ImportLimits.columns else {
      isTooWide = true
      return
    }
    while row.count <= column { row.append("") }
    row[column] = text
    size += text.utf8.count
  }

  private var shown: String {
    let text = String(decoding: value, as: UTF8.self)
    switch kind {
    case "s": return Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": return text == "1" ? "TRUE" : "FALSE"
    case "n": return formats.text(text, style: style)
    case "e": return ""
    // A day in ISO 8601, with a time that may be midnight.
    case "d": return text.hasSuffix("T00:00:00") ? String(text.dropLast(9)) : text
    default: return text
    }
  }

  /// The column of a cell's name, from 0: that of `AB12` is 27.
  private static func column(_ name: String) -> Int? {
    let letters = name.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count) else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
  }
}
