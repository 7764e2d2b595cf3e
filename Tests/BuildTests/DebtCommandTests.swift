import Community
import Diagnostics
import Files
import TestSupport
import Testing

private let story = """
  ---
  date: 2026-01-15
  authors: ada-okafor
  ---

  # Exit tickets

  They work. See the guide.

  ![the tickets](tickets.png)

  And [[nothing-of-the-name]] besides.
  • a list of a word processor

  """

@Suite("The command debt, and what others make of the list")
struct DebtCommandTests {
  private let path = RelativePath(fixed: "content/posts/exit-tickets.md")

  private func site(_ more: [String: String] = [:]) async throws -> SiteOnDisk {
    let kind = try #require(DebtKind("dead-link"))
    let note = DebtItem.Note(kind, words: "the guide", former: "/old/guide/")
    let files = ["members/ada-okafor.md": ada, "posts/exit-tickets.md": story]
    return try SiteOnDisk(
      try await owing(files.merging(more) { $1 }, notes: [path: [note]]))
  }

  private func list(_ site: SiteOnDisk) -> String {
    site.files(in: "./content")["debt.yml"].map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private let sentence =
    "4 things are owed from the import: 1 dead link of the old site, 1 picture that is not there, "
    + "1 list of a word processor, 1 link to an entry that is not there; 'handbook debt' lists them\n"

  @Test("check and build go on, with --strict too, and tell it in one line")
  func oneLine() async throws {
    let site = try await site()
    for words in [["check"], ["check", "--strict"], ["build"], ["build", "--strict"], ["build"]] {
      let ending = site.handbook(words + ["--today", "2026-03-01"])
      #expect(ending.status == 0, "\(words) \(ending.errors)")
      #expect(ending.errors == sentence, "\(words)")
    }
    let check = site.handbook("check", "--today", "2026-03-01")
    #expect(check.output == "All good: 2 entries, ready to build.\n")
    let quiet = site.handbook("check", "--quiet", "--today", "2026-03-01")
    #expect(quiet == Ending(status: 0, output: "", errors: ""))
    let json = site.handbook("check", "--format", "json", "--today", "2026-03-01")
    #expect(json.output == "[]\n" && json.errors == "")
  }

  @Test("publish goes on and tells it, also where nothing has changed since")
  func published() async throws {
    let files = try await owing(["pages/a.md": "# A\n\n[gone](gone.md)\n"])
    let site = try HostedSite(files)
    for _ in 0..<2 {
      let ending = site.publish()
      #expect(ending.status == 0, "\(ending.errors)")
      #expect(
        ending.errors.contains(
          "1 thing is owed from the import: 1 link to a file that is not there; 'handbook debt' "
            + "shows it\n"))
    }
  }

  @Test("debt lists each thing with its place, what is wrong and the remedy")
  func listed() async throws {
    let site = try await site()
    let ending = site.handbook("debt", "--today", "2026-03-01")
    #expect(ending.status == 0 && ending.errors == "")
    #expect(
      ending.output == """
        The Circle: 4 things are owed from the import
        Nothing of it stops a build while its line reads as it read.

        Dead links of the old site [dead-link]: 1

          Link its words to where the page is now, or close it
          - They work. See the guide.
            in the old site: /old/guide/
            content/posts/exit-tickets.md:8

        Pictures that are not there [missing-image]: 1

          Add the picture, or take it out of the text
          - there is no picture 'tickets.png'
            put it in content/assets, and write the path from this file to it
            content/posts/exit-tickets.md:10

        Lists of a word processor [pasted-list]: 1

          Run 'handbook check --fix'
          - a line that starts '•' is not a list item
            write: - a list of a word processor
            content/posts/exit-tickets.md:13

        Links to entries that are not there [unknown-link]: 1

          Write the id of the entry that is meant, or take the brackets out
          - nothing is called 'nothing-of-the-name'
            write the id of an entry, a file's name without .md
            content/posts/exit-tickets.md:12

        """)
  }

  @Test("debt can be asked for one kind, one entry, entry by entry and as JSON")
  func chosen() async throws {
    let site = try await site()
    let kind = site.handbook("debt", "--kind", "dead-link")
    #expect(kind.output.contains("1 thing is owed from the import"))
    #expect(!kind.output.contains("tickets.png"))
    let entry = site.handbook("debt", "--entry", "members/ada-okafor")
    #expect(entry.output.contains("The Circle: nothing is owed from the import"))
    let byEntry = site.handbook("debt", "--by-entry", site.path)
    #expect(byEntry.output.contains("content/posts/exit-tickets.md: 4\n"))
    #expect(byEntry.output.contains("- dead link of the old site: They work. See the guide."))
    #expect(byEntry.output.contains("    \(site.path)/content/posts/exit-tickets.md:8\n"))
    let json = site.handbook("debt", "--json").output
    #expect(
      json.contains(
        #"{"what": "dead-link", "path": "content/posts/exit-tickets.md", "line": 8, "text": "#
          + #""They work. See the guide.", "former": "/old/guide/", "remedy": "#
          + #""link its words to where the page is now, or close it", "hints": []}"#))
    #expect(json.contains(#""owed": 4"#) && json.contains(#""settled": 0"#))
  }

  @Test("what cannot be asked for is said, with what was meant")
  func slips() async throws {
    let site = try await site()
    #expect(
      site.handbook("debt", "--kind", "dead-lnk")
        == Ending(
          status: 2, output: "",
          errors: """
            error: nothing of the kind 'dead-lnk' can be owed
                help: did you mean 'dead-link'?

            """))
    #expect(
      site.handbook("debt", "--kind", "name-in-text").errors.contains(
        "nothing of the kind 'name-in-text' can be owed"))
    #expect(
      site.handbook("debt", "--entry", "posts/none").errors == """
        error: there is no entry 'posts/none'
            help: write it as posts/a-story

        """)
    #expect(
      site.handbook("debt", "close").errors.contains(
        "say what to close: places, --kind or --all-settled"))
  }

  @Test("a long list of one kind is folded, and --all unfolds it")
  func folded() async throws {
    let many = (0..<12).map { "![p](p\($0).png)\n" }.joined(separator: "\n")
    let site = try await site(["pages/a.md": "# A\n\n\(many)"])
    let short = site.handbook("debt").output
    #expect(short.contains("Pictures that are not there [missing-image]: 13"))
    #expect(short.contains("… and 3 more; --all shows them"))
    let long = site.handbook("debt", "--all").output
    #expect(!long.contains("--all shows them") && long.contains("p11.png"))
  }

  @Test("what only the import knew can be closed by line, by entry and by kind")
  func close() async throws {
    for words in [
      ["content/posts/exit-tickets.md:8"], ["posts/exit-tickets"],
      ["content/posts/exit-tickets.md"], ["--kind", "dead-link"],
    ] {
      let site = try await site()
      let ending = site.handbook(["debt", "close"] + words)
      #expect(
        ending
          == Ending(status: 0, output: "Closed 1 thing. 3 things are left.\n", errors: ""),
        "\(words)")
      #expect(!list(site).contains("dead-link"))
      #expect(site.handbook("check", "--today", "2026-03-01").status == 0)
    }
  }

  @Test("what check would tell again cannot be closed")
  func standing() async throws {
    let site = try await site()
    let before = list(site)
    #expect(
      site.handbook("debt", "close", "content/posts/exit-tickets.md:10").errors == """
        error: 'content/posts/exit-tickets.md:10' still has a picture that is not there
            help: add the picture, or take it out of the text

        """)
    #expect(
      site.handbook("debt", "close", "--kind", "missing-image").errors == """
        error: 'missing-image' is told by 'handbook check', so it cannot be closed
            help: add the picture, or take it out of the text

        """)
    #expect(
      site.handbook("debt", "close", "posts/none").errors == """
        error: 'posts/none' owes nothing
            help: 'handbook debt' lists what does

        """)
    #expect(
      site.handbook("debt", "close", "--all-settled").output == "There was nothing to close.\n")
    #expect(list(site) == before)
  }

  @Test("what is settled is told by debt alone, and taken off by close or by check --fix")
  func settled() async throws {
    for words in [["debt", "close", "--all-settled"], ["check", "--fix"]] {
      let site = try await site()
      site.write(
        "posts/exit-tickets.md",
        story.replacing("![the tickets](tickets.png)", with: "").replacing("•", with: "-")
          .replacing("[[nothing-of-the-name]]", with: "more"))
      let check = site.handbook("check", "--today", "2026-03-01")
      #expect(check.status == 0)
      #expect(check.errors.hasPrefix("1 thing is owed from the import: 1 dead link"))
      #expect(
        site.handbook("debt").output.contains(
          "3 more are settled; 'handbook debt close --all-settled' takes them off the list."))
      let ending = site.handbook(words)
      #expect(ending.status == 0)
      #expect(
        ending.output.hasPrefix(
          words[0] == "debt"
            ? "Closed 3 things. 1 thing is left.\n" : "Took 3 settled things off content/debt.yml\n"
        ))
      #expect(list(site).contains("dead-link") && !list(site).contains("missing-image"))
      #expect(
        site.handbook("debt", "close", "posts/exit-tickets").output
          == "Closed 1 thing. Nothing is owed any more.\n")
      #expect(list(site) == "")
      #expect(site.handbook("check", "--today", "2026-03-01").errors == "")
    }
  }

  @Test("check --fix fixes what is owed, and leaves what else its line owes on the list")
  func fix() async throws {
    let line = "• see [[nothing-of-the-name]]\n"
    let site = try await site(["pages/a.md": "# A\n\nText.\n\n\(line)"])
    let ending = site.handbook("check", "--fix", "--today", "2026-03-01")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.output.contains("Fixed 1 place in content/pages/a.md\n"))
    #expect(ending.output.contains("Took 2 settled things off content/debt.yml\n"))
    #expect(!list(site).contains("pasted-list"))
    #expect(site.handbook("check", "--strict", "--today", "2026-03-01").status == 0)
  }

  @Test("the report tells first what one command does, then what one decision settles most of")
  func report() async throws {
    let page = "# A\n\n[gone](../posts/gone.md) @m-07\n"
    let site = try await site([
      "handbook.yml": privateSettings, "pages/a.md": page, "pages/b.md": page, "pages/c.md": page,
      "members/m-07.md": maria,
    ])
    let ending = site.handbook("report", "--today", "2026-03-01")
    #expect(
      ending.output.contains(
        """
        Owed from the import: 7

          Run 'handbook check --fix'
          - Lists of a word processor: 1 place, one command
            content/posts/exit-tickets.md:13

          Ask for consent to 'name'; until then they are shown as a member
          - Maria Lopez: 3 places, one decision
            content/members/m-07.md

          Write the path of the file that is meant, or take the link out
          - ../posts/gone.md: 3 places, one decision
            content/pages/a.md:3

          Add the picture, or take it out of the text
          - tickets.png: 1 place, one decision
            content/posts/exit-tickets.md:10

        """), "\(ending.output)")
    #expect(
      site.handbook("report", "--json").output.contains(
        #"{"what": "consent", "subject": "Maria Lopez", "places": 3, "decisions": 1, "#))
    let none = try SiteOnDisk(["pages/a.md": "# A\n"])
    #expect(!none.handbook("report").output.contains("Owed"))
  }

  @Test(
    "rename takes what an entry owes along, and what other entries owe on lines that it changes")
  func rename() async throws {
    let site = try await site([
      "pages/a.md": "# A\n\nSee [it](../posts/exit-tickets.md) and [gone](gone.md).\n"
    ])
    #expect(site.handbook("check", "--today", "2026-03-01").status == 0)
    let ending = site.handbook("rename", "posts/exit-tickets", "tickets-at-the-door")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(!list(site).contains("exit-tickets"))
    #expect(list(site).contains("  content/posts/tickets-at-the-door.md:\n"))
    let after = site.handbook("check", "--strict", "--today", "2026-03-01")
    #expect(after.status == 0, "\(after.errors)")
    #expect(after.errors.hasPrefix("5 things are owed from the import"))
    #expect(site.handbook("debt").output.contains("in the old site: /old/guide/"))
    let ledger = site.files(in: "./content")["imports.yml"].map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(ledger?.contains("content/posts/tickets-at-the-door.md\n") == true)
    #expect(ledger?.contains("exit-tickets.md") == false)
  }

  @Test("forget takes whatever names the member out of both lists")
  func forget() async throws {
    let kind = try #require(DebtKind("dead-link"))
    let note = DebtItem.Note(kind, words: "the guide", former: "/people/maria-lopez/")
    let files = [
      "handbook.yml": privateSettings, "members/ada-okafor.md": ada,
      "members/maria-lopez.md": maria, "posts/exit-tickets.md": story,
      "pages/a.md": "# A\n\nSee @maria-lopez and [gone](gone.md).\n",
    ]
    let site = try SiteOnDisk(try await owing(files, notes: [path: [note]]))
    #expect(site.handbook("check", "--today", "2026-03-01").status == 0)
    let ending = site.handbook("forget", "maria-lopez", "--yes")
    #expect(ending.status == 0, "\(ending.errors)")
    let content = site.files(in: "./content")
    for name in ["debt.yml", "imports.yml"] {
      let text = content[name].map { String(decoding: $0, as: UTF8.self) } ?? "maria"
      #expect(!text.contains("maria"), "\(name)")
    }
    let after = site.handbook("check", "--today", "2026-03-01")
    #expect(after.status == 0, "\(after.errors)")
    #expect(after.errors.hasPrefix("5 things are owed from the import"))
  }

  @Test("a list that cannot be read is not written over")
  func damaged() async throws {
    let site = try await site()
    site.write("debt.yml", list(site) + "junk\n")
    let before = list(site)
    #expect(
      site.handbook("debt", "close", "--all-settled").errors == """
        error: content/debt.yml cannot be read
            help: 'handbook check' says what is wrong

        """)
    #expect(site.handbook("check", "--fix", "--today", "2026-03-01").status == 1)
    #expect(list(site) == before)
  }
}
