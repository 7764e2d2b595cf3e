import Diagnostics
import Pictures

/// A workbook of a spreadsheet program (ECMA-376, SpreadsheetML): the texts and numbers in its cells.
struct Workbook {
  private let archive: ZipArchive
  private let name: String
  private let strings: [String]
  private let formats: CellFormats
  private let sheets: [(name: String, part: String)]

  /// Whether bytes begin like an archive, which a workbook is.
  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// - Throws: `UnreadableInput` for what is no workbook, or a larger one than is read.
  init(_ bytes: [UInt8], named name: String) throws(UnreadableInput) {
    self.name = name
    archive = ZipArchive(bytes)
    guard let listing = ArchiveListing(bytes), let entries = archive.entries else {
      throw UnreadableInput("'\(name)' is damaged: open it and save it again")
    }
    guard listing.fileCount <= ImportLimits.documentParts,
      entries.count <= ImportLimits.documentParts,
      listing.size <= ImportLimits.unpackedDocument
    else {
      throw UnreadableInput(
        "'\(name)' would unpack to more than is read: save the sheet as CSV, and import that")
    }
    guard !entries.contains(where: \.isEncrypted) else {
      throw UnreadableInput("'\(name)' has a password: save it without one")
    }
    let book = try Self.read("xl/workbook.xml", archive, name, BookReading())
    let links = try Self.read("xl/_rels/workbook.xml.rels", archive, name, LinkReading())
    guard let book, let links else {
      throw UnreadableInput("'\(name)' is no Excel workbook (.xlsx): save it as one, or as CSV")
    }
    strings = try Self.read("xl/sharedStrings.xml", archive, name, StringReading())?.strings ?? []
    formats = CellFormats(
      styles: try Self.read("xl/styles.xml", archive, name, StyleReading()) ?? StyleReading(),
      countsFrom1904: book.countsFrom1904)
    sheets = book.sheets.compactMap { sheet in
      links.targets[sheet.link].map { target in
        (sheet.name, target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)")
      }
    }
  }

  /// The rows of a sheet, by its name; the first that holds anything where none is asked for.
  func sheet(
    _ wanted: String?
  ) throws(UnreadableInput) -> (rows: [(number: Int, cells: [String])], notes: [String]) {
    let names = sheets.map { "'\($0.name.quotedInput)'" }.joined(separator: ", ")
    if let wanted {
      let found = sheets.first { $0.name == wanted }
      guard
        let sheet = found
          ?? sheets.first(where: { $0.name.foldedForSheets == wanted.foldedForSheets })
      else {
        throw UnreadableInput("there is no sheet '\(wanted.quotedInput)'; there are \(names)")
      }
      return (try rows(of: sheet.part), [])
    }
    for sheet in sheets {
      let rows = try rows(of: sheet.part)
      guard !rows.isEmpty else { continue }
      let note =
        "The sheet '\(sheet.name.quotedInput)' was read, of \(names): name another with --sheet."
      return (rows, sheets.count > 1 ? [note] : [])
    }
    throw UnreadableInput("'\(name)' has no cell with anything in it")
  }

  private func rows(of part: String) throws(UnreadableInput) -> [(number: Int, cells: [String])] {
    let reading = SheetReading(strings: strings, formats: formats)
    guard let sheet = try Self.read(part, archive, name, reading) else { return [] }
    guard !sheet.isTooWide else {
      throw UnreadableInput(
        "'\(name)' has more than \(ImportLimits.columns) columns, the most that is read")
    }
    return sheet.rows
  }

  /// Reads one part with what takes its events; `nil` where there is no such part.
  private static func read<Reading: PartReading>(
    _ part: String, _ archive: ZipArchive, _ name: String, _ reading: Reading
  ) throws(UnreadableInput) -> Reading? {
    guard let entry = archive.entry(named: part) else { return nil }
    guard let bytes = archive.unpacked(entry, atMost: ImportLimits.workbookPart) else {
      throw UnreadableInput(
        "'\(name)' is damaged, or a part of it holds more than \(ImportLimits.workbookPart >> 20) MiB, "
          + "the most that is read: save the sheet as CSV, and import that")
    }
    var reading = reading
    do throws(XmlFault) {
      guard String(validating: bytes, as: UTF8.self) != nil else { throw XmlFault(offset: 0) }
      var reader = try XmlReader(bytes)
      var depth = 0
      while let event = try reader.next() {
        switch event {
        case .start(let element):
          depth += 1
          guard depth <= 64 else { throw XmlFault(offset: 0) }
          reading.start(element)
        case .end:
          depth -= 1
          reading.end()
        case .text(let text): reading.text(text)
        case .declaration, .doctype, .instruction, .comment: break
        }
        if reading.isDone { break }
      }
    } catch {
      throw UnreadableInput("'\(name)' is damaged: open it and save it again")
    }
    return reading
  }
}

/// What takes the events of one part of a workbook, and keeps what it looks for.
protocol PartReading {
  mutating func start(_ element: XmlElement)
  mutating func end()
  mutating func text(_ text: [UInt8])
  /// Whether no more needs to be read.
  var isDone: Bool { get }
}

extension PartReading {
  mutating func end() {}
  mutating func text(_ text: [UInt8]) {}
  var isDone: Bool { false }
}

extension String {
  fileprivate var foldedForSheets: String { lowercased().trimmed }
}

/// The sheets of a workbook, in their order.
private struct BookReading: PartReading {
  private(set) var sheets: [(name: String, link: String)] = []
  private(set) var countsFrom1904 = false

  mutating func start(_ element: XmlElement) {
    switch element.localName {
    case "workbookPr":
      countsFrom1904 = ["1", "true"].contains(element.value(of: "date1904"))
    case "sheet":
      let link = element.attributes.first { $0.localName == "id" && !$0.prefix.isEmpty }
      guard let name = element.value(of: "name"), let link else { return }
      sheets.append((name, String(decoding: link.value, as: UTF8.self)))
    default: break
    }
  }
}

/// In which part each sheet is.
private struct LinkReading: PartReading {
  private(set) var targets: [String: String] = [:]

  mutating func start(_ element: XmlElement) {
    guard element.localName == "Relationship", let id = element.value(of: "Id"),
      let target = element.value(of: "Target")
    else { return }
    targets[id] = target
  }
}

/// The texts that cells point to by their numbers.
private struct StringReading: PartReading {
  private(set) var strings: [String] = []
  private var open: [String] = []
  private var current: [UInt8] = []

  mutating func start(_ element: XmlElement) {
    open.append(element.localName)
    if element.localName == "si" { current = [] }
  }

  mutating func end() {
    if open.popLast() == "si" { strings.append(String(decoding: current, as: UTF8.self)) }
  }

  mutating func text(_ text: [UInt8]) {
    // What tells how a word is spoken is no part of it.
    if open.last == "t", !open.contains("rPh") { current += text }
  }
}

/// How numbers are shown: the formats that cells point to.
struct StyleReading: PartReading {
  var codes: [Int: String] = [:]
  /// The format of each style of a cell.
  var formats: [Int] = []
  private var open: [String] = []

  mutating func start(_ element: XmlElement) {
    open.append(element.localName)
    switch element.localName {
    case "numFmt":
      if let id = element.value(of: "numFmtId").flatMap({ Int($0) }) {
        codes[id] = element.value(of: "formatCode")
      }
    case "xf":
      if open.contains("cellXfs") {
        formats.append(element.value(of: "numFmtId").flatMap { Int($0) } ?? 0)
      }
    default: break
    }
  }

  mutating func end() { _ = open.popLast() }
}
