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

/// Where the links of one entry lead, and what is wrong with them.
package struct FollowedLinks: Sendable {
  package let links: BodyLinks
  let problems: [LinkProblem]
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
    return FollowedLinks(links: links, problems: follower.problems)
  }

  /// Brings together what was followed of every entry, in the order of the library.
  package init(_ library: Library, files: FileFinder, _ followed: [FollowedLinks]) {
    incoming = Array(repeating: [], count: library.entries.count)
    var problems: [LinkProblem] = []
    for (index, followed) in zip(library.indices, followed) {
      note(followed.links, of: library[index], at: index)
      bodies.append(followed.links)
      problems += followed.problems
    }
    var follower = LinkFollower(library: library, files: files)
    join = library.join.map { follower.followAll(of: $0) }
    problems += follower.problems
    var hints = HintAllowance()
    diagnostics = problems.map { $0.told(library, files, &hints) }
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
