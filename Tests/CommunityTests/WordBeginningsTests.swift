import TestSupport
import Testing

@testable import Community

/// The quick look that settles for almost every text that no name stands in it.
@Suite("Words that begin as a name does")
struct WordBeginningsTests {
  @Test(
    "a word is found that begins with any of many words, and none else", arguments: 0..<UInt64(40))
  func amongMany(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    func word(_ longest: Int) -> String {
      let length = 1 + Int(random.next() % UInt64(longest))
      return String((0..<length).map { _ in "abz1".randomElement(using: &random) ?? "a" })
    }
    let words = (0..<Int.random(in: 1...60, using: &random)).map { _ in word(7) }
    var beginnings = WordBeginnings()
    for word in words { beginnings.insert(word) }
    for _ in 0..<200 {
      let text = word(9)
      // A word of one or two letters is looked for as a whole.
      let begins = words.contains { $0.count < 3 ? $0 == text : text.hasPrefix($0) }
      #expect(beginnings.mayBegin(aWordOf: Array(text.utf8)) == begins, "\(text) in \(words)")
      #expect(beginnings.mayBegin(aWordOf: Array(text.uppercased().utf8)) == begins, "\(text)")
      if begins {
        #expect(beginnings.mayBegin(aWordOf: Array("- x, \(text)é.".utf8)), "\(text) in \(words)")
      }
    }
  }

  @Test("where a letter is accented the rest may fold to anything")
  func accented() {
    var beginnings = WordBeginnings()
    for word in ["quill", "quilt", "quinn"] { beginnings.insert(word) }
    for text in ["Quíll", "QUIÑN", "a quilť"] {
      #expect(beginnings.mayBegin(aWordOf: Array(text.utf8)), "\(text)")
    }
    #expect(!beginnings.mayBegin(aWordOf: Array("quiet".utf8)))
    #expect(!beginnings.mayBegin(aWordOf: Array("qui".utf8)))
  }
}
