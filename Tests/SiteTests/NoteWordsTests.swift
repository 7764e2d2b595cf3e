import Build
import TestSupport
import Testing

@Suite("The words of actions and decisions in lists")
struct NoteWordsTests {
  /// The words of the only action in the register of the site.
  private func listed(_ action: String) async throws -> String {
    let site = try await handbook([
      "meetings/2026-02-12-circle.md": "# Circle\n\n- [ ] \(action)\n",
      "pages/rubric.md": "# Rubric",
      "members/ada.md": """
      ---
      name: Ada
      consent: {name: yes, profile: yes, given: 2025-09-01}
      ---
      """,
    ])
    let page = try #require(site.pages["actions.html"])
    let start = try #require(page.firstRange(of: "<p class=\"item-words\">")).upperBound
    let end = try #require(page[start...].firstRange(of: "</p>")).lowerBound
    return String(page[start..<end])
  }

  @Test("emphasis stays, and so does code")
  func emphasis() async throws {
    #expect(
      try await listed("@ada send the *very* **new** rubric in `docs/`")
        == "send the <em>very</em> <strong>new</strong> rubric in <code>docs/</code>")
    #expect(
      try await listed("@ada read ***all* of** it") == "read <strong><em>all</em> of</strong> it")
  }

  @Test("links, emphasis and what is struck stand inside each other as they were written")
  func nested() async throws {
    #expect(
      try await listed("@ada **read [the *new* rubric](../pages/rubric.md)** ~~or **not**~~")
        == "<strong>read <a href=\"rubric.html\">the <em>new</em> rubric</a></strong> "
        + "<del>or <strong>not</strong></del>")
  }

  @Test("what is cut off takes its emphasis along, and nothing in it is live")
  func cut() async throws {
    #expect(try await listed("**@ada send it**, *due 2026-03-01*") == "<strong>send it</strong>")
    #expect(
      try await listed("@ada write `<b>` and **<i>x</i>&**")
        == "write <code>&lt;b&gt;</code> and <strong>x&amp;</strong>")
  }
}
