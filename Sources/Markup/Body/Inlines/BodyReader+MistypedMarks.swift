import Diagnostics

// Marks within a line that CommonMark shows as plain text for a space that is in their way.
extension BodyReader {
  /// Warns of `**Bold **text` and of links whose address holds a space.
  mutating func readMistypedMarks(
    in literal: UnsafeBufferPointer<UInt8>, strikes: [Strike], line: Int
  ) {
    for sign in "*_~".utf8 where literal.holds(sign) {
      for slip in LooseMark.all(sign, in: literal) where !strikes.contains(slip) {
        tell(slip.written, replacement: slip.replacement, line: line, as: looseMark)
      }
    }
    guard literal.holds(UInt8(ascii: "]")) else { return }
    for slip in SpacedLink.all(in: literal) {
      tell(slip.written, replacement: slip.replacement, line: line, as: spacedLink)
    }
  }

  /// Nothing is told of what was escaped, which stands otherwise in the file.
  private mutating func tell(
    _ written: String, replacement: String, line: Int,
    as message: (String, SourceLocation, Fix) -> Diagnostic
  ) {
    guard let span = spans.find(written.utf8, onLine: line, through: lastLine),
      let range = text.source.range(of: span),
      range.lowerBound == 0 || text.source.bytes[range.lowerBound - 1] != UInt8(ascii: "\\")
    else { return }
    let place = SourceLocation(path: text.source.path, span: span)
    diagnostics.append(message(replacement, place, Fix(span, with: replacement)))
  }
}

extension [Strike] {
  fileprivate func contains(_ mark: LooseMark) -> Bool {
    contains { $0.offset == mark.offset || $0.offset == mark.closing }
  }
}

/// Two signs of bold or struck-through text that a space keeps from meaning anything.
struct LooseMark {
  /// The byte of the text at which it begins, and that of its closing signs.
  let offset: Int
  let closing: Int
  let written: String
  let replacement: String

  /// All of one sign, in order.
  static func all(_ sign: UInt8, in text: UnsafeBufferPointer<UInt8>) -> [LooseMark] {
    let runs = runs(of: sign, in: text)
    var found: [LooseMark] = []
    var index = 0
    while index + 1 < runs.count {
      if let mark = LooseMark(text, runs[index], runs[index + 1]) {
        found.append(mark)
        index += 1
      }
      index += 1
    }
    return found
  }

  /// The places where two or three of the sign stand together.
  private static func runs(
    of sign: UInt8, in text: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, text[index] == sign { index += 1 }
      if (2...3).contains(index - start) { runs.append(start..<index) }
      if index == start { index += 1 }
    }
    return runs
  }

  private init?(
    _ text: UnsafeBufferPointer<UInt8>, _ opening: Range<Int>, _ closing: Range<Int>
  ) {
    guard opening.count == closing.count else { return nil }
    let inner = text[opening.upperBound..<closing.lowerBound]
    guard let first = inner.first, let last = inner.last, inner.contains(where: isWordByte)
    else { return nil }
    let before = opening.lowerBound > 0 ? text[opening.lowerBound - 1] : nil
    let after = closing.upperBound < text.count ? text[closing.upperBound] : nil
    let beginsWord = before.map { !isWordByte($0) } ?? true
    let endsWord = after.map { !isWordByte($0) } ?? true
    let isSlip =
      switch (first == 0x20, last == 0x20) {
      case (false, true): beginsWord
      case (true, false): beginsWord && endsWord
      case (true, true): before == nil && endsWord
      case (false, false): !isWordByte(last) && !endsWord && beginsWord
      }
    guard isSlip else { return nil }
    let words = String(decoding: inner.trimmed, as: UTF8.self)
    let signs = String(decoding: text[opening], as: UTF8.self)
    let needsSpaceBefore = first == 0x20 && before != nil && before != 0x20
    let needsSpaceAfter = after.map { isWordByte($0) } ?? false
    offset = opening.lowerBound
    self.closing = closing.lowerBound
    written = String(decoding: text[opening.lowerBound..<closing.upperBound], as: UTF8.self)
    replacement =
      (needsSpaceBefore ? " " : "") + signs + words + signs + (needsSpaceAfter ? " " : "")
  }
}

/// A link or a picture whose address holds a space, or is parted from its words by one.
struct SpacedLink {
  let written: String
  let replacement: String
  /// The byte of the text after it.
  let end: Int

  static func all(in text: UnsafeBufferPointer<UInt8>) -> [SpacedLink] {
    var found: [SpacedLink] = []
    var index = 0
    while index + 1 < text.count {
      guard text[index] == UInt8(ascii: "]"), let link = SpacedLink(text, closingWords: index)
      else {
        index += 1
        continue
      }
      found.append(link)
      index = link.end
    }
    return found
  }

  /// Reads what follows the words in square brackets.
  private init?(_ text: UnsafeBufferPointer<UInt8>, closingWords bracket: Int) {
    let isParted = text[bracket + 1] == 0x20
    let open = bracket + (isParted ? 2 : 1)
    guard open < text.count, text[open] == UInt8(ascii: "("),
      let close = Self.closing(text, from: open)
    else { return nil }
    let (address, title) = Self.parts(text[(open + 1)..<close])
    let hasSpace = address.contains(0x20)
    guard isParted != hasSpace, Self.looksLikeAddress(address),
      !isParted || Self.hasWords(text, before: bracket)
    else { return nil }
    let start = Self.start(text, before: bracket)
    let words = String(decoding: text[start...bracket], as: UTF8.self)
    let path = String(decoding: address, as: UTF8.self)
    written = String(decoding: text[start...close], as: UTF8.self)
    end = close + 1
    replacement = words + "(" + (hasSpace ? "<\(path)>" : path) + title + ")"
  }

  /// The parenthesis that closes an address, at most 300 bytes on.
  private static func closing(_ text: UnsafeBufferPointer<UInt8>, from open: Int) -> Int? {
    var depth = 0
    for index in open..<min(text.count, open + 300) {
      switch text[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index }
      case UInt8(ascii: "<"), UInt8(ascii: ">"), 0xEF: return nil
      default: break
      }
    }
    return nil
  }

  /// The address without spaces around it, and the title in quotes that may follow it.
  private static func parts(
    _ inner: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (address: Slice<UnsafeBufferPointer<UInt8>>, title: String) {
    let inner = inner.trimmed
    guard inner.last == UInt8(ascii: "\""),
      let quote = inner.dropLast().lastIndex(of: UInt8(ascii: "\"")), quote > inner.startIndex,
      inner[quote - 1] == 0x20
    else { return (inner, "") }
    return (inner[..<quote].trimmed, " " + String(decoding: inner[quote...], as: UTF8.self))
  }

  /// Whether it has a folder, or ends in the short name of a kind of file.
  private static func looksLikeAddress(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard !address.isEmpty, !address.contains(UInt8(ascii: "\"")) else { return false }
    if address.contains(UInt8(ascii: "/")) { return true }
    guard let dot = address.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = address[(dot + 1)...]
    return (2...5).contains(ending.count) && ending.allSatisfy(isWordByte)
  }

  /// Where the link begins, with the `!` of a picture; the closing bracket where that is elsewhere.
  private static func start(_ text: UnsafeBufferPointer<UInt8>, before bracket: Int) -> Int {
    guard let open = text[max(0, bracket - 300)..<bracket].lastIndex(of: UInt8(ascii: "[")) else {
      return bracket
    }
    return open > 0 && text[open - 1] == UInt8(ascii: "!") ? open - 1 : open
  }

  /// Whether there are words in the brackets, and not only the number of a note.
  private static func hasWords(_ text: UnsafeBufferPointer<UInt8>, before bracket: Int) -> Bool {
    guard let open = text[max(0, bracket - 300)..<bracket].lastIndex(of: UInt8(ascii: "[")) else {
      return false
    }
    return text[open..<bracket].contains { isWordByte($0) && !(0x30...0x39).contains($0) }
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate var trimmed: Self {
    var part = self
    while part.first == 0x20 { part = part.dropFirst() }
    while part.last == 0x20 { part = part.dropLast() }
    return part
  }
}

// MARK: - Messages

private func looseMark(
  _ replacement: String, _ place: SourceLocation, _ fix: Fix
) -> Diagnostic {
  Diagnostic(
    .warning, "loose-mark", at: place,
    "signs for bold or struck-through text stand directly at the words, without a space between",
    hints: ["write: \(replacement.quotedInput)"], fix: fix)
}

private func spacedLink(
  _ replacement: String, _ place: SourceLocation, _ fix: Fix
) -> Diagnostic {
  Diagnostic(
    .warning, "space-in-link", at: place,
    "a space keeps this from being a link or a picture",
    hints: ["write: \(replacement.quotedInput)"], fix: fix)
}
