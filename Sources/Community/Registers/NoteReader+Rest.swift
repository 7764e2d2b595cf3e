import Markup
import Text

// Whom a paragraph names first, and what it says beside what the register shows elsewhere.
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
  var holes: [Int32] {
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
      return byte == 0x20 || Self.isPunctuation(byte)
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
