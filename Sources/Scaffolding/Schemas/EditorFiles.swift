import Community
import Diagnostics
import Text

/// What makes editors explain and complete fields in a new site.
///
/// Editors with the YAML language server find the schemas of the settings by the first line of each
/// file, Visual Studio Code by its own settings too. No editor checks front matter by a schema, so
/// Visual Studio Code gets a snippet for each kind: `handbook-post` writes the fields that people
/// use, with their choices.
enum EditorFiles {
  private static let folder = ".vscode"

  static var all: [SiteStart.File] {
    let schemas = pages.map { SiteStart.File(path: path(of: $0), text: $0.text) }
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

  private static var settings: JSON {
    let files = pages.map { page in
      JSON.Member(name: path(of: page), value: .text("content/\(page.name).yml"))
    }
    return .object(["yaml.schemas": .object(files)])
  }

  private static var snippets: JSON {
    .object(
      EntryKind.allCases.map { kind in
        JSON.Member(
          name: "The front matter of \(kind.withArticle)",
          value: .object([
            "scope": .text("markdown"), "prefix": .text("handbook-\(kind.rawValue)"),
            "body": .list(Snippet(kind).lines.map(JSON.text)),
          ]))
      })
  }
}

/// The front matter of a kind with places to fill in, which the editor goes through one by one.
private struct Snippet {
  private(set) var lines = ["---"]
  private var stop = 0

  init(_ kind: EntryKind) {
    for field in FieldGuide.usual(of: kind) { add(field, after: "") }
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
      ? "${\(stop):\(field.example.escapedInSnippet)}"
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
