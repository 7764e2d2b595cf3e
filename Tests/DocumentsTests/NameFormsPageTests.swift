import Build
import Community
import Diagnostics
import Files
import Markup
import Testing

/// The table of `docs/privacy.md` on the forms of a name, held to what is found.
@Suite("The table of forms of a name")
struct NameFormsPageTests {
  private struct Row {
    let name: String
    let found: [String]
    let missed: [String]

    /// What stands between asterisks or backquotes is a text; cells of code are those of one row.
    init?(_ line: Substring) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .dropLast()
        .map { $0.trimmingPrefix(" ").description }
      guard cells.count == 3, !cells[0].hasPrefix("form"), !cells[0].hasPrefix("---") else {
        return nil
      }
      let named = cells[0].split(separator: ": ")
      name = named.count == 2 ? named[1].split(separator: "  ")[0].trimmed : "Ada Grace Okafor"
      found = Row.texts(of: cells[1])
      missed = Row.texts(of: cells[2])
    }

    private static func texts(of cell: String) -> [String] {
      let code = cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      if !code.isEmpty {
        let header = code.map { _ in "| x " }.joined() + "|"
        let dashes = code.map { _ in "|---" }.joined() + "|"
        return ["\(header)\n\(dashes)\n| \(code.joined(separator: " | ")) |"]
      }
      return cell.split(separator: "*", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  private func rows() throws -> [Row] {
    let text = try Repository.text("docs/privacy.md")
    let section = text.split(separator: "### Which forms of a name are found").last ?? ""
    return section.split(separator: "\n## ").first?.split(separator: "\n")
      .filter { $0.hasPrefix("|") }.compactMap(Row.init) ?? []
  }

  @Test("what the table says is found is found, and what it says is not is not")
  func table() async throws {
    let rows = try rows()
    #expect(rows.count > 12)
    for row in rows {
      for text in row.found {
        #expect(try await isFound(row.name, in: text), "\(row.name): \(text)")
      }
      for text in row.missed {
        #expect(try await !isFound(row.name, in: text), "\(row.name): \(text)")
      }
    }
  }

  private func isFound(_ name: String, in text: String) async throws -> Bool {
    var tree = MemoryFileTree()
    let files = [
      "handbook.yml": "name: The Circle\ntimezone: Europe/London\nsource: private\n",
      "members/m-07.md": "---\nname: \(name)\n---\n",
      "pages/a.md": "# A\n\nWe read: \(text)\n".replacing("We read: |", with: "|"),
    ]
    for (path, text) in files {
      tree.set(Array(text.utf8), at: try RelativePath("content/\(path)"))
    }
    let built = try await Inspection.inspect(tree, BuildSettings(today: SampleHandbook.today))
    return built.diagnostics.contains { $0.id == "name-in-text" }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(self).split(separator: " ").joined(separator: " ")
  }
}
