/// Words as somebody typed them into one line, made fit to stand in Markdown.
///
/// What is meant as Markdown within the words stays: `**bold**`, `[[links]]`, `@names`. What would
/// make something else of the whole line, or would not be shown, gets a backslash before it.
struct TypedLine: Hashable, Sendable {
  /// The words on one line, without signs that nobody sees.
  let words: String

  /// The most bytes of a line.
  static let limit = 4_096

  init(_ typed: String) {
    let seen = typed.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace ? " " : scalar
    }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: seen)
    words = String(plain).split(separator: " ").joined(separator: " ")
  }

  /// The words where they begin a block or an item.
  var asBlock: String {
    let line = asWords
    guard let place = signThatBegins(line) else { return line }
    return line[..<place] + "\\" + line[place...]
  }

  /// The words behind others.
  var asWords: String {
    let bytes = Array(words.utf8)
    var line: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "`") {
        let end = endOfCode(bytes, from: index)
        line += bytes[index..<end]
        index = end
        continue
      }
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        line += bytes[index...(index + 1)]
        index += 2
        continue
      }
      if isHidden(bytes, index) { line.append(UInt8(ascii: "\\")) }
      line.append(bytes[index])
      index += 1
    }
    // A backslash at the end would take hold of what follows it.
    if line.last == UInt8(ascii: "\\"), bytes.reversed().prefix(while: isBackslash).count % 2 == 1 {
      line.append(UInt8(ascii: "\\"))
    }
    return String(decoding: line, as: UTF8.self)
  }
}

/// The sign that would make the line a heading, a quote, a list, a box, code, a rule, HTML or the
/// address of a link.
private func signThatBegins(_ line: String) -> String.Index? {
  let bytes = line.utf8
  guard let first = bytes.first else { return nil }
  switch first {
  case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "="),
    UInt8(ascii: "~"):
    return line.hasPrefix("~~") && !line.hasPrefix("~~~") ? nil : line.startIndex
  case UInt8(ascii: "-"), UInt8(ascii: "+"): return line.startIndex
  case UInt8(ascii: "*"), UInt8(ascii: "_"):
    let isRule = bytes.allSatisfy { $0 == first || $0 == 0x20 }
    let isItem = first == UInt8(ascii: "*") && bytes.dropFirst().first.map { $0 == 0x20 } ?? true
    return isRule || isItem ? line.startIndex : nil
  case UInt8(ascii: "`"): return line.hasPrefix("```") ? line.startIndex : nil
  case UInt8(ascii: "["):
    return line.hasPrefix("[[") || isLink(line) ? nil : line.startIndex
  case 0x30...0x39:
    let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }
    let mark = digits.endIndex
    guard digits.count <= 9, mark < bytes.endIndex, ".)".utf8.contains(bytes[mark]) else {
      return nil
    }
    let next = bytes.index(after: mark)
    return next == bytes.endIndex || bytes[next] == 0x20 ? mark : nil
  default: return nil
  }
}

/// Whether a line begins with a link: `[words](address)`.
private func isLink(_ line: String) -> Bool {
  guard let close = line.firstIndex(of: "]") else { return false }
  let next = line.index(after: close)
  return next < line.endIndex && line[next] == "(" && line[..<close].utf8.count > 4
}

/// Where a stretch of code ends that begins with a backtick; where its backticks end if there is
/// no such stretch.
private func endOfCode(_ bytes: [UInt8], from start: Int) -> Int {
  func run(_ index: Int) -> Int {
    bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
  }
  let length = run(start)
  var index = start + length
  while index < bytes.count {
    let other = run(index)
    if other == length { return index + other }
    index += max(1, other)
  }
  return start + length
}

/// Whether a sign would go without being seen: what reads as a tag of HTML, and a star between two
/// letters or digits.
private func isHidden(_ bytes: [UInt8], _ index: Int) -> Bool {
  func at(_ place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0x20 }
  switch bytes[index] {
  case UInt8(ascii: "<"):
    let rest = bytes[(index + 1)...]
    let isAddress = ["http:", "https:", "mailto:"].contains { rest.starts(with: $0.utf8) }
    return !isAddress && (isWordByte(at(index + 1)) || "/!?".utf8.contains(at(index + 1)))
  case UInt8(ascii: "*"): return isWordByte(at(index - 1)) && isWordByte(at(index + 1))
  default: return false
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
}

private func isBackslash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\\") }
