import Diagnostics
import Text

/// Groups of digits with single separators between them, which may be a telephone number.
struct DigitRun {
  /// The digits of each group.
  private(set) var groups: [String] = []
  /// The bytes that stand between groups, in order: spaces, `-`, `.`, `(`, `)`, or `/` behind a
  /// code.
  private(set) var separators: [UInt8] = []
  private let hasPlus: Bool
  private(set) var range: Range<Int>

  /// Reads a run; `nil` where none begins, as at a bracket before a word.
  ///
  /// With `takesSlash`, a slash may stand behind the first group: *0171/2345678*. Behind the code of a
  /// country it may in any case: *+49 171/2345678*.
  init?(in text: [UInt8], at start: Int, takesSlash: Bool = false) {
    hasPlus = text[start] == UInt8(ascii: "+")
    range = start..<start
    var offset = hasPlus ? start + 1 : start
    while offset < text.count, offset - start < 48 {
      let digits = text[offset...].prefix(3).firstIndex(where: \.isDigit) ?? offset + 3
      guard digits < text.count, text[digits].isDigit,
        DigitRun.mayStandBetween(text[offset..<digits], isFirst: groups.isEmpty)
          || (takesSlash && groups.count == 1 || hasPlus && groups.count < 4)
            && text[offset..<digits].contains(UInt8(ascii: "/"))
      else { break }
      let end =
        text[digits...].prefix(32).firstIndex { !$0.isDigit } ?? min(text.count, digits + 32)
      separators += text[offset..<digits]
      groups.append(text.string(digits..<end))
      offset = end
      range = start..<end
    }
    guard !groups.isEmpty else { return nil }
  }

  /// One separator, a bracket and a space or hyphen, or a hyphen between spaces.
  private static func mayStandBetween(_ bytes: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
    let between = String(decoding: bytes, as: UTF8.self)
    return isFirst
      ? ["", "("].contains(between)
      : [" ", "-", ".", "(", ")", ") ", " (", ")-", "  ", " - "].contains(between)
  }

  var digits: String { groups.joined() }
}

extension DigitRun {
  /// Whether the run is a number that rings at somebody's.
  ///
  /// It is one by its form (`+44 …`, `0044 …`, eleven digits that begin with a British area or
  /// mobile code, `555-123-4567` or `(555) 123-4567` as in North America), or because *tel* or
  /// *phone* stands before it. Numbers that belong to no person (0800, 0300, helplines) are none.
  func isPhoneNumber(in text: [UInt8]) -> Bool {
    guard !isPartOfSomethingElse(text), !isNobodys else { return false }
    return isInternational || isBritish || isAmerican || isToWhatsApp(text)
      || (isAnnounced(text) && isAnyNumber)
  }

  /// Whether what stands around it makes it a date, a price, an address, an identifier.
  func isPartOfSomethingElse(_ text: [UInt8]) -> Bool {
    if groups.first == "0", separators.first == UInt8(ascii: ".") { return true }
    if range.upperBound < text.count {
      let after = text[range.upperBound]
      if after.isLetter || after.isDigit || "/_@%=".utf8.contains(after) { return true }
      let next = range.upperBound + 1
      if ",:;-".utf8.contains(after), next < text.count, text[next].isDigit { return true }
    }
    guard range.lowerBound > 0, !isToWhatsApp(text) else { return false }
    let before = text[range.lowerBound - 1]
    let isPrice = before == 0xA3 || before == 0xAC
    // *Tel.020 7946 0991*
    if before == UInt8(ascii: "."), isAnnounced(text) { return false }
    return isPrice || before.isLetter || before.isDigit || "/_.-#=&%$@+,\\".utf8.contains(before)
  }

  /// Beginning with the code of a country: `+44 (0)29 2018 0000`, `0044 29 2018 0000`.
  private var isInternational: Bool {
    let hasZeros = digits.hasPrefix("00") && !digits.hasPrefix("000") && groups.count > 1
    guard hasPlus || hasZeros, !groups.dropFirst().allSatisfy({ $0 == "000" }) || groups.count == 1
    else { return false }
    let count = digits.utf8.count - (hasZeros ? 2 : 0)
    return (9...15).contains(count) && !digits.hasPrefix(hasPlus ? "0" : "000")
  }

  /// Of the British plan: 01 and 02 for areas, 05 and 07 for persons.
  private var isBritish: Bool {
    let bytes = Array(digits.utf8)
    guard bytes.count > 1, bytes[0] == UInt8(ascii: "0"), "1257".utf8.contains(bytes[1]),
      !hasPlus, groups.count <= 4, (3...11).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ (3...8).contains($0.utf8.count) }),
      !separators.contains(UInt8(ascii: ".")) || Set(separators).count == 1
    else { return false }
    if bytes.count == 11 { return true }
    return bytes.count == 10 && bytes[1] == UInt8(ascii: "1") && groups.count > 1
      && !separators.contains { "-.".utf8.contains($0) } && !isBookNumber(bytes)
  }

  /// Three, three and four digits, the first of an area and of an exchange being 2 to 9.
  private var isAmerican: Bool {
    guard !hasPlus, groups.map(\.utf8.count) == [3, 3, 4], !separators.allSatisfy({ $0 == 0x20 })
    else { return false }
    return groups.prefix(2).allSatisfy { "23456789".contains($0.prefix(1)) }
  }

  private var isAnyNumber: Bool {
    let lengths = groups.map(\.utf8.count)
    let isDate = [[4, 2, 2], [2, 2, 4], [1, 2, 4], [2, 1, 4]].contains(lengths)
    return (7...15).contains(digits.utf8.count) && !isDate
  }

  /// Freephone, shared-cost and business numbers, and those of helplines.
  private var isNobodys: Bool {
    let plain = digits
    let national =
      plain.hasPrefix("0044")
      ? String(plain.dropFirst(4))
      : hasPlus && plain.hasPrefix("44") ? String(plain.dropFirst(2)) : plain
    let significant = national.drop { $0 == "0" }
    let isBritish = national.hasPrefix("0") || national != plain
    return isBritish && (significant.hasPrefix("8") || significant.hasPrefix("3"))
      || ["800", "888", "877", "866"].contains(groups[0])
  }

  private func isToWhatsApp(_ text: [UInt8]) -> Bool {
    text.holds("wa.me/", at: range.lowerBound - 6) && digits.utf8.count >= 9
  }

  /// Whether the word before it says that a number follows; a colon, a full stop or the border of a
  /// table's cell may stand between.
  private func isAnnounced(_ text: [UInt8]) -> Bool {
    var end = range.lowerBound
    while end > 0, range.lowerBound - end < longestGap, " :.*_|-".utf8.contains(text[end - 1]) {
      end -= 1
    }
    return announcements.contains(text.string(text.word(endingAt: end)).foldedForComparison)
  }

  /// Whether ten digits are an ISBN, whose last is a check on the others (ISO 2108).
  func isBookNumber(_ bytes: [UInt8]) -> Bool {
    let sum = bytes.enumerated().reduce(0) { $0 + (10 - $1.offset) * Int($1.element - 0x30) }
    return sum.isMultiple(of: 11)
  }
}

/// Words before a number, case and accents folded.
private let announcements: Set = [
  "tel", "telephone", "phone", "mobile", "mob", "cell", "whatsapp", "ffon", "symudol", "telefon",
  "telefono", "handy", "ring", "call",
]
