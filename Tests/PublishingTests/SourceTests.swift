import TestSupport
import Testing

@testable import Publishing

@Suite("Where a site is published from")
struct SourceTests {
  let repositories: Repositories
  private let site = ["index.html": "home", "posts/a.html": "a"]

  init() throws { repositories = try Repositories() }

  @Test("the user's files, index, branches and settings are byte for byte as they were")
  func untouched() async throws {
    repositories.write("content/staged.md", "staged")
    repositories.git("add", "content/staged.md")
    repositories.write("content/untracked.md", "untracked")
    repositories.write("content/handbook.yml", plainSettings + "# changed\n")
    let before = try repositories.possessions()
    try await repositories.publish(site)
    repositories.changeRemote(["other.txt": "x"])
    try await repositories.publish(["index.html": "2", "posts/a.html": "a"])
    #expect(before.count > 8)
    #expect(try repositories.possessions() == before)
  }

  @Test("a shallow clone, a linked work tree and a folder of a larger repository will do")
  func places() async throws {
    repositories.write("sub/our handbook/content/handbook.yml", plainSettings)
    repositories.commit("Second")
    repositories.git("push", "--quiet", "origin", "main")
    let shallow = "\(repositories.path)/shallow"
    repositories.git(
      in: repositories.path, "clone", "--quiet", "--depth=1", "file://\(repositories.remote)",
      shallow)
    let linked = "\(repositories.path)/linked"
    repositories.git("worktree", "add", "--quiet", linked)
    let folder = "\(repositories.source)/sub/our handbook"
    for (number, place) in [shallow, linked, folder, shallow, folder].enumerated() {
      try await repositories.publish(["index.html": "\(number)"], from: place)
      #expect(repositories.published()["index.html"] == "\(number)")
    }
    #expect(repositories.length() == 5)
    #expect(repositories.isSound)
    // The branch of the source is known as such from below, too.
    await #expect(throws: PublishTrouble.self) {
      try await repositories.publish(site, from: folder, branch: "main")
    }
  }

  @Test("only what the site is made from counts as changed")
  func dirty() async throws {
    let clean = try await SourceRepository.containing(repositories.source)
    #expect(!clean.isDirty)
    repositories.write("notes.txt", "beside the site")
    #expect(try await !SourceRepository.containing(repositories.source).isDirty)
    repositories.write("templates/home.html", "x")
    #expect(try await SourceRepository.containing(repositories.source).isDirty)
  }

  @Test("before the first commit a site can be published, and names no commit")
  func unborn() async throws {
    let folder = "\(repositories.path)/unborn"
    repositories.git(in: repositories.path, "init", "--quiet", folder)
    repositories.git(in: folder, "remote", "add", "origin", repositories.remote)
    try await repositories.publish(site, from: folder)
    #expect(repositories.published()[".handbook-published"]?.contains("source") == false)
  }

  @Test("a folder without git, and a name that git does not know, are told with what to type")
  func missing() async throws {
    let outside = try SiteOnDisk()
    do {
      _ = try await SourceRepository.containing(outside.path)
      Issue.record("found a repository")
    } catch {
      #expect(
        error.text == """
          '\(outside.path)' is not in a git repository; nothing was published
          help: make it one: git init, then git remote add origin followed by the address of a \
          repository at your git host (docs/publishing.md)
          """)
    }
    let source = try await SourceRepository.containing(repositories.source)
    await expectTrouble(
      """
      git knows no remote called 'origins'; it knows 'origin'; what is published is as it was
      help: did you mean --remote origin?
      """
    ) { () throws(PublishTrouble) in _ = try await source.remote("origins") }
    repositories.git("remote", "remove", "origin")
    await expectTrouble(
      """
      git knows no remote called 'origin'; what is published is as it was
      help: git remote add origin followed by the address of a repository at your git host
      """
    ) { () throws(PublishTrouble) in _ = try await source.remote("origin") }
  }

  @Test(
    "a remote that would run a program is refused before git sees it",
    arguments: ["--upload-pack=touch ran", "ext::sh -c touch% ran", "-oProxyCommand=touch ran"])
  func hostileNames(name: String) async throws {
    let source = try await SourceRepository.containing(repositories.source)
    await expectTrouble(
      """
      '\(name)' cannot be the name of a remote: it is one word that git knows, such as origin; \
      what is published is as it was
      help: git remote lists the names
      """
    ) { () throws(PublishTrouble) in _ = try await source.remote(name) }
  }

  @Test(
    "and so is an address that would",
    arguments: ["ext::sh -c touch% ran", "ssh://-oProxyCommand=touch/x", "fd::3"])
  func hostileAddresses(address: String) async throws {
    repositories.git("config", "remote.origin.url", address)
    let source = try await SourceRepository.containing(repositories.source)
    await expectTrouble(
      """
      the address of the remote 'origin' is none of https, ssh or a folder; git could start any \
      program for it; what is published is as it was
      help: git remote set-url origin followed by the right address
      """
    ) { () throws(PublishTrouble) in _ = try await source.remote("origin") }
  }

  @Test("what the remote refuses is told in its own words, and nothing is changed")
  func refused() async throws {
    try await repositories.publish(site)
    let tip = repositories.tip()
    writeFile(
      "\(repositories.remote)/hooks/pre-receive",
      Array("#!/bin/sh\necho 'Pages are closed ##[error] today' >&2\nexit 1\n".utf8))
    _ = run("chmod", "+x", "\(repositories.remote)/hooks/pre-receive")
    let trouble = try await repositories.trouble(["index.html": "2", "posts/a.html": "a"])
    #expect(
      trouble?.hasPrefix(
        """
        the remote 'origin' (~/remote.git) does not take a push to 'gh-pages'; \
        what is published is as it was
        | remote: Pages are closed ##\u{2060}[error] today
        """) == true)
    #expect(
      trouble?.hasSuffix("help: fix what the host says above, and run the command again") == true)
    #expect(repositories.tip() == tip)
  }

  @Test("a remote that is not there is told")
  func unreachable() async throws {
    repositories.git("remote", "set-url", "origin", "\(repositories.path)/none.git")
    #expect(
      try await repositories.trouble(site)?.hasPrefix(
        """
        the remote 'origin' (~/none.git) could not be read; what is published is as it was
        | fatal: '~/none.git' does not appear to be a git repository
        """) == true)
  }

  private func expectTrouble(
    _ text: String, _ work: () async throws(PublishTrouble) -> Void
  ) async {
    do {
      try await work()
      Issue.record("nothing stood against it")
    } catch {
      #expect(error.text == text)
    }
  }
}
