import Diagnostics
import Testing

@testable import Markup

@Suite("Edits of front matter that are refused")
struct YAMLRefusalTests {
  private func editor(_ text: String) throws -> YAMLEditor {
    try YAMLEditor(SourceText(path: "content/posts/a.md", text), roles: .ofTests)
  }

  /// Tries an edit of the lines between the markers; what is said against it, with its hints.
  private func refusal(
    _ matter: String, _ edit: (inout YAMLEditor) throws -> Void
  ) throws -> String {
    do {
      var editor = try editor("---\n\(matter)\n---\nText\n")
      let before = editor.source.bytes
      do {
        try edit(&editor)
      } catch {
        #expect(editor.source.bytes == before)
        throw error
      }
      return String(decoding: editor.source.bytes, as: UTF8.self)
    } catch let refusal as EditRefusal {
      return ([refusal.message] + refusal.hints).joined(separator: "\n")
    }
  }

  @Test(
    "front matter that cannot be read is not changed",
    arguments: [
      ("a:\n\tb: c", "lines are indented with spaces, not with tabs"),
      ("%YAML 1.2\na: b", "a line of the front matter cannot begin with '%'"),
      ("a: b\n--- c\nd: e", "the front matter ends here, but more follows"),
      ("a: \"\\q\"", "a backslash between double quotation marks begins a code that is not known"),
      ("[a, b]", "each line of the front matter is a field: a name, a colon, a space and a value"),
    ])
  func unreadable(matter: String, message: String) throws {
    let said = try refusal(matter) { try $0.set(YAMLPath("title"), to: .text("T")) }
    #expect(said.hasPrefix(message + "\n"), "\(said)")
  }

  @Test("front matter that is not there, not closed or not YAML is told apart")
  func files() throws {
    for (text, message) in [
      ("---\ntitle: T\n", "the front matter that begins here is never closed"),
      ("+++\ntitle = 1\n+++\n", "front matter is written between --- lines, not +++"),
      ("{\"title\": 1}\n", "front matter is written between --- lines, not in braces"),
      ("\n---\ntitle: T\n---\n", "front matter must begin on the first line of the file"),
    ] {
      #expect(throws: EditRefusal.self) { try editor(text) }
      do { _ = try editor(text) } catch let refusal as EditRefusal {
        #expect(refusal.message == message)
      }
    }
  }

  @Test("a name that is given twice is fixed first; other fields can be changed")
  func repeated() throws {
    let matter = "a: b\na: c\nd: e"
    #expect(
      try refusal(matter) { try $0.set(YAMLPath("a"), to: .text("x")) }
        == "'a' is given already, on line 2\nkeep one of the two")
    #expect(try refusal(matter) { try $0.remove(YAMLPath("a")) }.hasPrefix("'a' is given already"))
    #expect(
      try refusal(matter) { try $0.set(YAMLPath("d"), to: .text("x")) }
        == "---\na: b\na: c\nd: x\n---\nText\n")
  }

  @Test("a value of several lines with a problem is fixed first")
  func troubled() throws {
    #expect(
      try refusal("a: &x\n  - b\n  - c\nd: *x") { try $0.set(YAMLPath("a"), to: .text("x")) }
        == """
        'a' cannot be changed here before its problem is fixed: a value that begins with '&' must \
        be in quotes
        put it in quotes: a: "&x"
        """)
    #expect(
      try refusal("a: &x\n  - b\nd: *x") { try $0.set(YAMLPath("d"), to: .text("x")) }
        == "---\na: &x\n  - b\nd: x\n---\nText\n")
  }

  @Test("a path that leads nowhere is named")
  func paths() throws {
    let matter = "title: T\ntags: [a]"
    let set = { (path: String) in
      try self.refusal(matter) { try $0.set(YAMLPath(path), to: .text("x")) }
    }
    #expect(try set("title.name") == "'title' does not hold fields")
    #expect(try set("tags.name") == "'tags' does not hold fields")
    #expect(try set("title[0]") == "'title' does not hold a list")
    #expect(try set("tags[2]") == "there is no 'tags[2]' here")
    #expect(try refusal(matter) { try $0.remove(YAMLPath("x.y")) } == "there is no 'x.y' here")
    #expect(
      try refusal(matter) { try $0.insert(.text("x"), at: 5, in: YAMLPath("tags")) }
        == "there is no 'tags[5]' here")
    #expect(
      try refusal(matter) { try $0.insert(.text("x"), at: 0, in: YAMLPath("title")) }
        == "'title' does not hold a list")
    #expect(
      try refusal(matter) { try $0.move(0, to: 1, in: YAMLPath("tags")) }
        == "there is no 'tags[1]' here")
  }

  @Test("what no value can hold is told with its code")
  func characters() throws {
    for (text, code) in [("a\u{0}b", "0000"), ("\u{7F}", "007F"), ("\u{FEFF}", "FEFF")] {
      #expect(
        try refusal("title: T") { try $0.set(YAMLPath("title"), to: .text(text)) }
          == """
          a value cannot hold a character that cannot be seen (U+\(code))
          delete it; retype the words beside it if it comes back
          """)
    }
  }

  @Test("front matter may not become larger than is read")
  func large() throws {
    let long = String(repeating: "word ", count: 4_000) + "end"
    #expect(
      try refusal("title: T") { try $0.set(YAMLPath("title"), to: .text(long)) }
        == """
        the front matter may hold 16 KiB; it holds 20
        move long text into the body, below the closing ---
        """)
  }

  @Test("a file without front matter gets some, and one of settings stays YAML from end to end")
  func without() throws {
    var entry = try editor("\u{FEFF}# Title\r\n\r\n---\r\n")
    try entry.set(YAMLPath("tags"), to: .texts(["a", "b"]))
    #expect(
      entry.source.bytes
        == Array("\u{FEFF}---\r\ntags: [a, b]\r\n---\r\n# Title\r\n\r\n---\r\n".utf8))
    var empty = try editor("")
    try empty.set(YAMLPath("title"), to: .text("T"))
    #expect(empty.source.bytes == Array("---\ntitle: T\n---\n".utf8))
    var settings = try YAMLEditor(
      SourceText(path: "content/handbook.yml", "# ours\nname: N # n\nroles:\n  - id: a"), .settings,
      roles: .unknown)
    try settings.set(YAMLPath("name"), to: .text("M"))
    try settings.insert(.fields([.init("id", .text("b"))]), at: 1, in: YAMLPath("roles"))
    try settings.set(YAMLPath("timezone"), to: .text("Europe/London"))
    #expect(
      String(decoding: settings.source.bytes, as: UTF8.self)
        == "# ours\nname: M # n\nroles:\n  - id: a\n  - id: b\ntimezone: Europe/London")
    try settings.remove(YAMLPath("roles"))
    try settings.remove(YAMLPath("timezone"))
    try settings.remove(YAMLPath("name"))
    #expect(settings.source.bytes == [])
  }

  @Test("setting what is there already changes no byte")
  func unchanged() throws {
    let text = "---\ntitle:   'T'  # c\ntags: [ a,b ]\nwhy: >-\n  a\n  b\nempty: ~\n---\n"
    var editor = try editor(text)
    for field in editor.value.fields { try editor.set(YAMLPath(field.name), to: field.value) }
    #expect(String(decoding: editor.source.bytes, as: UTF8.self) == text)
  }

  @Test("hostile front matter ends in a refusal or an exact edit, soon")
  func hostile() throws {
    let deep = String(repeating: "[", count: 5_000)
    let many = (0..<1_500).map { "k\($0): v" }.joined(separator: "\n")
    let wide = "tags: [" + (0..<600).map { "t\($0 % 10)" }.joined(separator: ",") + "]"
    for matter in [
      "a: \(deep)", "a: \"\(String(repeating: "\\", count: 9_000))", many, wide,
      String(repeating: "- ", count: 4_000), String(repeating: "? ", count: 4_000),
      String(repeating: "a: |\n", count: 2_000), "a: [\n" + String(repeating: "#\n", count: 5_000),
      String(repeating: "'", count: 9_001), "<<: *a", "? a\n: b", "!!binary a: b", "a: !!str b",
    ] {
      let said = try refusal(matter) { editor in
        try editor.set(YAMLPath("title"), to: .text("T"))
        #expect(editor.value[YAMLPath("title").steps]?.scalar == "T")
      }
      #expect(said.utf8.count < 17_000)
      let list = try refusal(matter) { editor in
        try editor.set(YAMLPath("tags"), to: .texts((0..<500).map { "n\($0)" }))
        #expect(editor.value[YAMLPath("tags[499]").steps]?.scalar == "n499")
      }
      #expect(list.utf8.count < 17_000)
    }
  }
}
