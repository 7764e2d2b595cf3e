import Diagnostics
import Text

/// What words are given to, one by one.
protocol WordSink {
  /// Takes a folded word; it is valid for the call only.
  mutating func take(_ word: [UInt8])

  /// Takes a word that was written with hyphens, without them, and after which letters they stood:
  /// `well-being` is `wellbeing`, cut at 4.
  mutating func take(joined word: [UInt8], cuts: [Int])
}

/// Cuts texts into the words that people search for, folded so that `Siân` is found by `sian`.
///
/// The rules, which `templates/assets/search-index.js` keeps as well:
///
/// - A word is a run of letters, marks and digits, folded as `foldedForComparison` does. Ligatures
///   and the forms of Arabic letters are folded, too. Characters that nobody sees, such as soft
///   hyphens, are no part of it.
/// - What has hyphens is its parts, and one word as well: `e-mail` is `email`.
/// - A number with separators is one word: `1,000` is `1000`.
/// - `C++` and `C#` are words.
/// - Scripts that leave no space between words (Chinese, Japanese, Thai, Lao, Burmese, Khmer) are cut
///   into pairs of neighbours, each of which counts as a word; a lone letter is one.
/// - A single Latin letter is no word: it is what an apostrophe leaves over.
struct WordScanner {
  private var word: [UInt8] = []
  /// Where each letter of a run without spaces begins.
  private var letters: [Int] = []
  /// Whether the word is a number of several groups of digits.
  private var isGrouped = false
  /// What stood before hyphens, and where they were, in letters.
  private var joined: [UInt8] = []
  private var cuts: [Int] = []
  private var known: [Unicode.Scalar: Letter] = [:]

  /// What a character is to a search.
  fileprivate enum Letter {
    case none
    /// Part of a word: what it is folded to, nothing for a mark.
    case folded([UInt8])
    /// A letter of a script without spaces.
    case spaceless([UInt8])
  }

  mutating func scan(_ text: String, into sink: inout some WordSink) {
    let bytes = Array(text.utf8)
    scan(bytes, in: bytes.indices, into: &sink)
  }

  mutating func scan(_ text: [UInt8], in range: Range<Int>, into sink: inout some WordSink) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if byte < 0x80 {
        offset += 1
        let letter = plainLetter(byte)
        if byte == UInt8(ascii: " ") {
          end(&sink)
        } else if letter == 0 {
          offset = separate(UInt32(byte), text[offset..<range.upperBound], &sink)
        } else {
          if !letters.isEmpty { end(&sink) }
          word.append(letter)
        }
      } else {
        let (scalar, length) = decoded(text, at: offset)
        offset += length
        if !take(scalar, &sink) {
          offset = separate(scalar.value, text[offset..<range.upperBound], &sink)
        }
      }
    }
    end(&sink)
  }

  /// Takes a character if it is part of a word.
  private mutating func take(_ scalar: Unicode.Scalar, _ sink: inout some WordSink) -> Bool {
    switch letter(scalar) {
    case .none: return false
    case .folded(let bytes):
      if !bytes.isEmpty, !letters.isEmpty { end(&sink) }
      word += bytes
    case .spaceless(let bytes):
      if letters.isEmpty { end(&sink) }
      letters.append(word.count)
      word += bytes
    }
    return true
  }

  /// Ends the word at a character that is part of none, or goes on across it.
  ///
  /// - Returns: Where the text goes on.
  private mutating func separate(
    _ character: UInt32, _ rest: ArraySlice<UInt8>, _ sink: inout some WordSink
  ) -> Int {
    if !word.isEmpty {
      if isHyphen(character), letters.isEmpty, beginsWord(rest) {
        endPart(&sink)
        return rest.startIndex
      }
      if isGroupSeparator(character), isGroup(rest), endsWithGroup {
        isGrouped = true
        return rest.startIndex
      }
      if let sign = sign(character, rest) {
        word += sign
        end(&sink)
        return rest.startIndex + sign.count - 1
      }
    }
    end(&sink)
    return rest.startIndex
  }

  private mutating func end(_ sink: inout some WordSink) {
    if cuts.isEmpty {
      give(&sink)
    } else {
      endCompound(&sink)
    }
    isGrouped = false
  }

  /// Gives the word before a hyphen, and keeps it for the whole.
  private mutating func endPart(_ sink: inout some WordSink) {
    joined += word
    cuts.append(letterCount(joined))
    give(&sink)
    isGrouped = false
  }

  private mutating func endCompound(_ sink: inout some WordSink) {
    joined += word
    let isWhole = letters.isEmpty && joined.count <= longestWord && !joined.contains(where: isDigit)
    give(&sink)
    if isWhole, letterCount(joined) > cuts[cuts.count - 1] { sink.take(joined: joined, cuts: cuts) }
    joined.removeAll(keepingCapacity: true)
    cuts.removeAll(keepingCapacity: true)
  }

  private mutating func give(_ sink: inout some WordSink) {
    guard !word.isEmpty else { return }
    if letters.isEmpty {
      if !isLoneLetter, word.count <= longestWord { sink.take(word) }
    } else if letters.count == 1 {
      sink.take(word)
    } else {
      for (number, start) in letters.dropLast().enumerated() {
        let end = number + 2 < letters.count ? letters[number + 2] : word.count
        sink.take(Array(word[start..<end]))
      }
    }
    word.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
  }

  private var isLoneLetter: Bool { word.count == 1 && word[0] >= UInt8(ascii: "a") }

  private mutating func letter(_ scalar: Unicode.Scalar) -> Letter {
    if let letter = known[scalar] { return letter }
    let letter = Letter(scalar)
    known[scalar] = letter
    return letter
  }
}

// MARK: - Words with signs in them

extension WordScanner {
  /// Whether a text begins with a part of a word.
  private mutating func beginsWord(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first < 0x80 { return plainLetter(first) != 0 }
    if case .none = letter(decoded(text).0) { return false }
    return true
  }

  /// Whether the word is a number to which three more digits may belong.
  private var endsWithGroup: Bool {
    letters.isEmpty && (isGrouped || word.count <= 3) && word.allSatisfy(isDigit)
  }

  /// What makes a programming language of a letter.
  private func sign(_ character: UInt32, _ rest: ArraySlice<UInt8>) -> [UInt8]? {
    guard isLoneLetter, cuts.isEmpty else { return nil }
    let sign: [UInt8]
    switch character {
    case 0x23: sign = [0x23]
    case 0x2B where rest.first == 0x2B: sign = [0x2B, 0x2B]
    default: return nil
    }
    let next = rest.dropFirst(sign.count - 1).first ?? 0x20
    return next < 0x80 && plainLetter(next) == 0 ? sign : nil
  }
}

/// Hyphens that hold a word together: of ASCII, U+2010 and U+2011.
private func isHyphen(_ character: UInt32) -> Bool {
  character == 0x2D || character == 0x2010 || character == 0x2011
}

/// What stands between groups of three digits: comma, stop, apostrophes, spaces that do not break.
private func isGroupSeparator(_ character: UInt32) -> Bool {
  switch character {
  case 0x2C, 0x2E, 0x27, 0x2019, 0xA0, 0x202F, 0x2009: true
  default: false
  }
}

/// Whether a text begins with three digits and no fourth.
private func isGroup(_ text: ArraySlice<UInt8>) -> Bool {
  text.prefix(4).prefix(while: isDigit).count == 3
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// A letter begins with every byte that does not go on with another (RFC 3629, section 3).
private func letterCount(_ word: [UInt8]) -> Int {
  word.reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
}

/// Longer runs are codes and addresses, in bytes.
private let longestWord = 64

extension WordScanner.Letter {
  fileprivate init(_ scalar: Unicode.Scalar) {
    if let folded = foldedForSearch[scalar] {
      self = .folded(Array(folded.utf8))
      return
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .decimalNumber, .letterNumber, .otherNumber: break
    default:
      guard properties.isAlphabetic else {
        self = .none
        return
      }
    }
    let folded = Array(String(scalar).foldedForComparison.utf8)
    let isSpaceless = !folded.isEmpty && spacelessScripts.contains { $0.contains(scalar.value) }
    self = isSpaceless ? .spaceless(folded) : .folded(folded)
  }
}

/// What a search folds beyond `foldedForComparison`: ligatures of print, the forms of Arabic letters
/// that people write for each other, Arabic digits, and what nobody sees.
private let foldedForSearch: [Unicode.Scalar: String] = {
  var folded: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ـ": "",
  ]
  for digit in UInt32(0)...9 {
    for zero: UInt32 in [0x660, 0x6F0] {
      if let scalar = Unicode.Scalar(zero + digit) { folded[scalar] = String(digit) }
    }
  }
  let unseen: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0x61C...0x61C, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF...0xFEFF,
  ]
  for value in unseen.joined() {
    if let scalar = Unicode.Scalar(value) { folded[scalar] = "" }
  }
  return folded
}()

/// Thai and Lao; Burmese; Khmer; Chinese and Japanese.
private let spacelessScripts: [ClosedRange<UInt32>] = [
  0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xF900...0xFAFF,
  0x20000...0x3FFFF,
]

/// A letter or digit of ASCII in lower case; 0 for all else.
@inline(__always)
private func plainLetter(_ byte: UInt8) -> UInt8 {
  let lower = byte | 0x20
  if lower &- 0x61 < 26 { return lower }
  return byte &- 0x30 < 10 ? byte : 0
}

/// The character that begins at an offset of valid UTF-8 (RFC 3629, section 3), and its length.
private func decoded(_ text: [UInt8], at offset: Int) -> (Unicode.Scalar, Int) {
  decoded(text[offset...])
}

private func decoded(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int) {
  let offset = text.startIndex
  let lead = UInt32(text[offset])
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard length <= text.count else { return ("\u{FFFD}", text.count) }
  var value = lead & (0xFF >> UInt32(length + 1))
  for next in text[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(next & 0x3F) }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}
