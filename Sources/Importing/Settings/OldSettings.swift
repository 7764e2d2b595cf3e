import Diagnostics
import Files
import Markup

/// The settings of another tool's site, as they are written; what they mean is read by extensions.
struct OldSettings: Sendable {
  /// All settings files in one map: `hugo.toml`, `_config.yml`, `mkdocs.yml`, ….
  ///
  /// Hugo's `config/_default/menus.toml` stands below `menus`.
  private(set) var fields = FieldMap()
  /// The files that they were read from.
  private(set) var files: [RelativePath] = []
  /// What could not be read, and why: sentences for the report.
  private(set) var notes: [String] = []
}

extension OldSettings {
  /// Reads the settings files of a tool, those that are there.
  static func read(
    _ tree: some FileTree, _ generator: Generator
  ) throws(FileTrouble)
    -> OldSettings
  {
    read(tree, generator, try tree.listing(below: nil).items)
  }

  /// Reads those among files that are known already.
  static func read(
    _ tree: some FileTree, _ generator: Generator, _ items: [FileItem]
  ) -> OldSettings {
    var settings = OldSettings()
    for item in items where item.kind == .file {
      guard let section = generator.settingsSection(of: item.path) else { continue }
      settings.add(item.path, below: section, tree)
    }
    return settings
  }

  /// A setting by its path: `permalinks`, `posts`.
  subscript(_ keys: String...) -> FieldValue? {
    var map = fields
    for key in keys.dropLast() {
      guard case .map(let inner)? = map[key]?.value.content else { return nil }
      map = inner
    }
    return keys.last.flatMap { map[$0]?.value }
  }

  private mutating func add(_ path: RelativePath, below section: String, _ tree: some FileTree) {
    do {
      let bytes = try tree.bytes(of: path, atMost: ImportLimits.text)
      guard let decoded = ForeignText(bytes) else { throw UnreadablePage(reason: "it is no text") }
      let matter =
        path.fileExtension.lowercased() == "toml"
        ? ForeignMatter.toml(decoded.text) : .yaml(decoded.text.withoutCustomTags)
      let (read, problems) = try matter.read(path.description)
      notes += problems.map { "\(path): \($0)" }
      files.append(path)
      fields =
        section.isEmpty
        ? fields.merging(read) : fields.merging(FieldMap([.named(section, .map(read))]))
    } catch {
      let reason = (error as? UnreadablePage)?.reason ?? (error as? FileTrouble)?.message
      notes.append("\(path) could not be read: \(reason ?? "it is no settings file")")
    }
  }
}

extension Generator {
  /// Below which key the settings of a file stand, an empty one for the top; `nil` for a file that
  /// holds none.
  fileprivate func settingsSection(of path: RelativePath) -> String? {
    let isData = ["toml", "yaml", "yml", "json"].contains(path.fileExtension.lowercased())
    guard isData else { return nil }
    switch self {
    case .hugo:
      if path.parts.count == 1 { return ["hugo", "config"].contains(path.stem) ? "" : nil }
      guard path.parts.count == 3, path.parts[0] == "config", path.parts[1] == "_default" else {
        return nil
      }
      return ["hugo", "config"].contains(path.stem) ? "" : path.stem
    case .jekyll: return path.parts.count == 1 && path.stem == "_config" ? "" : nil
    case .mkdocs: return path.parts.count == 1 && path.stem == "mkdocs" ? "" : nil
    case .obsidian: return nil
    case .markdown:
      let names = ["_config", "_quarto", "_toc", "book", "mkdocs", "myst", ".eleventy"]
      return path.parts.count == 1 && names.contains(path.stem) ? "" : nil
    }
  }
}

extension FieldMap {
  /// Both maps; a key of `other` stands in the place of the same key here.
  fileprivate func merging(_ other: FieldMap) -> FieldMap {
    FieldMap(fields.filter { other[$0.key] == nil } + other.fields)
  }
}

extension FieldMap.Field {
  fileprivate static func named(_ key: String, _ content: FieldValue.Content) -> FieldMap.Field {
    FieldMap.Field(key: key, keySpan: .wholeFile, value: FieldValue(content, at: .wholeFile))
  }
}

extension String {
  /// YAML without the tags of Python and of environments (`!!python/name:…`, `!ENV`), which only
  /// their own tool can read: what stands behind such a tag stays.
  fileprivate var withoutCustomTags: String {
    let mark = UInt8(ascii: "!")
    guard utf8.contains(mark) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    /// The last byte that is no blank, which tells whether a value begins.
    var before = UInt8(ascii: "\n")
    var isTag = false
    // In a list of patterns, a line such as `!kept.md` is no tag; one of Python's has two marks.
    let written = Array(utf8)
    let isDoubled = { $0 + 1 < written.count && written[$0 + 1] == mark }
    for (offset, byte) in written.enumerated() {
      let isBlank = byte == 0x20 || byte == 0x0A
      if byte == mark, [0x0A, UInt8(ascii: ":"), UInt8(ascii: "-")].contains(before),
        bytes.last.map({ $0 == 0x20 || $0 == 0x0A }) ?? true, before != 0x0A || isDoubled(offset)
      {
        isTag = true
      }
      if isBlank { isTag = false }
      if !isTag { bytes.append(byte) }
      if byte == 0x0A || !isBlank && !isTag { before = byte }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
