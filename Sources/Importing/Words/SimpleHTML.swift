import Text

/// The HTML that calendars put into descriptions, as Markdown: paragraphs, lists, links, bold.
enum SimpleHTML {
  /// Whether a text has a tag in it that such programs write.
  static func isIn(_ text: String) -> Bool {
    let lower = text.lowercased()
    return [
      "<p>", "<p ", "<br", "<a href", "<b>", "<ul", "<ol", "<div", "<span", "<html", "<i>", "<u>",
    ]
    .contains { lower.contains($0) }
  }

  static func markdown(_ html: String) -> String {
    var reading = HTMLReading()
    reading.read(Array(html.utf8))
    return reading.text
  }
}

private struct HTMLReading {
  private var output = ""
  private var pending = ""
  private var links: [(address: String, start: Int)] = []
  private var hidden = 0
  private var lists: [Int?] = []

  mutating func read(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        tag(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
        index = end + 1
      } else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        if hidden == 0 { words(String(decoding: bytes[index..<end], as: UTF8.self).withReferences) }
        index = end
      }
    }
    flush()
  }

  var text: String { output.withoutGaps }

  private mutating func words(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (position, line) in lines.enumerated() {
      if position > 0 { newLine() }
      pending += PlainText.escaped(String(line))
    }
  }

  private mutating func newLine() {
    flush()
    output += "\n"
  }

  private mutating func flush() {
    output += pending
    pending = ""
  }

  private mutating func tag(_ tag: String) {
    let isEnd = tag.hasPrefix("/")
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    if ["style", "script", "head", "title"].contains(name) {
      hidden = max(0, hidden + (isEnd ? -1 : tag.hasSuffix("/") ? 0 : 1))
      return
    }
    switch name {
    case "br": newLine()
    case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "blockquote":
      newLine()
      newLine()
    case "b", "strong": mark("**", isEnd)
    case "i", "em": mark("*", isEnd)
    case "ul", "ol":
      if isEnd { _ = lists.popLast() } else { lists.append(name == "ol" ? 0 : nil) }
      newLine()
      if lists.isEmpty { newLine() }
    case "li": if !isEnd { item() }
    case "a": link(tag, isEnd)
    default: break
    }
  }

  private mutating func item() {
    newLine()
    let lead = String(repeating: "  ", count: max(0, min(lists.count, 6) - 1))
    if let number = lists.last.flatMap(\.self) {
      lists[lists.count - 1] = number + 1
      pending += "\(lead)\(number + 1). "
    } else {
      pending += "\(lead)- "
    }
  }

  /// A mark that closes stands behind a word, and one that opens before it.
  private mutating func mark(_ mark: String, _ isEnd: Bool) {
    if isEnd {
      let blanks = pending.reversed().prefix { $0 == " " }.count
      pending = String(pending.dropLast(blanks))
      if pending.hasSuffix(mark) {
        pending = String(pending.dropLast(mark.count))
      } else {
        pending += mark
      }
      pending += String(repeating: " ", count: blanks)
    } else {
      pending += mark
    }
  }

  private mutating func link(_ tag: String, _ isEnd: Bool) {
    if !isEnd {
      flush()
      links.append((tag.attribute("href") ?? "", output.utf8.count))
      return
    }
    flush()
    guard let link = links.popLast() else { return }
    let words = String(decoding: output.utf8.dropFirst(link.start), as: UTF8.self)
    let address = link.address.withReferences
    output = String(decoding: output.utf8.prefix(link.start), as: UTF8.self)
    if JoiningDetails.isIn(address: address) || !address.hasPrefix("http") {
      output += JoiningDetails.isIn(address: address) ? "\(words) \(address)" : words
    } else {
      output += "[\(words.trimmed.isEmpty ? address : words.onOneLine)](\(address.asAddress))"
    }
  }
}

extension String {
  fileprivate func attribute(_ name: String) -> String? {
    let parts = split(separator: "=", omittingEmptySubsequences: false)
    for (position, part) in parts.dropLast().enumerated() {
      guard part.split(whereSeparator: \.isWhitespace).last?.lowercased() == name else { continue }
      let rest = parts[(position + 1)...].joined(separator: "=").drop(while: \.isWhitespace)
      guard let quote = rest.first else { return nil }
      if quote == "\"" || quote == "'" { return String(rest.dropFirst().prefix { $0 != quote }) }
      return String(rest.prefix { !$0.isWhitespace && $0 != ">" })
    }
    return nil
  }

  fileprivate var asAddress: String {
    contains(where: { " ()<>".contains($0) }) ? "<\(filter { !"<>\n".contains($0) })>" : self
  }

  /// Characters written as `&amp;`, read.
  var withReferences: String {
    guard contains("&") else { return self }
    var text = ""
    var rest = self[...]
    while let start = rest.firstIndex(of: "&") {
      text += rest[..<start]
      let after = rest[rest.index(after: start)...]
      if let end = after.prefix(12).firstIndex(of: ";"),
        let character = Self.character(String(after[..<end]))
      {
        text.append(character)
        rest = after[after.index(after: end)...]
      } else {
        text.append("&")
        rest = after
      }
    }
    return text + rest
  }

  private static func character(_ name: String) -> Character? {
    let named: [String: Character] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
      "mdash": "—", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "hellip": "…",
      "bull": "•", "eacute": "é", "egrave": "è", "auml": "ä", "ouml": "ö", "uuml": "ü",
      "szlig": "ß",
      "ntilde": "ñ", "ccedil": "ç", "pound": "£", "euro": "€",
    ]
    if let found = named[name] { return found }
    guard name.hasPrefix("#") else { return nil }
    let number =
      name.lowercased().hasPrefix("#x")
      ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    return number.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
