package import Community
package import Diagnostics
import Synchronization

/// The words of the interface in all the languages that the theme knows.
///
/// Most sites use one or two of them, so the others are read when they are asked for. A class,
/// because every page holds it.
package final class Wordbook: Sendable {
  /// Those of the site's language.
  package let site: Words
  private let english: Words
  private let theme: ThemeSources
  private let read: Mutex<Read>

  /// What has been read, by language.
  private struct Read {
    var words: [String: Words]
    var notes: [String: NoteWords] = [:]
  }

  private init(_ theme: ThemeSources, site: Words, english: Words, read: [String: Words]) {
    self.theme = theme
    self.site = site
    self.english = english
    self.read = Mutex(Read(words: read))
  }

  /// Reads the strings of the site's language, and all that the site has written itself; a language
  /// that the theme lacks is told, and English stands in.
  package static func read(_ theme: ThemeSources, language: String) -> Diagnosed<Wordbook> {
    let english = Words.read(theme.strings["en"] ?? [], language: "en", over: nil)
    var diagnostics = english.diagnostics
    var read = ["en": english.value]
    let known = [language, mainPart(of: language)].first { theme.strings[$0] != nil }
    for (code, sources) in theme.strings.sorted(by: { $0.key < $1.key })
    where code != "en" && (code == known || theme.hasOwnStrings(in: code)) {
      let words = Words.read(sources, language: code, over: english.value)
      diagnostics += words.diagnostics
      read[code] = words.value
    }
    diagnostics += gaps(in: known, of: theme, beside: english.value) ?? [.noStrings(language)]
    let site = known.flatMap { read[$0] } ?? english.value
    return Diagnosed(Wordbook(theme, site: site, english: english.value, read: read), diagnostics)
  }

  /// What the site's language lacks; `nil` where the theme does not know it at all.
  ///
  /// The built-in ones lack nothing. Others may give a few words only, such as those by which notes
  /// are read.
  private static func gaps(
    in language: String?, of theme: ThemeSources, beside english: Words
  ) -> [Diagnostic]? {
    guard let language, let sources = theme.strings[language] else { return nil }
    guard theme.hasOwnStrings(in: language) else { return [] }
    let own = Words.read(sources, language: language, over: nil).value
    let missing = MissingWords(in: own, beside: english)
    return [.missingStrings(missing, at: sources.last?.path ?? "")].compactMap(\.self)
  }

  /// The words of a language; `nil` where the theme does not know it.
  func words(in code: String) -> Words? {
    guard let sources = theme.strings[code] else { return nil }
    return read.withLock { read in
      if let known = read.words[code] { return known }
      let words = Words.read(sources, language: code, over: english).value
      read.words[code] = words
      return words
    }
  }

  /// The words by which notes in a language are read, likewise.
  func note(in code: String) -> NoteWords? {
    if let known = read.withLock({ $0.notes[code] }) { return known }
    let note = words(in: code)?.note
    read.withLock { $0.notes[code] = note }
    return note
  }

  /// What a language calls itself, or its tag.
  package func languageName(_ code: String) -> String {
    words(in: code)?(.languageName) ?? languageNames[code] ?? code
  }

  /// The words for what is withheld, by language.
  package func withheld(in languages: Set<String>) -> [String: WithheldWords] {
    var withheld: [String: WithheldWords] = [:]
    for code in languages { withheld[code] = words(in: code)?.withheld }
    return withheld
  }
}

/// `en` of `en-GB`.
func mainPart(of language: String) -> String { String(language.prefix { $0 != "-" }) }

extension Words {
  /// The words for what is withheld.
  package var withheld: WithheldWords {
    WithheldWords(
      aMember: self(.aMember), aFormerMember: self(.aFormerMember),
      aMembersPage: self(.aMembersPage))
  }
}

/// What common languages call themselves.
private let languageNames = [
  "ar": "العربية", "cy": "Cymraeg", "de": "Deutsch", "en": "English", "es": "Español",
  "fr": "Français", "ga": "Gaeilge", "gd": "Gàidhlig", "it": "Italiano", "nl": "Nederlands",
  "pl": "Polski", "pt": "Português", "uk": "Українська",
]

extension Diagnostic {
  fileprivate static func noStrings(_ language: String) -> Diagnostic {
    Diagnostic(
      .warning, "no-strings", at: SourceLocation(path: "content/handbook.yml"),
      "the theme has no words in the language '\(language.quotedInput)', so its own are in English",
      hints: ["add templates/strings/\(language.quotedInput).yml"])
  }
}
