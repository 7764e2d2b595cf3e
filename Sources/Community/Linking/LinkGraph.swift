package import Diagnostics
import Files
import Markup

/// Where the links, mentions and images of one text lead.
package struct BodyLinks: Sendable {
  /// In the order of `Body.links`.
  package let targets: [LinkTarget]
  /// In the order of `Body.mentions`; `nil` for one that is no single member's.
  package let mentioned: [EntryIndex?]
  /// In the order of `Body.images`: positions in `Library.assets`.
  package let images: [Int?]
  /// In the order of `Body.mentions`: whether it means no member, and stays the text that it is.
  package fileprivate(set) var staysText: [Bool]

  init(targets: [LinkTarget], mentioned: [EntryIndex?], images: [Int?]) {
    self.targets = targets
    self.mentioned = mentioned
    self.images = images
    staysText = mentioned.map { _ in false }
  }
}

/// Where the links of one entry lead, and what is wrong with them.
package struct FollowedLinks: Sendable {
  fileprivate(set) var links: BodyLinks
  let problems: [LinkProblem]
  /// The mentions that no member is called by: positions in `Body.mentions`.
  let unknownMentions: [Int]
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
  ) -> FollowedLinks {
    var follower = LinkFollower(library: library, files: files)
    let links = follower.followAll(of: library[index])
    return FollowedLinks(
      links: links, problems: follower.problems, unknownMentions: follower.unknownMentions)
  }

  /// Brings together what was followed of every entry, in the order of the library.
  package init(_ library: Library, files: FileFinder, _ followed: [FollowedLinks]) {
    incoming = Array(repeating: [], count: library.entries.count)
    var problems: [LinkProblem] = []
    var unknown = UnknownMentions(library)
    for (index, followed) in zip(library.indices, followed) {
      note(followed.links, of: library[index], at: index)
      bodies.append(settled(followed, of: library[index], &unknown))
      problems += followed.problems
    }
    if let entry = library.join {
      var follower = LinkFollower(library: library, files: files)
      let links = follower.followAll(of: entry)
      join = settled(
        FollowedLinks(
          links: links, problems: [], unknownMentions: follower.unknownMentions),
        of: entry, &unknown)
      problems += follower.problems
    }
    var hints = HintAllowance()
    diagnostics += problems.map { $0.told(library, files, &hints) }
  }

  /// Tells the mentions that stay text from those that may mean somebody who is not to be named.
  private mutating func settled(
    _ followed: FollowedLinks, of entry: Entry, _ unknown: inout UnknownMentions
  ) -> BodyLinks {
    var links = followed.links
    for position in followed.unknownMentions {
      let mention = entry.body.mentions[position]
      let reading = unknown.read(mention.name)
      links.staysText[position] = !reading.mayMeanWithheld
      if let hint = reading.hint {
        diagnostics.append(
          .unknownMention(mention.name, hint: hint, at: entry.location(mention.span)))
      }
    }
    return links
  }

  private mutating func note(_ links: BodyLinks, of entry: Entry, at index: EntryIndex) {
    for (found, place) in links.places(in: entry.body) where found != index {
      incoming[found.position].append(IncomingLink(from: index, place: place))
    }
  }
}

extension LinkGraph {
  /// The same for a library in which some entries have another body with the surface of the former:
  /// its links lead where they led, and stand elsewhere.
  package func exchanging(_ changed: [EntryIndex], in library: Library) -> LinkGraph {
    var graph = self
    for index in changed { graph.move(linksOf: library[index], at: index) }
    return graph
  }

  private mutating func move(linksOf entry: Entry, at index: EntryIndex) {
    var places: [EntryIndex: [IncomingLink]] = [:]
    for (found, place) in bodies[index.position].places(in: entry.body) where found != index {
      places[found, default: []].append(IncomingLink(from: index, place: place))
    }
    for (found, links) in places {
      // Those of one entry stand together.
      let old = incoming[found.position].indices.filter {
        incoming[found.position][$0].from == index
      }
      guard let first = old.first, let last = old.last else { continue }
      incoming[found.position].replaceSubrange(first...last, with: links)
    }
  }
}

extension BodyLinks {
  /// The entries that a body links to or mentions, each with where it does.
  fileprivate func places(in body: Body) -> [(EntryIndex, ProseRange)] {
    let linked = zip(body.links, targets).compactMap { link, target in
      if case .entry(let found, _) = target { (found, link.label) } else { nil }
    }
    return linked
      + zip(body.mentions, mentioned).compactMap { mention, found in
        found.map { ($0, mention.place) }
      }
  }
}
