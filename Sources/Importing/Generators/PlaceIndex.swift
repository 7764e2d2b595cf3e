import Community
import Files
import Markup

/// Finds what the pages of another site call each other by: the path of a file, an address on the
/// web, a name.
struct PlaceIndex {
  private struct Target {
    let id: EntryID
    let path: RelativePath
    /// Whether it translates another page, which has the place that both would have.
    let isTranslation: Bool

    func comesBefore(_ other: Target?) -> Bool {
      other.map { $0.isTranslation && !isTranslation } ?? true
    }
  }

  private let site: OldSite
  private var byPath: [String: Target] = [:]
  private var byAddress: [String: Target] = [:]
  private var byName: [String: Target] = [:]
  /// Names that several pages have, by which none is found.
  private var ambiguous: Set<String> = []
  private var files: [String: RelativePath] = [:]
  private var filesByName: [String: RelativePath] = [:]
  /// Addresses of the other tool's lists; `nil` for one that is not made here.
  private var lists: [String: EntryKind?] = [:]
  /// Whether a folder is one of the site's own languages, which addresses may begin with.
  private var languages: Set<String> = []

  init(_ site: OldSite) { self.site = site }
}

// MARK: What there is

extension PlaceIndex {
  /// Notes a page under its path, its addresses, its name and, in a vault, its title.
  mutating func add(_ placed: PlacedPage, _ generator: Generator) {
    let target = Target(
      id: placed.id, path: placed.target, isTranslation: placed.language?.original != nil)
    let path = placed.page.path
    let isIndex = ["index", "_index", "readme"].contains(path.stem.withoutLanguage.lowercased())
    let below = placed.folders + (isIndex ? [] : [path.stem])
    for written in [path.withoutExtension, below.joined(separator: "/")] {
      let name = written.folded
      if target.comesBefore(byPath[name]) { byPath[name] = target }
    }
    for address in placed.addresses {
      let name = address.asPlace
      if target.comesBefore(byAddress[name]) { byAddress[name] = target }
    }
    var names = [isIndex ? placed.folders.last : path.stem].compactMap(\.self)
    names += [path.stem.leadingDate == nil ? nil : String(path.stem.dropFirst(11))].compactMap(
      \.self)
    names += [placed.page.fields["slug"]?.value.text].compactMap(\.self)
    if generator == .obsidian {
      names += [placed.page.fields["title"]?.value.text].compactMap(\.self)
      names += placed.page.fields["aliases"]?.value.texts ?? []
      names += placed.page.fields["alias"]?.value.texts ?? []
      // A note is called by as much of its path as tells it.
      for start in 1..<max(1, below.count) { names.append(below[start...].joined(separator: "/")) }
    }
    for name in Set(names.map(\.folded)) where !name.isEmpty {
      if let other = byName[name], other.id != placed.id { ambiguous.insert(name) }
      byName[name] = target
    }
  }

  mutating func add(_ file: RelativePath, at target: RelativePath, below root: String?) {
    let path = file.description
    for name in [path, root.map { String(path.dropFirst($0.utf8.count + 1)) }] {
      if let name = name?.lowercased(), files[name] == nil { files[name] = target }
    }
    if filesByName[file.name.lowercased()] == nil { filesByName[file.name.lowercased()] = target }
  }

  /// Notes the list that the other tool made of a folder.
  mutating func addList(_ folders: [String], of kind: EntryKind?) {
    let address = folders.map { $0.hasPrefix("_") ? String($0.dropFirst()) : $0 }
      .joined(separator: "/").folded
    if !address.isEmpty, lists[address] == nil { lists[address] = .some(kind) }
    let path = folders.joined(separator: "/").folded
    if !path.isEmpty, lists[path] == nil { lists[path] = .some(kind) }
  }
}

// MARK: Looking for it

extension PlaceIndex {
  /// What a destination written in `page` leads to.
  func find(_ written: String, from page: PlacedPage) -> LinkFixing.Answer {
    guard let destination = site.path(of: written), !destination.hasPrefix("#"),
      !destination.isEmpty, !destination.hasOtherScheme
    else { return .elsewhere }
    let isOfSite = destination != written || !written.contains("//")
    let cut = destination.firstIndex { $0 == "#" || $0 == "?" } ?? destination.endIndex
    let path = String(destination[..<cut]).percentDecoded
    let fragment = destination.firstIndex(of: "#").map { String(destination[$0...].dropFirst()) }
    if let answer = find(path: path, fragment ?? "", from: page) { return answer }
    // What is unknown on a host of its own may be there still, beside the pages.
    return isOfSite && !written.contains("//") ? .unknown : .elsewhere
  }

  /// What a name leads to: the target of a `[[link]]` or of `{{< ref >}}`.
  func find(name written: String, from page: PlacedPage) -> LinkFixing.Answer {
    let cut = written.firstIndex(of: "#") ?? written.endIndex
    let fragment = String(written[cut...].dropFirst())
    let name = String(written[..<cut]).percentDecoded.trimmed
    guard !name.isEmpty else { return .unknown }
    if let answer = find(path: name, fragment, from: page) { return answer }
    let folded = name.folded.withoutSlashes
    if !ambiguous.contains(folded), let found = byName[folded] {
      return answer(found, fragment, from: page)
    }
    return .unknown
  }

  private func find(
    path: String, _ fragment: String, from page: PlacedPage
  ) -> LinkFixing.Answer? {
    for base in bases(of: page) {
      guard let joined = joined(base.parts, path) else { continue }
      let name = joined.joined(separator: "/")
      if let file = files[name.lowercased()] {
        return .path(page.target.relativeAddress(to: file))
      }
      let place = name.asPlace
      if base.isFolder, let found = byPath[place] ?? byPath[place.withoutIndex] {
        return answer(found, fragment, from: page)
      }
      if let found = byAddress[place] { return answer(found, fragment, from: page) }
      if !base.isFolder || path.hasPrefix("/"), let found = byPath[place] {
        return answer(found, fragment, from: page)
      }
    }
    for base in bases(of: page) {
      guard let joined = joined(base.parts, path) else { continue }
      if let answer = list(joined.joined(separator: "/").asPlace.withoutIndex, from: page) {
        return answer
      }
    }
    let last = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if let file = filesByName[last], last.utf8.contains(UInt8(ascii: ".")) {
      return .path(page.target.relativeAddress(to: file))
    }
    let name = path.folded.withoutSlashes
    if !path.utf8.contains(UInt8(ascii: "/")), !ambiguous.contains(name), let found = byName[name] {
      return answer(found, fragment, from: page)
    }
    return nil
  }

  private func answer(
    _ found: Target, _ fragment: String, from page: PlacedPage
  ) -> LinkFixing.Answer {
    .entry(found.id, path: page.target.relativeAddress(to: found.path), fragment: fragment)
  }

  private func list(_ address: String, from page: PlacedPage) -> LinkFixing.Answer? {
    if let kind = lists[address] {
      guard let kind, let folder = try? RelativePath("content/\(kind.folder)") else { return .list }
      return .path(page.target.relativeAddress(to: folder))
    }
    let parts = address.split(separator: "/")
    if parts.isEmpty { return .list }
    return parts.prefix(3).contains { listsOfTools.contains($0) } ? .list : nil
  }

  private struct Base {
    let parts: [String]
    /// Whether it is a folder of files, not of addresses.
    let isFolder: Bool
  }

  /// What a relative destination may begin at: the folder of the file, the address of the page, the
  /// top.
  private func bases(of page: PlacedPage) -> [Base] {
    var bases = [
      Base(parts: page.page.path.parent?.parts ?? [], isFolder: true),
      Base(parts: page.folders, isFolder: true),
    ]
    for address in page.addresses {
      var parts = address.split(separator: "/").map(String.init)
      if !address.hasSuffix("/") { parts = Array(parts.dropLast()) }
      bases.append(Base(parts: parts, isFolder: false))
    }
    bases.append(Base(parts: [], isFolder: true))
    return bases
  }

  /// A path put behind a folder, its `..` and `.` worked out; `nil` for one that leads above.
  private func joined(_ folder: [String], _ path: String) -> [String]? {
    var parts = path.hasPrefix("/") ? [] : folder
    for part in path.split(separator: "/") {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts
  }
}

/// First parts of addresses that tools make themselves.
private let listsOfTools: Set<Substring> = [
  "tags", "tag", "categories", "category", "topics", "topic", "authors", "author", "archive",
  "archives", "page", "search", "feed", "feed.xml", "index.xml", "rss.xml", "atom.xml",
  "sitemap.xml", "sitemap", "404", "rss",
]

extension String {
  /// As names of pages are compared.
  fileprivate var folded: String {
    let lower = lowercased()
    for ending in endings where lower.hasSuffix(ending) {
      return String(lower.dropLast(ending.count))
    }
    return lower
  }

  /// An address without the slashes and endings that differ between tools.
  fileprivate var asPlace: String { folded.withoutSlashes.withoutIndex }

  fileprivate var withoutSlashes: String {
    hasPrefix("/") || hasSuffix("/") ? trimmedSlashes : self
  }

  fileprivate var withoutIndex: String {
    if self == "index" || self == "_index" { return "" }
    for ending in ["/index", "/_index", "/readme"] where hasSuffix(ending) {
      return String(dropLast(ending.count))
    }
    return self
  }

  /// Whether it begins with a scheme, such as `mailto:`.
  fileprivate var hasOtherScheme: Bool {
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = utf8[..<colon]
    return !scheme.isEmpty
      && scheme.allSatisfy {
        ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "+") || $0 &- 0x30 < 10
      }
  }
}

private let endings = [
  ".markdown", ".mdown", ".mkdn", ".mkd", ".md", ".mdx", ".qmd", ".rmd", ".html", ".htm", ".rst",
  ".adoc", ".ipynb",
]
