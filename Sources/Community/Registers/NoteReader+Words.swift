import Markup
import Text

// The words of a paragraph, one by one.
extension NoteReader {
  /// The words of the text that are neither code nor in quotation marks: those that are not struck
  /// through, and those that are.
  func tokensOfText() -> (standing: [Token], struck: [Token]) {
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
  func words(in range: ProseRange) -> [ProseRange] {
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
    while start < end, Self.isPunctuation(body.prose.text[Int(start)]) { start += 1 }
    while end > start {
      if Self.isPunctuation(body.prose.text[Int(end) - 1]) {
        end -= 1
      } else if end - start > 2, isArabicPunctuation(body.prose.text[Int(end - 2)..<Int(end)]) {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether a byte parts words of notes without saying anything.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

/// The comma and the semicolon of Arabic.
private func isArabicPunctuation(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.elementsEqual("،".utf8) || bytes.elementsEqual("؛".utf8)
}
