import Files
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("A folder on disk")
struct LocalFileTreeTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("a listing is sorted by bytes and tells size and time")
  func listing() throws {
    for name in ["b/x.md", "a.md", "a/z/deep.md", "Z.md", "a/é.md", ".hidden"] {
      folder.write(name, name)
    }
    folder.makeFolder("empty")
    let listing = try LocalFileTree(folder.path).listing(below: nil)
    #expect(
      listing.items.map(\.path.description)
        == [".hidden", "Z.md", "a.md", "a/z/deep.md", "a/é.md", "b/x.md"])
    #expect(listing.folders.map(\.description) == ["a", "a/z", "b", "empty"])
    #expect(listing.items.map(\.kind).allSatisfy { $0 == .file })
    #expect(listing.items.map(\.size) == [7, 4, 4, 11, 7, 6])
    let marks = folder.marks("a.md")
    #expect(listing.items[2].modified == Int64(marks[1]) * 1_000_000_000 + Int64(marks[2]))
    #expect(listing.refused.isEmpty)
  }

  @Test("a listing below a folder holds that folder alone, its paths still from the top")
  func below() throws {
    folder.write("content/a.md", "")
    folder.write("assets/b.png", "")
    let listing = try LocalFileTree(folder.path).listing(below: .some("content"))
    #expect(listing.items.map(\.path.description) == ["content/a.md"])
  }

  @Test("links, pipes and sockets are named and not opened")
  func special() throws {
    folder.write("real/secret.md", "secret")
    folder.link("outside", to: "/etc")
    folder.link("loop", to: "loop")
    folder.link("file.md", to: "real/secret.md")
    folder.makePipe("pipe.md")
    let tree = try LocalFileTree(folder.path)
    let listing = try tree.listing(below: nil)
    #expect(
      listing.items.map { "\($0.path) \($0.kind)" }
        == ["file.md link", "loop link", "outside link", "pipe.md other", "real/secret.md file"])
    #expect(trouble(tree, "file.md") == "'file.md' is a symbolic link, which is never followed")
    #expect(trouble(tree, "loop") == "'loop' is a symbolic link, which is never followed")
    #expect(
      trouble(tree, "outside/passwd") == "'outside' is a symbolic link, which is never followed")
    #expect(trouble(tree, "pipe.md") == "'pipe.md' is not a file")
    #expect(trouble(tree, "real") == "'real' is not a file")
    #expect(trouble(tree, "real/secret.md/x") == "'real/secret.md' is not a folder")
  }

  @Test("a folder that is a link is not listed")
  func linkedFolder() throws {
    folder.makeFolder("real")
    folder.link("content", to: "real")
    folder.write("file", "")
    let tree = try LocalFileTree(folder.path)
    #expect(throws: FileTrouble.link(path: "content")) {
      try tree.listing(below: .some("content"))
    }
    #expect(throws: FileTrouble.missing(path: "assets")) {
      try tree.listing(below: .some("assets"))
    }
    #expect(throws: FileTrouble.notFolder(path: "file")) { try tree.listing(below: .some("file")) }
  }

  @Test("a name that can't be used is reported with its reason, and its folder not entered")
  func refused() throws {
    folder.write("con.md", "")
    folder.write("a:b/inside.md", "")
    folder.write("good/a\\b.md", "")
    folder.write("good/x\u{1B}[31m.md", "")
    let bytes: [CChar] = folder("").utf8CString.dropLast() + [0x62, -1, 0]
    close(open(bytes, O_CREAT | O_WRONLY, 0o644))
    let listing = try LocalFileTree(folder.path).listing(below: nil)
    #expect(listing.items.isEmpty)
    #expect(
      listing.refused.map { "\($0.shownPath): \($0.reason.reason)" } == [
        "a:b: ':' can't be in a name, since Windows refuses it",
        "b\u{FFFD}: a path is written in UTF-8",
        "con.md: 'con' is a name that Windows keeps for a device",
        "good/a\\b.md: the parts of a path are separated by '/', never by '\\'",
        "good/x\\u{1B}[31m.md: invisible characters and line breaks can't be in a path",
      ])
  }

  @Test("a file is read whole, up to the limit")
  func reading() throws {
    folder.write("content/a.md", "twelve bytes")
    folder.write("empty", "")
    let tree = try LocalFileTree(folder.path)
    #expect(try tree.bytes(of: .some("content/a.md"), atMost: 12) == Array("twelve bytes".utf8))
    #expect(try tree.bytes(of: .some("empty"), atMost: 0) == [])
    #expect(
      trouble(tree, "content/a.md", limit: 11)
        == "'content/a.md' is larger than 11 bytes, the most that is read")
    #expect(trouble(tree, "none.md") == "'none.md' is not there")
    #expect(trouble(tree, "none/a.md") == "'none' is not there")
  }

  @Test(
    "a file whose length is not what the system says is read again, then reported",
    .enabled(if: access("/proc/self/status", R_OK) == 0))
  func changing() throws {
    // The system calls files of /proc empty, yet they hold bytes.
    #expect(
      trouble(try LocalFileTree("/proc/self"), "status")
        == "'status' changes while it is being read")
  }

  @Test("a folder deeper than there are file handles is listed all the same")
  func deep() throws {
    let name = String(repeating: "d/", count: 400) + "a.md"
    folder.write(name, "deep")
    let tree = try LocalFileTree(folder.path)
    #expect(try tree.listing(below: nil).items.map(\.path.description) == [name])
    #expect(try tree.bytes(of: .some(name), atMost: 10) == Array("deep".utf8))
  }

  @Test("a root that is not there, or no folder, is a trouble that names it")
  func root() throws {
    folder.write("file", "")
    #expect(throws: FileTrouble.missing(path: folder("none"))) {
      try LocalFileTree(folder("none"))
    }
    #expect(throws: FileTrouble.notFolder(path: folder("file"))) {
      try LocalFileTree(folder("file"))
    }
  }

  @Test(
    "a file that may not be read is a trouble in plain words", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    folder.write("a.md", "")
    chmod(folder("a.md"), 0)
    #expect(
      trouble(try LocalFileTree(folder.path), "a.md") == "cannot read 'a.md': Permission denied")
  }

  private func trouble(_ tree: LocalFileTree, _ path: String, limit: Int = 1_000) -> String? {
    do {
      _ = try tree.bytes(of: RelativePath(path), atMost: limit)
      return nil
    } catch {
      return (error as? FileTrouble)?.message
    }
  }
}

@Suite("Files in memory")
struct MemoryFileTreeTests {
  @Test("a tree in one line lists and reads like a folder on disk")
  func tree() throws {
    var tree: MemoryFileTree = ["content/b.md": "B", "content/a/x.md": "X", "c.md": "", "a:": ""]
    try tree.insertLink(at: .some("content/link.md"))
    try tree.insertSpecialFile(at: .some("content/pipe"))
    let listing = try tree.listing(below: .some("content"))
    #expect(
      listing.items.map { "\($0.path) \($0.kind) \($0.size)" } == [
        "content/a/x.md file 1", "content/b.md file 1", "content/link.md link 0",
        "content/pipe other 0",
      ])
    #expect(listing.folders.map(\.description) == ["content/a"])
    #expect(try tree.listing(below: nil).refused.map(\.shownPath) == ["a:"])
    #expect(try tree.bytes(of: .some("content/b.md"), atMost: 1) == [0x42])
  }

  @Test("its troubles are those of a folder on disk")
  func troubles() throws {
    var tree: MemoryFileTree = ["a.md": "text"]
    try tree.insertLink(at: .some("link"))
    try tree.insertSpecialFile(at: .some("pipe"))
    #expect(throws: FileTrouble.tooLarge(path: "a.md", limit: 3)) {
      try tree.bytes(of: .some("a.md"), atMost: 3)
    }
    #expect(throws: FileTrouble.link(path: "link")) { try tree.bytes(of: .some("link"), atMost: 3) }
    #expect(throws: FileTrouble.notFile(path: "pipe")) {
      try tree.bytes(of: .some("pipe"), atMost: 3)
    }
    try tree.set(nil, at: .some("a.md"))
    #expect(throws: FileTrouble.missing(path: "a.md")) {
      try tree.bytes(of: .some("a.md"), atMost: 3)
    }
    #expect(throws: FileTrouble.missing(path: "content")) {
      try tree.listing(below: .some("content"))
    }
  }
}

@Suite("One file written in one step")
struct AtomicWriteTests {
  @Test("a file is written whole, with plain rights, and nothing else is left")
  func writing() throws {
    let folder = try TemporaryFolder()
    try atomicWrite(folder("routes.lock"), Array("one".utf8))
    try atomicWrite(folder("routes.lock"), Array("two".utf8))
    #expect(try folder.site("") == ["routes.lock": "two"])
    #expect(folder.marks("routes.lock").last.map { $0 & 0o777 } == 0o644)
  }

  @Test("a file that holds these bytes already is not touched")
  func same() throws {
    let folder = try TemporaryFolder()
    folder.write("routes.lock", "one")
    let marks = folder.marks("routes.lock")
    try atomicWrite(folder("routes.lock"), Array("one".utf8))
    #expect(folder.marks("routes.lock") == marks)
  }

  @Test("a link, a folder or a missing parent in its place is a trouble that says what is left")
  func troubles() throws {
    let folder = try TemporaryFolder()
    folder.write("victim", "mine")
    folder.link("link", to: "victim")
    folder.makeFolder("folder")
    #expect(throws: FileTrouble.throughLink(path: folder("link"))) {
      try atomicWrite(folder("link"), [1])
    }
    #expect(folder.text("victim") == "mine")
    #expect(
      message { try atomicWrite(folder("folder"), [1]) }?.hasSuffix(
        "/folder': Is a directory; the file is as it was") == true)
    #expect(
      message { try atomicWrite(folder("none/x"), [1]) }?.hasSuffix(
        "/none/x': No such file or directory; the file is as it was") == true)
  }

  private func message(_ work: () throws -> Void) -> String? {
    do {
      try work()
      return nil
    } catch {
      return (error as? FileTrouble)?.message
    }
  }
}
