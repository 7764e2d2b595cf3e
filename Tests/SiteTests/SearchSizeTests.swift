import Build
import Diagnostics
import TestSupport
import Testing

@testable import Site

@Suite("What a search fetches")
struct SearchSizeTests {
  @Test("at 10,000 entries a search stays within 60 KB before the first answer and 40 KB a word")
  func budgets() async throws {
    let files = try await handbook(largeSite(10_000)).searchFiles
    func texts(_ kind: String) -> [String] {
      files.filter { $0.key.hasPrefix("search/\(kind)") }.map(\.value)
    }
    func largest(_ kind: String, _ count: Int = 1) -> Int {
      texts(kind).map(\.utf8.count).sorted(by: >).prefix(count).reduce(0, +)
    }
    let results = largest("r", 10)
    let script = try #require(BuiltInTheme.files.first { $0.path == "assets/search-index.js" })
    let engine = lightened(script.bytes, named: "search-index.js").count
    #expect(engine + largest("start") + largest("w") + results <= 60_000)
    #expect(largest("w") + results <= 27_000, "which leaves room for a page with 6 KB of text")
    // The words that are near are fetched as well, and those among which the slip would stand.
    let ofSeveralWords = texts("w").filter { $0.split(separator: " ").count > 2 }
    let typed = try #require(ofSeveralWords.map(\.utf8.count).max())
    #expect(typed + largest("b") + largest("e") + largest("w") + results <= 40_000)
    #expect(files.count <= 2_500, "each file takes time to write and to publish")
  }

  @Test("the same entries give the same files")
  func deterministic() async throws {
    let site = largeSite(300)
    let (one, other) = (try await handbook(site).searchFiles, try await handbook(site).searchFiles)
    #expect(one == other)
  }
}

/// Pages of some hundred words each, drawn from 20,000 words of which few are common and most rare,
/// as in any language.
private func largeSite(_ count: Int) -> [String: String] {
  var random = SplitMix(seed: 21)
  func word() -> String {
    let depth = Double(random.next() % 10_000) / 10_000
    return spelled(Int(20_000 * depth * depth * depth))
  }
  var files: [String: String] = [:]
  for number in 0..<count {
    let text = (0..<100).map { _ in word() }.joined(separator: " ")
    files["pages/p\(number).md"] = "# \(word()) \(word()) \(word())\n\n\(text).\n"
  }
  return files
}

/// A word for a number: `bamoti`.
private func spelled(_ number: Int) -> String {
  let syllables = ["ba", "ke", "mo", "ti", "ru", "sa", "le", "no", "vi", "pu", "da", "ge", "fo"]
  var (rest, word) = (number, "")
  repeat {
    word += syllables[rest % syllables.count]
    rest /= syllables.count
  } while rest > 0
  return word + "n"
}
