package import Diagnostics
import Markup

/// All that one member is called by, to find every text that still says it: their name, their other
/// spellings, their id and their old ids.
package struct MemberNames: Sendable {
  private let names: WithheldNames
  private let spellings: Set<String>

  /// `nil` for an entry that is no member.
  package init?(_ entry: Entry, at index: EntryIndex) {
    guard case .member(let member) = entry.fields else { return nil }
    let written = ([member.name].compactMap(\.self) + member.alsoKnownAs).map(\.value)
    let ids = [entry.id.name] + entry.common.aliases.map(\.value)
    // A neutral id is nobody's name, and goes on being used.
    let telling = ids.filter { !EntryID.isNeutral($0) }
    names = WithheldNames(written + telling.map(\.withCapital), of: index, id: entry.id.name)
    spellings = Set((written + telling).map(\.foldedForComparison))
  }

  /// Where a text says one of them, as whole words.
  package func places(in source: SourceText) -> [SourceLocation] {
    var places: [SourceLocation] = []
    for found in names.occurrences(in: source.bytes, atMost: .max) {
      let place = source.location(of: found.range)
      // The shorter of two names that begin together is part of the longer.
      if places.last?.line != place.line || places.last?.column != place.column {
        places.append(place)
      }
    }
    return places
  }

  /// Whether the path of a file holds one of them.
  package func areHeld(byPath path: String) -> Bool {
    path.split(separator: "/").contains { !names.names(inFileName: String($0)).isEmpty }
  }

  /// Whether some words are one of them and nothing else.
  package func contains(_ words: String) -> Bool {
    spellings.contains(words.foldedForComparison)
  }
}

extension EntryID {
  /// Whether an id tells nobody who it is: `m-07`, `member-1`.
  package static func isNeutral(_ name: some StringProtocol) -> Bool {
    let parts = name.split(separator: "-")
    return parts.count == 2 && (parts[0] == "m" || parts[0] == "member")
      && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension String {
  /// One word may be an ordinary one, and is a name only with a capital.
  fileprivate var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
