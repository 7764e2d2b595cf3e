import Files
import Synchronization
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Here a text that holds `OURS` shows that it is ours, and a picture is known by its size alone.
@Suite("A changed file that no longer belongs to the site")
struct LeftoverTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("is removed where it shows that it is ours, and so is its folder")
  func marked() throws {
    try build(["a.html": "a", "members/x.html": "x OURS"])
    folder.write("output/members/x.html", "x OURS\r\n")
    let report = try build(["a.html": "A"])
    #expect(report.removed.map(\.description) == ["members/x.html"])
    #expect(report.leftovers.isEmpty && report.trouble(in: "output") == nil)
    #expect(try folder.site() == ["a.html": "A"])
    #expect(!folder.exists("output/members"))
  }

  @Test("else stays, is named by every build, and the rest of the site is written all the same")
  func unmarked() throws {
    try build(["a.html": "a", "b.html": "b", "c.html": "c"])
    folder.write("output/b.html", "mine")
    let path = try RelativePath("b.html")
    for text in ["A", "A", "AA"] {
      let report = try build(["a.html": text, "d.html": "d"])
      #expect(report.leftovers == [Leftover(path: path, reason: .changed)])
      #expect(try folder.site() == ["a.html": text, "b.html": "mine", "d.html": "d"])
      #expect(folder.text("output/.handbook-manifest")?.contains(" b.html\n") == true)
    }
  }

  @Test("is forgotten once somebody has deleted it")
  func deleted() throws {
    try leave("b.html", "mine")
    folder.delete("output/b.html")
    #expect(try build(["a.html": "a"]).leftovers.isEmpty)
    folder.write("output/b.html", "mine, for good")
    #expect(try build(["a.html": "a"]).leftovers.isEmpty)
    #expect(folder.text("output/b.html") == "mine, for good")
  }

  @Test("is removed once it is as we wrote it again, or shows that it is ours")
  func restored() throws {
    for text in ["b", "b OURS"] {
      try leave("b.html", "mine")
      folder.write("output/b.html", "mine, changed twice")
      #expect(try build(["a.html": "a"]).leftovers.count == 1)
      folder.write("output/b.html", text)
      #expect(try build(["a.html": "a"]).removed.map(\.description) == ["b.html"])
    }
  }

  @Test("is the site's own again where the page comes back")
  func comesBack() throws {
    try leave("b.html", "mine")
    let report = try build(["a.html": "a", "b.html": "b"])
    #expect(report.changed.map(\.description) == ["b.html"])
    #expect(report.leftovers.isEmpty)
    #expect(try build(["a.html": "a"]).removed.map(\.description) == ["b.html"])
  }

  @Test("is removed where that was asked for, whatever it is")
  func removedOnRequest() throws {
    try leave("b.html", "mine")
    let report = try build(["a.html": "a"], removingChanged: true)
    #expect(report.removed.map(\.description) == ["b.html"])
    #expect(report.leftovers.isEmpty)
    #expect(try folder.site() == ["a.html": "a"])
  }

  @Test("that is a picture is removed where its size is that of ours, else it stays")
  func pictures() throws {
    try publishPictures(["large.jpg", "same.jpg"])
    folder.write("output/same.jpg", "4x3, encoded again")
    folder.write("output/large.jpg", "8x6, somebody's own")
    let report = try build([:])
    #expect(report.removed.map(\.description) == ["same.jpg"])
    #expect(report.leftovers.map(\.path.description) == ["large.jpg"])
    folder.write("output/large.jpg", "4x3, encoded again")
    #expect(try build([:]).removed.map(\.description) == ["large.jpg"])
  }

  @Test("a folder in its place is somebody's own and stays; the file is gone")
  func folderInItsPlace() throws {
    try build(["a.html": "a", "b.html": "b"])
    folder.delete("output/b.html")
    folder.write("output/b.html/notes.txt", "mine")
    let report = try build(["a.html": "a"])
    #expect(report.leftovers.isEmpty && report.removed.isEmpty)
    #expect(folder.text("output/b.html/notes.txt") == "mine")
  }

  @Test("a link in its place is named; what it leads to is never touched")
  func linkInItsPlace() throws {
    folder.write("victim.html", "b OURS")
    try build(["a.html": "a", "b.html": "b"])
    folder.delete("output/b.html")
    folder.link("output/b.html", to: "../victim.html")
    let path = try RelativePath("b.html")
    for _ in 0..<2 {
      #expect(try build(["a.html": "a"]).leftovers == [Leftover(path: path, reason: .link(path))])
    }
    #expect(try build(["a.html": "a"], removingChanged: true).removed == [path])
    #expect(folder.text("victim.html") == "b OURS")
    #expect(!folder.exists("output/b.html"))
  }

  @Test("a link on the way to it is named, and nothing behind it is removed, even on request")
  func linkOnTheWay() throws {
    try build(["a.html": "a", "posts/b.html": "b"])
    folder.rename("output/posts", to: "elsewhere")
    folder.link("output/posts", to: "../elsewhere")
    let leftover = try Leftover(
      path: RelativePath("posts/b.html"), reason: .link(RelativePath("posts")))
    for isAsked in [false, true] {
      #expect(try build(["a.html": "a"], removingChanged: isAsked).leftovers == [leftover])
      #expect(folder.text("elsewhere/b.html") == "b")
    }
    folder.delete("output/posts")
    #expect(try build(["a.html": "a"]).leftovers.isEmpty)
  }

  @Test("a pipe in its place is named, and does not hold us up")
  func pipe() throws {
    try build(["a.html": "a", "b.html": "b"])
    folder.delete("output/b.html")
    folder.makePipe("output/b.html")
    let path = try RelativePath("b.html")
    #expect(try build(["a.html": "a"]).leftovers == [Leftover(path: path, reason: .special)])
    #expect(try build(["a.html": "a"], removingChanged: true).removed == [path])
  }

  @Test("a file that can't be removed does not keep the others")
  func locked() throws {
    // The superuser may remove anything.
    guard getuid() != 0 else { return }
    try build(["locked/b.html": "b", "open/c.html": "c"])
    chmod(folder("output/locked"), 0o555)
    defer { chmod(folder("output/locked"), 0o755) }
    let report = try build(["a.html": "a"])
    #expect(report.removed.map(\.description) == ["open/c.html"])
    #expect(
      try report.leftovers == [
        Leftover(
          path: RelativePath("locked/b.html"), reason: .failed(.remove, SystemError(EACCES)))
      ])
  }

  @Test(
    "a changed file of ours gives way to a folder where it shows that it is ours, or on request")
  func inTheWay() throws {
    try build(["swap": "file OURS"])
    folder.write("output/swap", "file OURS, minified")
    try build(["swap/c": "c"])
    #expect(try folder.site() == ["swap/c": "c"])
    folder.write("output/swap/c", "mine")
    #expect(throws: OutputTrouble.self) { try build(["swap": "file"]) }
    #expect(folder.text("output/swap/c") == "mine")
    try build(["swap": "file"], removingChanged: true)
    #expect(try folder.site() == ["swap": "file"])
  }

  @Test("a build that is killed at any moment forgets none")
  func killed() throws {
    var step = 0
    var isKilled = true
    while isKilled {
      try build(["a.html": "a", "b.html": "b", "c.html": "c OURS"], removingChanged: true)
      folder.write("output/b.html", "mine")
      folder.write("output/c.html", "c OURS, minified")
      isKilled = try kill(at: step)
      let report = try build(["a.html": "A"])
      #expect(report.leftovers.map(\.path.description) == ["b.html"], "killed at step \(step)")
      #expect(try folder.site() == ["a.html": "A", "b.html": "mine"], "killed at step \(step)")
      step += 1
    }
    #expect(step > 8)
  }

  @Test("what a teacher is told of one")
  func messageOfOne() throws {
    let path = try RelativePath("posts/a.html")
    #expect(
      trouble([Leftover(path: path, reason: .changed)]) == """
        'output/posts/a.html' no longer belongs to the site, and was not removed: \
        somebody or another program changed it; everything else in 'output' is up to date
        help: look at it; if you put it there yourself, move it to another folder, \
        else build with --remove-changed, which deletes it
        """)
    #expect(
      trouble([Leftover(path: path, reason: .link(try RelativePath("posts")))]) == """
        'output/posts/a.html' no longer belongs to the site, and was not removed: \
        'output/posts' is a symbolic link; everything else in 'output' is up to date
        help: delete the link 'output/posts'
        """)
    #expect(
      trouble([Leftover(path: path, reason: .failed(.remove, SystemError(EACCES)))]) == """
        'output/posts/a.html' no longer belongs to the site, and was not removed: \
        cannot remove it: Permission denied; everything else in 'output' is up to date
        """)
  }

  @Test("what a teacher is told of several")
  func messageOfSeveral() throws {
    let (one, other) = (try RelativePath("a.html"), try RelativePath("b.html"))
    #expect(
      trouble([Leftover(path: one, reason: .changed), Leftover(path: other, reason: .special)])
        == """
        2 files in 'output' no longer belong to the site, and were not removed; \
        everything else in 'output' is up to date
        output/a.html: somebody or another program changed it
        output/b.html: it is not a file any more
        help: look at them; move those that you put there yourself to another folder, \
        then build with --remove-changed, which deletes the others
        """)
  }

  // MARK: -

  private func claim() throws -> OutputFolder {
    var output = try folder.claim(patience: 5)
    output.isStillOurs = { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return file.pictures.isEmpty
        ? text.contains("OURS")
        : file.pictures.contains { text.hasPrefix("\($0.width)x\($0.height)") }
    }
    return output
  }

  @discardableResult
  private func build(
    _ files: [String: String], removingChanged: Bool = false,
    beforeStep: @escaping @Sendable (OutputStep) throws(OutputTrouble) -> Void = { _ in }
  ) throws -> OutputReport {
    var output = try claim()
    output.removesChanged = removingChanged
    output.beforeStep = beforeStep
    let staged = try files.sorted { $0.key < $1.key }.map { path, text in
      try output.stageFile(RelativePath(path), Array(text.utf8))
    }
    return try output.commit(staged)
  }

  /// Builds a site of pictures that are 4 pixels wide and 3 high.
  private func publishPictures(_ names: [String]) throws {
    let output = try claim()
    let staged = try names.map { name in
      try output.stageFile(.some(name), Array("ours".utf8), picture: PixelSize(width: 4, height: 3))
    }
    _ = try output.commit(staged)
  }

  /// Builds with a page and then without it, while somebody has put this text in its place.
  private func leave(_ name: String, _ text: String) throws {
    try build(["a.html": "a", name: "b"])
    folder.write("output/\(name)", text)
    #expect(try build(["a.html": "a"]).leftovers.map(\.path.description) == [name])
  }

  /// Builds a site of one changed page up to a step; `false` where the build has fewer.
  private func kill(at step: Int) throws -> Bool {
    let countdown = Atomic(step)
    do {
      try build(["a.html": "A"]) { _ throws(OutputTrouble) in
        if countdown.subtract(1, ordering: .relaxed).newValue < 0 {
          throw OutputTrouble(cause: .noName, folder: "killed", left: .untouched)
        }
      }
      return false
    } catch let trouble as OutputTrouble where trouble.folder == "killed" {
      return true
    }
  }

  private func trouble(_ leftovers: [Leftover]) -> String {
    let trouble = OutputTrouble(
      cause: .leftovers(leftovers), folder: "output", left: .upToDate)
    let hint = trouble.hint.map { ["help: \($0)"] } ?? []
    return ([trouble.message] + trouble.words + hint).joined(separator: "\n")
  }
}
