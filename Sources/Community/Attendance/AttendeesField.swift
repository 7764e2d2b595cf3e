import Diagnostics
import Markup

/// The field `attendees` of a meeting's file, to which ids are added as it is written.
struct AttendeesField {
  private let source: SourceText
  private let extent: FrontMatter.Extent
  private let value: FieldValue?

  /// `nil` where the front matter can't be added to.
  init?(_ source: SourceText) {
    self.source = source
    extent = FrontMatter.split(source).value
    guard extent.isReadable,
      let map = FrontMatter.fields(of: source, extent, roles: .declared).value
    else { return nil }
    value = map["attendees"]?.value
    if case .map = value?.content { return nil }
  }

  /// The change that adds ids; those that are there stay.
  func adding(_ ids: [String]) -> [Fix] {
    guard !ids.isEmpty else { return [] }
    let list = ids.joined(separator: ", ")
    switch value?.content {
    case nil: return [newField("attendees: [\(list)]\n")]
    case .empty?, .map?: return [afterColon(" [\(list)]")]
    case .text?: return [insert(", " + list, after: value?.span)]
    case .list(let items)?:
      guard let last = items.last else { return [afterColon(" [\(list)]")] }
      guard isInBrackets else {
        let indent = prefix(ofLine: Int(last.span.line))
        let lines = ids.map { "\n\(indent)\($0)" }.joined()
        return [insert(lines, after: last.span)]
      }
      return [insert(", " + list, after: last.span)]
    }
  }

  /// A line before the marker that closes the front matter, or front matter of its own.
  private func newField(_ line: String) -> Fix {
    guard let matter = extent.matter else {
      return Fix(SourceSpan(line: 1, column: 1, length: 0), with: "---\n\(line)---\n\n")
    }
    let closing = source.line(at: matter.upperBound)
    return Fix(SourceSpan(line: closing, column: 1, length: 0), with: line)
  }

  /// Inserts behind a value, and behind the quote that ends it.
  private func insert(_ text: String, after span: SourceSpan?) -> Fix {
    let span = span ?? SourceSpan(line: 1, column: 1, length: 0)
    let end = Int(span.column + span.length)
    let isList = if case .list = value?.content { true } else { false }
    let next = source.range(of: SourceSpan(line: Int(span.line), column: end, length: 1))
    let isQuote = next.map { "\"'".utf8.contains(source.bytes[$0.lowerBound]) } == true
    return Fix(
      SourceSpan(line: Int(span.line), column: end + (isQuote && isList ? 1 : 0), length: 0),
      with: text)
  }

  /// Writes a value in place of what stands behind the field's colon.
  private func afterColon(_ text: String) -> Fix {
    let line = Int(value?.span.line ?? 1)
    let place = source.location(line: line)
    let written = (place.excerpt ?? "").unicodeScalars
    let colon = written.firstIndex(of: ":").map {
      written.distance(from: written.startIndex, to: $0)
    }
    let start = (colon ?? written.count - 1) + 1
    return Fix(
      SourceSpan(line: line, column: start + 1, length: written.count - start), with: text)
  }

  private var isInBrackets: Bool {
    guard let range = value.flatMap({ source.range(of: $0.span) }) else { return false }
    return source.bytes[range].first == UInt8(ascii: "[")
  }

  /// What stands before the words of an item of a list: its indentation and hyphen.
  private func prefix(ofLine number: Int) -> String {
    let line = source.location(line: number).excerpt ?? ""
    return String(line.prefix { " -".contains($0) })
  }
}
