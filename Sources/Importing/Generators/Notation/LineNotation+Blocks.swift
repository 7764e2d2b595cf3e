// MARK: What blocks become

extension LineNotation {
  mutating func meaning(
    of opening: BlockOpening, _ options: [String: String], _ inner: [String], at position: Int
  ) -> String? {
    let name = opening.name
    if name.hasPrefix("content-hidden") || name == "hidden"
      || name == "content-visible"
        && opening.attributes?.values.isEmpty == false
      || name == "only"
    {
      hidden += 1
      return nil
    }
    switch name {
    case "details", "dropdown", "collapse", "spoiler", "expandable":
      return TagMeaning.details(opening.title ?? "…", translated(inner))
    case "tab", "tab-item", "code-group-item":
      let marks = String(repeating: "#", count: min(6, level + 1))
      return "\(marks) \(opening.title ?? "")\n\n\(translated(inner))"
    case "figure", "image":
      return picture(opening.argument, options, inner)
    case "dataview", "dataviewjs", "tasks", "query", "button", "toc", "folder-overview", "toctree",
      "tableofcontents", "contents", "index", "bibliography", "ad-toc":
      if generator == .obsidian { owe((lines[position] + " " + (inner.first ?? ""))) }
      return nil
    case "include", "literalinclude", "eval-rst", "raw", "list-table", "csv-table", "iframe",
      "embed":
      owe(String(lines[position]))
      return opening.form == .fence ? nil : translated(inner)
    case "math": return "$$\n\(inner.joined(separator: "\n").trimmed)\n$$"
    case "code-block", "code-cell", "code", "sourcecode", "mermaid":
      let language = name == "mermaid" ? name : opening.argument.filter { !"{}".contains($0) }
      return TagMeaning.fenced(inner.joined(separator: "\n"), language)
    case "epigraph", "pull-quote", "blockquote":
      return translated(inner).trimmedLines.map { $0.isEmpty ? ">" : "> \($0)" }
        .joined(separator: "\n")
    default: return box(opening, options, inner)
    }
  }

  private mutating func box(
    _ opening: BlockOpening, _ options: [String: String], _ inner: [String]
  ) -> String {
    let classes = (opening.attributes?.classes ?? []) + [options["class"]].compactMap(\.self)
    let own = opening.name.hasPrefix("ad-") ? String(opening.name.dropFirst(3)) : opening.name
    let words = [own] + classes
    let isAdmonition = ["admonition", "topic", "sidebar", "margin", "aside", "callout"].contains(
      own)
    let found = words.lazy.filter { $0 != "admonition" }.compactMap { AlertWords.kind($0) }.first
    guard let kind = found ?? (isAdmonition ? "NOTE" : nil) else {
      // A part of the layout, such as columns: what stands in it is text.
      let title = opening.attributes == nil && layout.contains(own) ? nil : opening.title
      let lead = title.map { "**\($0)**\n\n" } ?? ""
      return lead + translated(inner)
    }
    return AlertWords.quote(kind, title: options["title"] ?? opening.title, translated(inner))
  }

  private mutating func picture(
    _ path: String, _ options: [String: String], _ inner: [String]
  ) -> String {
    let caption = translated(inner).trimmed
    let words = options["alt"] ?? caption.onOneLine
    let image = "![\(words.asLabel)](\(path.asDestination))"
    return caption.isEmpty || caption.onOneLine == words ? image : "\(image)\n\n\(caption)"
  }
}

private let layout: Set<String> = [
  "code-group", "tab-set", "tabs", "grid", "grid-item", "columns", "column", "div", "panel-tabset",
  "raw", "v-pre", "center", "left", "right", "row", "container",
]
