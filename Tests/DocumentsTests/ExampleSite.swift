import Build
import Community
import Dates
import Diagnostics
import Files
import Markup
import TestSupport

/// A small handbook without a fault, and what an example of `docs/diagnostics.md` puts into it.
///
/// The words after the marks of a block say what it is: `yaml post` fields of a post,
/// `markdown post` its body, `markdown post whole` (or `markdown whole`) all of it, `yaml handbook`
/// fields of `handbook.yml`, `yaml tags` and `yaml strings` files of those names, `html home` a
/// template, `text routes` the list of published addresses, `yaml debt` what is owed by entries of
/// which an import wrote `first-post.md` and `example.md`, and `text files` a list of files.
struct ExampleSite {
  private var files = faultless
  private var matter: [EntryKind: String] = [:]
  private var bodies: [EntryKind: String] = [:]

  init(_ fences: [MarkdownPage.Fence]) throws {
    for fence in fences { add(fence) }
    for kind in EntryKind.allCases where matter[kind] != nil || bodies[kind] != nil {
      let fields = matter[kind] ?? ""
      let body = bodies[kind] ?? "Some words.\n"
      files["content/\(kind.folder)/example.md"] =
        "---\n\(kind.needed(beside: fields))\(fields)---\n\n\(body)"
    }
  }

  private mutating func add(_ fence: MarkdownPage.Fence) {
    let (language, words) = (fence.words[0], fence.words.dropFirst())
    let kind = words.first.flatMap(EntryKind.init(rawValue:))
    switch (language, words.first, kind) {
    case (_, _, _) where words.last == "whole":
      files["content/\((kind ?? .post).folder)/example.md"] = fence.text
    case ("yaml", _, let kind?): matter[kind] = fence.text
    case ("markdown", _, let kind?): bodies[kind] = fence.text
    case ("yaml", "handbook", _):
      files["content/handbook.yml"] = kept(settings, beside: fence.text) + fence.text
    case ("yaml", "tags", _): files["content/tags.yml"] = fence.text
    case ("yaml", "strings", _): files["templates/strings/en.yml"] = fence.text
    case ("yaml", "debt", _):
      files["content/debt.yml"] = fence.text
      files["content/imports.yml"] = TestSupport.ledger(
        of: ["first-post", "example"].compactMap { try? RelativePath("content/posts/\($0).md") })
    case ("text", "routes", _): files["content/routes.lock"] = fence.text
    case ("html", let name?, _): files["templates/\(name).html"] = fence.text
    default:
      for path in fence.text.split(separator: "\n") { files[String(path)] = content(of: path) }
    }
  }

  /// The same site that owes all that can be owed of its problems.
  func owing() async throws -> Inspection {
    try await handbook(try await TestSupport.owing(files))
  }

  func diagnostics() async throws -> [Diagnostic] {
    let today = CalendarDate(daysSince1970: 20_500)
    return try await Inspection.inspect(MemoryFileTree(files), BuildSettings(today: today))
      .diagnostics
  }
}

/// A file that only its name matters of.
private func content(of path: Substring) -> String {
  let parts = path.split(separator: "/")
  if path.hasSuffix(".svg") { return drawing }
  guard parts.count > 2, let kind = EntryKind(folder: parts[1]) else { return "Some words.\n" }
  if kind == .member { return agreed("Ada Byron") }
  return "---\n\(kind.needed(beside: ""))---\n\nSome words.\n"
}

extension EntryKind {
  /// The fields without which an entry of the kind is not complete, but those given.
  fileprivate func needed(beside fields: String) -> String {
    let needed =
      switch self {
      case .post: "title: An example\ndate: 2026-01-15\nauthors: ada-okafor\n"
      case .member: "status: active\n"
      case .meeting, .success: "title: An example\ndate: 2026-01-15\n"
      case .resource: "title: An example\nkind: lesson-plan\nlicence: cc-by-4.0\n"
      case .goal: "title: An example\nstatus: active\nmeasure: lessons in a week\n"
      case .page: "title: An example\n"
      }
    return kept(needed, beside: fields)
  }
}

/// The lines of `needed` whose field is not given in `fields`.
private func kept(_ needed: String, beside fields: String) -> String {
  needed.split(separator: "\n").filter { line in
    let key = line.prefix { $0 != ":" } + ":"
    return !fields.hasPrefix(key) && !fields.contains("\n" + key)
  }.map { $0 + "\n" }.joined()
}

private let settings = """
  name: The Riverside Circle
  timezone: Europe/London
  roles: [{id: coordinator, title: Coordinator}]
  series: [{id: circle, title: The circle}]

  """

private let drawing = """
  <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>

  """

private func agreed(_ name: String) -> String {
  "---\nname: \(name)\nconsent: {name: yes, profile: yes, given: 2025-09-01}\n---\n"
}

private let faultless = [
  "content/handbook.yml": settings,
  "content/assets/plan.svg": drawing,
  "content/members/ada-okafor.md": agreed("Ada Okafor"),
  "content/members/maria-lopez.md": agreed("Maria Lopez"),
  "content/pages/start.md": "# Start here\n\nCome to one meeting.\n",
  "content/posts/first-post.md": "---\ndate: 2026-01-10\nauthors: ada-okafor\n---\n\n# First\n",
  "content/meetings/2026-01-15-circle.md": "# The circle\n\nWe met.\n",
  "content/goals/retrieval.md": "---\nstatus: active\nmeasure: lessons\n---\n\n# Retrieval\n",
  "content/resources/rubric.md":
    "---\nkind: template\nlicence: cc-by-4.0\n---\n\n# Rubric\n\n## Use\n\nPrint it.\n",
]
