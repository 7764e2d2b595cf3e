import Files
import Markup

/// Lists outside of the settings that say which pages of a folder of Markdown are published: a table
/// of contents, a file of patterns, a setting in a program's text.
struct ContentLists: Sendable {
  /// The pages of a table of contents that names all, without their endings.
  private(set) var pages: Set<String>?
  private(set) var excluded: [PathPattern] = []

  init() {}

  init(_ tree: some FileTree, _ items: [FileItem], _ settings: OldSettings) {
    for item in items where item.kind == .file {
      switch item.path.name {
      case "SUMMARY.md" where item.path.parts.count <= 2:
        addContents(item.path, Self.text(tree, item.path))
      case ".eleventyignore" where item.path.parts.count == 1:
        excluded += .lines(Self.text(tree, item.path))
      case "conf.py" where item.path.parts.count <= 3:
        add(item.path, strings(of: "exclude_patterns", in: Self.text(tree, item.path)))
      case "config.js", "config.ts", "config.mts", "config.mjs":
        guard item.path.parts.dropLast().last == ".vitepress", let folder = item.path.parent else {
          continue
        }
        add(folder, strings(of: "srcExclude", in: Self.text(tree, item.path)))
      default: continue
      }
    }
    if settings["only_build_toc_files"]?.isTrue == true { addToc(settings) }
  }

  private static func text(_ tree: some FileTree, _ path: RelativePath) -> String {
    guard let bytes = try? tree.bytes(of: path, atMost: ImportLimits.entry) else { return "" }
    return ForeignText(bytes)?.text ?? ""
  }

  private mutating func add(_ settings: RelativePath, _ patterns: [String]) {
    let folder = settings.parent.map { "/\($0)/" } ?? "/"
    excluded += patterns.compactMap { PathPattern($0.hasPrefix("**/") ? $0 : folder + $0) }
  }

  /// GitBook and mdBook publish what their summary names, and the page beside it.
  private mutating func addContents(_ path: RelativePath, _ text: String) {
    let folder = path.parent.map { "\($0)/" } ?? ""
    var named: Set<String> = ["\(folder)README", "\(folder)SUMMARY"]
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: UInt8(ascii: ")")) else { break }
      let target = (String(rest[..<close]) ?? "").percentDecoded.prefix { $0 != "#" }
      rest = rest[close...]
      if let page = try? RelativePath(
        folder + (target.hasPrefix("./") ? target.dropFirst(2) : target))
      {
        named.insert(page.withoutExtension)
      }
    }
    // A list that names nothing is none.
    guard named.count > 2 else { return }
    pages = (pages ?? []).union(named)
  }

  /// A table of contents of Jupyter Book's.
  private mutating func addToc(_ settings: OldSettings) {
    var named: Set<String> = []
    func walk(_ value: FieldValue) {
      switch value.content {
      case .list(let items): for item in items { walk(item) }
      case .map(let map):
        for field in map.fields {
          if ["file", "root"].contains(field.key), let path = field.value.text {
            named.insert((try? RelativePath(path)).map(\.tocName) ?? path)
          } else {
            walk(field.value)
          }
        }
      case .text, .empty: break
      }
    }
    for key in ["root", "chapters", "parts", "sections"] {
      if let value = settings[key] {
        if key == "root", let path = value.text { named.insert(path) } else { walk(value) }
      }
    }
    if !named.isEmpty { pages = named }
  }
}

extension RelativePath {
  /// As a table of contents names it: with an ending or without.
  fileprivate var tocName: String {
    ["md", "ipynb", "rst"].contains(fileExtension) ? withoutExtension : description
  }
}

/// The quoted words of a list in a program's text: `exclude_patterns = ["a", 'b']`.
private func strings(of name: String, in text: String) -> [String] {
  let bytes = Array(text.utf8)
  let wanted = Array(name.utf8)
  guard bytes.count > wanted.count else { return [] }
  var index = 0
  while index + wanted.count < bytes.count {
    if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { break }
    index += 1
  }
  guard index + wanted.count < bytes.count else { return [] }
  var found: [String] = []
  var quote: (mark: UInt8, start: Int)?
  var isOpen = false
  for index in (index + wanted.count)..<bytes.count {
    let byte = bytes[index]
    if let open = quote {
      guard byte == open.mark else { continue }
      found.append(String(decoding: bytes[open.start..<index], as: UTF8.self))
      quote = nil
    } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      if isOpen { quote = (byte, index + 1) }
    } else if byte == UInt8(ascii: "[") {
      isOpen = true
    } else if byte == UInt8(ascii: "]") {
      break
    }
  }
  return found
}
