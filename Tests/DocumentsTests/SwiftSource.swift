/// A Swift file as a row of words, texts and signs, without its comments: enough to find what a
/// call is given.
struct SwiftSource: Sendable {
  enum Token: Hashable, Sendable {
    case word(String)
    /// A literal, each `\(…)` in it replaced by `*`.
    case text(String)
    case sign(UInt8)

    static func sign(_ character: Unicode.Scalar) -> Token { .sign(UInt8(ascii: character)) }
  }

  let path: String
  let tokens: [Token]

  init(path: String, text: String) {
    self.path = path
    var scanner = SwiftScanner(bytes: Array(text.utf8))
    tokens = scanner.tokens()
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The texts of the argument that begins at `start`, up to the comma or bracket that ends it.
  func texts(ofArgumentAt start: Int) -> [String] {
    var texts: [String] = []
    var depth = 0
    for token in tokens[start...] {
      switch token {
      case .text(let text): texts.append(text)
      case .sign(UInt8(ascii: "(")), .sign(UInt8(ascii: "[")): depth += 1
      case .sign(UInt8(ascii: ",")) where depth == 0: return texts
      case .sign(UInt8(ascii: ")")), .sign(UInt8(ascii: "]")):
        if depth == 0 { return texts }
        depth -= 1
      default: break
      }
    }
    return texts
  }

  /// The name of the call whose brackets are around the token at `index`.
  func callee(around index: Int) -> String? {
    var depth = 0
    for position in tokens[..<index].indices.reversed() {
      switch tokens[position] {
      case .sign(UInt8(ascii: ")")): depth += 1
      case .sign(UInt8(ascii: "(")) where depth > 0: depth -= 1
      case .sign(UInt8(ascii: "(")):
        if position > 0, case .word(let name) = tokens[position - 1] { return name }
        return nil
      default: break
      }
    }
    return nil
  }

  /// The texts given under a label: `label: "…"`.
  func texts(labelled label: String) -> [String] {
    tokens.indices.dropFirst(2).compactMap { index in
      guard case .text(let text) = tokens[index], tokens[index - 1] == .sign(":"),
        tokens[index - 2] == .word(label)
      else { return nil }
      return text
    }
  }
}

private struct SwiftScanner {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func tokens() -> [SwiftSource.Token] {
    var tokens: [SwiftSource.Token] = []
    while let token = next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> SwiftSource.Token? {
    skipSpaceAndComments()
    guard position < bytes.count else { return nil }
    if starts("\"") { return .text(literal()) }
    let start = position
    while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
    if position > start { return .word(String(decoding: bytes[start..<position], as: UTF8.self)) }
    position += 1
    return .sign(bytes[start])
  }

  private mutating func skipSpaceAndComments() {
    while position < bytes.count {
      if bytes[position] <= 0x20 {
        position += 1
      } else if starts("//") {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      } else if starts("/*") {
        while position < bytes.count, !starts("*/") { position += 1 }
        position += 2
      } else {
        return
      }
    }
  }

  private mutating func literal() -> String {
    let mark = starts("\"\"\"") ? "\"\"\"" : "\""
    position += mark.utf8.count
    var text: [UInt8] = []
    while position < bytes.count, !starts(mark) {
      if starts("\\(") {
        skipInterpolation()
        text.append(UInt8(ascii: "*"))
      } else if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        text.append(bytes[position + 1])
        position += 2
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    position += mark.utf8.count
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func skipInterpolation() {
    position += 2
    var depth = 1
    while position < bytes.count, depth > 0 {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        _ = literal()
        continue
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
    }
  }

  private func starts(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
