extension Prose {
  /// The sentence around a link or a mention, to show where it is linked from.
  package struct Sentence: Hashable, Sendable {
    package let range: ProseRange
    /// Whether words before or after were left out, for an ellipsis to stand in their place.
    package let isCutBefore: Bool
    package let isCutAfter: Bool
  }

  /// The sentence around a range of a block; `nil` where the range lies in no block.
  ///
  /// A sentence longer than `limit` bytes is cut to the words around the range.
  package func sentence(around range: ProseRange, limit: Int = 240) -> Sentence? {
    guard let block = block(around: range) else { return nil }
    let place = Int(range.lowerBound)..<Int(range.upperBound)
    return text.withUnsafeBufferPointer { text in
      let finder = SentenceFinder(text: text, block: block, near: place, reach: 2 * limit)
      return finder.sentence(around: place, limit: limit)
    }
  }
}

/// Finds where sentences end in one block: after `.`, `!`, `?` or `…` before white space, and after
/// the full-width `。`, `！`, `？` anywhere.
private struct SentenceFinder {
  let text: UnsafeBufferPointer<UInt8>
  /// The part of the block that is looked at: the whole, unless it is very long.
  let block: Range<Int>

  init(text: UnsafeBufferPointer<UInt8>, block: Prose.Block, near place: Range<Int>, reach: Int) {
    var start = max(Int(block.range.lowerBound), place.lowerBound - reach)
    while start > Int(block.range.lowerBound), text[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(Int(block.range.upperBound), place.upperBound + reach)
    while end < Int(block.range.upperBound), text[end] & 0xC0 == 0x80 { end += 1 }
    self.text = text
    self.block = start..<end
  }

  func sentence(around range: Range<Int>, limit: Int) -> Prose.Sentence {
    var start = block.lowerBound
    var index = block.lowerBound
    var end = block.upperBound
    while index < block.upperBound {
      let after = endOfSentence(at: index)
      index = after ?? index + 1
      guard let after else { continue }
      if after <= range.lowerBound {
        start = skipSpaces(from: after)
      } else if after >= range.upperBound {
        end = after
        break
      }
    }
    // A range at the space between two sentences, such as a hole, belongs to the second.
    start = min(start, range.lowerBound)
    return cut(start..<max(end, range.upperBound), around: range, limit: limit)
  }

  /// Where a sentence ends whose last sign stands at `index`, closing quotes and brackets included.
  private func endOfSentence(at index: Int) -> Int? {
    guard text[index] == UInt8(ascii: ".") || isOtherEnd(text[index]),
      let (sign, length) = text.scalar(at: index)
    else { return nil }
    switch sign {
    case "。", "！", "？", "．": return index + length
    case "!", "?", "…", ".":
      let end = skipClosers(from: index + length)
      guard end == block.upperBound || end < block.upperBound && text[end] == 0x20 else {
        return nil
      }
      let next = skipSpaces(from: end)
      if startsInLowerCase(next) { return nil }
      return sign == "." && isAbbreviation(before: index, next: next) ? nil : end
    default: return nil
    }
  }

  private func isOtherEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == 0xE2 || byte == 0xE3
      || byte == 0xEF
  }

  private func skipClosers(from index: Int) -> Int {
    var end = index
    while end < block.upperBound, let (scalar, length) = text.scalar(at: end),
      closers.contains(scalar)
    {
      end += length
    }
    return end
  }

  private func skipSpaces(from index: Int) -> Int {
    var end = index
    while end < block.upperBound, text[end] == 0x20 { end += 1 }
    return end
  }

  private func startsInLowerCase(_ index: Int) -> Bool {
    index < block.upperBound && text.scalar(at: index)?.0.properties.isLowercase == true
  }

  /// Whether the full stop at `index` only shortens the word before it: `Dr.`, `e.g.`, an initial,
  /// or `p.` before a number.
  private func isAbbreviation(before index: Int, next: Int) -> Bool {
    var start = index
    while start > block.lowerBound, isWordByte(text[start - 1]) { start -= 1 }
    let word = String(decoding: text[start..<index], as: UTF8.self)
    if word.unicodeScalars.count == 1, word.unicodeScalars.allSatisfy(\.properties.isUppercase) {
      return true
    }
    if abbreviations.contains(word.lowercased()) { return true }
    let isBeforeNumber = next < block.upperBound && (0x30...0x39).contains(text[next])
    return isBeforeNumber && abbreviationsBeforeNumbers.contains(word.lowercased())
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: ".") || (byte | 0x20) &- 0x61 < 26
  }

  /// Cuts a long sentence at words, with about as much before the range as after it.
  private func cut(_ sentence: Range<Int>, around range: Range<Int>, limit: Int) -> Prose.Sentence {
    guard sentence.count > limit else { return result(sentence, in: sentence) }
    let room = max(0, limit - range.count)
    let roomBefore = range.lowerBound - sentence.lowerBound
    let roomAfter = sentence.upperBound - range.upperBound
    let after = min(roomAfter, room - min(roomBefore, room / 2))
    let before = min(roomBefore, room - after)
    let start = firstWord(from: range.lowerBound - before, sentence, range.lowerBound)
    let end = lastWord(to: range.upperBound + after, sentence, range.upperBound)
    return result(start..<end, in: sentence)
  }

  private func firstWord(from index: Int, _ sentence: Range<Int>, _ limit: Int) -> Int {
    guard index > sentence.lowerBound else { return sentence.lowerBound }
    var start = index
    while start < limit, text[start - 1] != 0x20 { start += 1 }
    return start
  }

  private func lastWord(to index: Int, _ sentence: Range<Int>, _ limit: Int) -> Int {
    guard index < sentence.upperBound else { return sentence.upperBound }
    var end = index
    while end > limit, text[end] != 0x20 { end -= 1 }
    return end
  }

  private func result(_ range: Range<Int>, in sentence: Range<Int>) -> Prose.Sentence {
    Prose.Sentence(
      range: Int32(range.lowerBound)..<Int32(range.upperBound),
      isCutBefore: range.lowerBound > sentence.lowerBound,
      isCutAfter: range.upperBound < sentence.upperBound)
  }
}

private let closers = Set("\"')]”’»›）」』".unicodeScalars)

/// Words that end in a full stop within a sentence, in lower case and without it.
private let abbreviations: Set<String> = [
  "e.g", "i.e", "cf", "vs", "approx", "incl", "etc", "viz",
  "mr", "mrs", "ms", "mx", "dr", "prof", "st", "rev", "sr", "jr", "mme", "mlle", "sra",
  "z.b", "d.h", "bzw", "ca", "p.ex",
]

/// Words that a number follows.
private let abbreviationsBeforeNumbers: Set<String> = [
  "no", "nr", "p", "pp", "fig", "vol", "ch", "ed", "art", "sec", "eq", "yr",
]
