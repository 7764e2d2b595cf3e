import Files

@testable import Site
@testable import Templates

/// The reference part of `docs/templates.md`: every view with its names, as the code declares them.
///
/// What a name holds is said in words that people write into the page; they are kept when the page
/// is written again.
struct TemplatesReference {
  /// The templates that are pages, each with the view that it is compiled for.
  static let pages: [(template: String, view: any View.Type)] = {
    var compiler = PageCompiler(ThemeSources(own: []), words: [:])
    _ = PageTemplates(&compiler)
    return compiler.pages
  }()

  /// What each name holds, by its heading and itself, as the page says it now.
  let words: [String: String]
  private let summaries: [String: String]

  init(wordsOf page: MarkdownPage) throws {
    var words: [String: String] = [:]
    for section in page.sections {
      for line in section.lines where line.hasPrefix("| `") {
        let cells = line.split(separator: " | ", maxSplits: 2, omittingEmptySubsequences: false)
        guard cells.count == 3 else { continue }
        let name = cells[0].dropFirst(3).dropLast()
        words["\(section.title) \(name)"] = String(cells[2].dropLast(2))
      }
    }
    self.words = words
    summaries = try summariesOfViews()
  }

  /// The whole part.
  var text: String {
    var sections: [String] = []
    var told: Set<String> = []
    for page in Self.pages where told.insert("\(page.view)").inserted {
      let names = Self.pages.filter { "\($0.view)" == "\(page.view)" }.map { "`\($0.template)`" }
      let title = (names.count == 1 ? "The template " : "The templates ") + names.inWords
      sections.append(section(title, page.view))
    }
    for view in innerViews { sections.append(section(name(of: view), view)) }
    return sections.joined(separator: "\n")
  }

  private func section(_ title: String, _ view: any View.Type) -> String {
    let rows = view.ownDeclarations.map { declaration in
      let words = words["\(title) \(declaration.name)"] ?? ""
      return "| `\(declaration.name)` | \(kind(declaration.shape)) | \(words) |\n"
    }
    return "### \(title)\n\n\(summaries["\(view)"] ?? "")\n\n| name | kind | what it holds |\n"
      + "| --- | --- | --- |\n" + rows.joined()
  }

  /// The views inside the pages, in the order in which a reader meets them.
  private var innerViews: [any View.Type] {
    var views: [any View.Type] = []
    var met = Set(Self.pages.map { "\($0.view)" })
    var open = Self.pages.map(\.view)
    while !open.isEmpty {
      let view = open.removeFirst()
      for inner in view.ownDeclarations.compactMap(\.shape.view)
      where met.insert("\(inner)").inserted {
        views.append(inner)
        open.append(inner)
      }
    }
    return views
  }

  private func kind(_ shape: Shape) -> String {
    switch shape {
    case .text: "text"
    case .flag: "yes or no"
    case .html: "HTML"
    case .texts: "list of texts"
    case .choice(let texts): "one of \(texts.map { "`\($0)`" }.inWords)"
    case .open: "free data"
    case .unknown: "unknown"
    case .view(let view): link(view)
    case .list(let view): "list of \(link(view))"
    }
  }

  private func link(_ view: any View.Type) -> String {
    let name = name(of: view)
    return "[\(name)](#\(name.lowercased()))"
  }

  /// `Entry` for `EntryView`.
  private func name(of view: any View.Type) -> String { String("\(view)".dropLast(4)) }
}

extension View {
  /// The names without the `has_x` that each list brings.
  fileprivate static var ownDeclarations: [Declaration] {
    let lists = declarations.filter { $0.shape.isList }.map { "has_\($0.name)" }
    return declarations.filter { !lists.contains($0.name) }
  }
}

extension Shape {
  fileprivate var view: (any View.Type)? {
    switch self {
    case .view(let view), .list(let view): view
    default: nil
    }
  }

  fileprivate var isList: Bool {
    switch self {
    case .list, .texts: true
    default: false
    }
  }
}

extension [String] {
  fileprivate var inWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

/// What the sources say of each view: its documentation without the names of its templates.
private func summariesOfViews() throws -> [String: String] {
  var summaries: [String: String] = [:]
  let folder = try RelativePath("Sources/Site/Views")
  for item in try LocalFileTree(Repository.root).listing(below: folder).items {
    var comment: [String] = []
    for line in try Repository.text(item.path.description).split(separator: "\n") {
      if line == "///" { continue }
      if line.hasPrefix("/// ") {
        comment.append(String(line.dropFirst(4)))
      } else if line.hasPrefix("struct "), let name = line.dropFirst(7).split(separator: ":").first
      {
        summaries[String(name)] = withoutTemplates(comment.joined(separator: " "))
      } else {
        comment = []
      }
    }
  }
  return summaries
}

private func withoutTemplates(_ summary: String) -> String {
  guard summary.hasPrefix("`"), let colon = summary.firstRange(of: ": ") else { return summary }
  let rest = summary[colon.upperBound...]
  return rest.prefix(1).uppercased() + rest.dropFirst()
}
