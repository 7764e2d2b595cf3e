import Diagnostics
import Testing

@testable import Markup

@Suite("Controls of direction in fields")
struct DirectionControlTests {
  private func read(_ lines: String, _ ask: (inout FieldReader) -> Void) throws -> String {
    let source = SourceText(path: "content/posts/a.md", "---\n\(lines)\n---\n")
    let extent = FrontMatter.split(source)
    let map = try #require(FrontMatter.fields(of: source, extent.value, roles: .unknown).value)
    var reader = FieldReader(map, in: source, of: "a post")
    ask(&reader)
    reader.close()
    return told(reader.diagnostics)
  }

  private func warning(_ line: Int, _ words: String) -> String {
    """
    warning: an invisible character here changes the direction of the text around it \
    [direction-control]
      \(line): ⟦\(words)⟧
      help: delete it unless the line mixes scripts that run left to right and right to left
    """
  }

  @Test(
    "words that hold one warn, once a field however often it is read",
    arguments: [
      "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}",
      "\u{2068}", "\u{2069}",
    ])
  func words(control: String) throws {
    let said = try read("title: a\(control)b\(control)\ntags: x, y") { reader in
      #expect(reader.text("title")?.value == "a\(control)b\(control)")
      _ = reader.text("title")
      _ = reader.texts("tags")
    }
    #expect(said == warning(2, "a\(control)b\(control)"))
  }

  @Test("so do items of a list, and fields below a field")
  func lists() throws {
    let said = try read("tags: [x, y\u{202E}, \u{202E}z]\nconsent:\n  name: \u{2066}a") { reader in
      _ = reader.texts("tags")
      _ = reader.map("consent", of: "the consent") { $0.text("name")?.value }
    }
    #expect(said == warning(2, "y\u{202E}") + "\n" + warning(4, "\u{2066}a"))
  }

  @Test("marks that turn nothing are words like others")
  func others() throws {
    let said = try read("title: “שלום” \u{200F}a\u{200E} – b… \u{2060}c") { _ = $0.text("title") }
    #expect(said == "")
  }
}
