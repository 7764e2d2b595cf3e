import TestSupport
import Testing

/// Each test builds with the command itself, in one folder over and over, and compares with a build
/// that knows of no other.
@Suite("Builds that follow one another")
struct IncrementalTests {
  private static let isTorture = environmentVariable("HANDBOOK_TORTURE") != nil
  /// Series of ten edits.
  private static let series = UInt64(isTorture ? 50 : 5)
  private static let kills = UInt64(isTorture ? 100 : 2)

  @Test(
    "after any edit the site is that of a clean build, and only what changed was written",
    arguments: 0..<series)
  func edits(_ seed: UInt64) throws {
    var site = EditedSite(seed: seed)
    let disk = try SiteOnDisk()
    var before: EditedSite?
    var marks: [String: [Int]] = [:]
    var written: [String: [UInt8]] = [:]
    for _ in 0...10 {
      disk.become(site, after: before)
      expectGood(build(disk, site), site)
      let now = disk.files()
      #expect(try now == cleanBuild(of: site), "\(site.lastEdit)")
      let marksNow = Dictionary(
        uniqueKeysWithValues: now.keys.map { ($0, disk.marks("output/\($0)")) })
      for (path, mark) in marks where now[path] != nil {
        #expect(
          (marksNow[path] == mark) == (now[path] == written[path]), "\(path), \(site.lastEdit)")
      }
      (written, marks, before) = (now, marksNow, site)
      site.edit()
    }
  }

  @Test(
    "a build that is killed at any moment leaves nothing that the next can't put right",
    arguments: 0..<kills)
  func killed(_ seed: UInt64) throws {
    var site = EditedSite(seed: 1_000 + seed)
    let disk = try SiteOnDisk()
    disk.become(site, after: nil)
    expectGood(build(disk, site), site)
    for _ in 0..<10 {
      let before = site
      site.edit()
      disk.become(site, after: before)
      let milliseconds = site.number(below: 250)
      let seconds = "0.\(String(1_000 + milliseconds).dropFirst())"
      _ = disk.handbook(
        ["build", "--quiet"] + site.options.arguments,
        variables: ["timeout", "-s", "KILL", seconds])
      if site.number(below: 2) == 0 { expectGood(build(disk, site), site) }
    }
    expectGood(build(disk, site), site)
    #expect(try disk.files() == cleanBuild(of: site))
  }

  @Test(
    "what an earlier build kept is not used where it is damaged, copied or cut short",
    arguments: 0..<UInt64(5))
  func damaged(_ seed: UInt64) throws {
    var site = EditedSite(seed: 2_000 + seed)
    let disk = try SiteOnDisk()
    disk.become(site, after: nil)
    expectGood(build(disk, site), site)
    for _ in 0..<4 {
      for name in kept(disk) { damage(name, in: disk, &site) }
      let before = site
      site.edit()
      disk.become(site, after: before)
      expectGood(build(disk, site), site)
      #expect(try disk.files() == cleanBuild(of: site), "\(site.lastEdit)")
    }
  }

  @Test("a build of a site that nobody has touched touches nothing, and says the same")
  func untouched() throws {
    let disk = try SiteOnDisk([
      "members/ada-okafor.md": ada, "pages/a.md": "# A", "pages/b.md": "# B\n\n@adaezi\n",
    ])
    let first = disk.handbook("build", "--today", "2026-03-01")
    #expect(first.errors.contains("[unknown-mention]"))
    _ = run("sleep", "0.2")
    for _ in 0..<3 {
      let marks = disk.files().keys.sorted().map { disk.marks("output/\($0)") }
      let again = disk.handbook("build", "--today", "2026-03-01")
      #expect(again.status == 0 && again.errors == first.errors)
      #expect(again.output.contains("; nothing changed, in "))
      #expect(disk.files().keys.sorted().map { disk.marks("output/\($0)") } == marks)
    }
    let strict = disk.handbook("build", "--today", "2026-03-01", "--strict")
    #expect(strict.status == 1)
  }

  @Test("what is owed is told as often as a clean build tells it, also where only the list changed")
  func owed() async throws {
    let page = "# A\n\n![](gone.png)\n\n[gone](gone.md)\n"
    let files = try await owing(["pages/a.md": page, "pages/b.md": "# B\n\n[gone](gone.md)\n"])
    let disk = try SiteOnDisk(files)
    let list = files["debt.yml"] ?? ""
    let shorter = list.split(separator: "\n").filter { !$0.contains("what: missing-image") }
      .map { $0 + "\n" }.joined()
    let steps: [(String, String)] = [
      ("pages/a.md", page), ("pages/a.md", page + "\nMore.\n"),
      ("pages/a.md", page.replacing("![](gone.png)", with: "Fixed.")), ("debt.yml", shorter),
      ("pages/b.md", "# B\n"), ("debt.yml", ""), ("debt.yml", list), ("pages/a.md", page),
    ]
    for (path, text) in steps {
      disk.write(path, text)
      _ = run("sleep", "0.1")
      let clean = disk.handbook(
        "build", "--no-cache", "--output", "./clean", "--today", "2026-03-01")
      for _ in 0..<2 {
        let next = disk.handbook("build", "--today", "2026-03-01")
        #expect(next.status == clean.status, "\(path)")
        #expect(next.errors == clean.errors, "\(path)")
        _ = run("sleep", "0.1")
      }
      guard clean.status == 0 else { continue }
      #expect(disk.files() == disk.files(in: "./clean"), "\(path)")
    }
  }

  @Test("a page that somebody has changed by hand is put right, also where nothing else changed")
  func changedByHand() throws {
    let disk = try SiteOnDisk(["pages/a.md": "# A"])
    _ = disk.handbook("build", "--today", "2026-03-01")
    _ = run("sleep", "0.2")
    _ = disk.handbook("build", "--today", "2026-03-01")
    let site = disk.files()
    disk.write("output/a.html", "mine")
    let report = disk.handbook("build", "--today", "2026-03-01")
    #expect(report.output.contains("0 new, 1 changed, "))
    #expect(disk.files() == site)
  }

  @Test("what is kept lies in a folder that git leaves alone; --no-cache neither makes nor uses it")
  func folder() throws {
    let disk = try SiteOnDisk(["pages/a.md": "# A"])
    _ = disk.handbook("build", "--no-cache")
    #expect(disk.files(in: "./.handbook").isEmpty)
    _ = disk.handbook("build")
    #expect(disk.files(in: "./.handbook")[".gitignore"] == Array("*\n".utf8))
    #expect(disk.files().keys.allSatisfy { !$0.contains(".handbook/") })
  }

  @Test("a folder for what is kept that is a link is not followed")
  func link() throws {
    let (disk, elsewhere) = (try SiteOnDisk(["pages/a.md": "# A"]), try SiteOnDisk())
    disk.link("./.handbook", to: elsewhere.path)
    let before = elsewhere.files(in: "./")
    #expect(disk.handbook("build").status == 0)
    #expect(elsewhere.files(in: "./") == before)
  }
}

// MARK: - Building

private func build(_ disk: SiteOnDisk, _ site: EditedSite) -> Ending {
  disk.handbook(["build", "--quiet"] + site.options.arguments)
}

private func expectGood(_ ending: Ending, _ site: EditedSite) {
  #expect(ending.status == 0, "\(site.lastEdit): \(ending.errors)")
}

/// What a build makes that has nothing to go by but the files.
private func cleanBuild(of site: EditedSite) throws -> [String: [UInt8]] {
  let fresh = try SiteOnDisk()
  fresh.become(site, after: nil)
  let ending = fresh.handbook(["build", "--quiet", "--no-cache"] + site.options.arguments)
  #expect(ending.status == 0)
  return fresh.files()
}

/// The names of what is kept.
private func kept(_ disk: SiteOnDisk) -> [String] {
  disk.files(in: "./.handbook").keys.filter { $0 != "lock" && $0 != ".gitignore" }.sorted()
}

/// Cuts a kept file short, turns a bit of it, puts another's in its place, or leaves it.
private func damage(_ name: String, in disk: SiteOnDisk, _ site: inout EditedSite) {
  let place = "./.handbook/\(name)"
  guard var bytes = disk.files(in: "./.handbook")[name], !bytes.isEmpty else { return }
  let position = site.number(below: bytes.count)
  switch site.number(below: 5) {
  case 0: disk.write(place, Array(bytes[..<position]))
  case 1:
    bytes[position] ^= 1 << UInt8(site.number(below: 8))
    disk.write(place, bytes)
  case 2: disk.write(place, [])
  case 3: disk.delete(place)
  default: break
  }
}
