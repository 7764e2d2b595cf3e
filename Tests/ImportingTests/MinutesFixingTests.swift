import Build
import Community
import Dates
import Diagnostics
import Files
import TestSupport
import Testing

@testable import Importing

@Suite("Minutes from elsewhere")
struct MinutesFixingTests {
  private var members: MemberDirectory {
    var members = MemberDirectory()
    members.add(id: "ada-okafor", named: "Ada Okafor")
    members.add(id: "m-02", named: "Ben Hale")
    members.add(id: "zofia", named: "Zofia Wójcik")
    return members
  }

  private func fix(_ text: String, on day: String? = "2026-01-15") -> (String, MinutesFixing) {
    var minutes = MinutesFixing(members: members, day: day.flatMap { CalendarDate($0) })
    return (minutes.fix(text), minutes)
  }

  @Test(
    "who was there goes to the field, in each way to write it, and no name stays in the text",
    arguments: [
      "## Present\n\n* Ada Okafor @adao (chair)\n* Ben Hale @bh22\n* Zoe Zu\n\n## Apologies\n\n* Noor Haddad\n\n## Agenda\n",
      "Present: Ada Okafor (chair), Ben Hale and Zoe Zu\nApologies: Noor Haddad\n\n## Agenda\n",
      "**Present:** Ada Okafor (chair); Ben Hale; Zoe Zu\n\n**Apologies:** Noor Haddad\n\n## Agenda\n",
      "**Present**:\n\n- Ada Okafor (chair)\n- Ben Hale\n- Zoe Zu\n\nApologies for absence: Noor Haddad\n\n## Agenda\n",
      "### 1. Anwesend\n\nAda Okafor (Leitung), Ben Hale, Zoe Zu\n\n### 2. Entschuldigt\n\nNoor Haddad\n\n## Agenda\n",
      "Présents : Ada Okafor (présidence), Ben Hale et Zoe Zu\nExcusés : Noor Haddad\n\n## Agenda\n",
      "Asistentes: Ada Okafor (preside), Ben Hale y Zoe Zu\nAusentes: Noor Haddad\n\n## Agenda\n",
      "Presennol: Ada Okafor (cadeirydd), Ben Hale, Zoe Zu\nYmddiheuriadau: Noor Haddad\n\n## Agenda\n",
      "الحضور: Ada Okafor (chair)، Ben Hale، Zoe Zu\nالغياب: Noor Haddad\n\n## Agenda\n",
      "Present:\nAda Okafor (chair)\nBen Hale\nZoe Zu\n\nApologies:\nNoor Haddad\n\n## Agenda\n",
      "In attendance (3):\n- Ada Okafor, chair\n- Ben Hale\n- Zoe Zu\n\nRegrets: Noor Haddad\n\n## Agenda\n",
    ])
  func presence(text: String) {
    let (fixed, minutes) = fix(text)
    #expect(fixed.trimmed == "## Agenda")
    #expect(minutes.attendees == ["ada-okafor", "m-02"])
    #expect(
      minutes.notes.last == "left out: who was not there, which can reveal health")
    #expect(minutes.notes[0].hasPrefix("left out of attendees: "))
  }

  @Test("names in a row of a table go, and the row stays")
  func presenceRow() {
    let (fixed, minutes) = fix(
      "| Date | 15 January |\n|---|---|\n| Present | Ada Okafor, Ben Hale |\n| Apologies | Noor Haddad |\n"
    )
    #expect(fixed == "| Date | 15 January |\n|---|---|\n| Present |  |\n| Apologies |  |\n")
    #expect(minutes.attendees == ["ada-okafor", "m-02"])
  }

  @Test("plain lines of names below a label go, and the line above keeps no mark")
  func plainPresence() {
    let text = "Held in Room 3\nPresent: Ada Okafor\nApologies:\nNoor Haddad\nBo Ek\n\nWe met.\n"
    #expect(fix(PlainText.markdown(text)).0 == "Held in Room 3\n\nWe met.\n")
  }

  @Test("what is said there and is no name stays")
  func prose() {
    let text = "## Present\n\nEverybody was there, and we had cake with the new people.\n"
    #expect(fix(text).0 == text)
    let tense = "Present: the perfect tense was taught twice\n"
    #expect(fix(tense).0 == tense)
    let count = "Attendees: 14\n"
    #expect(fix(count).0 == count)
    let code = "```\nPresent: Ada Okafor\n```\n"
    #expect(fix(code).0 == code)
  }

  @Test("a handle is a mention where it is a member's or the list says whose it is, else words")
  func handles() {
    let (fixed, _) = fix(
      "## Present\n\n- Ada Okafor @adao\n\n## Notes\n\n@adao and @bh22 met @zofia. `@adao` a@b.example (@nobody)\n"
    )
    #expect(
      fixed
        == "## Notes\n\n@ada-okafor and \\@bh22 met @zofia. `@adao` a@b.example (\\@nobody)\n")
  }

  @Test(
    "what is to be done is an action of whom it names",
    arguments: [
      ("**AI(Ada):** send the slip", "- [ ] @ada-okafor send the slip"),
      ("AI (Ben): send it", "- [ ] @m-02 send it"),
      ("ACTION: Ben to write to the school", "- [ ] @m-02 to write to the school"),
      ("Action – Zofia: book the hall by 23/1/2026", "- [ ] @zofia book the hall, due 2026-01-23"),
      (
        "- ACTION: Ada and Ben to meet by Friday",
        "- [ ] @ada-okafor, @m-02 to meet, due 2026-01-16"
      ),
      ("Action 3: Zoe to sing", "- [ ] Zoe to sing"),
      ("- [ ] Ada to send it by 1 March", "- [ ] @ada-okafor to send it, due 2026-03-01"),
      ("- [x] Ben will print", "- [x] @m-02 will print"), ("TODO: print", "- [ ] print"),
      ("Aufgabe: Ben: drucken bis 1. März", "- [ ] @m-02 drucken, due 2026-03-01"),
    ])
  func actions(line: String, action: String) {
    #expect(fix("\(line)\n").0 == "\(action)\n")
  }

  @Test("what says otherwise is no action, and a decision is read as it stands")
  func noActions() {
    for line in [
      "AGREED: we meet on Thursdays", "Actions speak louder: a talk", "- [ ] @zofia prints",
      "The action: nobody knows", "AI: a talk on robots in class, with questions",
    ].prefix(4) {
      #expect(fix("\(line)\n").0 == "\(line)\n")
    }
  }

  @Test("a table whose headings no word processor marked is a table of actions too")
  func tableWithoutHeadings() {
    let (fixed, _) = fix(
      """
      |  |  |  |
      |---|---|---|
      | Action | Who | By when |
      | Book the hall | BH | 12/02/2026 |

      |  |  |
      |---|---|
      """)
    #expect(
      fixed == """
        - [ ] @m-02 Book the hall, due 2026-02-12

        |  |  |
        |---|---|
        """)
  }

  @Test("a table of actions becomes a list of them")
  func table() {
    let (fixed, minutes) = fix(
      """
      We met.

      | Action | Who | By when | Status |
      |:---|---|---|---|
      | Send the slip | Ada | Friday 23 January | done |
      | Book the hall | BH | 12/02/2026 | |
      | Ask Zoe | Zoe | next meeting | open |
      |  |  |  |  |

      | Subject | Room |
      |---|---|
      | Maths | 2 |
      """)
    #expect(
      fixed == """
        We met.

        - [x] @ada-okafor Send the slip, due 2026-01-23
        - [ ] @m-02 Book the hall, due 2026-02-12
        - [ ] Zoe: Ask Zoe (next meeting)

        | Subject | Room |
        |---|---|
        | Maths | 2 |
        """)
    #expect(minutes.notes == ["3 actions found"])
  }

  @Test(
    "the day is found in the name, behind a label, or in the first lines, in six languages",
    arguments: [
      ("minutes-15-01-2025", "", "2025-01-15"), ("Minutes 15-01-26 FINAL v2", "", "2026-01-15"),
      ("20260115 circle", "", "2026-01-15"), ("a", "Thursday 15 January 2026\n", "2026-01-15"),
      ("a", "Donnerstag, 15. Januar 2026\n", "2026-01-15"),
      ("a", "Réunion du jeudi 15 janvier 2026\n", "2026-01-15"),
      ("a", "Jueves, 15 de enero de 2026\n", "2026-01-15"),
      ("a", "Dydd Iau, 15 Ionawr 2026\n", "2026-01-15"), ("a", "15 يناير 2026\n", "2026-01-15"),
      ("a", "١٥ يناير ٢٠٢٦\n", "2026-01-15"), ("a", "January 15th, 2026\n", "2026-01-15"),
      ("circle-2026-01-22", "# Circle\n\n**Date:** 15 January 2026\n", "2026-01-15"),
      ("a", "Next meeting: 5 March 2026\nHeld on 15 January 2026\n", "2026-01-15"),
    ])
  func days(name: String, text: String, day: String) {
    let facts = MinutesFacts(name: name, text: text, isMonthFirst: false)
    #expect(facts.day?.description == day)
  }

  @Test(
    "what is no day is none",
    arguments: ["room 15-01", "v2.3.4", "31/02/2026", "2026", "chapter 1 May", "99-99-2026", ""])
  func noDays(name: String) {
    #expect(MinutesFacts(name: name, text: "", isMonthFirst: false).day == nil)
  }

  @Test("plain text stays what it was: its signs stand for themselves, and its lines are lines")
  func plainText() {
    #expect(
      PlainText.markdown(
        """
        Held in Room 3
        with cake

        1. Welcome
        1.1 Ada welcomed all.
        1.2 Minutes were agreed.

        •\tQuiz bank
        \t◦\thistory
        \to\tmaths
        –\tNone
        ☐ Ada sends it
        ☑ Ben booked
        [ ] Ben prints

        Name\tTask
        Ada\tSlip | 2
        # of pupils: 30
        *starred _approx_ a_b 2 * 3
        > quoted?
        <name> &amp; 5 > 3
        ______________
        1. one
        2. two
        AGREED: we meet
        more
        """) == """
          Held in Room 3\\
          with cake

          ## 1. Welcome

          1.1 Ada welcomed all.\\
          1.2 Minutes were agreed.

          - Quiz bank
            - history
            - maths
          - None
          - [ ] Ada sends it
          - [x] Ben booked
          - [ ] Ben prints

          | Name | Task |
          | --- | --- |
          | Ada | Slip \\| 2 |

          \\# of pupils: 30\\
          \\*starred \\_approx\\_ a_b 2 * 3\\
          \\> quoted?\\
          \\<name> \\&amp; 5 > 3

          ---

          1. one
          2. two

          AGREED: we meet

          more

          """)
  }

  @Test("minutes of a word processor: the title, the day in the text, who came, a table of actions")
  func word() throws {
    var site = TargetSite(timeZone: "Europe/London")
    site.members = members
    let text = """
      ---
      title: Minutes of the Lark Circle
      ---

      **Date:** Thursday 15 January 2026, 4.15pm

      **Present:** Ada Okafor (chair), Ben Hale (minutes), Zoe Zu

      **Apologies:** Noor Haddad

      # 1. Matters arising

      The hall is booked.

      **ACTION:** Ada to send the slip by Friday
      """
    let name = "Minutes 15-01-26 FINAL v2.docx"
    #expect(NotesImport.day(Array(text.utf8), named: name, site: site)?.description == "2026-01-15")
    #expect(NotesImport.subject(ofFile: "in/\(name)") == "Minutes")
    let plan = try NotesImport(
      Array(text.utf8), named: name, as: EntryID(.meeting, "2026-01-15-minutes"), date: nil,
      edges: ["Lark Circle, confidential"], site: site, existing: []
    ).plan
    #expect(
      plan.text("content/meetings/2026-01-15-minutes.md") == """
        ---
        title: Minutes of the Lark Circle
        date: 2026-01-15
        chair: ada-okafor
        attendees: [ada-okafor, m-02]
        start: 16:15
        note_taker: m-02
        ---

        **Date:** Thursday 15 January 2026, 4.15pm

        ## 1. Matters arising

        The hall is booked.

        - [ ] @ada-okafor to send the slip, due 2026-01-16

        """)
    #expect(
      plan.lines[0].notes == [
        "left out of attendees: 1 name of somebody who is no member here",
        "left out: who was not there, which can reveal health", "1 action found",
        "left out of the head and foot of its pages: 'Lark Circle, confidential'",
      ])
  }

  @Test("what an import makes of minutes is what the register of actions finds")
  func register() async throws {
    let (fixed, minutes) = fix(
      "Present: Ada Okafor\n\n**AI(Ada):** send the slip\n\n## Decisions\n\nWe use the short quiz.\n"
    )
    var entry = EntryText(EntryID(.meeting, "2026-01-15-a"), body: fixed)
    entry.set("title", .text("A"))
    minutes.write(to: &entry)
    let inspection = try await handbook(
      siteTree([
        "handbook.yml": privateSettings, "meetings/2026-01-15-a.md": entry.text,
        "members/ada-okafor.md":
          "---\nname: Ada Okafor\nconsent:\n  name: yes\n  given: 2026-01-01\n---\n",
      ]))
    #expect(inspection.diagnostics.filter { $0.severity.isBlocking }.isEmpty)
  }
}
