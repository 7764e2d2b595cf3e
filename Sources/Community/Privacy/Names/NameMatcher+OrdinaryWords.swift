// What tells words from a name of the same letters, beside a dictionary: capitals, order, and what
// stands around them.
extension NameMatcher {
  /// Whether a hyphen ties the words to another family name: *Klein-Schmidt* is no *Klein*.
  func isHalfOfAnother(_ block: ClosedRange<Int>) -> Bool {
    words.kind == .prose
      && (words.isHyphened(before: block.lowerBound) && words.isCapital(block.lowerBound - 1)
        || words.isHyphened(before: block.upperBound + 1)
          && words.isCapital(block.upperBound + 1))
  }

  /// Beside a family name that is also a word an initial has a full stop.
  func isSure(_ initial: Int, besides block: ClosedRange<Int>) -> Bool {
    let end = words.places[initial].upperBound
    if end < words.text.count, words.text[end] == UInt8(ascii: ".") { return true }
    return !isOrdinary(block)
  }

  /// Whether words that are also others stand in the order of no name: *the Hill Rose*, *the day
  /// Sam came*.
  func isTurnedWord(_ found: [String], _ block: ClosedRange<Int>) -> Bool {
    guard words.kind == .prose, let first = found.first, name.family.contains(first),
      !name.given.contains(first)
    else { return false }
    // *the day Sam came*
    if !words.isCapital(block.lowerBound), words.isCapital(block.upperBound) {
      return isOrdinary(block.lowerBound...block.lowerBound)
    }
    return isOrdinary(block) && !crossesCells(block)
  }

  /// Whether words that are also others go on in a line whose words all have capitals.
  ///
  /// Titles in English do: *Will Young Readers Cope?*
  func goesOnInCapitals(_ block: ClosedRange<Int>) -> Bool {
    let next = block.upperBound + 1
    guard words.kind == .prose, isOrdinary(block), words.gap(before: next) == .joined,
      words.isCapital(next), words.hasSmallLetter(next)
    else { return false }
    return sentence(around: block).allSatisfy { index in
      words.isCapital(index) || words.places[index].count < 4
    }
  }

  /// The words from one border to the next.
  private func sentence(around block: ClosedRange<Int>) -> ClosedRange<Int> {
    var (first, last) = (block.lowerBound, block.upperBound)
    while !endsSentence(before: first), block.lowerBound - first < Self.longestTitle { first -= 1 }
    while !endsSentence(before: last + 1), last - block.upperBound < Self.longestTitle { last += 1 }
    return first...last
  }

  private func endsSentence(before index: Int) -> Bool {
    ![.joined, .comma].contains(words.gap(before: index))
  }

  /// How many words of a title are looked at to either side.
  private static let longestTitle = 20

  /// Whether a sentence or a list goes on behind a word: *Wood, Faith and Fire*, *Best, Bill thinks*.
  func goesOn(behind index: Int) -> Bool {
    words.gap(before: index + 1) == .comma || isNext(to: index + 1)
  }

  /// Whether nothing but a space parts a word from the one before it.
  private func isNext(to index: Int) -> Bool {
    guard words.gap(before: index) == .joined else { return false }
    return words.text[words.places[index - 1].upperBound..<words.places[index].lowerBound]
      .elementsEqual([0x20])
  }

  private func crossesCells(_ block: ClosedRange<Int>) -> Bool {
    words.text[words.bytes(block)].contains(cellBorder)
  }

  /// Whether words that are also others have a number behind them, as in *Mark Page 4*; a year is
  /// that of a reference.
  func isNumbered(_ block: ClosedRange<Int>) -> Bool {
    let next = block.upperBound + 1
    guard words.kind == .prose, isNext(to: next), isOrdinary(block) else { return false }
    let number = words.text[words.places[next]]
    return number.count < 4 && number.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// Whether words are written as a name is: with capitals, unless one of them is no other word.
  func isWrittenAsName(_ block: ClosedRange<Int>) -> Bool {
    if words.kind == .address { return true }
    let telling = block.filter { (part($0) ?? -1) >= 0 }
    return telling.allSatisfy { words.isCapital($0) && words.hasCase($0) } || !isOrdinary(block)
  }

  func isOrdinary(_ block: ClosedRange<Int>) -> Bool {
    block.allSatisfy { index in
      (part(index) ?? -1) < 0 || ordinaryNameWords.contains(word(index))
        || ordinaryNameWords.contains(words[index]) || nameParticles.contains(words[index])
        || words.places[index].count == 1
    }
  }
}
