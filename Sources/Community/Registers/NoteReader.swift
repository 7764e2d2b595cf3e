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
  private struct Told {
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
  private var told: [Told] = []
  private var tokens: [Token] = []
  /// The words that are struck through, which say nothing.
  private var struckTokens: [Token] = []
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

  private func goal(in token: Token) -> (id: String, range: ProseRange)? {
    let bytes = body.prose.text[Int(token.range.lowerBound)..<Int(token.range.upperBound)]
    guard bytes.count > goalMark.count,
      zip(bytes, goalMark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
    else { return nil }
    let range = token.range.lowerBound + Int32(goalMark.count)..<token.range.upperBound
    return (body.prose.string(range), range)
  }
}

private let goalMark = Array("goal:".utf8)

// MARK: - Words

extension NoteReader {
  /// The words of the text that are neither code nor in quotation marks: those that are not struck
  /// through, and those that are.
  private func tokensOfText() -> (standing: [Token], struck: [Token]) {
    let struck = body.struck[contents.struck].sorted { $0.lowerBound < $1.lowerBound }
    var nextStrike = 0
    var struckUntil: Int32 = 0
    var (tokens, struckTokens): ([Token], [Token]) = ([], [])
    var codes = body.emphases[contents.emphases].lazy.filter { $0.kind == .code }.map(\.range)
      .sorted { $0.lowerBound < $1.lowerBound }[...]
    let wholes = words(in: text)
    let quoted = QuotedWords(wholes.map { body.prose.string($0) })
    for (position, whole) in wholes.enumerated() where !quoted.contains(position) {
      while let code = codes.first, code.upperBound <= whole.lowerBound { codes.removeFirst() }
      if codes.first?.overlaps(whole) == true { continue }
      while nextStrike < struck.count, struck[nextStrike].lowerBound <= whole.lowerBound {
        struckUntil = max(struckUntil, struck[nextStrike].upperBound)
        nextStrike += 1
      }
      let range = trimmed(whole)
      guard !range.isEmpty else { continue }
      let isShort = range.count <= 40
      let token = Token(
        range: range, word: isShort ? body.prose.string(range).foldedForComparison : "")
      if whole.lowerBound >= struckUntil {
        tokens.append(token)
      } else {
        struckTokens.append(token)
      }
    }
    return (tokens, struckTokens)
  }

  /// The stretches between spaces.
  private func words(in range: ProseRange) -> [ProseRange] {
    var words: [ProseRange] = []
    var start = range.lowerBound
    for index in range where body.prose.text[Int(index)] == 0x20 {
      if index > start { words.append(start..<index) }
      start = index + 1
    }
    if range.upperBound > start { words.append(start..<range.upperBound) }
    return words
  }

  private func trimmed(_ word: ProseRange) -> ProseRange {
    var (start, end) = (word.lowerBound, word.upperBound)
    while start < end, isPunctuation(body.prose.text[Int(start)]) { start += 1 }
    while end > start {
      if isPunctuation(body.prose.text[Int(end) - 1]) {
        end -= 1
      } else if end - start > 2, isArabicPunctuation(body.prose.text[Int(end - 2)..<Int(end)]) {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }
}

private func isPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
    UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
    UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"):
    true
  default: false
  }
}

/// The comma and the semicolon of Arabic.
private func isArabicPunctuation(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.elementsEqual("،".utf8) || bytes.elementsEqual("؛".utf8)
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.numericType != nil }
}

// MARK: - People and what is left

extension NoteReader {
  /// The mentions that stand before any other word, struck ones included.
  var leadingMentions: Range<Int> {
    var position = text.lowerBound
    var end = contents.mentions.lowerBound
    while end < contents.mentions.upperBound {
      let place = body.mentions[end].place.lowerBound
      guard place >= position, joins(position..<place) else { break }
      (position, end) = (place, end + 1)
    }
    return contents.mentions.lowerBound..<end
  }

  /// Whether a stretch between two mentions says no more than "and".
  private func joins(_ range: ProseRange) -> Bool {
    guard range.count <= 40 else { return false }
    return words(in: range).allSatisfy { word in
      let text = body.prose.string(word).foldedForComparison
      return words.joiners.contains(text) || text.unicodeScalars.allSatisfy(isSeparator)
    }
  }

  /// The words without the mentions before them and what the register shows elsewhere after them;
  /// all of them where nothing would be left.
  func rest(after leading: Range<Int>) -> NoteText {
    var start = text.lowerBound
    if let last = leading.last {
      start = skipSeparators(from: body.mentions[last].place.lowerBound)
    }
    let end = endOfRest(from: start)
    return noteText(start < end || isHole(start) && start == end ? start..<end : text)
  }

  /// All the words.
  var whole: NoteText { noteText(text) }

  private func isHole(_ offset: Int32) -> Bool {
    body.links[contents.links].contains { !$0.hasLabel && $0.label.lowerBound == offset }
  }

  private func skipSeparators(from start: Int32) -> Int32 {
    let limit = min(text.upperBound, holes.first { $0 > start } ?? text.upperBound)
    var index = Int(start)
    while index < Int(limit), let length = separatorLength(at: index, below: Int(limit)) {
      index += length
    }
    return Int32(index)
  }

  /// Where people's names and titles stand that are filled in later, in order.
  private var holes: [Int32] {
    let titles = body.links[contents.links].lazy.filter { !$0.hasLabel }.map(\.label.lowerBound)
    return (body.mentions[contents.mentions].map(\.place.lowerBound) + titles).sorted()
  }

  private func endOfRest(from start: Int32) -> Int32 {
    let mentions = body.mentions[contents.mentions].map(\.place.lowerBound)
    var lastMention = mentions.count - 1
    var end = text.upperBound
    for range in told.reversed().map(\.range) {
      // A mention after it would be lost with it.
      while lastMention >= 0, mentions[lastMention] > end { lastMention -= 1 }
      guard range.lowerBound >= start, lastMention < 0 || mentions[lastMention] < range.lowerBound,
        isOnlySeparators(range.upperBound..<max(end, range.upperBound))
      else { break }
      end = range.lowerBound
    }
    return end == text.upperBound ? end : withoutSeparators(before: end, from: start)
  }

  /// What a page leaves out of the words, since it says it elsewhere: what stands behind them, and
  /// signs among them.
  func cuts(from words: NoteText) -> [ProseRange] {
    let rest = words.range.upperBound..<text.upperBound
    let signs = (told.filter(\.isSign).map(\.range) + struckSigns)
      .filter { $0.upperBound <= rest.lowerBound }.sorted { $0.lowerBound < $1.lowerBound }
    return joined(signs).map { widened($0, within: words.range) } + (rest.isEmpty ? [] : [rest])
  }

  /// The signs that are struck through with the words around them.
  private var struckSigns: [ProseRange] {
    struckTokens.indices.compactMap { index in
      let token = struckTokens[index]
      if goal(in: token) != nil { return token.range }
      guard index + 1 < struckTokens.count,
        case (let keyword, 1)? = words.keyword([token.word]), keyword == .due || keyword == .done,
        CalendarDate(body.prose.string(struckTokens[index + 1].range)) != nil
      else { return nil }
      return token.range.lowerBound..<struckTokens[index + 1].range.upperBound
    }
  }

  /// Signs with nothing but spaces between them made one.
  private func joined(_ signs: [ProseRange]) -> [ProseRange] {
    signs.reduce(into: []) { joined, sign in
      if let last = joined.last, last.upperBound <= sign.lowerBound,
        (last.upperBound..<sign.lowerBound).allSatisfy({ body.prose.text[Int($0)] == 0x20 })
      {
        joined[joined.count - 1] = last.lowerBound..<sign.upperBound
      } else {
        joined.append(sign)
      }
    }
  }

  /// A sign with the space before it, its brackets, or the comma that would be left over.
  private func widened(_ sign: ProseRange, within words: ProseRange) -> ProseRange {
    func byte(_ offset: Int32) -> UInt8? {
      words.contains(offset) ? body.prose.text[Int(offset)] : nil
    }
    var (start, end) = (sign.lowerBound, sign.upperBound)
    if byte(start - 1) == UInt8(ascii: "("), byte(end) == UInt8(ascii: ")") {
      (start, end) = (start - 1, end + 1)
    }
    // A name or a title before it keeps its place.
    let holes = Set(holes)
    while byte(start - 1) == 0x20, !holes.contains(start) { start -= 1 }
    if byte(start - 1) == UInt8(ascii: ","), !holes.contains(start),
      byte(end).map(",.;".utf8.contains) ?? true
    {
      start -= 1
    }
    guard start <= words.lowerBound else { return start..<end }
    let next = (end...words.upperBound).first { byte($0) != 0x20 } ?? end
    return start..<(holes.contains(next) ? end : next)
  }

  private func withoutSeparators(before end: Int32, from start: Int32) -> Int32 {
    let limit = max(start, holes.last { $0 < end } ?? start)
    var end = Int(end)
    while end > Int(limit), let length = separatorLength(endingAt: end), end - length >= limit {
      end -= length
    }
    return Int32(end)
  }

  private func isOnlySeparators(_ range: ProseRange) -> Bool {
    guard range.count <= 8 else { return false }
    return body.prose.string(range).unicodeScalars.allSatisfy {
      isSeparator($0) || ".)".unicodeScalars.contains($0)
    }
  }

  private func separatorLength(at index: Int, below limit: Int) -> Int? {
    let bytes = body.prose.text[index..<limit]
    return (separators + closers).first { bytes.starts(with: $0) }?.count
  }

  private func separatorLength(endingAt end: Int) -> Int? {
    (separators + openers).first { separator in
      end >= separator.count && body.prose.text[(end - separator.count)..<end] == separator[...]
    }?.count
  }

  private func noteText(_ range: ProseRange) -> NoteText {
    let links = contents.links.lazy.map { ($0, body.links[$0]) }.filter { _, link in
      range.lowerBound <= link.label.lowerBound && link.label.upperBound <= range.upperBound
    }
    let struck = body.struck[contents.struck].map { $0.clamped(to: range) }.filter { !$0.isEmpty }
    let mentions = contents.mentions.lazy.map { ($0, body.mentions[$0].place.lowerBound) }
      .filter { range.lowerBound <= $1 && $1 <= range.upperBound }
    return NoteText(
      range: range, mentions: mentions.map { NoteText.Mention(position: $0, place: $1) },
      links: links.map { NoteText.Link(position: $0, label: $1.label, hasLabel: $1.hasLabel) },
      struck: merged(struck.sorted { $0.lowerBound < $1.lowerBound }),
      emphases: body.emphases[contents.emphases].compactMap { emphasis in
        let words = emphasis.range.clamped(to: range)
        return words.isEmpty ? nil : Body.Emphasis(kind: emphasis.kind, range: words)
      })
  }

  /// Whether all of some words are struck through, or all but a note behind them.
  func isStruck(_ words: NoteText) -> Bool {
    var position = words.range.lowerBound
    for strike in words.struck {
      guard isBlank(position..<strike.lowerBound) else { break }
      position = strike.upperBound
    }
    let rest = position..<words.range.upperBound
    return position > words.range.lowerBound && !words.struck.isEmpty
      && (isBlank(rest) || isNote(rest))
  }

  /// Whether words say why those before them are struck through: `(withdrawn)`, `– superseded`.
  ///
  /// After a dash it is two words at most: more of them are what holds instead.
  private func isNote(_ range: ProseRange) -> Bool {
    let text = body.prose.string(range)
    let parts = text.split(separator: " ")
    guard let first = parts.first, let last = parts.last else { return false }
    if first.hasPrefix("(") || first.hasPrefix("[") {
      let end = last.utf8.last { $0 != UInt8(ascii: ".") }
      let isOne = text.utf8.count { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") } == 1
      return isOne && (end == UInt8(ascii: ")") || end == UInt8(ascii: "]"))
    }
    let named = first.unicodeScalars.allSatisfy { "–—-,:;".unicodeScalars.contains($0) }
    return named && (2...3).contains(parts.count)
      && parts[1].unicodeScalars.first?.properties.isUppercase == false
  }

  private func isBlank(_ range: ProseRange) -> Bool {
    range.allSatisfy { index in
      let byte = body.prose.text[Int(index)]
      return byte == 0x20 || isPunctuation(byte)
    }
  }
}

/// Ranges in order, those that touch made one.
private func merged(_ ranges: [ProseRange]) -> [ProseRange] {
  var merged: [ProseRange] = []
  for range in ranges {
    if let last = merged.last, range.lowerBound <= last.upperBound {
      merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      merged.append(range)
    }
  }
  return merged
}

/// What stands after a name that was in brackets, and before a date that is.
private let closers = [")", "]"].map { Array($0.utf8) }
private let openers = ["(", "["].map { Array($0.utf8) }
private let separators = [" ", ",", ":", ";", "–", "—", "-", "&", "+", "/"].map {
  Array($0.utf8)
}

private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  " ,:;–—-()[]&+/".unicodeScalars.contains(scalar)
}
