import Files
import TestSupport
import Testing

@testable import Publishing

@Suite("What is saved here and not online")
struct SourceChangesTests {
  let repositories: Repositories

  init() throws { repositories = try Repositories.sent() }

  private func changes(_ folder: String? = nil) async throws -> SourceChanges {
    try await SourceChanges.ofSite(at: folder ?? repositories.source)
  }

  private func listed(_ changes: SourceChanges) -> [String] {
    changes.files.map { "\($0.kind) \($0.path.description)" }
  }

  @Test("files that differ from the last commit are told, with who changed them last")
  func files() async throws {
    repositories.write("content/a.md", "1")
    repositories.write("content/b.md", "1")
    repositories.commit("Two pages")
    repositories.write("content/a.md", "2")
    _ = run("rm", "\(repositories.source)/content/b.md")
    repositories.write("content/posts/é ü.md", "new")
    repositories.write("notes.txt", "beside the site")
    let changes = try await changes()
    #expect(
      listed(changes) == [
        "changed content/a.md", "removed content/b.md", "added content/posts/é ü.md",
      ])
    #expect(changes.files.map { $0.last?.subject } == ["Two pages", "Two pages", nil])
    #expect(changes.files[0].last?.author == "Ada")
    #expect(changes.files[0].last?.commit.seconds == 1_770_000_000)
    #expect(changes.standing == .unsent(1))
  }

  @Test("what the user has staged does not matter, nor is it touched")
  func staged() async throws {
    repositories.write("content/a.md", "1")
    repositories.write("content/b.md", "1")
    repositories.commit("Two pages")
    repositories.write("content/a.md", "2")
    repositories.git("add", "content/a.md")
    repositories.write("content/a.md", "1")
    repositories.git("rm", "--cached", "--quiet", "content/b.md")
    let before = try repositories.possessions()
    #expect(listed(try await changes()) == [])
    #expect(try repositories.possessions() == before)
  }

  @Test("an edit of the same length right after a commit is seen")
  func racy() async throws {
    for round in 0..<20 {
      repositories.write("content/a.md", "\(round % 10) old")
      repositories.commit("A")
      repositories.write("content/a.md", "\(round % 10) new")
      #expect(listed(try await changes()) == ["changed content/a.md"])
    }
  }

  @Test("where the site is a folder of a larger repository, only its files are told")
  func subfolder() async throws {
    repositories.write("sub/our site/content/handbook.yml", plainSettings)
    repositories.write("sub/content/x.md", "x")
    repositories.commit("Second")
    repositories.write("sub/our site/content/a.md", "a")
    repositories.write("sub/our site/content/handbook.yml", plainSettings + "# x\n")
    repositories.write("sub/content/x.md", "y")
    let changes = try await changes("\(repositories.source)/sub/our site")
    #expect(listed(changes) == ["added content/a.md", "changed content/handbook.yml"])
    #expect(changes.files[1].last?.subject == "Second")
  }

  @Test("before the first commit, every file is new")
  func unborn() async throws {
    let folder = "\(repositories.path)/unborn"
    repositories.git(in: repositories.path, "init", "--quiet", folder)
    writeFile("\(folder)/content/a.md", Array("a".utf8))
    let changes = try await changes(folder)
    #expect(listed(changes) == ["added content/a.md"])
    #expect(changes.standing == .noCommit)
  }

  @Test("how the history stands is told, with what to do")
  func standings() async throws {
    #expect(try await changes().standing == .online)
    try await repositories.keep(["a.md": "a"])
    try await repositories.keep(["a.md": "b"])
    #expect(try await changes().standing.words == "saved here, not online: 2 changes")
    repositories.git("checkout", "--quiet", "--detach")
    let detached = try await changes().standing
    #expect(!detached.canCommit)
    #expect(
      detached.words
        == "git shows an older state of this folder, and what is added now could get lost")
    #expect(detached.step == "in a terminal in this folder: git switch - goes back to the branch")
    repositories.git("switch", "--quiet", "-")
    repositories.git("switch", "--quiet", "--create", "other")
    #expect(
      try await changes().standing.words
        == "saved here, not online: 3 changes, and nothing was ever sent")
    repositories.git("remote", "remove", "origin")
    let alone = try await changes().standing
    #expect(alone.words == "git knows no place to send this folder to")
    #expect(
      alone.step
        == "once, in a terminal in this folder: git remote add origin followed by the address of a repository at your git host"
    )
  }

  @Test("a folder without git is no trouble, and what to do is told")
  func outside() async throws {
    let outside = try SiteOnDisk()
    let changes = try await changes(outside.path)
    #expect(changes.files == [] && changes.standing == .noRepository)
    #expect(
      changes.standing.words == "this folder has no history yet, and no place to be sent to")
    #expect(
      changes.standing.step
        == "once, in a terminal in this folder: git init, then git remote add origin followed by the address of a repository at your git host (docs/publishing.md)"
    )
  }

  @Test("a merge that was left is told, and nothing is kept in the middle of it")
  func unfinished() async throws {
    repositories.write("content/a.md", "1")
    repositories.commit("One")
    repositories.git("switch", "--quiet", "--create", "side", "HEAD~1")
    repositories.write("content/a.md", "2")
    repositories.commit("Two")
    repositories.git("merge", "--quiet", "main")
    #expect(try await changes().standing == .unfinished(.merge))
    let trouble = try await obstacle {
      _ = try await repositories.sender().commit(contentPaths("a.md"), saying: "x")
    }
    #expect(
      trouble == """
        a merge was begun in this folder and not ended; nothing was sent, and the files hold what \
        was typed
        help: ask whoever began it; in a terminal, git merge --abort goes back to before it
        """)
  }

  @Test("ten thousand new files are told")
  func many() async throws {
    for number in 0..<10_000 { repositories.write("content/posts/p-\(number).md", "\(number)") }
    #expect(try await changes().files.count == 10_000)
  }
}
