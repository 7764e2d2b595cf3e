import Build
import Community
import Dates
import Files
import Markup
import Rewriting
import TestSupport
import Testing

/// "Nobody who leaves waits for somebody's free evening", though a file names them.
@Suite("Forgetting somebody whom a file names")
struct ForgottenInFilesTests {
  @Test(
    "pages that lead to such a file are taken down, and one that nothing leads to is removed",
    arguments: [privateSettings, plainSettings])
  func files(_ settings: String) async throws {
    let rosa = """
      ---
      name: Rosa Lindqvist
      consent:
        name: yes
        profile: yes
        given: 2026-01-01
      ---

      """
    let tree = try siteTree([
      "handbook.yml": settings, "members/rosa.md": rosa,
      "pages/a.md": "---\ntitle: A\n---\n\n[the list](../assets/led-to.csv)\n",
      "pages/b.md": "---\ntitle: B\n---\n\n[a plan](../assets/plan.csv)\n",
      "assets/led-to.csv": "Rosa Lindqvist,4\n", "assets/alone.json": "{\"a\": \"Rosa Lindqvist\"}",
      "assets/plan.csv": "week,topic\n",
    ])
    #expect(try await handbook(tree).report == "")
    let site = try #require(try await SourceSite.read(tree))
    let forgetting = try await Forgetting.plan(
      "rosa", in: site, over: tree, words: "a former member",
      today: CalendarDate(daysSince1970: 20_513))
    #expect(forgetting.takenDown == ["content/pages/a.md"])
    #expect(forgetting.plan.removals.contains("content/assets/alone.json"))

    let after = try await handbook(
      ChangedTree.applying(forgetting.plan, to: tree))
    #expect(after.renderer != nil, "\(after.report)")
    #expect(after.pages["b.html"] == nil || after.pages.keys.contains("assets/plan.csv"))
    for (path, text) in after.pages.all {
      #expect(!text.contains("Lindqvist"), "\(path)")
    }
  }
}

/// The files of a site after a plan, in memory.
private enum ChangedTree {
  static func applying(_ plan: RewritePlan, to tree: MemoryFileTree) throws -> MemoryFileTree {
    let changed = try plan.tree(over: tree)
    var result = MemoryFileTree()
    for item in try changed.listing(below: RelativePath("content")).items {
      result.set(try changed.bytes(of: item.path, atMost: 1 << 20), at: item.path)
    }
    return result
  }
}
