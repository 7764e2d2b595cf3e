import Build
import Community
import Diagnostics
import Files
import Markup
import TestSupport
import Testing

@Suite("The list of what an import left to settle")
struct DebtTests {
  private func read(_ text: String) -> Diagnosed<Debt> {
    Debt.read(SourceText(path: "content/debt.yml", text))
  }

  private func kind(_ id: DiagnosticID) throws -> DebtKind { try #require(DebtKind(id)) }

  private func sample() throws -> Debt {
    let digest = LineDigest(of: "![](a.png)".utf8)
    var debt = Debt()
    debt.add(
      DebtItem(try kind("image-without-words"), line: digest), at: path("content/posts/b.md"))
    debt.add(
      DebtItem(try kind("dead-link"), line: digest, former: "/it's/old, \u{1B}[2J{here}/ # x"),
      at: path("content/posts/a.md"))
    debt.add(DebtItem(try kind("missing-field"), line: nil), at: path("content/posts/b.md"))
    debt.add(
      DebtItem(try kind("large-image"), line: nil), at: path("content/assets/a 'b' #c.png"))
    return debt
  }

  private func path(_ text: String) -> RelativePath {
    (try? RelativePath(text)) ?? RelativePath(fixed: "none")
  }

  @Test("it is sorted by path, an item a line, with what each kind is settled by")
  func text() throws {
    #expect(
      String(decoding: try sample().text, as: UTF8.self) == """
        # What this handbook still owes since it moved in. An import wrote it; nobody adds to it by hand.
        # What is listed here and reads as it read stops no build. What is new or was touched is checked.
        # 'handbook debt' shows each with its place. Fix what you like, in any order; 'handbook check
        # --fix' then takes it off the list. 'line' is a digest of the line, so nobody is named here.

        remedies:
          dead-link: 'link its words to where the page is now, or close it'
          image-without-words: 'write what it shows between the brackets: ![…]'
          large-image: 'save it smaller'
          missing-field: 'write the field that the message names'

        entries:
          'content/assets/a ''b'' #c.png':
            - {what: large-image}
          content/posts/a.md:
            - {what: dead-link, line: \(LineDigest(of: "![](a.png)".utf8)), former: '/it''s/old, [2J{here}/ # x'}
          content/posts/b.md:
            - {what: image-without-words, line: \(LineDigest(of: "![](a.png)".utf8))}
            - {what: missing-field}

        """)
  }

  @Test("what was written is read as it was, also with the line ends of another system")
  func roundTrip() throws {
    let debt = try sample()
    let text = String(decoding: debt.text, as: UTF8.self)
    for written in [text, text.replacing("\n", with: "\r\n"), text.replacing("}\n", with: "}  \n")]
    {
      let read = read(written)
      #expect(read.diagnostics == [])
      #expect(read.value.items == debt.items)
      #expect(read.value.count == 4)
      #expect(read.value.text == debt.text)
    }
    #expect(read("").diagnostics == [])
    #expect(read("entries: {}\n").value.isEmpty)
    #expect(read(String(decoding: Debt().text, as: UTF8.self)).diagnostics == [])
  }

  @Test("it is YAML that any other program reads")
  func yaml() throws {
    let source = SourceText(path: "debt.yml", bytes: try sample().text)
    let read = FieldMap.read(wholeFile: source, roles: .unknown)
    #expect(read.diagnostics == [])
    #expect(read.value?.fields.map(\.key) == ["remedies", "entries"])
  }

  @Test(
    "a line that no import writes is an error with its place",
    arguments: [
      ("junk", 1), ("- {what: dead-link}", 1), ("entries:\n  content/posts/a.md: 1\n    - x\n", 3),
      ("entries:\n    - {what: dead-link}\n", 2), ("entries:\n  ../a.md:\n", 2),
      ("entries:\n  content/posts/a.md:\n    - {what: dead-link, line: 12}\n", 3),
      ("entries:\n  content/posts/a.md:\n    - {what: dead-link, was: x}\n", 3),
      ("entries:\n  content/posts/a.md:\n    - {what: dead-link, former: 'a'b'}\n", 3),
      ("entries:\n  content/posts/a.md:\n    - {}\n", 3),
      ("entries:\n<<<<<<< here\n", 2),
      ("entries:\n\n\t- {what: dead-link}\n", 3),
    ])
  func noLine(text: String, line: Int) {
    let problems = read(text).diagnostics
    #expect(problems.first?.id == "bad-debt")
    #expect(problems.first?.location?.line == line)
    #expect(problems.first?.summary == "this is no line of debt.yml that an import writes")
    #expect(
      problems.first?.hints == [
        "take the line out; after a merge, keep the lines that both sides have"
      ])
  }

  @Test("a file that is listed twice, and what cannot be owed, are errors")
  func refused() {
    let text = """
      entries:
        content/posts/a.md:
          - {what: duplicate-id}
          - {what: nothing-at-all}
        content/posts/a.md:
          - {what: dead-link}

      """
    let problems = read(text).diagnostics
    #expect(
      problems.map(\.summary) == [
        "'duplicate-id' cannot be owed", "'nothing-at-all' cannot be owed",
        "'content/posts/a.md' is listed twice",
      ])
    #expect(problems.map { $0.location?.line } == [3, 4, 5])
    #expect(problems.allSatisfy { $0.id == "bad-debt" && $0.severity == .error })
    #expect(
      problems[0].explanation
        == "What keeps a site from being built, or tells who may read it, is fixed at once.")
    #expect(
      problems[0].hints == ["take the line out, and fix what 'handbook check' says of the entry"])
    #expect(
      problems[2].hints == ["keep one of the two, with what both sides of a merge have below it"])
  }

  @Test(
    "a privacy finding is never owed",
    arguments: [
      "name-in-text", "email-address", "phone-number", "undisclosed-photo", "file-tells-place",
    ])
  func privacy(id: String) {
    let text = "entries:\n  content/posts/a.md:\n    - {what: \(id)}\n"
    let problem = read(text).diagnostics.first
    #expect(problem?.id == "private-debt")
    #expect(problem?.severity == .error)
    #expect(problem?.summary == "'\(id)' is a privacy finding, and those are never owed")
    #expect(
      problem?.explanation
        == "Whoever is named without consent cannot wait until somebody has the time.")
    #expect(
      problem?.hints == ["take the line out, and fix what 'handbook check' says of the entry"])
    #expect(read(text).value.isEmpty)
    let source = SourceText(path: "content/posts/a.md", "Ada\n")
    let id = DiagnosticID(rawValue: id)
    let found = Diagnostic(.privacy, id, at: source.location(line: 1), "x", words: "Ada")
    #expect(DebtItem(of: found, in: source) == nil)
    // Whatever its id: the severity decides.
    let disguised = Diagnostic(.privacy, "broken-link", at: source.location(line: 1), "x")
    #expect(DebtItem(of: disguised, in: source) == nil)
    #expect(DebtKind.all.allSatisfy { !$0.id.isPrivacyFinding })
  }

  @Test("the list is bounded: what is above is not added, and is an error where it is written")
  func bounded() throws {
    var debt = Debt()
    let item = DebtItem(try kind("large-image"), line: nil)
    for _ in 0..<Debt.mostItems { debt.add(item, at: path("content/posts/a.md")) }
    #expect(debt.count == Debt.mostItems)
    let isAdded = debt.add(item, at: path("content/posts/b.md"))
    #expect(!isAdded && debt.count == Debt.mostItems)
    #expect(debt.text.count < Debt.largest)
    let text = String(decoding: debt.text, as: UTF8.self)
    #expect(read(text).diagnostics == [])
    let more = read(text + "    - {what: large-image}\n" + text)
    #expect(more.diagnostics.count == 1)
    #expect(
      more.diagnostics.first?.summary
        == "debt.yml lists more than 20000 things, the most that may be owed")
    #expect(
      more.diagnostics.first?.hints == [
        "take out the lines from here on, and fix what they stand for"
      ])
    #expect(read(String(repeating: "x\n", count: 100_000)).diagnostics.count == 100)
  }

  @Test("a line is known again by its words, however they are spaced, and not by its number")
  func digest() {
    let first = SourceText(path: "a", "one\r\n  ![](a.png)  x\r\n")
    let second = SourceText(path: "a", "new\nmore\n![](a.png)\tx\n")
    #expect(first.digest(ofLine: 2) == second.digest(ofLine: 3))
    #expect(first.digest(ofLine: 2) != first.digest(ofLine: 1))
    #expect(LineDigest(hexadecimal: "0123456789ABCDEF".utf8) == nil)
    #expect(LineDigest(hexadecimal: "0123456789abcde".utf8) == nil)
    #expect(
      LineDigest(hexadecimal: "0123456789abcdef".utf8)?.description == "0123456789abcdef")
  }

  @Test("what only the import knew is noted at the line that holds the words in its place")
  func notes() throws {
    let source = SourceText(path: "content/posts/a.md", "the guide\n\nthe guide and the guide\n")
    let deadLink = try kind("dead-link")
    let items = DebtItem.items(
      for: [
        DebtItem.Note(deadLink, words: "the guide", former: "/a/"),
        DebtItem.Note(deadLink, words: "the guide", former: "/b/"),
        DebtItem.Note(deadLink, words: "the guide", former: "/c/"),
        DebtItem.Note(deadLink, words: "not there", former: "/d/"),
        DebtItem.Note(deadLink, words: "", former: String(repeating: "x", count: 501)),
      ], in: source)
    #expect(
      items.map(\.line) == [
        source.digest(ofLine: 1), source.digest(ofLine: 3), source.digest(ofLine: 3), nil, nil,
      ])
    #expect(items.map(\.former) == ["/a/", "/b/", "/c/", "/d/", nil])
  }

  @Test("old addresses are kept only where they name nobody and tell no address or number")
  func nameless() async throws {
    let site = try await handbook(["members/ada-okafor.md": ada, "members/m-07.md": maria])
    let library = try #require(site.source?.library)
    let words = NamelessWords(library)
    for telling in [
      "/people/ada-okafor/", "/2019/maria_lopez.html", "/MariaLopez/",
      "mailto:x.y@riverside-school.org",
      "photos/Ada%20Okafor.jpg", "/m/Mari Lopez",
    ] {
      #expect(!words.tellNobody(telling), "\(telling)")
    }
    for plain in ["/old/guide/", "../lessons/fractions.html#use", "https://example.org/a?b=1"] {
      #expect(words.tellNobody(plain), "\(plain)")
    }
    var debt = Debt()
    for former in ["/people/ada-okafor/", "/old/guide/"] {
      let item = DebtItem(try kind("dead-link"), line: nil, former: former)
      debt.add(item, at: path("content/posts/a.md"))
    }
    let kept = debt.keepingFormer(where: words.tellNobody)
    #expect(kept.items.values.joined().map(\.former) == [nil, "/old/guide/"])
    #expect(kept.count == 2)
  }

  @Test("what is settled goes, each item once")
  func removal() throws {
    var debt = Debt()
    let one = DebtItem(try kind("dead-link"), line: nil, former: "/a/")
    let other = DebtItem(try kind("dead-link"), line: nil, former: "/b/")
    let place = path("content/posts/a.md")
    for item in [one, one, other] { debt.add(item, at: place) }
    debt.remove([one, other, other], at: place)
    #expect(debt.items == [place: [one]])
    debt.remove([one], at: place)
    #expect(debt.isEmpty && debt.items.isEmpty)
  }

  @Test("the line that counts what is owed tells the most of a kind first")
  func sentence() throws {
    let ids: [DiagnosticID] =
      ["missing-field", "image-without-words", "image-without-words", "dead-link", "raw-html"]
      + ["broken-link", "shortcode", "shortcode", "shortcode", "large-image"]
    #expect(
      DebtSum(ids.compactMap { DebtKind($0) }).sentence
        == "10 things are owed from the import: 3 texts with commands of another tool, 2 pictures "
        + "without alternative text, 1 link to a file that is not there, 1 dead link of the old "
        + "site, 1 picture that is slow to load, 2 others; 'handbook debt' lists them")
    #expect(
      DebtSum([try kind("dead-link")]).sentence
        == "1 thing is owed from the import: 1 dead link of the old site; 'handbook debt' shows it")
    #expect(DebtSum([]).sentence == nil)
  }

  @Test("the paths of the imports' ledger are read, and nothing else of it")
  func ledger() {
    let digest = String(repeating: "0a", count: 16)
    let text = """
      # What 'handbook import' wrote
      imports:
        - from: hugo \(digest)
          day: 2026-03-01
          files:
            - \(digest) \(digest) content/posts/a.md
            - \(digest) - content/members/m-01.md
            - '\(digest) - content/assets/it''s #1.png'
            - something else
      unfinished: yes

      """
    let source = SourceText(path: "content/imports.yml", text)
    let expected = ["content/posts/a.md", "content/members/m-01.md", "content/assets/it's #1.png"]
    #expect(ImportedPaths(source).paths.map(\.description).sorted() == expected.sorted())
    let renamed = ImportedPaths.text(
      of: source, renaming: [path("content/posts/a.md"): path("content/posts/b.md")],
      dropping: [path("content/members/m-01.md")])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = lines.filter { !$0.contains("m-01") }.joined(separator: "\n")
      .replacing("posts/a.md", with: "posts/b.md")
    #expect(renamed.map { String(decoding: $0, as: UTF8.self) } == new)
    #expect(ImportedPaths.text(of: source, renaming: [:], dropping: []) == nil)
  }
}
