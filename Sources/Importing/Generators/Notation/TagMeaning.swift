/// What a tag of another tool becomes.
enum TagMeaning {
  /// Words in its place.
  case text(String)
  /// A block in its place.
  case block(String)
  /// An address, by what it names: a page or a file.
  case place(String)
  /// The start of an address, which is left out.
  case base
  /// What stands between it and its end, changed.
  case around((_ inner: String) -> String)
  /// What stands between it and its end, as it is.
  case inner
  /// What stands between it and its end is no text: it goes, and is told of.
  case program
  /// What stands between it and its end was to be seen by nobody.
  case hidden
  /// The same is written as it is, whatever it says.
  case verbatim((_ inner: String) -> String)
  case nothing
  case unknown
}

extension TagMeaning {
  /// - Parameter value: what the page or its settings say of a name, such as `site.title`.
  init(_ tag: TemplateTag, level: Int, value: (String) -> String?) {
    switch tag.form {
    case .expression: self = Self.expression(tag, value)
    case .component:
      self = Self.component(tag) ?? Self.media(tag) ?? Self.box(tag, level: level) ?? .unknown
    case .shortcode, .statement:
      self =
        Self.program(tag) ?? Self.media(tag) ?? Self.box(tag, level: level)
        ?? Self.inline(tag, value) ?? .unknown
    }
  }

  private static func expression(_ tag: TemplateTag, _ value: (String) -> String?) -> TagMeaning {
    let filters = tag.arguments.filter { !$0.isQuoted }.map(\.value)
    let isAddress = filters.contains {
      ["relative_url", "absolute_url", "url", "relurl", "absurl", "relLangURL"].contains($0)
        || $0 == "site.baseurl" || $0 == "site.url"
    }
    let first = tag.name
    if ["site.baseurl", "site.url", "base_url", "config.site_url", "baseurl"].contains(first) {
      // `{{ site.baseurl | append: "/a/" }}` names the rest of the address.
      let more = tag.arguments.first { $0.isQuoted }?.value
      return more.map { .place($0) } ?? .base
    }
    if isAddress { return .place(tag.written) }
    return value(tag.written).map { .text($0) } ?? .unknown
  }

  private static func component(_ tag: TemplateTag) -> TagMeaning? {
    switch tag.name {
    case "link", "a", "navlink":
      guard let address = tag["to", "href"] else { return .inner }
      return .around { "[\($0.onOneLine)](\(address.asDestination))" }
    case "badge": return .text(tag["text", "label"] ?? "")
    case "head", "script", "style", "client-only": return .program
    case "icon", "br", "toc", "tocinline", "doccardlist": return .nothing
    case "codegroup", "cardgroup", "columns", "frame", "clientonly", "browseronly", "fragment",
      "accordiongroup", "aside", "main":
      return .inner
    default: return nil
    }
  }

  private static func program(_ tag: TemplateTag) -> TagMeaning? {
    switch tag.name {
    case "raw", "verbatim": return .verbatim { $0 }
    case "comment", "private", "hidden", "hide", "todo", "internal", "secret", "draft",
      "unpublished":
      return .hidden
    case "if", "unless", "for", "case", "tablerow", "capture", "macro", "block", "ifversion",
      "language":
      return .program
    case "assign", "seo", "feed_meta", "set", "increment", "decrement", "cycle", "toc", "layout",
      "clear", "clearfix", "pagebreak", "adsense", "icon", "fa", "fas", "fab", "fontawesome", "br",
      "else", "elsif", "elseif", "when", "break", "continue", "table-of-contents",
      "tableofcontents",
      "bookcomments", "more", "newline", "vspace", "spacer", "toc-heading":
      return .nothing
    case "highlight", "code", "codeblock", "prettify":
      let language = tag["lang", "language", "type"] ?? tag[0] ?? ""
      return .verbatim { "\n\n" + fenced($0, language) + "\n\n" }
    case "mermaid", "plantuml", "chart", "chartjs", "graphviz", "markmap", "csv-table":
      let name = tag.name
      return .verbatim { "\n\n" + fenced($0, name) + "\n\n" }
    case "math", "katex", "mathjax", "latex", "equation":
      return .verbatim { "\n\n$$\n\($0.trimmed)\n$$\n\n" }
    default: return nil
    }
  }

  private static func media(_ tag: TemplateTag) -> TagMeaning? {
    switch tag.name {
    case "figure", "img", "image", "picture", "photo", "responsive-image", "responsive_image",
      "lightbox", "fig", "image-caption", "imgcap", "figure_large", "post_image", "imgproc",
      "responsive-img", "lazyimg", "postimage", "bigimg", "figcaption", "asset_img", "img_path":
      return picture(tag)
    case "youtube", "youtube-lite", "youtubeplayer", "yt", "youtubelite", "youtube_embed",
      "youtube-embed", "youtubeplaylist", "enhanced-youtube":
      return video(tag, "https://www.youtube.com/watch?v=", "YouTube")
    case "vimeo", "vimeo_simple", "vimeo-player", "vimeo_embed":
      return video(tag, "https://vimeo.com/", "Vimeo")
    case "video", "html5video", "videoplayer":
      switch tag["provider", "type"]?.lowercased() {
      case "youtube": return video(tag, "https://www.youtube.com/watch?v=", "YouTube")
      case "vimeo": return video(tag, "https://vimeo.com/", "Vimeo")
      default: return file(tag)
      }
    case "audio", "pdf", "embed-pdf", "embed", "embedpdf", "iframe", "bookmark", "file", "url",
      "peertube", "soundcloud", "spotify":
      return file(tag)
    case "gist":
      let parts = [tag["user", "username"] ?? tag[0], tag["id", "gist"] ?? tag[1]]
        .compactMap(\.self)
      return parts.isEmpty
        ? .unknown : link("https://gist.github.com/" + parts.joined(separator: "/"), nil)
    case "tweet", "twitter", "x", "twitter_simple", "x_simple":
      guard let id = tag["id"] ?? tag[1] ?? tag[0] else { return nil }
      let user = tag["user"] ?? (tag[1] == nil ? "i/web" : tag[0] ?? "i/web")
      return link(id.contains("://") ? id : "https://twitter.com/\(user)/status/\(id)", nil)
    case "instagram", "instagram_simple":
      return (tag["id"] ?? tag[0]).map { link("https://www.instagram.com/p/\($0)/", nil) }
    default: return nil
    }
  }

  private static func box(_ tag: TemplateTag, level: Int) -> TagMeaning? {
    let marks = String(repeating: "#", count: min(6, level + 1))
    switch tag.name {
    case "details", "collapse", "expand", "spoiler", "accordion-item", "collapsible", "toggle",
      "dropdown", "foldable", "swipe":
      let words = tag["summary", "title", "label", "header", "name"] ?? tag[0] ?? "…"
      return .around { TagMeaning.details(words, $0) }
    case "tab", "tab-item", "tabitem", "tabpanel", "codetab", "code-tab", "tabbed":
      let words = tag["label", "name", "title", "header", "tabname", "value"] ?? tag[0] ?? ""
      return .around { "\n\n\(words.isEmpty ? "" : "\(marks) \(words)\n\n")\($0.trimmed)\n\n" }
    case "step", "card", "feature", "panel-card":
      let words = tag["title", "header", "name"] ?? tag[0] ?? ""
      let target = tag["link", "url", "href"]
      let heading = target.map { "[\(words)](\($0.asDestination))" } ?? words
      return .around { "\n\n\(words.isEmpty ? "" : "**\(heading)**\n\n")\($0.trimmed)\n\n" }
    case "tabs", "tabpane", "tab-set", "tabset", "codetabs", "accordion", "steps", "cards", "grid",
      "columns", "column", "row", "col", "section", "div", "center", "lead", "wrap", "content",
      "cardpane", "md", "markdown", "markdownify", "blocks", "container", "box", "stepper", "p",
      "timeline", "content-ref", "html", "rawhtml", "left", "right", "nowrap", "small", "unsafe",
      "carousel":
      return .inner
    case "quote", "blockquote", "pullquote", "epigraph":
      let author = tag["author", "cite", "source"]
      return .around { TagMeaning.quote($0, author) }
    case "button", "btn", "cta", "link-button", "link-card", "linkcard", "action", "buttonlink":
      return button(tag)
    default: return alert(tag)
    }
  }

  private static func alert(_ tag: TemplateTag) -> TagMeaning? {
    let isAlert = [
      "notice", "alert", "callout", "admonition", "hint", "panel", "infobox", "aside", "message",
      "pageinfo", "block", "alertbox", "highlight-box", "note-box", "callouts", "admonitions",
    ].contains(tag.name)
    guard let kind = isAlert ? "NOTE" : AlertWords.kind(tag.name) else { return nil }
    let named = tag["type", "style", "class", "level", "color", "kind", "context", "variant"]
    let words = named.flatMap { $0.split(separator: " ").lazy.compactMap(AlertWords.kind).first }
    let first = tag[0].flatMap { AlertWords.kind($0) }
    let title =
      tag["title", "heading", "header"] ?? (isAlert ? (first == nil ? nil : tag[1]) : tag[0])
    let own = tag["content", "text", "body", "message"]
    let chosen = isAlert ? words ?? first ?? kind : kind
    if let own { return .block(AlertWords.quote(chosen, title: title, own)) }
    return .around { "\n\n" + AlertWords.quote(chosen, title: title, $0) + "\n\n" }
  }

  private static func inline(_ tag: TemplateTag, _ value: (String) -> String?) -> TagMeaning? {
    switch tag.name {
    case "ref", "relref", "link", "post_url", "doc", "page_url":
      return (tag[0] ?? tag["path", "page"]).map { .place($0) }
    case "post_link":
      guard let target = tag[0] else { return nil }
      let words = (1..<20).compactMap { tag[$0] }.joined(separator: " ")
      return .text("[\((words.isEmpty ? target : words).asLabel)](\(target.asDestination))")
    case "param": return tag[0].flatMap(value).map { .text($0) }
    case "kbd", "sub", "sup", "mark", "del", "ins", "abbr", "cite", "var", "samp", "u", "s":
      let name = tag.name
      if let words = tag[0], name == "kbd" || name == "mark" {
        return .text("<\(name)>\(words)</\(name)>")
      }
      return .around { "<\(name)>\($0)</\(name)>" }
    case "emoji": return .nothing
    default: return nil
    }
  }
}

// MARK: What they become

extension TagMeaning {
  private static func picture(_ tag: TemplateTag) -> TagMeaning {
    guard
      let source = tag["src", "image", "path", "url", "file", "image_path", "name", "image_url"]
        ?? tag[0]
    else { return .unknown }
    let caption = tag["caption", "title", "attr", "figcaption"]
    let words = tag["alt", "description"] ?? caption ?? tag[1] ?? ""
    var text = "![\(words.asLabel)](\(source.asDestination))"
    if let target = tag["link", "href", "target_url"], target.contains("/") {
      text = "[\(text)](\(target.asDestination))"
    }
    if let caption, caption != words { return .block("\(text)\n\n*\(caption.onOneLine)*") }
    return .text(text)
  }

  private static func video(_ tag: TemplateTag, _ start: String, _ name: String) -> TagMeaning {
    guard
      let id = tag["id", "videoid", "video_id", "v", "code", "url", "src", "video", "yt_id"]
        ?? tag[0]
    else { return .unknown }
    return link(id.contains("://") ? id : start + id, tag["title", "caption", "label"] ?? name)
  }

  private static func file(_ tag: TemplateTag) -> TagMeaning {
    guard let address = tag["src", "url", "file", "mp4", "href", "link", "path"] ?? tag[0],
      address.contains("/") || address.contains(".")
    else { return .unknown }
    return link(address, tag["title", "caption", "label"])
  }

  private static func button(_ tag: TemplateTag) -> TagMeaning {
    let address = tag["href", "url", "link", "relref", "ref", "page", "to"] ?? tag[0]
    guard let address else { return .unknown }
    if let words = tag["text", "label", "title", "content", "name"] ?? tag[1] {
      return .text("[\(words.asLabel)](\(address.asDestination))")
    }
    return .around { "[\($0.onOneLine)](\(address.asDestination))" }
  }

  private static func link(_ address: String, _ words: String?) -> TagMeaning {
    let shown = words ?? address.split(separator: "/").suffix(2).joined(separator: "/")
    return .text("[\(shown.asLabel)](\(address.asDestination))")
  }

  static func details(_ summary: String, _ inner: String) -> String {
    "\n\n<details>\n<summary>\(summary.asHTMLText)</summary>\n\n\(inner.trimmed)\n\n</details>\n\n"
  }

  private static func quote(_ inner: String, _ author: String?) -> String {
    let lines = inner.trimmedLines.map { $0.isEmpty ? ">" : "> \($0)" }
    let end = author.map { [">", "> – \($0)"] } ?? []
    return "\n\n" + (lines + end).joined(separator: "\n") + "\n\n"
  }

  static func fenced(_ code: String, _ language: String) -> String {
    // What has a fence of its own already needs no other.
    if code.trimmed.hasPrefix("```") || code.trimmed.hasPrefix("~~~") { return code.trimmed }
    let longest = code.split(whereSeparator: { $0 != "`" }).map(\.utf8.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let lines = code.trimmedLines.joined(separator: "\n")
    return "\(fence)\(language)\n\(lines)\n\(fence)"
  }
}

extension String {
  /// As the words of a link: no bracket closes it.
  var asLabel: String {
    onOneLine.replacingBrackets
  }

  private var replacingBrackets: String {
    var output = ""
    for character in self {
      if character == "[" || character == "]" { output += "\\" }
      output.append(character)
    }
    return output
  }

  /// As text in HTML.
  var asHTMLText: String {
    var output = ""
    for character in self {
      switch character {
      case "<": output += "&lt;"
      case "&": output += "&amp;"
      default: output.append(character)
      }
    }
    return output
  }
}
