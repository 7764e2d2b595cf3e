import Dates
import Diagnostics
import Markup
import Text

/// Reads one paragraph of notes: finds the words that belong to the register, and what is left.
///
/// It reads the plain text, so that emphasis, links and lists around the words make no difference.
/// What is struck through says nothing.
struct NoteReader {
  /// A word of the text without the signs around it.
  struct Token {
    let range: ProseRange
    /// Case and accents folded; empty where it is too long to be any that is looked for.
    let word: String
  }

  /// A date that belongs to a keyword.
  struct DateFound {
    let keyword: RegisterWords.Keyword
    /// The keyword and what stands for the date, in the prose.
    let range: ProseRange
    /// The keyword alone.
    let keywordRange: ProseRange
    /// What stands for the date alone.
    let dateRange: ProseRange
    let date: WrittenDate
    /// Whether a word goes on right after it, as in "Monday week".
    let goesOn: Bool
  }

  /// Words that the register shows elsewhere.
  struct Told {
    let range: ProseRange
    /// Whether they are signs rather than words wherever they stand: `goal:talk`, `due 2026-03-01`.
    let isSign: Bool
  }

  let body: Body
  let text: ProseRange
  let contents: Body.Contents
  let words: RegisterWords

  private(set) var dates: [DateFound] = []
  /// The ids after `goal:`, each once, with the place of the id.
  private(set) var goals: [(id: String, range: ProseRange)] = []
  /// The links after the keywords that take one: positions in `Body.links`.
  private(set) var links: [RegisterWords.Keyword: [Int]] = [:]
  /// What the register shows elsewhere, in order.
  private(set) var told: [Told] = []
  private var tokens: [Token] = []
  /// The words that are struck through, which say nothing.
  private(set) var struckTokens: [Token] = []
  private var goalIDs: Set<String> = []
  private var nextLink: Int

  init(_ body: Body, text: ProseRange, contents: Body.Contents, words: RegisterWords) {
    self.body = body
    self.text = text
    self.contents = contents
    self.words = words
    nextLink = contents.links.lowerBound
    (tokens, struckTokens) = tokensOfText()
    read()
  }

  private mutating func read() {
    let folded = tokens.map(\.word)
    var index = 0
    while index < tokens.count {
      if let goal = goal(in: tokens[index]) {
        if goalIDs.insert(goal.id).inserted { goals.append(goal) }
        told.append(Told(range: tokens[index].range, isSign: true))
        index += 1
      } else if let (keyword, count) = words.keyword(folded[index...]) {
        index = read(keyword, from: index, to: index + count)
      } else {
        index += 1
      }
    }
  }

  /// Reads what follows a keyword, and returns the token to go on at.
  private mutating func read(
    _ keyword: RegisterWords.Keyword, from start: Int, to end: Int
  ) -> Int {
    switch keyword {
    case .due, .by, .done:
      // At most two links, a day of the week, two links, then a day, a month and a year, and two
      // links between them.
      let following = tokens[end...].prefix(10)
      let written = following.map { (word: $0.word, text: body.prose.string($0.range)) }
      guard let (date, links, count) = WrittenDate.read(written, words) else {
        if keyword == .due { noteNoDate(from: start, to: end) }
        return end
      }
      guard date.isExact || !isInLink(tokens[end + links].range) else { return end + count }
      note(
        date, keyword, beginning(of: keyword, at: start)..<end,
        tokens[(end + links)..<(end + count)])
      return end + count
    case .notBefore: return end
    case .continues, .supersedes, .reverses:
      let next = end < tokens.count ? tokens[end].range.lowerBound : text.upperBound
      guard let link = link(from: tokens[end - 1].range.upperBound, through: next) else {
        return end
      }
      links[keyword, default: []].append(link)
      let range = tokens[start].range.lowerBound..<body.links[link].label.upperBound
      told.append(Told(range: range, isSign: false))
      return end
    }
  }

  private mutating func note(
    _ date: WrittenDate, _ keyword: RegisterWords.Keyword, _ named: Range<Int>,
    _ written: ArraySlice<Token>
  ) {
    guard let first = written.first, let last = written.last else { return }
    let start = tokens[named.lowerBound].range.lowerBound
    let range = start..<last.range.upperBound
    dates.append(
      DateFound(
        keyword: keyword, range: range,
        keywordRange: start..<tokens[named.upperBound - 1].range.upperBound,
        dateRange: first.range.lowerBound..<last.range.upperBound, date: date,
        goesOn: goesOn(after: written.endIndex)))
    guard date.isExact else { return }
    let isSign = keyword != .by && written.count == 1 && isSetApart(range)
    told.append(Told(range: range, isSign: isSign))
  }

  /// Whether a word that is no "and" follows a token with nothing but white space between them.
  private func goesOn(after end: Int) -> Bool {
    guard end < tokens.count else { return false }
    let next = tokens[end]
    let between = body.prose.text[
      Int(tokens[end - 1].range.upperBound)..<Int(next.range.lowerBound)]
    return between.allSatisfy { $0 == 0x20 } && goal(in: next) == nil
      && !words.joiners.contains(next.word) && words.keyword([next.word]) == nil
      && (next.word.isEmpty
        || next.word.unicodeScalars.contains { $0.properties.isAlphabetic || $0.isDigit })
  }

  /// Whether some words stand in a link that has words of its own.
  private func isInLink(_ range: ProseRange) -> Bool {
    body.links[contents.links].contains { $0.hasLabel && $0.label.overlaps(range) }
  }

  /// Notes words at the very end that stand where a day should: `, due next week`.
  private mutating func noteNoDate(from start: Int, to end: Int) {
    let following = tokens[end...]
    guard end == start + 1, (1...4).contains(following.count),
      words.keyword(following.map(\.word)) == nil, isSetApart(tokens[start].range)
    else { return }
    note(.days([]), .due, start..<end, following)
  }

  /// Whether a comma, a dash or a bracket stands before some words.
  func isSetApart(_ range: ProseRange) -> Bool {
    let before = body.prose.text[Int(text.lowerBound)..<Int(range.lowerBound)]
    guard let last = before.last(where: { $0 != 0x20 }) else { return false }
    // The last byte of an en or em dash is 0x93 or 0x94.
    return ",;:(-".utf8.contains(last) || last == 0x93 || last == 0x94
  }

  /// The token that a keyword begins with: in "due by Friday" it is "due".
  private func beginning(of keyword: RegisterWords.Keyword, at start: Int) -> Int {
    guard keyword == .by, start > 0,
      case (.due, 1)? = words.keyword([tokens[start - 1].word])
    else { return start }
    return start - 1
  }

  /// The link whose label begins in a range, both ends included.
  private mutating func link(from start: Int32, through end: Int32) -> Int? {
    while nextLink < contents.links.upperBound, body.links[nextLink].label.lowerBound < start {
      nextLink += 1
    }
    guard nextLink < contents.links.upperBound, body.links[nextLink].label.lowerBound <= end else {
      return nil
    }
    return nextLink
  }

  func goal(in token: Token) -> (id: String, range: ProseRange)? {
    let bytes = body.prose.text[Int(token.range.lowerBound)..<Int(token.range.upperBound)]
    guard bytes.count > goalMark.count,
      zip(bytes, goalMark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
    else { return nil }
    let range = token.range.lowerBound + Int32(goalMark.count)..<token.range.upperBound
    return (body.prose.string(range), range)
  }
}

private let goalMark = Array("goal:".utf8)

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.numericType != nil }
}
