import Build
import Community
import TestSupport
import Testing

@Suite("Who was there")
struct PresenceTests {
  @Test("a list of who came, or sent apologies, warns where it begins")
  func lists() async throws {
    let site = try await minutes(
      """
      ## Present

      - Sam
      - Noor

      ## Apologies:

      A colleague, who is not well.

      ## Notes

      **In attendance:** a visitor

      Absent – nobody

      """)
    #expect(
      site.report == """
        content/meetings/a.md:6:1: warning: who was there belongs in the field 'attendees', not in the text [list-of-people]
          6 | ## Present
            | ^^^^^^^^^^
            note: There the site names only those who agree to be listed, and counts the others.
            help: write their ids after 'attendees:' at the top of the file, and remove the list
        content/meetings/a.md:11:1: warning: minutes do not say who was absent [list-of-people]
          11 | ## Apologies:
             | ^^^^^^^^^^^^^
            note: An absence can reveal somebody's health.
            help: remove the apologies
        content/meetings/a.md:17:1: warning: who was there belongs in the field 'attendees', not in the text [list-of-people]
          17 | **In attendance:** a visitor
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            note: There the site names only those who agree to be listed, and counts the others.
            help: write their ids after 'attendees:' at the top of the file, and remove the list
        3 warnings

        """)
  }

  @Test("it is never what the minutes are summed up by")
  func summary() async throws {
    let site = try await minutes(
      "Present: Sam, Noor\n\nApologies\n\n## Attendees\n\nSam came.\n\n## Notes\n\nWe read a book.\n"
    )
    let index = site.pages["meetings/index.html"] ?? ""
    #expect(index.contains("We read a book."))
    #expect(!index.contains("Sam"))
  }

  @Test(
    "other minutes and other kinds do not warn",
    arguments: [
      "## Presentations\n\nSam showed slides.\n", "## Apologies\n\nNone.\n", "Apologies: none\n",
      "Present simple: how we teach it.\n", "At present: nothing.\n", "## Present\n",
    ])
  func none(text: String) async throws {
    #expect(try await minutes(text).report == "")
    let page = try await handbook(["pages/a.md": "# A\n\n## Present\n\nSam, Noor\n"])
    #expect(page.report == "")
  }

  private func minutes(_ text: String) async throws -> Inspection {
    try await handbook([
      "meetings/a.md": "---\ntitle: The circle\ndate: 2026-02-12\n---\n\n\(text)"
    ])
  }
}
