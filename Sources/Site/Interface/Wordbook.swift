package import Community
package import Diagnostics

/// The words of the interface in all the languages that the theme knows.
///
/// A class, all of it constant: every page holds it.
package final class Wordbook: Sendable {
  /// Those of the site's language.
  package let site: Words
  /// By language.
  let all: [String: Words]

  private init(site: Words, all: [String: Words]) {
    self.site = site
    self.all = all
  }

  /// Reads the strings of every language; one that the theme lacks is told, and English stands in.
  package static func read(_ theme: ThemeSources, language: String) -> Diagnosed<Wordbook> {
    var diagnostics: [Diagnostic] = []
    var read: [String: Words] = [:]
    let english = Words.read(theme.strings["en"] ?? [], language: "en", over: nil)
    diagnostics += english.diagnostics
    read["en"] = english.value
    for (code, sources) in theme.strings.sorted(by: { $0.key < $1.key }) where code != "en" {
      let words = Words.read(sources, language: code, over: english.value)
      diagnostics += words.diagnostics
      read[code] = words.value
    }
    let known = [language, String(language.prefix { $0 != "-" })].first { read[$0] != nil }
    diagnostics += gaps(in: known, of: theme, beside: english.value) ?? [.noStrings(language)]
    let site = known.flatMap { read[$0] } ?? english.value
    return Diagnosed(Wordbook(site: site, all: read), diagnostics)
  }

  /// What the site's language lacks; `nil` where the theme does not know it at all.
  ///
  /// Others may give a few words only, such as those by which notes are read.
  private static func gaps(
    in language: String?, of theme: ThemeSources, beside english: Words
  ) -> [Diagnostic]? {
    guard let language, let sources = theme.strings[language] else { return nil }
    let own = Words.read(sources, language: language, over: nil).value
    let missing = MissingWords(in: own, beside: english)
    return [.missingStrings(missing, at: sources.last?.path ?? "")].compactMap(\.self)
  }

  /// What a language calls itself, or its tag.
  package func languageName(_ code: String) -> String {
    all[code]?.plain["language_name"] ?? languageNames[code] ?? code
  }

  /// The words for what is withheld, by language.
  package var withheld: [String: WithheldWords] { all.mapValues(\.withheld) }
}

extension Words {
  /// The words for what is withheld.
  package var withheld: WithheldWords {
    WithheldWords(
      aMember: self("a_member"), aFormerMember: self("a_former_member"),
      aMembersPage: self("a_members_page"))
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
