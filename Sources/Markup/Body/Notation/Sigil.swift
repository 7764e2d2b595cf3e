import Diagnostics
import Text

/// The noncharacters that stand, in the text given to libcmark, for what CommonMark has no word for.
///
/// Unicode keeps U+FDD0 to U+FDEF for a program's own use; in an author's text they are refused, so
/// none can be forged. libcmark takes them for letters. In UTF-8 each is `EF B7` and one more byte,
/// the raw value here.
enum Sigil: UInt8 {
  /// U+FDD0: the start of what was lifted out; its index follows in hexadecimal.
  case liftStart = 0x90
  /// U+FDD1: the end of that index.
  case liftEnd = 0x91
  /// U+FDD2: `\@`, an at sign that begins no mention.
  case atSign = 0x92
  /// U+FDD3: `\~`, a tilde that strikes nothing through.
  case tilde = 0x93
  /// U+FDD4: `[ ]` at the start of a list item.
  case openBox = 0x94
  /// U+FDD5: `[x]` there.
  case tickedBox = 0x95
  /// U+FDD6: `[X]` there.
  case tickedCapitalBox = 0x96
  /// U+FDD7: the end of a cell in a table's row that is parsed whole.
  case cellEnd = 0x97

  static let length = 3
}

extension [UInt8] {
  mutating func append(_ sigil: Sigil) {
    append(0xEF)
    append(0xB7)
    append(sigil.rawValue)
  }

  /// Adds the place holder of what is kept at `index` of a side table.
  mutating func appendLift(_ index: Int) {
    append(.liftStart)
    append(contentsOf: String(index, radix: 16).utf8)
    append(.liftEnd)
  }
}

extension Sigil {
  /// What the author wrote.
  var written: String {
    switch self {
    case .liftStart, .liftEnd: ""
    case .atSign: #"\@"#
    case .tilde: #"\~"#
    case .openBox: "[ ]"
    case .tickedBox: "[x]"
    case .tickedCapitalBox: "[X]"
    case .cellEnd: "|"
    }
  }

  /// What stands in text, where escapes are read.
  var meaning: String {
    switch self {
    case .atSign: "@"
    case .tilde: "~"
    default: written
    }
  }

  var isTaskBox: Bool { self == .openBox || self == .tickedBox || self == .tickedCapitalBox }
}

/// A place holder read back from libcmark's text.
enum Placeholder {
  /// What `LiftedText.lifts` has at this index.
  case lifted(Int)
  case character(Sigil)
}

extension UnsafeBufferPointer<UInt8> {
  /// The place holder that begins at `index`, and where it ends.
  func placeholder(at index: Int) -> (Placeholder, end: Int)? {
    guard let sigil = sigil(at: index) else { return nil }
    let next = index + Sigil.length
    switch sigil {
    case .liftEnd: return nil
    case .liftStart: return lifted(at: next)
    default: return (.character(sigil), next)
    }
  }

  private func lifted(at start: Int) -> (Placeholder, end: Int)? {
    var end = start
    var number = 0
    while end < count, end - start < 6, let digit = self[end].hexadecimalValue {
      number = number << 4 | Int(digit)
      end += 1
    }
    guard end > start, sigil(at: end) == .liftEnd else { return nil }
    return (.lifted(number), end + Sigil.length)
  }

  /// Where a mark between two cells first stands.
  var firstCellEnd: Int? {
    var start = 0
    while let index = first(0xEF, in: start..<count) {
      if sigil(at: index) == .cellEnd { return index }
      start = index + 1
    }
    return nil
  }

  func sigil(at index: Int) -> Sigil? {
    guard index + 2 < count, self[index] == 0xEF, self[index + 1] == 0xB7 else { return nil }
    return Sigil(rawValue: self[index + 2])
  }
}
