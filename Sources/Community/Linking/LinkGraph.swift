package import Diagnostics
import Files
import Markup

/// Where the links, mentions and images of one text lead.
package struct BodyLinks: Sendable {
  /// In the order of `Body.links`.
  package let targets: [LinkTarget]
  /// In the order of `Body.mentions`; `nil` for one that nobody is called by.
  package let mentioned: [EntryIndex?]
  /// In the order of `Body.images`: positions in `Library.assets`.
  package let images: [Int?]
}

/// Where every link, mention and image of every text leads, and what leads to each entry.
package struct LinkGraph: Sendable {
  /// By entry.
  package private(set) var bodies: [BodyLinks] = []
  /// Those of the words on how to join.
  package private(set) var join: BodyLinks?
  /// By entry, in the order of the entries that link.
  package private(set) var incoming: [[IncomingLink]]
  package private(set) var diagnostics: [Diagnostic] = []

  /// Follows the links of one entry, alone.
  package static func follow(
    _ index: EntryIndex, in library: Library, files: FileFinder
  ) -> Diagnosed<BodyLinks> {
    var follower = LinkFollower(library: library, files: files)
    let links = follower.followAll(of: library[index])
    return Diagnosed(links, follower.diagnostics)
  }

  /// Brings together what was followed of every entry, in the order of the library.
  package init(_ library: Library, files: FileFinder, _ followed: [Diagnosed<BodyLinks>]) {
    incoming = Array(repeating: [], count: library.entries.count)
    for (index, links) in zip(library.indices, followed) {
      note(links.value, of: library[index], at: index)
      bodies.append(links.value)
      diagnostics += links.diagnostics
    }
    var follower = LinkFollower(library: library, files: files)
    join = library.join.map { follower.followAll(of: $0) }
    diagnostics += follower.diagnostics
  }

  private mutating func note(_ links: BodyLinks, of entry: Entry, at index: EntryIndex) {
    for (link, target) in zip(entry.body.links, links.targets) {
      guard case .entry(let found, _) = target, found != index else { continue }
      incoming[found.position].append(IncomingLink(from: index, place: link.label))
    }
    for (mention, found) in zip(entry.body.mentions, links.mentioned) {
      guard let found, found != index else { continue }
      incoming[found.position].append(IncomingLink(from: index, place: mention.place))
    }
  }
}

/// Follows links one by one, and keeps what is wrong with them.
private struct LinkFollower {
  let library: Library
  let files: FileFinder
  var diagnostics: [Diagnostic] = []
  private var hints = HintAllowance()

  init(library: Library, files: FileFinder) {
    self.library = library
    self.files = files
  }

  mutating func followAll(of entry: Entry) -> BodyLinks {
    BodyLinks(
      targets: entry.body.links.map { follow($0, from: entry) },
      mentioned: entry.body.mentions.map { find($0, from: entry) },
      images: entry.body.images.map { find($0, from: entry) })
  }

  private mutating func follow(_ link: Body.Link, from entry: Entry) -> LinkTarget {
    switch link.destination {
    case .elsewhere(let address):
      if address.hasPrefix("/") || address.hasPrefix("?") {
        diagnostics.append(rooted(address, at: entry.location(link.span)))
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

  /// An address as other generators have it, from the top of the server: where the site stands
  /// there is not known.
  private mutating func rooted(_ address: String, at place: SourceLocation) -> Diagnostic {
    let name = address.split(whereSeparator: { "/?#".contains($0) }).last.map(String.init) ?? ""
    let hint = hints.next { library.names.hint(for: name, kind: nil) }
    return .rootedLink(address, hint: hint, at: place)
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
      diagnostics.append(.linkLeavesContent(path, at: entry.location(link.span)))
    case .nothing(let place):
      let nearest = hints.next { files.nearest(to: place, from: entry.source) }
      diagnostics.append(.brokenLink(path, nearest: nearest, at: entry.location(link.span)))
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
      diagnostics.append(
        .ambiguousLink(
          name, candidates: library.names.list(candidates), at: entry.location(link.span)))
    case .none:
      diagnostics.append(
        .unknownLink(
          name, hint: hints.next { library.names.hint(for: name, kind: nil) },
          at: entry.location(link.span)))
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
    diagnostics.append(
      .unknownAnchor(
        anchor, in: target.id, what: items.what,
        others: items.anchors ?? target.body.headings.map(\.anchor),
        at: entry.location(link.span)))
    return nil
  }

  private mutating func find(_ mention: Body.Mention, from entry: Entry) -> EntryIndex? {
    let place = entry.location(mention.span)
    switch library.names.mention(mention.name) {
    case .one(let found): return found
    case .unread: return nil
    case .several(let candidates):
      diagnostics.append(
        .ambiguousMention(mention.name, candidates: library.names.list(candidates), at: place))
    case .none:
      diagnostics.append(
        .unknownMention(
          mention.name,
          hint: hints.next { library.names.hint(for: mention.name, kind: .member) }, at: place))
    }
    return nil
  }

  private mutating func find(_ image: Body.Image, from entry: Entry) -> Int? {
    let found = files.find(image.path, from: entry.source)
    if case .asset(let position) = found { return position }
    var nearest: String?
    if case .nothing(let place) = found {
      nearest = hints.next { files.nearest(to: place, from: entry.source) }
    }
    diagnostics.append(.missingImage(image.path, nearest: nearest, at: entry.location(image.span)))
    return nil
  }
}

extension Entry {
  /// The actions or decisions of a meeting that an anchor must mean, to list in a message.
  fileprivate func itemsOfNotes(like anchor: String) -> (what: String, anchors: [String]?) {
    guard id.kind == .meeting else { return ("heading", nil) }
    if anchor.hasPrefix("action-") {
      return ("action", minutes.actions.map { "action-\($0.number)" })
    }
    if anchor.hasPrefix("decision-") {
      return ("decision", minutes.decisions.map { "decision-\($0.number)" })
    }
    return ("heading", nil)
  }
}

extension Diagnostic {
  fileprivate static func brokenLink(
    _ path: String, nearest: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "broken-link", at: place, "'\(path.quotedInput)' leads to no file",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "a link is the path from this file to the other, for example ../resources/rubric.md"
      ])
  }

  fileprivate static func rootedLink(
    _ address: String, hint: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "broken-link", at: place,
      "'\(address.quotedInput)' begins at the top of a server, and the site can stand anywhere",
      hints: [hint ?? "link to the file, for example ../pages/about.md"])
  }

  fileprivate static func linkLeavesContent(_ path: String, at place: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      .error, "broken-link", at: place, "'\(path.quotedInput)' leads outside of content",
      hints: ["put the file in content/assets and link to it there"])
  }

  fileprivate static func unknownLink(
    _ name: String, hint: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-link", at: place, "nothing is called '\(name.quotedInput)'",
      hints: [hint ?? "write the id of an entry, a file's name without .md"])
  }

  fileprivate static func ambiguousLink(
    _ name: String, candidates: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "ambiguous-link", at: place, "'\(name.quotedInput)' could be \(candidates)",
      hints: ["write the one that is meant, with its folder"])
  }

  fileprivate static func unknownAnchor(
    _ anchor: String, in id: EntryID, what: String, others anchors: [String],
    at place: SourceLocation
  ) -> Diagnostic {
    let nearest = what == "heading" ? NearMiss.nearest(to: anchor, among: anchors) : nil
    let hint =
      nearest.map { "did you mean '#\($0)'?" }
      ?? (anchors.isEmpty
        ? "it has no \(what)s"
        : "it has \(anchors.prefix(8).map { "#\($0)" }.joined(separator: ", "))")
    return Diagnostic(
      .error, "unknown-anchor", at: place, "'\(id)' has no \(what) '#\(anchor.quotedInput)'",
      hints: [hint])
  }

  fileprivate static func unknownMention(
    _ name: String, hint: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .warning, "unknown-mention", at: place, "no member is called '@\(name.quotedInput)'",
      hints: [hint ?? "write \\@ where no member is meant"])
  }

  fileprivate static func ambiguousMention(
    _ name: String, candidates: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, "ambiguous-mention", at: place,
      "'@\(name.quotedInput)' could be \(candidates)", hints: ["write the whole id"])
  }

  fileprivate static func missingImage(
    _ path: String, nearest: String?, at place: SourceLocation
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "missing-image", at: place, "there is no picture '\(path.quotedInput)'",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "put it in content/assets, and write the path from this file to it"
      ])
  }
}
