import Build
import Community
import Diagnostics
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

  @Test(
    "a label is known behind a number, an emoji or a stroke, and before any colon or dash",
    arguments: [
      ("Présents\u{A0}: Sam, Noor", "fr"), ("Présents\u{202F}: Sam", "fr"),
      ("Présent·es : Sam", "fr"), ("N’ont pas pu venir : Sam", "fr"), ("1. Present: Sam", "en"),
      ("## 2. Attendees\n\nSam, Noor", "en"), ("### 3) Apologies\n\n- Sam", "en"),
      ("Anwesend - Sam, Noor", "de"), ("👥 Asistentes: Sam", "es"), ("✔ x / Presennol: Sam", "cy"),
      ("Date: 12 May / Present: Sam / Apologies: Noor (ill)", "en"),
      ("الحضور： سام", "ar"), ("12 May | Present: Sam", "en"),
    ])
  func marks(_ text: String, _ language: String) async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "language: \(language)\n",
      "meetings/a.md": "---\ntitle: A\ndate: 2026-02-12\n---\n\n\(text)\n",
    ])
    #expect(site.diagnostics.contains { $0.id == "list-of-people" }, "\(site.report)")
  }

  @Test(
    "what only begins with such a word is no label",
    arguments: [
      "Present-day lessons: three of them.", "Present - and future - lessons.", "1. Presents: many",
      "The present: a box.", "12 May / Presentation: Sam", "Attending to detail - a talk",
      "Absent-minded: a poem", "He was present / Absent friends",
    ])
  func noMarks(_ text: String) async throws {
    let site = try await minutes(text + "\n")
    #expect(!site.diagnostics.contains { $0.id == "list-of-people" }, "\(site.report)")
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

  @Test(
    "it is told in the form that people give it",
    arguments: [
      "Date: 5 February\nTime: 4pm\nPresent: Xi Lu, Bo Ek\n", "Circle\\\nPresent: Xi Lu\n",
      "### Attending:\n\n* Xi Lu\n", "###Attending:\n* Xi Lu\n* Bo Ek\n", "### Present: Xi Lu\n",
      "**Present:** Xi Lu\n", "**Present**: Xi Lu\n", "__In attendance__\n\nXi Lu, Bo Ek\n",
      "**Attendees**\n\n- Xi Lu\n- Bo Ek\n", "- Present: Xi Lu\n- Notes\n",
      "- Present\n  - Xi Lu\n",
      "> Present – Xi Lu\n", "Present:\nXi Lu\nBo Ek\n", "| Present |\n| --- |\n| Xi Lu |\n",
      "| Present | Xi Lu, Bo Ek |\n| --- | --- |\n",
      "| Date | 5 Feb |\n| --- | --- |\n| Present | Xi Lu |\n",
      "| Name | Present |\n| --- | --- |\n| Xi Lu | yes |\n",
      "## Present\n\n| Name | Role |\n| --- | --- |\n| Xi Lu | guest |\n",
      "We met at four. Present: Xi Lu, Bo Ek.\n", "Date: 5 Feb<br>Present: Xi Lu<br>Place: hall\n",
      "Circle<br>\nPresent: Xi Lu\n", "Present (6): Xi Lu\n", "## Present (2)\n\n- Xi Lu\n",
      "**Attendees (2):** Xi Lu, Bo Ek\n", "<h2>Present</h2>\n\nXi Lu, Bo Ek\n",
      "<h2>Present</h2>\n<p>Xi Lu</p>\n", "<h3>Present (2)</h3>\n\n- Xi Lu\n",
    ])
  func forms(text: String) async throws {
    let site = try await minutes(text + "\nWe read a book.\n")
    #expect(
      site.told == ["who was there belongs in the field 'attendees', not in the text"],
      "\(site.report)")
    #expect(site.pages["meetings/index.html"]?.contains("Xi Lu") == false)
    #expect(site.pages["meetings/a.html"]?.contains("content=\"Date: 5") == false)
  }

  @Test(
    "so are apologies",
    arguments: [
      "Date: 5 February\nApologies: Al Bo (ill)\n", "**Apologies** – Al Bo (ill)\n",
      "Apologies:\n- Al Bo (ill)\n", "| Apologies | Al Bo (ill) |\n| --- | --- |\n",
      "| Apologies |\n| --- |\n| Al Bo (ill) |\n", "#### Apologies received\n\nAl Bo (ill)\n",
      "We met at four. Apologies: Al Bo (ill)\n", "Apologies (1): Al Bo\n",
      "<h2>Apologies</h2>\n\nAl Bo (ill)\n", "In the hall.<br>Apologies: Al Bo (ill)\n",
    ])
  func apologies(text: String) async throws {
    let site = try await minutes(text + "\nWe read a book.\n")
    #expect(site.told == ["minutes do not say who was absent"], "\(site.report)")
    #expect(site.pages["meetings/index.html"]?.contains("Al Bo") == false)
  }

  @Test("both are told of one table, once each")
  func table() async throws {
    let site = try await minutes(
      "| Present | Apologies |\n|---|---|\n| Xi Lu | Al Bo (ill) |\n| Bo Ek | |\n\nWe talked.\n")
    #expect(site.told.count == 2)
    #expect(site.pages["meetings/index.html"]?.contains("We talked.") == true)
  }

  @Test(
    "each language of the theme has its words, and a site of any reads the English ones too",
    arguments: [
      ("en", "Present", "Apologies"), ("cy", "Yn bresennol", "Ymddiheuriadau"),
      ("de", "Anwesend", "Entschuldigt"), ("es", "Asistentes", "Ausentes"),
      ("fr", "Présents", "Excusés"), ("ar", "الحضور", "المعتذرون"),
    ])
  func languages(tag: String, present: String, absent: String) async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "language: \(tag)\n",
      "meetings/a.md": """
      ---
      title: The circle
      date: 2026-02-12
      ---

      \(present): Xi Lu
      \(absent): Al Bo

      We read a book.

      ## Attending

      Xi Lu

      """,
    ])
    #expect(site.told.count == 3, "\(site.report)")
  }

  @Test(
    "what only resembles a list of people is none",
    arguments: [
      "Presents: what we gave.\n", "We were present: all of us.\n",
      "| Present | Apologies |\n|---|---|\n",
      "| Apologies | none |\n|---|---|\n", "Present:\n\n## Notes\n\nWe talked.\n",
      "Apologies: –\n", "Attendance: nobody.\n", "The past and the present.\n",
      "We met. Present were all of us.\n", "We met. The present: a gift.\n",
      "<h2>Presents</h2>\n\nA book.\n", "<h2>Present</h2>\n\n## Notes\n\nWe talked.\n",
      "Place<br>Apologies: none\n", "Lesson 6 (present): verbs.\n",
    ])
  func others(text: String) async throws {
    #expect(try await minutes(text).told == [])
  }

  private func minutes(_ text: String) async throws -> Inspection {
    try await handbook([
      "meetings/a.md": "---\ntitle: The circle\ndate: 2026-02-12\n---\n\n\(text)"
    ])
  }
}

extension Inspection {
  fileprivate var told: [String] {
    diagnostics.filter { $0.id == "list-of-people" }.map(\.summary)
  }
}
