import Files
import TestSupport
import Testing

@testable import Publishing

@Suite("A published branch")
struct BranchTests {
  let repositories: Repositories

  init() throws { repositories = try Repositories() }

  private let site = ["index.html": "home", "posts/a.html": "a", "theme/style.css": "css"]

  /// What a branch holds beside the site's own files.
  private func ours(_ site: [String: String], and others: [String: String] = [:]) -> [String] {
    (Array(site.keys) + Array(others.keys) + [".nojekyll", ".handbook-published"]).sorted()
  }

  @Test("the first time holds exactly the site's files, as they were built, and .nojekyll")
  func first() async throws {
    let report = try await repositories.publish(site)
    #expect(report.summary == "2 pages and 2 files added")
    let published = repositories.published()
    #expect(published.keys.sorted() == ours(site))
    #expect(site.allSatisfy { published[$0.key] == $0.value })
    #expect(published[".nojekyll"] == "")
    #expect(repositories.length() == 1)
    #expect(repositories.isSound)
  }

  @Test("the second time lies over the first, with what is new, changed and gone")
  func second() async throws {
    try await repositories.publish(site)
    let first = repositories.tip()
    let next = ["index.html": "HOME", "posts/b.html": "b", "theme/style.css": "css"]
    let report = try await repositories.publish(next)
    #expect(report.added.map(\.description) == ["posts/b.html"])
    #expect(report.changed.map(\.description) == ["index.html"])
    #expect(report.removed.map(\.description) == ["posts/a.html"])
    #expect(repositories.published().keys.sorted() == ours(next))
    #expect(repositories.git(in: repositories.remote, "rev-parse", "gh-pages^") == first)
  }

  @Test("stays as it is where nothing changed, also when the source has a new commit")
  func unchanged() async throws {
    try await repositories.publish(site)
    let tip = repositories.tip()
    repositories.write("content/notes.txt", "new")
    repositories.commit("Second", at: 1_770_000_100)
    let report = try await repositories.publish(site)
    #expect(report.isUnchanged)
    #expect(repositories.tip() == tip)
  }

  @Test("keeps what others put there: CNAME, .well-known, files and folders of any name")
  func foreign() async throws {
    let others = [
      "CNAME": "circle.example\n", ".well-known/x": "1", "né w\u{301}/ü \"q\".txt": "t",
    ]
    repositories.changeRemote(others)
    try await repositories.publish(site)
    try await repositories.publish(["index.html": "2"])
    let published = repositories.published()
    #expect(published.keys.sorted() == ours(["index.html": ""], and: others))
    #expect(others.allSatisfy { published[$0.key] == $0.value })
    #expect(repositories.length() == 3)
  }

  @Test("a domain in CNAME is where the site is")
  func domain() async throws {
    repositories.changeRemote(["CNAME": "Circle.Example\n"])
    #expect(try await repositories.publisher().lookNow().domain == "circle.example")
    repositories.changeRemote(["CNAME": "circle.example/ <script>\n"])
    #expect(try await repositories.publisher().lookNow().domain == nil)
  }

  @Test("a file of one of our names that we did not write is refused, until it is adopted")
  func adopt() async throws {
    repositories.changeRemote(["index.html": "theirs", "theme/style.css": "css", "x.txt": "x"])
    let tip = repositories.tip()
    #expect(
      try await repositories.trouble(site) == """
        the branch has files of the same names that handbook did not write: 'index.html'; \
        what is published is as it was
        help: look at the branch; to take these files over, add --adopt
        """)
    #expect(repositories.tip() == tip)
    try await repositories.publish(site) { $0.adopts = true }
    #expect(repositories.published()["index.html"] == "home")
    #expect(repositories.published()["x.txt"] == "x")
  }

  @Test("what somebody packed of a page goes with it, and where the page changes")
  func packedCopies() async throws {
    try await repositories.publish(site)
    repositories.changeRemote([
      "index.html.gz": "old home", "posts/a.html.br": "old a", "theme/style.css.gz": "css",
      "mine.gz": "mine",
    ])
    let next = ["index.html": "HOME", "theme/style.css": "css"]
    let report = try await repositories.publish(next)
    #expect(
      report.removed.map(\.description) == ["index.html.gz", "posts/a.html", "posts/a.html.br"])
    let published = repositories.published()
    #expect(published["theme/style.css.gz"] == "css" && published["mine.gz"] == "mine")
    #expect(try await repositories.publish(next).isUnchanged)
  }

  @Test("what is gone is removed, also where somebody changed it on the branch, and that is told")
  func changedByHand() async throws {
    let site = [
      "index.html": "home", "b.html": "", "posts/a.html": "a", "posts/a.jpg": "picture",
      "posts/own.html": "ours", "feed.xml": "feed",
    ]
    try await repositories.publish(site)
    let changes = [
      "posts/a.html": "a\r\n", "posts/a.jpg": "smaller", "posts/own.html": "a person's own",
    ]
    repositories.changeRemote(changes)
    let report = try await repositories.publish(["index.html": "home", "b.html": ""])
    #expect(
      report.removed.map(\.description) == [
        "feed.xml", "posts/a.html", "posts/a.jpg", "posts/own.html",
      ])
    #expect(report.removedChanged.map(\.description) == changes.keys.sorted())
    #expect(repositories.published().keys.sorted() == ours(["index.html": "", "b.html": ""]))
    // The history has what they wrote.
    for (path, text) in changes {
      #expect(
        repositories.git(in: repositories.remote, "cat-file", "blob", "gh-pages^:\(path)") == text)
    }
    #expect(try await repositories.publish(["index.html": "home", "b.html": ""]).isUnchanged)
  }

  @Test("a changed page that is gone does not stand in the way of a folder of its name")
  func changedInTheWay() async throws {
    try await repositories.publish(["index.html": "", "a": "file"])
    repositories.changeRemote(["a": "by hand"])
    try await repositories.publish(["index.html": "", "a/b.html": ""])
    #expect(repositories.published().keys.sorted() == ours(["index.html": "", "a/b.html": ""]))
  }

  @Test("a link and a folder that somebody put in place of a page that is gone")
  func replaced() async throws {
    try await repositories.publish(["index.html": "", "b.html": "", "x.html": "x", "y.html": "y"])
    repositories.changeRemote(["x.html": nil, "y.html": nil])
    repositories.changeRemote(["x.html/notes.txt": "theirs"])
    repositories.linkRemote("y.html", to: "index.html")
    let report = try await repositories.publish(["index.html": "", "b.html": ""])
    #expect(report.removedChanged.map(\.description) == ["y.html"])
    #expect(
      repositories.published().keys.sorted()
        == ours(["index.html": "", "b.html": ""], and: ["x.html/notes.txt": ""]))
  }

  @Test("what others put there after a page of that name was removed is theirs")
  func theirsAfterwards() async throws {
    try await repositories.publish(["index.html": "", "b.html": "", "x.html": "x"])
    try await repositories.publish(["index.html": "", "b.html": ""])
    repositories.changeRemote(["x.html": "theirs"])
    let report = try await repositories.publish(["index.html": "new", "b.html": ""])
    #expect(report.removed.isEmpty)
    #expect(repositories.published()["x.html"] == "theirs")
  }

  @Test("a page that we wrote and somebody changed is as built again")
  func fixedByPublishing() async throws {
    try await repositories.publish(site)
    repositories.changeRemote(["index.html": "by hand", "posts/a.html": nil])
    let report = try await repositories.publish(site)
    #expect(report.summary == "1 page added, 1 page changed")
    #expect(repositories.published()["index.html"] == "home")
    #expect(repositories.published()["posts/a.html"] == "a")
  }

  @Test("a file can become a folder, and a folder a file")
  func nesting() async throws {
    try await repositories.publish(["index.html": "", "a": "file", "b/c": "in a folder"])
    try await repositories.publish(["index.html": "", "a/d": "in a folder", "b": "file"])
    #expect(repositories.published()["a/d"] == "in a folder")
    #expect(repositories.published()["b"] == "file")
  }

  @Test("somebody else's file where a folder has to be stands in the way")
  func blocked() async throws {
    repositories.changeRemote(["posts": "theirs"])
    #expect(
      try await repositories.trouble(site) == """
        'posts' on the branch was not written by handbook, and is a file where a folder has to \
        be, or the other way round; what is published is as it was
        help: remove it from the branch, or rename the entry
        """)
    repositories.changeRemote(["index.html/x": "theirs", "posts": nil])
    #expect(try await repositories.trouble(site)?.hasPrefix("'index.html/x' on the branch") == true)
  }

  @Test("a site that lost more than half of its pages is refused, until it is allowed")
  func shrinking() async throws {
    try await repositories.publish(["a.html": "", "b.html": "", "c.html": ""])
    #expect(
      try await repositories.trouble(["a.html": "", "x.css": "", "y.css": ""]) == """
        the site has 1 of the 3 pages that are published, less than half; \
        what is published is as it was
        help: see what is missing with --dry-run; if it is right, add --allow-shrink
        """)
    try await repositories.publish(["a.html": "", "b.html": ""])
    try await repositories.publish(["a.html": ""])
    try await repositories.publish([:]) { $0.allowsShrinking = true }
    #expect(repositories.published().keys.sorted() == [".handbook-published", ".nojekyll"])
  }

  @Test("a list of published files that cannot be read stops it, until the files are adopted")
  func damaged() async throws {
    try await repositories.publish(site)
    repositories.changeRemote([".handbook-published": "handbook published 9\n"])
    #expect(
      try await repositories.trouble(site) == """
        the list of published files, '.handbook-published' on the branch, cannot be read; \
        what is published is as it was
        help: look at the branch; to take these files over, add --adopt
        """)
    try await repositories.publish(site) { $0.adopts = true }
    #expect(try await repositories.publish(site).isUnchanged)
  }

  @Test("the branch of the source is refused")
  func source() async throws {
    repositories.git("push", "--quiet", "origin", "main")
    #expect(
      try await repositories.trouble(site, branch: "main") == """
        the branch 'main' holds the source of this handbook, and a published site is a branch of \
        its own; what is published is as it was
        help: choose another with --branch, such as --branch gh-pages
        """)
  }

  @Test("an older commit of the source is refused after a newer one")
  func order() async throws {
    try await repositories.publish(site)
    repositories.git("branch", "old")
    repositories.write("content/x.txt", "")
    repositories.commit("Second", at: 1_770_000_100)
    try await repositories.publish(["index.html": "newer", "a.html": "", "b.html": ""])
    repositories.git("checkout", "--quiet", "old")
    let trouble = try await repositories.trouble(site)
    #expect(trouble?.contains(", which is older than ") == true)
    #expect(
      trouble?.hasSuffix("git pull, and publish again; to go back on purpose, use git revert")
        == true)
    // A clone that does not reach back so far tells by the dates.
    repositories.git("push", "--quiet", "origin", "old")
    let shallow = "\(repositories.path)/shallow"
    repositories.git(
      in: repositories.path, "clone", "--quiet", "--depth=1", "--branch=old",
      "file://\(repositories.remote)", shallow)
    await #expect(throws: PublishTrouble.self) {
      try await repositories.publish(site, from: shallow)
    }
    repositories.git("checkout", "--quiet", "main")
    try await repositories.publish(["index.html": "newest", "a.html": "", "b.html": ""])
  }

  @Test(
    "the commit tells what was published, from which commit and by which version; nobody's address")
  func message() async throws {
    try await repositories.publish(site)
    let head = repositories.git("rev-parse", "HEAD")
    #expect(
      repositories.git(in: repositories.remote, "log", "-1", "--format=%an <%ae>%n%B", "gh-pages")
        == """
        handbook <handbook@publish.invalid>
        Publish The Circle

        2 pages and 2 files added

        Source-Commit: \(head.trimmed)
        Handbook-Version: 1.2.3


        """)
    repositories.write("content/handbook.yml", plainSettings + "# more\n")
    try await repositories.publish(["index.html": "2", "posts/a.html": "a"]) {
      $0.message = "News of March"
    }
    let message = repositories.git(in: repositories.remote, "log", "-1", "--format=%B", "gh-pages")
    #expect(message.hasPrefix("News of March\n\n1 page changed, 1 file removed\n"))
    #expect(
      message.contains("Source-Commit: \(head.trimmed) with changes that are not committed\n"))
  }

  @Test("a dry run tells what would change and leaves even git's store as it was")
  func dryRun() async throws {
    let objects = repositories.git("count-objects", "-v")
    let report = try await repositories.publish(site) { $0.isDryRun = true }
    #expect(!report.isPublished)
    #expect(report.summary == "2 pages and 2 files added")
    #expect(repositories.tip() == "")
    #expect(repositories.git("count-objects", "-v") == objects)
  }

  @Test("names that git itself would refuse never get there in silence")
  func gitsNames() async throws {
    let trouble = try await repositories.trouble(["index.html": "", "a/.git/config": "x"])
    #expect(trouble?.contains("what is published is as it was") == true)
    #expect(repositories.tip() == "")
  }
}

extension String {
  var trimmed: String { String(prefix { $0 != "\n" }) }
}
