import Build
import Community
import Diagnostics
import Site
import TestSupport
import Testing

private let success = "---\ndate: 2026-01-15\n---\n# It worked\n"

private let minutes = """
  ---
  date: 2026-02-12
  ---
  # Circle

  - [ ] @ada-okafor send the rubric, due 2026-03-20
  - [x] @ada-okafor book the hall

  ## Decisions

  - We meet on Thursdays.
  - Minutes go out within a week.

  """

private let citing = """
  ---
  date: 2026-02-20
  ---
  # Told

  See [the rubric](../meetings/a.md#action-1) and [the minutes](../meetings/a.md#decision-2).

  """

private let site = [
  "members/ada-okafor.md": ada, "meetings/a.md": minutes, "successes/told.md": citing,
  "successes/b.md": success, "pages/charter.md": "---\naliases: [rules]\n---\n# Charter\n",
]

@Suite("The list of published addresses")
struct RoutesLockTests {
  /// The list of a site, as its file holds it.
  private func lock(_ files: [String: String]) async throws -> String {
    let inspection = try await handbook(files)
    #expect(inspection.report == "")
    let routes = try #require(inspection.renderer?.plan.routes)
    return String(decoding: routes.text, as: UTF8.self)
  }

  /// What stands against a site with the list that another had.
  private func report(
    _ change: [String: String?], after old: [String: String] = site
  ) async throws -> String {
    var files = old
    files["routes.lock"] = try await lock(old)
    for (path, text) in change { files[path] = text }
    return try await handbook(files).report
  }

  @Test("holds entries, old addresses, and what is cited, with a fingerprint; never a member")
  func contents() async throws {
    let lines = try await lock(site).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(
      lines.map { $0.prefix { $0 != " " } } == [
        "charter.html", "meetings/a.html", "meetings/a.html#action-1", "meetings/a.html#decision-2",
        "rules.html", "successes/b.html", "successes/told.html",
      ])
    #expect(lines.filter { $0.contains(" ") }.count == 2)
  }

  @Test("drafts and what is for members do not enter it, whoever builds the site")
  func withheld() async throws {
    let files = site.merging([
      "successes/d.md": "---\ndate: 2026-01-15\ndraft: yes\n---\n# D\n",
      "successes/m.md":
        "---\ndate: 2026-01-15\naudience: members\n---\n# M\n\n[x](../meetings/a.md#action-2)\n",
    ]) { $1 }
    let inspection = try await handbook(files) {
      $0.includesDrafts = true
      $0.audience = .members
    }
    let routes = try #require(inspection.renderer?.plan.routes)
    let text = String(decoding: routes.text, as: UTF8.self)
    #expect(text == (try await lock(site)))
  }

  @Test("a site that loses nothing has nothing against it, whatever is new or said otherwise")
  func kept() async throws {
    let edited = minutes.replacing("within a week", with: "within two days")
    #expect(
      try await report([
        "successes/c.md": success, "meetings/a.md": edited + "- And a third.\n",
      ]) == "")
    let renamed = success.replacing("2026-01-15\n", with: "2026-01-15\naliases: [b]\n")
    #expect(try await report(["successes/b.md": nil, "successes/better.md": renamed]) == "")
  }

  @Test("an address that is lost is an error with the line to paste, and where")
  func lost() async throws {
    #expect(
      try await report(["successes/b.md": nil, "successes/bb.md": success]) == """
        content/routes.lock:8: error: 'successes/b.html' was published, and nothing is there now [lost-address]
          8 | successes/b.html
            | ^^^^^^^^^^^^^^^^
            note: Others may link to it.
            help: paste this line into content/successes/bb.md: aliases: [b]
            help: if it is gone on purpose, remove this line from routes.lock
        1 error

        """)
    let charter = try await report(["pages/charter.md": "# Charter\n"])
    #expect(
      charter.contains("help: paste this line into the file that it has become: aliases: [rules]\n")
    )
  }

  @Test("a cited action that gets another number is an error with the remedy")
  func shiftedAction() async throws {
    let shifted = minutes.replacing(
      "# Circle\n", with: "# Circle\n\n- [ ] @ada-okafor sweep up, due 2026-03-01")
    #expect(
      try await report(["meetings/a.md": shifted]) == """
        content/meetings/a.md: error: action 1, which others cite, has become action 2 [shifted-number]
            note: An action is numbered by its place in the notes.
            help: put new actions below the old ones, and leave old ones where they are
        1 error

        """)
  }

  @Test("and so is a cited decision; numbers written out put it right")
  func shiftedDecision() async throws {
    let shifted = minutes.replacing("- We meet", with: "- We have a clock.\n- We meet")
    #expect(
      try await report(["meetings/a.md": shifted]) == """
        content/meetings/a.md: error: decision 2, which others cite, has become decision 3 [shifted-number]
            note: A decision without a number is numbered by its place in the notes.
            help: put new decisions below the old ones
            help: or begin each with its number: 'Decision 2: ' is this one
        1 error

        """)
    let numbered = minutes.replacing(
      "- We meet", with: "- Decision 3: We have a clock.\n- Decision 1: We meet")
    #expect(try await report(["meetings/a.md": numbered]) == "")
  }

  @Test("a cited number that is gone is an error; ticked or struck through it stands")
  func goneNumber() async throws {
    let uncited = "---\ndate: 2026-02-20\n---\n# Told\n"
    let cut = minutes.replacing("- Minutes go out within a week.\n", with: "")
    #expect(
      try await report(["meetings/a.md": cut, "successes/told.md": uncited]) == """
        content/meetings/a.md: error: 'meetings/a.html#decision-2' is cited, and the notes have no such number now [shifted-number]
            help: put it back; strike it through if it no longer holds
            help: if it is gone on purpose, remove its line from content/routes.lock
        1 error

        """)
    let ticked = minutes.replacing(
      "[ ] @ada-okafor send the rubric, due 2026-03-20",
      with: "[x] @ada-okafor send the rubric, due 2026-03-27")
    #expect(try await report(["meetings/a.md": ticked]) == "")
  }

  @Test("a line that is no address is an error, as a merge leaves it")
  func merge() async throws {
    #expect(
      try await report(["routes.lock": "<<<<<<< ours\ncharter.html\nmembers/ada-okafor.html\n"])
        == """
        content/routes.lock:1:1: error: this is no address of a page [bad-route]
          1 | <<<<<<< ours
            | ^^^^^^^^^^^^
            note: routes.lock holds one address a line, such as posts/exit-tickets.html.
            help: remove this line; after a merge, keep the addresses of both sides
        content/routes.lock:3:1: error: this is no address of a page [bad-route]
          3 | members/ada-okafor.html
            | ^^^^^^^^^^^^^^^^^^^^^^^
            note: routes.lock holds one address a line, such as posts/exit-tickets.html.
            help: remove this line; after a merge, keep the addresses of both sides
        2 errors

        """)
  }
}
