/// A piece of raw HTML.
package enum HTMLToken {
  case text(Range<Int>)
  case startTag(HTMLTag)
  case endTag(name: String, Range<Int>)
  case comment
  /// A declaration, a processing instruction, a CDATA section, or a tag that does not end.
  case other(Range<Int>)
}

/// A start tag, its attributes as written.
package struct HTMLTag {
  package struct Attribute {
    /// In lower case.
    package let name: String
    /// Between the quotes, entities not decoded; empty where there is none.
    package let value: Range<Int>
  }

  /// In lower case.
  package let name: String
  package let attributes: [Attribute]
  /// Whether it is written `<br/>`.
  package let isClosed: Bool
  package let range: Range<Int>
}

/// Parts raw HTML into tags and text, as browsers do (WHATWG HTML §13.2.5): one pass, no regular
/// expression, nothing that an author writes is an error.
package struct HTMLTokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  package mutating func next() -> HTMLToken? {
    guard index < bytes.count else { return nil }
    let start = index
    guard bytes[index] == UInt8(ascii: "<"), let second = byte(index + 1) else {
      return text(from: start)
    }
    switch second {
    case let letter where isLetter(letter): return startTag()
    case UInt8(ascii: "/"):
      return byte(index + 2).map(isLetter) == true ? endTag() : text(from: start)
    case UInt8(ascii: "!") where starts(with: "<!--"):
      skip(past: "-->", from: index + 4)
      return .comment
    case UInt8(ascii: "!") where starts(with: "<![CDATA["): skip(past: "]]>", from: index + 9)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): skip(past: ">", from: index + 2)
    default: return text(from: start)
    }
    return .other(start..<index)
  }

  /// Skips what an element holds that is not HTML, up to its end tag, and returns where it began.
  package mutating func skipContent(of name: String) {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), byte(index + 1) == UInt8(ascii: "/") else {
        index += 1
        continue
      }
      if self.name(at: index + 2).name == name { return }
      index += 2
    }
  }

  private mutating func text(from start: Int) -> HTMLToken {
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(start..<index)
  }

  private mutating func endTag() -> HTMLToken {
    let start = index
    let (name, end) = name(at: index + 2)
    index = end
    skip(past: ">", from: end)
    return .endTag(name: name, start..<index)
  }

  private mutating func startTag() -> HTMLToken {
    let start = index
    let (name, end) = name(at: index + 1)
    index = end
    var attributes: [HTMLTag.Attribute] = []
    while let byte = byte(index) {
      switch byte {
      case UInt8(ascii: ">"):
        index += 1
        let isClosed = bytes[index - 2] == UInt8(ascii: "/")
        return .startTag(
          HTMLTag(name: name, attributes: attributes, isClosed: isClosed, range: start..<index))
      case UInt8(ascii: "/"), 0x09, 0x0A, 0x0C, 0x0D, 0x20: index += 1
      default: attributes.append(attribute())
      }
    }
    return .other(start..<index)
  }

  private mutating func attribute() -> HTMLTag.Attribute {
    let start = index
    index += 1
    while let byte = byte(index), !isSpace(byte), !"/>=".utf8.contains(byte) { index += 1 }
    let name = lowercased(start..<index)
    let afterName = index
    skipSpaces()
    guard byte(index) == UInt8(ascii: "=") else {
      index = afterName
      return HTMLTag.Attribute(name: name, value: index..<index)
    }
    index += 1
    skipSpaces()
    return HTMLTag.Attribute(name: name, value: value())
  }

  private mutating func value() -> Range<Int> {
    let start = index
    guard let quote = byte(index), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      while let byte = byte(index), !isSpace(byte), byte != UInt8(ascii: ">") { index += 1 }
      return start..<index
    }
    index += 1
    while let byte = byte(index), byte != quote { index += 1 }
    let end = index
    if index < bytes.count { index += 1 }
    return (start + 1)..<end
  }

  private func name(at start: Int) -> (name: String, end: Int) {
    var end = start
    while let byte = byte(end), !isSpace(byte), byte != UInt8(ascii: "/"), byte != UInt8(ascii: ">")
    {
      end += 1
    }
    return (lowercased(start..<end), end)
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  private mutating func skipSpaces() {
    while let byte = byte(index), isSpace(byte) { index += 1 }
  }

  /// Goes on after `ending`, or to the end where it does not come.
  private mutating func skip(past ending: StaticString, from start: Int) {
    let tail = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    index = start
    while index < bytes.count {
      if bytes[index...].starts(with: tail) {
        index += tail.count
        return
      }
      index += 1
    }
  }

  private func starts(with prefix: String) -> Bool { bytes[index...].starts(with: prefix.utf8) }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}

/// Text with its entities decoded, by libcmark's own table: CommonMark 0.30 §2.5.
package func decodingEntities(_ text: [UInt8]) -> [UInt8] {
  guard text.contains(UInt8(ascii: "&")) else { return text }
  var decoded: [UInt8] = []
  // A table asks libcmark once for what comes ten thousand times.
  var known: [ArraySlice<UInt8>: [UInt8]?] = [:]
  var index = 0
  while index < text.count {
    let rest = text[index...].prefix(34)
    if text[index] == UInt8(ascii: "&"), let end = rest.firstIndex(of: UInt8(ascii: ";")),
      let character = decodedEntity(text[index...end], &known)
    {
      decoded += character
      index = end + 1
    } else {
      decoded.append(text[index])
      index += 1
    }
  }
  return decoded
}

private func decodedEntity(
  _ entity: ArraySlice<UInt8>, _ known: inout [ArraySlice<UInt8>: [UInt8]?]
) -> [UInt8]? {
  if let character = known[entity] { return character }
  let character = decodedEntity(entity)
  known[entity] = .some(character)
  return character
}

private func decodedEntity(_ entity: ArraySlice<UInt8>) -> [UInt8]? {
  let isName = entity.dropFirst().dropLast().allSatisfy {
    $0 == UInt8(ascii: "#") || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10
  }
  guard isName else { return nil }
  return entity.withUnsafeBufferPointer { entity in
    withCommonMarkTree(of: entity) { root in
      root.firstChild?.firstChild.map { Array($0.literal) } ?? []
    }
  }
}
