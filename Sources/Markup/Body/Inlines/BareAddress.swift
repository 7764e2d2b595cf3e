/// A web or e-mail address written bare in text: GitHub Flavored Markdown §6.9.
struct BareAddress {
  /// Where it stands in the text.
  let range: Range<Int>
  /// What goes before it to make an address: `http://`, `mailto:`, or nothing.
  let scheme: String

  /// The web address that begins at `start` with `www.`, `http://` or `https://`.
  init?(
    web text: UnsafeBufferPointer<UInt8>, at start: Int, after previous: Unicode.Scalar?
  ) {
    if let previous, previous.isWordCharacter || "/.-@:=".unicodeScalars.contains(previous) {
      return nil
    }
    guard let (host, scheme) = Self.host(in: text, at: start),
      Self.isDomain(text, from: host)
    else { return nil }
    var end = host
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<"),
      text.sigil(at: end) == nil
    {
      end += 1
    }
    end = Self.withoutTrailingMarks(text, start..<end)
    guard end > host else { return nil }
    self.range = start..<end
    self.scheme = scheme
  }

  /// The e-mail address whose `@` stands at `sign`, not reaching back beyond `first`, before which
  /// `previous` stands.
  ///
  /// `@name@server`, as social networks write it, is none.
  init?(
    mail text: UnsafeBufferPointer<UInt8>, at sign: Int, from first: Int,
    after previous: Unicode.Scalar?
  ) {
    var start = sign
    while start > first, isWord(text[start - 1]) || "+-_.".utf8.contains(text[start - 1]) {
      start -= 1
    }
    var end = sign + 1
    var dots = 0
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: "."), end + 1 < text.count, isWord(text[end + 1]) {
        dots += 1
      } else if !isWord(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    guard start < sign, dots > 0, isWord(text[end - 1]) else { return nil }
    let before = start > first ? text.scalar(before: start) : previous
    guard before != "@" else { return nil }
    self.range = start..<end
    self.scheme = "mailto:"
  }

  private static func host(
    in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (Int, scheme: String)? {
    for (prefix, scheme) in [("www.", "http://"), ("http://", ""), ("https://", "")]
    where text.count - start > prefix.utf8.count {
      if zip(text[start...], prefix.utf8).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 && isWord($0) })
      {
        return (start + prefix.utf8.count, scheme)
      }
    }
    return nil
  }

  /// Whether a host's name begins here: its last two parts hold no underscore.
  private static func isDomain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard start < text.count, isWord(text[start]) else { return false }
    var (isLastMarked, isOneBeforeMarked) = (false, false)
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "_"): isLastMarked = true
      case UInt8(ascii: "."): (isOneBeforeMarked, isLastMarked) = (isLastMarked, false)
      case UInt8(ascii: "-"): break
      case let byte where isWord(byte): break
      default: return !isLastMarked && !isOneBeforeMarked
      }
      index += 1
    }
    return !isLastMarked && !isOneBeforeMarked
  }

  /// Takes off what ends a sentence or closes a bracket around the address.
  private static func withoutTrailingMarks(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var end = range.upperBound
    var excess = text[range].reduce(0) {
      $0 + ($1 == UInt8(ascii: ")") ? 1 : $1 == UInt8(ascii: "(") ? -1 : 0)
    }
    while end > range.lowerBound {
      let last = text[end - 1]
      if last == UInt8(ascii: ")"), excess > 0 {
        excess -= 1
        end -= 1
      } else if last == UInt8(ascii: ";") {
        end = startOfEntity(text, range.lowerBound..<end) ?? end - 1
      } else if "?!.,:*_~'\"".utf8.contains(last) {
        end -= 1
      } else if last >= 0x80, let scalar = text.scalar(before: end),
        trailingMarks.contains(scalar)
      {
        end -= scalar.utf8.count
      } else {
        break
      }
    }
    return end
  }

  /// Where the `&name;` begins that the text ends with.
  private static func startOfEntity(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    var start = range.upperBound - 1
    while start > range.lowerBound, text[start - 1] < 0x80, isWord(text[start - 1]) { start -= 1 }
    guard start > range.lowerBound, start < range.upperBound - 1 else { return nil }
    return text[start - 1] == UInt8(ascii: "&") ? start - 1 : nil
  }
}

private let trailingMarks = Set("’”»…。，、）」』！？；：".unicodeScalars)

/// A letter or digit; every byte beyond ASCII counts as one.
private func isWord(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
}
