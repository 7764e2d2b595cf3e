/// What an import writes in a text in place of what is not for everybody to read, in one language.
package struct RemovedWords: Hashable, Sendable {
  package let aMember: String
  package let address: String
  package let number: String
  package let code: String
  package let aPupil: String
}

extension Wordbook {
  /// The words in a language, where the theme knows it, else in that of the site.
  package func removed(in language: String?) -> RemovedWords {
    let words = language.flatMap(words(in:)) ?? site
    return RemovedWords(
      aMember: words(.aMember), address: words(.anAddressRemoved), number: words(.aNumberRemoved),
      code: words(.aCodeRemoved), aPupil: words(.aPupil))
  }
}
