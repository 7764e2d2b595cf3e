import Diagnostics
import Markup
import TOMLKit

/// The front matter of a page from elsewhere, in one of the languages that are in use.
enum ForeignMatter: Hashable, Sendable {
  case none
  case yaml(String)
  case toml(String)
  case json(String)
}

extension ForeignMatter {
  /// Parts a page into its front matter and its text.
  static func split(_ text: String) throws(UnreadablePage) -> (ForeignMatter, String) {
    if let (matter, body) = try between("---", in: text) { return (.yaml(matter), body) }
    if let (matter, body) = try between("+++", in: text) { return (.toml(matter), body) }
    if text.utf8.first == UInt8(ascii: "{"), let end = endOfObject(text) {
      return (.json(String(text[..<end])), text[end...].withoutLeadingLineEnds)
    }
    if let (matter, body) = lines(above: text) { return (.yaml(matter), body) }
    return (.none, text)
  }

  /// Lines such as `Title: A talk` at the top, without markers.
  ///
  /// They are front matter of Pelican and of MultiMarkdown, which MkDocs reads too. The first has to
  /// be the title.
  private static func lines(above text: String) -> (String, String)? {
    guard
      text.utf8.prefix(6).elementsEqual("Title:".utf8)
        || text.utf8.prefix(6).elementsEqual("title:".utf8)
    else { return nil }
    var matter = ""
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...].dropFirst()
      if line.trimmed.isEmpty { break }
      let parts = line.split(separator: ":", maxSplits: 1)
      // Behind a colon stands a blank; in an address, none.
      guard parts.count == 2,
        parts[1].isEmpty || parts[1].hasPrefix(" ") || parts[1].hasPrefix(": "),
        let key = parts.first?.trimmed.lowercased(), !key.isEmpty,
        key.utf8.count <= 32,
        key.utf8.allSatisfy({ $0 | 0x20 &- 0x61 < 26 || "_- ".utf8.contains($0) })
      else { return nil }
      // Logseq writes two colons.
      let value = parts[1].drop { $0 == ":" }.trimmed
      matter +=
        "\(key): '\(value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'\n"
      // Pelican's word for what it shows nobody.
      if key == "status", ["draft", "hidden", "private"].contains(value.lowercased()) {
        matter += "draft: true\n"
      }
    }
    return (matter, rest.withoutLeadingLineEnds)
  }

  /// The lines between a marker on the first line and the same marker further down.
  private static func between(
    _ marker: String, in text: String
  ) throws(UnreadablePage) -> (String, String)? {
    // On bytes, and only where it opens: to walk a text by characters takes longer than all the rest.
    let lineEnd = UInt8(ascii: "\n")
    guard Substring(text.utf8.prefix { $0 != lineEnd }).trimmed == marker else { return nil }
    let lines = text.utf8.split(separator: lineEnd, omittingEmptySubsequences: false)
    guard let end = lines.dropFirst().firstIndex(where: { Substring($0).trimmed == marker }) else {
      throw UnreadablePage(reason: "its front matter is never closed with \(marker)")
    }
    let matter = text[lines[1].startIndex..<lines[end].startIndex]
    return (String(matter), text[lines[end].endIndex...].withoutLeadingLineEnds)
  }

  /// Behind the brace that closes the one at the start.
  private static func endOfObject(_ text: String) -> String.Index? {
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isEscaped = byte == UInt8(ascii: "\\")
        if byte == UInt8(ascii: "\"") { isQuoted = false }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return text.utf8.index(after: index) }
      }
    }
    return nil
  }

  private var length: Int {
    switch self {
    case .none: 0
    case .yaml(let text), .toml(let text), .json(let text): text.utf8.count
    }
  }

  /// The fields, and what had to be fixed to read them.
  func read(_ path: String) throws(UnreadablePage) -> (FieldMap, [String]) {
    guard length <= ImportLimits.frontMatter else {
      throw UnreadablePage(reason: tooLong("its front matter", ImportLimits.frontMatter))
    }
    switch self {
    case .none: return (FieldMap(), [])
    case .yaml(let written), .json(let written):
      let text = LongQuotes.joined(written)
      // Below a line, as the front matter stands below its first marker.
      let read = FieldMap.read(wholeFile: SourceText(path: path, "\n" + text), roles: .unknown)
      let problems = read.diagnostics.filter { $0.severity == .error }
      guard let map = read.value else {
        throw UnreadablePage(
          reason: "its front matter cannot be read: \(problems.first?.inOneLine ?? "it is no YAML")"
        )
      }
      return (map, problems.map { "read all the same: \($0.inOneLine)" })
    case .toml(let text):
      guard TOMLDepth(of: text).deepest <= ImportLimits.depth else {
        throw UnreadablePage(
          reason: "its front matter is nested more than \(ImportLimits.depth) deep, the most that "
            + "is read")
      }
      do {
        return (FieldMap(try TOMLTable(string: text)), [])
      } catch {
        throw UnreadablePage(reason: "its front matter cannot be read: it is no TOML")
      }
    }
  }
}

extension FieldMap {
  fileprivate init(_ table: TOMLTable) {
    self.init(
      table.keys.map { key in
        let value = table[key].map(FieldValue.init) ?? FieldValue(.empty, at: .wholeFile)
        return Field(key: key, keySpan: .wholeFile, value: value)
      })
  }
}

extension FieldValue {
  /// A value of TOML 1.0; dates, times and numbers as they are written.
  fileprivate init(_ value: any TOMLValueConvertible) {
    if let table = value.table {
      self.init(.map(FieldMap(table)), at: .wholeFile)
    } else if let array = value.array {
      self.init(.list(array.map { FieldValue($0) }), at: .wholeFile)
    } else if let text = value.string {
      self.init(.text(text, isQuoted: true), at: .wholeFile)
    } else {
      self.init(.text(value.debugDescription, isQuoted: false), at: .wholeFile)
    }
  }
}

extension Diagnostic {
  var inOneLine: String {
    let line = location.map { $0.line > 0 ? "line \($0.line): " : "" } ?? ""
    return line + summary
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline || $0 == "\u{A0}" }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }

  fileprivate var withoutLeadingLineEnds: String { String(drop { $0.isNewline }) }
}
