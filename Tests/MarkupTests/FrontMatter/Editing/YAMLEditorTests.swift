import Diagnostics
import Markup
import Testing

@Suite("Edits of front matter")
struct YAMLEditorTests {
  /// One edit of the lines between the markers, and what they are afterwards.
  struct Example: Sendable, CustomTestStringConvertible {
    let before: String
    let edit: Edit
    let after: String

    enum Edit: Sendable {
      case set(String, YAMLValue)
      case remove(String)
      case insert(String, Int, YAMLValue)
      case move(String, Int, Int)
    }

    init(_ before: String, _ edit: Edit, _ after: String) {
      self.before = before
      self.edit = edit
      self.after = after
    }

    var testDescription: String { "\(edit): \(before)" }

    func check() throws {
      for lineBreak in ["\n", "\r\n", "\r"] {
        for mark in ["", "\u{FEFF}"] {
          let file = { (matter: String) in
            (mark + "---\n" + matter + "\n---\n\n# Text\n\n---\n").replacing("\n", with: lineBreak)
          }
          var editor = try YAMLEditor(
            SourceText(path: "content/posts/a.md", file(before)), roles: .ofTests)
          switch edit {
          case .set(let path, let value):
            try editor.set(YAMLPath(path), to: value, order: order)
          case .remove(let path): try editor.remove(YAMLPath(path))
          case .insert(let path, let index, let value):
            try editor.insert(value, at: index, in: YAMLPath(path))
          case .move(let path, let from, let to): try editor.move(from, to: to, in: YAMLPath(path))
          }
          #expect(String(decoding: editor.source.bytes, as: UTF8.self) == file(after))
        }
      }
    }
  }

  @Test("a value keeps its style, its comment and its place", arguments: styles)
  func style(example: Example) throws { try example.check() }

  @Test("words are in quotes where they would be read as something else", arguments: quotes)
  func quote(example: Example) throws { try example.check() }

  @Test(
    "a field is added where it is declared, and taken out with its own lines", arguments: fields)
  func field(example: Example) throws { try example.check() }

  @Test("items of a list are added, moved and taken out as they are written", arguments: items)
  func item(example: Example) throws { try example.check() }
}

private let order = FieldOrder([
  .init("title"), .init("date"), .init("tags"),
  .init("consent", parts: FieldOrder(["name", "photo", "school"])), .init("why"),
])

private typealias Example = YAMLEditorTests.Example

private let styles: [Example] = [
  Example("title: Old   # said", .set("title", .text("New")), "title: New   # said"),
  Example("title:   Old", .set("title", .text("New")), "title:   New"),
  Example("title: 'Old'", .set("title", .text("It's")), "title: 'It''s'"),
  Example("title: \"Old\" # c", .set("title", .text("a \"b\"")), "title: \"a \\\"b\\\"\" # c"),
  Example("\"title\" : Old", .set("title", .text("New")), "\"title\" : New"),
  Example("title: a\n  b\n\n  c # d\nx: y", .set("title", .text("New")), "title: New # d\nx: y"),
  Example("title:\n  Old\nx: y", .set("title", .text("New")), "title:\n  New\nx: y"),
  Example("title: # c\nx: y", .set("title", .text("New")), "title: New # c\nx: y"),
  Example("title:", .set("title", .text("New")), "title: New"),
  Example("title: ~ # c", .set("title", .text("New")), "title: New # c"),
  Example("title: Old # c", .set("title", .empty), "title: # c"),
  Example("title: Old", .set("title", .text("a\nb")), "title: |-\n  a\n  b"),
  Example("title: Old # c", .set("title", .text("a\n\nb\n")), "title: | # c\n  a\n\n  b"),
  Example("title: \"a\\nb\"", .set("title", .text("c\nd")), "title: \"c\\nd\""),
  Example("why: |- # c\n    a\n\n    b\nx: y", .set("why", .text("d")), "why: |- # c\n    d\nx: y"),
  Example("why: |\n  a\nx: y", .set("why", .text("b\nc\n")), "why: |\n  b\n  c\nx: y"),
  Example("why: |\n  a\nx: y", .set("why", .text("  b\nc")), "why: |2-\n    b\n  c\nx: y"),
  Example("why: >-\n  a\n  b\nx: y", .set("why", .text("c d\ne")), "why: >-\n  c d\n\n  e\nx: y"),
  Example("why: |\n  a # b\n  # c\nx: y", .set("why", .empty), "why:\nx: y"),
  Example("why: |-\n  a\nx: y", .set("why", .texts(["b"])), "why: [b]\nx: y"),
  Example("tags: [a, b] # c", .set("tags", .text("d")), "tags: d # c"),
  Example("tags: # c\n  - a # d\n  - b\nx: y", .set("tags", .text("e")), "tags: e # c\nx: y"),
  Example("tags: a, b", .set("tags", .texts(["c", "d, e"])), "tags: [c, \"d, e\"]"),
  Example("tags: [a]", .set("tags", .list([])), "tags: []"),
  Example(
    "consent: {name: yes, photo: no} # c", .set("consent.photo", .word("yes")),
    "consent: {name: yes, photo: yes} # c"),
  Example("{title: Old, x: y}", .set("title", .text("a, b")), "{title: \"a, b\", x: y}"),
]

private let quotes: [Example] = [
  Example("title: Old", .set("title", .text("2026")), "title: \"2026\""),
  Example("title: Old", .set("title", .text("No")), "title: \"No\""),
  Example("title: Old", .set("title", .text("2026-01-15")), "title: \"2026-01-15\""),
  Example("title: Old", .set("title", .text("16:15")), "title: \"16:15\""),
  Example("title: Old", .set("title", .text("null")), "title: \"null\""),
  Example("date: 2026-01-15", .set("date", .text("2026-02-01")), "date: 2026-02-01"),
  Example("x: y", .set("date", .word("2026-02-01")), "x: y\ndate: 2026-02-01"),
  Example("title: Old", .set("title", .text("a: b")), "title: \"a: b\""),
  Example("title: Old", .set("title", .text("a #b")), "title: \"a #b\""),
  Example("title: Old", .set("title", .text("a#b: c\\d")), "title: 'a#b: c\\d'"),
  Example("title: Old", .set("title", .text("@ada")), "title: \"@ada\""),
  Example("title: Old", .set("title", .text("*Big* news")), "title: \"*Big* news\""),
  Example("title: Old", .set("title", .text(" a ")), "title: \" a \""),
  Example("title: Old", .set("title", .text("")), "title: \"\""),
  Example("title: Old", .set("title", .text("a\tb")), "title: \"a\\tb\""),
  Example(
    "title: Old", .set("title", .text("C++ & “q” [x] {y}, 5%")), "title: C++ & “q” [x] {y}, 5%"),
  Example("title: 'Old'", .set("title", .text("a\u{2028}b")), "title: \"a\\u2028b\""),
  // What the reader finds fault with is fixed by a new value.
  Example("title: *Big* news\nx: y", .set("title", .text("News")), "title: News\nx: y"),
  Example("title: a: b # c", .set("title", .text("d")), "title: d # c"),
  Example("title: \"a\nx: y", .set("title", .text("b")), "title: b\nx: y"),
  Example("tags: [a\nx: y", .set("tags", .texts(["b"])), "tags: [b]\nx: y"),
  Example("title: \"a\nstray\nx: y", .set("x", .text("z")), "title: \"a\nstray\nx: z"),
]

private let fields: [Example] = [
  Example("title: T\nwhy: w", .set("tags", .texts(["a"])), "title: T\ntags: [a]\nwhy: w"),
  Example("why: w", .set("title", .text("T")), "title: T\nwhy: w"),
  Example("# top\nwhy: w", .set("title", .text("T")), "title: T\n# top\nwhy: w"),
  Example("x: y", .set("z", .text("T")), "x: y\nz: T"),
  Example("", .set("title", .text("T")), "\ntitle: T"),
  Example("# only this", .set("title", .text("T")), "# only this\ntitle: T"),
  Example("title: T", .set("consent.name", .word("yes")), "title: T\nconsent:\n  name: yes"),
  Example(
    "consent:\n    photo: no", .set("consent.name", .word("yes")),
    "consent:\n    name: yes\n    photo: no"),
  Example(
    "consent: {photo: no}", .set("consent.school", .word("yes")),
    "consent: {photo: no, school: yes}"),
  Example(
    "consent: # c\nx: y", .set("consent.name", .word("no")), "consent: # c\n  name: no\nx: y"),
  Example(
    "tags:\n- a\nx: y",
    .set("rows", .list([.fields([.init("a", .text("b")), .init("c", .text("d"))])])),
    "tags:\n- a\nx: y\nrows:\n- a: b\n  c: d"),
  Example("tags:\n  - a\n  # - b\nwhy: w", .remove("tags"), "why: w"),
  Example("title: a\n  b # c\n\ndate: d", .remove("title"), "\ndate: d"),
  Example("why: |\n  a\n\n  b\ntitle: T", .remove("why"), "title: T"),
  Example("# about x\nx: y\n\ntitle: T", .remove("x"), "\ntitle: T"),
  Example("# about both\nx: y\ntitle: T", .remove("x"), "# about both\ntitle: T"),
  Example("consent:\n  name: yes # c\nx: y", .remove("consent.name"), "consent:\nx: y"),
  Example("consent: {name: yes, photo: no}", .remove("consent.name"), "consent: {photo: no}"),
  Example("rows:\n  - a: b\n    c: d\n  - e: f", .remove("rows[0].a"), "rows:\n  - c: d\n  - e: f"),
  Example(
    "rows:\n  - a: b\n    # c\n    d: e", .remove("rows[0].a"), "rows:\n  -\n    # c\n    d: e"),
]

private let items: [Example] = [
  Example("tags: [a, b]", .insert("tags", 1, .text("c")), "tags: [a, c, b]"),
  Example("tags: [a, b]", .insert("tags", 2, .text("c, d")), "tags: [a, b, \"c, d\"]"),
  Example("tags: [a, b, c]", .remove("tags[1]"), "tags: [a, c]"),
  Example("tags: [a, b]", .remove("tags[1]"), "tags: [a]"),
  Example("tags: [a]", .remove("tags[0]"), "tags: []"),
  Example("tags: [a, b, c]", .move("tags", 2, 0), "tags: [c, a, b]"),
  Example(
    "tags: [\n  a, # x\n  b\n]", .insert("tags", 2, .text("c")), "tags: [\n  a, # x\n  b,\n  c\n]"),
  Example(
    "tags: [\n  a, # x\n  b # y\n]", .insert("tags", 2, .text("c")),
    "tags: [\n  a, # x\n  b, # y\n  c\n]"),
  Example("tags: [\n  a, # x\n  b\n]", .remove("tags[0]"), "tags: [\n  b\n]"),
  Example(
    "tags:\n  - a # x\n  - 'b'", .insert("tags", 1, .text("c")), "tags:\n  - a # x\n  - c\n  - 'b'"),
  Example("tags:\n- a\n- b\nx: y", .insert("tags", 2, .text("c")), "tags:\n- a\n- b\n- c\nx: y"),
  Example("tags:\n  - a # x\n  - 'b'", .remove("tags[0]"), "tags:\n  - 'b'"),
  Example("tags:\n  - a\nx: y", .remove("tags[0]"), "tags:\nx: y"),
  Example(
    "tags:\n  # about a\n  - a\n  - b # x", .move("tags", 0, 1),
    "tags:\n  - b # x\n  # about a\n  - a"),
  Example(
    "tags:\n  - a # x\n  - 'b'\n  - c", .set("tags", .texts(["a", "d", "c", "e"])),
    "tags:\n  - a # x\n  - 'd'\n  - c\n  - e"),
  Example(
    "readings:\n  - date: 2026-01-15   # first\n    value: 3",
    .insert(
      "readings", 1, .fields([.init("date", .word("2026-02-01")), .init("value", .word("4"))])),
    "readings:\n  - date: 2026-01-15   # first\n    value: 3\n  - date: 2026-02-01\n    value: 4"),
  Example(
    "milestones:\n  - title: a\n    evidence: [x] # y\n  - title: b",
    .set("milestones[1].evidence", .texts(["z"])),
    "milestones:\n  - title: a\n    evidence: [x] # y\n  - title: b\n    evidence: [z]"),
  Example(
    "rows: []", .insert("rows", 0, .fields([.init("a", .text("b"))])), "rows:\n  - a: b"),
  Example(
    "rows: [{a: b}]", .insert("rows", 1, .fields([.init("c", .text("d"))])),
    "rows: [{a: b}, {c: d}]"),
  Example(
    "why:\n  - |\n    # no comment\n  - b", .remove("why[1]"), "why:\n  - |\n    # no comment"),
  Example("tags: [[a], b]", .remove("tags[1]"), "tags: [ [a]]"),
]
