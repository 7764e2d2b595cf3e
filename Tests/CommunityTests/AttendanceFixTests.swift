import Build
import Community
import Diagnostics
import TestSupport
import Testing

/// What `handbook check --fix` makes of minutes that say who was there.
@Suite("Who was there, fixed")
struct AttendanceFixTests {
  @Test("names of members go to 'attendees', apologies go, and others stay")
  func lines() async throws {
    #expect(
      try await fixed(
        """
        Date: 5 February
        Present: Xi Lu, Bo Ek, Sam Stranger
        Apologies: Al Bo (ill)

        We talked.

        """) == """
          ---
          title: The circle
          date: 2026-02-12
          attendees: [xi-lu, bo-ek]
          ---

          Date: 5 February
          Present: Sam Stranger

          We talked.

          """)
  }

  @Test(
    "the whole goes where nobody is left in it",
    arguments: [
      "## Present\n\n- Xi Lu\n- Bo Ek (chair)\n\n", "###Attending:\n* Xi Lu\n* @bo-ek\n\n",
      "**Present:** Xi Lu and Bo Ek.\n\n", "**Present**\n\nXi Lu, Bo Ek\n\n",
      "Present:\nXi Lu\nBo Ek\n\n", "Present: Xi Lu,\nBo Ek\nApologies: Al Bo\n\n",
      "Present: [Xi Lu](../members/xi-lu.md), [[bo-ek]]\n\n", "### Present: xi-lu; Bo Ek\n\n",
      "## Present\n\nXi Lu, Bo Ek\n\n## Apologies\n\n- Al Bo (ill)\n\n",
    ])
  func emptied(text: String) async throws {
    #expect(
      try await fixed(text + "## Notes\n\nWe talked.\n") == """
        ---
        title: The circle
        date: 2026-02-12
        attendees: [xi-lu, bo-ek]
        ---

        ## Notes

        We talked.

        """)
  }

  @Test("in a table names leave their cells")
  func tables() async throws {
    #expect(
      try await fixed(
        "| Present | Apologies |\n|---|---|\n| Xi Lu, Sam | Al Bo (ill) |\n| Bo Ek | |\n"
      )
      .hasSuffix(
        "attendees: [xi-lu, bo-ek]\n---\n\n| Present | Apologies |\n|---|---|\n| Sam | |\n| | |\n"))
    #expect(
      try await fixed("| Present | Xi Lu, Bo Ek |\n|---|---|\n| Apologies | Al Bo |\n")
        .hasSuffix("\n| Present | |\n|---|---|\n| Apologies | |\n"))
  }

  @Test(
    "ids that are there stay as they are written",
    arguments: [
      ("attendees: [ada-okafor, bo-ek]", "attendees: [ada-okafor, bo-ek, xi-lu]"),
      ("attendees: ada-okafor", "attendees: ada-okafor, xi-lu, bo-ek"),
      ("attendees: [\"ada-okafor\"]", "attendees: [\"ada-okafor\", xi-lu, bo-ek]"),
      ("attendees:\n  - bo-ek\n  - ada-okafor", "attendees:\n  - bo-ek\n  - ada-okafor\n  - xi-lu"),
      ("attendees: []", "attendees: [xi-lu, bo-ek]"), ("attendees:", "attendees: [xi-lu, bo-ek]"),
      ("attendees: [bo-ek, xi-lu]", "attendees: [bo-ek, xi-lu]"),
    ])
  func kept(before: String, after: String) async throws {
    #expect(
      try await fixed("Present: Xi Lu, Bo Ek\n\nWe talked.\n", fields: before + "\n") == """
        ---
        title: The circle
        date: 2026-02-12
        \(after)
        ---

        We talked.

        """)
  }

  @Test(
    "what may be about something else stays",
    arguments: [
      "Apologies: none\n\nWe talked.\n", "Present: Sam Stranger, a visitor\n\nWe talked.\n",
      "Present: Xi\n", "| Present | Sam |\n|---|---|\n",
    ])
  func untouched(text: String) async throws {
    #expect(try await fixed(text).hasSuffix("---\n\n" + text))
  }

  @Test("text below the first list or paragraph is no part of the apologies")
  func below() async throws {
    for text in [
      "## Apologies\n\nAl Bo\n\nWe talked.\n", "Apologies:\n\n- Al Bo\n\nWe talked.\n",
      "Apologies: Al Bo\nWe talked.\n", "- Apologies: Al Bo\n- We talked.\n",
      "**Apologies**\n\nWe talked.\n",
    ] {
      let fixed = try await fixed(text)
      #expect(fixed.contains("We talked."), "\(fixed)")
    }
  }

  private func fixed(_ text: String, fields: String = "") async throws -> String {
    let path = "content/meetings/a.md"
    let written = "---\ntitle: The circle\ndate: 2026-02-12\n\(fields)---\n\n\(text)"
    let site = try await handbook([
      "members/xi-lu.md": agreed("Xi Lu"), "members/bo-ek.md": agreed("Bo Ek"),
      "members/ada-okafor.md": ada, "meetings/a.md": written,
    ])
    let library = try #require(site.source).library
    let fixes = library.attendanceFixes(site.files.source).first { $0.path == path }?.fixes ?? []
    return String(
      decoding: SourceText(path: path, written).fixed(by: fixes).bytes, as: UTF8.self)
  }

  private func agreed(_ name: String) -> String {
    "---\nname: \(name)\nconsent: {name: yes, attendance: yes, given: 2026-01-15}\n---\n"
  }
}
