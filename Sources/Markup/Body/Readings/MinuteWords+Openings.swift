import Diagnostics

extension MinuteWords {
  /// How a paragraph opens that says what it is: `Decision 4: …`, `AGREED – …`, `ACTION @ada: …`.
  struct Opening: Hashable {
    let kind: Kind
    /// The number that it fixes, if it names one.
    let number: Int?
    /// How many bytes stand before the action or decision itself.
    let length: Int
  }

  /// Reads the opening of a paragraph's plain text; `nil` where it opens otherwise.
  ///
  /// - Parameters:
  ///   - mention: How many bytes stand before the first name in it.
  ///   - emphasis: How many bytes its first words in bold take.
  func opening(of text: ArraySlice<UInt8>, mention: Int?, emphasis: Int?) -> Opening? {
    guard openerBeginnings.mayBegin(text) else { return nil }
    let start = OpeningText(text)
    for end in start.wordEnds.prefix(3).reversed() {
      let written = start.string(upTo: end)
      guard let kind = Kind.allCases.first(where: { self[$0].openers.contains(written.phrase) })
      else { continue }
      let isMarked = emphasis == end || written.isShouted
      if let (number, length) = start.rest(from: end, mention: mention, isMarked: isMarked) {
        return Opening(kind: kind, number: number, length: length)
      }
      if kind == .action, let length = start.nameOf(from: end, mention: mention) {
        return Opening(kind: kind, number: nil, length: length)
      }
    }
    return nil
  }
}

/// The first signs of a paragraph, to be looked at one by one.
private struct OpeningText {
  private let bytes: [UInt8]

  init(_ text: ArraySlice<UInt8>) {
    bytes = Array(text.prefix(120))
  }

  func string(upTo end: Int) -> String { String(decoding: bytes[..<end], as: UTF8.self) }

  private func scalar(at index: Int) -> (Unicode.Scalar, length: Int)? {
    bytes.withUnsafeBufferPointer { $0.scalar(at: index) }
  }

  private func skip(from start: Int, _ belongs: (Unicode.Scalar) -> Bool) -> Int {
    var index = start
    while let (scalar, length) = scalar(at: index), belongs(scalar) { index += length }
    return index
  }

  /// Where the first three words end.
  var wordEnds: [Int] {
    var ends: [Int] = []
    var index = 0
    while ends.count < 3 {
      let end = skip(from: index) { $0.isWordCharacter && !$0.isASCIIDigit }
      guard end > index, end <= 60 else { break }
      ends.append(end)
      index = skip(from: end, \.isSpaceInLine)
      guard index > end else { break }
    }
    return ends
  }

  /// Reads a number and the sign that ends an opening: a colon, a dash, or somebody's name.
  func rest(from end: Int, mention: Int?, isMarked: Bool) -> (number: Int?, length: Int)? {
    let digits = skip(from: end, \.isSpaceInLine)
    let digitsEnd = skip(from: digits, \.isASCIIDigit)
    let mark = skip(from: digitsEnd) { $0.isSpaceInLine || $0 == "(" }
    // A longer one is no number of a decision, and could not be counted on from.
    let isNumber = digitsEnd > digits && digitsEnd - digits <= 6
    let number = isNumber ? Int(digits: bytes[digits..<digitsEnd]) : nil
    // The place of a name has no length, so spaces can stand on both its sides.
    let earliest = digitsEnd == digits ? end : digitsEnd
    if let mention, (earliest...mark).contains(mention) {
      return (number, min(mention, digitsEnd == digits ? mark : skipSpaces(digitsEnd)))
    }
    let text = skipSpaces(digitsEnd)
    if let afterMark = endOfMark(at: text) { return (number, skipSpaces(afterMark)) }
    return isMarked && text > end && text < bytes.count ? (number, text) : nil
  }

  /// Reads "for" and the like before somebody's name with a colon after it: `Action for @ada: …`.
  func nameOf(from end: Int, mention: Int?) -> Int? {
    let word = skip(from: end, \.isSpaceInLine)
    let wordEnd = skip(from: word) { $0.isWordCharacter && !$0.isASCIIDigit }
    guard word > end, wordEnd > word, wordEnd - word <= 6,
      skip(from: wordEnd, \.isSpaceInLine) == mention, let mention,
      scalar(at: mention)?.0 == ":"
    else { return nil }
    return mention
  }

  /// Where a colon or a dash ends; the hyphen of "Decision-making" is neither.
  private func endOfMark(at index: Int) -> Int? {
    guard let (scalar, length) = scalar(at: index), ":：–—-".unicodeScalars.contains(scalar) else {
      return nil
    }
    let next = self.scalar(at: index + length)?.0
    return scalar == "-" && next?.isSpaceInLine != true ? nil : index + length
  }

  private func skipSpaces(_ start: Int) -> Int { skip(from: start, \.isSpaceInLine) }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isSpaceInLine: Bool { self == " " || self == "\u{A0}" || self == "\u{202F}" }
}

extension String {
  /// Whether a word is in capitals from end to end: `DECISION`.
  fileprivate var isShouted: Bool {
    utf8.count > 3 && unicodeScalars.contains(where: \.properties.isUppercase)
      && !unicodeScalars.contains(where: \.properties.isLowercase)
  }
}
