package import Diagnostics
import Text

/// What a text may tell of a person, though nobody meant it for everybody.
package enum PersonalDetail: Hashable, Sendable {
  case email, phone, meetingPasscode, pupil
  /// A number as people of one country write it, which is one only where the community is.
  case nationalPhone(DiallingPlan)
}

/// A personal detail where it stands in a file.
package struct FoundDetail: Hashable, Sendable {
  package let detail: PersonalDetail
  /// The words themselves; of a pupil the name alone.
  package let words: String
  package let place: SourceLocation
}

/// Looks through a text once, byte by byte, for what may be a personal detail.
///
/// It would rather miss one than tell of a date or a page range: whoever is told three times in
/// vain does not look a fourth time. `PersonalDetailTests` holds the table of what it tells and what
/// it lets pass.
struct DetailScan {
  struct Found: Hashable {
    let detail: PersonalDetail
    /// What to underline.
    let range: Range<Int>
    /// The words that say what was found.
    let words: Range<Int>
    /// These as they are read, without a backslash of Markdown's or what nobody sees.
    let reading: String
  }

  /// The text as it is read, in which all is looked for.
  private let readable: ReadableText
  private(set) var found: [Found] = []

  private var text: [UInt8] { readable.bytes }

  /// Finds all, in order; their ranges are those of the text as it is given.
  init(_ written: [UInt8]) {
    readable = ReadableText(written)
    let text = readable.bytes
    var offset = 0
    text.withUnsafeBufferPointer { bytes in
      for place in DetailPlaces(in: bytes) where place >= offset { offset = next(from: place) }
    }
  }

  /// Looks at one byte; where to go on.
  private mutating func next(from offset: Int) -> Int {
    switch text[offset] {
    case UInt8(ascii: "@"):
      let address = text.emailAddress(around: offset)
      let isNobodys = address.map(text.isNobodysAddress) == true
      return isNobodys
        ? address?.upperBound ?? offset + 1 : note(.email, address, offset)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "("):
      return number(at: offset)
    case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "m"), UInt8(ascii: "t"),
      UInt8(ascii: "w"), UInt8(ascii: "c"), UInt8(ascii: "C"), UInt8(ascii: "k"),
      UInt8(ascii: "K"), UInt8(ascii: "z"), UInt8(ascii: "Z"), 0xD8, 0xD9:
      return note(.meetingPasscode, text.meetingPasscode(at: offset), offset)
    case UInt8(ascii: "Y"), UInt8(ascii: "G"), UInt8(ascii: "R"), UInt8(ascii: "N"),
      UInt8(ascii: "B"), UInt8(ascii: "F"), UInt8(ascii: "M"):
      guard let pupil = text.pupil(besideYearAt: offset) else {
        return text[offset] == UInt8(ascii: "M")
          ? note(.meetingPasscode, text.meetingPasscode(at: offset), offset) : offset + 1
      }
      note(.pupil, pupil.whole, words: pupil.name)
      return max(pupil.whole.upperBound, offset + 1)
    default: return offset + 1
    }
  }

  /// Looks at a number; where to go on.
  private mutating func number(at offset: Int) -> Int {
    guard let run = DigitRun(in: text, at: offset) else { return offset + 1 }
    if run.isPhoneNumber(in: text) { return note(.phone, run.range, offset) }
    if let (plan, range) = DiallingPlan.number(in: text, at: offset) {
      return note(.nationalPhone(plan), range, offset)
    }
    return run.range.upperBound
  }

  private mutating func note(_ detail: PersonalDetail, _ range: Range<Int>?, _ at: Int) -> Int {
    guard let range else { return at + 1 }
    // An address in a link of `mailto:` is one thing, as is a telephone number with its spaces.
    note(detail, range, words: range)
    return max(range.upperBound, at + 1)
  }

  private mutating func note(_ detail: PersonalDetail, _ range: Range<Int>, words: Range<Int>) {
    found.append(
      Found(
        detail: detail, range: readable.written(range), words: readable.written(words),
        reading: text.string(words).filter { $0 != "\\" }))
  }
}

extension UInt8 {
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// A letter or digit; every byte of another script's letter counts.
  var isPartOfWord: Bool { isDigit || isLetter || self >= 0x80 }
}

extension [UInt8] {
  /// Whether some text stands at an offset, letters of either case alike; `word` is in lower case.
  func holds(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { index in
        let byte = self[offset + index]
        return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == letters[index]
      }
    }
  }

  /// The word that ends right before an offset, of any script.
  func word(endingAt end: Int) -> Range<Int> {
    var start = end
    while start > 0, end - start < 40, self[start - 1].isPartOfWord { start -= 1 }
    return start..<end
  }

  /// The word that begins at an offset.
  func word(startingAt start: Int) -> Range<Int> {
    var end = start
    while end < count, end - start < 40, self[end].isPartOfWord { end += 1 }
    return start..<end
  }

  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
