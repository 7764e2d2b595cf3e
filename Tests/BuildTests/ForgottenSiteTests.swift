import Build
import Community
import Diagnostics
import Files
import Rewriting
import TestSupport
import Testing

/// Whoever leaves is gone at once, and stays gone: with the command, on a site on disk.
@Suite("A site from which somebody was forgotten")
struct ForgottenSiteTests {
  private static let tara = """
    ---
    name: Tara Quill
    consent: {name: yes, profile: yes, photo: yes, given: 2025-09-01}
    photo: ../assets/p3.svg
    photo_alt: A portrait
    ---
    I live in Zog.

    """

  @Test(
    "wherever a text names them, the site is built at once and tells nobody",
    arguments: [
      "Thanks to Tara Quill. And Tara&nbsp;Quill.", "# Tara Quill's lesson\n\nText.",
      "> Tara Quill said so.", "She said: \"Tara Quill knows.\"", "`Tara Quill`",
      "[Tara Quill](../pages/other.md)", "![Tara Quill](../assets/x.svg)",
      "| a | b |\n|---|---|\n| Tara Quill | c |", "- [ ] Tara Quill rings, due 2026-03-01",
      "Decision: Tara Quill chairs.", "A note.[^1]\n\n[^1]: By Tara Quill.",
      "Tara\nQuill left.", "**Tara Quill** and *Tara Quill*",
      "See [the plan](../assets/tara-quill-plan.svg).",
      "Mr Quill, T. Quill and Quill, Tara.",
    ])
  func everywhere(_ words: String) throws {
    for isPrivate in [true, false] {
      let site = try SiteOnDisk([
        "handbook.yml": isPrivate ? privateSettings : plainSettings,
        "members/tara-quill.md": Self.tara, "members/tara-quinn.md": Self.namesake,
        "assets/p3.svg": drawing, "assets/x.svg": drawing + "<!--x-->",
        "assets/tara-quill-plan.svg": drawing + "<!--plan-->", "pages/other.md": "# Other\n\nHi.\n",
        "posts/a.md": "---\ntitle: A day\ndate: 2026-02-01\nauthors: tara-quill\n---\n\n\(words)\n",
        "meetings/m.md": "---\ntitle: M\ndate: 2026-02-02\n---\n\n\(words)\n",
      ])
      let forget = site.handbook("forget", "tara-quill")
      #expect(forget.status == 0, "\(forget.errors)")
      let build = site.handbook("build")
      #expect(build.status == 0, "\(build.errors)\(forget.output)")
      for (path, bytes) in site.files() {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("Quill") && !path.contains("quill"), "\(path)")
        #expect(!text.contains("tara-quill"), "\(path)")
      }
      #expect(site.files()["members/tara-quinn.html"] != nil)
      for (path, bytes) in site.files(in: "./.handbook") {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("Zog"), "\(path)")
      }
    }
  }

  private static let namesake = """
    ---
    name: Tara Quinn
    consent: {name: yes, profile: yes, given: 2025-09-01}
    ---
    Hello.

    """

  @Test(
    "wherever settings, files and cited words name them, the site is built at once",
    arguments: [
      [
        "handbook.yml":
          "tagline: Tara Quill's\npurpose: By Tara Quill, for Tara Quill and Quill, Tara.\n"
      ],
      ["tags.yml": "tags: [{id: x, label: Tara Quill, description: Tara Quill and Tara Quill}]\n"],
      [
        "assets/tara-quill/plan.svg": plan,
        "pages/b.md": "# B\n\n![P](../assets/tara-quill/plan.svg)\n",
      ],
      ["assets/tara-quill.svg": plan, "handbook.yml": "theme: {logo: assets/tara-quill.svg}\n"],
      ["posts/visit/index.md": bundle, "posts/visit/tara-quill.svg": plan],
      [
        "pages/b.md": "# B\n\n## Thanks to @tara-quill\n\nHi.\n",
        "pages/c.md": "# C\n\nSee [it](b.md#thanks-to-tara-quill).\n",
      ],
      [
        "meetings/m.md": "---\ntitle: M\ndate: 2026-02-02\n---\n\nDecision: Tara Quill chairs.\n",
        "pages/c.md": "# C\n\nAs [decided](../meetings/m.md#decision-1).\n",
      ],
    ])
  func settings(_ more: [String: String]) throws {
    var files = ["members/tara-quill.md": Self.tara, "members/tara-quinn.md": Self.namesake]
    files["assets/p3.svg"] = drawing
    files["handbook.yml"] = privateSettings
    files.merge(more.filter { $0.key != "handbook.yml" }) { $1 }
    files["handbook.yml"]? += more["handbook.yml"] ?? ""
    let site = try SiteOnDisk(files)
    _ = site.handbook("routes", "--update")
    let forget = site.handbook("forget", "tara-quill")
    #expect(forget.status == 0, "\(forget.errors)")
    let build = site.handbook("build")
    #expect(build.status == 0, "\(build.errors)\(forget.output)")
    for (path, bytes) in site.files() {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("Quill") && !text.contains("quill"), "\(path)")
      #expect(!path.contains("quill"), "\(path)")
    }
  }

  private static let plan = drawing + "<!--plan-->"
  private static let bundle = """
    ---
    title: A visit
    date: 2026-02-03
    authors: tara-quinn
    ---
    ![The plan](tara-quill.svg)

    """

  @Test("a portrait that another page shows too stays withheld, under any name")
  func face() throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings, "members/tara-quill.md": Self.tara, "assets/p3.svg": drawing,
      "pages/a.md": "---\ntitle: A\n---\n\n![Somebody](../assets/p3.svg)\n",
    ])
    #expect(site.handbook("forget", "tara-quill").status == 0)
    site.write("assets/holiday.svg", drawing)
    site.write("pages/b.md", "---\ntitle: B\n---\n\n![Us](../assets/holiday.svg)\n")
    let build = site.handbook("build")
    #expect(build.status == 0 && build.errors.contains("[withheld-picture]"), "\(build.errors)")
    #expect(!site.files().keys.contains { $0.hasSuffix("p3.svg") || $0.hasSuffix("holiday.svg") })
  }

  @Test("no hint says the name of somebody who has withdrawn")
  func hints() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-01.md": "---\nname: Tara Quill\nstatus: withdrawn\n---\n",
      "pages/a.md": "# A\n\n@tara-quil and @taraquill.\n",
      "meetings/b.md": "---\ntitle: B\ndate: 2026-02-01\nchair: tara-quil\nnote_taker: m-0l\n---\n",
    ])
    let hints = site.diagnostics.flatMap { [$0.summary, $0.explanation ?? ""] + $0.hints }
    #expect(hints.contains { $0.contains("did you mean 'm-01'?") }, "\(hints)")
    #expect(!hints.contains { $0.contains("Tara Quill") }, "\(hints)")
  }

  @Test(
    "no hint says whose a neutral id is",
    arguments: [
      ("status: withdrawn\n", "@tarra-quill and @taraquill"), ("", "@tarra-quill"),
      ("", "[[tara-quil]]"),
    ])
  func neutralIDs(_ fields: String, _ text: String) async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-05.md": "---\nname: Tara Quill\n\(fields)---\n",
      "pages/a.md": "# A\n\n\(text)\n",
    ])
    let told = site.diagnostics.filter { $0.id != "name-in-text" }
    #expect(!told.isEmpty)
    let hints = told.flatMap { [$0.summary, $0.explanation ?? ""] + $0.hints }
    #expect(!hints.contains { $0.contains("m-05") }, "\(hints)")
  }

  @Test("a hint says the id of somebody who is named, and an id that tells already")
  func tellingIDs() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-05.md":
        "---\nname: Tara Quill\nconsent: {name: yes, given: 2025-09-01}\n---\n",
      "members/ben-hale.md": "---\nname: Ben Hale\n---\n",
      "pages/a.md": "# A\n\n@tarra-quill and @ben-hael.\n",
    ])
    let hints = site.diagnostics.flatMap(\.hints)
    #expect(hints.contains { $0.contains("'m-05' (Tara Quill)") }, "\(hints)")
    #expect(hints.contains { $0.contains("'ben-hale'") }, "\(hints)")
  }

  @Test("what a killed command left in the content is told")
  func halfWritten() async throws {
    let site = try await handbook([
      "pages/a.md": "# A\n", "members/.handbook-new-4711": "name: Tara Quill\n",
      "pages/.notes": "x",
    ])
    #expect(
      site.report == """
        content/members/.handbook-new-4711: warning: a command that was cut short left this file, which no command needs [stray-file]
            help: delete it: it may hold what has been taken out since
        1 warning

        """)
  }

  @Test("a portrait that nobody may see is in no archive, document or theme that is published")
  func copiesInside() async throws {
    let face = photo(place: false)
    let consent = "consent: {name: yes, profile: yes, photo: no, given: 2026-02-01}\n"
    let other = Array(face.dropLast(4)) + [0x11, 0x22, 0xFF, 0xD9]
    let site = try await handbook(
      [
        "handbook.yml": privateSettings,
        "members/m-05/index.md":
          "---\nname: Tara Quill\n\(consent)photo: me.jpg\nphoto_alt: T\n---\n",
        "pages/a.md": "# A\n\n[l](../assets/l.zip) [d](../assets/d.docx) [o](../assets/o.zip)\n",
      ],
      bytes: [
        "members/m-05/me.jpg": photo(), "assets/l.zip": archive([("lists/one.jpg", face)]),
        "assets/d.docx": document([("word/media/image1.jpeg", face)]),
        "assets/o.zip": archive([("other.jpg", other)]),
        "templates/assets/hall.jpg": photo(author: "X"), "templates/assets/other.jpg": other,
      ])
    let told = site.diagnostics.filter { $0.id == "withheld-picture" }
    #expect(
      told.compactMap { $0.location?.path } == [
        "content/assets/d.docx", "content/assets/l.zip", "templates/assets/hall.jpg",
      ], "\(site.report)")
    #expect(site.pages["assets/o.zip"] != nil && site.pages["theme/other.jpg"] != nil)
    #expect(site.pages["assets/l.zip"] == nil && site.pages["theme/hall.jpg"] == nil)
  }

  @Test("a file that was emptied by hand is refused in a private source, and says what to keep")
  func bare() async throws {
    let bare = "---\nstatus: withdrawn\n---\n"
    let files = ["handbook.yml": privateSettings, "members/m-01.md": bare]
    let site = try await handbook(files)
    #expect(site.renderer == nil && site.report.contains("[bare-withdrawal]"))
    let more = ["name: Tara Quill\n", "withheld_pictures: none\n", "also_known_as: [Tara]\n"]
    for line in more {
      let kept = files.merging(["members/m-01.md": "---\nstatus: withdrawn\n\(line)---\n"]) { $1 }
      #expect(try await handbook(kept).renderer != nil, "\(line)")
    }
    #expect(try await handbook(["members/m-01.md": bare]).renderer != nil)
  }
}

/// What leads to a place in a text goes on leading there when a name in it is written otherwise.
@Suite("Links into texts from which somebody was forgotten")
struct ForgottenPlacesTests {
  private static let tara = "---\nname: Tara Quill\nconsent: {name: yes, given: 2025-09-01}\n---\n"

  @Test(
    "links to a heading that mentions them follow it, and no page has to leave the site",
    arguments: [
      "[it](b.md#thanks-to-tara-quill)", "[[b#thanks-to-tara-quill]]",
      "[it](../pages/b.md#thanks-to-tara-quill \"there\")",
      "[it][b]\n\n[b]: b.md#thanks-to-tara-quill\n\nSo",
    ])
  func headings(_ link: String) throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings, "members/tara-quill.md": Self.tara,
      "pages/b.md": "# B\n\n## Thanks to @tara-quill\n\nSee [above](#thanks-to-tara-quill).\n",
      "pages/c.md": "# C\n\nSee \(link).\n",
    ])
    let ending = site.handbook("forget", "tara-quill")
    #expect(ending.status == 0 && !ending.output.contains("off the site"), "\(ending.output)")
    let files = site.files(in: "./content").mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(
      files["pages/c.md"]?.contains("#thanks-to-m-01") == true, "\(files["pages/c.md"] ?? "")")
    #expect(files["pages/b.md"]?.contains("[above](#thanks-to-m-01)") == true)
    #expect(site.handbook("build").status == 0)
  }

  @Test("the fingerprint of a cited action follows its new words, so that it still tells a shift")
  func fingerprints() throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings, "members/tara-quill.md": Self.tara,
      "meetings/m.md":
        "---\ntitle: M\ndate: 2026-02-02\n---\n\n- [ ] Tara Quill rings, due 2026-03-01\n- [ ] Sweep up\n",
      "pages/c.md": "# C\n\nAs [noted](../meetings/m.md#action-1).\n",
    ])
    #expect(site.handbook("routes", "--update").status == 0)
    let before = site.files(in: "./content")["routes.lock"]
    #expect(site.handbook("forget", "tara-quill").status == 0)
    #expect(site.files(in: "./content")["routes.lock"] != before)
    let notes = site.files(in: "./content")["meetings/m.md"] ?? []
    let text = String(decoding: notes, as: UTF8.self)
    #expect(!text.contains("taken_down"), "\(text)")
    site.write("meetings/m.md", text.replacing("- [ ] @m-01", with: "- [ ] First\n- [ ] @m-01"))
    let build = site.handbook("build")
    #expect(build.status == 1 && build.errors.contains("[shifted-number]"), "\(build.errors)")
  }

  @Test("renaming an entry that a heading mentions fixes the links to that heading")
  func renaming() throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings, "members/m-09.md": Self.tara,
      "pages/b.md": "# B\n\n## Thanks to @m-09\n\nText.\n",
      "pages/c.md": "# C\n\nSee [it](b.md#thanks-to-m-09).\n",
    ])
    let ending = site.handbook("rename", "members/m-09", "m-10")
    #expect(ending.status == 0, "\(ending.errors)")
    let text = String(decoding: site.files(in: "./content")["pages/c.md"] ?? [], as: UTF8.self)
    #expect(text == "# C\n\nSee [it](b.md#thanks-to-m-10).\n")
  }

  @Test("an acceptance of their name ends with them, and templates say it in neutral words")
  func acceptances() throws {
    let site = try SiteOnDisk([
      "handbook.yml": privateSettings
        + "accepts: [{id: name-in-text, words: Tara Quill, why: the author}]\n",
      "members/tara-quill.md": Self.tara, "templates/strings/en.yml": "home: Tara Quill\n",
      "pages/a.md": "# A\n\nBy Tara Quill.\n",
    ])
    let ending = site.handbook("forget", "tara-quill")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(site.handbook("build").status == 0)
    for (path, bytes) in site.files() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Quill"), "\(path)")
    }
  }

  @Test("a copy of a portrait that nobody may see is not published, whatever its name")
  func copies() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-01.md": "---\nname: Tara Quill\nphoto: ../assets/face.svg\nphoto_alt: T\n---\n",
      "assets/face.svg": drawing, "assets/us.svg": drawing,
      "pages/a.md": "# A\n\n![Us](../assets/us.svg)\n",
    ])
    #expect(site.diagnostics.map(\.id) == ["withheld-picture"], "\(site.report)")
    #expect(site.renderer != nil && site.pages["assets/us.svg"] == nil)
  }

  @Test("no feed tells who was at a meeting, or who was ill")
  func feeds() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings + "base_url: https://circle.example/\n",
      "meetings/m.md":
        "---\ntitle: M\ndate: 2026-02-01\n---\nApologies: Al Bo (ill)\n\nWe talked.\n",
    ])
    for (path, text) in site.pages.all where path.hasSuffix(".xml") || path.hasSuffix(".json") {
      #expect(!text.contains("Al Bo"), "\(path)")
    }
  }
}
