/// What a browser could make of the beginning of a text: the rules of the WHATWG's "MIME
/// Sniffing", section 7.1, made wider, since a file too many refused costs less than a script run.
enum MarkupBeginning: Equatable {
  case html, svg, xml, none

  init(of bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes: bytes)
    self = scanner.beginning()
  }
}

/// Steps over what may stand before the first element.
private struct MarkupScanner {
  let bytes: [UInt8]
  var offset = 0
  var hasDeclaration = false
  var hasComment = false

  mutating func beginning() -> MarkupBeginning {
    if bytes.holds([0xEF, 0xBB, 0xBF]) { offset = 3 }
    while true {
      skipSpace()
      if bytes.holds("<!--", at: offset) {
        hasComment = true
        guard skip(past: "-->") else { return .html }
      } else if bytes.holds("<?", at: offset) {
        hasDeclaration = true
        guard skip(past: "?>") else { return .xml }
      } else if bytes.holdsIgnoringCase("<!doctype", at: offset) {
        return ofDoctype()
      } else {
        return ofElement()
      }
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset].isSpace { offset += 1 }
  }

  private mutating func skip(past end: String) -> Bool {
    guard let found = bytes.firstOffset(of: end, in: offset..<bytes.count) else { return false }
    offset = found + end.utf8.count
    return true
  }

  private mutating func ofDoctype() -> MarkupBeginning {
    offset += "<!doctype".utf8.count
    skipSpace()
    switch name() {
    case "svg": return .svg
    case "html", "": return .html
    default: return hasDeclaration ? .xml : .html
    }
  }

  private mutating func ofElement() -> MarkupBeginning {
    guard bytes.byte(at: offset) == 0x3C, offset + 1 < bytes.count,
      bytes[offset + 1].isASCIILetter || bytes[offset + 1] >= 0x80 || bytes[offset + 1] == 0x5F
    else { return withoutElement }
    offset += 1
    let name = name()
    let local = name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
    if local == "svg" { return .svg }
    if local == "html" || elementsOfHTML.contains(name) { return .html }
    return hasComment && !hasDeclaration ? .html : .xml
  }

  private var withoutElement: MarkupBeginning {
    hasDeclaration ? .xml : hasComment ? .html : .none
  }

  /// The name that stands here, in lower case; cut off where no name of interest is so long.
  private func name() -> String {
    let name = bytes[offset...].prefix(64).prefix { byte in
      byte.isASCIILetter || byte.isASCIIDigit || byte == 0x3A || byte == 0x2D || byte == 0x5F
    }
    return String(decoding: name.map(\.lowercased), as: UTF8.self)
  }
}

private let elementsOfHTML: Set<String> = [
  "html", "head", "body", "script", "iframe", "h1", "h2", "h3", "h4", "h5", "h6", "div", "font",
  "table", "a", "style", "title", "b", "br", "p", "i", "u", "img", "svg", "math", "form", "input",
  "meta", "link", "base", "object", "embed", "applet", "frameset", "frame", "center", "ul", "ol",
  "li", "pre", "span", "section", "article", "main", "nav", "header", "footer", "video", "audio",
  "template", "noscript", "details", "button", "select", "textarea", "marquee", "strong", "em",
]
