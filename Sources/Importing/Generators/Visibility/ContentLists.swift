import Files
import Markup

/// Lists outside of the settings that say which pages of a folder of Markdown are published: a table
/// of contents, a file of patterns, a setting in a program's text, a file of fields for a folder.
///
/// They are read where they lie, with the paths that they mean, wherever their pages were moved to.
struct ContentLists: Sendable {
  /// The pages of a table of contents that names all, without their endings.
  private var pages: Set<String>?
  private var excluded: [PathPattern] = []
  /// Where a page lies that was moved.
  private var origins: [RelativePath: RelativePath] = [:]

  init() {}

  init(_ tree: some FileTree, _ settings: OldSettings) {
    if let origin = tree.origin {
      origins = origin.places
      read(origin.tree)
    } else {
      read(tree)
    }
    if settings["only_build_toc_files"]?.isTrue == true { addToc(settings) }
  }

  /// Why a file was not published; `nil` where no list leaves it out.
  func reason(_ file: RelativePath) -> HidingReason? {
    excluded.leavesOut((origins[file] ?? file).parts) ? "the settings leave it out" : nil
  }

  /// Whether there is a table of contents, and it does not name a page.
  func leavesOut(_ page: RelativePath) -> Bool {
    pages.map { !$0.contains((origins[page] ?? page).withoutExtension) } ?? false
  }

  private mutating func read(_ tree: some FileTree) {
    let items = (try? tree.listing(below: nil).items.filter { $0.kind == .file }) ?? []
    let isOfEleventy =
      items.contains { $0.path.name.hasPrefix("eleventy.config.") }
      || items.contains { $0.path.name.hasPrefix(".eleventy.") }
    for path in items.map(\.path) where !path.parts.contains("node_modules") {
      let folder = path.parent.map { "/\($0)" } ?? ""
      switch path.name {
      case "SUMMARY.md": addContents(path, Self.text(tree, path))
      case ".eleventyignore":
        excluded += Self.text(tree, path).split(whereSeparator: \.isNewline)
          .compactMap { PathPattern(String($0).below(folder)) }
      case "conf.py":
        add(folder, strings(of: "exclude_patterns", in: Self.text(tree, path)))
      case "config.js", "config.ts", "config.mts", "config.mjs":
        guard path.parts.dropLast().last == ".vitepress" else { continue }
        let site = path.parent?.parent.map { "/\($0)" } ?? ""
        add(site, strings(of: "srcExclude", in: Self.text(tree, path)))
      default:
        guard isOfEleventy, path.speaksForItsFolder, Self.text(tree, path).hidesItsPages else {
          continue
        }
        excluded += [PathPattern("\(folder)/**")].compactMap(\.self)
      }
    }
  }

  private static func text(_ tree: some FileTree, _ path: RelativePath) -> String {
    guard let bytes = try? tree.bytes(of: path, atMost: ImportLimits.entry) else { return "" }
    return ForeignText(bytes)?.text ?? ""
  }

  private mutating func add(_ folder: String, _ patterns: [String]) {
    excluded += patterns.compactMap { PathPattern($0.below(folder)) }
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

extension RelativePath {
  /// Whether it is a file of Eleventy's that gives all pages of its folder fields: `posts/posts.json`,
  /// `posts/posts.11tydata.js`.
  fileprivate var speaksForItsFolder: Bool {
    guard let folder = parts.dropLast().last else { return false }
    let endings = ["json", "11tydata.json", "11tydata.js", "11tydata.cjs", "11tydata.mjs"]
    return endings.contains { name == "\(folder).\($0)" }
  }
}

extension String {
  /// A pattern as it is meant in a folder: `/docs/drafts`.
  fileprivate func below(_ folder: String) -> String {
    if hasPrefix("**/") || isEmpty || hasPrefix("#") { return self }
    if hasPrefix("!") { return "!" + String(dropFirst()).below(folder) }
    return folder + "/"
      + (hasPrefix("./") ? dropFirst(2) : hasPrefix("/") ? dropFirst() : self[...])
  }

  /// Whether fields for a folder keep its pages off the site, however they are spaced and quoted.
  fileprivate var hidesItsPages: Bool {
    let plain = String(filter { !$0.isWhitespace && !"\"'`".contains($0) })
    return ["permalink:false", "draft:true", "eleventyExcludeFromCollections:true"].contains {
      plain.firstRange(of: $0) != nil
    }
  }

  private func firstRange(of words: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(words) }.map { $0..<index($0, offsetBy: words.count) }
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
