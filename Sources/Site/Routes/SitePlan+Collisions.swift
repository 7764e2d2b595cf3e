import Community
import Diagnostics
import Files

extension SitePlan {
  /// Reports pages that cannot stand beside each other.
  ///
  /// Two are at one address, at addresses that some file systems take for one, or one is a file
  /// where the other needs a folder.
  func collisions() -> [Diagnostic] {
    var taken: [CollisionKey: RoutedPage] = [:]
    var problems: [Diagnostic] = []
    for page in pages {
      guard let key = collisionKey(page.path) else {
        problems.append(.badAddress(page, handbook))
        continue
      }
      if let other = taken[key] {
        problems.append(.collision(page, other, handbook))
      } else {
        taken[key] = page
      }
    }
    // Thousands of pages lie in one folder: what has its address is looked up once.
    var rivals: [Substring: [RoutedPage]] = [:]
    for page in pages {
      let folder = page.folder
      let found = rivals[folder] ?? foldersFrom(folder).compactMap { taken[$0] }
      rivals[folder] = found
      problems += found.map { .collision(page, $0, handbook) }
    }
    return problems
  }
}

/// What a path is compared by; `nil` for one that no file may have.
private func collisionKey(_ path: String) -> CollisionKey? {
  (try? RelativePath(path))?.collisionKey
}

/// A folder and those above it, the outermost first.
private func foldersFrom(_ folder: Substring) -> [CollisionKey] {
  let parts = folder.split(separator: "/")
  return parts.indices.compactMap { collisionKey(parts[...$0].joined(separator: "/")) }
}

extension RoutedPage {
  /// The path of the folder that holds it; empty at the top.
  fileprivate var folder: Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
  }
}

extension Handbook {
  /// The file that a route is made from, to name it in a message; `nil` for the site's own pages.
  fileprivate func source(of page: RoutedPage) -> String? {
    switch page.route {
    case .entry(let index), .redirect(_, let index), .moved(_, let index),
      .calendar(.meeting(let index)),
      .atomFeed(.goal(let index)):
      entry(index)?.source
    case .asset(let position), .pictureCopy(let position, _):
      assets[position]?.source.description
    case .tag(let id, _), .atomFeed(.tag(let id)):
      entries.first { $0.tags.contains { $0.id == id } }?.source
    default: nil
    }
  }
}

extension RoutedPage {
  /// The id of the tag that the page is of, if it is of one.
  fileprivate var tag: String? { if case .tag(let id, _) = route { id } else { nil } }

  /// What has the address, as the beginning of a message about its file.
  fileprivate var claim: String {
    switch route {
    case .redirect, .moved: "its old address '\(path.quotedInput)'"
    case .tag(let id, _): "the address '\(path.quotedInput)' of its tag '\(id.quotedInput)'"
    default: "its address '\(path.quotedInput)'"
    }
  }
}

extension Diagnostic {
  fileprivate static func badAddress(_ page: RoutedPage, _ handbook: Handbook) -> Diagnostic {
    Diagnostic(
      .error, "bad-address", at: handbook.source(of: page).map { SourceLocation(path: $0) },
      "no file can have the address '\(page.path.quotedInput)'",
      hints: ["write a shorter name, of letters, digits and hyphens"])
  }

  fileprivate static func collision(
    _ page: RoutedPage, _ other: RoutedPage, _ handbook: Handbook
  ) -> Diagnostic {
    let isOurs = handbook.source(of: page) != nil
    let (claimant, rival) = isOurs ? (page, other) : (other, page)
    let rivalName = rival.tag.map { "the tag '\($0.quotedInput)'" } ?? handbook.source(of: rival)
    return Diagnostic(
      .error, "address-collision",
      at: handbook.source(of: claimant).map { SourceLocation(path: $0) },
      "\(claimant.claim) is also that of \(rivalName ?? "a page that the site makes itself")",
      because: difference(of: rival.path, from: claimant.path),
      hints: [rivalName == nil ? "give it another name" : "rename one of the two"])
  }
}

/// Why two addresses that are not one by their bytes cannot both stand.
private func difference(of path: String, from other: String) -> String? {
  if path.utf8.elementsEqual(other.utf8) { return nil }
  // String takes for equal what is canonically equivalent (Unicode, UAX #15).
  if path == other { return "They look alike: one writes a letter and its accent apart." }
  return "'\(path.quotedInput)' differs, but not on every computer."
}
