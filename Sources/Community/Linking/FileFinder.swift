import Diagnostics
import Files

/// Finds what a path written in an entry means: another entry, a file, the folder of a kind.
package struct FileFinder: Sendable {
  /// What a path leads to.
  enum Finding: Hashable {
    case entry(EntryIndex)
    /// A position in `Library.assets`.
    case asset(Int)
    case index(EntryKind)
    /// An entry that could not be read.
    case unread
    case outside
    /// No file; the nearest one's path as it should be written, if any is near.
    case nothing(nearest: String?)
  }

  private var entries: [String: EntryIndex] = [:]
  private var assets: [String: Int] = [:]
  private let unread: Set<String>

  /// `unread` are the paths of the files that hold no readable entry.
  package init(_ library: Library, unread: Set<String>) {
    for index in library.indices { entries[library[index].source] = index }
    for (position, asset) in library.assets.enumerated() {
      assets[asset.source.description] = position
    }
    self.unread = unread
  }

  /// Looks beside the file that holds the path, then in `content/assets`.
  func find(_ path: String, from source: String) -> Finding {
    let folder = source.split(separator: "/").dropLast()
    guard let here = joined(Array(folder), path) else { return .outside }
    if let found = found(at: here) { return found }
    for base in [["content"], ["content", "assets"]] {
      if let there = joined(base.map { $0[...] }, path), let position = assets[there] {
        return .asset(position)
      }
    }
    guard here.hasPrefix("content/") else { return .outside }
    return .nothing(nearest: nearest(to: here, written: path))
  }

  private func found(at path: String) -> Finding? {
    if let index = entries[path] ?? entries[path + "/index.md"] { return .entry(index) }
    if let position = assets[path] { return .asset(position) }
    if unread.contains(path) { return .unread }
    let parts = path.split(separator: "/")
    if parts.count == 2, parts[0] == "content", let kind = EntryKind(folder: parts[1]) {
      return .index(kind)
    }
    return nil
  }

  /// The file whose name is nearest: the path as written with its last part mended where it lies
  /// in that folder, else its whole path.
  private func nearest(to path: String, written: String) -> String? {
    let wanted = path.split(separator: "/")
    var byName: [String: String] = [:]
    for candidate in (Array(entries.keys) + Array(assets.keys)).sorted().reversed() {
      guard let name = candidate.split(separator: "/").last else { continue }
      let isBeside = candidate.split(separator: "/").dropLast() == wanted.dropLast()
      if byName[String(name)] == nil || isBeside { byName[String(name)] = candidate }
    }
    guard let last = wanted.last,
      let name = NearMiss.nearest(to: String(last), among: byName.keys.sorted()),
      let nearest = byName[name]
    else { return nil }
    guard nearest.split(separator: "/").dropLast() == wanted.dropLast() else { return nearest }
    let folder = written.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder + [name[...]]).joined(separator: "/")
  }
}

/// A path taken from a folder, its `.` and `..` followed; `nil` where it climbs out of the site.
private func joined(_ folder: [Substring], _ path: String) -> String? {
  var parts = path.hasPrefix("/") ? ["content"] : folder
  for part in path.split(separator: "/") {
    switch part {
    case ".": break
    case "..":
      guard !parts.isEmpty else { return nil }
      parts.removeLast()
    default: parts.append(part)
    }
  }
  return parts.joined(separator: "/")
}

extension FileFinder {
  /// The position in `Library.assets` of the file that a path means.
  package func asset(_ path: String, from source: String) -> Int? {
    if case .asset(let position) = find(path, from: source) { position } else { nil }
  }
}
