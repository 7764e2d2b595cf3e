import Community
import Files

/// An address of `routes.lock`, taken apart: an entry's page, perhaps at an action or a decision.
struct LockedRoute: Hashable {
  /// A numbered place in the notes of a meeting.
  enum Place: Hashable {
    case action(Int)
    case decision(Int)
  }

  /// The file that stands there.
  let page: String
  /// The entry whose page it is; `nil` for a whole old address.
  let id: EntryID?
  let place: Place?

  /// Reads an address such as `meetings/2026-02-12-circle.html#decision-2`; `nil` for any other.
  init?(_ address: String) {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let page = parts.first, page.hasSuffix(".html") || page.hasSuffix(".htm") else {
      return nil
    }
    let names = page.split(separator: "/", omittingEmptySubsequences: false)
    if names.count == 2, EntryKind(folder: names[0])?.isPerson == true { return nil }
    if let id = EntryID(page: page) {
      self.id = id
      self.page = String(page)
    } else {
      guard let old = try? OldPath("/\(page)") else { return nil }
      id = nil
      self.page = old.file.description
    }
    place = parts.count == 2 ? Place(parts[1]) : nil
    if parts.count == 2, place == nil { return nil }
  }

  /// The whole old address, where it is one.
  var oldPath: OldPath? {
    (try? RelativePath(page)).flatMap { try? OldPath("/\($0.percentEncoded)") }
  }
}

extension EntryID {
  /// The entry whose page has this path.
  fileprivate init?(page: Substring) {
    let names = page.dropLast(".html".count).split(separator: "/", omittingEmptySubsequences: false)
    guard page.hasSuffix(".html"), names.count <= 2, let name = names.last,
      let kind = names.count == 1 ? EntryKind.page : EntryKind(folder: names[0]),
      Slug.isValid(String(name)), names.count == 1 || !kind.declaration.standsAtTop
    else { return nil }
    self.init(kind, String(name))
  }
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
