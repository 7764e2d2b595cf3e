import Markup

/// A page of HTML as Markdown: its text, headings, lists, tables, links and pictures, without looks
/// and programs.
///
/// One walk over its tags, whatever is missing or wrong among them.
struct HTMLMarkdown {
  /// What the page calls itself in its head.
  private(set) var title: String?
  /// How many comments and hidden parts it had.
  private(set) var hidden = 0
  private var writer: MarkdownWriter
  private var lists: [(isOrdered: Bool, number: Int, hasItem: Bool)] = []
  private var links: [String?] = []
  private var table: HTMLTable?
  /// The element that is hidden, and how many of its name are open in it.
  private var skipped: (name: String, depth: Int)?
  /// What is inside of `<code>` or `<pre>`, as it is written.
  private var code: (bytes: [UInt8], isBlock: Bool, language: String)?

  /// - Parameter keepsTemplates: Whether tags of Liquid and Hugo are written as they are.
  init(_ html: String, keepsTemplates: Bool = true) {
    writer = MarkdownWriter(keepsTemplates: keepsTemplates)
    var bytes = Array(html.utf8)
    title = HTMLContent.title(of: bytes)
    let isWhole = HTMLContent.isWholePage(bytes)
    if isWhole { bytes = HTMLContent.main(of: bytes) }
    bytes.withUnsafeBufferPointer { read($0, isWhole: isWhole) }
  }

  /// The Markdown, with a line end at its end.
  var text: String { writer.text }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
    var tokens = HTMLTokenizer(bytes)
    while let token = tokens.next() {
      if skips(token, bytes) { continue }
      switch token {
      case .text(let range): text(Array(bytes[range]))
      case .startTag(let tag):
        let piece = HTMLPiece(token, bytes)
        guard case .start(let element) = piece else { continue }
        let isFurniture = isWhole && ["nav", "footer", "aside"].contains(tag.name)
        let isLeftOut =
          isLeftOutOfHTML(tag.name) && !["iframe", "video", "audio"].contains(tag.name)
        if element.isHidden {
          hidden += 1
          if !tag.isClosed { skipped = (tag.name, 1) }
        } else if isLeftOut || isFurniture || tag.name == "head" {
          if !tag.isClosed { tokens.skipContent(of: tag.name) }
        } else {
          start(element)
        }
      case .endTag(let name, _): end(name)
      case .comment: hidden += 1
      case .other: break
      }
    }
    finishTable()
  }

  /// Whether a piece stands in an element that nobody was to see.
  private mutating func skips(_ token: HTMLToken, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let open = skipped else { return false }
    switch token {
    case .startTag(let tag) where tag.name == open.name && !tag.isClosed:
      // The next paragraph or item ends the one before it.
      if ["p", "li", "dd", "dt", "tr", "td", "option"].contains(tag.name) {
        skipped = nil
        return false
      }
      skipped = (open.name, open.depth + 1)
    case .endTag(open.name, _): skipped = open.depth == 1 ? nil : (open.name, open.depth - 1)
    default: break
    }
    return true
  }

  private mutating func text(_ written: [UInt8]) {
    let decoded = decodingEntities(written)
    if code != nil {
      code?.bytes += decoded
    } else if table != nil {
      table?.text(decoded)
    } else {
      writer.write(decoded)
    }
  }

  private mutating func start(_ element: HTMLElement) {
    if let open = code, element.name != "br" {
      if element.name == "code", open.language.isEmpty { code?.language = element.language }
      return
    }
    if table != nil, startInTable(element) { return }
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = Int(element.name.dropFirst()) ?? 2
      writer.beginHeading(level, id: element["id"])
    case "p", "div", "section", "article", "main", "header", "body", "html", "figure", "dl", "dd",
      "form", "fieldset", "center", "address", "tr", "tbody", "thead":
      writer.endBlock()
    case "dt", "summary", "figcaption", "caption", "legend":
      writer.endBlock()
      writer.open(element.name == "figcaption" ? "*" : "**")
    case "br": code == nil ? writer.breakLine() : text([0x0A])
    case "hr": writer.block("---")
    case "ul", "ol":
      lists.append((element.name == "ol", Int(element["start"] ?? "") ?? 1, false))
      writer.beginList(isNested: lists.count > 1)
    case "li": startItem()
    case "blockquote": writer.push("> ")
    case "pre": code = ([], true, element.language)
    case "code" where code == nil, "tt" where code == nil, "samp" where code == nil:
      code = ([], false, "")
    case "table": table = HTMLTable(keepsTemplates: writer.keepsTemplates)
    case "input":
      guard element["type"] == "checkbox" else { return }
      writer.raw(element["checked"] == nil ? "[ ] " : "[x] ")
    default: startInline(element)
    }
  }

  private mutating func startInline(_ element: HTMLElement) {
    switch element.name {
    case "strong", "b": writer.open("**")
    case "em", "i", "cite": writer.open("*")
    case "del", "s", "strike": writer.open("~~")
    case "a":
      links.append(element["href"]?.trimmed)
      if links.last != .some(nil) { writer.open("[") }
    case "img": picture(element)
    case "iframe", "video", "audio", "embed", "source":
      guard let source = element["src"]?.trimmed, !source.isEmpty else { return }
      let player = VideoAddress(source.hasPrefix("//") ? "https:\(source)" : source)
      let words = element["title"]?.onOneLine ?? player?.name ?? source
      writer.raw("[\(words.asLabel)](\((player?.address ?? source).asDestination))")
    case "kbd", "sub", "sup", "mark", "u", "ins", "small", "abbr", "q":
      writer.raw("<\(element.name)>")
    default: break
    }
  }

  private mutating func picture(_ element: HTMLElement) {
    let own = element["src"] ?? element["data-src"]
    guard let source = own?.trimmed, !source.isEmpty, !source.hasPrefix("data:") else { return }
    let words = (element["alt"] ?? element["title"] ?? "").onOneLine
    writer.raw("![\(words.asLabel)](\(source.asDestination))")
  }

  private mutating func startItem() {
    guard let list = lists.last else { return writer.endBlock() }
    if list.hasItem { writer.endItem() }
    writer.beginItem(list.isOrdered ? "\(list.number). " : "- ")
    lists[lists.count - 1].number += 1
    lists[lists.count - 1].hasItem = true
  }

  private mutating func endItem() {
    guard let last = lists.indices.last, lists[last].hasItem else { return writer.endBlock() }
    writer.endItem()
    lists[last].hasItem = false
  }

  private mutating func end(_ name: String) {
    if let open = code {
      guard
        name == (open.isBlock ? "pre" : "code") || !open.isBlock && ["tt", "samp"].contains(name)
      else { return }
      code = nil
      if table != nil {
        table?.text(open.bytes)
      } else {
        writer.code(open.bytes, open.isBlock, open.language)
      }
      return
    }
    if table != nil, endInTable(name) { return }
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": writer.endHeading()
    case "p", "div", "section", "article", "main", "header", "figure", "dl", "dd", "form", "center",
      "address":
      writer.endBlock()
    case "dt", "summary", "caption", "legend":
      writer.close("**")
      writer.endBlock()
    case "figcaption":
      writer.close("*")
      writer.endBlock()
    case "li": endItem()
    case "ul", "ol":
      endItem()
      if !lists.isEmpty { lists.removeLast() }
      writer.endList(isNested: !lists.isEmpty)
    case "blockquote": writer.pop("> ")
    case "strong", "b": writer.close("**")
    case "em", "i", "cite": writer.close("*")
    case "del", "s", "strike": writer.close("~~")
    case "a":
      if let href = links.popLast(), let href {
        writer.close("[", with: "](\(href.asDestination))")
      }
    case "kbd", "sub", "sup", "mark", "u", "ins", "small", "abbr", "q": writer.raw("</\(name)>")
    default: break
    }
  }

  // MARK: Tables

  private mutating func startInTable(_ element: HTMLElement) -> Bool {
    switch element.name {
    case "tr": table?.beginRow()
    case "td", "th": table?.beginCell(isHead: element.name == "th")
    case "table", "tbody", "thead", "tfoot", "colgroup", "col", "p", "div", "span", "ul", "ol",
      "li",
      "caption":
      table?.text([0x20])
    case "br": table?.text(Array(" ".utf8))
    case "a": table?.beginLink(element["href"]?.trimmed)
    case "img":
      if let source = element["src"] {
        table?.raw("![\((element["alt"] ?? "").asLabel)](\(source.asDestination))")
      }
    case "strong", "b": table?.raw("**")
    case "em", "i", "cite": table?.raw("*")
    case "del", "s", "strike": table?.raw("~~")
    case "code": code = ([], false, "")
    default: break
    }
    return true
  }

  private mutating func endInTable(_ name: String) -> Bool {
    switch name {
    case "table": finishTable()
    case "a": table?.endLink()
    case "strong", "b": table?.raw("**")
    case "em", "i", "cite": table?.raw("*")
    case "del", "s", "strike": table?.raw("~~")
    default: break
    }
    return true
  }

  private mutating func finishTable() {
    guard let rows = table?.markdown else { return table = nil }
    table = nil
    writer.block(rows)
  }
}

extension HTMLElement {
  /// The language of a block of code, by its class.
  fileprivate var language: String {
    let classes = self["class"]?.split(separator: " ") ?? []
    let name = classes.lazy.compactMap { name -> Substring? in
      name.hasPrefix("language-") ? name.dropFirst("language-".utf8.count) : nil
    }.first
    return name.map(String.init) ?? ""
  }
}
