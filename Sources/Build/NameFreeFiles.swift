import Community
import Files

/// The entries in which no withheld name stood when they were looked through, so that only those
/// that changed since need be looked through again.
///
/// One in which there were some is looked through each time: what is told of a field depends on whom
/// its references mean.
package struct NameFreeFiles: Sendable {
  /// All files of the site as they were then, without those too young for their stamps to tell.
  let stamps: [RelativePath: FileStamp]
  /// The paths of entries in which there were names.
  let named: Set<String>
}

extension NameFreeFiles {
  /// Whether no name stands in an entry; `nil` where other names may be withheld by now.
  func stillFree(in files: SiteFiles) -> (@Sendable (Entry) -> Bool)? {
    guard let now = files.stamps, now.deciding == stamps.deciding else { return nil }
    return { entry in
      guard let path = try? RelativePath(entry.source), let stamp = now[path] else { return false }
      return stamps[path] == stamp && !named.contains(entry.source)
    }
  }
}

extension [RelativePath: FileStamp] {
  /// The files that decide which names are withheld: those of members, and all that are no entries,
  /// settings among them.
  fileprivate var deciding: [RelativePath: FileStamp] {
    let members = RelativePath(fixed: "content/members")
    return filter { !$0.key.name.hasSuffix(".md") || $0.key.isInside(members) }
  }
}
