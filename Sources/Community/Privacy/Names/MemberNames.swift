package import Diagnostics
import Markup

/// All that one member is called by, to find every text that still says it: their name, their other
/// spellings, their id and their old ids.
package struct MemberNames: Sendable {
  private let names: WithheldNames
  private let spellings: Set<String>
  private let words: Set<String>

  /// `nil` for an entry that is no member.
  package init?(_ entry: Entry, at index: EntryIndex) {
    guard case .member(let member) = entry.fields else { return nil }
    let written = ([member.name].compactMap(\.self) + member.alsoKnownAs).map(\.value)
    let own = [entry.id.name] + entry.common.aliases.map(\.value)
    // A neutral id is nobody's name, and goes on being used.
    let telling = own.filter { !EntryID.isNeutral($0) }
    let ids = telling.map { $0.split(separator: "-").map { String($0).withCapital } }
    names = WithheldNames(
      written + ids.map { $0.joined(separator: " ") }, familyName: member.familyName?.value,
      of: index, id: entry.id.name)
    spellings = Set((written + telling).map(\.foldedForNames))
    words = Set((written + telling).flatMap(foldedNameWords))
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

  /// A text with a dot in place of each letter of what they are called.
  func masked(in text: String) -> String {
    let bytes = Array(text.utf8)
    let found = names.occurrences(in: bytes, atMost: .max).map(\.range)
    guard !found.isEmpty else { return text }
    var masked = ""
    var offset = 0
    for scalar in text.unicodeScalars {
      let isName = found.contains { $0.contains(offset) }
      masked.unicodeScalars.append(isName && scalar.properties.isAlphabetic ? "•" : scalar)
      offset += String(scalar).utf8.count
    }
    return masked
  }

  /// Whether the path of a file holds one of them.
  package func areHeld(byPath path: String) -> Bool {
    path.split(separator: "/").contains { !names.names(inFileName: String($0)).isEmpty }
  }

  /// Whether an address, or other words that are no prose, hold one of them.
  package func areHeld(byAddress address: String) -> Bool {
    !names.occurrences(in: Array(address.percentDecoded.utf8), as: .address).isEmpty
  }

  /// Whether the label of a link to the member says one of them, or a part of one such as a given
  /// name.
  package func areHeld(byLabel label: String) -> Bool {
    spellings.contains(label.foldedForNames)
      || foldedNameWords(of: label).contains(where: words.contains)
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
