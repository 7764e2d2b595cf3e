import Diagnostics
import Text

/// A mark that another tool would have read, and that is shown here as it is written.
enum ForeignMark: Hashable, CaseIterable {
  case admonition, tab, contents, attributes, container, snippet, comment, abbreviation
  case definition, directive, pageBreak, formula

  /// Reads how a line of a paragraph begins.
  init?(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let mark = Self.allCases.first(where: { $0.begins(line) }) else { return nil }
    self = mark
  }

  private func begins(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch self {
    case .admonition:
      ["!!! ", "??? ", "???+ "].contains { mark in
        line.starts(with: mark.utf8) && line.dropFirst(mark.utf8.count).first.map(isSmall) == true
      }
    case .tab: line.starts(with: "=== \"".utf8) || line.starts(with: "===! \"".utf8)
    case .contents:
      ["[toc]", "[[toc]]", "[[_toc_]]", "${toc}", "@[toc]", "{{toc}}"].contains(folded(line))
    case .attributes: line.starts(with: "{:".utf8) && line.contains(UInt8(ascii: "}"))
    case .container: line.starts(with: ":::".utf8)
    case .snippet: line.starts(with: "--8<--".utf8)
    case .comment: line.starts(with: "%%".utf8)
    case .abbreviation: line.starts(with: "*[".utf8) && holds("]:", line)
    case .definition: line.starts(with: ": ".utf8) && line.count > 2
    case .directive:
      line.starts(with: ".. ".utf8) && line.dropFirst(3).first.map(isSmall) == true
        && holds("::", line)
    case .formula: false
    case .pageBreak: ["\\newpage", "\\pagebreak", "\\clearpage"].contains(folded(line))
    }
  }

  /// What a message calls it by.
  var name: String {
    switch self {
    case .admonition: "!!! note"
    case .tab: "=== \"Tab\""
    case .contents: "[TOC]"
    case .attributes: "{: .class}"
    case .container: ":::"
    case .snippet: "--8<--"
    case .comment: "%%"
    case .abbreviation: "*[HTML]:"
    case .definition: ": definition"
    case .directive: ".. note::"
    case .pageBreak: "\\newpage"
    case .formula: "\\(…\\)"
    }
  }

  /// What to write instead.
  var advice: String {
    switch self {
    case .admonition, .container, .directive:
      "write '> [!NOTE]' on a line of its own, and begin each line of the note below it with '> '"
    case .tab: "write a heading for each part, such as '### For Year 7'"
    case .contents: "delete it: a page with several headings lists them by itself"
    case .attributes: "delete it; only '{#name}' at a heading's end is read, as its anchor"
    case .snippet: "copy the text to this place, or write a link to its file"
    case .comment: "delete it and what it hides: here everybody can read that"
    case .abbreviation: "write the words out where the short form first comes up"
    case .definition: "write a list: '- **Word**: what it means'"
    case .formula: "write the formula between dollar signs: $x$"
    case .pageBreak: "delete it: where a page of paper ends is for the browser to tell"
    }
  }
}

private func isSmall(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
}

private func folded(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> String {
  line.count > 20 ? "" : String(decoding: line, as: UTF8.self).foldedForComparison
}

private func holds(_ needle: StaticString, _ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  let needle = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
  return line.indices.contains { line[$0...].starts(with: needle) }
}

extension BodyReader {
  /// Warns of a mark of another tool, each kind of them once a file.
  mutating func tell(_ mark: ForeignMark, at range: Range<Int>) {
    guard toldMarks.insert(mark).inserted else { return }
    diagnostics.append(
      foreignMark(
        mark, SourceLocation(path: text.source.path, span: text.source.span(of: range))))
  }

  /// Looks in text for marks that stand within a line: `{: .class}`, `{ .button }`, `%%`.
  mutating func readForeignMarks(in literal: UnsafeBufferPointer<UInt8>, line: Int) {
    for opening in ["{:", "{.", "{ ."] where !toldMarks.contains(.attributes) {
      guard let place = place(of: opening, in: literal, line: line),
        closes(place, in: text.source.bytes)
      else { continue }
      tell(.attributes, at: place)
    }
    if !toldMarks.contains(.formula), let place = placeOfFormula(in: literal, line: line) {
      tell(.formula, at: place)
    }
    if !toldMarks.contains(.comment), let place = place(of: "%%", in: literal, line: line) {
      tell(.comment, at: place)
    }
  }

  /// Where a formula stands between `\(` and `\)`, whose backslashes CommonMark takes away.
  private mutating func placeOfFormula(
    in literal: UnsafeBufferPointer<UInt8>, line: Int
  ) -> Range<Int>? {
    guard literal.holds(UInt8(ascii: "(")),
      let span = spans.find("\\(".utf8, onLine: line, through: lastLine),
      let opening = text.source.range(of: span)
    else { return nil }
    let rest = text.source.bytes[opening.upperBound...].prefix(200).prefix { $0 != 0x0A }
    let close = rest.indices.first { rest[$0...].starts(with: "\\)".utf8) }
    guard let close, close > rest.startIndex, Formula.looksLikeOne(rest[..<close]) else {
      return nil
    }
    return opening.lowerBound..<(close + 2)
  }

  private mutating func place(
    of opening: String, in literal: UnsafeBufferPointer<UInt8>, line: Int
  ) -> Range<Int>? {
    let isThere = literal.indices.contains { literal[$0...].starts(with: opening.utf8) }
    guard isThere, let span = spans.find(opening.utf8, onLine: line, through: lastLine) else {
      return nil
    }
    return text.source.range(of: span)
  }

  private func closes(_ opening: Range<Int>, in bytes: [UInt8]) -> Bool {
    let rest = bytes[opening.upperBound...].prefix(200).prefix { $0 != 0x0A && $0 != 0x0D }
    let name = rest.drop { $0 == 0x20 }.first ?? 0
    let isName = name | 0x20 >= UInt8(ascii: "a") && name | 0x20 <= UInt8(ascii: "z")
    return rest.contains(UInt8(ascii: "}"))
      && (isName || name == UInt8(ascii: ".") || name == UInt8(ascii: "#"))
  }
}

// MARK: - Messages

private func foreignMark(_ mark: ForeignMark, _ place: SourceLocation) -> Diagnostic {
  Diagnostic(
    .warning, "foreign-mark", at: place,
    "'\(mark.name)' is a mark of another tool, which is shown here as it is written",
    hints: [mark.advice])
}
