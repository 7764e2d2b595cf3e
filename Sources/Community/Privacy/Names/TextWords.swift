/// What a text is, as far as the search for names is concerned.
enum TextKind: Sendable {
  /// What people wrote: capitals count, and a full stop ends a sentence.
  case prose
  /// An address, an id or the name of a file: words are joined in other ways, in small letters.
  case address
}

/// The byte between two cells of one row, as the search is given it (ASCII *unit separator*).
let cellBorder: UInt8 = 0x1F

/// The byte at the end of a line beside one that is left out, as of a caption's time (ASCII *vertical
/// tab*): words go on behind it.
let silentLine: UInt8 = 0x0B

/// The folded words that have been asked for: around one family name each of its bearers asks for
/// the same.
private final class FoldedWords {
  private var words: [Int: String] = [:]

  func word(_ index: Int, fold: () -> String) -> String {
    if let known = words[index] { return known }
    let word = fold()
    words[index] = word
    return word
  }
}

/// The words of a text, folded when they are asked for, and what stands between them.
struct TextWords {
  /// What lies between a word and the one before it.
  enum Gap {
    /// A space, a hyphen or the like: both may be of one name.
    case joined
    /// A full stop: both may be of one name behind an initial or a title.
    case fullStop
    case comma
    /// The border of two cells.
    case cell
    /// A cell without words.
    case emptyCell
    /// The end of a sentence, or anything else that parts names.
    case border
  }

  let text: [UInt8]
  let places: [Range<Int>]
  let kind: TextKind
  private let folded = FoldedWords()

  /// With `splittingJoined`, words that are written as one are parted.
  init(_ text: [UInt8], _ kind: TextKind, splittingJoined: Bool = false) {
    self.text = text
    self.kind = kind
    let whole = placesOfWords(in: text)
    places = splittingJoined ? whole.flatMap { Self.split($0, of: text) } : whole
  }

  /// The places of `Ada`, `Okafor` and `2024` in `AdaOkafor2024`.
  private static func split(_ place: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start = place.lowerBound
    for index in place.dropFirst()
    where text[index] &- 0x41 < 26 && text[index - 1] &- 0x61 < 26
      || (text[index] &- 0x30 < 10) != (text[index - 1] &- 0x30 < 10)
    {
      places.append(start..<index)
      start = index
    }
    return places + [start..<place.upperBound]
  }

  var indices: Range<Int> { places.indices }

  subscript(index: Int) -> String {
    folded.word(index) { String(decoding: text[places[index]], as: UTF8.self).foldedForNames }
  }

  /// Whether a word begins with a capital, or its script has none.
  func isCapital(_ index: Int) -> Bool {
    let first = text[places[index].lowerBound]
    if first < 0x80 { return first &- 0x41 < 26 }
    guard let letter = firstLetter(index) else { return false }
    return letter.properties.isUppercase || !letter.properties.isCased
      || letter.properties.generalCategory == .titlecaseLetter
  }

  /// Whether the script of a word tells capitals from small letters.
  func hasCase(_ index: Int) -> Bool {
    let first = text[places[index].lowerBound]
    if first < 0x80 { return true }
    return firstLetter(index)?.properties.isCased ?? true
  }

  /// The first letter of a word that can be seen: what only directs a text may stand before it.
  private func firstLetter(_ index: Int) -> Unicode.Scalar? {
    let letters = String(decoding: text[places[index]], as: UTF8.self).unicodeScalars
    return letters.first { $0.properties.generalCategory != .format } ?? letters.first
  }

  /// Whether a word has a small letter behind its first.
  func hasSmallLetter(_ index: Int) -> Bool {
    String(decoding: text[places[index]], as: UTF8.self).unicodeScalars.dropFirst()
      .contains { $0.properties.isLowercase }
  }

  /// Whether a word is one letter.
  func isInitial(_ index: Int) -> Bool {
    guard places[index].count <= 8 else { return false }
    return isCapital(index) && self[index].unicodeScalars.count == 1
  }

  /// Whether a word is one letter, or a few capitals as in *AB Okafor*.
  func areInitials(_ index: Int) -> Bool {
    if isInitial(index) { return true }
    let place = places[index]
    return (2...3).contains(place.count) && text[place].allSatisfy { $0 &- 0x41 < 26 }
  }

  /// Whether nothing but a hyphen stands before a word.
  func isHyphened(before index: Int) -> Bool {
    guard index > 0, index < places.count else { return false }
    let between = text[places[index - 1].upperBound..<places[index].lowerBound]
    return between.elementsEqual("-".utf8) || between.elementsEqual("‐".utf8)
      || between.elementsEqual("‑".utf8)
  }

  func bytes(_ range: ClosedRange<Int>) -> Range<Int> {
    places[range.lowerBound].lowerBound..<places[range.upperBound].upperBound
  }

  /// Whether a mention's or an address's `@` stands right before a word.
  func isMentioned(_ index: Int) -> Bool {
    let start = places[index].lowerBound
    return start > 0 && text[start - 1] == UInt8(ascii: "@")
  }

  /// What lies before a word; before the first and behind the last a border does.
  func gap(before index: Int) -> Gap {
    guard index > 0, index < places.count else { return .border }
    let between = text[places[index - 1].upperBound..<places[index].lowerBound]
    var gap = Gap.joined
    var offset = between.startIndex
    while offset < between.endIndex {
      let byte = between[offset]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, silentLine, UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "'"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "*"),
        UInt8(ascii: "`"), UInt8(ascii: "~"):
        offset += 1
      case cellBorder:
        guard gap == .joined || gap == .cell else { return .border }
        gap = gap == .cell ? .emptyCell : .cell
        offset += 1
      case UInt8(ascii: "."):
        let isInner = between.count == 1
        guard gap == .joined || gap == .fullStop else { return .border }
        if !isInner { gap = .fullStop }
        offset += 1
      case UInt8(ascii: ","):
        guard gap == .joined || gap == .fullStop else { return .border }
        gap = .comma
        offset += 1
      case UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "="):
        guard kind == .address else { return .border }
        offset += 1
      case 0x80...:
        guard let length = Self.lengthOfJoiner(between[offset...]) else { return .border }
        if Self.isArabicComma(between[offset...]) { gap = .comma }
        offset += length
      default: return .border
      }
    }
    return between.filter { $0 == 0x0A }.count > 1 ? .border : gap
  }

  /// The length in bytes of a space, hyphen, apostrophe or quotation mark beyond ASCII.
  private static func lengthOfJoiner(_ bytes: ArraySlice<UInt8>) -> Int? {
    let start = bytes.startIndex
    if bytes.starts(with: [0xC2, 0xA0]) || bytes.starts(with: [0xC2, 0xAB])
      || bytes.starts(with: [0xC2, 0xBB]) || bytes.starts(with: [0xCA, 0xBC])
      // U+00B4, which stands for an apostrophe where somebody has no other.
      || bytes.starts(with: [0xC2, 0xB4])
      || bytes.starts(with: [0xD8, 0x8C])
    {
      return 2
    }
    guard bytes.count >= 3 else { return nil }
    let scalar = bytes[start..<(start + 3)]
    let isJoiner =
      // U+2000 to U+2011: spaces, what nobody sees, hyphens.
      scalar.starts(with: [0xE2, 0x80])
      && (bytes[start + 2] <= 0x91
        // U+2018 to U+201E: quotation marks; U+202F.
        || (0x98...0x9E).contains(bytes[start + 2]) || bytes[start + 2] == 0xAF)
      // U+3000; U+30FB, the dot between words of a foreign name; U+FF0E is no joiner.
      || scalar.elementsEqual([0xE3, 0x80, 0x80]) || scalar.elementsEqual([0xE3, 0x83, 0xBB])
      // U+FF07 and U+FF0D, the apostrophe and the hyphen at full width.
      || scalar.elementsEqual([0xEF, 0xBC, 0x87]) || scalar.elementsEqual([0xEF, 0xBC, 0x8D])
      // U+205F, a space; U+2060 to U+2064, which nobody sees.
      || scalar.starts(with: [0xE2, 0x81]) && (0x9F...0xA4).contains(bytes[start + 2])
      // U+FEFF.
      || scalar.elementsEqual([0xEF, 0xBB, 0xBF])
    return isJoiner ? 3 : nil
  }

  private static func isArabicComma(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0xD8, 0x8C])
  }
}
