import Markup

// MARK: `<a href="…">`, `<img src="…">`, and what no page may hold

extension LinkFixing {
  /// Writes a tag of raw HTML so that it leads where it led, or leaves it out.
  mutating func tag(at index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    let isLetter = (bytes[index + 1] | 0x20) &- 0x61 < 26
    guard isLetter || bytes[index + 1] == UInt8(ascii: "/"), ends.isNear(index) else { return nil }
    let slice = bytes[index..<min(bytes.count, index + longestTag)]
    let read = slice.withUnsafeBufferPointer { buffer in
      var tokens = HTMLTokenizer(buffer)
      return tokens.next().map { HTMLPiece($0, buffer) }
    }
    switch read {
    case .start(let element): return start(element, at: index)
    case .end(let name, let length): return end(name, at: index, length)
    case .other, nil: return nil
    }
  }

  private mutating func start(_ element: HTMLElement, at index: Int) -> Int? {
    let end = index + element.length
    if isLineStartOfHTML(index), htmlBlocks.contains(element.name) { isInHTML = true }
    if element.isHidden {
      hidden += 1
      return behind(element.name, from: end, isClosed: element.isClosed) ?? endOfParagraph(end)
    }
    switch element.name {
    case "a": startLink(element)
    case "img": writePicture(element)
    case "iframe", "embed", "video", "audio", "object":
      writeFrame(element)
      return behind(element.name, from: end, isClosed: element.isClosed) ?? end
    case let name where isLeftOutOfHTML(name):
      return behind(name, from: end, isClosed: element.isClosed) ?? end
    case let name where isPlainHTML(name): startPlain(element)
    default: open(element, isLeftOut: true)
    }
    return end
  }

  private mutating func end(_ name: String, at index: Int, _ length: Int) -> Int? {
    let end = index + length
    if let isLeftOut = openTags[name]?.popLast() {
      if !isLeftOut { output += bytes[index..<end] }
      return end
    }
    guard isPlainHTML(name) else { return end }
    output += bytes[index..<end]
    return end
  }

  private func isLineStartOfHTML(_ index: Int) -> Bool {
    var start = index
    while start > 0, bytes[start - 1] == 0x20, index - start < 4 { start -= 1 }
    return isAtLineStart(start)
  }

  private mutating func open(_ element: HTMLElement, isLeftOut: Bool) {
    guard !element.isClosed, !emptyElements.contains(element.name) else { return }
    openTags[element.name, default: []].append(isLeftOut)
  }

  /// A tag that may stay, with the attributes that may.
  private mutating func startPlain(_ element: HTMLElement) {
    let readsMarkdown = element["markdown"] != nil && element["markdown"] != "0"
    if readsMarkdown {
      // What stands in it is Markdown, which raw HTML is not.
      open(element, isLeftOut: true)
      isInHTML = false
      return
    }
    open(element, isLeftOut: false)
    output += "<\(element.name)".utf8
    for (name, value) in element.attributes where keptAttributes.contains(name) {
      output += " \(name)=\"\(value.asAttribute)\"".utf8
    }
    output += (element.isClosed ? " />" : ">").utf8
  }

  private mutating func startLink(_ element: HTMLElement) {
    guard let href = element["href"]?.trimmed else {
      let id = element["id"] ?? element["name"]
      open(element, isLeftOut: id == nil)
      if let id { output += "<a id=\"\(id.asAttribute)\">".utf8 }
      return
    }
    let address: String? =
      if href.hasPrefix("#") {
        anchor(nil, String(href.dropFirst()).percentDecoded).map { "#\($0)" }
      } else {
        switch answer(to: href) {
        case .path(let path): path
        case .entry(let id, let path, let fragment): self.address(id, path, fragment)
        case .elsewhere: href.isEmpty ? nil : href
        case .list, .unknown: nil
        }
      }
    guard let address else {
      if case .list = answer(to: href) {
        notes.append("the list \(href) is rebuilt here, so its link is text")
      } else {
        owe(.deadLink, "", href)
      }
      open(element, isLeftOut: true)
      return
    }
    if address != href { fixed += 1 }
    open(element, isLeftOut: false)
    let title = element["title"].map { " title=\"\($0.asAttribute)\"" } ?? ""
    output += "<a href=\"\(address.asAttribute)\"\(title)>".utf8
  }

  private mutating func writePicture(_ element: HTMLElement) {
    let source =
      element["src"] ?? element["data-src"]
      ?? element["srcset"]?.split(separator: ",").first?.split(separator: " ").first.map(
        String.init)
    let words = element["alt"]?.onOneLine ?? element["title"] ?? ""
    guard let source = source?.trimmed, !source.isEmpty else { return }
    let address: String
    switch answer(to: source) {
    case .path(let path):
      fixed += 1
      address = path
    case .elsewhere: address = source
    case .entry, .list, .unknown:
      if !words.isEmpty {
        output += (isInHTML ? "<em>\(words.asHTMLText)</em>" : "*\(words)*").utf8
      }
      return owe(.missingPicture, words, source)
    }
    if isInHTML {
      output += "<img src=\"\(address.asAttribute)\" alt=\"\(words.asAttribute)\">".utf8
    } else {
      output += "![\(words.asLabel)](\(address.asDestination))".utf8
    }
  }

  /// What a page shows of another site, as a link to it.
  private mutating func writeFrame(_ element: HTMLElement) {
    guard let source = (element["src"] ?? element["data"] ?? element["data-src"])?.trimmed,
      !source.isEmpty
    else { return }
    var address = source.hasPrefix("//") ? "https:\(source)" : source
    if case .path(let path) = answer(to: source) { address = path }
    let player = VideoAddress(address)
    address = player?.address ?? address
    let words = element["title"]?.onOneLine ?? player?.name ?? address.host ?? element.name
    output +=
      (isInHTML
      ? "<a href=\"\(address.asAttribute)\">\(words.asHTMLText)</a>"
      : "[\(words.asLabel)](\(address.asDestination))").utf8
  }

  private func endOfParagraph(_ start: Int) -> Int {
    var index = start
    while index + 1 < bytes.count, bytes[index] != 0x0A || bytes[index + 1] != 0x0A { index += 1 }
    return index + 1 < bytes.count ? index : bytes.count
  }

  /// Behind the end of an element that is left out with all that stands in it; `nil` for one that is
  /// never closed.
  private mutating func behind(_ name: String, from start: Int, isClosed: Bool) -> Int? {
    guard !isClosed, !emptyElements.contains(name) else { return start }
    guard !unclosedElements.contains(name) else { return nil }
    let open = Array("<\(name)".utf8)
    let close = Array("</\(name)".utf8)
    var depth = 0
    var index = start
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if bytes[index...].startsFolded(with: close) {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        if depth == 0 { return end + 1 }
        depth -= 1
      } else if bytes[index...].startsFolded(with: open) {
        depth += 1
      }
      index += 1
    }
    unclosedElements.insert(name)
    return nil
  }
}

private let emptyElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
  "track", "wbr",
]
/// Elements with which raw HTML begins (CommonMark 0.30 §4.6).
private let htmlBlocks: Set<String> = [
  "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
  "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
  "li", "main", "nav", "ol", "p", "section", "summary", "table", "tbody", "td", "tfoot", "th",
  "thead", "tr", "ul",
]
private let keptAttributes: Set<String> = [
  "title", "id", "lang", "dir", "colspan", "rowspan", "start", "type", "open", "datetime", "scope",
  "align", "reversed", "value",
]

extension String {
  /// As the value of an attribute.
  var asAttribute: String {
    var output = ""
    for character in self {
      switch character {
      case "\"": output += "&quot;"
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      default: output.append(character)
      }
    }
    return output
  }

  /// The host of an address.
  fileprivate var host: String? {
    let parts = split(separator: "/", omittingEmptySubsequences: true)
    return parts.count > 1 && parts[0].hasSuffix(":") ? String(parts[1]) : nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether it begins with these small letters, in whichever case, and the word ends there.
  fileprivate func startsFolded(with word: [UInt8]) -> Bool {
    guard count >= word.count else { return false }
    for (own, wanted) in zip(self, word) {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(own)
      if (isCapital ? own | 0x20 : own) != wanted { return false }
    }
    let next = dropFirst(word.count).first ?? UInt8(ascii: ">")
    return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }
}
