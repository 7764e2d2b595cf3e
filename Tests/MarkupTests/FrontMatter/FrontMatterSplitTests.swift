import Diagnostics
import Markup
import Testing
import Text

@Suite("Where front matter ends and the body begins")
struct FrontMatterSplitTests {
  private func parts(_ text: String) -> (matter: String?, body: String, told: String) {
    let source = SourceText(path: "content/posts/a.md", text)
    let extent = FrontMatter.split(source)
    let matter = extent.value.matter.map { String(decoding: source.bytes[$0], as: UTF8.self) }
    let body = String(decoding: source.bytes[extent.value.bodyStart...], as: UTF8.self)
    return (matter, body, told(extent.diagnostics))
  }

  @Test(
    "the block is what stands between the markers, whatever the line breaks",
    arguments: [
      ("---\na: b\n---\nbody\n", "a: b\n", "body\n"),
      ("---\r\na: b\r\n---\r\nbody", "a: b\r\n", "body"),
      ("---\ra: b\r---\rbody", "a: b\r", "body"),
      ("\u{FEFF}---\na: b\n---\nbody", "a: b\n", "body"),
      ("---  \t\na: b\n--- \nbody", "a: b\n", "body"),
      ("---\na: b\n...\nbody", "a: b\n", "body"),
      ("---\n---\nbody", "", "body"),
      ("---\na: b\n---", "a: b\n", ""),
      ("---\na: b\n---\nbody\n---\nmore", "a: b\n", "body\n---\nmore"),
    ])
  func block(_ text: String, _ matter: String, _ body: String) {
    let parts = parts(text)
    #expect(parts.matter == matter)
    #expect(parts.body == body)
    #expect(parts.told.isEmpty)
  }

  @Test(
    "a line of hyphens further down is no front matter",
    arguments: [
      "", "body", "# Title\n\n---\n\nmore\n", "```\n---\na: b\n---\n```\n", "----\na: b\n----\n",
      " ---\na: b\n ---\n", "\n\ntext\n", "{{< youtube x >}}\n", "{: .lead }\ntext", "--- x\n",
    ])
  func none(_ text: String) {
    let parts = parts(text)
    #expect(parts.matter == nil)
    #expect(parts.body == text)
    #expect(parts.told.isEmpty)
  }

  @Test("a byte order mark is no part of a body")
  func mark() {
    #expect(parts("\u{FEFF}# Title").body == "# Title")
  }

  @Test("front matter that is never closed is an error, and nothing is left to publish")
  func unclosed() {
    let parts = parts("---\ntitle: Notes\n\nSecret notes\n")
    #expect(parts.matter == nil)
    #expect(parts.body.isEmpty)
    #expect(
      parts.told == """
        error: the front matter that begins here is never closed [unclosed-front-matter]
          1: ⟦---⟧
          help: add a line of three hyphens (---) below the last field
        """)
  }

  @Test("front matter below blank lines is an error, for it would be shown as text")
  func late() {
    let parts = parts("\n\n---\ntitle: Notes\n---\n")
    #expect(parts.body.isEmpty)
    #expect(
      parts.told == """
        error: front matter must begin on the first line of the file [late-front-matter]
          3: ⟦---⟧
          help: delete the blank lines above this one
        """)
  }

  @Test("TOML is answered with what to write")
  func toml() {
    let parts = parts("+++\ntitle = \"Notes\"\n+++\nbody")
    #expect(parts.body.isEmpty)
    #expect(
      parts.told == """
        error: front matter is written between --- lines, not +++ [toml-front-matter]
          1: ⟦+++⟧
          note: This file has front matter in TOML, as Hugo allows; handbook reads YAML.
          help: write --- above and below, and each field as title: My title instead of title = …
        """)
  }

  @Test("JSON is answered with what to write")
  func json() {
    let parts = parts("{\n  \"title\": \"Notes\"\n}\nbody")
    #expect(parts.body.isEmpty)
    #expect(
      parts.told == """
        error: front matter is written between --- lines, not in braces [json-front-matter]
          1: ⟦{⟧
          note: This file begins with JSON; handbook reads YAML.
          help: write --- above and below, and each field on a line of its own: title: My title
        """)
  }

  @Test("a file without front matter has no fields; an unreadable one has none to ask for")
  func fieldsOfNone() {
    #expect(fields("# Title").value?.fields.isEmpty == true)
    #expect(fields("---\n---\n").value?.fields.isEmpty == true)
    #expect(fields("---\na: b").value == nil)
  }
}
