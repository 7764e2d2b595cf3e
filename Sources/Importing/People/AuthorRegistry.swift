import Files
import Markup

/// The authors whom data files of the old site list by their handles: `_data/authors.yml`,
/// `.authors.yml`, `data/authors/ada.toml`.
struct AuthorRegistry: Hashable, Sendable {
  /// Names by handle, in small letters.
  private(set) var names: [String: String] = [:]
  /// The files that were read.
  private(set) var files: Set<RelativePath> = []
}

extension AuthorRegistry {
  init(_ tree: some FileTree, _ items: [FileItem]) {
    for item in items where item.kind == .file && item.path.listsAuthors {
      guard let map = Self.read(tree, item.path) else { continue }
      files.insert(item.path)
      if item.path.isOneAuthor {
        add(handle: item.path.stem, map)
      } else {
        add(all: map)
      }
    }
  }

  private static func read(_ tree: some FileTree, _ path: RelativePath) -> FieldMap? {
    guard let bytes = try? tree.bytes(of: path, atMost: ImportLimits.entry),
      let text = ForeignText(bytes)?.text
    else { return nil }
    let isTOML = path.fileExtension.lowercased() == "toml"
    // A list at the top is no map: it is read below a key.
    let isList = text.trimmed.hasPrefix("-") || text.trimmed.hasPrefix("[")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let below = "authors:\n" + lines.map { $0 == "---" ? "" : "  \($0)" }.joined(separator: "\n")
    let matter: ForeignMatter = isTOML ? .toml(text) : .yaml(isList ? below : text)
    return (try? matter.read(path.description))?.0
  }

  private mutating func add(all map: FieldMap) {
    for field in map.fields {
      switch field.value.content {
      // MkDocs has all authors below `authors`.
      case .map(let inner) where field.key == "authors" && inner["name"] == nil: add(all: inner)
      case .map(let inner): add(handle: field.key, inner)
      case .list(let items):
        for case .map(let inner) in items.map(\.content) { add(handle: nil, inner) }
      // `ada: Ada Okafor`
      case .text where NameSense(field.value.text ?? "").sort != .nobody:
        names[field.key.lowercased()] = field.value.text
      case .text, .empty: break
      }
    }
  }

  private mutating func add(handle: String?, _ map: FieldMap) {
    guard let person = map.asPerson else { return }
    for handle in [handle, person.handle].compactMap(\.self) {
      names[handle.lowercased()] = person.name
    }
    names[person.name.lowercased()] = person.name
  }
}

extension RelativePath {
  fileprivate var listsAuthors: Bool {
    guard ["yml", "yaml", "toml", "json"].contains(fileExtension.lowercased()) else { return false }
    let isNamed = ["authors", ".authors", "author", "contributors"].contains(stem.lowercased())
    return isNamed && parts.count <= 4 || isOneAuthor
  }

  /// A file that holds one author, in a folder of them.
  fileprivate var isOneAuthor: Bool {
    let parts = parts
    return parts.count == 3 && ["data", "_data"].contains(parts[0])
      && ["authors", "author", "contributors"].contains(parts[1])
      && ["yml", "yaml", "toml", "json"].contains(fileExtension.lowercased())
  }
}
