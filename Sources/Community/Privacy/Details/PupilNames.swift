import Diagnostics
import Text

extension [UInt8] {
  /// A given name beside the school year that begins at an offset: `Jake in Year 4`, `Jake (Y4)`,
  /// `Year 4's Jake`, `Year 4 pupil Jake`.
  ///
  /// Only names of `givenNames` count, so that *the Tudors in Year 4* are nobody's child.
  func pupil(besideYearAt offset: Int) -> (name: Range<Int>, whole: Range<Int>)? {
    if offset > 0, self[offset - 1].isPartOfWord { return nil }
    guard let year = schoolYear(at: offset) else { return nil }
    if let name = nameBefore(year) { return (name, name.lowerBound..<year.upperBound) }
    if let name = nameAfter(year) { return (name, year.lowerBound..<name.upperBound) }
    return nil
  }

  private func schoolYear(at offset: Int) -> Range<Int>? {
    let word = word(startingAt: offset)
    if fixedYears.contains(string(word)) { return word }
    if self[offset] == UInt8(ascii: "Y"), let end = endOfYearNumber(from: offset + 1) {
      return offset..<end
    }
    guard yearWords.contains(string(word)), word.upperBound < count, self[word.upperBound] == 0x20
    else { return nil }
    return endOfYearNumber(from: word.upperBound + 1).map { offset..<$0 }
  }

  /// The end of `4`, `10`, or the class `4B`.
  private func endOfYearNumber(from start: Int) -> Int? {
    var end = start
    while end < count, end - start < 2, self[end].isDigit { end += 1 }
    guard end > start else { return nil }
    if end < count, self[end].isLetter { end += 1 }
    let goesOn = end < count && (self[end].isLetter || self[end].isDigit)
    return goesOn ? nil : end
  }

  private func nameBefore(_ year: Range<Int>) -> Range<Int>? {
    for link in linksToYear where holds(link, at: year.lowerBound - link.utf8CodeUnitCount) {
      let name = word(endingAt: year.lowerBound - link.utf8CodeUnitCount)
      if isGivenName(name), !followsTitle(name) { return name }
    }
    return nil
  }

  private func nameAfter(_ year: Range<Int>) -> Range<Int>? {
    for link in linksFromYear where holds(link, at: year.upperBound) {
      let name = word(startingAt: year.upperBound + link.utf8CodeUnitCount)
      if isGivenName(name) { return name }
    }
    return nil
  }

  private func isGivenName(_ word: Range<Int>) -> Bool {
    guard let first = word.first, (0x41...0x5A).contains(self[first]) || self[first] >= 0x80 else {
      return false
    }
    return givenNames.contains(string(word).foldedForComparison)
  }

  /// `Miss Grace in Year 4` teaches there.
  private func followsTitle(_ name: Range<Int>) -> Bool {
    guard name.lowerBound > 1 else { return false }
    let end =
      self[name.lowerBound - 2] == UInt8(ascii: ".") ? name.lowerBound - 2 : name.lowerBound - 1
    return ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sir"].contains(string(word(endingAt: end)))
  }
}

private let yearWords: Set = [
  "Year", "Yr", "Grade", "Blwyddyn", "Flwyddyn", "Mlwyddyn", "Form",
]
private let fixedYears: Set = ["Reception", "Nursery"]

private let linksToYear: [StaticString] = [
  " in ", " from ", ", ", " (", " of ", " o ", " ym ", " yn ",
]
private let linksFromYear: [StaticString] = [
  "'s ", "\u{2019}s ", " pupil ", " student ", " child ", " boy ", " girl ", " learner ",
]
