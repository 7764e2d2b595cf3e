import Build
import Dates
import Files
import Markup
import TestSupport
import Testing

/// What one inspection leaves to the next, as `handbook serve` uses it.
@Suite("The memory of a site that is being written")
struct SiteMemoryTests {
  @Test(
    "after any edit the pages and messages are those of an inspection that remembers nothing",
    arguments: 0..<UInt64(4))
  func edits(_ seed: UInt64) async throws {
    var site = EditedSite(seed: 3_000 + seed)
    let disk = try SiteOnDisk()
    var before: EditedSite?
    var memory = SiteMemory()
    for _ in 0...8 {
      disk.become(site, after: before)
      // The next file is written while the clock of the stamps may stand still, or after it.
      if site.number(below: 2) == 0 { try await Task.sleep(for: .milliseconds(60)) }
      let fresh = try await inspect(disk, SiteMemory())
      let remembering = try await inspect(disk, memory)
      #expect(remembering.report == fresh.report, "\(site.lastEdit)")
      #expect(remembering.pages.all == fresh.pages.all, "\(site.lastEdit)")
      memory = try #require(remembering.memory)
      before = site
      site.edit()
    }
  }

  @Test("a file that has not changed is not read again")
  func kept() async throws {
    let disk = try SiteOnDisk(["pages/a.md": "# A\n", "pages/b.md": "# B\n"])
    let first = try await inspectSettled(disk, SiteMemory())
    disk.write("pages/b.md", "# C\n")
    let second = try await inspectSettled(disk, try #require(first.memory))
    #expect(second.parsedCount == 1)
    #expect(second.pages["b.html"]?.contains("<h1>C</h1>") == true)
  }

  @Test("a withheld name is found as soon as the member withdraws, in a file that stays as it was")
  func withdrawn() async throws {
    let disk = try SiteOnDisk([
      "handbook.yml": privateSettings,
      "members/ada.md": "---\nname: Ada Okafor\nconsent: {name: yes, given: 2026-02-01}\n---\n",
      "posts/a.md": "---\ndate: 2026-02-03\nauthors: ada\n---\n# A\n\nAda Okafor came.\n",
    ])
    let first = try await inspectSettled(disk, SiteMemory())
    #expect(first.report == "")
    disk.write("members/ada.md", "---\nname: Ada Okafor\nconsent: {name: no}\n---\n")
    let second = try await inspectSettled(disk, try #require(first.memory))
    #expect(second.report.contains("content/posts/a.md:7"), "\(second.report)")
  }

  private func inspect(_ disk: SiteOnDisk, _ memory: SiteMemory) async throws -> Inspection {
    await Inspection.inspect(
      try SiteFiles(LocalFileTree(disk.path)),
      BuildSettings(today: CalendarDate(daysSince1970: 20_513)), cache: nil, memory: memory)
  }

  private func inspectSettled(
    _ disk: SiteOnDisk, _ memory: SiteMemory
  ) async throws -> Inspection {
    try await Task.sleep(for: .milliseconds(80))
    return try await inspect(disk, memory)
  }
}
