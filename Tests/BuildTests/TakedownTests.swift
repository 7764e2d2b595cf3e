import Build
import Community
import Diagnostics
import Files
import Rewriting
import TestSupport
import Testing

/// "Take it down now": what a coordinator does on the evening on which a page must go.
@Suite("Taking a page down")
struct TakedownTests {
  private static let story = "---\ntitle: The kiln\ndate: 2026-02-01\n---\n\nIt cracked at noon.\n"

  @Test("an entry that was taken down is in no output, and the site is built at once")
  func nowhere() async throws {
    let site = try await handbook([
      "pages/kiln.md": taken(Self.story), "pages/a.md": "# A\n\nSee [our kiln](kiln.md).\n",
      "assets/kiln.svg": drawing, "routes.lock": "kiln.html\n",
      "handbook.yml": plainSettings + "base_url: https://circle.example/\n",
    ])
    #expect(site.report == "")
    #expect(!site.pages.isEmpty && site.pages["kiln.html"] == nil)
    let written = site.pages.all.merging(await site.searchFiles) { page, _ in page }
    for (path, text) in written {
      #expect(!text.contains("cracked") && !text.contains("The kiln"), "\(path)")
      #expect(!text.contains("kiln.html"), "\(path)")
    }
    #expect(try #require(site.pages["a.html"]).contains("See our kiln."))
  }

  @Test(
    "neither an audience nor drafts bring it back",
    arguments: [(Audience.members, true), (.members, false), (.everyone, true)])
  func audiences(_ audience: Audience, _ drafts: Bool) async throws {
    let files = ["pages/kiln.md": taken(Self.story)]
    let site = try await handbook(files) { settings in
      settings.audience = audience
      settings.includesDrafts = drafts
    }
    #expect(!site.pages.isEmpty && site.pages["kiln.html"] == nil)
  }

  @Test("its address says that it was taken down where that is asked for, and nothing of it")
  func notice() async throws {
    let site = try await handbook([
      "pages/kiln.md": taken(Self.story, "taken_down_notice: yes\n")
    ])
    let page = try #require(site.pages["kiln.html"])
    #expect(page.contains("This page was taken down") && page.contains("noindex"))
    #expect(!page.contains("The kiln") && !page.contains("cracked"))
    let others = site.pages.all.filter { $0.key != "kiln.html" }
    #expect(!others.values.contains { $0.contains("kiln.html") })
  }

  @Test(
    "there is no notice where it would tell more than nothing",
    arguments: [
      ["pages/rosa-lindqvist.md": taken(story, "taken_down_notice: yes\n")],
      ["pages/kiln.md": taken(story, "taken_down_notice: yes\ndraft: yes\n")],
      ["pages/kiln.md": taken(story, "taken_down_notice: yes\naudience: members\n")],
      ["members/ada.md": taken(ada, "taken_down_notice: yes\n")],
    ])
  func noNotice(_ files: [String: String]) async throws {
    let rosa = ["members/m-01.md": "---\nname: Rosa Lindqvist\n---\n"]
    let site = try await handbook(
      files.merging(rosa) { $1 }.merging(["handbook.yml": privateSettings]) { $1 })
    #expect(!site.pages.isEmpty)
    #expect(!site.pages.all.values.contains { $0.contains("This page was taken down") })
  }

  @Test("a privacy finding in it keeps nobody else from the site, an error elsewhere still does")
  func findings() async throws {
    let text = Self.story + "\nWrite to rosa@home-mail.org.\n"
    #expect(try await handbook(["pages/kiln.md": text]).renderer == nil)
    #expect(try await handbook(["pages/kiln.md": taken(text)]).renderer != nil)
    let other = try await handbook(["pages/kiln.md": taken(text), "pages/b.md": text])
    #expect(other.renderer == nil)
    let broken = Self.story + "\nSee [[nowhere]] and [it](gone.md).\n"
    #expect(try await handbook(["pages/kiln.md": broken]).renderer == nil)
    #expect(try await handbook(["pages/kiln.md": taken(broken)]).renderer != nil)
  }

  @Test("'taken_down: no' takes nothing down")
  func no() async throws {
    let text = Self.story.replacing("date:", with: "taken_down: no\ndate:")
    #expect(try await handbook(["pages/kiln.md": text]).pages["kiln.html"] != nil)
  }

  @Test(
    "the command writes the lines, and takes them away again, whatever the file looks like",
    arguments: [
      story, "# The kiln\n\nNo front matter.\n", story.replacing("\n", with: "\r\n"),
      "---\n# a comment\ntitle: >\n  The\n  kiln\ndate: 2026-02-01\n---\nText\n",
    ])
  func command(_ text: String) throws {
    let name = "pages/kiln"
    let site = try SiteOnDisk(["\(name).md": text])
    _ = site.handbook("build", "--quiet")
    let down = site.handbook("takedown", name, "--why", "a parent asked: today", "--notice")
    #expect(down.status == 0, "\(down.errors)")
    #expect(down.output.contains("Publish now: handbook publish"))
    #expect(down.output.contains("+ taken_down: \"a parent asked: today\""))
    let build = site.handbook("build", "--quiet")
    #expect(build == Ending(status: 0, output: "", errors: ""))
    let place = "kiln.html"
    #expect(page(place, of: site).contains("This page was taken down"))
    #expect(site.handbook("report").output.contains("a parent asked: today"))
    let up = site.handbook("takedown", name, "--undo")
    #expect(up.status == 0 && up.output.contains("is back"), "\(up.errors)")
    #expect(site.handbook("build", "--quiet").status == 0)
    #expect(!page(place, of: site).contains("taken down"))
    if !text.hasPrefix("#") {
      #expect(site.files(in: "./content")["\(name).md"] == Array(text.utf8))
    }
  }

  @Test("a fault in another file does not stand in the way, and a dry run changes nothing")
  func faults() throws {
    let site = try SiteOnDisk(["pages/kiln.md": Self.story, "pages/bad.md": "---\ntitle: [\n"])
    let dry = site.handbook("takedown", "pages/kiln", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("Nothing was changed"))
    #expect(!dry.output.contains("Publish now"))
    #expect(site.files(in: "./content")["pages/kiln.md"] == Array(Self.story.utf8))
    #expect(site.handbook("takedown", "kiln").status == 0)
    let missing = site.handbook("takedown", "pages/klin")
    #expect(missing.status == 2 && missing.errors.contains("did you mean 'pages/kiln'"))
    let twice = site.handbook("takedown", "pages/kiln", "--why", "again")
    #expect(twice.status == 0 && twice.output.contains("taken_down: again"))
    let text = String(decoding: site.files(in: "./content")["pages/kiln.md"] ?? [], as: UTF8.self)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("taken_down") } == 1)
  }
}

private func page(_ path: String, of site: SiteOnDisk) -> String {
  String(decoding: site.files()[path] ?? [], as: UTF8.self)
}

private func taken(_ text: String, _ more: String = "") -> String {
  "---\ntaken_down: somebody asked\n\(more)" + text.dropFirst("---\n".count)
}
