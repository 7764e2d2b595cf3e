import Testing

@testable import Files

@Suite("Files at other places")
struct MovedFileTreeTests {
  let base: MemoryFileTree = [
    "src/content/posts/a.md": "A", "src/content/b.md": "B", "static/a.png": "P",
    "package.json": "{}", "srcs/c.md": "C",
  ]

  @Test("the longest folder that fits decides, and what no move takes along is counted")
  func moves() throws {
    let tree = try MovedFileTree(
      base,
      [
        FileMove("src/content", to: ""), FileMove("src/content/posts", to: "blog"),
        FileMove("static", to: "assets"),
      ])
    let listing = try tree.listing(below: nil)
    #expect(listing.items.map(\.path.description) == ["assets/a.png", "b.md", "blog/a.md"])
    #expect(listing.folders.map(\.description) == ["assets", "blog"])
    #expect(tree.left == ["package.json": 1, "srcs/": 1])
    #expect(try tree.bytes(of: RelativePath("blog/a.md"), atMost: 10) == Array("A".utf8))
    #expect(throws: FileTrouble.missing(path: "src/content/b.md")) {
      try tree.bytes(of: RelativePath("src/content/b.md"), atMost: 10)
    }
    let below = try tree.listing(below: RelativePath("blog"))
    #expect(below.items.map(\.path.description) == ["blog/a.md"])
  }

  @Test("a file alone can be moved or left")
  func files() throws {
    let tree = try MovedFileTree(
      MemoryFileTree(["w/Home.md": "H", "w/a.md": "A", "w/SUMMARY.md": "S"]),
      [
        FileMove("w", to: ""), FileMove("w/Home.md", to: "index.md"),
        FileMove("w/SUMMARY.md", to: nil),
      ])
    #expect(try tree.listing(below: nil).items.map(\.path.description) == ["a.md", "index.md"])
    #expect(tree.left == ["w/": 1])
  }

  @Test("of two files that would lie at one place the first is taken")
  func collision() throws {
    let tree = try MovedFileTree(
      MemoryFileTree(["a/x.md": "1", "b/x.md": "2"]),
      [FileMove("a", to: ""), FileMove("b", to: "")])
    #expect(try tree.bytes(of: RelativePath("x.md"), atMost: 10) == Array("1".utf8))
    #expect(tree.left == ["b/": 1])
  }
}
