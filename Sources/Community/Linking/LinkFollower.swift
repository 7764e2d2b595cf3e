import Diagnostics
import Files
import Markup

/// Follows links one by one, and keeps what is wrong with them.
struct LinkFollower {
  let library: Library
  let files: FileFinder
  private(set) var problems: [LinkProblem] = []
  /// The mentions that no member is called by: positions in `Body.mentions`.
  private(set) var unknownMentions: [Int] = []

  init(library: Library, files: FileFinder) {
    self.library = library
    self.files = files
  }

  mutating func followAll(of entry: Entry) -> BodyLinks {
    BodyLinks(
      targets: entry.body.links.map { follow($0, from: entry) },
      mentioned: entry.body.mentions.indices.map { find(mention: $0, from: entry) },
      images: entry.body.images.map { find($0, from: entry) })
  }

  private mutating func follow(_ link: Body.Link, from entry: Entry) -> LinkTarget {
    switch link.destination {
    case .elsewhere(let address):
      if address.hasPrefix("/") || address.hasPrefix("?") {
        problems.append(.rooted(address, at: entry.location(link.span)))
      }
      return .elsewhere(address)
    case .heading(let anchor):
      return place(anchor, in: entry, link, from: entry).map(LinkTarget.here) ?? .nothing
    case .path(let path, let anchor):
      return followPath(path, anchor, link, from: entry)
    case .name(let name, let anchor):
      return followName(name, anchor, link, from: entry)
    }
  }

  private mutating func followPath(
    _ path: String, _ anchor: String?, _ link: Body.Link, from entry: Entry
  ) -> LinkTarget {
    switch files.find(path, from: entry.source) {
    case .entry(let found): return landing(on: found, anchor, link, from: entry)
    case .asset(let position): return .asset(position)
    case .index(let kind): return .index(kind)
    case .unread: return .nothing
    case .outside:
      problems.append(LinkProblem(.linkLeavesContent(path, at: entry.location(link.span))))
    case .nothing(let missing) where files.isKey(missing):
      problems.append(
        LinkProblem(.namedLikeKey(path, "broken-link", at: entry.location(link.span))))
    case .nothing(let missing):
      problems.append(
        .broken(path, missing: missing, in: entry.source, at: entry.location(link.span)))
    }
    return .nothing
  }

  private mutating func followName(
    _ name: String, _ anchor: String?, _ link: Body.Link, from entry: Entry
  ) -> LinkTarget {
    switch library.names.link(name) {
    case .one(let found): return landing(on: found, anchor, link, from: entry)
    case .unread: return .nothing
    case .several(let candidates):
      problems.append(
        LinkProblem(
          .ambiguousLink(
            name, candidates: library.names.list(candidates), at: entry.location(link.span))))
    case .none: problems.append(.unknown(name, at: entry.location(link.span)))
    }
    return .nothing
  }

  private mutating func landing(
    on found: EntryIndex, _ anchor: String?, _ link: Body.Link, from entry: Entry
  ) -> LinkTarget {
    // The title stands at the top of the page, where the page's own address leads.
    guard let anchor, library[found].body.titleAnchor != anchor else {
      return .entry(found, at: nil)
    }
    return .entry(found, at: place(anchor, in: library[found], link, from: entry))
  }

  private mutating func place(
    _ anchor: String, in target: Entry, _ link: Body.Link, from entry: Entry
  ) -> PlaceInEntry? {
    if let place = PlaceInEntry(anchor, in: target) { return place }
    let items = target.itemsOfNotes(like: anchor)
    problems.append(
      LinkProblem(
        .unknownAnchor(
          anchor, in: target.id, what: items.what,
          others: items.anchors ?? target.body.headings.map(\.anchor),
          at: entry.location(link.span))))
    return nil
  }

  private mutating func find(mention position: Int, from entry: Entry) -> EntryIndex? {
    let mention = entry.body.mentions[position]
    switch library.names.mention(mention.name) {
    case .one(let found): return found
    case .unread: return nil
    case .several(let candidates):
      problems.append(
        LinkProblem(
          .ambiguousMention(
            mention.name, candidates: library.names.list(candidates),
            at: entry.location(mention.span))))
    case .none: unknownMentions.append(position)
    }
    return nil
  }

  private mutating func find(_ image: Body.Image, from entry: Entry) -> Int? {
    let found = files.find(image.path, from: entry.source)
    if case .asset(let position) = found { return position }
    let missing: String? = if case .nothing(let place) = found { place } else { nil }
    problems.append(
      .noPicture(image.path, missing: missing, in: entry.source, at: entry.location(image.span)))
    return nil
  }
}

extension Entry {
  /// The actions or decisions of a meeting that an anchor must mean, to list in a message.
  fileprivate func itemsOfNotes(like anchor: String) -> (what: String, anchors: [String]?) {
    guard id.kind.holdsMinutes else { return ("heading", nil) }
    if anchor.hasPrefix("action-") {
      return ("action", minutes.actions.map { "action-\($0.number)" })
    }
    if anchor.hasPrefix("decision-") {
      return ("decision", minutes.decisions.map { "decision-\($0.number)" })
    }
    return ("heading", nil)
  }
}
