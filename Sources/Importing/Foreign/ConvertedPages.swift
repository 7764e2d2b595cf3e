package import Files
import Programs

/// Pages that are neither Markdown nor HTML, as pandoc reads them.
package struct ConvertedPages: Sendable {
  private var texts: [RelativePath: String] = [:]
  private var reasons: [RelativePath: String] = [:]

  /// Of a site whose pages need no other program, or where there is none.
  package init() {}

  /// Whether a page has to be read by another program.
  static func isNeeded(for path: RelativePath) -> Bool {
    formats[path.fileExtension.lowercased()] != nil
  }

  /// Has pandoc read every page of a site that needs it; without pandoc, none.
  package init(_ tree: some FileTree) async {
    guard let items = try? tree.listing(below: nil).items else { return }
    let pages = items.filter { item in
      item.kind == .file && Self.isNeeded(for: item.path)
        && !item.path.parts.contains { $0.hasPrefix(".") || $0 == "node_modules" }
    }
    for page in pages.prefix(mostPages) {
      guard await convert(page.path, tree) else { return }
    }
    for page in pages.dropFirst(mostPages) {
      reasons[page.path] =
        "more than \(mostPages) files need pandoc, the most that are read: save it as Markdown"
    }
  }

  /// Reads one page; returns whether there is a pandoc.
  private mutating func convert(_ path: RelativePath, _ tree: some FileTree) async -> Bool {
    guard let format = formats[path.fileExtension.lowercased()],
      let bytes = try? tree.bytes(of: path, atMost: ImportLimits.text)
    else { return true }
    do throws(ProgramTrouble) {
      // In its sandbox it reads no file that the page names.
      let ending = try await Program("pandoc").run(
        ["--sandbox", "--from=\(format)", "--to=gfm", "--wrap=none", "--standalone"],
        input: bytes)
      if ending.isSuccess {
        texts[path] = ForeignText(ending.output)?.text.withoutDivisions
      } else {
        reasons[path] = "pandoc could not read it"
      }
      return true
    } catch {
      if case .notInstalled = error { return false }
      reasons[path] = "pandoc could not read it"
      return true
    }
  }

  /// A page in Markdown.
  fileprivate func text(of path: RelativePath) -> String? { texts[path] }

  /// Why there is none.
  func reason(for path: RelativePath) -> String {
    reasons[path]
      ?? "it is read by pandoc (https://pandoc.org), which is not installed: install it, or save "
      + "the page as Markdown"
  }
}

extension ForeignText {
  /// What pandoc made of a page.
  init?(_ converted: ConvertedPages, _ path: RelativePath) {
    guard let text = converted.text(of: path) else { return nil }
    self.init(text: text, note: "read by pandoc")
  }
}

extension String {
  /// Without the lines of HTML by which pandoc parts a page; a box, `<div class="note">`, opens and
  /// closes as one of other tools' Markdown.
  fileprivate var withoutDivisions: String {
    var kept: [Substring] = []
    var open: [Division] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<div"), line.hasSuffix(">") {
        open.append(Division(line))
        if case .box(let kind) = open.last { kept.append("::: \(kind)") }
      } else if line == "</div>", let last = open.popLast() {
        if case .box = last { kept.append(":::") }
      } else if open.last != .title {
        kept.append(line)
      }
    }
    return kept.joined(separator: "\n")
  }
}

/// What a `<div>` of pandoc's stands for.
private enum Division: Hashable {
  case box(String)
  /// The title of a box, which only names its kind.
  case title
  case other

  init(_ line: Substring) {
    let kind = line.split(separator: "class=\"").dropFirst().first?
      .prefix { $0 != "\"" && $0 != " " }
    if kind == "title" {
      self = .title
    } else if let kind = kind.map(String.init), AlertWords.kind(kind) != nil {
      self = .box(kind)
    } else {
      self = .other
    }
  }
}

private let mostPages = 500
/// What pandoc calls the formats, by the endings of files.
private let formats = [
  "rst": "rst", "adoc": "asciidoc", "asciidoc": "asciidoc", "org": "org", "textile": "textile",
  "ipynb": "ipynb",
]
