import Build
import Community
import Dates
import Files
import Rewriting
import Serving
import TestSupport
import Testing

@testable import Desk

@Suite("Whoever leaves: what would be done is told, done whole, and loses nothing")
struct LeavingTests {
  private let today: CalendarDate

  init() throws { today = try #require(CalendarDate("2026-11-30")) }

  private let site = [
    "handbook.yml": privateSettings,
    "members/ada-okafor.md": ada, "members/maria-lopez.md": maria,
    "posts/maria-lopez-tells.md":
      "---\ntitle: Maria Lopez tells\ndate: 2026-01-15\nauthors: maria-lopez\n---\n\nx\n",
    "posts/slips.md":
      "---\ntitle: Slips\ndate: 2026-01-15\nauthors: maria-lopez\n---\n\nBy Maria Lopez.\n",
  ]

  private func planned(_ folder: SiteOnDisk) async throws -> (Forgetting, SourceSite) {
    let tree = try LocalFileTree(folder.path)
    let sources = try #require(try await SourceSite.read(tree))
    let forgetting = try await Forgetting.plan(
      "members/maria-lopez", in: sources, over: tree, words: "a former member", today: today)
    return (forgetting, sources)
  }

  @Test("what would be done is told in words")
  func told() async throws {
    let (forgetting, sources) = try await planned(SiteOnDisk(site))
    let view = PlanView(forgetting, in: sources, DeskWords(language: "en"))
    #expect(view.name == "m-01")
    let files = view.files.map { "\($0.title), \($0.note ?? "")" }
    #expect(files.contains("Slips, changed"))
    #expect(files.contains("Maria Lopez, removed") && files.contains("m-01.md, new"))
    #expect(view.takenDown == ["Maria Lopez tells"])
    #expect(view.keeps.hasPrefix("Their file keeps their names"))
    #expect(view.mark == forgetting.plan.mark)
  }

  @Test("what it writes and removes is the desk's own to publish")
  func outcomes() async throws {
    let folder = try SiteOnDisk(site)
    let (forgetting, sources) = try await planned(folder)
    let outcomes = forgetting.plan.outcomes(of: sources.files.paths)
    let gone = outcomes.filter { $0.bytes == nil }.map { "\($0.path)" }
    #expect(gone.contains("content/members/maria-lopez.md"))
    try DeskFolder(site: folder.path).carryOut(forgetting.plan, command: "forget x")
    for (path, bytes) in outcomes {
      #expect((try? LocalFileTree(folder.path).bytes(of: path, atMost: 1 << 20)) == bytes)
    }
    let notes = DeskNotes(site: folder.path)
    notes.wrote(outcomes)
    #expect(notes.writtenFiles["content/members/maria-lopez.md"] == "removed")
    #expect(notes.writtenFiles.count == outcomes.count)
  }

  @Test("a file that somebody saved since the plan was made stays, and so does every other")
  func outdated() async throws {
    let folder = try SiteOnDisk(site)
    let (forgetting, _) = try await planned(folder)
    folder.write("posts/slips.md", "---\ntitle: Slips\ndate: 2026-01-15\n---\n\nSaved meanwhile.\n")
    let before = folder.files(in: "./content")
    do throws(DeskTrouble) {
      try DeskFolder(site: folder.path).carryOut(forgetting.plan, command: "forget x")
      Issue.record("it was done")
    } catch {
      guard case .outdated = error else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(folder.files(in: "./content") == before)
    #expect(RewriteJournal.unfinished(in: folder.path) == nil)
  }

  @Test("a disk that refuses leaves every file as it was, and the message says so")
  func refused() async throws {
    let folder = try SiteOnDisk(site)
    let (forgetting, _) = try await planned(folder)
    // Their new file cannot be written: a folder has its name.
    folder.write("members/m-01.md/x.txt", "x")
    let before = folder.files(in: "./content")
    do throws(DeskTrouble) {
      try DeskFolder(site: folder.path).carryOut(forgetting.plan, command: "forget x")
      Issue.record("it was done")
    } catch {
      guard case .rewrite(let refusal) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(refusal.hint == "everything is as it was")
    }
    #expect(folder.files(in: "./content") == before)
  }

  @Test("a publication with which somebody leaves is not kept to be taken back")
  func undo() throws {
    let folder = try SiteOnDisk(site)
    let notes = DeskNotes(site: folder.path)
    var last = LastPublication()
    last.publication = "0123"
    notes.published(last)
    #expect(notes.lastPublication == last)
    notes.isUndoClosed = true
    notes.published(last)
    #expect(notes.lastPublication == nil)
    notes.isUndoClosed = false
    notes.published(last)
    #expect(notes.lastPublication == last)
  }

  @Test(
    "only ids lead to these pages",
    arguments: [
      "members/../leaves", "members/a b/leaves", "members/%2e%2e/leaves", "posts/slips/leaves",
      "members/ada/leaves/x", "posts/..%2fmembers/take-down", "handbook/x/take-down",
      "posts/a\u{0}/take-down", "posts//take-down",
    ])
  func hostile(path: String) {
    switch DeskPlace(Request(method: .read, target: "/desk/\(path)", hosts: [], origins: [])) {
    case .leaving?, .takingDown?: Issue.record("it does")
    default: break
    }
  }

  @Test("each page has its own address")
  func addresses() {
    let (ada, slips) = (EntryID(.member, "ada"), EntryID(.post, "slips"))
    let place = { DeskPlace(Request(method: .read, target: $0, hosts: [], origins: [])) }
    #expect(place(ada.leavingAddress) == .leaving(ada))
    #expect(place(slips.takingDownAddress) == .takingDown(slips))
  }
}
