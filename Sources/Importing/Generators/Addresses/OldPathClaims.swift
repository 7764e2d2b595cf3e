import Community
import Files

/// Which entry each old address leads to; none has two.
struct OldPathClaims {
  /// The files of the site, in small letters.
  private var taken: Set<String>
  private let site: OldSite

  init(_ pages: [PlacedPage], existing: [RelativePath], _ site: OldSite) {
    self.site = site
    taken = Set(pagesOfTheSite)
    for kind in EntryKind.allCases { taken.insert("\(kind.folder)/index.html") }
    for page in pages { taken.insert(page.id.ownPath) }
    for path in existing where path.parts.count > 2 {
      let name = path.stem == "index" ? path.parent?.name ?? "" : path.stem
      if let kind = EntryKind(folder: path.parts[1]) { taken.insert(EntryID(kind, name).ownPath) }
    }
  }

  /// The address of an entry, as it is written among its aliases; `nil` where it is what the entry
  /// has here too.
  mutating func claim(_ address: String, for id: EntryID) throws(Refusal) -> String? {
    guard let own = site.path(of: address), !own.contains("://") else { throw .elsewhere }
    let path: OldPath
    do throws(OldPath.Problem) {
      path = try OldPath(own)
    } catch {
      // The new site has a home page too.
      if error == .home { return nil }
      throw .noPath
    }
    let file = path.file.description.lowercased()
    if file == id.ownPath { return nil }
    let folders = path.file.ancestors.map { $0.description.lowercased() }
    guard !folders.contains(where: taken.contains), taken.insert(file).inserted else {
      throw .taken
    }
    return path.written
  }

  enum Refusal: Error {
    case elsewhere, noPath, taken
  }
}

extension EntryID {
  /// The path of the entry's page in the site.
  fileprivate var ownPath: String {
    kind.declaration.standsAtTop ? "\(name).html" : "\(kind.folder)/\(name).html"
  }
}

/// What the site makes itself, beside the lists of the kinds.
private let pagesOfTheSite = [
  "index.html", "404.html", "search.html", "archive.html", "actions.html", "actions-done.html",
  "decisions.html", "print.html", "offers.html", "seeks.html", "tags/index.html",
  "years/index.html", "feed.xml", "feed.json", "meetings.ics", "sitemap.xml", "robots.txt",
]
