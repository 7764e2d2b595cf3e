import Community

/// An address of `routes.lock`, taken apart: an entry's page, perhaps at an action or a decision.
struct LockedRoute: Hashable {
  /// A numbered place in the notes of a meeting.
  enum Place: Hashable {
    case action(Int)
    case decision(Int)
  }

  let id: EntryID
  let place: Place?

  /// Reads an address such as `meetings/2026-02-12-circle.html#decision-2`; `nil` for any other.
  init?(_ address: String) {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let page = parts.first, page.hasSuffix(".html") else { return nil }
    let names = page.dropLast(".html".count).split(separator: "/", omittingEmptySubsequences: false)
    let kind = names.count == 1 ? EntryKind.page : EntryKind(folder: names[0])
    guard names.count <= 2, let kind, !kind.isPerson, let name = names.last,
      Slug.isValid(String(name)), names.count == 1 || !kind.declaration.standsAtTop
    else { return nil }
    id = EntryID(kind, String(name))
    place = parts.count == 2 ? Place(parts[1]) : nil
    if parts.count == 2, place == nil { return nil }
  }

  /// The address of the page alone.
  var page: String { Addresses.path(of: id) }
}

extension LockedRoute.Place {
  fileprivate init?(_ anchor: Substring) {
    let parts = anchor.split(separator: "-")
    guard parts.count == 2, let number = Int(parts[1]), number > 0 else { return nil }
    switch parts[0] {
    case "action": self = .action(number)
    case "decision": self = .decision(number)
    default: return nil
    }
  }
}
