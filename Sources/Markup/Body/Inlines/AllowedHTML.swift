/// The raw HTML that a body may hold, in the manner of the git host's own list.
///
/// What is not here is left out: nothing that runs, loads, styles, submits or embeds.
struct AllowedElement {
  enum Kind {
    /// May stand within a paragraph.
    case phrasing
    /// Stands only where a block may.
    case block
  }

  let kind: Kind
  /// What is written: some old elements become what replaced them.
  let name: StaticString
  var isEmpty = false
  /// The elements directly in which it may stand; empty where that is any.
  var parents: Set<String> = []
  /// The open elements that it ends, their end tags being optional.
  var ends: Set<String> = []

  static let all: [String: AllowedElement] = phrasing.merging(blocks) { $1 }

  private static let phrasing: [String: AllowedElement] = [
    "a": .init(kind: .phrasing, name: "a"), "abbr": .init(kind: .phrasing, name: "abbr"),
    "b": .init(kind: .phrasing, name: "b"), "bdi": .init(kind: .phrasing, name: "bdi"),
    "bdo": .init(kind: .phrasing, name: "bdo"),
    "br": .init(kind: .phrasing, name: "br", isEmpty: true),
    "cite": .init(kind: .phrasing, name: "cite"), "code": .init(kind: .phrasing, name: "code"),
    "del": .init(kind: .phrasing, name: "del"), "dfn": .init(kind: .phrasing, name: "dfn"),
    "em": .init(kind: .phrasing, name: "em"), "i": .init(kind: .phrasing, name: "i"),
    "img": .init(kind: .phrasing, name: "img", isEmpty: true),
    "ins": .init(kind: .phrasing, name: "ins"), "kbd": .init(kind: .phrasing, name: "kbd"),
    "mark": .init(kind: .phrasing, name: "mark"), "q": .init(kind: .phrasing, name: "q"),
    "rp": .init(kind: .phrasing, name: "rp", parents: ["ruby"], ends: ["rp", "rt"]),
    "rt": .init(kind: .phrasing, name: "rt", parents: ["ruby"], ends: ["rp", "rt"]),
    "ruby": .init(kind: .phrasing, name: "ruby"), "s": .init(kind: .phrasing, name: "s"),
    "samp": .init(kind: .phrasing, name: "samp"), "small": .init(kind: .phrasing, name: "small"),
    "span": .init(kind: .phrasing, name: "span"), "strike": .init(kind: .phrasing, name: "s"),
    "strong": .init(kind: .phrasing, name: "strong"), "sub": .init(kind: .phrasing, name: "sub"),
    "sup": .init(kind: .phrasing, name: "sup"), "time": .init(kind: .phrasing, name: "time"),
    "tt": .init(kind: .phrasing, name: "code"), "u": .init(kind: .phrasing, name: "u"),
    "var": .init(kind: .phrasing, name: "var"),
    "wbr": .init(kind: .phrasing, name: "wbr", isEmpty: true),
  ]

  private static let blocks: [String: AllowedElement] = [
    "blockquote": .init(kind: .block, name: "blockquote", ends: ["p"]),
    "caption": .init(kind: .block, name: "caption", parents: ["table"]),
    "dd": .init(kind: .block, name: "dd", parents: ["dl"], ends: ["dd", "dt", "p"]),
    "details": .init(kind: .block, name: "details", ends: ["p"]),
    "div": .init(kind: .block, name: "div", ends: ["p"]),
    "dl": .init(kind: .block, name: "dl", ends: ["p"]),
    "dt": .init(kind: .block, name: "dt", parents: ["dl"], ends: ["dd", "dt", "p"]),
    "figcaption": .init(kind: .block, name: "figcaption", parents: ["figure"], ends: ["p"]),
    "figure": .init(kind: .block, name: "figure", ends: ["p"]),
    "h1": .init(kind: .block, name: "h1", ends: ["p"]),
    "h2": .init(kind: .block, name: "h2", ends: ["p"]),
    "h3": .init(kind: .block, name: "h3", ends: ["p"]),
    "h4": .init(kind: .block, name: "h4", ends: ["p"]),
    "h5": .init(kind: .block, name: "h5", ends: ["p"]),
    "h6": .init(kind: .block, name: "h6", ends: ["p"]),
    "hr": .init(kind: .block, name: "hr", isEmpty: true, ends: ["p"]),
    "li": .init(kind: .block, name: "li", parents: ["ol", "ul"], ends: ["li", "p"]),
    "ol": .init(kind: .block, name: "ol", ends: ["p"]),
    "p": .init(kind: .block, name: "p", ends: ["p"]),
    "pre": .init(kind: .block, name: "pre", ends: ["p"]),
    "summary": .init(kind: .block, name: "summary", parents: ["details"]),
    "table": .init(kind: .block, name: "table", ends: ["p"]),
    "tbody": .init(kind: .block, name: "tbody", parents: ["table"], ends: rowsAndGroups),
    "td": .init(kind: .block, name: "td", parents: ["tr"], ends: ["p", "td", "th"]),
    "tfoot": .init(kind: .block, name: "tfoot", parents: ["table"], ends: rowsAndGroups),
    "th": .init(kind: .block, name: "th", parents: ["tr"], ends: ["p", "td", "th"]),
    "thead": .init(kind: .block, name: "thead", parents: ["table"], ends: rowsAndGroups),
    "tr": .init(
      kind: .block, name: "tr", parents: ["table", "tbody", "tfoot", "thead"],
      ends: ["p", "td", "th", "tr"]),
    "ul": .init(kind: .block, name: "ul", ends: ["p"]),
  ]

  private static let rowsAndGroups: Set<String> = [
    "p", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]

  /// Elements that hold no HTML for a reader: they are left out with all that is in them.
  static let leftOutWhole: Set<String> = [
    "applet", "audio", "canvas", "iframe", "math", "noembed", "noframes", "noscript", "object",
    "plaintext", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    "xmp",
  ]

  /// Elements that are left out and have no end tag.
  static let leftOutEmpty: Set<String> = [
    "area", "base", "basefont", "bgsound", "col", "embed", "frame", "input", "keygen", "link",
    "meta", "param", "source", "track",
  ]
}

/// The attributes that are kept, less those that are addresses or ids.
enum AllowedAttribute {
  /// The attribute as it may be written, if its value is one that it may have.
  static func written(_ name: String, _ value: String, on element: String) -> String? {
    switch (element, name) {
    case (_, "title"), (_, "lang"): return attribute(name, value)
    case (_, "dir"):
      return ["ltr", "rtl", "auto"].contains(value.lowercased()) ? attribute(name, value) : nil
    case (_, "align"):
      let side = value.lowercased()
      return ["left", "center", "right"].contains(side)
        ? attribute("class", "align-" + side) : nil
    case ("td", "colspan"), ("th", "colspan"), ("td", "rowspan"), ("th", "rowspan"),
      ("ol", "start"), ("li", "value"):
      return isNumber(value) ? attribute(name, value) : nil
    case ("th", "scope"):
      return ["col", "row", "colgroup", "rowgroup"].contains(value) ? attribute(name, value) : nil
    case ("ol", "type"):
      return ["1", "a", "A", "i", "I"].contains(value) ? attribute(name, value) : nil
    case ("time", "datetime"), ("del", "datetime"), ("ins", "datetime"):
      return attribute(name, value)
    case ("details", "open"), ("ol", "reversed"): return attribute(name, "")
    default: return nil
    }
  }

  private static func isNumber(_ value: String) -> Bool {
    (1...4).contains(value.utf8.count) && value.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    var bytes = Array(" \(name)=\"".utf8)
    var value = value
    value.withUTF8 { bytes.appendEscaped($0) }
    return String(decoding: bytes, as: UTF8.self) + "\""
  }
}

/// Whether a body may hold an element of raw HTML.
package func isPlainHTML(_ element: String) -> Bool { AllowedElement.all[element] != nil }

/// Whether an element is left out with all that stands in it.
package func isLeftOutOfHTML(_ element: String) -> Bool {
  AllowedElement.leftOutWhole.contains(element)
}
