package import Community
package import Dates
import Markup

/// A new entry, as it is before anybody has written in it: valid, with every field explained.
package struct EntryStart: Sendable {
  package let id: EntryID
  /// The language of all that it says.
  let language: StarterLanguage
  /// The fields that are filled in, in order.
  package private(set) var filled: [(name: String, value: String)] = []
  package var body: String
  package var explains = Explained.all

  /// Which fields of the kind are explained, as notes that can be filled in.
  package enum Explained: Sendable {
    case all
    /// Those that people use.
    case usual
    case nothing
  }

  package init(_ id: EntryID, in language: StarterLanguage, body: String? = nil) {
    self.id = id
    self.language = language
    self.body = body ?? EntryStart.body(of: id.kind, in: language)
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

  /// Fills a field in as its type asks for it.
  package mutating func fill(_ field: DeclaredField, _ words: String) {
    switch field.type {
    case .date, .time, .count, .number, .yesNo:
      words.isPlainWord ? fill(field.name, yaml: words) : fill(field.name, words)
    default: fill(field.name, words)
    }
  }

  /// Fills in what a valid entry of the kind needs, besides what is filled in already.
  package mutating func fillNeeded(on day: CalendarDate, besides filled: Set<String> = []) {
    for field in id.kind.declaration.neededFields where !filled.contains(field.name) {
      switch field.value {
      case .day: fill(field.name, yaml: day.description)
      case .words(let words): fill(field.name, words)
      case .prompt:
        if let word = StarterWord.prompt(of: field.name) { fill(field.name, language.words(word)) }
      }
    }
  }

  /// Where the file lies within the site.
  package var path: String { "content/\(id.kind.folder)/\(id.name).md" }

  /// The whole file.
  package var text: String {
    let names = Set(filled.map(\.name))
    let lines = filled.map { "\($0.name): \($0.value)\n" }.joined()
    let fields = explained
    let guide = language.guide
    let offers = fields.filter { !names.contains($0.name) }.map(guide.offer)
    let notes = offers.isEmpty ? "" : note + offers.joined()
    return "---\n\(lines)\(notes)---\n\n\(body)"
  }

  private var explained: [DeclaredField] {
    switch explains {
    case .all: id.kind.fields
    case .usual: id.kind.usualFields
    case .nothing: []
    }
  }

  private var note: String { language.words.lines(.fieldsNote).map { "# \($0)\n" }.joined() }

  /// What an entry of the kind begins with.
  private static func body(of kind: EntryKind, in language: StarterLanguage) -> String {
    kind.opening.map { language.words($0) + "\n" } ?? Agenda.usual(in: language).text
  }
}

extension String {
  /// Whether it is a number, a date, a time or a word that needs no quotes in YAML.
  fileprivate var isPlainWord: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "."): true
        default: false
        }
      }
  }

  /// The words with each line break as a space.
  var onOneLine: String { split { $0.isNewline }.joined(separator: " ") }
}
