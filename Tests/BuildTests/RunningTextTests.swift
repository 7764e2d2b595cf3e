import TestSupport
import Testing

/// What of the last build stands where somebody has only changed what a text says.
@Suite("An edit of running text")
struct RunningTextTests {
  private let site = [
    "pages/a.md": "# A\n\nThe first text.\n\nSee [[b]], says the second.\n",
    "pages/b.md": "# B\n\nAnother.\n",
    "pages/c.md": "# C\n\nA third.\n",
    "meetings/2026-02-12-circle.md": "---\nstart: \"16:00\"\n---\n# Circle\n\n- [ ] Bring tea\n",
  ]

  /// Files that pages stand for are not even made, which `--timings` tells.
  private func made(_ disk: SiteOnDisk) -> String {
    let ending = disk.handbook("build", "--today", "2026-03-01", "--timings")
    #expect(ending.status == 0, "\(ending.errors)")
    let line = ending.errors.split(separator: "\n").last.map(String.init) ?? ""
    // What follows is measured by stamps, which have to be a moment old.
    _ = run("sleep", "0.2")
    return line
  }

  private func built() throws -> (disk: SiteOnDisk, files: Int) {
    let disk = try SiteOnDisk(site)
    _ = run("sleep", "0.2")
    _ = made(disk)
    return (disk, disk.files().count)
  }

  private func expectClean(_ disk: SiteOnDisk) throws {
    let fresh = try SiteOnDisk()
    for (path, bytes) in disk.files(in: "./content") { fresh.write("content/\(path)", bytes) }
    _ = fresh.handbook("build", "--today", "2026-03-01", "--no-cache")
    #expect(disk.files() == fresh.files())
  }

  @Test("makes the pages that show it, and the files of the search, and no others")
  func text() throws {
    let (disk, files) = try built()
    disk.write("pages/a.md", "# A\n\nThe first text.\n\nSee [[b]], says the changed one.\n")
    let line = made(disk)
    // Its own page, the page that it links to, the print edition, six of the search: of two files
    // of texts, one. The open data has no texts.
    let standing = files - 3 - 6
    #expect(
      line == "Taken from earlier builds: 3 of 4 entries as they were read, "
        + "\(standing) of \(files) files as they were written.")
    #expect(String(decoding: disk.files()["b.html"] ?? [], as: UTF8.self).contains("changed one"))
    try expectClean(disk)
  }

  @Test(
    "is more than that where it changes what other pages are made from",
    arguments: [
      ("pages/a.md", "# Another A\n\nThe first text.\n\nSee [[b]], says the second.\n"),
      ("pages/a.md", "# A\n\nThe summary changed.\n\nSee [[b]], says the second.\n"),
      ("pages/a.md", "# A\n\nThe first text.\n\nSee [[c]], says the second.\n"),
      ("pages/a.md", "# A\n\nThe first text.\n\n## New\n\nSee [[b]], says the second.\n"),
      ("pages/a.md", "---\ntags: x1\n---\n# A\n\nThe first text.\n\nSee [[b]], says the second.\n"),
      (
        "meetings/2026-02-12-circle.md",
        "---\nstart: \"16:00\"\n---\n# Circle\n\n- [ ] Bring coffee\n"
      ),
      ("handbook.yml", "name: The Round\ntimezone: Europe/London\n"),
    ])
  func others(path: String, text: String) throws {
    let (disk, _) = try built()
    disk.write(path, text)
    #expect(made(disk).contains(" read, 0 of "))
    try expectClean(disk)
  }

  @Test("is none where a file has got another name: its pages and those that list it are made")
  func renamed() throws {
    let (disk, _) = try built()
    disk.write("pages/d.md", site["pages/c.md"] ?? "")
    disk.delete("pages/c.md")
    #expect(made(disk).contains("4 of 4 entries as they were read, 0 of "))
    try expectClean(disk)
    disk.write("pages/a.md", "# A\n\nThe first text.\n\nSee [[b]], says the changed one.\n")
    #expect(!made(disk).contains(" read, 0 of "))
    try expectClean(disk)
  }

  @Test("puts a page right that somebody has changed by hand, though it would stand")
  func changedByHand() throws {
    let (disk, _) = try built()
    disk.write("pages/a.md", "# A\n\nThe first text.\n\nSee [[b]], says the changed one.\n")
    disk.write("output/c.html", "mine")
    _ = made(disk)
    try expectClean(disk)
  }

  private let edit = "# A\n\nThe first text.\n\nSee [[b]], says the changed one.\n"

  @Test("trusts nothing that came with a checkout, be it ever so whole")
  func checkout() throws {
    let (disk, _) = try built()
    let copy = try SiteOnDisk()
    for (path, bytes) in disk.files(in: "./") { copy.write("./\(path)", bytes) }
    #expect(copy.files() == disk.files())
    _ = run("sleep", "0.2")
    copy.write("pages/a.md", edit)
    #expect(made(copy).contains("0 of 4 entries as they were read, 0 of "))
    try expectClean(copy)
  }

  @Test("trusts no record of the last build that another copy of the site has written")
  func record() throws {
    let (disk, _) = try built()
    let (other, _) = try built()
    for (path, bytes) in other.files(in: "./.handbook") where path.hasPrefix("last-") {
      disk.write("./.handbook/\(path)", bytes)
    }
    disk.write("pages/a.md", edit)
    #expect(made(disk).contains(" read, 0 of "))
    try expectClean(disk)
  }

  @Test("counts all words again where the file of them is not the one that was left")
  func words() throws {
    for isOurs in [true, false] {
      let (disk, _) = try built()
      let (name, words) = try #require(
        disk.files(in: "./.handbook").first { $0.key.hasPrefix("words-") })
      if !isOurs {
        disk.delete("./.handbook/\(name)")
        disk.write("./.handbook/\(name)", words)
      }
      disk.write("pages/a.md", edit)
      _ = made(disk)
      // What is counted is added to the file, or begins it.
      let size = try #require(disk.files(in: "./.handbook")[name]).count
      #expect(isOurs ? size > words.count + 100 : size < words.count + 100)
      try expectClean(disk)
    }
  }

  @Test("is told of a withheld name in it, and of one that has become withheld elsewhere")
  func names() throws {
    let member = "---\nname: Ada Okafor\nconsent: {name: yes, given: 2026-02-01}\n---\n"
    let (disk, _) = try built()
    disk.write("handbook.yml", privateSettings)
    disk.write("members/ada.md", member)
    disk.write("members/ben.md", "---\nname: Benedict Hallow\n---\n")
    disk.write("pages/c.md", "# C\n\nA third, by Ada Okafor.\n")
    _ = made(disk)
    disk.write("pages/a.md", "# A\n\nThe first text.\n\nSee [[b]], says Benedict Hallow.\n")
    let named = disk.handbook("build", "--today", "2026-03-01")
    #expect(named.status == 1 && named.errors.contains("content/pages/a.md:5"))
    disk.write("pages/a.md", "# A\n\nThe first text.\n\nSee [[b]], says the second.\n")
    disk.write("members/ada.md", member.replacing("name: yes", with: "name: no"))
    let withdrawn = disk.handbook("build", "--today", "2026-03-01")
    #expect(withdrawn.status == 1 && withdrawn.errors.contains("content/pages/c.md:3"))
  }
}
