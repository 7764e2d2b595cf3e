import Diagnostics
import Files
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Writing a site")
struct OutputWritingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("a first build writes every file, and nothing of ours but the manifest and the lock stays")
  func first() throws {
    let report = try folder.build(["index.html": "home", "posts/a.html": "a", "posts/b.html": "b"])
    #expect(report.new.map(\.description) == ["index.html", "posts/a.html", "posts/b.html"])
    #expect(report.changed.isEmpty && report.removed.isEmpty && report.leftovers.isEmpty)
    #expect(report.same == 0 && report.written == 3)
    let items = try LocalFileTree(folder("output")).listing(below: nil).items
    #expect(
      items.map(\.path.description) == [
        ".handbook-lock", ".handbook-manifest", "index.html", "posts/a.html", "posts/b.html",
      ])
  }

  @Test("the manifest lists fingerprint, size and path, sorted, and seals them")
  func manifest() throws {
    try folder.build(["b.html": "hello", "a/c d.html": ""])
    let lines = """
      handbook manifest 1
      00000000000000000000000000000000 0 a/c d.html
      cbd8a7b341bd9b025b1e906a48ae1d19 5 b.html

      """
    let seal = Fingerprint(Array(lines.utf8))
    #expect(folder.text("output/.handbook-manifest") == lines + "end \(seal)\n")
  }

  @Test("a second build of the same site touches nothing")
  func unchanged() throws {
    let site = ["index.html": "home", "posts/a.html": "a"]
    try folder.build(site)
    let names = ["index.html", "posts/a.html", "posts", "", ".handbook-manifest", ".handbook-lock"]
    let marks = names.map { folder.marks("output/\($0)") }
    let report = try folder.build(site)
    #expect(report.same == 2 && report.written == 0)
    #expect(names.map { folder.marks("output/\($0)") } == marks)
  }

  @Test("a later build writes what differs, removes what is gone, and leaves the rest alone")
  func changes() throws {
    try folder.build(["index.html": "home", "posts/a.html": "a", "old/deep/x.html": "x"])
    let marks = folder.marks("output/index.html")
    let report = try folder.build(["index.html": "home", "posts/a.html": "b", "new.html": "n"])
    #expect(report.new.map(\.description) == ["new.html"])
    #expect(report.changed.map(\.description) == ["posts/a.html"])
    #expect(report.removed.map(\.description) == ["old/deep/x.html"])
    #expect(report.same == 1)
    #expect(try folder.site() == ["index.html": "home", "posts/a.html": "b", "new.html": "n"])
    #expect(!folder.exists("output/old"))
    #expect(folder.marks("output/index.html") == marks)
  }

  @Test("a page of ours that was edited by hand is put right")
  func repaired() throws {
    try folder.build(["a.html": "a"])
    folder.write("output/a.html", "edited")
    #expect(try folder.build(["a.html": "a"]).changed.map(\.description) == ["a.html"])
    #expect(try folder.site() == ["a.html": "a"])
  }

  @Test("a user's own file in the output survives, and its folder does")
  func usersFile() throws {
    try folder.build(["posts/a.html": "a"])
    folder.write("output/posts/notes.txt", "mine")
    folder.write("output/.handbook-new/mine.txt", "mine")
    try folder.build([:])
    #expect(
      try folder.site() == ["posts/notes.txt": "mine"])
    #expect(folder.text("output/.handbook-new/mine.txt") == "mine")
  }

  @Test("a user's own file in the place of a page stops the build before anything changes")
  func notOurs() throws {
    try folder.build(["a.html": "a"])
    folder.write("output/b.html", "mine")
    let output = try folder.claim()
    let message = folder.message { () throws(OutputTrouble) in
      _ = try output.stageFile(path("b.html"), [1])
    }
    #expect(
      message
        == "'~/output/b.html' would be overwritten, but was not written by handbook; the site in '~/output' is as it was"
    )
    #expect(try folder.site() == ["a.html": "a", "b.html": "mine"])
    do {
      _ = try output.stageFile(path("b.html"), [1])
    } catch {
      #expect(error.id == "output-not-ours")
      #expect(
        error.hint
          == "move or delete '\(folder("output"))/b.html', or keep your own files outside '\(folder("output"))'"
      )
    }
  }

  @Test("a file that already holds what a page would is adopted in silence")
  func adopted() throws {
    try folder.build(["a.html": "a"])
    folder.write("output/b.html", "b")
    #expect(try folder.build(["a.html": "a", "b.html": "b"]).same == 2)
    #expect(try folder.build(["a.html": "a"]).removed.map(\.description) == ["b.html"])
  }

  @Test("staging changes nothing that is published, and abandoning leaves no trace")
  func abandoning() throws {
    try folder.build(["a.html": "a"])
    let marks = folder.marks("output/a.html")
    let output = try folder.claim()
    #expect(try output.stageFile(path("a.html"), Array("new".utf8)).outcome == .changed)
    #expect(try output.stageFile(path("b/c.html"), Array("c".utf8)).outcome == .new)
    #expect(try output.stageFile(path("d.html"), Array("d".utf8)).path.description == "d.html")
    #expect(try folder.site() == ["a.html": "a"])
    #expect(folder.exists("output/.handbook-new"))
    output.abandon()
    #expect(!folder.exists("output/.handbook-new"))
    #expect(folder.marks("output/a.html") == marks)
    #expect(!folder.exists("output/b"))
  }

  @Test("a link in the way is never written through, compared through or deleted through")
  func links() throws {
    try folder.build(["posts/a.html": "a", "b.html": "b"])
    folder.write("victims/a.html", "a")
    folder.delete("output/posts/a.html")
    rmdir(folder("output/posts"))
    folder.link("output/posts", to: "../victims")
    folder.delete("output/b.html")
    folder.link("output/b.html", to: "../victims/a.html")
    let output = try folder.claim()
    for (name, link) in [
      ("posts/a.html", "posts"), ("posts/new/x.html", "posts"), ("b.html", "b.html"),
    ] {
      let message = folder.message { () throws(OutputTrouble) in
        _ = try output.stageFile(path(name), [0x61])
      }
      #expect(
        message
          == "'~/output/\(link)' is a symbolic link, which is never written through; the site in '~/output' is as it was"
      )
    }
    let report = try output.commit([])
    #expect(report.removed.isEmpty)
    #expect(
      try report.leftovers == [
        Leftover(path: path("b.html"), reason: .link(path("b.html"))),
        Leftover(path: path("posts/a.html"), reason: .link(path("posts"))),
      ])
    #expect(folder.text("victims/a.html") == "a")
  }

  @Test("a pipe in the way is named and does not hold us up")
  func pipe() throws {
    folder.makeFolder("output")
    let output = try folder.claim()
    folder.makePipe("output/a.html")
    let message = folder.message { () throws(OutputTrouble) in
      _ = try output.stageFile(path("a.html"), [1])
    }
    #expect(
      message
        == "'~/output/a.html' is in the way and was not written by handbook; the site in '~/output' is as it was"
    )
  }

  @Test("a file may become a folder and a folder a file, as long as they are ours")
  func swaps() throws {
    try folder.build(["a": "file", "b/c/d": "deep", "b/e": "e"])
    let report = try folder.build(["a/x": "inside", "b": "file"])
    #expect(report.new.map(\.description) == ["a/x", "b"])
    #expect(report.removed.map(\.description) == ["a", "b/c/d", "b/e"])
    #expect(try folder.site() == ["a/x": "inside", "b": "file"])
  }

  @Test("a folder that holds a user's file, or is the user's, does not become a file")
  func noSwap() throws {
    try folder.build(["b/c": "c", "d": "d"])
    folder.write("output/b/mine/x.txt", "mine")
    folder.makeFolder("output/empty")
    folder.write("output/d", "edited")
    let before = try folder.site()
    for (name, obstacle) in [("b", "b/mine/x.txt"), ("empty", "empty"), ("d/x", "d")] {
      let message = folder.message { () throws(OutputTrouble) in
        let output = try folder.claim()
        _ = try output.commit([output.stageFile(path(name), [1])])
      }
      #expect(
        message
          == "'~/output/\(obstacle)' is in the way and was not written by handbook; the site in '~/output' is as it was"
      )
      #expect(try folder.site() == before)
    }
  }

  @Test("two files for one place, a file inside a file, and our own names are refused")
  func collisions() throws {
    let output = try folder.claim()
    let first = try output.stageFile(path("a"), [1])
    let messages = [
      folder.message { () throws(OutputTrouble) in _ = try output.stageFile(path("a"), [2]) },
      folder.message { () throws(OutputTrouble) in
        _ = try output.commit([first, output.stageFile(path("a/b/c"), [2])])
      },
      folder.message { () throws(OutputTrouble) in
        _ = try output.stageFile(path(".Handbook-manifest"), [2])
      },
      folder.message { () throws(OutputTrouble) in
        _ = try output.stageFile(path(".handbook-new/x"), [2])
      },
    ]
    let left = "; the site in '~/output' is as it was"
    #expect(
      messages == [
        "two pages or files would be written to '~/output/a'" + left,
        "'~/output/a' can't be a file and hold '~/output/a/b/c' as well" + left,
        "'.Handbook-manifest' is a name that handbook keeps for its own use" + left,
        "'.handbook-new/x' is a name that handbook keeps for its own use" + left,
      ])
    #expect(try folder.site() == [:])
  }

  @Test("a page whose name changed only its capital letters is the same file to some disks")
  func capitals() throws {
    try folder.build(["Bread.html": "old", "other.html": "o"])
    // What such a disk shows: one file that answers to both names.
    #expect(link(folder("output/Bread.html"), folder("output/bread.html")) == 0)
    try folder.build(["bread.html": "new", "other.html": "o"])
    #expect(folder.text("output/bread.html") == "new")
    folder.write("output/Other.html", "mine")
    let output = try folder.claim()
    #expect(throws: OutputTrouble.self) { try output.stageFile(.some("Other.html"), [1]) }
  }

  @Test("rights do not depend on the user's mask")
  func rights() throws {
    let mask = umask(0o077)
    defer { umask(mask) }
    try folder.build(["posts/a.html": "a"])
    #expect(folder.marks("output/posts/a.html").last.map { $0 & 0o777 } == 0o644)
    #expect(folder.marks("output/posts").last.map { $0 & 0o777 } == 0o755)
    #expect(folder.marks("output").last.map { $0 & 0o777 } == 0o755)
  }

  @Test("many tasks may stage at once")
  func concurrent() async throws {
    let output = try folder.claim()
    let staged = try await withThrowingTaskGroup(of: StagedFile.self) { group in
      for number in 0..<200 {
        group.addTask {
          try output.stageFile(.some("f\(number % 7)/\(number).html"), Array("\(number)".utf8))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let report = try output.commit(staged)
    #expect(report.new.count == 200)
    #expect(try folder.site().count == 200)
    #expect(folder.text("output/f3/199.html") == "199")
  }

  private func path(_ text: String) throws(OutputTrouble) -> RelativePath {
    do {
      return try RelativePath(text)
    } catch {
      throw OutputTrouble(cause: .noName, folder: text, left: .untouched)
    }
  }
}
