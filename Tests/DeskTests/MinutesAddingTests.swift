import Dates
import Testing

@testable import Desk

@Suite("Adding a line to a meeting's notes")
struct MinutesAddingTests {
  private let text = "Sentence.\n\n## Room\n\n## Decisions\n\n<!-- One a line. -->\n\n## Actions\n"

  @Test("a decision, an action and a note stand where they were meant, as the docs write them")
  func plain() throws {
    let day = try #require(CalendarDate("2026-12-10"))
    let written = try minutes(text).with(.note, "It was cold", below: "Room")
      .with(.decision, "We meet in the hall.", below: "Decisions")
      .with(
        .action, "ring the school.", below: "Actions", owners: ["ada-okafor"], due: .day(day))
    #expect(
      written.text == """
        Sentence.

        ## Room

        - It was cold

        ## Decisions

        <!-- One a line. -->

        - We meet in the hall.

        ## Actions

        - [ ] @ada-okafor ring the school, due 2026-12-10

        """)
    #expect(
      written.told == [
        "note: Sentence.", "note: It was cold", "decision: We meet in the hall.",
        "action: ring the school (Ada Okafor) by 2026-12-10",
      ])
  }

  @Test("a second line joins the list of the first, with its mark")
  func joins() throws {
    let list = "## Actions\n\n* [ ] @ben tea\n  with milk\n\n## Rest\n"
    let written = try minutes(list).with(.action, "cake", below: "Actions").text
    #expect(written == "## Actions\n\n* [ ] @ben tea\n  with milk\n* [ ] cake\n\n## Rest\n")
  }

  @Test("a decision below another heading says that it is one")
  func elsewhere() throws {
    let written = try minutes("## Room\n\nCold.\n").with(.decision, "We move.", below: "Room")
    #expect(written.text == "## Room\n\nCold.\n\n- Decision: We move.\n")
    #expect(written.told == ["note: Cold.", "decision: We move."])
  }

  @Test(
    "the words are those of the notes' language",
    arguments: [
      ("es", "- Acuerdo: x1\n- [ ] @ben x2, para el 2026-12-10\n"),
      ("fr", "- Décision: x1\n- [ ] @ben x2, pour le 2026-12-10\n"),
      ("de", "- Beschluss: x1\n- [ ] @ben x2, fällig 2026-12-10\n"),
      ("cy", "- Penderfyniad: x1\n- [ ] @ben x2, erbyn 2026-12-10\n"),
      ("ar", "- قرار: x1\n- [ ] @ben x2, الموعد 2026-12-10\n"),
    ])
  func languages(language: String, expected: String) throws {
    let day = try #require(CalendarDate("2026-12-10"))
    let written = try minutes("", language).with(.decision, "x1", below: "")
      .with(.action, "x2", below: "", owners: ["ben"], due: .day(day))
    #expect(written.text == expected)
    #expect(written.told == ["decision: x1", "action: x2 (Ben Ojo) by 2026-12-10"])
  }

  @Test("line breaks stay of their kind, and a text without one at its end gets one")
  func lineBreaks() throws {
    let text = "## Actions\r\n\r\n- [ ] tea\r\n"
    let written = try minutes(text).with(.action, "cake", below: "Actions")
    #expect(written.text == "## Actions\r\n\r\n- [ ] tea\r\n- [ ] cake\r\n")
    #expect(try minutes("Words").with(.note, "more", below: "").text == "Words\n\n- more\n")
    #expect(try minutes("").with(.note, "more", below: "").text == "- more\n")
    #expect(try minutes("\u{FEFF}").with(.note, "more", below: "").text == "\u{FEFF}- more\n")
  }

  @Test("of two headings of one name the one that is meant gets the line")
  func sameName() throws {
    let line = MinutesLine(kind: .note, words: TypedLine("second"))
    let written = try minutes("## Room\n## Room\n## Rest").adding(line, below: 2).minutes.text
    #expect(written == "## Room\n## Room\n\n- second\n\n## Rest")
  }

  @Test("a note below Decisions belongs to the last decision, below Actions it is a paragraph")
  func notesBelow() throws {
    let decisions = try minutes("## Decisions\n\n- We move.\n").with(
      .note, "Ben disagreed.", below: "Decisions")
    #expect(decisions.text == "## Decisions\n\n- We move.\n  - Ben disagreed.\n")
    #expect(decisions.told == ["decision: We move.", "note: Ben disagreed."])
    let actions = try minutes("## Actions\n\n- [ ] tea\n").with(.note, "Later.", below: "Actions")
    #expect(actions.text == "## Actions\n\n- [ ] tea\n\nLater.\n")
    #expect(throws: MinutesRefusal.gathered) {
      try minutes("## Decisions\n").with(.note, "Ben disagreed.", below: "Decisions")
    }
  }

  @Test("a line that says itself what it is, is that")
  func saysItself() throws {
    #expect(
      try minutes("").with(.note, "Decision: we move.", below: "").told == ["decision: we move."])
    for none in ["None", "-", "---"] {
      let written = try minutes("## Decisions\n").with(.decision, none, below: "Decisions")
      #expect(written.told == ["note: \(none)"])
    }
  }

  @Test("a day that no calendar has stays as it was typed")
  func unclearDay() throws {
    let written = try minutes("").with(
      .action, "tea", below: "", due: .words(TypedLine("after the holidays")))
    #expect(written.text == "- [ ] tea, due after the holidays\n")
    #expect(written.told == ["action: tea, due after the holidays"])
  }

  @Test("what cannot be added says why")
  func refusals() throws {
    let day = try #require(CalendarDate("2026-12-10"))
    #expect(throws: MinutesRefusal.nothing) { try minutes("").with(.note, " \n ", below: "") }
    #expect(throws: MinutesRefusal.tooLong) {
      try minutes("").with(.note, String(repeating: "x", count: 5_000), below: "")
    }
    #expect(throws: MinutesRefusal.noPlace) {
      try minutes("```\ncode without an end\n").with(.note, "words", below: "")
    }
    #expect(throws: MinutesRefusal.otherDay) {
      try minutes("").with(.action, "tea, due 2027-01-01", below: "", due: .day(day))
    }
    let line = MinutesLine(kind: .note, words: TypedLine("words"))
    #expect(throws: MinutesRefusal.noSuchHeading) { try minutes("").adding(line, below: 7) }
  }

  @Test("a line goes behind lists, quotes, code and tables, and becomes no part of them")
  func behind() throws {
    for block in blocks {
      let text = "## A\n\n\(block)\n## B\n"
      for kind in MinutesItem.Kind.allCases {
        let before = minutes(text)
        let number = before.sections.last { $0.title != "B" }?.number ?? 0
        let line = MinutesLine(kind: kind, words: TypedLine("new line"))
        let (after, item) = try before.adding(line, below: number)
        #expect(item.kind == kind, "\(block)")
        #expect(item.words == "new line")
        #expect(
          after.items.map(\.words).filter { $0 != "new line" } == before.items.map(\.words))
        let rest = after.text.split(separator: "\n").filter { !$0.hasSuffix("new line") }
        #expect(rest == text.split(separator: "\n"))
      }
    }
  }

  private let blocks = [
    "> quote", "```\ncode\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "1. one\n2. two",
    "- a\n  - b\n\n    words", "<div>\nhtml\n</div>", "[^1]: a footnote",
    "[x]: https://example.org", "Setext\n------", "* * *", "<!-- comment\n- [ ] in it\n-->",
    "    indented code", "$$\nx\n$$",
  ]

  @Test("5,000 lines get one more, and no other byte")
  func large() throws {
    let text = (1...1_250).map { "## Heading \($0)\n\n- [ ] @ben task \($0)\n\n" }.joined()
    let written = try minutes(text).with(.action, "one more", below: "Heading 600")
    #expect(written.actions.count == 1_251)
    #expect(
      written.text
        == text.split(separator: "- [ ] @ben task 600\n").joined(
          separator: "- [ ] @ben task 600\n- [ ] one more\n"))
  }
}
