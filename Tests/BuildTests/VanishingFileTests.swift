import Build
import Dates
import Files
import Markup
import Synchronization
import TestSupport
import Testing

@Suite("Files that go away during a build")
struct VanishingFileTests {
  @Test("an entry that is gone when it is to be read is told, and the others are read")
  func entry() async throws {
    let tree = try VanishingTree(["pages/a.md": "# A", "pages/b.md": "# B"])
    tree.vanish("content/pages/a.md")
    let site = try await inspect(tree)
    #expect(
      site.report == """
        content/pages/a.md: error: 'content/pages/a.md' is not there [unreadable-file]
            help: see that the file is there and that you may read it
        1 error

        """)
    #expect(site.entryCount == 1)
  }

  @Test("a picture that is gone when it is to be written leaves the published site as it was")
  func picture() async throws {
    let tree = try VanishingTree(["assets/plan.svg": drawing, "pages/a.md": "# A"])
    let site = try await inspect(tree)
    let renderer = try #require(site.renderer)
    let disk = try SiteOnDisk()
    _ = try await site.writeSite(
      renderer, to: try OutputFolder.claim(disk.place(of: "output"), protecting: disk.path) {})
    let before = disk.files()
    #expect(before["assets/plan.svg"] != nil)

    tree.vanish("content/assets/plan.svg")
    let output = try OutputFolder.claim(disk.place(of: "output"), protecting: disk.path) {}
    let trouble = await #expect(throws: WritingTrouble.self) {
      try await site.writeSite(renderer, to: output)
    }
    #expect(
      trouble?.message
        == "'content/assets/plan.svg' is not there; the previous site is untouched")
    #expect(trouble?.hint == "run the command again")
    #expect(disk.files() == before)
  }

  private func inspect(_ tree: VanishingTree) async throws -> Inspection {
    try await Inspection.inspect(
      tree, BuildSettings(today: CalendarDate(daysSince1970: 20_513)))
  }
}

/// Files in memory of which some go away after they were listed.
private final class VanishingTree: FileTree {
  private let files: MemoryFileTree
  private let gone = Mutex<Set<String>>([])

  init(_ files: [String: String]) throws {
    self.files = try siteTree(files)
  }

  func vanish(_ path: String) {
    gone.withLock { _ = $0.insert(path) }
  }

  func listing(below folder: RelativePath?) throws(FileTrouble) -> FileListing {
    try files.listing(below: folder)
  }

  func bytes(of path: RelativePath, atMost limit: Int) throws(FileTrouble) -> [UInt8] {
    let name = path.description
    guard !gone.withLock({ $0.contains(name) }) else { throw .missing(path: name) }
    return try files.bytes(of: path, atMost: limit)
  }
}
