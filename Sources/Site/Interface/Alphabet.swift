import Diagnostics
import Text

/// The order in which a language lists words.
///
/// Accents and case are folded everywhere, as German dictionaries (DIN 5007-1) and French ones do
/// it. A language has a row in the table below where it counts letters of its own, writes one
/// letter in several ways, or leaves an article out of account.
package struct Alphabet: Sendable {
  /// What is read as one letter, the longest first, each with what is compared in its place.
  private let letters: [(written: [Unicode.Scalar], key: String)]
  /// What a word may begin with that does not count: an article.
  private let articles: [[Unicode.Scalar]]

  /// The alphabet of a language, by its tag.
  package init(of language: String) {
    let row = alphabets[String(language.prefix { $0 != "-" })]
    let own = row?.letters.map { (Array($0.key.unicodeScalars), $0.value + String(after)) } ?? []
    let same = row?.spellings.map { (Array($0.key.unicodeScalars), $0.value) } ?? []
    letters = (own + same).sorted { $0.0.count > $1.0.count }
    articles = row?.articles.map { Array($0.unicodeScalars) } ?? []
  }

  /// What a list in the order of this alphabet compares: signs before the first word dropped.
  package func key(_ text: String) -> String {
    guard !letters.isEmpty || !articles.isEmpty else {
      let folded = text.foldedForComparison
      let words = folded.unicodeScalars.drop { !$0.beginsWord }
      return words.startIndex == folded.startIndex ? folded : String(words)
    }
    return key(ofWord: withoutArticle(text.lowercased().unicodeScalars.drop { !$0.beginsWord }))
  }

  /// Things in this order, what is compared made once for each; ids decide between equals.
  func sorted<Item>(
    _ items: some Sequence<Item>, by word: (Item) -> String, then id: (Item) -> some Comparable
  ) -> [Item] {
    let keyed: [(key: String, item: Item)] = items.map { (key(word($0)), $0) }
    let sorted = keyed.sorted { left, right in
      if left.key != right.key { return left.key < right.key }
      return id(left.item) < id(right.item)
    }
    return sorted.map(\.item)
  }

  /// The letter under which a title is filed, in lower case; `0-9` where it begins with none.
  package func initial(of title: String) -> String {
    let key = key(title).unicodeScalars
    guard let first = key.first, first.properties.isAlphabetic else { return "0-9" }
    guard key.dropFirst().first == after else { return String(first) }
    let own = letters.first { $0.key.unicodeScalars.elementsEqual(key.prefix(2)) }
    return own.map { String(String.UnicodeScalarView($0.written)) } ?? String(first)
  }

  private func key(ofWord text: Substring.UnicodeScalarView) -> String {
    var key = ""
    var plain = String.UnicodeScalarView()
    var rest = text
    while let next = rest.first {
      if let letter = letters.first(where: { rest.starts(with: $0.written) }) {
        key += String(plain).foldedForComparison + letter.key
        plain.removeAll(keepingCapacity: true)
        rest = rest.dropFirst(letter.written.count)
      } else {
        plain.append(next)
        rest = rest.dropFirst()
      }
    }
    return key + String(plain).foldedForComparison
  }

  /// An article that is a whole title stays.
  private func withoutArticle(
    _ word: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    guard let article = articles.first(where: { word.starts(with: $0) }) else { return word }
    let rest = word.dropFirst(article.count)
    return rest.first?.beginsWord == true ? rest : word
  }
}

/// Sorts after every letter: what follows the `c` of a Welsh `ch` (a private-use character, the last
/// of Unicode).
private let after: Unicode.Scalar = "\u{10FFFD}"

/// Where a language's order is not that of the plain letters.
private struct AlphabetRow {
  /// Letters of its own, each with the plain letter that it follows.
  var letters: KeyValuePairs<String, String> = [:]
  /// Other ways to write a letter, each with the usual one.
  var spellings: KeyValuePairs<String, String> = [:]
  var articles: [String] = []
}

/// The rows by language.
///
/// Welsh: the 29 letters of the language; that `ng` is two letters in some words
/// (*Bangor*) only a dictionary knows. Spanish: `ch` and `ll` have been two letters since 1994.
/// Arabic: the forms of alef are one letter, and the article counts for nothing.
private let alphabets: [String: AlphabetRow] = [
  "ar": AlphabetRow(
    spellings: ["أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ـ": ""], articles: ["ال"]),
  "cy": AlphabetRow(letters: [
    "ch": "c", "dd": "d", "ff": "f", "ng": "g", "ll": "l", "ph": "p", "rh": "r", "th": "t",
  ]),
  "es": AlphabetRow(letters: ["ñ": "n", "n\u{303}": "n"]),
]

extension Unicode.Scalar {
  fileprivate var beginsWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
