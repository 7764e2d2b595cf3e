import Community
import Diagnostics
import Markup
import Scaffolding

/// The words of the desk in one language, from `files/words/`.
struct DeskWords: Sendable {
  /// The tag of the language.
  let language: String
  let plain: [String: String]
  /// What is said of each field.
  let guide: FieldGuide

  static let languages = BuiltInDesk.files.compactMap { file -> String? in
    guard file.path.hasPrefix("words/"), file.path.hasSuffix(".yml") else { return nil }
    return String(file.path.dropFirst("words/".count).dropLast(".yml".count))
  }

  /// Those of a language, or in English where the desk does not speak it.
  init(language: String) {
    let main = String(language.prefix { $0 != "-" }).lowercased()
    self.language = Self.languages.contains(main) ? main : "en"
    plain = Self.read(self.language)
    guide = StarterLanguage(tag: self.language).guide
  }

  private static func read(_ language: String) -> [String: String] {
    guard let file = BuiltInDesk.file("words/\(language).yml"),
      let map = FieldMap.read(wholeFile: file, roles: .unknown).value
    else { return [:] }
    return Dictionary(
      YAMLValue(map).fields.compactMap { field in field.value.words.map { (field.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// A word; the name of one that is missing, which a test looks for.
  func callAsFunction(_ key: String) -> String { plain[key] ?? key }

  /// A pattern with its `{names}` filled in.
  func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    values.reduce(self(key)) { text, value in
      text.split(separator: "{\(value.key)}", omittingEmptySubsequences: false)
        .joined(separator: value.value)
    }
  }

  /// What a field is called above its control.
  func label(of field: DeclaredField, within group: String? = nil) -> String {
    let own = group.flatMap { plain["field_\($0)_\(field.name)"] }
    return own ?? plain["field_\(field.name)"] ?? field.name.inWords
  }

  /// What the entries of a kind are called together.
  func name(of kind: EntryKind) -> String { self("kinds_\(kind.rawValue)") }
}

extension String {
  /// `image_alt` as *Image alt*.
  fileprivate var inWords: String {
    let words = split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
