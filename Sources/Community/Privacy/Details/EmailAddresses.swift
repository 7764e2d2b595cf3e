import Text

extension [UInt8] {
  /// The e-mail address around an `@`: letters before it, and a domain of two or more labels after.
  ///
  /// No address: `@name` and `@name@server`, as social networks write it; `git@host:path`; and
  /// `logo@2x.png`, a picture for fine screens.
  func emailAddress(around sign: Int) -> Range<Int>? {
    // `\@` is an `@` on the page too.
    let localEnd = sign > 0 && self[sign - 1] == UInt8(ascii: "\\") ? sign - 1 : sign
    var start = startOfLocalName(before: localEnd)
    guard start == 0 || self[start - 1] != UInt8(ascii: "@") else { return nil }
    // In an address, `%8B` is a byte that is no part of a name.
    if start > 0, self[start - 1] == UInt8(ascii: "%") { start = Swift.min(start + 2, localEnd) }
    while start < localEnd, !self[start].isPartOfWord { start += 1 }
    guard start < localEnd, let end = endOfDomain(from: sign + 1) else { return nil }
    return start..<end
  }

  private func startOfLocalName(before end: Int) -> Int {
    var start = end
    while start > 0, end - start < 64 {
      if self[start - 1].isPartOfLocalName {
        start -= 1
      } else if let (scalar, length) = scalar(before: start), scalar.isLetterOfAddress {
        start -= length
      } else {
        break
      }
    }
    return start
  }

  private func endOfDomain(from start: Int) -> Int? {
    var end = start
    while end < count, end - start < 253 {
      if self[end].isPartOfDomain {
        end += 1
      } else if let (scalar, length) = scalar(at: end), scalar.isLetterOfAddress {
        end += length
      } else {
        break
      }
    }
    while end > start, !self[end - 1].isPartOfWord { end -= 1 }
    let labels = self[start..<end].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1, !labels.contains(where: \.isEmpty), let last = labels.last,
      last.isTopLevelDomain
    else { return nil }
    let isPath =
      end + 1 < count && self[end] == UInt8(ascii: ":") && self[end + 1].isPartOfWord
    return isPath ? nil : end
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isTopLevelDomain: Bool {
    let isWord = allSatisfy { $0.isLetter || $0 >= 0x80 } || starts(with: "xn--".utf8)
    return count > 1 && isWord
      && !pictureEndings.contains(String(decoding: self, as: UTF8.self).lowercased())
  }
}

private let pictureEndings: Set = ["png", "jpg", "jpeg", "gif", "webp", "svg", "pdf"]

extension UInt8 {
  /// A backslash before one of these is Markdown's: `ada\_okafor`.
  fileprivate var isPartOfLocalName: Bool {
    isLetter || isDigit || "._-+\\".utf8.contains(self)
  }

  fileprivate var isPartOfDomain: Bool {
    isLetter || isDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
  }
}

extension Unicode.Scalar {
  /// Whether an address may hold it beside ASCII; where words have no spaces between them, nobody
  /// can tell where one begins.
  fileprivate var isLetterOfAddress: Bool {
    !isOfUnspacedScript
      && (properties.isAlphabetic || properties.generalCategory == .nonspacingMark)
  }
}
