package import Diagnostics
import Files

extension Debt {
  /// Reads a list; a line that no import writes is a problem.
  ///
  /// It is YAML, and read line by line in the one form in which it is written: a large one is read
  /// by every build.
  package static func read(_ source: SourceText) -> Diagnosed<Debt> {
    var reading = DebtReading(source: source)
    for number in source.lineStarts.indices where !reading.isOver {
      reading.read(source.bytes(ofLine: number + 1), number: number + 1)
    }
    return Diagnosed(reading.debt, reading.diagnostics)
  }
}

private struct DebtReading {
  private enum Section { case none, remedies, entries }

  let source: SourceText
  var debt = Debt()
  var diagnostics: [Diagnostic] = []
  private var section = Section.none
  /// The path whose items are being read.
  private var path: RelativePath?

  init(source: SourceText) { self.source = source }

  /// Whoever is told of a hundred lines does not need the next.
  var isOver: Bool { isFull || diagnostics.count >= 100 }
  private var isFull = false

  mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) {
    let line = bytes.withoutBlanksAtEnd
    if line.isEmpty || line.first == UInt8(ascii: "#") { return }
    if line.elementsEqual("remedies:".utf8) {
      section = .remedies
    } else if line.elementsEqual("entries:".utf8) || line.elementsEqual("entries: {}".utf8) {
      section = .entries
    } else if section == .entries, let item = line.after("    - {"), item.last == closingBrace {
      read(item: item.dropLast(), number)
    } else if section == .entries, let key = line.keyOfDebt {
      read(path: key, number)
    } else if section != .remedies || line.first != 0x20 {
      report(.noLine(source.location(line: number)))
    }
  }

  private mutating func read(path key: String, _ number: Int) {
    path = nil
    guard let found = try? RelativePath(key) else {
      return report(.noLine(source.location(line: number)))
    }
    guard debt.lines[found] == nil else {
      return report(.repeated(key, source.location(line: number)))
    }
    debt.lines[found] = number
    path = found
  }

  private mutating func read(item: ArraySlice<UInt8>, _ number: Int) {
    let place = source.location(line: number)
    guard let fields = ItemFields(item) else { return report(.noLine(place)) }
    let id = DiagnosticID(rawValue: fields.what)
    guard let kind = DebtKind(id) else {
      return report(id.isPrivacyFinding ? .privacy(id, place) : .notOwed(id, place))
    }
    guard let path else {
      if debt.lines.isEmpty { report(.noLine(place)) }
      return
    }
    guard debt.add(DebtItem(kind, line: fields.line, former: fields.former), at: path) else {
      isFull = true
      return report(.tooMany(place))
    }
  }

  private mutating func report(_ problem: Diagnostic) { diagnostics.append(problem) }
}

/// `what: dead-link, line: 0123456789abcdef, former: '/old/guide/'`.
private struct ItemFields {
  let what: String
  var line: LineDigest?
  var former: String?

  init?(_ text: ArraySlice<UInt8>) {
    guard let rest = text.after("what: ") else { return nil }
    let what = rest.prefix { $0 != UInt8(ascii: ",") }
    self.what = String(decoding: what, as: UTF8.self)
    var end = rest[what.endIndex...]
    if let rest = end.after(", line: ") {
      guard let digest = LineDigest(hexadecimal: rest.prefix(16)) else { return nil }
      line = digest
      end = rest.dropFirst(16)
    }
    if let rest = end.after(", former: ") {
      guard let words = rest.quotedInDebt else { return nil }
      former = words
      end = []
    }
    guard !what.isEmpty, end.isEmpty else { return nil }
  }
}

private let closingBrace = UInt8(ascii: "}")

extension ArraySlice<UInt8> {
  fileprivate var withoutBlanksAtEnd: ArraySlice<UInt8> {
    self[startIndex..<((lastIndex { $0 != 0x20 && $0 != 0x09 }).map { $0 + 1 } ?? startIndex)]
  }

  /// What follows some words; `nil` where it does not begin with them.
  fileprivate func after(_ words: StaticString) -> ArraySlice<UInt8>? {
    words.withUTF8Buffer { starts(with: $0) ? dropFirst($0.count) : nil }
  }

  /// The words between single quotes that the slice is made of.
  fileprivate var quotedInDebt: String? {
    let quote = UInt8(ascii: "'")
    guard count >= 2, first == quote, last == quote else { return nil }
    var words: [UInt8] = []
    var rest = dropFirst().dropLast()
    while let byte = rest.popFirst() {
      if byte == quote, rest.popFirst() != quote { return nil }
      words.append(byte)
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// The path of a line that opens what is said of a file: `  content/posts/a.md:`.
  package var keyOfDebt: String? {
    guard let text = after("  "), let first = text.first, first != 0x20 else { return nil }
    if first == UInt8(ascii: "'") {
      guard let end = text.lastIndex(of: UInt8(ascii: "'")),
        text[(end + 1)...].first == UInt8(ascii: ":")
      else { return nil }
      return text[...end].quotedInDebt
    }
    guard let end = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return String(decoding: text[..<end], as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func noLine(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "bad-debt", at: place, "this is no line of debt.yml that an import writes",
      hints: ["take the line out; after a merge, keep the lines that both sides have"])
  }

  fileprivate static func repeated(_ path: String, _ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "bad-debt", at: place, "'\(path.quotedInput)' is listed twice",
      hints: ["keep one of the two, with what both sides of a merge have below it"])
  }

  fileprivate static func notOwed(_ id: DiagnosticID, _ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "bad-debt", at: place, "'\(id.rawValue.quotedInput)' cannot be owed",
      because: "What keeps a site from being built, or tells who may read it, is fixed at once.",
      hints: ["take the line out, and fix what 'handbook check' says of the entry"])
  }

  fileprivate static func tooMany(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "bad-debt", at: place,
      "debt.yml lists more than \(Debt.mostItems) things, the most that may be owed",
      hints: ["take out the lines from here on, and fix what they stand for"])
  }

  fileprivate static func privacy(_ id: DiagnosticID, _ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "private-debt", at: place,
      "'\(id.rawValue.quotedInput)' is a privacy finding, and those are never owed",
      because: "Whoever is named without consent cannot wait until somebody has the time.",
      hints: ["take the line out, and fix what 'handbook check' says of the entry"])
  }
}
