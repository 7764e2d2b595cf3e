extension [UInt8] {
  /// The e-mail address around an `@`: letters before it, and a domain of two or more labels after.
  ///
  /// No address: `@name` and `@name@server`, as social networks write it; `git@host:path`; and
  /// `logo@2x.png`, a picture for fine screens.
  func emailAddress(around sign: Int) -> Range<Int>? {
    // `\@` is an `@` on the page too.
    let localEnd = sign > 0 && self[sign - 1] == UInt8(ascii: "\\") ? sign - 1 : sign
    var start = localEnd
    while start > 0, localEnd - start < 64, self[start - 1].isPartOfLocalName { start -= 1 }
    guard start == 0 || self[start - 1] != UInt8(ascii: "@") else { return nil }
    while start < localEnd, !self[start].isLetter, !self[start].isDigit { start += 1 }
    guard start < localEnd else { return nil }
    guard let end = endOfDomain(from: sign + 1) else { return nil }
    return start..<end
  }

  private func endOfDomain(from start: Int) -> Int? {
    var end = start
    while end < count, end - start < 253, self[end].isPartOfDomain { end += 1 }
    while end > start, !self[end - 1].isPartOfWord { end -= 1 }
    let labels = self[start..<end].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1, !labels.contains(where: \.isEmpty), let last = labels.last,
      last.count > 1, last.allSatisfy({ $0.isLetter || $0 >= 0x80 }),
      !pictureEndings.contains(String(decoding: last, as: UTF8.self).lowercased())
    else { return nil }
    let isPath =
      end + 1 < count && self[end] == UInt8(ascii: ":") && self[end + 1].isPartOfWord
    return isPath ? nil : end
  }
}

private let pictureEndings: Set = ["png", "jpg", "jpeg", "gif", "webp", "svg", "pdf"]

extension UInt8 {
  /// A backslash before one of these is Markdown's: `ada\_okafor`.
  fileprivate var isPartOfLocalName: Bool {
    isLetter || isDigit || "._-+\\".utf8.contains(self)
  }

  fileprivate var isPartOfDomain: Bool {
    isPartOfWord || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
  }
}
