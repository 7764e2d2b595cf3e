import Build
import Community
import Diagnostics
import TestSupport
import Testing

/// An `@` before somebody who is no member: text, unless it is near a member's name.
@Suite("Mentions of nobody")
struct StrangerMentionTests {
  @Test(
    "an unknown mention is published as it was written, and nothing is said of it",
    arguments: ["@EdTechCo", "@media", "@contributor-handle", "@x_y.z", "@Élan", "@2x", "@m-77b"])
  func text(mention: String) async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "posts/a.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      ---
      # Seen by \(mention)

      We wrote to \(mention), and *\(mention)* answered.

      ## What \(mention) said

      """,
    ])
    #expect(site.report == "")
    let page = try #require(site.pages["posts/a.html"])
    #expect(page.contains("We wrote to \(mention), and <em>\(mention)</em> answered."))
    #expect(page.contains("<title>Seen by \(mention)"))
    #expect(page.contains("What \(mention) said"))
    #expect(!page.contains("section-1"))
    #expect(!page.contains("a member"))
    #expect(site.pages["print.html"]?.contains("We wrote to \(mention)") == true)
    #expect(site.pages["posts/index.html"]?.contains("We wrote to \(mention)") == true)
    #expect(site.pages["data/handbook.json"]?.contains("Seen by \(mention)") == true)
  }

  @Test("its words are found by the search")
  func search() async throws {
    let site = try await handbook(["pages/a.md": "# A\n\nSee @EdTechCo.\n"])
    let files = await site.searchFiles
    #expect(files.values.contains { $0.contains("edtechco") })
    #expect(files.values.contains { $0.contains("@EdTechCo") })
  }

  @Test("near a member's name it stays text too, with a warning")
  func near() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada, "pages/a.md": "# A\n\nAsk @ada-okfor.\n",
    ])
    #expect(
      site.report == #"""
        content/pages/a.md:3:5: warning: no member is called '@ada-okfor' [unknown-mention]
          3 | Ask @ada-okfor.
            |     ^^^^^^^^^^
            help: did you mean 'ada-okafor' (Ada Okafor)?
            help: or write \@ where no member is meant
        1 warning

        """#)
    #expect(site.pages["a.html"]?.contains("<p>Ask @ada-okfor.</p>") == true)
  }

  @Test(
    "what may name a member who is withheld is withheld, in whatever spelling",
    arguments: [
      "@Tara-Quill", "@tara_quill", "@tara.quill", "@tquill", "@tara", "@quill", "@taraq",
      "@tara-quil", "@Tára-Qüill", "@tilly", "@tarra", "@t-quill",
    ])
  func withheld(mention: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": """
      ---
      name: Tara Quill
      also_known_as: [Tilly]
      ---

      """,
      "pages/a.md": "# With \(mention)\n\nAsk \(mention).\n\n## \(mention) said\n",
      "meetings/2026-02-12-circle.md": "# Circle\n\n- [ ] \(mention) reads it\n",
    ])
    #expect(!site.report.contains("error"))
    #expect(site.pages["a.html"]?.contains("Ask <bdi>a member</bdi>.") == true)
    let searched = await site.searchFiles
    for (path, page) in site.pages.all.merging(searched, uniquingKeysWith: { first, _ in first }) {
      #expect(!page.lowercased().contains("quil"), "\(path)")
      #expect(!page.lowercased().contains("tilly"), "\(path)")
      #expect(!page.contains(mention), "\(path)")
    }
  }

  @Test(
    "a withheld name behind an @ that is no member's is told, and how to mention them",
    arguments: [
      "@taraquill", "@TaraQuill", "@quill-tara", "@QuillTara", "@taraquill84", "@tara-quill-2",
      "@mrs-tara-quill", "@TaraQuillMaths", "@tara-b-quill",
    ])
  func told(mention: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": "---\nname: Tara Quill\n---\n",
      "pages/a.md": "# A\n\nAsk \(mention).\n",
    ])
    let marks = String(repeating: "^", count: mention.count)
    #expect(
      site.report == """
        content/pages/a.md:3:5: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | Ask \(mention).
            |     \(marks)
            help: write @m-07: the site shows as much as they agree to, and no more
        1 privacy finding

        """)
  }

  @Test(
    "so is one in double square brackets that is no entry's",
    arguments: [
      ("[[@Tara Quill]]", true), ("[[Quill, Tara]]", true), ("[[tara-quill-2]]", true),
      ("[[Tara Quill]]", false), ("[[quilt-patterns]]", false), ("[[nobody|@m-07]]", false),
    ])
  func dead(link: String, isTold: Bool) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": "---\nname: Tara Quill\n---\n",
      "pages/a.md": "# A\n\nAsk \(link).\n",
    ])
    #expect(site.diagnostics.contains { $0.id == "name-in-text" } == isTold, "\(site.report)")
  }

  @Test("in the words on joining too")
  func join() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings + "join: Ask @TaraQuill.\n",
      "members/m-07.md": "---\nname: Tara Quill\n---\n",
    ])
    #expect(site.diagnostics.map(\.id) == ["name-in-text"], "\(site.report)")
  }

  @Test(
    "a name that stands behind an @ in text is found there",
    arguments: [
      "@taraquill@social.example", "\\@taraquill", "`@TaraQuill`", "@quilltara@social.example",
      "@tara-quill@social.example", "@tara_quill@social.example",
    ])
  func handles(text: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": "---\nname: Tara Quill\n---\n",
      "pages/a.md": "# A\n\nSee \(text).\n",
    ])
    #expect(site.diagnostics.map(\.id) == ["name-in-text"], "\(site.report)")
  }

  @Test(
    "an account of a social network is text: no mention, no address of mail, no finding",
    arguments: [
      "@user@mastodon.example", "@user_name@mastodon.example", "@user.name@mastodon.example",
      "@_user@mastodon.example", "\\@user@mastodon.example", "@user\\_name@mastodon.example",
    ])
  func socialNetworks(account: String) async throws {
    let site = try await handbook(["pages/a.md": "# A\n\nFollow \(account), please.\n"])
    #expect(site.report == "")
    let shown = account.replacing("\\", with: "")
    #expect(site.pages["a.html"]?.contains("<p>Follow \(shown), please.</p>") == true)
  }

  @Test(
    "an address of mail is one still",
    arguments: ["me@x-mail.org", "ada\\_o@x-mail.org", "to:me@x-mail.org", "(me@x-mail.org)"])
  func mail(address: String) async throws {
    let site = try await handbook(["pages/a.md": "# A\n\nWrite \(address), please.\n"])
    #expect(site.diagnostics.map(\.id) == ["email-address"], "\(site.report)")
  }

  @Test("what a stranger is to do stays in the words of the action, which has no owner")
  func actions() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "members/ben.md": ada.replacing("Ada Okafor", with: "Ben Hale").replacing(
        "Adaeze", with: "B"),
      "meetings/2026-02-12-circle.md": """
      # Circle

      - [ ] @EdTechCo sends the licence, due 2026-03-05
      - [ ] @ada-okafor and @EdTechCo meet
      - [ ] @EdTechCo, @ada-okafor meet again
      - [ ] ~~@EdTechCo~~ @ben asks
      - [ ] ~~@EdTechCo pays~~
      - [ ] @EdTechCo sends @ben the key
      - [ ] Nobody yet

      """,
    ])
    #expect(site.report.contains("[action-without-owner]"))
    #expect(site.diagnostics.map { $0.location?.line } == [9])
    let actions = try #require(site.handbook).registers.actions
    #expect(
      actions.map { $0.owners.map(name) } == [
        [], ["Ada Okafor"], ["Ada Okafor"], ["Ben Hale"], [], ["Ben Hale"], [],
      ])
    let page = try #require(site.pages["actions.html"])
    for words in [
      "@EdTechCo sends the licence<", "@EdTechCo meet<", "@EdTechCo, <a",
      ">asks<", "the key",
    ] {
      #expect(page.contains(words), "\(words) in \(page)")
    }
  }

  @Test("a mention that may be one of two members is withheld")
  func ambiguous() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "members/ada-smith.md": ada.replacing("Ada Okafor", with: "Ada Smith"),
      "pages/a.md": "# A\n\nAsk @ada.\n",
    ])
    #expect(site.diagnostics.map(\.id) == ["ambiguous-mention"])
    #expect(site.pages["a.html"]?.contains("Ask <bdi>a member</bdi>.") == true)
  }

  @Test("sentences around a link hold it as text, and open data names no member but keeps it")
  func around() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "pages/a.md": "# A\n\nAsk @EdTechCo and @ada-okafor about [[b]].\n",
      "pages/b.md": "# B\n",
    ])
    #expect(site.pages["b.html"]?.contains("Ask @EdTechCo and Ada Okafor about") == true)
    let data = try #require(site.pages["data/handbook.json"])
    #expect(data.contains("Ask @EdTechCo and a member about"))
  }
}

private func name(_ person: Person) -> String? {
  if case .named(let name, _) = person { name } else { nil }
}
