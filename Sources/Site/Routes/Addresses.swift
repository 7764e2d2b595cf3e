import Community
import Files
import Markup

/// The paths of all pages and files within the output.
///
/// `PageContext` makes them relative to a page.
struct Addresses: Sendable {
  /// By position; `nil` for what is not shown.
  private let entries: [String?]
  /// By position, percent-encoded; `nil` for what is not published.
  private let assets: [String?]
  /// By position, as paths; `nil` for what is not published.
  private let files: [String?]
  /// The smaller copies of pictures by the position of the picture, the narrowest first.
  private let copies: [Int: [PictureCopy]]

  /// - Parameter copySizes: the sizes of the smaller copies of pictures.
  init(_ handbook: Handbook, kinds: [EntryID?], copySizes: [Int: [AssetFacts.Size]]) {
    entries = kinds.map { $0.map(Addresses.path) }
    assets = handbook.assets.map { $0?.address.percentEncoded }
    files = handbook.assets.map { $0?.address.description }
    let published = copySizes.filter { handbook.assets[$0.key] != nil }
    let names = published.isEmpty ? nil : CopyNames(besides: handbook.assets)
    copies = Dictionary(
      uniqueKeysWithValues: published.compactMap { position, sizes in
        guard let names, let asset = handbook.assets[position] else { return nil }
        return (position, names.copies(of: asset.address, sizes))
      })
  }

  func entry(_ index: EntryIndex) -> String? { entries[index.position] }

  /// The address of a file of the community's, as it stands in a link.
  func asset(_ position: Int) -> String? { assets[position] }

  /// The path of a file of the community's.
  func file(_ position: Int) -> String? { files[position] }

  /// The smaller copies of a picture, the narrowest first; none of other files.
  func copies(of position: Int) -> [PictureCopy] { copies[position] ?? [] }

  static let home = "index.html"
  static let tags = "tags/index.html"
  static let search = "search.html"
  static let notFound = "404.html"
  static let sitemap = "sitemap.xml"
  static let robots = "robots.txt"
  static let theme = "theme/"
  static let stylesheet = "theme/style.css"
  static let accent = "theme/accent.css"
  static let jsonFeed = "feed.json"
  static let openData = "data/handbook.json"
  static let icon = "theme/icon.svg"

  /// The address of an entry.
  static func path(of id: EntryID) -> String {
    id.kind.declaration.standsAtTop ? "\(id.name).html" : "\(id.kind.folder)/\(id.name).html"
  }

  static func index(_ kind: EntryKind, page: Int = 1) -> String {
    numbered("\(kind.folder)/index", "\(kind.folder)/page", page)
  }

  /// The page of a tag.
  ///
  /// A tag may have letters of any script, so in an address its path is percent-encoded.
  static func tag(_ id: String, page: Int = 1) -> String {
    numbered("tags/\(id)", "tags/\(id)-page", page)
  }

  func calendar(_ scope: CalendarScope) -> String? {
    switch scope {
    case .everything: "meetings.ics"
    case .series(let id): "series/\(id).ics"
    case .meeting(let index): entry(index).map { "\($0.dropLast(".html".utf8.count)).ics" }
    }
  }

  func feed(_ scope: FeedScope) -> String? {
    switch scope {
    case .everything: "feed.xml"
    case .tag(let id): "tags/\(id).xml"
    case .goal(let index): entry(index).map { "\($0.dropLast(".html".utf8.count)).xml" }
    }
  }

  static func actions(page: Int = 1) -> String { numbered("actions", "actions", page) }

  static func closedActions(page: Int = 1) -> String {
    numbered("actions-done", "actions-done", page)
  }

  static func decisions(page: Int = 1) -> String { numbered("decisions", "decisions", page) }

  static let runningText = "theme/running.css"

  static func printed(_ volume: PrintVolume) -> String {
    switch volume {
    case .whole: "print.html"
    case .kind(let kind, let part): numbered("print/\(kind.folder)", "print/\(kind.folder)", part)
    }
  }

  static func titles(page: Int) -> String { "titles/\(page).html" }

  static func search(_ file: SearchIndex.File) -> String {
    switch file {
    case .start: "search/start.js"
    case .words(let number): "search/w\(number).js"
    case .records(let number): "search/r\(number).js"
    case .texts(let number): "search/t\(number).js"
    case .beginnings(let number): "search/b\(number).js"
    case .ends(let number): "search/e\(number).js"
    }
  }

  static let archive = "archive.html"
  static let missed = "missed.html"
  static let years = "years/index.html"

  static func facet(_ facet: Facet, _ id: String, page: Int = 1) -> String {
    numbered("\(facet.folder)/\(id)", "\(facet.folder)/\(id)-page", page)
  }

  static func series(_ id: String, page: Int = 1) -> String {
    numbered("series/\(id)", "series/\(id)-page", page)
  }

  static func offers(page: Int = 1) -> String { numbered("offers", "offers", page) }

  static func seeks(page: Int = 1) -> String { numbered("seeks", "seeks", page) }

  /// A month by its id: `2026-02`.
  static func month(_ id: String, page: Int = 1) -> String {
    numbered("archive/\(id)", "archive/\(id)-page", page)
  }

  static func year(_ name: String) -> String { "years/\(name).html" }

  private static func numbered(_ first: String, _ others: String, _ page: Int) -> String {
    page == 1 ? "\(first).html" : "\(others)-\(page).html"
  }
}

extension String {
  /// The path as part of a URL.
  ///
  /// Only the tags of other scripts need encoding.
  var percentEncodedPath: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return (try? RelativePath(self))?.percentEncoded ?? self
  }
}
