import Diagnostics
import TestSupport
import Testing

@testable import Site

@Suite("Stems of the search")
struct SearchStemTests {
  /// `Tests/site/stems.tsv`, which the browser is held to as well: a language, `=` for words that
  /// find each other or `!` for words that do not, and both words.
  private static let pairs: [(language: String, areOne: Bool, words: [String])] = {
    let files = (try? filesOfRepository(below: "Tests/site", ending: "stems.tsv")) ?? []
    return files.flatMap { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n") }
      .map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return (cells[0], cells[1] == "=", Array(cells[2...]))
      }
  }()

  @Test(
    "forms of a word find each other, and other words do not",
    arguments: ["ar", "cy", "de", "en", "es", "fr"])
  func table(language: String) {
    let pairs = Self.pairs.filter { $0.language == language }
    #expect(pairs.count { $0.areOne } >= 30 && pairs.count { !$0.areOne } >= 20)
    let stemmer = Stemmer(StemmingRules(of: language))
    for pair in pairs {
      let stems = pair.words.map { stemmer.stem(folded($0)) }
      #expect(
        (stems[0] == stems[1]) == pair.areOne,
        "\(pair.words): \(stems.map { String(decoding: $0, as: UTF8.self) })")
    }
  }

  @Test("the interface has no language without rules")
  func languages() {
    let codes = BuiltInTheme.files.map(\.path).filter { $0.hasPrefix("strings/") }
    #expect(codes == StemmingRules.all.map { "strings/\($0.language).yml" })
    for rules in StemmingRules.all { #expect(!rules.steps.isEmpty && !rules.stopWords.isEmpty) }
  }

  @Test("every rule is written as a browser reads it", arguments: StemmingRules.all)
  func notation(_ rules: StemmingRules) {
    for text in [rules.irregular, rules.initials] + rules.steps {
      for pair in text.split(separator: " ", omittingEmptySubsequences: false) where text != "" {
        #expect(pair.count { $0 == ">" } == 1, "\(rules.language): '\(pair)'")
        #expect(!pair.contains("|") && !pair.contains("\n"))
      }
    }
  }

  @Test(
    "what has a digit or a sign in it is no word of a language", arguments: ["c++", "c#", "3rds"])
  func signs(word: String) {
    #expect(Stemmer(.english).stem(Array(word.utf8)) == Array(word.utf8))
  }

  @Test("a region does not change a language, and an unknown language has no rules")
  func tags() {
    #expect(Stemmer(StemmingRules(of: "en-GB")).stem(folded("talks")) == folded("talk"))
    #expect(Stemmer(StemmingRules(of: "pl")).stem(folded("lekcje")) == folded("lekcje"))
  }

  /// The first word of a text, as the index has it.
  private func folded(_ text: String) -> [UInt8] {
    var scanner = WordScanner()
    var first = FirstWord()
    scanner.scan(text, into: &first)
    return first.word
  }
}

private struct FirstWord: WordSink {
  private(set) var word: [UInt8] = []

  mutating func take(_ word: [UInt8]) { if self.word.isEmpty { self.word = word } }
  mutating func take(joined word: [UInt8], cuts: [Int]) { self.word = word }
}
