/// The languages in which a new site and a new entry can begin.
package enum StarterLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case spanish = "es"
  case french = "fr"
  case german = "de"
  case welsh = "cy"
  case arabic = "ar"

  /// That of a tag; `nil` where there are no texts in it.
  ///
  /// A region makes no difference: `de-AT` is German.
  package init?(exactly tag: String) {
    self.init(rawValue: tag.prefix { $0 != "-" }.lowercased())
  }

  /// That of a tag; English where there are no texts in it.
  package init(tag: String) {
    self = StarterLanguage(exactly: tag) ?? .english
  }
}

extension StarterLanguage {
  /// That in which a new site has a tagline.
  package init?(tagline: String) {
    guard let found = Self.allCases.first(where: { $0.words(.tagline) == tagline }) else {
      return nil
    }
    self = found
  }

  /// What a new site and a new entry begin with.
  package var words: StarterWords { allWords[self] ?? StarterWords(self) }

  /// What is said of each field.
  package var guide: FieldGuide { allGuides[self] ?? FieldGuide(self) }
}

private let allWords = inEveryLanguage(StarterWords.init)
private let allGuides = inEveryLanguage(FieldGuide.init)

private func inEveryLanguage<Texts>(
  _ read: (StarterLanguage) -> Texts
) -> [StarterLanguage: Texts] {
  Dictionary(uniqueKeysWithValues: StarterLanguage.allCases.map { ($0, read($0)) })
}
