import Diagnostics
import Markup

/// The fields of a text that is front matter with its markers, and every problem found.
func fields(_ text: String) -> Diagnosed<FieldMap?> {
  fields(SourceText(path: "content/posts/a.md", text))
}

func fields(_ source: SourceText) -> Diagnosed<FieldMap?> {
  let extent = FrontMatter.split(source)
  let map = FrontMatter.fields(of: source, extent.value, roles: .ofTests)
  return Diagnosed(map.value, extent.diagnostics + map.diagnostics)
}

extension FieldRoles {
  /// Names of fields that tests of front matter use.
  static let ofTests = FieldRoles(
    people: ["attendees", "authors", "chair", "creators", "member", "members", "owners", "people"],
    words: ["description", "label", "measure", "name", "note", "quote", "summary", "title", "why"])
}

/// The fields of lines of YAML, which are put between markers here.
func matter(_ lines: String) -> Diagnosed<FieldMap?> {
  fields("---\n\(lines)\n---\n")
}

/// A problem as one line of text: its severity, summary, id, the words underlined, then reason and
/// hints, a line each.
func told(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map { diagnostic in
    var lines = ["\(diagnostic.severity): \(diagnostic.summary) [\(diagnostic.id.rawValue)]"]
    if let place = diagnostic.location, let excerpt = place.excerpt {
      let words = excerpt.unicodeScalars.dropFirst(place.column - 1).prefix(place.length)
      lines.append("  \(place.line): ⟦\(String(String.UnicodeScalarView(words)))⟧")
    }
    if let explanation = diagnostic.explanation { lines.append("  note: \(explanation)") }
    return (lines + diagnostic.hints.map { "  help: \($0)" }).joined(separator: "\n")
  }.joined(separator: "\n")
}

extension FieldMap {
  /// The fields as one line: `title=Fractions tags=[a, b] consent={name=yes}`.
  var inShort: String {
    fields.map { "\($0.key)=\($0.value.inShort)" }.joined(separator: " ")
  }
}

extension FieldValue {
  var inShort: String {
    switch content {
    case .text(let text, _): text
    case .list(let items): "[" + items.map(\.inShort).joined(separator: ", ") + "]"
    case .map(let map): "{\(map.inShort)}"
    case .empty: "-"
    }
  }
}
