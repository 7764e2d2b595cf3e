import Build
import Community
import Diagnostics
import Markup
import TestSupport
import Testing

/// What the register and the log hold of some notes of 12 February 2026, and every message.
private func read(
  _ notes: String
) async throws -> (
  actions: [String], decisions: [String], messages: [String]
) {
  let site = try await handbook(circle(notes))
  func short(_ lines: [String]) -> [String] {
    lines.map { String($0.dropFirst("2026-02-12-circle#".count)) }
  }
  return (
    short(site.handbook?.actionLines ?? []), short(site.handbook?.decisionLines ?? []),
    site.diagnostics.map { "\($0.location?.line ?? 0) \($0.id.rawValue): \($0.hints.first ?? "")" }
  )
}

@Suite("Actions as people write them")
struct ActionsAsWrittenTests {
  @Test("an item below a heading that says Actions is an action, however it begins")
  func items() async throws {
    let found = try await read(
      """
      ## Actions

      - @ada-okafor books the hall, due 2026-03-10
      - [] @ada-okafor orders cards
      - [ ]@ada-okafor prints
      - ACTION: @ben rings the hall
      - ☐ @ben buys tea
      - [x ] @ben swept
      - ☑ @ada paid
      - ✅ @ada called
      - Action: @ada writes
      - ACTION @ben: reads
      - **Action point 3** – @cleo waits
      1. @cleo counts
         - in threes
      - *None.*

      """)
    #expect(
      found.actions == [
        "action-1 open [Ada Okafor] due 2026-03-10: books the hall",
        "action-2 open [Ada Okafor]: orders cards",
        "action-3 open [Ada Okafor]: prints",
        "action-4 open [Ben Hall]: rings the hall",
        "action-5 open [Ben Hall]: buys tea",
        "action-6 done [Ben Hall]: swept",
        "action-7 done [Ada Okafor]: paid",
        "action-8 done [Ada Okafor]: called",
        "action-9 open [Ada Okafor]: writes",
        "action-10 open [Ben Hall]: reads",
        "action-11 open [Cleo Marsh]: waits",
        "action-12 open [Cleo Marsh]: counts",
      ])
    #expect(found.decisions == [])
    #expect(found.messages == [])
  }

  @Test(
    "headings are read however they are numbered, joined and ended",
    arguments: [
      "## Actions", "## 4. Actions", "### Actions:", "## ACTION POINTS", "# 2) Action items",
      "## Agreed actions", "## New actions", "## To do", "## IV. Actions", "**Actions:**",
      "Action points:", "## Item 7: Actions",
    ])
  func headings(_ heading: String) async throws {
    let found = try await read("\(heading)\n\n- @ada reads\n")
    #expect(found.actions == ["action-1 open [Ada Okafor]: reads"])
    #expect(found.decisions == [] && found.messages == [])
  }

  @Test("a box or a word makes an action anywhere, a hyphen and a link do not")
  func anywhere() async throws {
    let found = try await read(
      """
      ## Talk

      - [] @ada orders cards
      - TODO: @ben prints
      - [](../resources/rubric.md) no box
      - Action-packed
      - `[] code`

      Action: @cleo asks the school

      """)
    #expect(
      found.actions == [
        "action-1 open [Ada Okafor]: orders cards", "action-2 open [Ben Hall]: prints",
        "action-3 open [Cleo Marsh]: asks the school",
      ])
    #expect(found.messages.filter { !$0.contains("empty-link") } == [])
  }

  @Test("an action without a box is done where its day is told")
  func doneWithoutBox() async throws {
    let found = try await read(
      "## Actions\n\n- @ada wrote, done 2026-02-10\n- ~~@ben reads~~\n- [ ] @cleo done 2026-02-10\n"
    )
    #expect(
      found.actions == [
        "action-1 done on 2026-02-10 [Ada Okafor]: wrote",
        "action-2 dropped [Ben Hall]: reads",
        "action-3 open [Cleo Marsh]: Cleo Marsh done 2026-02-10",
      ])
  }

  @Test("owners stand before the words in every way that people part them")
  func owners() async throws {
    let found = try await read(
      """
      - [ ] @ada-okafor/@ben book the room, due 2026-03-10
      - [ ] (@ada-okafor) prints, before 2026-03-20
      - [ ] @ada, @ben: ask
      - [ ] @ada / @ben – answer
      - [ ] (@ada, @ben) wait
      - [ ] [@ada] @ben-@cleo sing
      - [ ] @ada & @ben, @cleo: dance (slowly)
      - [ ] @ada (with help) paints, due 2026-03-01

      """)
    #expect(
      found.actions == [
        "action-1 open [Ada Okafor, Ben Hall] due 2026-03-10: book the room",
        "action-2 open [Ada Okafor] due 2026-03-20: prints",
        "action-3 open [Ada Okafor, Ben Hall]: ask",
        "action-4 open [Ada Okafor, Ben Hall]: answer",
        "action-5 open [Ada Okafor, Ben Hall]: wait",
        "action-6 open [Ada Okafor, Ben Hall, Cleo Marsh]: sing",
        "action-7 open [Ada Okafor, Ben Hall, Cleo Marsh]: dance (slowly)",
        "action-8 open [Ada Okafor] due 2026-03-01: (with help) paints",
      ])
    #expect(found.messages == [])
  }

  @Test("an address is no pair of owners")
  func addresses() async throws {
    let found = try await read("- [ ] @ada reads example.org/@ben and ada/@ben\n")
    #expect(found.actions == ["action-1 open [Ada Okafor]: reads example.org/@ben and ada/@ben"])
  }

  @Test("the day stands behind due on, by, before, until and their like")
  func dates() async throws {
    let found = try await read(
      """
      - [ ] @ada sends the slip, due on 2026-03-14
      - [ ] @ada prints, before 2026-03-20
      - [ ] @ada asks by 2026-03-21
      - [ ] @ada waits until 2026-03-22
      - [ ] @ada pays (no later than 2026-03-23)
      - [ ] @ada packs, deadline: 2026-03-24

      """)
    #expect(
      found.actions == [
        "action-1 open [Ada Okafor] due 2026-03-14: sends the slip",
        "action-2 open [Ada Okafor] due 2026-03-20: prints",
        "action-3 open [Ada Okafor] due 2026-03-21: asks",
        "action-4 open [Ada Okafor] due 2026-03-22: waits",
        "action-5 open [Ada Okafor] due 2026-03-23: pays",
        "action-6 open [Ada Okafor] due 2026-03-24: packs",
      ])
    #expect(found.messages == [])
  }

  @Test("a day in words is told with the date meant, and what is no day is told too")
  func daysInWords() async throws {
    let found = try await read(
      """
      - [ ] @ada a, due on Friday
      - [ ] @ada b by the 1st of March
      - [ ] @ada c before next Friday
      - [ ] @ada d, due tomorrow
      - [ ] @ada e until the end of March
      - [ ] @ada f, due next week
      - [ ] @ada g, due asap
      - [ ] @ada h pays what is due to the hall

      """)
    #expect(
      found.messages == [
        "3 action-date: write due 2026-02-13", "4 action-date: write due 2026-03-01",
        "5 action-date: write due 2026-02-13 or due 2026-02-20",
        "6 action-date: write due 2026-02-13", "7 action-date: write due 2026-03-31",
        "8 action-date: write due 2026-03-01, with the day that is meant",
        "9 action-date: write due 2026-03-01, with the day that is meant",
      ])
  }

  @Test("days in words are read in each language of the theme", arguments: wordedDays)
  func daysInLanguages(_ language: String, _ item: String, _ meant: String) async throws {
    let found = try await read("---\nlang: \(language)\n---\n# Velun\n\n- [ ] @ada x, \(item)\n")
    #expect(found.messages.map { $0.split(separator: ":")[0] } == ["6 action-date"])
    #expect(found.messages.first?.hasSuffix(meant) == true, "\(found.messages)")
  }
}

private let wordedDays = [
  ("de", "bis nächsten Freitag", "write fällig 2026-02-13 or fällig 2026-02-20"),
  ("de", "bis Ende März", "write fällig 2026-03-31"), ("de", "fällig morgen", "2026-02-13"),
  ("fr", "avant vendredi prochain", "2026-02-13 or pour le 2026-02-20"),
  ("fr", "d’ici fin mars", "2026-03-31"), ("fr", "avant demain", "2026-02-13"),
  ("es", "antes del próximo viernes", "2026-02-13 or para el 2026-02-20"),
  ("es", "para finales de marzo", "2026-03-31"), ("es", "para mañana", "2026-02-13"),
  ("cy", "cyn dydd Gwener nesaf", "2026-02-13 or erbyn 2026-02-20"),
  ("cy", "cyn diwedd Mawrth", "2026-03-31"), ("cy", "erbyn yfory", "2026-02-13"),
  ("ar", "قبل نهاية مارس", "2026-03-31"), ("ar", "قبل غدا", "2026-02-13"),
]

@Suite("Decisions as people write them")
struct DecisionsAsWrittenTests {
  @Test(
    "headings are read however they are numbered, joined and ended",
    arguments: [
      "## Decisions:", "## 3. Decisions", "## DECISIONS MADE", "### Agreed", "## Key decisions",
      "## Decisions taken", "# Decisions & resolutions", "## b) Decisions", "**Decisions**",
      "Decisions:", "## 3.2 Our decisions",
    ])
  func headings(_ heading: String) async throws {
    let found = try await read("\(heading)\n\n- We meet at four.\n")
    #expect(found.decisions == ["decision-1: We meet at four."])
    #expect(found.actions == [] && found.messages == [])
  }

  @Test("headings of actions and decisions are read in every language", arguments: wordedHeadings)
  func languages(_ language: String, _ actions: String, _ both: String, _ none: String) async throws
  {
    let found = try await read(
      "---\nlang: \(language)\n---\n# Velun\n\n## 1. \(actions):\n\n- @ada x\n\n"
        + "## \(both)\n\n- @ben y\n- z\n- \(none)\n")
    #expect(found.actions == ["action-1 open [Ada Okafor]: x", "action-2 open [Ben Hall]: y"])
    #expect(found.decisions == ["decision-1: z"])
    #expect(found.messages == [])
  }

  @Test("a paragraph below Decisions is one, one that leads up to a list is not")
  func paragraphs() async throws {
    let found = try await read(
      """
      ## Decisions

      We use the short slip.

      We also agreed:

      - Tea first.

      No decisions were made about cake.

      """)
    #expect(found.decisions == ["decision-1: We use the short slip.", "decision-2: Tea first."])
  }

  @Test("under both, a task or an item that begins with a name is an action, any other a decision")
  func both() async throws {
    let found = try await read(
      """
      ## Actions and decisions

      - We stop at five.
      - @ada books the hall
      - [ ] Ring the bell @ben
      - (@cleo) prints
      - Decision: @ada chairs
      - Action: sweep with @ben

      """)
    #expect(found.decisions == ["decision-1: We stop at five.", "decision-2: Ada Okafor chairs"])
    #expect(
      found.actions == [
        "action-1 open [Ada Okafor]: books the hall",
        "action-2 open [Ben Hall]: Ring the bell Ben Hall",
        "action-3 open [Cleo Marsh]: prints", "action-4 open [Ben Hall]: sweep with Ben Hall",
      ])
  }

  @Test("a decision keeps the list nested in it, tasks apart")
  func nested() async throws {
    let site = try await handbook(
      circle(
        """
        ## Decisions

        - The circle appoints:
          - Ada as chair
            - till *summer*
          - Ben as clerk
          - [ ] @ben fetch the book
        - Tea first

        Agreed:

        - Cake

        Decision: we buy

        - nothing

        Decision: We lend:

        - the [[rubric]]
        - chairs

        """))
    let handbook = try #require(site.handbook)
    #expect(
      handbook.decisionLines == [
        "2026-02-12-circle#decision-1: The circle appoints:",
        "2026-02-12-circle#decision-2: Tea first", "2026-02-12-circle#decision-3: Cake",
        "2026-02-12-circle#decision-4: we buy", "2026-02-12-circle#decision-5: We lend:",
      ])
    let details = handbook.registers.decisions.map { decision in
      decision.details.map { detail in
        let meeting = handbook.entry(decision.meeting)
        return "\(detail.depth) "
          + (meeting.map { handbook.text(detail.text.range, of: $0, notedIn: ShownTexts()) } ?? "")
      }
    }
    #expect(
      details == [
        ["1 Ada as chair", "2 till summer", "1 Ben as clerk"], [], [], [],
        ["1 the The rubric", "1 chairs"],
      ])
    let page = try #require(site.pages["decisions.html"])
    #expect(
      page.contains(
        """
        <ul>
        <li>Ada as chair<ul>
        <li>till <em>summer</em></li>
        </ul>
        </li>
        <li>Ben as clerk</li>
        </ul>
        """))
    #expect(site.pages["data/handbook.json"]?.contains("Ben as clerk") == true)
  }

  @Test("one that is struck out stays in the log and is not in force")
  func struck() async throws {
    let site = try await handbook(
      circle("## Decisions\n\n- ~~We meet on Sundays.~~\n- We meet ~~early~~ late.\n"))
    let decisions = try #require(site.handbook?.registers.decisions)
    #expect(decisions.map(\.isInForce) == [false, true])
    let page = try #require(site.pages["decisions.html"])
    #expect(page.contains("<p class=\"status status-struck\">No longer in force</p>"))
    #expect(page.contains("2 decisions, 1 in force"))
  }

  @Test(
    "what says that there is none is none, in six languages",
    arguments: [
      ("en", "None"), ("en", "*None.*"), ("en", "No decisions"), ("en", "No decisions."),
      ("en", "None this time, we ran late"), ("en", "No decisions were made at this meeting."),
      ("en", "n/a"), ("en", "–"), ("en", "There were no decisions to take."),
      ("de", "Keine"), ("de", "Keine Beschlüsse."), ("de", "Es wurden keine Beschlüsse gefasst."),
      ("fr", "Aucune décision"), ("fr", "Néant."), ("fr", "Aucune décision n’a été prise."),
      ("es", "Ninguno"), ("es", "No hubo acuerdos."), ("es", "No se tomaron acuerdos hoy"),
      ("cy", "Dim"), ("cy", "Dim penderfyniadau"), ("cy", "Ni wnaed unrhyw benderfyniad."),
      ("ar", "لا شيء"), ("ar", "لا توجد قرارات"), ("ar", "لم تتخذ قرارات اليوم"),
    ])
  func none(_ language: String, _ item: String) async throws {
    let start = "---\nlang: \(language)\n---\n# Velun\n\n"
    #expect(try await read(start + "## Decisions\n\n- \(item)\n").decisions == [])
    #expect(try await read(start + "## Decisions\n\n\(item)\n").decisions == [])
    #expect(try await read(start + "## Actions\n\n- \(item)\n").actions == [])
  }

  @Test(
    "what only begins so is a decision",
    arguments: [
      "None of us marks on Sundays.", "No decisions without a vote", "Nothing after four",
    ])
  func notNone(_ item: String) async throws {
    #expect(try await read("## Decisions\n\n- \(item)\n").decisions == ["decision-1: \(item)"])
  }

  @Test(
    "a word for it and nothing, or none, after it is no decision",
    arguments: [
      "Decision: none", "Decisions: None.", "- Decision: no decisions", "**Decisions**",
      "DECISIONS MADE",
      "Actions: none",
    ])
  func openingNone(_ line: String) async throws {
    let found = try await read("\(line)\n\nTalk.\n")
    #expect(found.decisions == [] && found.actions == [] && found.messages == [])
  }

  @Test("the plural before a colon is read as the singular")
  func plurals() async throws {
    let found = try await read("Decisions: tea first\n\nActions: @ada buys tea\n")
    #expect(found.decisions == ["decision-1: tea first"])
    #expect(found.actions == ["action-1 open [Ada Okafor]: buys tea"])
  }

  @Test("a word in capitals or in bold needs no colon")
  func openings() async throws {
    let found = try await read(
      """
      DECISION we meet on Mondays

      **Agreed** tea first

      AGREED to stop at five

      - Decision 7 – cake

      Decision-making is hard.

      Agreed by nobody.

      """)
    #expect(
      found.decisions == [
        "decision-1: we meet on Mondays", "decision-2: tea first", "decision-3: to stop at five",
        "decision-7: cake",
      ])
  }
}

private let wordedHeadings = [
  ("en", "Action points", "Actions and decisions", "None"),
  ("de", "Maßnahmen", "Beschlüsse und Aufgaben", "Keine"),
  ("fr", "À faire", "Décisions et actions", "Aucune"),
  ("es", "Tareas", "Acuerdos y tareas", "Ninguno"),
  ("cy", "Camau gweithredu", "Penderfyniadau a chamau gweithredu", "Dim"),
  ("ar", "المهام", "القرارات والمهام", "لا شيء"),
]

@Suite("What is nearly an action or a decision is told")
struct NearlyActionsTests {
  @Test("a line that is no list item gives the line to write, which --fix writes")
  func lines() async throws {
    let notes = """
      ## Actions

      @ada books the hall, due 2026-03-10
      @ben prints

      We looked at the list.

      Ada counts, due 2026-03-10

      [ ] @cleo writes

      """
    let site = try await handbook(circle(notes))
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:5: warning: this reads as an action, and is not gathered as one [action-not-read]
          5 | @ada books the hall, due 2026-03-10
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write: - [ ] @ada books the hall, due 2026-03-10
        content/meetings/2026-02-12-circle.md:6: warning: this reads as an action, and is not gathered as one [action-not-read]
          6 | @ben prints
            | ^^^^^^^^^^^
            help: write: - [ ] @ben prints
        content/meetings/2026-02-12-circle.md:10: warning: this reads as an action, and is not gathered as one [action-not-read]
          10 | Ada counts, due 2026-03-10
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write: - [ ] Ada counts, due 2026-03-10
        content/meetings/2026-02-12-circle.md:12: warning: a line that starts '[ ]' is not a list item [pasted-list]
          12 | [ ] @cleo writes
             | ^^^^^^^^^^^^^^^^
            help: write: - [ ] @cleo writes
        4 warnings

        """)
    let source = try #require(site.files.source("content/meetings/2026-02-12-circle.md"))
    let fixed = source.fixed(by: site.diagnostics.compactMap(\.fix))
    let again = try await handbook(circle(String(decoding: fixed.bytes, as: UTF8.self)))
    #expect(again.handbook?.registers.actions.count == 4)
  }

  @Test("a name with a day, or a name nested below Actions, is told wherever it stands")
  func items() async throws {
    let found = try await read(
      """
      ## Talk

      - @ada books the hall by 2026-03-10
      - @ada was late
      - Tea
        - @ben buys it, due 2026-03-10

      @cleo asks, due 2026-03-10

      ## Actions

      - The hall, @ada
        - @ben rings them
        - on a Monday

      ## Actions from January

      - @cleo reads
      - nobody came

      """)
    #expect(
      found.messages == [
        "5 action-not-read: write: - [ ] @ada books the hall by 2026-03-10",
        "8 action-not-read: write:   - [ ] @ben buys it, due 2026-03-10",
        "10 action-not-read: write: - [ ] @cleo asks, due 2026-03-10",
        "15 action-not-read: write:   - [ ] @ben rings them",
        "18 heading-not-read: write: ## Actions",
        "20 action-not-read: write: - [ ] @cleo reads",
      ])
  }

  @Test("a heading that names decisions and says more is told, where something stands below it")
  func heading() async throws {
    let site = try await handbook(
      circle("## Decisions of the committee on tea\n\n- We use cups.\n- And saucers.\n"))
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:3: warning: what stands below 'Decisions of the committee on tea' is not gathered as decisions [heading-not-read]
          3 | ## Decisions of the committee on tea
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write: ## Decisions
            help: or begin each decision with a word for it: Decision: We meet on Mondays.
        1 warning

        """)
    for quiet in [
      "## Decisions of the committee\n\n- Decision: cups.\n",
      "## Decisions to come\n\n## Talk\n\na\n",
      "## Agreed norms\n\n- Be kind.\n", "## How decisions are made\n\n- By hand.\n",
    ] {
      #expect(try await read(quiet).messages == [])
    }
  }

  @Test("a table below Actions or Decisions is told")
  func table() async throws {
    let table = "| who | what |\n| --- | --- |\n| @ada | books |\n"
    #expect(
      try await read("## Actions\n\n\(table)").messages == [
        "5 table-not-read: write a line for each row: "
          + "- [ ] @name what is to be done, due 2026-03-01"
      ])
    #expect(
      try await read("## Decisions\n\n\(table)").messages == [
        "5 table-not-read: write a line for each row: - what was decided"
      ])
    #expect(try await read("## Talk\n\n\(table)").messages == [])
  }

  @Test("a second decision in one paragraph is told")
  func secondInParagraph() async throws {
    let found = try await read("Decision: tea\nDecision: cake\nAction @ben buys both\n")
    #expect(
      found.messages == [
        "4 pasted-list: write: - Decision: cake", "5 pasted-list: write: - [ ] @ben buys both",
      ])
  }

  @Test("other entries are left alone")
  func others() async throws {
    let site = try await handbook(
      circle(
        "x\n",
        [
          "pages/a.md": "# A\n\n## Actions\n\n- @ada x, due 2026-03-01\n- [] y\n\n[ ] z\n"
        ]))
    #expect(site.report == "")
    #expect(site.pages["a.html"]?.contains("<li>[] y</li>") == true)
  }
}

@Suite("What --fix does with a day, and what it leaves alone")
struct FixedDayTests {
  @Test("beside a due date that can be sorted by, other days are part of the words")
  func besideDue() async throws {
    let found = try await read(
      "- [ ] @ada finds a slot before 1 March, due 2026-02-20\n"
        + "- [ ] @ada asks by 2026-03-01, due 2026-02-20\n")
    #expect(found.messages == [])
    #expect(found.actions.map { $0.contains("due 2026-02-20") } == [true, true])
  }

  @Test("a day of the week with a date behind it is that date", arguments: namedDays)
  func named(_ language: String, _ day: String, _ fix: String?) async throws {
    let start = "---\nlang: \(language)\n---\n# Velun\n\n"
    #expect(
      try await fixed(start + "- [ ] @ada x, \(day)\n") == start + "- [ ] @ada x, \(fix ?? day)\n"
    )
  }

  @Test(
    "a word right behind the day makes it another, so nothing is fixed",
    arguments: [
      "by Monday week", "before Friday lunch", "due by Friday 6th", "by Tuesday evening",
      "before 1 March lunch", "by Friday 3 March", "by Monday (2 March",
    ])
  func goesOn(_ day: String) async throws {
    let notes = "- [ ] @ada rings, \(day)\n"
    #expect(try await fixed(notes) == notes)
    #expect(try await read(notes).messages.count == 1)
  }

  @Test(
    "what is no due date, and what is quoted, code or a link, is left alone",
    arguments: [
      "rings not before 1 March", "reads “by Friday” aloud", "reads \"Due by 1 March\" aloud",
      "writes `by Friday`", "reads [by Monday](https://example.org/)", "reads « by Friday »",
    ])
  func leftAlone(_ words: String) async throws {
    #expect(try await read("- [ ] @ada \(words)\n").messages == [])
  }

  @Test(
    "and a comma, an end or an and may follow", arguments: [",", " and sings", " – softly", "."])
  func mayFollow(_ rest: String) async throws {
    let notes = "- [ ] @ada rings by Friday\(rest)\n"
    #expect(try await fixed(notes) == "- [ ] @ada rings due 2026-02-13\(rest)\n")
  }

  @Test(
    "notes before a day are left alone in each language",
    arguments: [
      ("de", "nicht vor dem 1. März"), ("fr", "pas avant le 1 mars"),
      ("es", "no antes del 1 de marzo"),
      ("cy", "ddim cyn 1 Mawrth"), ("ar", "ليس قبل 1 مارس"),
    ])
  func notBefore(_ language: String, _ words: String) async throws {
    #expect(
      try await read("---\nlang: \(language)\n---\n# Velun\n\n- [ ] @ada x \(words)\n").messages
        == [])
  }

  @Test(
    "what --fix writes is told at most of another kind, until nothing is left",
    arguments: [
      "• @ada rings, due 2026-03-01", "Talk.\nAction: @ben rings before 1 March",
      "## Actions\n\n@ben rings by Friday", "## Actions\n\n– @ada books, due 2026-03-01",
    ])
  func settles(_ notes: String) async throws {
    var text = notes + "\n"
    for _ in 0..<3 { text = try await fixed(text) }
    let found = try await read(text)
    #expect(found.messages == [])
    #expect(
      found.actions.count == 1 && found.actions.allSatisfy { $0.contains(" due ") }, "\(text)")
  }

  /// Notes after one round of `check --fix`.
  private func fixed(_ notes: String) async throws -> String {
    let site = try await handbook(circle(notes))
    let source = try #require(site.files.source("content/meetings/2026-02-12-circle.md"))
    let before = String(decoding: source.bytes, as: UTF8.self)
    let start = String(before.dropLast(notes.count))
    let bytes = source.fixed(by: site.diagnostics.compactMap(\.fix)).bytes
    return String(String(decoding: bytes, as: UTF8.self).dropFirst(start.count))
  }
}

/// A language, a day, and what it is fixed to.
private let namedDays: [(String, String, String?)] = [
  ("en", "by Monday 2 March", "due 2026-03-02"), ("en", "by Monday, 2 March", "due 2026-03-02"),
  ("en", "by Monday (2 March)", nil), ("en", "due Friday 6 March 2026", "due 2026-03-06"),
  ("en", "by Tuesday 2026-03-10", nil), ("en", "by Tuesday 2026-03-11", nil),
  ("de", "bis Montag, den 2. März", "fällig 2026-03-02"),
  ("de", "bis Montag, 02.03.2026", "fällig 2026-03-02"),
  ("fr", "avant lundi 2 mars", "pour le 2026-03-02"),
  ("es", "antes del lunes 2 de marzo", "para el 2026-03-02"),
  ("cy", "erbyn dydd Llun 2 Mawrth", "erbyn dydd 2026-03-02"),
  ("ar", "قبل يوم الاثنين، 2 مارس", "الموعد 2026-03-02"),
]

@Suite("Actions and decisions that are written otherwise")
struct OtherwiseWrittenTests {
  @Test(
    "what is nested below a name is told with that name",
    arguments: [
      ("- @ada", 0), ("- @ada:", 0), ("- @ada books:", 1),
    ])
  func nested(_ item: String, _ count: Int) async throws {
    let found = try await read("## Actions\n\n\(item)\n  - the hall\n  - the bus\n")
    #expect(
      found.messages == [
        "6 action-not-read: write:   - [ ] @ada the hall",
        "7 action-not-read: write:   - [ ] @ada the bus",
      ])
    #expect(found.actions.count == count)
  }

  @Test(
    "a dash or a box without its space is told with the line to write",
    arguments: [
      ("-[ ] @ada books", "- [ ] @ada books"), ("*[ ] @ada books", "- [ ] @ada books"),
      ("–[ ] @ada books", "- [ ] @ada books"), ("-@ada books", "- @ada books"),
      ("– @ada books, due 2026-03-01", "- @ada books, due 2026-03-01"),
      ("- ( ) @ada books", "- [ ] @ada books"), ("- [>] @ada books", "- [ ] @ada books"),
      ("- [-] @ada books", "- [ ] @ada books"),
    ])
  func boxes(_ line: String, _ replacement: String) async throws {
    let found = try await read("## Actions\n\n\(line)\n")
    #expect(
      found.messages.map { $0.hasSuffix("write: \(replacement)") } == [true], "\(found.messages)")
    #expect(found.actions == [])
  }

  @Test(
    "a word before a name makes an action", arguments: ["- Action @ada x", "- Action for @ada: x"])
  func wordBeforeName(_ line: String) async throws {
    #expect(try await read("\(line)\n").actions == ["action-1 open [Ada Okafor]: x"])
  }

  @Test(
    "more headings are read",
    arguments: [
      ("en", "To-do"), ("en", "ToDos"), ("en", "Open actions"), ("en", "Next steps"),
      ("en", "Follow-up"), ("fr", "À faire"), ("es", "Acciones acordadas"),
      ("de", "Offene Aufgaben"),
    ])
  func actionHeadings(_ language: String, _ heading: String) async throws {
    let start = "---\nlang: \(language)\n---\n# Velun\n\n"
    let found = try await read(start + "## \(heading)\n\n- @ada x\n")
    #expect(found.actions == ["action-1 open [Ada Okafor]: x"])
  }

  @Test(
    "more headings of decisions are read",
    arguments: [
      ("en", "Decision log"), ("en", "Agreements"), ("en", "What we decided"), ("en", "Outcomes"),
      ("es", "Resoluciones"), ("de", "Abmachungen"), ("ar", "اتفقنا"),
    ])
  func decisionHeadings(_ language: String, _ heading: String) async throws {
    let start = "---\nlang: \(language)\n---\n# Velun\n\n"
    #expect(
      try await read(start + "## \(heading)\n\n- We sing.\n").decisions == ["decision-1: We sing."])
  }

  @Test("a heading of actions that says more is told")
  func actionsAndMore() async throws {
    #expect(
      try await read("## Actions from last time\n\n- Ada rings\n").messages
        == ["3 heading-not-read: write: ## Actions"])
  }

  @Test(
    "more ways to say that there is none",
    arguments: [
      ("en", "(none)"), ("en", "Nil"), ("en", "None taken"), ("en", "Nothing decided"),
      ("en", "No decision was taken"), ("en", "No decisions yet"), ("en", "No new decisions"),
      ("en", "Not applicable"), ("en", "No actions arising"), ("en", "None outstanding"),
      ("en", "No new actions."), ("de", "Keine neuen Beschlüsse"), ("de", "Keine weiteren"),
      ("de", "(keine)"), ("fr", "Aucune décision prise"), ("fr", "Aucune nouvelle décision"),
      ("fr", "(aucune)"), ("es", "(ninguna)"), ("cy", "Ni wnaed penderfyniadau"),
    ])
  func none(_ language: String, _ item: String) async throws {
    let start = "---\nlang: \(language)\n---\n# Velun\n\n"
    #expect(try await read(start + "## Decisions\n\n- \(item)\n").decisions == [])
    #expect(try await read(start + "## Actions\n\n- \(item)\n").actions == [])
  }

  @Test("a note behind what is struck out leaves it struck out")
  func struckWithNote() async throws {
    let site = try await handbook(
      circle(
        "## Decisions\n\n- ~~We meet on Sundays~~ (withdrawn)\n- ~~We eat~~ – superseded\n"
          + "- ~~We meet at four~~ – we meet at five\n- ~~Four~~ Five\n"))
    let decisions = try #require(site.handbook?.registers.decisions)
    #expect(decisions.map(\.isInForce) == [false, false, true, true])
  }

  @Test("a day on which it was done, set apart, does an action with an open box")
  func doneDay() async throws {
    let found = try await read(
      "- [ ] @ada rings, done 2026-02-10\n- [ ] @ada says what was done 2026-02-10\n")
    #expect(found.actions.map { $0.contains(" done on ") } == [true, false])
  }
}
