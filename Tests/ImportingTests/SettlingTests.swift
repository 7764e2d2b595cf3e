import Build
import Community
import Dates
import Diagnostics
import Files
import TestSupport
import Testing

@testable import Importing

@Suite("An import ends with a site that can be built")
struct SettlingTests {
  @Test(
    "a name that stands in a text becomes a mention, wherever Markdown reads one",
    arguments: [
      ("Thanks to Ada Okafor for it.", "Thanks to @ada-okafor for it."),
      ("- Ada Okafor: slips", "- @ada-okafor: slips"),
      ("> Ada Okafor said so.", "> @ada-okafor said so."),
      ("| who | what |\n| --- | --- |\n| Ada Okafor | slips |", "| @ada-okafor | slips |"),
      ("Ada Okafor's slips.", "@ada-okafor's slips."),
      ("**Ada Okafor** and A. Okafor.", "**@ada-okafor** and @ada-okafor."),
      ("Hello @AdaOkafor, hello.", "Hello @ada-okafor, hello."),
      ("## What Ada Okafor tried\n\nText.", "## What @ada-okafor tried"),
    ])
  func mentions(written: String, settled: String) async throws {
    let site = try await SettledSite(["content/posts/a.md": byAda + written + "\n"])
    #expect(site.text("posts/a.md")?.contains(settled) == true, "\(site.text("posts/a.md") ?? "")")
    #expect(site.blocking == [])
    #expect(site.outcome.counts[.mention] > 0)
    #expect(await !site.published.contains { $0.contains("Okafor") })
  }

  @Test(
    "where a mention would not be read as one, neutral words stand in place of the name",
    arguments: [
      ("See [Ada Okafor](https://example.org/x) there.", "See [a member](https://example.org/x)"),
      ("![Ada Okafor at the board](https://example.org/a.png)", "![a member at the board]"),
    ])
  func neutralWords(written: String, settled: String) async throws {
    let site = try await SettledSite(["content/posts/a.md": byAda + written + "\n"])
    #expect(site.text("posts/a.md")?.contains(settled) == true, "\(site.text("posts/a.md") ?? "")")
    #expect(site.blocking == [])
    #expect(await !site.published.contains { $0.contains("Okafor") })
  }

  @Test("a link whose address names somebody keeps its words, and loses its address")
  func addresses() async throws {
    let site = try await SettledSite([
      "content/posts/a.md": byAda + "See [her page](https://example.org/ada-okafor) there.\n"
    ])
    #expect(site.text("posts/a.md")?.hasSuffix("See her page there.\n") == true)
    #expect(site.blocking == [])
  }

  @Test("a field that names somebody says it in neutral words, with a capital where it begins so")
  func fields() async throws {
    let site = try await SettledSite([
      "content/posts/a.md": """
      ---
      title: Ada Okafor on slips
      description: What Ada Okafor tried
      authors: [Ada Okafor]
      ---
      Text.
      """
    ])
    #expect(site.text("posts/a.md")?.contains("title: A member on slips\n") == true)
    #expect(site.text("posts/a.md")?.contains("summary: What a member tried\n") == true)
    #expect(site.blocking == [])
  }

  @Test("what is reworded in a field moves nothing in the text")
  func fieldsAndText() async throws {
    let site = try await SettledSite([
      "content/posts/a.md":
        "---\ntitle: Ada Okafor on slips of every kind\nauthors: [Ada Okafor]\n---\n"
        + "Thanks to Ada Okafor, to ada@lark-circle.sch.uk and to all.\n"
    ])
    #expect(
      site.text("posts/a.md")?.hasSuffix(
        "---\n\nThanks to @ada-okafor, to (address removed) and to all.\n") == true,
      "\(site.text("posts/a.md") ?? "")")
  }

  @Test("what names somebody and cannot be reworded is kept off the site, with the reason")
  func code() async throws {
    let site = try await SettledSite([
      "content/posts/a.md": byAda + "Text.\n\n```\nauthor = \"Ada Okafor\"\n```\n"
    ])
    let text = site.text("posts/a.md") ?? ""
    #expect(text.contains("draft: yes\n"))
    #expect(
      text.contains(
        "taken_down: \"it names somebody who has not agreed to it: fix it, then remove this line and draft\"\n"
      ))
    #expect(text.contains("author = \"Ada Okafor\""))
    #expect(site.outcome.counts[.draft] == 1)
    #expect(site.blocking == [])
    #expect(await !site.published.contains { $0.contains("Okafor") })
  }

  @Test("an entry or a file whose name tells who somebody is gets another, and links lead there")
  func names() async throws {
    let picture = paintedPicture(width: 20, height: 10)
    let site = try await SettledSite(
      [
        "content/posts/interview-ada-okafor.md": byAda + "Text.\n",
        "content/posts/b.md":
          "---\ntitle: B\nauthors: [Ada Okafor]\n---\n[it](interview-ada-okafor.md) "
          + "![a board](/img/ada-okafor.png)\n",
      ], bytes: ["static/img/ada-okafor.png": picture])
    #expect(site.text("posts/interview.md") != nil)
    #expect(site.text("posts/b.md")?.contains("interview.md)") == true)
    #expect(site.text("posts/b.md")?.contains("file-1.png)") == true)
    #expect(site.outcome.changes.plan.files.contains { $0.path.name == "file-1.png" })
    #expect(site.outcome.counts[.renamed] == 2)
    #expect(site.blocking == [])
    #expect(site.inspection.diagnostics.filter { $0.id == "broken-link" } == [])
  }

  @Test(
    "addresses and numbers of people are taken out of texts and fields, in the words of the language",
    arguments: [
      ("en", "Write to ada@okafor-family.net.", "Write to (address removed)."),
      ("en", "Write to <ada@okafor-family.net>.", "Write to (address removed)."),
      ("en", "[Write](mailto:ada@okafor-family.net) soon.", "Write soon."),
      (
        "en", "[ada@okafor-family.net](mailto:ada@okafor-family.net) it is.",
        "(address removed) it is."
      ),
      ("en", "Ring +44 7700 900123 soon.", "Ring (number removed) soon."),
      ("cy", "ada@okafor-family.net", "(cyfeiriad wedi’i ddileu)"),
      ("de", "ada@okafor-family.net", "(Adresse entfernt)"),
      ("fr", "ada@okafor-family.net", "(adresse supprimée)"),
      ("es", "+44 7700 900123", "(número eliminado)"),
      ("ar", "+44 7700 900123", "(حُذف الرقم)"),
    ])
  func details(language: String, written: String, settled: String) async throws {
    let site = try await SettledSite(
      ["content/posts/a.md": "---\ntitle: First\n---\n\(written)\n"],
      into: ["handbook.yml": privateSettings + "language: \(language)\n"])
    #expect(
      site.text("posts/a.md")?.contains("\n\(settled)\n") == true,
      "\(site.text("posts/a.md") ?? "")")
    #expect(site.blocking == [])
  }

  @Test("the addresses of the community itself stay")
  func contact() async throws {
    let text = "---\ntitle: First\n---\nWrite to riverside@schools.net.\n"
    let site = try await SettledSite(
      ["content/posts/a.md": text],
      into: ["handbook.yml": privateSettings + "contact: riverside@schools.net\n"])
    #expect(site.text("posts/a.md")?.contains("riverside@schools.net") == true)
    #expect(site.blocking == [])
  }

  @Test("a file that tells of somebody is left out, and the report says why")
  func files() async throws {
    let site = try await SettledSite([
      "content/posts/a.md": byAda + "[list](/list.csv)\n",
      "static/list.csv": "who\nAda Okafor\n",
    ])
    #expect(
      site.outcome.changes.plan.leftOutReport
        == "static/list.csv: it names somebody who has not agreed to it")
    #expect(site.blocking == [])
  }

  @Test("where everybody reads the source, a member's file tells neither by its name nor inside")
  func publicSource() async throws {
    let site = try await SettledSite(
      [
        "content/posts/a.md": byAda + "Ada Okafor wrote it.\n",
        "content/authors/ada.md": "---\ntitle: Ada Okafor\n---\nAda Okafor likes slips.\n",
      ], into: ["handbook.yml": plainSettings + "source: public\n"])
    #expect(site.blocking == [])
    let all = site.outcome.changes.plan.files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(!all.contains { $0.contains("Okafor") }, "\(all)")
    #expect(site.outcome.changes.ledger.text.contains("okafor") == false)
    #expect(site.text("members/m-01.md") != nil)
    #expect(site.text("posts/a.md")?.contains("@m-01 wrote it.") == true)
  }

  @Test(
    "the list of what is owed names nobody, however an address spells a name",
    arguments: [
      "![](/img/Ada%20Okafor.png)", "![](/img/ada-okafor.png)", "![](/img/AdaOkafor/a.png)",
      "[her](/people/ada_okafor/)", "[her](gone.md?by=Ada+Okafor)",
      "[her](gone.md?to=ada%40okafor-family.net)",
    ])
  func debtNamesNobody(written: String) async throws {
    let site = try await SettledSite(["content/posts/a.md": byAda + written + "\n"])
    let owed = String(decoding: site.outcome.debt.text, as: UTF8.self)
    #expect(owed.contains("dead-link") || owed.contains("missing-picture"))
    #expect(!owed.lowercased().contains("okafor"), "\(owed)")
  }

  @Test("what is only unfinished is owed, and stops nothing")
  func debt() async throws {
    let site = try await SettledSite([
      "content/posts/a.md": "---\ntitle: First\n---\n[gone](gone.md) ![](gone.png)\n"
    ])
    #expect(site.blocking == [])
    let owed = site.outcome.debt.items.values.joined().map(\.kind.id.rawValue).sorted()
    #expect(owed.contains("dead-link"))
    #expect(owed.contains("missing-picture"))
    #expect(!site.outcome.debt.items.keys.contains { $0.description.contains("handbook.yml") })
  }

  @Test("a field that cannot be read is kept below extra")
  func wrongFields() async throws {
    var entry = EntryText(EntryID(.meeting, "2026-01-15-circle"), body: "Text.\n")
    entry.set("title", .text("Circle"))
    entry.set("date", .text("2026-01-15"))
    entry.set("start", .text("soon"))
    let tree = try siteTree(["handbook.yml": privateSettings])
    let from = ImportSource("ics", at: "a.ics", holdsFiles: false)
    let paths = try tree.listing(below: RelativePath("content")).items.map(\.path)
    var plan = ImportPlan(existing: paths)
    plan.add(entry, at: try RelativePath("content/meetings/2026-01-15-circle.md"), from: "event")
    let site = try await SettledSite(plan, ImportStanding(from, existing: paths), tree)
    #expect(site.blocking == [])
    #expect(site.text("meetings/2026-01-15-circle.md")?.contains("extra:\n  start: soon\n") == true)
  }

  @Test("what somebody wrote here is not changed, and told where it stands in the way")
  func ownEntries() async throws {
    let site = try await SettledSite(
      ["content/posts/a.md": byAda + "Text.\n"],
      into: ["handbook.yml": privateSettings, "pages/us.md": "# Us\n\nAda Okafor began it.\n"])
    #expect(site.outcome.remaining.map(\.id.rawValue) == ["name-in-text"])
    #expect(site.outcome.remaining.first?.location?.path == "content/pages/us.md")
  }

  @Test("somebody whom the site has under another id comes in no second time")
  func sameMember() async throws {
    let site = try await SettledSite(
      ["content/posts/a.md": byAda + "Text.\n"],
      into: [
        "handbook.yml": privateSettings,
        "members/m-07.md": "---\nname: Ada Okafor\nconsent: {name: yes, given: 2025-09-01}\n---\n",
      ])
    #expect(site.text("members/ada-okafor.md") == nil)
    #expect(site.text("posts/a.md")?.contains("authors: [m-07]") == true)
    #expect(
      site.outcome.changes.plan.leftOutReport.contains(
        "the site has somebody of this name already: members/m-07"))
    #expect(site.blocking == [])
  }

  @Test("settings that nobody can read stop an import before anything is written")
  func settings() async throws {
    await #expect(throws: UnreadableInput.self) {
      try await SettledSite(
        ["content/posts/a.md": "# A\n"], into: ["handbook.yml": "name: A\u{0}\n"])
    }
  }
}
