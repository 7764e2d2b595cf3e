import Synchronization
import TestSupport
import Testing

@testable import Publishing

/// Whether the long tests run at full count.
let isTorture = environmentVariable("HANDBOOK_TORTURE") != nil

@Suite("Publishing that is disturbed")
struct RaceTests {
  let repositories: Repositories

  init() throws { repositories = try Repositories() }

  @Test("two who publish at once both end in the history, and nothing is lost")
  func race() async throws {
    let rounds = isTorture ? 100 : 10
    let clone = "\(repositories.path)/clone"
    repositories.git("push", "--quiet", "origin", "main")
    repositories.git(in: repositories.path, "clone", "--quiet", repositories.remote, clone)
    repositories.git(in: repositories.remote, "config", "core.logAllRefUpdates", "true")
    repositories.changeRemote(["CNAME": "circle.example"])
    let first = repositories.tip().trimmed
    let published = try await withThrowingTaskGroup(of: [String].self) { group in
      for place in [repositories.source, clone] {
        group.addTask {
          var texts: [String] = []
          for round in 0..<rounds {
            let text = "\(place.count) \(round)"
            let report = try await repositories.publish(
              ["index.html": text, "all.html": "the same"], from: place)
            if !report.isUnchanged { texts.append(text) }
          }
          return texts
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(published.count == 2 * rounds)
    // Every one that was told to have succeeded is a commit of one straight history.
    let history = repositories.git(
      in: repositories.remote, "rev-list", "--first-parent", "\(first)..gh-pages")
    let contents = history.split(separator: "\n").map { commit in
      repositories.git(in: repositories.remote, "cat-file", "blob", "\(commit):index.html")
    }
    #expect(contents.sorted() == published.sorted())
    #expect(repositories.published()["CNAME"] == "circle.example")
    #expect(repositories.isSound)
    // The branch went forward only: every commit that it ever ended at is in its history.
    let ends = repositories.git(in: repositories.remote, "reflog", "--format=%H", "gh-pages")
    #expect(ends == history + first + "\n")
  }

  @Test("cut short at any step, the branch is as before, and the next time is complete")
  func killed() async throws {
    try await repositories.publish(["index.html": "old", "a.html": "a"])
    for step in PublishStep.allCases {
      let tip = repositories.tip()
      let files = ["index.html": "new \(step)", "b.html": "b"]
      var publisher = try await repositories.publisher()
      publisher.beforeStep = { (next) throws(PublishTrouble) in
        if next == step { throw .treeDiffers }
      }
      let state = try await publisher.lookNow()
      let settings = PublishSettings(siteName: "The Circle", toolVersion: "1.2.3")
      let site = try repositories.build(files)
      await #expect(throws: PublishTrouble.self) {
        try await publisher.publish(site, over: state, settings)
      }
      #expect(repositories.tip() == tip)
      #expect(repositories.isSound)
      try await repositories.publish(files)
      #expect(repositories.published()["index.html"] == "new \(step)")
    }
  }

  @Test("a branch that somebody else changes in between keeps their change")
  func meantime() async throws {
    try await repositories.publish(["index.html": "old"])
    var publisher = try await repositories.publisher()
    let repositories = repositories
    let isFirst = Atomic(true)
    publisher.beforeStep = { (step) throws(PublishTrouble) in
      guard step == .push, isFirst.exchange(false, ordering: .relaxed) else { return }
      repositories.changeRemote(["CNAME": "circle.example"])
    }
    let settings = PublishSettings(siteName: "The Circle", toolVersion: "1.2.3")
    let report = try await publisher.publish(
      repositories.build(["index.html": "new"]), over: publisher.lookNow(), settings)
    #expect(report.isPublished)
    #expect(repositories.published()["CNAME"] == "circle.example")
    #expect(repositories.published()["index.html"] == "new")
    #expect(repositories.length() == 3)
  }

  @Test("a remote that never lets go is given up, and that is told")
  func endless() async throws {
    try await repositories.publish(["index.html": "old"])
    var publisher = try await repositories.publisher()
    let repositories = repositories
    publisher.attempts = 2
    publisher.beforeStep = { (step) throws(PublishTrouble) in
      if step == .push { repositories.changeRemote(["x.txt": "\(UInt32.random(in: 0 ... .max))"]) }
    }
    let settings = PublishSettings(siteName: "The Circle", toolVersion: "1.2.3")
    let site = try repositories.build(["index.html": "new"])
    let state = try await publisher.lookNow()
    do {
      _ = try await publisher.publish(site, over: state, settings)
      Issue.record("it was published")
    } catch {
      #expect(
        error.text == """
          the branch 'gh-pages' was changed by others 2 times while this was going on; \
          what is published is as it was
          help: run the command again; it does only what is left to do
          """)
    }
  }
}
