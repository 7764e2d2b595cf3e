package import Diagnostics
import Files
package import Markup

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
    /// No file, though the path leads to where there could be one: within the site, this.
    case nothing(String)
  }

  private var entries: [String: EntryIndex] = [:]
  private var assets: [String: Int] = [:]
  private let unread: Set<String>
  /// Files that are never published for what their names end in.
  private let keys: Set<String>

  /// `unread` are the paths of the files that hold no readable entry.
  package init(_ library: Library, unread: Set<String>, keys: Set<String> = []) {
    for index in library.indices { entries[library[index].source] = index }
    for (position, asset) in library.assets.enumerated() {
      assets[asset.source.description] = position
    }
    self.unread = unread
    self.keys = keys
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
    return .nothing(here)
  }

  /// The entry that a file holds.
  package func entry(at path: String) -> EntryIndex? { entries[path] }

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

  /// Whether a file is there that is never published, since its name is that of a secret.
  func isKey(_ path: String) -> Bool { keys.contains(path) }

  /// The path from a file to an entry that there is, as an example: a resource before others.
  func example(for source: String) -> String? {
    let others = entries.keys.filter { $0 != source }.sorted()
    let chosen = others.first { $0.hasPrefix("content/resources/") } ?? others.first
    guard let chosen, let from = try? RelativePath(source), let to = try? RelativePath(chosen)
    else { return nil }
    return from.relativePath(to: to)
  }

  /// The file whose name is nearest, one in the folder that was meant before others: the path to
  /// write in `source`.
  func nearest(to path: String, from source: String) -> String? {
    let wanted = path.split(separator: "/")
    var byName: [String: String] = [:]
    for candidate in (Array(entries.keys) + Array(assets.keys)).sorted().reversed() {
      guard let name = candidate.split(separator: "/").last else { continue }
      let isBeside = candidate.split(separator: "/").dropLast() == wanted.dropLast()
      if byName[String(name)] == nil || isBeside { byName[String(name)] = candidate }
    }
    guard let last = wanted.last,
      let name = NearMiss.nearest(to: String(last), among: byName.keys.sorted()),
      let nearest = byName[name], let from = try? RelativePath(source),
      let to = try? RelativePath(nearest)
    else { return nil }
    return from.relativePath(to: to)
  }
}

extension RelativePath {
  /// The way from the folder that holds this file to another file, as an author writes it.
  fileprivate func relativePath(to other: RelativePath) -> String {
    let here = parts.dropLast()
    let there = other.parts
    let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: here.count - shared)
    return (up + there.dropFirst(shared)).joined(separator: "/")
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
  /// The position in `Library.assets` of the file that a field names, or the problem that there is
  /// none.
  package func asset(_ path: Located<String>, from source: String) -> Diagnosed<Int?> {
    switch find(path.value, from: source) {
    case .asset(let position): return Diagnosed(position)
    case .nothing(let place) where isKey(place):
      return Diagnosed(
        nil,
        [
          .namedLikeKey(
            path.value, "missing-file", at: SourceLocation(path: source, span: path.span))
        ])
    case .nothing(let place):
      let nearest = nearest(to: place, from: source)
      return Diagnosed(nil, [.missingFile(path, nearest, in: source)])
    default: return Diagnosed(nil, [.missingFile(path, nil, in: source)])
    }
  }
}

extension Diagnostic {
  /// A file whose name ends in `.key`, as those of secrets and of Keynote's slides do.
  static func namedLikeKey(
    _ path: String, _ id: DiagnosticID, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id, at: place,
      "'\(path.quotedInput)' is never published: a file that ends in .key can be a secret",
      hints: ["of slides made with Keynote, export a PDF or a PowerPoint file, and link to that"])
  }

  fileprivate static func missingFile(
    _ path: Located<String>, _ nearest: String?, in source: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "missing-file", at: SourceLocation(path: source, span: path.span),
      "there is no file '\(path.value.quotedInput)'",
      hints: [
        nearest.map { "did you mean '\($0)'?" }
          ?? "put it in content/assets, or in the folder of its entry beside index.md"
      ])
  }
}
