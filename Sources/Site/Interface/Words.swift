package import Diagnostics
import Markup
import Text

/// The words of the interface in one language, from `templates/strings/<language>.yml`.
package struct Words: Sendable {
  /// The language's tag: `en`.
  package let language: String
  /// What templates may use as `{{words.key}}`: every plain string.
  package let plain: [String: String]
  /// Counted words, by their forms.
  package let plurals: [String: [PluralCategory: String]]
  // The same, each at the place of its name: pages ask for words too often to look for keys.
  private let words: [String]
  private let patterns: [String]
  private let countedWords: [[PluralCategory: String]]
  private let countedPatterns: [[PluralCategory: String]]

  package init(
    language: String, plain: [String: String], plurals: [String: [PluralCategory: String]]
  ) {
    self.language = language
    self.plain = plain
    self.plurals = plurals
    words = Word.keys.map { plain[$0] ?? "" }
    patterns = Pattern.keys.map { plain[$0] ?? "" }
    countedWords = CountedWord.keys.map { plurals[$0] ?? [:] }
    countedPatterns = CountedPattern.keys.map { plurals[$0] ?? [:] }
  }
}

// MARK: - What is said

extension Words {
  /// A word as it stands.
  func callAsFunction(_ word: Word) -> String { words[word.rawValue] }

  /// A number with what it counts: `3 meetings`.
  func count(_ word: CountedWord, _ count: Int) -> String {
    filled(form(of: countedWords[word.rawValue], for: count), ["count": "\(count)"])
  }

  /// The number apart from what it counts; `1` where a language says one in words alone.
  func count(apart word: CountedWord, _ count: Int) -> CountView {
    let form = form(of: countedWords[word.rawValue], for: count)
    let label = filled(form, ["count": ""]).split(separator: " ").joined(separator: " ")
    return CountView(number: "\(count)", label: label)
  }

  /// The forms of a plural, for a count that only a browser knows.
  func forms(_ word: CountedWord) -> [(category: PluralCategory, pattern: String)] {
    let forms = countedWords[word.rawValue]
    return PluralCategory.allCases.compactMap { category in
      forms[category].map { (category, $0) }
    }
  }

  /// A pattern before its places are filled in.
  func unfilled(_ pattern: Pattern) -> String { patterns[pattern.rawValue] }

  /// A pattern with its `{names}` filled in; called by the function that each pattern has.
  func filled(_ pattern: Pattern, _ values: KeyValuePairs<String, String>) -> String {
    filled(unfilled(pattern), values)
  }

  /// The same for a pattern with a number, which is its `{count}`.
  func counted(
    _ pattern: CountedPattern, _ count: Int, _ values: KeyValuePairs<String, String>
  ) -> String {
    filled(form(of: countedPatterns[pattern.rawValue], for: count)) { name in
      name == "count" ? "\(count)" : values.first { $0.key == name }?.value
    }
  }

  private func form(of forms: [PluralCategory: String], for count: Int) -> String {
    forms[PluralCategory(of: count, in: language)] ?? forms[.other] ?? "{count}"
  }
}

// MARK: - Lists

extension Words {
  /// Several words as a sentence lists them: `a, b and c`.
  package func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    var list = items[0]
    for item in items[1..<(items.count - 1)] {
      list = listComma(first: list, last: item)
    }
    return beginsWithVowel(last)
      ? listAndVowel(first: list, last: last) : listAnd(first: list, last: last)
  }

  /// Whether "and" sounds otherwise before a word: `Ada ac Elin`, `Ada e Inés`.
  private func beginsWithVowel(_ word: String) -> Bool {
    let word = word.foldedForComparison
    return several(.listVowels).contains { word.hasPrefix($0) }
  }

  /// The words of a list with commas.
  func several(_ word: Word) -> [String] {
    self(word).split(separator: ",").map { word in
      word.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}

// MARK: - Places to fill in

extension Words {
  private func filled(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
    filled(pattern) { name in values.first { $0.key == name }?.value }
  }

  /// Puts values in the places of their `{names}`, in one pass: what a value says stays as it is.
  func filled(_ pattern: String, _ value: (String) -> String?) -> String {
    var text = ""
    var rest = pattern.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      text += Substring(rest[..<open])
      rest = rest[open...]
      guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else { break }
      let name = String(Substring(rest[..<close].dropFirst()))
      rest = rest[rest.index(after: close)...]
      text += value(name) ?? "{\(name)}"
    }
    return text + Substring(rest)
  }
}

extension Words {
  /// Reads the files of strings of one language, each over those before it, and all over `base`,
  /// whose keys they may translate but not add to.
  package static func read(
    _ sources: [SourceText], language: String, over base: Words?
  ) -> Diagnosed<Words> {
    var words = Words(
      language: language, plain: base?.plain ?? [:], plurals: base?.plurals ?? [:])
    var diagnostics: [Diagnostic] = []
    for (number, source) in sources.enumerated() {
      words = words.merging(source, known: base ?? (number > 0 ? words : nil), &diagnostics)
    }
    return Diagnosed(words, diagnostics)
  }

  private func merging(
    _ source: SourceText, known: Words?, _ diagnostics: inout [Diagnostic]
  )
    -> Words
  {
    let read = FieldMap.read(wholeFile: source, roles: .unknown)
    diagnostics += read.diagnostics
    var plain = plain
    var plurals = plurals
    for field in read.value?.fields ?? [] {
      if let known, !known.has(field.key) {
        diagnostics.append(
          .unknownWord(field.key, known, at: SourceLocation(path: source.path, span: field.keySpan))
        )
      }
      switch field.value.content {
      case .text(let text, _): plain[field.key] = text
      case .map(let forms): plurals[field.key] = forms.pluralForms
      case .list, .empty: break
      }
    }
    return Words(language: language, plain: plain, plurals: plurals)
  }

  private func has(_ key: String) -> Bool { plain[key] != nil || plurals[key] != nil }

  fileprivate var keys: [String] { (Array(plain.keys) + plurals.keys).sorted() }
}

extension FieldMap {
  fileprivate var pluralForms: [PluralCategory: String] {
    var forms: [PluralCategory: String] = [:]
    for field in fields {
      guard let category = PluralCategory(rawValue: field.key),
        case .text(let text, _) = field.value.content
      else { continue }
      forms[category] = text
    }
    return forms
  }
}

extension Diagnostic {
  fileprivate static func unknownWord(
    _ key: String, _ known: Words, at place: SourceLocation
  )
    -> Diagnostic
  {
    if let today = formerWords[key] {
      return Diagnostic(
        .warning, "unknown-string", at: place, "the theme says the words '\(key)' no more",
        hints: [today.map { "its words are '\($0)' now" } ?? "delete the line"])
    }
    return Diagnostic(
      .error, "unknown-string", at: place, "the theme has no words '\(key.quotedInput)'",
      hints: NearMiss.nearest(to: key, among: known.keys).map { ["did you mean '\($0)'?"] } ?? [])
  }
}
