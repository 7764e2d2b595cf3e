import Files
import Markup

/// Which folders Jekyll publishes.
enum JekyllFolders {
  /// Why a file was not published for the folders that it lies in, or for its name.
  static func reason(_ path: RelativePath, _ settings: OldSettings) -> HidingReason? {
    let included = Set((settings["include"]?.texts ?? []).map(\.trimmedSlashes))
    for (depth, part) in path.parts.enumerated() where part.first.map("_#~.".contains) == true {
      let below = path.parts[...depth].joined(separator: "/")
      if included.contains(part) || included.contains(below) { continue }
      let isFolder = depth < path.parts.count - 1
      if isFolder, part == "_posts" { continue }
      if isFolder, part == "_drafts" {
        return settings.isTrue("show_drafts") ? nil : "it lies among the drafts"
      }
      if isFolder, part.hasPrefix("_"), let output = settings.isWritten(String(part.dropFirst())),
        depth == 0 || depth == settings.collectionsDepth
      {
        guard output else { return "the settings make no pages of its folder" }
        continue
      }
      return isFolder
        ? "its folder begins with \(part.prefix(1)) and is no collection"
        : "its name begins with \(part.prefix(1))"
    }
    return nil
  }
}

extension OldSettings {
  /// Whether Jekyll makes pages of a collection; `nil` for what is no collection.
  fileprivate func isWritten(_ name: String) -> Bool? {
    switch self["collections"]?.content {
    case .map(let map):
      guard let own = map[name] else { return nil }
      guard case .map(let facts) = own.value.content else { return false }
      return facts["output"]?.value.isTrue ?? false
    case .list(let items): return items.contains { $0.text == name } ? false : nil
    case .text, .empty, nil: return nil
    }
  }

  /// How deep the folders of collections lie.
  fileprivate var collectionsDepth: Int {
    self["collections_dir"]?.text?.trimmedSlashes.split(separator: "/").count ?? 0
  }

  /// What Jekyll calls a page by, other than its own fields.
  func jekyllType(of path: RelativePath) -> String {
    let folder = path.parts.dropLast().last { $0.hasPrefix("_") }
    switch folder {
    case "_posts": return "posts"
    case "_drafts": return "drafts"
    case let folder?: return String(folder.dropFirst())
    case nil: return "pages"
    }
  }
}

/// The values that Jekyll's settings give to pages by their folder and type.
enum JekyllDefaults {
  /// The values that reach a page, those of the longest path first.
  static func values(for path: RelativePath, _ settings: OldSettings) -> [FieldMap] {
    guard case .list(let items)? = settings["defaults"]?.content else { return [] }
    let type = settings.jekyllType(of: path)
    var found: [(length: Int, values: FieldMap)] = []
    for case .map(let item) in items.map(\.content) {
      guard case .map(let values)? = item["values"]?.value.content else { continue }
      var scope = FieldMap()
      if case .map(let map)? = item["scope"]?.value.content { scope = map }
      let folder = scope["path"]?.value.text?.trimmedSlashes ?? ""
      let wanted = scope["type"]?.value.text
      guard wanted == nil || wanted == type || wanted == String(type.dropLast()) else { continue }
      guard folder.isEmpty || PathPattern("/\(folder)")?.matches(path.parts) == true else {
        continue
      }
      found.append((folder.utf8.count * 2 + (wanted == nil ? 0 : 1), values))
    }
    return found.sorted { $0.length > $1.length }.map(\.values)
  }
}
