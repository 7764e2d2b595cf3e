import Files
import Markup

/// The paths that the settings of another tool keep off the site.
struct SettledPatterns: Sendable {
  private struct Rule: Sendable {
    let patterns: [PathPattern]
    let reason: HidingReason
    /// The folder that the patterns begin in, which a path must lie in.
    var folder: String?
  }

  private var rules: [Rule] = []
  private var expressions: [PathExpression] = []
  /// A regular expression that is not understood, by which any file may be left out.
  private var unread: String?
  /// Where only these are published.
  private var only: [PathPattern] = []
  private let root: String?

  init(_ generator: Generator, _ settings: OldSettings) {
    root = generator.pageRoot(by: settings)
    switch generator {
    case .hugo: addHugo(settings)
    case .jekyll: addJekyll(settings)
    case .mkdocs: addMkDocs(settings)
    case .obsidian: break
    case .markdown: addOthers(settings)
    }
  }

  func reason(_ path: RelativePath) -> HidingReason? {
    if let unread { return "the settings leave out '\(unread)', which could mean it" }
    let parts = path.parts
    for rule in rules {
      var own = parts[...]
      if let folder = rule.folder {
        guard own.count > 1, own.first == folder else { continue }
        own = own.dropFirst()
      }
      if rule.patterns.leavesOut(Array(own)) { return rule.reason }
    }
    let below = root == parts.first ? parts.dropFirst().joined(separator: "/") : path.description
    if expressions.contains(where: { $0.matches(below) || $0.matches("/\(below)") }) {
      return "the settings leave it out"
    }
    let isPage = ["md", "qmd", "ipynb", "html", "rmd"].contains(path.fileExtension.lowercased())
    if !only.isEmpty, isPage, !only.includes(parts) { return "the settings do not name it" }
    return nil
  }

  private mutating func add(
    _ patterns: [PathPattern], _ reason: HidingReason, below folder: String? = nil
  ) {
    guard !patterns.isEmpty else { return }
    rules.append(Rule(patterns: patterns, reason: reason, folder: folder))
  }

  private mutating func addHugo(_ settings: OldSettings) {
    for written in settings.ignoredByHugo.prefix(200) {
      if let expression = PathExpression(written) {
        expressions.append(expression)
      } else {
        unread = written
      }
    }
    // Mounts name the folder that they take from, and what they leave of it.
    guard case .list(let mounts)? = settings["module", "mounts"]?.content else { return }
    for case .map(let mount) in mounts.map(\.content) {
      guard let source = mount["source"]?.value.text?.trimmedSlashes else { continue }
      let excluded = (mount["excludeFiles"]?.value.texts ?? []).compactMap { PathPattern($0) }
      rules += excluded.map { pattern in
        Rule(
          patterns: [pattern], reason: "the settings leave it out",
          folder: source.contains("/") ? nil : source)
      }
    }
  }

  private mutating func addJekyll(_ settings: OldSettings) {
    let excluded = settings["exclude"]?.texts ?? []
    let included = (settings["include"]?.texts ?? []).map { "!\($0)" }
    add(
      (excluded + included).compactMap { PathPattern($0.asJekyllHasIt) },
      "the settings leave it out")
  }

  private mutating func addMkDocs(_ settings: OldSettings) {
    let folder = root
    for (key, reason) in [
      ("exclude_docs", "the settings leave it out"), ("draft_docs", "the settings call it a draft"),
    ] {
      let value = settings[key]
      let lines = value?.text.map { [PathPattern].lines($0) } ?? []
      let items = value?.text == nil ? (value?.texts ?? []).compactMap { PathPattern($0) } : []
      add(lines + items, reason, below: folder)
    }
    // The plugin that left pages out before MkDocs did.
    guard case .list(let plugins)? = settings["plugins"]?.content else { return }
    for case .map(let plugin) in plugins.map(\.content) {
      guard case .map(let exclude)? = plugin["exclude"]?.value.content else { continue }
      let globs = exclude["glob"]?.value.texts ?? []
      add(globs.compactMap { PathPattern($0) }, "the settings leave it out", below: folder)
      for written in exclude["regex"]?.value.texts ?? [] {
        if let expression = PathExpression(written) {
          expressions.append(expression)
        } else {
          unread = written
        }
      }
    }
  }

  private mutating func addOthers(_ settings: OldSettings) {
    let lists = [
      settings["exclude_patterns"], settings["sphinx", "config", "exclude_patterns"],
      settings["project", "exclude"], settings["website", "drafts"],
    ]
    add(
      lists.flatMap { $0?.texts ?? [] }.compactMap { PathPattern($0.anchored) },
      "the settings leave it out")
    // Quarto renders what it is told to, where it is told.
    only = (settings["project", "render"]?.texts ?? []).compactMap { PathPattern($0.anchored) }
  }
}

extension [PathPattern] {
  /// Whether a list of what is wanted names the path: a list of exceptions alone names all others.
  fileprivate func includes(_ path: [String]) -> Bool {
    let last = last { $0.matches(path) }
    return last.map { !$0.isKept } ?? allSatisfy(\.isKept)
  }
}

extension String {
  /// A name is one at the top, and a `*` reaches over folders.
  fileprivate var asJekyllHasIt: String { utf8.contains(UInt8(ascii: "*")) ? self : anchored }

  /// As tools mean it whose patterns begin at the top of the site.
  fileprivate var anchored: String {
    let isKept = hasPrefix("!")
    let own = isKept ? String(dropFirst()) : self
    return (isKept ? "!" : "") + (own.hasPrefix("/") || own.hasPrefix("**") ? own : "/\(own)")
  }
}

extension OldSettings {
  /// The regular expressions of `ignoreFiles`, of the languages too.
  fileprivate var ignoredByHugo: [String] {
    var written = self["ignoreFiles"]?.texts ?? self["ignorefiles"]?.texts ?? []
    if case .map(let languages)? = self["languages"]?.content {
      for case .map(let own) in languages.fields.map(\.value.content) {
        written += own["ignoreFiles"]?.value.texts ?? []
      }
    }
    return written
  }
}
