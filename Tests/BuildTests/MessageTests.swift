import TestSupport
import Testing

@Suite("Messages say what is, and what to type")
struct MessageTests {
  private func check(_ files: [String: String], _ words: String...) throws -> (Ending, SiteOnDisk) {
    let site = try SiteOnDisk(files)
    return (site.handbook(["check"] + words + ["--today", "2026-03-01"]), site)
  }

  @Test("where nothing is wrong, check says so plainly")
  func allGood() throws {
    let (ending, _) = try check(["pages/a.md": "# A\n\nText.\n", "pages/b.md": "# B\n\nText.\n"])
    #expect(
      ending == Ending(status: 0, output: "All good: 2 entries, ready to build.\n", errors: ""))
    let (one, _) = try check(["pages/a.md": "# A\n\nOne ~~gone ~~word.\n"])
    #expect(one.output == "Ready to build: 1 entry. The warning above can wait.\n")
  }

  @Test(
    "an example in a hint is a file that is there",
    arguments: [
      (["pages/b.md": "# B\n"], "for example b.md"),
      (
        [
          "pages/b.md": "# B\n",
          "resources/r.md": "---\nkind: other\nlicence: cc0\n---\n# R\n\nx\n",
        ],
        "for example ../resources/r.md"
      ),
      ([:], "a link is the path from this file to the other\n"),
    ])
  func examples(files: [String: String], hint: String) throws {
    let page = ["pages/a.md": "# A\n\n[x](nowhere-near.pdf)\n"]
    let (ending, _) = try check(files.merging(page) { $1 })
    #expect(ending.errors.contains(hint))
  }

  @Test(
    "no hint invents a day of consent",
    arguments: ["{name: yes}", "{name: yes, given: soon}", "{name: yes, given: }"])
  func consent(written: String) throws {
    let (ending, _) = try check(["members/m-01.md": "---\nname: Bo Ek\nconsent: \(written)\n---\n"])
    #expect(ending.errors.contains("help: write the day on which they agreed"))
    #expect(!ending.errors.contains("20"))
  }

  @Test(
    "a misspelt field that is needed is not missing as well",
    arguments: [
      ("goals/a.md", "title: A\nstatsu: active\nmeasure: x", "status"),
      ("goals/a.md", "title: A\nstatus: active\nmeasur: x", "measure"),
      ("posts/a.md", "title: A\ndaet: 2026-01-15\nauthors: ada-okafor", "date"),
      ("posts/a.md", "titel: A\ndate: 2026-01-15\nauthors: ada-okafor", "title"),
      ("posts/a.md", "title: A\ndate: 2026-01-15\nauthor: ada-okafor", "authors"),
      (
        "resources/a.md", "title: A\nkind: other\nurl: https://example.org/\nlisence: cc0",
        "licence"
      ),
      ("members/b.md", "name: Bo Ek\nconsent: {name: yes, gven: 2026-01-15}", "given"),
    ])
  func misspelt(file: String, fields: String, meant: String) throws {
    let (ending, _) = try check(["members/ada-okafor.md": ada, file: "---\n\(fields)\n---\n"])
    #expect(ending.errors.contains("'\(meant)'"))
    #expect(ending.errors.contains("[unknown-field]"))
    #expect(!ending.errors.contains("[missing-"))
    #expect(!ending.errors.contains("[nobody-credited]"))
    #expect(!ending.errors.contains("[licence-unknown]"))
  }

  @Test(
    "a mistyped command is answered with the one that was meant",
    arguments: [
      (["chekc"], "there is no 'handbook chekc'", "did you mean 'handbook check'?"),
      (["biuld", "."], "there is no 'handbook biuld'", "did you mean 'handbook build'?"),
      (["new", "pots"], "there is no 'handbook new pots'", "did you mean 'handbook new post'?"),
      (
        ["import", "cvs", "a"], "there is no 'handbook import cvs'",
        "did you mean 'handbook import csv'?"
      ),
      (
        ["explain", "broken-lnk"], "no message is called 'broken-lnk'",
        "did you mean 'handbook explain broken-link'?"
      ),
      (
        ["record", "ada-okafro"], "no member is called 'ada-okafro'",
        "did you mean 'ada-okafor' (Ada Okafor)?"
      ),
      (["record", "bob"], "no member is called 'bob'", "the members are 'ada-okafor'"),
      (
        ["new", "member", "--name", "Bo Ek"], "'handbook new member' has no --name",
        "write --title 'Bo Ek'"
      ),
      (
        ["new", "post", "--name=Slips"], "'handbook new post' has no --name", "write --title Slips"
      ),
    ])
  func commands(words: [String], message: String, hint: String) throws {
    let ending = try SiteOnDisk(["members/ada-okafor.md": ada]).handbook(words)
    #expect(
      ending == Ending(status: 2, output: "", errors: "error: \(message)\n    help: \(hint)\n"))
  }

  @Test("a file that Git LFS keeps is told as that")
  func largeFiles() throws {
    let pointer = """
      version https://git-lfs.github.com/spec/v1
      oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
      size 12345

      """
    for name in ["assets/slip.jpg", "assets/plan.pdf", "pages/a.md"] {
      let page = "# P\n\n![A slip](../assets/slip.jpg)\n"
      let (ending, _) = try check(
        name.hasSuffix("jpg") ? [name: pointer, "pages/p.md": page] : [name: pointer])
      #expect(
        ending.errors.contains(
          "content/\(name): error: the file is not here: Git LFS keeps it, and left a pointer to it in its place [refused-file]\n    help: run 'git lfs pull', which fetches it\n"
        ))
      #expect(ending.errors.hasSuffix("\n1 error\n"))
    }
  }

  @Test(
    "slides made with Keynote are told as such, and nobody looks for the file",
    arguments: [
      "pages/a.md": "# A\n\n[slides](../assets/slides.key)\n",
      "pages/b.md": "# B\n\n[slides](../assets/slides.key)\n",
      "resources/a.md":
        "---\ntitle: A\nkind: slides\nlicence: cc0\nfiles: ../assets/slides.key\n---\n",
    ])
  func keynote(file: String, text: String) throws {
    let (ending, _) = try check([file: text, "assets/slides.key": "PK"])
    #expect(ending.errors.contains("is never published: a file that ends in .key can be a secret"))
    #expect(
      ending.errors.contains("help: of slides made with Keynote, export a PDF or a PowerPoint file")
    )
    #expect(ending.errors.hasSuffix("\n1 error\n"))
  }

  @Test(
    "a text under another ending is told what to be called",
    arguments: [
      ("old.markdown", "is Markdown, but an entry's file ends in .md", "rename it to 'old.md'"),
      (
        "My old.MD.mkd", "is Markdown, but an entry's file ends in .md",
        "rename it to 'my-old-md.md'"
      ),
      (
        "note.txt", "is a text, but an entry's file ends in .md",
        "rename it to 'note.md' and look it over"
      ),
      (
        "minutes.docx", "is a document of a word processor, and no entry",
        "'handbook import docx' makes an entry of it; or put it in content/assets"
      ),
    ])
  func endings(name: String, message: String, hint: String) throws {
    let (ending, _) = try check(["posts/\(name)": "x"])
    #expect(
      ending.errors.contains(
        "warning: '\(name)' \(message), so it is not published [stray-file]\n    help: \(hint)\n"))
  }

  @Test(
    "explain prints what the page on messages says",
    arguments: ["broken-link", "[conflict-mark]", "name-in-text"])
  func explain(name: String) throws {
    let page = String(
      decoding: try #require(filesOfRepository(below: "docs", ending: "diagnostics.md").first)
        .bytes, as: UTF8.self)
    let ending = try SiteOnDisk().handbook("explain", name)
    let id = name.filter { $0 != "[" && $0 != "]" }
    #expect(ending.output.hasPrefix("\(id)\n\n**"))
    #expect(page.contains("### " + ending.output))
    #expect(ending.output.contains("Fixed:"))
    #expect(!ending.output.contains("###"))
  }

  @Test(
    "check --fix takes no character from a title",
    arguments: [
      ("title: @home learning kits", "title: \"@home learning kits\""),
      ("title: “Why: a lesson”", "title: \"“Why: a lesson”\""),
      ("title: [[Rubric]] for all", "title: \"[[Rubric]] for all\""),
      ("title: A\nsummary: @ada said so", "title: A\nsummary: \"@ada said so\""),
      ("title: *Star* pupils", "title: \"*Star* pupils\""),
      ("title: Maths: again", "title: \"Maths: again\""),
    ])
  func titles(written: String, fixed: String) throws {
    let (ending, site) = try check(["pages/a.md": "---\n\(written)\n---\n\nText.\n"], "--fix")
    #expect(ending.status == 0)
    let text = site.files(in: "./content")["pages/a.md"] ?? []
    #expect(String(decoding: text, as: UTF8.self) == "---\n\(fixed)\n---\n\nText.\n")
  }

  @Test("an id of a person still loses its sign")
  func people() throws {
    let post = "---\ntitle: A\ndate: 2026-01-15\nauthors:\n  - @ada-okafor\n---\n\nText.\n"
    let (ending, site) = try check(["members/ada-okafor.md": ada, "posts/a.md": post], "--fix")
    #expect(ending.status == 0)
    let text = site.files(in: "./content")["posts/a.md"] ?? []
    #expect(String(decoding: text, as: UTF8.self) == post.replacing("@ada", with: "ada"))
  }

  @Test("a command to be copied is quoted where a path has spaces")
  func quoted() throws {
    let site = try SiteOnDisk()
    let ending = site.handbook("new", "site", "our site's")
    for line in [
      #"handbook serve 'our site'\''s'"#, #"handbook publish 'our site'\''s'"#,
      #"--site 'our site'\''s'"#,
    ] {
      #expect(ending.output.contains(line))
    }
    let plain = site.handbook("new", "site", "ours")
    #expect(plain.output.contains("handbook serve ours "))
    site.write("./a.csv", "name\nBo Ek\n")
    let missing = site.handbook("import", "csv", "a.csv", "--as", "members", "--site", "no site")
    #expect(missing.errors.contains("handbook new site 'no site'"))
  }
}
