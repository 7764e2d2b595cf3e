import TestSupport
import Testing

@testable import Site

@Suite("Words of the search")
struct SearchWordTests {
  @Test("a text gives the words of the table that the browser is held to as well")
  func table() throws {
    let files = try filesOfRepository(below: "Tests/site", ending: "words.tsv")
    let table = String(decoding: try #require(files.first).bytes, as: UTF8.self)
    let lines = table.split(separator: "\n")
    #expect(lines.count > 50)
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let expected = cells[1].split(separator: " ").map { Array($0.utf8) }
      let found = words(String(cells[0]))
      #expect(
        found == expected, "\(cells[0]): \(found.map { String(decoding: $0, as: UTF8.self) })")
    }
  }

  @Test("a run of more than 64 bytes is no word")
  func long() {
    #expect(words(String(repeating: "x", count: 64)).count == 1)
    #expect(words(String(repeating: "x", count: 65)) == [])
  }

  @Test("a word has the same number whenever it comes, through the table's growth")
  func numbers() {
    var table = WordTable()
    let words = (0..<5_000).map { Array("word\($0)".utf8) }
    #expect(words.map { table.number(of: $0) } == Array(0..<5_000))
    #expect(words.map { table.number(of: $0) } == Array(0..<5_000))
    #expect(Array(table.word(4_321)) == words[4_321])
    var other = WordTable()
    #expect(other.number(of: 17, of: table) == 0)
    #expect(Array(other.word(0)) == words[17])
  }

  private func words(_ text: String) -> [[UInt8]] {
    var scanner = WordScanner()
    var list = WordList()
    scanner.scan(text, into: &list)
    return list.words
  }
}

/// Each word once, in order.
private struct WordList: WordSink {
  private(set) var words: [[UInt8]] = []

  mutating func take(_ word: [UInt8]) {
    if !words.contains(word) { words.append(word) }
  }

  mutating func take(joined word: [UInt8], cuts: [Int]) { take(word) }
}
