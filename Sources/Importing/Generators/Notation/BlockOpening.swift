/// The line with which a tool other than Markdown opens a block: `!!! note "Title"`, `:::tip[Title]`,
/// `` ```{figure} a.png ``, `=== "Tab"`.
struct BlockOpening {
  enum Form: Hashable {
    /// What is set in below it belongs to it.
    case indented
    /// A line of as many colons closes it.
    case colons(Int)
    /// A fence, as of code.
    case fence
  }

  let form: Form
  /// In small letters, without braces and dots.
  let name: String
  let title: String?
  /// Behind the name, as it is written.
  let argument: String
  let attributes: AttributeList?
  /// The blanks before it.
  let indent: Int
}

extension BlockOpening {
  init?(_ line: Substring, _ generator: Generator) {
    let indent = line.utf8.prefix { $0 == 0x20 }.count
    let rest = line.utf8.dropFirst(indent)
    guard let first = rest.first else { return nil }
    let text = Substring(rest)
    switch first {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="):
      guard let opening = Self.indented(text, indent) else { return nil }
      self = opening
    case UInt8(ascii: ":"):
      guard let opening = Self.colons(text, indent) else { return nil }
      self = opening
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      guard let opening = Self.fence(text, indent, generator) else { return nil }
      self = opening
    default: return nil
    }
  }

  /// `!!! type inline "Title"`, `???+ type`, `=== "Tab"`.
  private static func indented(_ text: Substring, _ indent: Int) -> BlockOpening? {
    let marks = text.prefix(3)
    guard ["!!!", "???", "==="].contains(marks) else { return nil }
    var rest = text.dropFirst(3)
    if rest.hasPrefix("+") || rest.hasPrefix("!") { rest = rest.dropFirst() }
    guard rest.hasPrefix(" ") || rest.hasPrefix("\t") else { return nil }
    let words = rest.trimmed
    if marks == "===" {
      guard words.hasPrefix("\""), words.utf8.count > 2 else { return nil }
      return BlockOpening(
        form: .indented, name: "tab", title: words.unquoted, argument: words, attributes: nil,
        indent: indent)
    }
    let name = words.prefix { $0 != " " && $0 != "\"" }
    guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else { return nil }
    let quote = words.firstIndex(of: "\"")
    let title = quote.map { String(words[$0...]).unquoted }
    let form = marks == "???" ? "details" : name.lowercased()
    return BlockOpening(
      form: .indented, name: AlertWords.kind(name) == nil && form != "details" ? "note" : form,
      title: title ?? (marks == "???" ? name.capitalisedFirst : nil), argument: String(name),
      attributes: nil, indent: indent)
  }

  /// `:::note Title`, `:::{note} Title`, `::: {.callout-tip title="…"}`, `:::tip[Title]`.
  private static func colons(_ text: Substring, _ indent: Int) -> BlockOpening? {
    let count = text.utf8.prefix { $0 == UInt8(ascii: ":") }.count
    guard count >= 3 else { return nil }
    let rest = text.dropFirst(count).trimmed
    guard !rest.isEmpty else { return nil }
    return named(rest, form: .colons(count), indent)
  }

  /// `` ```{note} Title `` of MyST, `` ```ad-note `` of Obsidian.
  private static func fence(
    _ text: Substring, _ indent: Int, _ generator: Generator
  ) -> BlockOpening? {
    let mark = text.utf8.first ?? 0
    let count = text.utf8.prefix { $0 == mark }.count
    guard count >= 3 else { return nil }
    let rest = text.dropFirst(count).trimmed
    let isQuery = ["dataview", "dataviewjs", "tasks", "query", "button", "toc", "folder-overview"]
      .contains(rest.lowercased())
    if generator == .obsidian, rest.hasPrefix("ad-") || isQuery {
      return named(rest, form: .fence, indent)
    }
    // `{r}` and `{python}` are code, of which a name is enough.
    guard rest.hasPrefix("{"), generator == .markdown || generator == .mkdocs else { return nil }
    let name = rest.dropFirst().prefix { $0 != "}" && $0 != " " && $0 != "," }
    guard rest.contains("}"), directives.contains(name.lowercased()) else { return nil }
    return named(rest, form: .fence, indent)
  }

  private static func named(_ rest: String, form: Form, _ indent: Int) -> BlockOpening? {
    if rest.hasPrefix("{") {
      let bytes = Array(rest.utf8)
      if let list = AttributeList(in: bytes, at: 0) {
        let title = list.values["title"] ?? list.values["summary"]
        return BlockOpening(
          form: form, name: (list.classes.first ?? "div").lowercased(), title: title, argument: "",
          attributes: list, indent: indent)
      }
      guard let close = rest.firstIndex(of: "}") else { return nil }
      let name = rest[rest.index(after: rest.startIndex)..<close].trimmed.lowercased()
      let argument = rest[rest.index(after: close)...].trimmed
      return BlockOpening(
        form: form, name: name, title: argument.isEmpty ? nil : argument, argument: argument,
        attributes: nil, indent: indent)
    }
    let name = rest.utf8.prefix(while: isNameByte)
    guard !name.isEmpty else { return nil }
    var argument = String(Substring(rest.utf8.dropFirst(name.count))).trimmed
    var attributes: AttributeList?
    if let brace = argument.utf8.firstIndex(of: UInt8(ascii: "{")) {
      let bytes = Array(argument.utf8[brace...])
      attributes = AttributeList(in: bytes, at: 0)
      if attributes != nil { argument = String(argument[..<brace]).trimmed }
    }
    if argument.hasPrefix("["), argument.hasSuffix("]") {
      argument = String(argument.dropFirst().dropLast())
    }
    return BlockOpening(
      form: form, name: (String(Substring(name))).lowercased(),
      title: attributes?.values["title"] ?? (argument.isEmpty ? nil : argument.unquoted),
      argument: argument, attributes: attributes, indent: indent)
  }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
    || byte == UInt8(ascii: "_") || byte >= 0x80
}

/// The directives of MyST whose fence is no code.
private let directives: Set<String> = [
  "note", "tip", "hint", "warning", "caution", "danger", "error", "attention", "important",
  "admonition", "seealso", "todo", "versionadded", "versionchanged", "deprecated", "topic",
  "sidebar", "margin", "figure", "image", "toctree", "tableofcontents", "contents", "include",
  "literalinclude", "tab-set", "tab-item", "dropdown", "details", "card", "grid", "grid-item",
  "grid-item-card", "epigraph", "pull-quote", "blockquote", "glossary", "bibliography", "math",
  "code-block", "code-cell", "code", "sourcecode", "mermaid", "raw", "eval-rst", "list-table",
  "csv-table", "table", "exercise", "solution", "prf:theorem", "index", "only", "iframe", "div",
  "proof", "button", "button-link", "button-ref", "aside", "video", "embed",
]

extension StringProtocol {
  /// With a capital at its start.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
