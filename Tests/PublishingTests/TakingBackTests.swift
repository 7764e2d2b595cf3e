import Files
import TestSupport
import Testing

@testable import Publishing

@Suite("Taking back")
struct TakingBackTests {
  let repositories: Repositories

  init() throws { repositories = try Repositories.sent() }

  private func undo() async throws -> String {
    let publisher = try await repositories.publisher()
    return try await publisher.carryOut(publisher.undo(), toolVersion: "1.2.3")
  }

  @Test("the site before the last publication is back, and taking that back publishes again")
  func publication() async throws {
    try await repositories.publish(["index.html": "1", "a.html": "a"])
    repositories.changeRemote(["CNAME": "circle.example"])
    let first = repositories.published()
    try await repositories.publish(["index.html": "2", "b.html": "b"])
    let second = repositories.published()
    let tip = repositories.tip().trimmed
    let planned = try await repositories.publisher().undo(of: tip)
    #expect(planned.returning.map(\.description) == ["a.html"])
    #expect(planned.changed.map(\.description) == ["index.html"])
    #expect(planned.leaving.map(\.description) == ["b.html"])
    let commit = try await undo()
    #expect(repositories.tip().trimmed == commit)
    #expect(repositories.published() == first)
    #expect(
      repositories.git(in: repositories.remote, "log", "-1", "--format=%an%n%B", "gh-pages").lines
        == [
          "handbook", "Take back: Publish The Circle", "Undoes: \(tip)", "Handbook-Version: 1.2.3",
        ])
    _ = try await undo()
    #expect(repositories.published() == second)
    #expect(repositories.length() == 5)
    #expect(repositories.isSound)
    // Publishing goes on from what is there.
    let report = try await repositories.publish(["index.html": "3", "b.html": "b"])
    #expect(report.changed.map(\.description) == ["index.html"])
    #expect(report.added == [] && report.removed == [])
  }

  @Test("the first publication cannot be taken back, and that is told")
  func first() async throws {
    let state = "what is published is as it was"
    let rule = "nothing was published to the branch 'gh-pages' of ~/remote.git before; \(state)"
    #expect(try await obstacle(repositories) { _ = try await undo() } == rule)
    repositories.changeRemote(["CNAME": "circle.example"])
    #expect(try await obstacle(repositories) { _ = try await undo() } == rule)
    try await repositories.publish(["index.html": "1"])
    #expect(try await obstacle(repositories) { _ = try await undo() } == rule)
    #expect(repositories.published()["index.html"] == "1")
  }

  @Test("where somebody else has changed the branch since, theirs stays")
  func others() async throws {
    try await repositories.publish(["index.html": "1"])
    try await repositories.publish(["index.html": "2"])
    let publisher = try await repositories.publisher()
    let planned = try await publisher.undo()
    repositories.changeRemote(["CNAME": "circle.example"])
    let rule = """
      somebody else has changed the branch 'gh-pages' of ~/remote.git since, and that must not be \
      lost; what is published is as it was
      help: publish again: that puts what is here on top of theirs
      """
    #expect(
      try await obstacle(repositories) {
        _ = try await publisher.carryOut(planned, toolVersion: "1")
      } == rule)
    #expect(try await obstacle(repositories) { _ = try await undo() } == rule)
    #expect(repositories.published()["CNAME"] == "circle.example")
  }

  @Test("a publication from elsewhere since is not the one that is taken back")
  func anotherPublication() async throws {
    try await repositories.publish(["index.html": "1"])
    try await repositories.publish(["index.html": "2"])
    let mine = repositories.tip().trimmed
    try await repositories.publish(["index.html": "3"])
    #expect(
      try await obstacle { _ = try await repositories.publisher().undo(of: mine) } != nil)
  }

  @Test("from a shallow clone it can be taken back, too")
  func shallow() async throws {
    try await repositories.publish(["index.html": "1"])
    try await repositories.publish(["index.html": "2"])
    let shallow = "\(repositories.path)/shallow"
    repositories.git(
      in: repositories.path, "clone", "--quiet", "--depth=1", "file://\(repositories.remote)",
      shallow)
    let publisher = try await repositories.publisher(from: shallow)
    _ = try await publisher.carryOut(publisher.undo(), toolVersion: "1")
    #expect(repositories.published()["index.html"] == "1")
    #expect(repositories.isSound)
    #expect(
      repositories.git("rev-parse", "--is-shallow-repository").trimmed == "false")
  }

  @Test("after an undo, the command publishes what a build writes")
  func command() async throws {
    let hosted = try HostedSite()
    #expect(hosted.publish().status == 0)
    hosted.site.write("successes/b.md", "---\ndate: 2026-01-16\n---\n# Two\n\nText.\n")
    #expect(hosted.publish().status == 0)
    let second = hosted.published
    try await hosted.undo()
    #expect(hosted.published["successes/b.html"] == nil)
    let again = hosted.publish()
    #expect(again.status == 0 && again.output.contains("  + successes/b.html\n"))
    #expect(hosted.published == second)
    #expect(hosted.publish().output.hasPrefix("Nothing to publish"))
  }

  @Test("commits of the desk are taken back, and the files keep what was typed")
  func source() async throws {
    try await repositories.keep(["a.md": "old", "gone.md": "x", "b.md": "b"])
    _ = run("rm", "\(repositories.source)/content/gone.md")
    repositories.write("content/a.md", "half")
    try await repositories.sender().commit(contentPaths("a.md", "gone.md"), saying: "Half")
    try await repositories.keep(["a.md": "typed", "new.md": "new"])
    let sent = try await repositories.send()
    #expect(sent.commits.count == 3)
    repositories.write("content/staged.md", "staged")
    repositories.git("add", "content/staged.md")
    let taken = Array(sent.commits.prefix(2).reversed())
    #expect(try await repositories.sender().revert(taken, saying: "Take back") != nil)
    _ = try await repositories.send()
    #expect(repositories.online("a.md") == "old")
    #expect(repositories.online("gone.md") == "x")
    #expect(repositories.online("new.md") == "")
    #expect(repositories.here("a.md") == "typed")
    let changes = try await repositories.sender().changes()
    #expect(
      changes.files.map { "\($0.kind) \($0.path.name)" }
        == ["changed a.md", "removed gone.md", "added new.md", "added staged.md"])
    #expect(
      repositories.status
        == " M content/a.md\n D content/gone.md\nA  content/staged.md\n?? content/new.md\n")
    // Once more does nothing; and what was taken back can be sent again.
    #expect(try await repositories.sender().revert(taken, saying: "Take back") == nil)
    try await repositories.sender().commit(
      contentPaths("a.md", "gone.md", "new.md"), saying: "Again")
    _ = try await repositories.send()
    #expect(repositories.online("a.md") == "typed")
  }

  @Test("what was changed again since is not taken back")
  func changedSince() async throws {
    let first = try await repositories.keep(["a.md": "1", "b.md": "1"])
    try await repositories.keep(["a.md": "2"])
    let head = repositories.git("rev-parse", "HEAD")
    #expect(
      try await obstacle {
        _ = try await repositories.sender().revert([first], saying: "x")
      } == """
        'content/a.md' was changed again since; nothing was sent, and the files hold what was typed
        help: change it by hand, and send that
        """)
    #expect(repositories.git("rev-parse", "HEAD") == head)
    let unknown = SourceCommit(id: String(repeating: "a", count: 40), seconds: 0)
    #expect(
      try await obstacle {
        _ = try await repositories.sender().revert([unknown], saying: "x")
      } == """
        what is to be taken back is not in the history here; nothing was sent, and the files hold \
        what was typed
        """)
  }

  @Test("cut short at any step, it is taken back the next time")
  func killed() async throws {
    for step in SendingStep.allCases {
      let kept = try await repositories.keep(["a.md": "\(step)", "\(step).md": "x"])
      var sender = try await repositories.sender()
      sender.beforeStep = { (next) throws(PublishTrouble) in
        if next == step { throw .treeDiffers }
      }
      let stopped = sender
      _ = try await obstacle { _ = try await stopped.revert([kept], saying: "x") }
      _ = try await repositories.sender().revert([kept], saying: "x")
      #expect(repositories.git("ls-tree", "HEAD", "content/\(step).md") == "")
      #expect(repositories.here("\(step).md") == "x")
      #expect(run("git", "-C", repositories.source, "fsck", "--strict").status == 0)
    }
  }
}

extension HostedSite {
  /// Takes the last publication back.
  fileprivate func undo() async throws {
    let source = try await SourceRepository.containing(site.path)
    let branch = try #require(BranchName("gh-pages"))
    let publisher = Publisher(from: source, to: try await source.remote("origin"), branch: branch)
    _ = try await publisher.carryOut(publisher.undo(), toolVersion: "1.2.3")
  }
}
