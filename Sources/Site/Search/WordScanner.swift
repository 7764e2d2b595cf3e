import Diagnostics
import Text

/// What words are given to, one by one.
protocol WordSink {
  /// Takes a folded word; it is valid for the call only.
  mutating func take(_ word: [UInt8])
}

/// Cuts texts into the words that people search for, folded so that `Siân` is found by `sian`.
///
/// The rules, which `templates/assets/search-index.js` keeps as well:
///
/// - A word is a run of letters, marks and digits, folded as `foldedForComparison` does.
/// - Scripts that leave no space between words (Chinese, Japanese, Thai, Lao, Burmese, Khmer) are cut
///   into pairs of neighbours, each of which counts as a word; a lone letter is one.
/// - A single Latin letter is no word: it is what an apostrophe leaves over.
struct WordScanner {
  private var word: [UInt8] = []
  /// Where each letter of a run without spaces begins.
  private var letters: [Int] = []
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
        guard letter != 0, letters.isEmpty else {
          end(&sink)
          if letter != 0 { word.append(letter) }
          continue
        }
        word.append(letter)
      } else {
        let (scalar, length) = decoded(text, at: offset)
        offset += length
        take(scalar, &sink)
      }
    }
    end(&sink)
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ sink: inout some WordSink) {
    let letter = known[scalar] ?? learn(scalar)
    switch letter {
    case .none: end(&sink)
    case .folded(let bytes):
      if !bytes.isEmpty, !letters.isEmpty { end(&sink) }
      word += bytes
    case .spaceless(let bytes):
      if letters.isEmpty { end(&sink) }
      letters.append(word.count)
      word += bytes
    }
  }

  private mutating func end(_ sink: inout some WordSink) {
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

  private mutating func learn(_ scalar: Unicode.Scalar) -> Letter {
    let letter = Letter(scalar)
    known[scalar] = letter
    return letter
  }
}

/// Longer runs are codes and addresses, in bytes.
private let longestWord = 64

extension WordScanner.Letter {
  fileprivate init(_ scalar: Unicode.Scalar) {
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
  let lead = UInt32(text[offset])
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard offset + length <= text.count else { return ("\u{FFFD}", text.count - offset) }
  var value = lead & (0xFF >> UInt32(length + 1))
  for next in text[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(next & 0x3F) }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}
