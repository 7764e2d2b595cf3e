import Dates
import Files
import Markup

/// The addresses that pages had on the other site, worked out from its settings.
struct OldAddresses: Sendable {
  private let generator: Generator
  private let settings: OldSettings

  init(_ generator: Generator, _ settings: OldSettings) {
    self.generator = generator
    self.settings = settings
  }

  /// The address of a page from the top of the site, `/2019/03/title/`; `nil` where it cannot be
  /// told.
  func address(of page: ForeignPage, in folders: [String]) -> String? {
    let facts = PageFacts(page, folders)
    switch generator {
    case .hugo: return hugo(facts)
    case .jekyll: return jekyll(facts)
    case .mkdocs: return mkdocs(facts)
    case .obsidian:
      let own = ["permalink", "dg-permalink"].lazy.compactMap { page.fields[$0]?.value.text }.first
      return own.map(rooted)
    case .markdown: return markdown(facts)
    }
  }

  /// Addresses that lead to a page beside its own, as its front matter lists them.
  func others(of page: ForeignPage, in folders: [String]) -> [String] {
    let keys = generator == .obsidian ? [] : ["aliases", "redirect_from", "redirects"]
    let own = keys.flatMap { page.fields[$0]?.value.texts ?? [] }
    guard generator == .hugo else { return own.map(rooted) }
    // One that does not begin at the top begins beside the page.
    let above = folders.isEmpty ? "" : "/" + folders.joined(separator: "/")
    return own.map { $0.hasPrefix("/") || $0.contains("://") ? $0 : "\(above)/\($0)" }
  }
}

/// What addresses are made of.
private struct PageFacts {
  let fields: FieldMap
  let folders: [String]
  let path: RelativePath
  /// The file's name without its ending and language.
  let stem: String
  /// The language that the file's name ends with.
  let language: String?
  let isIndex: Bool
  let date: CalendarDate?

  init(_ page: ForeignPage, _ folders: [String]) {
    fields = page.fields
    path = page.path
    self.folders = folders
    let written = page.path.stem
    stem = written.withoutLanguage
    language = stem == written ? nil : written.split(separator: ".").last.map { $0.lowercased() }
    isIndex = ["index", "_index", "readme"].contains(stem.lowercased())
    date =
      ["date", "publishDate", "pubDate", "publishdate"].lazy
      .compactMap { page.fields[$0]?.value.text?.day }.first.flatMap { CalendarDate($0) }
      ?? written.leadingDate
  }

  /// The name without the day that it begins with.
  var undated: String {
    stem.leadingDate != nil && stem.utf8.count > 11 ? String(stem.dropFirst(11)) : stem
  }

  func text(_ key: String) -> String? { fields[key]?.value.text }
}

private func rooted(_ path: String) -> String {
  path.hasPrefix("/") || path.contains("://") ? path : "/\(path)"
}

// MARK: Hugo

extension OldAddresses {
  private func hugo(_ page: PageFacts) -> String? {
    let prefix = languagePrefix(page)
    if let url = page.text("url") { return url.hasPrefix("/") ? url : "\(prefix)/\(url)" }
    let section = page.folders.first ?? ""
    let isList = page.stem == "_index"
    let keys = isList ? ["section"] : ["page"]
    let pattern =
      keys.lazy.compactMap { self.settings["permalinks", $0, section]?.text }.first
      ?? (isList ? nil : settings["permalinks", section]?.text)
    if let pattern, !isList || page.folders.count == 1 {
      return prefix + hugo(pattern, page)
    }
    var parts = page.folders
    let slug = page.text("slug")
    if page.isIndex {
      if let slug, !parts.isEmpty { parts[parts.count - 1] = slug }
    } else {
      parts.append(slug ?? page.stem)
    }
    let path = parts.map(\.urlized).joined(separator: "/")
    if isUgly(section), !page.isIndex || !isList && !parts.isEmpty {
      return "\(prefix)/\(path).html"
    }
    return path.isEmpty ? "\(prefix)/" : "\(prefix)/\(path)/"
  }

  private func isUgly(_ section: String) -> Bool {
    for key in ["uglyURLs", "uglyurls", "uglyUrls"] {
      guard let value = settings[key] else { continue }
      if case .map(let map) = value.content { return map[section]?.value.isTrue ?? false }
      return value.isTrue
    }
    return false
  }

  private func hugo(_ pattern: String, _ page: PageFacts) -> String {
    let name = page.isIndex ? page.folders.last ?? page.stem : page.stem
    let title = page.text("title")?.urlized ?? name.urlized
    let sections = page.isIndex ? Array(page.folders.dropLast()) : page.folders
    let path = filled(pattern) { word in
      switch word {
      case "slug": page.text("slug")?.urlized ?? title
      case "title": title
      case "filename": name.urlized
      case "slugorfilename", "slugorcontentbasename": (page.text("slug") ?? name).urlized
      case "contentbasename": name.urlized
      case "section": page.folders.first?.urlized ?? ""
      case "sections", "sectionslugs": sections.map(\.urlized).joined(separator: "/")
      case "sections[last]": sections.last?.urlized ?? ""
      case "sections[1:]": sections.dropFirst().map(\.urlized).joined(separator: "/")
      default: page.date?.part(named: word)?.urlized
      }
    }
    return rooted(path)
  }

  /// `/fr` for a page in a language that is not the main one.
  private func languagePrefix(_ page: PageFacts) -> String {
    let main = settings["defaultContentLanguage"]?.text?.lowercased() ?? "en"
    let isMainBelow = settings.isTrue("defaultContentLanguageInSubdir")
    if let language = page.language, language != main { return "/\(language)" }
    return isMainBelow ? "/\(main)" : ""
  }
}

// MARK: Jekyll

extension OldAddresses {
  private func jekyll(_ page: PageFacts) -> String? {
    let defaults = JekyllDefaults.values(for: page.path, settings)
    let type = settings.jekyllType(of: page.path)
    let own =
      page.text("permalink")
      ?? defaults.lazy.compactMap { $0["permalink"]?.value.text }.first
    let pattern: String
    switch type {
    case "posts", "drafts": pattern = own ?? settings["permalink"]?.text ?? "date"
    case "pages":
      let isPretty =
        settings["permalink"]?.text.map { $0 == "pretty" || $0.hasSuffix("/") } ?? false
      pattern = own ?? (isPretty ? "/:path/:basename/" : "/:path/:basename.html")
    default:
      let collection = settings["collections", type, "permalink"]?.text
      let isPretty = settings["permalink"]?.text == "pretty"
      pattern = own ?? collection ?? (isPretty ? "/:collection/:path/" : "/:collection/:path.html")
    }
    let styles = [
      "date": "/:categories/:year/:month/:day/:title.html",
      "pretty": "/:categories/:year/:month/:day/:title/",
      "ordinal": "/:categories/:year/:y_day/:title.html",
      "weekdate": "/:categories/:year/W:week/:short_day/:title.html",
      "none": "/:categories/:title.html",
    ]
    let filled = filled(styles[pattern] ?? pattern) { jekyllPart($0, page, type) }
    if type == "pages", page.isIndex, own == nil {
      return "/" + page.folders.map { "\($0)/" }.joined()
    }
    return rooted(filled).withSingleSlashes
  }

  private func jekyllPart(_ word: String, _ page: PageFacts, _ type: String) -> String? {
    // `_events/2020/a.md` is `2020/a` within its collection.
    let below = Array(page.folders.drop { !$0.hasPrefix("_") }.dropFirst())
    switch word {
    case "title", "slug":
      return page.text("slug") ?? (type == "posts" || type == "drafts" ? page.undated : page.stem)
    case "name", "basename": return page.stem
    case "path":
      return type == "pages"
        ? page.folders.joined(separator: "/") : (below + [page.stem]).joined(separator: "/")
    case "collection": return type
    case "categories": return categories(page).joined(separator: "/")
    case "slugified_categories":
      return categories(page).map(\.urlized).joined(separator: "/")
    case "output_ext": return ".html"
    case "num", "lang": return ""
    default: return page.date?.part(named: word)
    }
  }

  /// The folders above `_posts` and what the front matter says.
  private func categories(_ page: PageFacts) -> [String] {
    var all = page.folders.prefix { !$0.hasPrefix("_") }.map { String($0) }
    if !page.folders.contains(where: { $0.hasPrefix("_") }) { all = [] }
    if let one = page.text("category") { all.append(one) }
    if let value = page.fields["categories"]?.value {
      // Words of one line are split at the blanks.
      all += value.text.map { $0.split(separator: " ").map(String.init) } ?? value.texts
    }
    var seen: Set<String> = []
    return all.map { $0.lowercased().split(separator: " ").joined(separator: "-") }
      .filter { seen.insert($0).inserted }
  }
}

// MARK: Others

extension OldAddresses {
  private func mkdocs(_ page: PageFacts) -> String? {
    if let blog = blogAddress(page) { return blog }
    let isFolders = settings["use_directory_urls"]?.isFalse != true
    return plain(page, isFolders: isFolders)
  }

  /// A post of the blog that comes with the Material theme.
  private func blogAddress(_ page: PageFacts) -> String? {
    guard case .list(let plugins)? = settings["plugins"]?.content else { return nil }
    for plugin in plugins {
      var own = FieldMap()
      if case .map(let map) = plugin.content, let value = map["blog"]?.value {
        if case .map(let inner) = value.content { own = inner }
      } else if plugin.text != "blog" {
        continue
      }
      let folder = own["blog_dir"]?.value.text?.trimmedSlashes ?? "blog"
      let posts = (folder == "." ? [] : [folder]) + ["posts"]
      guard page.folders.starts(with: posts), let date = page.date else { return nil }
      let slug = page.text("slug") ?? page.text("title").flatMap { $0.urlized } ?? page.undated
      let day = [date.part(named: "year"), date.part(named: "month"), date.part(named: "day")]
        .compactMap(\.self).joined(separator: "/")
      let pattern = own["post_url_format"]?.value.text ?? "{date}/{slug}"
      let path = pattern.replacing(["{date}": day, "{slug}": slug, "{file}": page.stem])
      let prefix = folder == "." ? "" : "/\(folder)"
      return settings["use_directory_urls"]?.isFalse == true
        ? "\(prefix)/\(path).html" : "\(prefix)/\(path)/"
    }
    return nil
  }

  private func markdown(_ page: PageFacts) -> String? {
    if let own = page.text("permalink") ?? page.text("url") { return rooted(own) }
    // Tools of books and reference write a file a page; the others a folder.
    let writesFiles = ["project", "sphinx", "book", "only_build_toc_files", "root"].contains {
      settings[$0] != nil
    }
    return plain(page, isFolders: !writesFiles)
  }

  private func plain(_ page: PageFacts, isFolders: Bool) -> String {
    let above = page.folders.map { "\($0)/" }.joined()
    if page.isIndex { return "/\(above)" }
    let name = page.text("slug").map(\.trimmedSlashes) ?? page.stem
    return isFolders ? "/\(above)\(name)/" : "/\(above)\(name).html"
  }
}
