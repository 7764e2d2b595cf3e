import Dates
import Diagnostics
import Markup
import Testing

private enum Kind: String, CaseIterable { case story, question, news }

@Suite("The cursor over fields")
struct FieldReaderTests {
  /// What is said when `lines` are read by `read`, after the reader is closed.
  private func says(_ lines: String, _ read: (inout FieldReader) -> Void) -> String {
    let source = SourceText(path: "content/posts/a.md", "---\n\(lines)\n---\n")
    let extent = FrontMatter.split(source).value
    let map = FrontMatter.fields(of: source, extent, roles: .unknown)
    var reader = FieldReader(map.value ?? FieldMap(), in: source, of: "a post")
    read(&reader)
    reader.close()
    return told(map.diagnostics + reader.diagnostics)
  }

  @Test("an unknown field is an error with the one meant, or what to do with it")
  func unknown() {
    let lines = """
      tittle: a
      Date: b
      author: c
      description: d
      layout: post
      also-known-as: e
      """
    let said = says(lines) { reader in
      for key in ["title", "date", "authors", "summary", "also_known_as"] { _ = reader.text(key) }
      reader.recognise(["abstract", "description"], as: "summary")
      _ = reader.open("extra")
    }
    #expect(
      said == """
        error: a post has no field 'tittle' [unknown-field]
          2: ⟦tittle⟧
          help: did you mean 'title'?
        error: a post has no field 'Date' [unknown-field]
          3: ⟦Date⟧
          help: did you mean 'date'?
        error: a post has no field 'author' [unknown-field]
          4: ⟦author⟧
          help: did you mean 'authors'?
        error: a post has no field 'description' [unknown-field]
          5: ⟦description⟧
          help: here it is called 'summary'
        error: a post has no field 'layout' [unknown-field]
          6: ⟦layout⟧
          help: delete it, or keep it for your own templates, indented below 'extra:'
        error: a post has no field 'also-known-as' [unknown-field]
          7: ⟦also-known-as⟧
          help: did you mean 'also_known_as'?
        """)
  }

  @Test("where few fields are known, they are listed")
  func unknownOfFew() {
    let said = says("zzz: a") { reader in
      _ = reader.text("from")
      _ = reader.text("to")
    }
    #expect(
      said == """
        error: a post has no field 'zzz' [unknown-field]
          2: ⟦zzz⟧
          help: it can have from and to
        """)
  }

  @Test("a field that is missing or empty is asked for")
  func missing() {
    let said = says("title: null\ndate:\nkind: ''") { reader in
      reader.require("title", hint: "title: My title")
      reader.require("date", hint: "date: 2026-01-15")
      reader.require("authors", hint: "authors: ada-okafor")
      _ = reader.text("kind")
    }
    #expect(
      said == """
        error: a post needs the field 'title' [missing-field]
          2: ⟦null⟧
          help: write title: My title
        error: a post needs the field 'date' [missing-field]
          3: ⟦date⟧
          help: write date: 2026-01-15
        error: a post needs the field 'authors' [missing-field]
          1: ⟦---⟧
          help: write authors: ada-okafor
        """)
  }

  @Test("a field that has no place here is refused with the reason")
  func refused() {
    let said = says("email: a@example.org") { reader in
      reader.refuse(
        "email", id: "email-field", "a member's page has no e-mail address",
        because: "Addresses on the web are gathered by senders of junk.", severity: .privacy)
      reader.refuse("apologies", id: "apologies-field", "unused", because: "unused")
    }
    #expect(
      said == """
        privacy: a member's page has no e-mail address [email-field]
          2: ⟦email⟧
          note: Addresses on the web are gathered by senders of junk.
        """)
  }

  @Test("a value of another shape is told in plain words")
  func shapes() {
    let said = says(
      "title: [a]\ndate: {a: b}\ntags: {c: d}\nmeasure: x\nroles: y\nlist: [[z], {q: r}]"
    ) {
      _ = $0.text("title")
      _ = $0.date("date")
      _ = $0.texts("tags")
      _ = $0.map("measure", of: "the measure") { _ in }
      _ = $0.maps("roles", of: "a role") { _ in }
      _ = $0.texts("list")
    }
    #expect(
      said == """
        error: 'title' takes words, not a list [wrong-type]
          2: ⟦[a]⟧
        error: 'date' takes words, not fields of its own [wrong-type]
          3: ⟦{a: b}⟧
        error: 'tags' takes words or a list, not fields of its own [wrong-type]
          4: ⟦{c: d}⟧
        error: 'measure' takes fields of its own, not words [wrong-type]
          5: ⟦x⟧
        error: 'roles' takes a list of fields, not words [wrong-type]
          6: ⟦y⟧
        error: each item of 'list' is words, not a list [wrong-type]
          7: ⟦[z]⟧
        error: each item of 'list' is words, not fields of its own [wrong-type]
          7: ⟦{q: r}⟧
          help: put an item that holds a colon and a space in quotes
        """)
  }

  @Test(
    "a list is one value, a YAML list, or values separated by commas, each in its place",
    arguments: [
      ("tags: ⟦maths⟧", true), ("tags: ⟦maths⟧, ⟦é 7⟧,, ⟦x⟧,", true),
      ("tags: [⟦a⟧, \"⟦b, c⟧\"]", true),
      ("tags: \"⟦a⟧, ⟦b⟧\"", true), ("tags:\n  - ⟦a⟧\n  -\n  - ⟦b, c⟧", true),
      ("tags: ⟦One, two.⟧", false),
      ("tags:", true), ("tags: []", true),
    ])
  func lists(_ marked: String, _ splittingCommas: Bool) {
    let bare = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let source = SourceText(path: "a.md", "---\n\(bare)\n---\n")
    let map = FrontMatter.fields(
      of: source, FrontMatter.split(source).value, roles: .unknown
    ).value
    var reader = FieldReader(map ?? FieldMap(), in: source, of: "a post")
    let items = reader.texts("tags", splittingCommas: splittingCommas)
    #expect(reader.diagnostics.isEmpty)
    var expected: [Located<String>] = []
    for (number, line) in marked.split(separator: "\n").enumerated() {
      var column = 1
      var start: Int?
      var word = String.UnicodeScalarView()
      for scalar in line.unicodeScalars {
        switch scalar {
        case "⟦": (start, word) = (column, String.UnicodeScalarView())
        case "⟧":
          let span = SourceSpan(line: number + 2, column: start ?? 0, length: word.count)
          expected.append(Located(String(word), at: span))
        default:
          word.append(scalar)
          column += 1
        }
      }
    }
    #expect(items == expected)
  }

  @Test("a choice is one of the words listed, and the list is shown")
  func choices() {
    var found: Kind?
    let said = says("kind: Storry\nother: blog\nright: news") { reader in
      _ = reader.choice("kind", Kind.self)
      _ = reader.choice("other", Kind.self)
      found = reader.choice("right", Kind.self)?.value
    }
    #expect(found == .news)
    #expect(
      said == """
        error: 'kind' cannot be 'Storry' [bad-choice]
          2: ⟦Storry⟧
          help: did you mean 'story'?
          help: write one of: story, question, news
        error: 'other' cannot be 'blog' [bad-choice]
          3: ⟦blog⟧
          help: write one of: story, question, news
        """)
  }

  @Test("yes and no are taken in YAML's spellings")
  func yesNo() {
    var found: [Bool?] = []
    let said = says("a: Yes\nb: off\nc: TRUE\nd: no\ne: maybe") { reader in
      found = ["a", "b", "c", "d", "e"].map { reader.yesNo($0)?.value }
    }
    #expect(found == [true, false, true, false, nil])
    #expect(
      said == """
        error: 'e' is yes or no, not 'maybe' [bad-choice]
          6: ⟦maybe⟧
          help: write e: yes or e: no
        """)
  }

  @Test("a count is a whole number")
  func counts() {
    var found: Int?
    let said = says("guests: 12\nrevision: -1\nnumber: 3 people") { reader in
      found = reader.count("guests")?.value
      _ = reader.count("revision")
      _ = reader.count("number")
    }
    #expect(found == 12)
    #expect(
      said == """
        error: 'revision' is a whole number, not '-1' [bad-number]
          3: ⟦-1⟧
          help: write revision: 12
        error: 'number' is a whole number, not '3 people' [bad-number]
          4: ⟦3 people⟧
          help: write number: 3
        """)
  }

  @Test(
    "a number in another spelling is answered with the number meant",
    arguments: [
      ("1,5", "write n: 1.5"), ("85 %", "write n: 85"), ("1,234", "write n: 1234 or n: 1.234"),
      ("£3.50", "write n: 3.50"), ("-2,5 points", "write n: -2.5"),
      ("1e5", "write digits alone, such as n: 12.5"),
      ("nan", "write digits alone, such as n: 12.5"),
      ("1.2.3", "write digits alone, such as n: 12.5"),
      ("half", "write digits alone, such as n: 12.5"),
    ])
  func numbers(_ value: String, _ hint: String) {
    let said = says("n: \(value)") { _ = $0.number("n") }
    #expect(
      said == """
        error: 'n' is a number, not '\(value)' [bad-number]
          2: ⟦\(value)⟧
          help: \(hint)
        """)
  }

  @Test(
    "numbers keep their decimals and their sign",
    arguments: [("12", 12), ("-0.5", -0.5), ("85.25", 85.25)])
  func plainNumbers(_ value: String, _ number: Double) {
    var found: Double?
    let said = says("n: \(value)") { found = $0.number("n")?.value }
    #expect(said.isEmpty)
    #expect(found == number)
  }

  @Test(
    "a date in another spelling is answered with the date meant",
    arguments: [
      ("25.08.2023", "write date: 2023-08-25"), ("25/08/2023", "write date: 2023-08-25"),
      ("08/25/2023", "write date: 2023-08-25"), ("25 August 2023", "write date: 2023-08-25"),
      ("August 25, 2023", "write date: 2023-08-25"), ("25th of Aug 2023", "write date: 2023-08-25"),
      ("2023-8-5", "write date: 2023-08-05"), ("2023/08/25", "write date: 2023-08-25"),
      ("2023-08-25T10:00:00Z", "write date: 2023-08-25"),
      ("2023-08-25 10:00", "write date: 2023-08-25"),
      ("2020-01-01 10:00:00 +0200", "write date: 2020-01-01"),
      ("25.8.23", "write date: 2023-08-25"),
      ("03/04/2024", "write date: 2024-04-03 or date: 2024-03-04"),
      ("04.04.2024", "write date: 2024-04-04"),
      ("next Tuesday", "write date: 2026-01-15"), ("2024", "write date: 2026-01-15"),
      ("99/99/2024", "write date: 2026-01-15"), ("1 2 3 4 5 6", "write date: 2026-01-15"),
    ])
  func dates(_ value: String, _ hint: String) {
    let said = says("date: \(value)") { _ = $0.date("date") }
    #expect(
      said == """
        error: 'date' is a date such as 2026-01-15, not '\(value)' [bad-date]
          2: ⟦\(value)⟧
          help: \(hint)
        """)
  }

  @Test(
    "a day that its month does not have is told so",
    arguments: [
      ("2026-02-30", "February 2026 has 28 days."), ("29/02/2027", "February 2027 has 28 days."),
      ("2026-04-31", "April 2026 has 30 days."), ("31 June 2026", "June 2026 has 30 days."),
    ])
  func unrealDates(_ value: String, _ reason: String) {
    let said = says("date: \(value)") { _ = $0.date("date") }
    #expect(
      said == """
        error: 'date' is a date such as 2026-01-15, not '\(value)' [bad-date]
          2: ⟦\(value)⟧
          note: \(reason)
          help: write a day that exists
        """)
  }

  @Test(
    "a time in another spelling is answered with the time meant",
    arguments: [
      ("4pm", "16:00"), ("4 PM", "16:00"), ("12am", "00:00"), ("12:30 pm", "12:30"),
      ("16.00", "16:00"),
      ("16h00", "16:00"), ("16h", "16:00"), ("1600", "16:00"), ("930", "09:30"), ("9:30", "09:30"),
      ("16:00:00", "16:00"), ("after lunch", "16:00"), ("25:00", "16:00"), ("13pm", "16:00"),
      ("4", "16:00"), ("99999999999999999999", "16:00"),
    ])
  func times(_ value: String, _ meant: String) {
    let said = says("start: \(value)") { _ = $0.time("start") }
    #expect(
      said == """
        error: 'start' is a time such as 16:00, not '\(value)' [bad-time]
          2: ⟦\(value)⟧
          help: write start: \(meant)
        """)
  }

  @Test("dates and times that are right are read")
  func rightDates() {
    let said = says("date: 2026-01-15\nstart: \"16:00\"") { reader in
      #expect(reader.date("date")?.value == CalendarDate(year: 2026, month: 1, day: 15))
      #expect(reader.time("start")?.value == ClockTime(hour: 16, minute: 0))
    }
    #expect(said.isEmpty)
  }

  @Test("an address is checked by whoever knows which are safe")
  func addresses() {
    let said = says("url: javascript:alert(1)\nlink: https://example.org") { reader in
      let check: AddressCheck = {
        $0.hasPrefix("https:") ? nil : "Only https, http, mailto and tel are linked."
      }
      _ = reader.address("url", check: check)
      #expect(reader.address("link", check: check)?.value == "https://example.org")
    }
    #expect(
      said == """
        error: 'url' cannot link to 'javascript:alert(1)' [bad-address]
          2: ⟦javascript:alert(1)⟧
          note: Only https, http, mailto and tel are linked.
          help: write the whole address, such as https://example.org/page
        """)
  }

  @Test("fields below a field are read, closed and told together")
  func nested() {
    var found: [String] = []
    let lines = """
      consent: {name: yes, fotos: no}
      roles:
        - role: chair
          form: 2026-01-15
        - treasurer
      offers: [coaching, {tag: marking, note: on Fridays}]
      links: {label: a}
      """
    let said = says(lines) { reader in
      _ = reader.map("consent", of: "consent") { inner in
        _ = inner.yesNo("name")
        _ = inner.yesNo("photo")
      }
      _ = reader.maps("roles", of: "a role") { inner in
        found.append(inner.text("role")?.value ?? "")
        _ = inner.date("from")
      }
      let offers = reader.items(
        "offers", of: "an offer", text: { $0.value }, map: { $0.text("tag")?.value })
      found += offers.map(\.value)
      found += reader.maps("links", of: "a link") { $0.text("label")?.value ?? "" }.map(\.value)
    }
    #expect(found == ["chair", "coaching", "marking", "a"])
    #expect(
      said == """
        error: consent has no field 'fotos' [unknown-field]
          2: ⟦fotos⟧
          help: it can have name and photo
        error: a role has no field 'form' [unknown-field]
          5: ⟦form⟧
          help: did you mean 'from'?
        error: each item of 'roles' is fields, not words [wrong-type]
          6: ⟦treasurer⟧
        error: an offer has no field 'note' [unknown-field]
          7: ⟦note⟧
          help: it can have tag
        """)
  }

  @Test("what is quoted from the input can neither hide nor start a command")
  func quoting() {
    let said = says("\"::error::x\\e[2J\": a\nkind: \"\u{202E}evil\"") { reader in
      _ = reader.choice("kind", Kind.self)
    }
    #expect(said.contains("a post has no field '::error::x\\u{1B}[2J' [unknown-field]"))
    #expect(said.contains("'kind' cannot be '\\u{202E}evil' [bad-choice]"))
  }
}
