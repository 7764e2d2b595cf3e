import Community
import Markup
import Templates

/// A word that the community explains on its page `glossary`.
struct GlossaryTerm {
  /// As they may be written in a text: `wait time`, `Wait time`.
  let spellings: [[UInt8]]
  let meaning: String
  /// Where the page says more.
  let address: String
}

extension PageContext {
  /// A text with what the community's own words mean in place: each can be opened where it first
  /// stands, without a script.
  ///
  /// A text in another language than the glossary stays as it is, and so does the glossary.
  func explained(_ html: HTML?, of entry: PublishedEntry) -> HTML? {
    guard let html, let glossary = plan.overview.glossary, glossary.index != entry.index,
      glossary.language == entry.language
    else { return html }
    var marks = GlossaryMarks(terms: terms(of: glossary), source: glossary.title)
    return HTML(bytes: marks.added(to: html.bytes))
  }

  /// The headings of the glossary, each with the sentence that begins what stands below it.
  private func terms(of glossary: PublishedEntry) -> [GlossaryTerm] {
    let body = body(of: glossary)
    return body.headings.filter { $0.level == 2 }.compactMap { heading in
      guard let meaning = meaning(below: heading, in: glossary, body),
        let address = address(of: glossary.index, at: .heading(heading.anchor))
      else { return nil }
      return GlossaryTerm(
        spellings: spellings(text(heading.title, of: glossary)), meaning: meaning, address: address)
    }
  }

  private func meaning(
    below heading: Body.Heading, in glossary: PublishedEntry, _ body: PublishedBody
  ) -> String? {
    let next = body.prose.blocks.first { $0.range.lowerBound > heading.title.upperBound }
    guard let next, next.kind == .paragraph else { return nil }
    let start = next.range.lowerBound
    guard let sentence = body.prose.sentence(around: start..<start) else { return nil }
    return text(sentence.range, of: glossary) + (sentence.isCutAfter ? " …" : "")
  }

  /// `Dot talk, number talk` explains two words; a short one would be found too often.
  private func spellings(_ title: String) -> [[UInt8]] {
    var spellings: [[UInt8]] = []
    for part in title.split(separator: ",") {
      let word = String(part.drop { $0 == " " })
      guard word.utf8.count >= 3, !word.utf8.contains(where: isMarkup) else { continue }
      spellings += [Array(word.utf8), Array(word.lowercased().utf8)]
    }
    return spellings
  }
}

/// Finds the words of a glossary in the text of a page, and lets each be opened once.
///
/// Links, headings and code stay as they are.
struct GlossaryMarks {
  private var terms: [GlossaryTerm]
  private let source: String
  /// The terms that may begin with a byte, in lower case.
  private var byFirst: [[Int]] = Array(repeating: [], count: 256)
  private var isUsed: [Bool]
  private var count = 0
  private var html: [UInt8] = []

  init(terms: [GlossaryTerm], source: String) {
    self.terms = terms
    self.source = source
    isUsed = terms.map { _ in false }
    for (index, term) in terms.enumerated() {
      for first in Set(term.spellings.compactMap(\.first).map(lowered)) {
        byFirst[Int(first)].append(index)
      }
    }
  }

  /// Adds the meanings to a text.
  mutating func added(to page: [UInt8]) -> [UInt8] {
    html.reserveCapacity(page.count + 512)
    var index = 0
    // How many elements are open in which nothing is explained.
    var depth = 0
    while index < page.count {
      if page[index] == UInt8(ascii: "<") {
        let end = endOfTag(page, from: index)
        depth += change(by: page[index..<end])
        html += page[index..<end]
        index = end
      } else if depth == 0, let (term, end) = term(in: page, at: index) {
        writeTerm(term, page[index..<end])
        index = end
      } else {
        html.append(page[index])
        index += 1
      }
    }
    return html
  }

  private mutating func writeTerm(_ index: Int, _ words: ArraySlice<UInt8>) {
    let term = terms[index]
    isUsed[index] = true
    count += 1
    html.append("<button type=\"button\" class=\"term\" popovertarget=\"term-\(count)\">")
    html += words
    html.append("</button><span class=\"meaning\" id=\"term-\(count)\" popover>")
    html.append(escaped: term.meaning)
    html.append(" <a href=\"")
    html.append(escaped: term.address)
    html.append("\">")
    html.append(escaped: source)
    html.append("</a></span>")
  }
}

// MARK: - Words

extension GlossaryMarks {
  /// The unused term that stands at a place, the longest first, and where it ends.
  private func term(in page: [UInt8], at index: Int) -> (Int, Int)? {
    let candidates = byFirst[Int(lowered(page[index]))]
    guard !candidates.isEmpty, isBoundary(page, before: index) else { return nil }
    var found: (term: Int, end: Int)?
    for candidate in candidates where !isUsed[candidate] {
      for spelling in terms[candidate].spellings {
        let end = index + spelling.count
        guard end > found?.end ?? index else { continue }
        if matches(page, at: index, spelling), isBoundary(page, after: end) {
          found = (candidate, end)
        }
      }
    }
    return found
  }

  private func matches(_ page: [UInt8], at index: Int, _ spelling: [UInt8]) -> Bool {
    guard index + spelling.count <= page.count else { return false }
    return zip(page[index...], spelling).allSatisfy { byte, wanted in
      lowered(byte) == lowered(wanted) || byte == 0x0A && wanted == 0x20
    }
  }

  private func isBoundary(_ page: [UInt8], before index: Int) -> Bool {
    guard index > 0 else { return true }
    let isDash = index >= 3 && page[index - 3] == 0xE2 && page[index - 2] == 0x80
    return isDash || !isPartOfWord(page[index - 1])
  }

  private func isBoundary(_ page: [UInt8], after end: Int) -> Bool {
    guard end < page.count else { return true }
    let isDash = end + 1 < page.count && page[end] == 0xE2 && page[end + 1] == 0x80
    return isDash || !isPartOfWord(page[end])
  }

  /// A hyphen joins two words to another one.
  private func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&")
      || lowered(byte) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }
}

private func isMarkup(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ">")
}

private func lowered(_ byte: UInt8) -> UInt8 {
  byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
}

// MARK: - Tags

extension GlossaryMarks {
  /// Where a tag ends, signs in its attributes left aside.
  private func endOfTag(_ page: [UInt8], from start: Int) -> Int {
    var isInValue = false
    for index in start..<page.count {
      if page[index] == UInt8(ascii: "\"") { isInValue.toggle() }
      if page[index] == UInt8(ascii: ">"), !isInValue { return index + 1 }
    }
    return page.count
  }

  /// One more, one less or as many elements in which nothing is explained.
  private func change(by tag: ArraySlice<UInt8>) -> Int {
    let isEnd = tag.dropFirst().first == UInt8(ascii: "/")
    let name = tag.dropFirst(isEnd ? 2 : 1).prefix { byte in
      lowered(byte) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }
    guard untouched.contains(String(decoding: name, as: UTF8.self)) else { return 0 }
    return isEnd ? -1 : 1
  }
}

/// Elements that lead elsewhere, that are headings, or whose words are no sentences.
private let untouched: Set<String> = [
  "a", "abbr", "button", "cite", "code", "dfn", "em", "h1", "h2", "h3", "h4", "h5", "h6", "kbd",
  "pre", "samp",
  "sub", "summary", "sup", "th",
]
