import Build
import Community
import Markup
import TestSupport
import Testing

@Suite("Actions in notes")
struct ActionTests {
  /// What the register holds of some notes of 12 February 2026, a line an action.
  private func actions(_ notes: String, _ others: [String: String] = [:]) async throws -> [String] {
    let site = try await handbook(circle(notes, others))
    return site.handbook?.actionLines ?? [site.report]
  }

  @Test("the leading mentions own an action, else all of them do")
  func owners() async throws {
    let notes = """
      - [ ] @ada-okafor send the rubric
      - [ ] @ada and @ben: book the room
      - [ ] @ada-okafor, @ben – bring tea to @cleo
      - [ ] Send the rubric to @ben and @cleo
      - [ ] **@ada-okafor** reads

      """
    #expect(
      try await actions(notes) == [
        "2026-02-12-circle#action-1 open [Ada Okafor]: send the rubric",
        "2026-02-12-circle#action-2 open [Ada Okafor, Ben Hall]: book the room",
        "2026-02-12-circle#action-3 open [Ada Okafor, Ben Hall]: bring tea to Cleo Marsh",
        "2026-02-12-circle#action-4 open [Ben Hall, Cleo Marsh]: "
          + "Send the rubric to Ben Hall and Cleo Marsh",
        "2026-02-12-circle#action-5 open [Ada Okafor]: reads",
      ])
  }

  @Test("a struck mention before another has changed hands; wholly struck is dropped")
  func struck() async throws {
    let notes = """
      - [ ] ~~@ada~~ @ben send the rubric
      - [ ] ~~@ada send the rubric~~
      - [ ] @ada ~~send the rubric~~
      - [x] ~~@ada send~~ ~~the rubric~~
      - [ ] @ada send ~~the rubric~~ the grid
      - [ ] @ada send it, ~~due 2026-03-01~~ due 2026-04-01

      """
    #expect(
      try await actions(notes) == [
        "2026-02-12-circle#action-1 open [Ben Hall]: send the rubric",
        "2026-02-12-circle#action-2 dropped [Ada Okafor]: send the rubric",
        "2026-02-12-circle#action-3 dropped [Ada Okafor]: send the rubric",
        "2026-02-12-circle#action-4 dropped [Ada Okafor]: send the rubric",
        "2026-02-12-circle#action-5 open [Ada Okafor]: send the rubric the grid",
        "2026-02-12-circle#action-6 open [Ada Okafor] due 2026-04-01: send it",
      ])
  }

  @Test("due, done and goal are read wherever they stand, and left out of the words at their end")
  func fields() async throws {
    let notes = """
      - [ ] @ada send the rubric, due 2026-03-01 goal:retrieval
      - [x] @ada send the rubric (done 2026-02-20).
      - [x] @ben book the room
      - [ ] @ada Due: 2026-03-01 – send the [[rubric]]
      - [ ] @ada by 2026-03-01 ask
        @cleo, GOAL:retrieval
      - [ ] @ada pay what is due to the hall by post

      """
    #expect(
      try await actions(notes) == [
        "2026-02-12-circle#action-1 open [Ada Okafor] due 2026-03-01 goals [retrieval]: "
          + "send the rubric",
        "2026-02-12-circle#action-2 done on 2026-02-20 [Ada Okafor]: send the rubric",
        "2026-02-12-circle#action-3 done [Ben Hall]: book the room",
        "2026-02-12-circle#action-4 open [Ada Okafor] due 2026-03-01: "
          + "Due: 2026-03-01 – send the The rubric",
        "2026-02-12-circle#action-5 open [Ada Okafor] due 2026-03-01 goals [retrieval]: "
          + "by 2026-03-01 ask Cleo Marsh",
        "2026-02-12-circle#action-6 open [Ada Okafor]: pay what is due to the hall by post",
      ])
  }

  @Test("an action that continues another gives it its state, and only the latest is listed")
  func continued() async throws {
    let earlier = """
      - [ ] @ada send the rubric, due 2026-02-01 goal:retrieval
      - [ ] @ben book the room

      """
    let later = """
      - [x] Continues [[2026-01-15-circle#action-1]] (done 2026-02-10)
      - [ ] @cleo book a hall, continues [that one](2026-01-15-circle.md#action-2)

      """
    let site = try await handbook(circle(later, ["meetings/2026-01-15-circle.md": earlier]))
    let registers = try #require(site.handbook?.registers)
    #expect(
      site.handbook?.actionLines == [
        "2026-01-15-circle#action-1 done on 2026-02-10 [Ada Okafor] due 2026-02-01 "
          + "goals [retrieval]: send the rubric",
        "2026-01-15-circle#action-2 open [Ben Hall]: book the room",
        "2026-02-12-circle#action-1 done on 2026-02-10 [Ada Okafor] due 2026-02-01 "
          + "goals [retrieval]: Continues 15 January",
        "2026-02-12-circle#action-2 open [Cleo Marsh]: book a hall",
      ])
    #expect(registers.latestActions.map(\.position) == [2, 3])
    #expect(registers.actions.map(\.earlier) == [nil, nil, 0, 1])
    #expect(registers.actions.map(\.later) == [2, 3, nil, nil])
    #expect(registers.actions.map(\.stateInNotes) == [.open, .open, .done, .open])
    #expect(site.report == "")
  }

  @Test("who is not to be named owns as a member; hidden notes have no actions at all")
  func withheld() async throws {
    let secret = """
      ---
      audience: members
      ---
      # 15 January

      - [ ] @ada send the rubric

      """
    let notes = """
      - [ ] @m-07 reads
      - [x] @ada sends it, continues [[2026-01-15-circle#action-1]]

      """
    let files = circle(notes, ["meetings/2026-01-15-circle.md": secret])
    let site = try await handbook(files)
    let registers = try #require(site.handbook?.registers)
    #expect(
      site.handbook?.actionLines == [
        "2026-02-12-circle#action-1 open [a member]: reads",
        "2026-02-12-circle#action-2 done [Ada Okafor]: sends it",
      ])
    #expect(registers.actions.map(\.namedOwners.count) == [0, 1])
    #expect(registers.actions.map(\.earlier) == [nil, nil])
  }

  @Test("words are those of the note's language, of the site's, and English")
  func languages() async throws {
    let files = [
      "templates/strings/cy.yml": """
      note_due: erbyn
      note_done: wedi ei wneud
      note_continues: yn parhau â
      note_decision_headings: Penderfyniadau
      month_3: Mawrth
      list_and: "{first} a {last}"

      """,
      "meetings/2026-01-15-circle.md": "---\nlang: cy\n---\n# Ionawr\n\n- [ ] @ben dod â the\n",
    ]
    let notes = """
      ---
      lang: cy
      ---
      # Chwefror

      - [ ] @ada a @cleo: anfon y rubric erbyn 2026-03-01
      - [x] @ben dod â the, yn parhau â [[2026-01-15-circle#action-1]], wedi ei wneud 2026-02-01
      - [ ] @ben darllen, due 2026-03-02
      - [ ] @ada ysgrifennu erbyn 3 Mawrth

      ## Penderfyniadau

      - Te yn gyntaf

      """
    let site = try await handbook(circle(notes, files))
    #expect(
      site.handbook?.actionLines == [
        "2026-01-15-circle#action-1 done on 2026-02-01 [Ben Hall]: dod â the",
        "2026-02-12-circle#action-1 open [Ada Okafor, Cleo Marsh] due 2026-03-01: anfon y rubric",
        "2026-02-12-circle#action-2 done on 2026-02-01 [Ben Hall]: dod â the",
        "2026-02-12-circle#action-3 open [Ben Hall] due 2026-03-02: darllen",
        "2026-02-12-circle#action-4 open [Ada Okafor]: ysgrifennu erbyn 3 Mawrth",
      ])
    #expect(site.handbook?.decisionLines == ["2026-02-12-circle#decision-1: Te yn gyntaf"])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:9:23: warning: the day on which it is due is written as 2026-03-01, not '3 Mawrth' [action-date]
          9 | - [ ] @ada ysgrifennu erbyn 3 Mawrth
            |                       ^^^^^^^^^^^^^^
            help: write erbyn 2026-03-03
        1 warning

        """)
  }
}

@Suite("Decisions in the log")
struct DecisionLogTests {
  @Test("supersedes and reverses lead both ways, and a decision knows whether it holds")
  func overruled() async throws {
    let earlier = "# 15 January\n\nDecision: Tea first.\n\nDecision 4: No cake.\n"
    let notes = """
      ## Decisions

      - Coffee first, supersedes [[2026-01-15-circle#decision-1]].
      - Cake (reverses [that](2026-01-15-circle.md#decision-4)).
      - It supersedes [[#decision-2]], as *agreed*.

      """
    let site = try await handbook(circle(notes, ["meetings/2026-01-15-circle.md": earlier]))
    let decisions = try #require(site.handbook?.registers.decisions)
    #expect(
      site.handbook?.decisionLines == [
        "2026-01-15-circle#decision-1: Tea first.", "2026-01-15-circle#decision-4: No cake.",
        "2026-02-12-circle#decision-1: Coffee first", "2026-02-12-circle#decision-2: Cake",
        "2026-02-12-circle#decision-3: It supersedes #decision-2, as agreed.",
      ])
    #expect(decisions.map(\.supersedes) == [[], [], [0], [], [3]])
    #expect(decisions.map(\.reverses) == [[], [], [], [1], []])
    #expect(decisions.map(\.supersededBy) == [[2], [], [], [4], []])
    #expect(decisions.map(\.reversedBy) == [[], [3], [], [], []])
    #expect(decisions.map(\.isInForce) == [false, false, true, false, true])
  }

  @Test("a decision serves the goals that it names, else the only one of its meeting")
  func goals() async throws {
    let notes = """
      ---
      goals: retrieval
      ---
      # 12 February

      Agreed: tea.

      Agreed: [[quiet]] first.

      - [ ] @ada reads
      - [ ] @ada reads [[quiet]]

      """
    let quiet = "---\nstatus: active\nmeasure: lessons\n---\n# Quiet\n"
    let site = try await handbook(circle(notes, ["goals/quiet.md": quiet]))
    #expect(
      site.handbook?.decisionLines == [
        "2026-02-12-circle#decision-1 goals [retrieval]: tea.",
        "2026-02-12-circle#decision-2 goals [quiet]: Quiet first.",
      ])
    #expect(
      site.handbook?.actionLines == [
        "2026-02-12-circle#action-1 open [Ada Okafor]: reads",
        "2026-02-12-circle#action-2 open [Ada Okafor] goals [quiet]: reads Quiet",
      ])
  }

  @Test("an item that says None and why is no decision, one that says none of us is")
  func none() async throws {
    let notes = """
      ## Decisions

      - None. We tried, and it was late, and everybody wanted to go home to their tea by then.
      - None of us marks on a Sunday, whatever the calendar of the school may say about that.

      """
    let site = try await handbook(circle(notes))
    #expect(
      site.handbook?.decisionLines == [
        "2026-02-12-circle#decision-1: None of us marks on a Sunday, whatever the calendar of the "
          + "school may say about that."
      ])
  }
}

/// A site with three members, a goal, a rubric, and notes of a meeting on 12 February 2026.
func circle(_ notes: String, _ others: [String: String] = [:]) -> [String: String] {
  func member(_ name: String) -> String {
    "---\nname: \(name)\nconsent: {name: yes, profile: yes, given: 2025-09-01}\n---\n"
  }
  let hasTitle = notes.hasPrefix("---")
  let files = [
    "members/ada-okafor.md": member("Ada Okafor"), "members/ben.md": member("Ben Hall"),
    "members/cleo.md": member("Cleo Marsh"), "members/m-07.md": "---\n---\n",
    "goals/retrieval.md": "---\nstatus: active\nmeasure: lessons\n---\n# Retrieval\n",
    "resources/rubric.md":
      "---\nkind: template\nlicence: cc-by-4.0\n---\n# The rubric\n\nUse it.\n",
    "meetings/2026-02-12-circle.md": hasTitle ? notes : "# 12 February\n\n" + notes,
  ]
  return files.merging(
    others.mapValues { text in
      text.hasPrefix("- ") ? "# 15 January\n\n" + text : text
    }
  ) { _, other in other }
}

extension Handbook {
  /// The register, a line an action: where, state, owners, dates, goals, words.
  var actionLines: [String] {
    registers.actions.map { action in
      let meeting = entry(action.meeting)
      let names = action.owners.map { withheldWords(in: "en").name(of: $0) }
      let goals = action.goals.compactMap { entry($0)?.id.name }
      return "\(meeting?.id.name ?? "")#action-\(action.number) \(action.state)"
        + (action.state == .done ? action.doneOn.map { " on \($0)" } ?? "" : "")
        + " [\(names.joined(separator: ", "))]" + (action.due.map { " due \($0)" } ?? "")
        + (goals.isEmpty ? "" : " goals [\(goals.joined(separator: ", "))]")
        + ": \(meeting.map { text(action.text, of: $0, notedIn: ShownTexts()) } ?? "")"
    }
  }

  /// The log, a line a decision.
  var decisionLines: [String] {
    registers.decisions.map { decision in
      let meeting = entry(decision.meeting)
      let goals = decision.goals.compactMap { entry($0)?.id.name }
      return "\(meeting?.id.name ?? "")#decision-\(decision.number)"
        + (goals.isEmpty ? "" : " goals [\(goals.joined(separator: ", "))]")
        + ": \(meeting.map { text(decision.text, of: $0, notedIn: ShownTexts()) } ?? "")"
    }
  }
}
