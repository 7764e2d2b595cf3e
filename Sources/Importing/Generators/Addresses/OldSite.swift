import Files
import Markup

/// Where the other site stood on the web: its host and the folder there.
struct OldSite: Hashable, Sendable {
  /// Without `www.`, in small letters; more than one where languages have their own.
  private(set) var hosts: Set<String> = []
  /// Between slashes, without them at the ends; empty where the site is the whole host.
  private(set) var folders: [String] = []

  init(_ generator: Generator, _ settings: OldSettings) {
    switch generator {
    case .hugo:
      add(settings["baseURL"] ?? settings["baseurl"] ?? settings["baseUrl"])
      if case .map(let languages)? = settings["languages"]?.content {
        for case .map(let own) in languages.fields.map(\.value.content) {
          add((own["baseURL"] ?? own["baseurl"])?.value)
        }
      }
    case .jekyll:
      add(settings["url"])
      if let base = settings["baseurl"]?.text?.trimmedSlashes, !base.isEmpty {
        folders = [base]
      }
      if let host = settings["cname"]?.text { hosts.insert(host.lowercased()) }
    case .mkdocs: add(settings["site_url"])
    case .markdown:
      add(settings["website", "site-url"] ?? settings["book", "site-url"] ?? settings["url"])
    case .obsidian: break
    }
  }

  private mutating func add(_ value: FieldValue?) {
    // `!ENV [SITE_URL, "https://…"]` is a list: the address is what looks like one.
    for text in value?.texts ?? [] where text.contains("//") || text.hasPrefix("/") {
      let rest = text.components(behind: "//") ?? text
      let parts = rest.split(separator: "/", maxSplits: 1)
      if text.contains("//"), let host = parts.first { hosts.insert(host.lowercased().withoutWWW) }
      let folder = text.contains("//") ? parts.dropFirst().first.map(String.init) ?? "" : text
      if !folder.trimmedSlashes.isEmpty { folders.append(folder.trimmedSlashes) }
    }
  }

  /// A destination as a path of the site, `/posts/a/`; `nil` for one on another host.
  ///
  /// What names no host is given back as it is, without the site's own folder.
  func path(of destination: String) -> String? {
    var path = destination
    let rest = destination.components(behind: "//")
    if let rest, destination.hasPrefix("//") || destination.hasPrefix("http") {
      let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
      guard hosts.contains(rest[..<end].lowercased().withoutWWW) else { return nil }
      path = rest[end...].hasPrefix("/") ? String(rest[end...]) : "/\(rest[end...])"
    } else if destination.contains("://") {
      return nil
    }
    for folder in folders where path == "/\(folder)" || path.hasPrefix("/\(folder)/") {
      return path.utf8.count == folder.utf8.count + 1
        ? "/" : String(path.dropFirst(folder.count + 1))
    }
    return path
  }
}

extension String {
  fileprivate func components(behind mark: String) -> String? {
    let wanted = Array(mark.utf8)
    var rest = utf8[...]
    while !rest.isEmpty {
      if rest.starts(with: wanted) { return String(rest.dropFirst(wanted.count)) }
      rest = rest.dropFirst()
    }
    return nil
  }

  fileprivate var withoutWWW: String { hasPrefix("www.") ? String(dropFirst(4)) : self }
}
