import Build
import Community
import Dates
import Files
import Markup
import TestSupport
import Testing

/// What one inspection leaves to the next, as `handbook serve` uses it.
@Suite("The memory of a site that is being written")
struct SiteMemoryTests {
  private static let isTorture = environmentVariable("HANDBOOK_TORTURE") != nil
  /// Series of ten edits.
  private static let series = UInt64(isTorture ? 50 : 4)

  @Test(
    "after any edit the pages and messages are those of an inspection that remembers nothing",
    arguments: 0..<series)
  func edits(_ seed: UInt64) async throws {
    var site = EditedSite(seed: 3_000 + seed)
    let disk = try SiteOnDisk()
    var before: EditedSite?
    var memory = SiteMemory()
    for _ in 0...10 {
      disk.become(site, after: before)
      // The next file is written while the clock of the stamps may stand still, or after it.
      if site.number(below: 3) > 0 { try await Task.sleep(for: .milliseconds(60)) }
      memory = try await expectSame(disk, memory, site.lastEdit)
      before = site
      site.editMostlyText()
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

  @Test("after an edit of running text all else of the site is what it was, and is not made again")
  func exchanged() async throws {
    let disk = try SiteOnDisk(linked)
    let first = try await inspectSettled(disk, SiteMemory())
    disk.write("pages/b.md", linked["pages/b.md"].map { $0 + "\nA last line.\n" } ?? "")
    let second = try await inspectSettled(disk, try #require(first.memory))
    let before = try #require(first.handbook).entries.map { ObjectIdentifier($0) }
    let after = try #require(second.handbook).entries.map { ObjectIdentifier($0) }
    #expect(after == before && !before.isEmpty)
    #expect(second.pages["b.html"]?.contains("A last line.") == true)
  }

  @Test("a sentence that another page quotes is quoted as it reads now")
  func quoted() async throws {
    let disk = try SiteOnDisk(linked)
    let first = try await inspectSettled(disk, SiteMemory())
    disk.write(
      "pages/b.md", "# B\n\nThe summary.\n\nOne, two, three. As [before](a.md), only longer.\n")
    let second = try await inspectSettled(disk, try #require(first.memory))
    #expect(second.pages["a.html"]?.contains("As <mark>before</mark>, only longer.") == true)
    _ = try await expectSame(disk, try #require(second.memory), "once more")
  }

  @Test(
    "whatever running text says, it is told as if nothing were remembered, and again when it is gone",
    arguments: [
      "Zephyr Quill came.", "Write to zephyr@oakhollow.example.", "Ring 020 7946 0958.",
      "See [[nothing]].", "See [gone](gone.md).", "![](gone.png)", "@zephy came.", "@ada came.",
      "Meeting ID: 123 456 7890, passcode: 314159", "## The summary", "- [ ] @ada writes",
      "Decision: we meet", "<<<<<<< HEAD", "A \u{0} byte", "<b id=use>use</b>", "goal:hidden", "",
      "Who we are, what we do together and how often we meet.",
    ])
  func found(_ line: String) async throws {
    for path in ["pages/b.md", "members/zephyr.md", "meetings/m.md"] {
      let disk = try SiteOnDisk(linked)
      var memory = try await expectSame(disk, SiteMemory(), path, isSettled: true)
      let text = linked[path] ?? ""
      for added in [line, "More."] {
        disk.write(path, text + "\n\(added)\n")
        memory = try await expectSame(disk, memory, "\(path): \(added)", isSettled: true)
      }
    }
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

  /// A site with pages that link to each other, and with somebody who is not to be named.
  private let linked = [
    "handbook.yml": privateSettings,
    "members/ada.md":
      "---\nname: Ada Okafor\nconsent: {name: yes, profile: yes, given: 2026-02-01}\n---\n",
    "members/zephyr.md": "---\nname: Zephyr Quill\n---\n\nA text.\n",
    "meetings/m.md": "---\ntitle: M\ndate: 2026-02-03\n---\n\nThe summary.\n",
    "goals/hidden.md":
      "---\ntitle: Hidden\nstatus: active\nmeasure: a count\naudience: members\n---\n",
    "pages/a.md": "# A\n\n[B](b.md) and [[b]]\n",
    "pages/b.md": "# B\n\nThe summary.\n\nAs [before](a.md), only longer.\n",
  ]

  /// Inspects with a memory and without, and leaves the memory for the next time.
  private func expectSame(
    _ disk: SiteOnDisk, _ memory: SiteMemory, _ edit: String, isSettled: Bool = false
  ) async throws -> SiteMemory {
    if isSettled { try await Task.sleep(for: .milliseconds(30)) }
    let fresh = try await inspect(disk, SiteMemory())
    let remembering = try await inspect(disk, memory)
    #expect(remembering.report == fresh.report, "\(edit)")
    #expect(remembering.pages.all == fresh.pages.all, "\(edit)")
    #expect(remembering.owed.sum == fresh.owed.sum, "\(edit)")
    return try #require(remembering.memory)
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
