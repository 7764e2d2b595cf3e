/// The name after an `@`, read on bytes.
enum MentionName {
  /// Where the name of the mention at `sign` ends; `nil` where the `@` begins none.
  ///
  /// A name is letters and digits of any script, with single hyphens, apostrophes, full stops or
  /// underscores between them. A possessive `'s` is not part of it. Directly after a letter, a
  /// digit, `_`, `.`, `-` or `/` the sign belongs to an e-mail or web address, as it does in
  /// `@ada@example.org`.
  static func end(
    in text: UnsafeBufferPointer<UInt8>, at sign: Int, after previous: Unicode.Scalar?
  ) -> Int? {
    if let previous, belongsToAddress(previous) { return nil }
    var end = sign + 1
    guard let first = wordLength(in: text, at: end) else { return nil }
    end += first
    while true {
      if let length = wordLength(in: text, at: end) {
        end += length
      } else if let joiner = joinerLength(in: text, at: end),
        wordLength(in: text, at: end + joiner) != nil
      {
        end += joiner
      } else {
        break
      }
    }
    if end < text.count, text[end] == UInt8(ascii: "@"), wordLength(in: text, at: end + 1) != nil {
      return nil
    }
    return withoutPossessive(text, sign + 1..<end)
  }

  private static func belongsToAddress(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWordCharacter || "_.-/".unicodeScalars.contains(scalar)
  }

  private static func wordLength(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard let (scalar, length) = text.scalar(at: index), scalar.isWordCharacter else { return nil }
    return length
  }

  private static func joinerLength(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard let (scalar, length) = text.scalar(at: index) else { return nil }
    switch scalar {
    case "-", "'", ".", "_", "\u{2019}": return length
    default: return nil
    }
  }

  private static func withoutPossessive(
    _ text: UnsafeBufferPointer<UInt8>, _ name: Range<Int>
  ) -> Int {
    for suffix in ["'s", "\u{2019}s"] where name.count > suffix.utf8.count {
      let start = name.upperBound - suffix.utf8.count
      if text[start..<name.upperBound].elementsEqual(suffix.utf8) { return start }
    }
    return name.upperBound
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at a byte, and its length; `nil` at the end and in malformed text.
  func scalar(at index: Int) -> (Unicode.Scalar, length: Int)? {
    guard index < count else { return nil }
    let first = self[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + length <= count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard self[index + offset] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(self[index + offset] & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// The scalar that ends before a byte.
  func scalar(before index: Int) -> Unicode.Scalar? {
    var start = index - 1
    while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? scalar(at: start)?.0 : nil
  }
}

extension Unicode.Scalar {
  /// Whether this is a letter, a digit, or a mark on one.
  var isWordCharacter: Bool {
    if isASCII {
      return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }
}
