import Community
import Diagnostics
import Text

/// What makes editors explain and complete fields in a new site.
///
/// Editors with the YAML language server find the schemas of the settings by the first line of each
/// file, Visual Studio Code by its own settings too. No editor checks front matter by a schema, so
/// Visual Studio Code gets a snippet for each kind: `handbook-post` writes the fields that people
/// use, with their choices.
struct EditorFiles {
  let language: StarterLanguage

  private static let folder = ".vscode"

  var all: [SiteStart.File] {
    let folder = Self.folder
    let schemas = Self.pages.map { page in
      SiteStart.File(path: Self.path(of: page), text: page.text(in: language))
    }
    return schemas + [
      SiteStart.File(path: "\(folder)/settings.json", text: settings.indentedText),
      SiteStart.File(path: "\(folder)/handbook.code-snippets", text: snippets.indentedText),
    ]
  }

  /// The line by which the YAML language server finds the schema of a file in `content/`.
  static func firstLine(for page: SchemaPage) -> String {
    "# yaml-language-server: $schema=../\(path(of: page))"
  }

  private static let pages: [SchemaPage] = [.handbook, .tags]

  private static func path(of page: SchemaPage) -> String { "\(folder)/\(page.fileName)" }

  private var settings: JSON {
    let files = Self.pages.map { page in
      JSON.Member(name: Self.path(of: page), value: .text("content/\(page.name).yml"))
    }
    return .object(["yaml.schemas": .object(files)])
  }

  private var snippets: JSON {
    let words = language.words
    return .object(
      EntryKind.allCases.map { kind in
        JSON.Member(
          name: words(.frontMatter, "kind", words(kind.starterName)),
          value: .object([
            "scope": .text("markdown"), "prefix": .text("handbook-\(kind.rawValue)"),
            "body": .list(Snippet(kind, language.guide).lines.map(JSON.text)),
          ]))
      })
  }
}

/// The front matter of a kind with places to fill in, which the editor goes through one by one.
private struct Snippet {
  private(set) var lines = ["---"]
  private var stop = 0
  private let guide: FieldGuide

  init(_ kind: EntryKind, _ guide: FieldGuide) {
    self.guide = guide
    for field in kind.usualFields { add(field, after: "") }
    lines += ["---", "", "$0"]
  }

  private mutating func add(_ field: DeclaredField, after lead: String) {
    guard field.parts.isEmpty else {
      lines.append("\(lead)\(field.name):")
      let blanks = String(repeating: " ", count: lead.utf8.count + 2)
      for (position, part) in field.parts.enumerated() {
        let isFirst = position == 0 && field.type.isList
        add(part, after: isFirst ? "\(blanks)- " : field.type.isList ? "\(blanks)  " : blanks)
      }
      return
    }
    stop += 1
    let value =
      field.choices.isEmpty
      ? "${\(stop):\(guide.example(of: field).escapedInSnippet)}"
      : "${\(stop)|\(field.choices.joined(separator: ","))|}"
    lines.append("\(lead)\(field.name): \(value)")
  }
}

extension String {
  /// A placeholder ends at a brace, and `$` opens another.
  fileprivate var escapedInSnippet: String {
    String(flatMap { "$}\\".contains($0) ? ["\\", $0] : [$0] })
  }
}

extension JSON {
  fileprivate var indentedText: String {
    var bytes: [UInt8] = []
    append(indentedTo: &bytes)
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }
}
