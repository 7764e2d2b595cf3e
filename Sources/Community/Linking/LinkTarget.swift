import Markup

/// What a link in a text leads to, once the whole site is known.
package enum LinkTarget: Hashable, Sendable {
  /// An entry, perhaps at a place in it.
  case entry(EntryIndex, at: PlaceInEntry?)
  /// The index of a kind: a link to its folder.
  case index(EntryKind)
  /// A file that is published as it is: a position in `Library.assets`.
  case asset(Int)
  /// A place in the same text.
  case here(PlaceInEntry)
  /// An address outside the site.
  case elsewhere(String)
  /// Nothing, which has been reported; the label stays as text.
  case nothing
}

/// A place in an entry that a link can lead to.
package enum PlaceInEntry: Hashable, Sendable {
  /// A heading, by its anchor as a link to it is written.
  case heading(String)
  /// A task of a meeting's notes, counted from 1.
  case action(Int)
  /// A decision of a meeting's notes, by its number.
  case decision(Int)
}

extension PlaceInEntry {
  /// As a link to it is written, after the `#`.
  package var written: String {
    switch self {
    case .heading(let anchor): anchor
    case .action(let number): "action-\(number)"
    case .decision(let number): "decision-\(number)"
    }
  }

  /// The place that a link's `#anchor` names; `nil` where the entry has none.
  init?(_ anchor: String, in entry: Entry) {
    if entry.id.kind.holdsMinutes, anchor.hasPrefix("action-"),
      let number = Int(anchor.dropFirst("action-".count)),
      (1...max(1, entry.body.tasks.count)).contains(number), !entry.body.tasks.isEmpty
    {
      self = .action(number)
    } else if entry.id.kind.holdsMinutes, anchor.hasPrefix("decision-"),
      let number = Int(anchor.dropFirst("decision-".count)),
      entry.body.decisions.contains(where: { $0.number == number })
    {
      self = .decision(number)
    } else if entry.body.titleAnchor == anchor || entry.body.anchors.contains(anchor)
      || entry.body.headings.contains(where: { $0.anchor == anchor })
    {
      self = .heading(anchor)
    } else {
      return nil
    }
  }
}

/// A link or a mention, seen from the entry that it leads to.
package struct IncomingLink: Hashable, Sendable {
  package let from: EntryIndex
  /// Where its label stands in the text of `from`.
  package let place: Range<Int32>
}
