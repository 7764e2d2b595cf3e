package import Community
package import Dates
import Markup

/// A new entry, as it is before anybody has written in it: valid, with every field explained.
package struct EntryStart: Sendable {
  package let id: EntryID
  /// The fields that are filled in, in order.
  package private(set) var filled: [(name: String, value: String)] = []
  package var body: String
  /// Whether every field of the kind is explained, or only those that people use.
  package var explainsAll = true

  package init(_ id: EntryID, body: String? = nil) {
    self.id = id
    self.body = body ?? EntryStart.body(of: id.kind)
  }

  /// Fills a field in; what it says is quoted where YAML would take it for more than words.
  package mutating func fill(_ name: String, _ words: String) {
    filled.append((name, words.onOneLine.asYAML))
  }

  package mutating func fill(_ name: String, list: [String]) {
    filled.append((name, "[\(list.map(\.onOneLine.asYAMLItem).joined(separator: ", "))]"))
  }

  /// Fills a field in with YAML that is written out already.
  package mutating func fill(_ name: String, yaml: String) {
    filled.append((name, yaml))
  }

  /// Fills in what a valid entry of the kind needs.
  package mutating func fillNeeded(on day: CalendarDate) {
    for field in id.kind.declaration.neededFields {
      switch field.value {
      case .day: fill(field.name, yaml: day.description)
      case .words(let words), .prompt(let words): fill(field.name, words)
      }
    }
  }

  /// Where the file lies within the site.
  package var path: String { "content/\(id.kind.folder)/\(id.name).md" }

  /// The whole file.
  package var text: String {
    let names = Set(filled.map(\.name))
    let lines = filled.map { "\($0.name): \($0.value)\n" }.joined()
    let fields = explainsAll ? FieldGuide.fields(of: id.kind) : FieldGuide.usual(of: id.kind)
    let offers = fields.filter { !names.contains($0.name) }.map(\.offer)
    let notes = offers.isEmpty ? "" : note + offers.joined()
    return "---\n\(lines)\(notes)---\n\n\(body)"
  }

  private var note: String {
    """
    # A line that begins with # is a note. To use a field, take its # away and write your own words
    # behind the colon. Delete the notes that you do not need.

    """
  }

  /// What an entry of the kind begins with.
  private static func body(of kind: EntryKind) -> String {
    switch kind.declaration.opening {
    case .words(let words): words
    case .agenda: Agenda.usual.text
    }
  }
}

extension String {
  /// The words with each line break as a space.
  var onOneLine: String { split { $0.isNewline }.joined(separator: " ") }
}
