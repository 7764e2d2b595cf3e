import Markup

/// The HTML of a clipboard, read into blocks of words.
///
/// One walk over its tags, whatever is missing or wrong among them. What programs, looks, pictures
/// and the page's own furniture are is left out.
struct PastedHTML {
  var blocks: [PastedBlock] = []
  /// Whether a program for code has written it, which says nothing but how letters are coloured.
  var isOfEditor: Bool { looksLikeCode && !hasShape }
  /// All that was read, in order.
  private(set) var words = ""

  private var looksLikeCode = false
  /// Whether it has headings, lists, links, tables or words that stand out.
  private(set) var hasShape = false
  var elements: [OpenElement] = []
  var runs: [PastedRun] = []
  var lists: [PastedList] = []
  var tables: [PastedTable] = []
  var code: (text: String, language: String)?
  /// The bullet or the number that Word writes before an item.
  var marker: String?
  private var skipped: (name: String, depth: Int)?
  private let fragment: Range<Int>

  init(_ html: String) {
    let bytes = Array(html.utf8)
    fragment = PastedHTML.fragment(of: bytes)
    bytes.withUnsafeBufferPointer { read($0) }
    while !tables.isEmpty { endTable() }
    endBlock()
    endCode()
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var tokens = HTMLTokenizer(bytes)
    while let token = tokens.next() {
      if skips(token) { continue }
      switch token {
      case .text(let range) where fragment.contains(range.lowerBound):
        text(Array(bytes[range]))
      case .startTag(let tag):
        guard case .start(let element) = HTMLPiece(token, bytes) else { continue }
        if isLeftOutOfHTML(tag.name) || tag.name == "xml" {
          if !tag.isClosed { tokens.skipContent(of: tag.name) }
        } else {
          start(element)
        }
      case .endTag(let name, _): end(name)
      case .text, .comment, .other: break
      }
    }
  }

  /// What was chosen, of the page that it was chosen from.
  private static func fragment(of bytes: [UInt8]) -> Range<Int> {
    let start = place(of: "<!--StartFragment", in: bytes, from: 0) ?? 0
    let end = place(of: "<!--EndFragment", in: bytes, from: start) ?? bytes.count
    return start..<max(start, end)
  }

  private static func place(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    return bytes.indices.dropFirst(start).first {
      bytes[$0] == mark[0] && bytes[$0...].starts(with: mark)
    }
  }

  // MARK: What nobody was to see

  private mutating func skips(_ token: HTMLToken) -> Bool {
    guard let open = skipped else { return false }
    switch token {
    case .startTag(let tag) where tag.name == open.name:
      // The next paragraph or item ends the one before it.
      if ["p", "li", "dd", "dt", "tr", "td", "th", "option"].contains(tag.name) {
        skipped = nil
        return false
      }
      skipped = (open.name, open.depth + 1)
    case .endTag(open.name, _): skipped = open.depth == 1 ? nil : (open.name, open.depth - 1)
    default: break
    }
    return true
  }

  private mutating func start(_ element: HTMLElement) {
    let look = PastedLook(element)
    let isLeftOut =
      element.isHidden || look.isHidden || isFurniture(element) || isRemark(element, look)
    if isLeftOut, element.name != "br" {
      if !element.isEmpty { skipped = (element.name, 1) }
      return
    }
    if look.isOfEditor, !isInCode { looksLikeCode = true }
    open(element, look)
  }

  private var isInCode: Bool { elements.last?.style.contains(.code) == true }

  /// Whether an element is of the page that the words are from, and not of the words.
  private func isFurniture(_ element: HTMLElement) -> Bool {
    switch element.name {
    case "nav", "aside", "button", "dialog", "datalist", "menu": return true
    case "footer": return !elements.contains { $0.name == "blockquote" }
    default: break
    }
    let roles = [
      "navigation", "button", "search", "menu", "menubar", "toolbar", "tablist", "dialog",
      "banner", "contentinfo", "tooltip",
    ]
    let names = element["class"]?.split(separator: " ") ?? []
    return roles.contains(element["role"] ?? "") || element["aria-hidden"] == "true"
      || names.contains { ["sr-only", "visually-hidden", "screen-reader-text"].contains($0) }
  }

  /// Whether an element is what somebody has taken out or remarked, or leads to a note that is not
  /// here.
  private func isRemark(_ element: HTMLElement, _ look: PastedLook) -> Bool {
    if element.name == "del", element["cite"] != nil || element["datetime"] != nil { return true }
    let names = element["class"]?.split(separator: " ") ?? []
    return look["mso-element"]?.hasPrefix("comment") == true
      || names.contains { ["msocomanchor", "MsoCommentReference", "mw-editsection"].contains($0) }
      || element.name == "sup" && names.contains("reference")
  }

  // MARK: Words

  private mutating func text(_ written: [UInt8]) {
    if code != nil {
      add(toCode: PastedText.printed(String(decoding: decodingEntities(written), as: UTF8.self)))
      return
    }
    let words = PastedText.words(written)
    if elements.last?.isMarker == true {
      marker = (marker ?? "") + words
    } else {
      add(words)
    }
  }

  mutating func add(toCode text: String) {
    code?.text += text
    words += text
  }

  mutating func add(_ text: String) {
    let style = elements.last?.style ?? []
    let run = PastedRun(text: text.set(style), style: style.forWords, link: elements.last?.link)
    words += text
    let standsOut = run.link != nil || !run.style.isEmpty && !looksLikeCode
    if standsOut, run.text.contains(where: { $0 != " " && $0 != "\n" }) { hasShape = true }
    if let last = runs.indices.last, runs[last].isLike(run) {
      runs[last].text += run.text
    } else {
      runs.append(run)
    }
  }

  mutating func noteShape() { hasShape = true }
}

extension PastedStyle {
  fileprivate var forWords: PastedStyle {
    contains(.code) ? .code : subtracting([.raised, .lowered])
  }
}

extension String {
  /// With raised and lowered digits as the characters that are so, where all of it are digits.
  fileprivate func set(_ style: PastedStyle) -> String {
    guard style.contains(.raised) || style.contains(.lowered), !isEmpty,
      utf8.allSatisfy({ $0 &- 0x30 < 10 })
    else { return self }
    let digits = Array(style.contains(.raised) ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉")
    return String(utf8.map { digits[Int($0) - 0x30] })
  }
}

extension HTMLElement {
  /// Whether it has no end tag.
  var isEmpty: Bool {
    switch name {
    case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
      "source", "track", "wbr":
      true
    default: isClosed && name.contains(":")
    }
  }
}
