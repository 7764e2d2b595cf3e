import Build
import Community
import Diagnostics
import TestSupport
import Testing

@Suite("Messages about actions and decisions")
struct RegisterMessageTests {
  private func report(_ notes: String, _ others: [String: String] = [:]) async throws -> String {
    try await handbook(circle(notes, others)).report
  }

  @Test("a due date in words warns with the day that is meant after the meeting")
  func dates() async throws {
    let notes = """
      - [ ] @ada send the rubric, due 1 March
      - [ ] @ada send the grid by Friday
      - [ ] @ada send the list, due by Thursday
      - [ ] @ada send the plan, due 5 Jan.
      - [ ] @ada send the key, due 3/4/2026
      - [ ] @ada send the map, due 2026-02-30
      - [x] @ada send the pens, done March 2nd, 2026
      - [x] @ada send the cups, due 1 March
      - [ ] ~~@ada send the cups, due 1 March~~

      """
    #expect(
      try await report(notes) == """
        content/meetings/2026-02-12-circle.md:3:29: warning: the day on which it is due is written as 2026-03-01, not '1 March' [action-date]
          3 | - [ ] @ada send the rubric, due 1 March
            |                             ^^^^^^^^^^^
            help: write due 2026-03-01
        content/meetings/2026-02-12-circle.md:4:26: warning: the day on which it is due is written as 2026-03-01, not 'Friday' [action-date]
          4 | - [ ] @ada send the grid by Friday
            |                          ^^^^^^^^^
            help: write due 2026-02-13
        content/meetings/2026-02-12-circle.md:5:27: warning: the day on which it is due is written as 2026-03-01, not 'Thursday' [action-date]
          5 | - [ ] @ada send the list, due by Thursday
            |                           ^^^^^^^^^^^^^^^
            help: write due 2026-02-19
        content/meetings/2026-02-12-circle.md:6:27: warning: the day on which it is due is written as 2026-03-01, not '5 Jan' [action-date]
          6 | - [ ] @ada send the plan, due 5 Jan.
            |                           ^^^^^^^^^
            help: write due 2027-01-05
        content/meetings/2026-02-12-circle.md:7:26: warning: the day on which it is due is written as 2026-03-01, not '3/4/2026' [action-date]
          7 | - [ ] @ada send the key, due 3/4/2026
            |                          ^^^^^^^^^^^^
            help: write due 2026-04-03 or due 2026-03-04
        content/meetings/2026-02-12-circle.md:8:26: warning: the day on which it is due is written as 2026-03-01, not '2026-02-30' [action-date]
          8 | - [ ] @ada send the map, due 2026-02-30
            |                          ^^^^^^^^^^^^^^
            help: write due 2026-03-01, with the day that is meant
        content/meetings/2026-02-12-circle.md:9:27: warning: the day on which it was done is written as 2026-02-20, not 'March 2nd, 2026' [action-date]
          9 | - [x] @ada send the pens, done March 2nd, 2026
            |                           ^^^^^^^^^^^^^^^^^^^^
            help: write done 2026-03-02
        7 warnings

        """)
  }

  @Test("dates are read in the languages of the theme", arguments: notesInLanguages)
  func languages(_ language: String, _ notes: String, _ fixes: [String]) async throws {
    let notes = "---\nlang: \(language)\n---\n# Velun\n\n\(notes)"
    let site = try await handbook(circle(notes))
    #expect(site.diagnostics.compactMap { $0.fix?.replacement } == fixes)
    #expect(site.handbook?.registers.decisions.count == 1)
  }

  @Test("check --fix writes the day where only one can be meant")
  func fixes() async throws {
    let notes = """
      - [ ] @ada send the rubric, due 1 March
      - [ ] @ada send the grid by Friday
      - [ ] @ada send the list, due by Thursday
      - [ ] @ada send the key, due 3/4/2026

      """
    let site = try await handbook(circle(notes))
    let fixes = site.diagnostics.map { $0.fix?.replacement }
    #expect(fixes == ["due 2026-03-01", "due 2026-02-13", nil, nil])
    let source = try #require(site.files.source("content/meetings/2026-02-12-circle.md"))
    let fixed = source.fixed(by: site.diagnostics.compactMap(\.fix))
    #expect(
      String(decoding: fixed.bytes, as: UTF8.self) == """
        # 12 February

        - [ ] @ada send the rubric, due 2026-03-01
        - [ ] @ada send the grid due 2026-02-13
        - [ ] @ada send the list, due by Thursday
        - [ ] @ada send the key, due 3/4/2026

        """)
  }

  @Test("an open action without an owner warns, one whose owner nobody knows is told once")
  func owners() async throws {
    let notes = """
      - [ ] Send the rubric
      - [x] Book the room
      - [ ] ~~Bring tea~~
      - [ ] @adda-okafor reads

      """
    #expect(
      try await report(notes) == """
        content/meetings/2026-02-12-circle.md:3: warning: an open action needs somebody who does it [action-without-owner]
          3 | - [ ] Send the rubric
            | ^^^^^^^^^^^^^^^^^^^^^
            help: begin it with the one who will: - [ ] @name …
        content/meetings/2026-02-12-circle.md:6:7: warning: no member is called '@adda-okafor' [unknown-mention]
          6 | - [ ] @adda-okafor reads
            |       ^^^^^^^^^^^^
            help: did you mean 'ada-okafor' (Ada Okafor)?
            help: or write \\@ where no member is meant
        2 warnings

        """)
  }

  @Test("an action that others continue needs no owner any more")
  func takenOn() async throws {
    let notes = "- [ ] @ada sends it, continues [[2026-01-15-circle#action-1]]\n"
    let earlier = ["meetings/2026-01-15-circle.md": "- [ ] Send the rubric\n"]
    #expect(try await report(notes, earlier) == "")
  }

  @Test("an unknown goal of an action is an error with its place and the nearest")
  func goals() async throws {
    #expect(
      try await report("- [ ] @ada send the rubric goal:retreival.\n") == """
        content/meetings/2026-02-12-circle.md:3:33: error: no goal has the id 'retreival' [unknown-goal]
          3 | - [ ] @ada send the rubric goal:retreival.
            |                                 ^^^^^^^^^
            help: did you mean 'retrieval' (Retrieval)?
        1 error

        """)
  }

  @Test("what continues something that is no action warns, and names the actions that there are")
  func notAnAction() async throws {
    let notes = """
      - [ ] @ada sends it, continues [[2026-01-15-circle]]
      - [ ] @ada prints it, continues [[rubric]]
      - [ ] @ada reads it, continues [[2026-01-15-circle#action-9]]

      """
    let earlier = ["meetings/2026-01-15-circle.md": "- [ ] @ben a\n- [ ] @ben b\n"]
    #expect(
      try await report(notes, earlier) == """
        content/meetings/2026-02-12-circle.md:3:32: warning: what an action continues is an earlier action [not-an-action]
          3 | - [ ] @ada sends it, continues [[2026-01-15-circle]]
            |                                ^^^^^^^^^^^^^^^^^^^^^
            help: write the action that is meant: [[2026-01-15-circle#action-1]] to [[2026-01-15-circle#action-2]]
        content/meetings/2026-02-12-circle.md:4:33: warning: what an action continues is an earlier action [not-an-action]
          4 | - [ ] @ada prints it, continues [[rubric]]
            |                                 ^^^^^^^^^^
            help: link to the action by its number: [[2026-01-15-circle#action-2]]
        content/meetings/2026-02-12-circle.md:5:32: error: 'meetings/2026-01-15-circle' has no action '#action-9' [unknown-anchor]
          5 | - [ ] @ada reads it, continues [[2026-01-15-circle#action-9]]
            |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: it has #action-1, #action-2
        1 error, 2 warnings

        """)
  }

  @Test("two that continue one warn; the later of them is followed")
  func continuedTwice() async throws {
    let notes = """
      - [x] @ada sends it, continues [[2026-01-15-circle#action-1]]
      - [ ] @ben sends it, continues [[2026-01-15-circle#action-1]]

      """
    let earlier = ["meetings/2026-01-15-circle.md": "- [ ] @ben a\n"]
    let site = try await handbook(circle(notes, earlier))
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:4:32: warning: '2026-01-15-circle#action-1' is continued by '2026-02-12-circle#action-1' already [continued-twice]
          4 | - [ ] @ben sends it, continues [[2026-01-15-circle#action-1]]
            |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            note: The register follows this one, the later of the two.
            help: continue '2026-02-12-circle#action-1' instead, or write this one as an action of its own
        1 warning

        """)
    #expect(site.handbook?.registers.actions.map(\.state) == [.open, .done, .open])
  }

  @Test("actions in a ring are an error")
  func actionRing() async throws {
    let notes = "- [ ] @ada sends it, continues [[2026-01-15-circle#action-1]]\n"
    let earlier = [
      "meetings/2026-01-15-circle.md": "- [ ] @ben a, continues [[2026-02-12-circle#action-1]]\n"
    ]
    #expect(
      try await report(notes, earlier) == """
        content/meetings/2026-02-12-circle.md:3:32: error: an action cannot continue itself, or what continues it [action-ring]
          3 | - [ ] @ada sends it, continues [[2026-01-15-circle#action-1]]
            |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: link to an action of an earlier meeting
        1 error

        """)
  }

  @Test("what supersedes something that is no decision warns")
  func notADecision() async throws {
    let notes = """
      Decision: Tea first, supersedes [[2026-01-15-circle]].

      Decision: No tea, reverses [the rubric](../resources/rubric.md).

      """
    let earlier = ["meetings/2026-01-15-circle.md": "# January\n\nDecision 3: No tea.\n"]
    #expect(
      try await report(notes, earlier) == """
        content/meetings/2026-02-12-circle.md:3:33: warning: what a decision supersedes is another decision [not-a-decision]
          3 | Decision: Tea first, supersedes [[2026-01-15-circle]].
            |                                 ^^^^^^^^^^^^^^^^^^^^^
            help: write the number of the decision: [[2026-01-15-circle#decision-3]]
        content/meetings/2026-02-12-circle.md:5:41: warning: what a decision reverses is another decision [not-a-decision]
          5 | Decision: No tea, reverses [the rubric](../resources/rubric.md).
            |                                         ^^^^^^^^^^^^^^^^^^^^^^
            help: link to the decision by its number: [[2026-01-15-circle#decision-1]]
        2 warnings

        """)
  }

  @Test("decisions in a ring are an error")
  func decisionRing() async throws {
    let notes = """
      Decision: Tea, supersedes [[#decision-2]].

      Decision: No tea, reverses [[#decision-1]].

      """
    #expect(
      try await report(notes) == """
        content/meetings/2026-02-12-circle.md:5:28: error: a decision cannot take the place of itself, or of one that takes its own place [decision-ring]
          5 | Decision: No tea, reverses [[#decision-1]].
            |                            ^^^^^^^^^^^^^^^
            help: link to a decision of an earlier meeting
        1 error

        """)
  }

  @Test("a number that two decisions have is an error with a free one")
  func numbers() async throws {
    let notes = """
      Decision 4: Tea first.

      Decision: Then biscuits.

      Decision 5: No cake.

      Decision 99999999999999999999: Much tea.

      """
    #expect(
      try await report(notes) == """
        content/meetings/2026-02-12-circle.md:7: error: the number 5 is taken by the decision of line 5 [decision-number-taken]
          7 | Decision 5: No cake.
            | ^^^^^^^^^^^^^^^^^^^^
            note: Others cite a decision by its number, so two cannot share one.
            help: give it a number of its own, such as Decision 7:
        1 error

        """)
  }
}

/// Notes of 12 February 2026 with three dates in words and one decision, and what is to be written.
private let notesInLanguages: [(String, String, [String])] = [
  (
    "es",
    """
    - [ ] @ada enviar la rúbrica, para el 1 de marzo de 2026
    - [ ] @ben leer, antes del 3 de marzo
    - [x] @cleo llamar, hecho el 2 de marzo de 2026

    ## Acuerdos

    - Té primero

    """, ["para el 2026-03-01", "para el 2026-03-03", "hecho el 2026-03-02"]
  ),
  (
    "fr",
    """
    - [ ] @ada envoyer la grille, pour le 1er mars 2026
    - [ ] @ben lire d’ici le 3 mars
    - [x] @cleo téléphoner, fait le 2 mars 2026

    Décision : le thé d’abord

    """, ["pour le 2026-03-01", "pour le 2026-03-03", "fait le 2026-03-02"]
  ),
  (
    "de",
    """
    - [ ] @ada den Bogen schicken, fällig am 1. März 2026
    - [ ] @ben lesen bis zum 3. März
    - [x] @cleo anrufen, erledigt am 2. März 2026

    Beschluss: zuerst Tee

    """, ["fällig am 2026-03-01", "fällig 2026-03-03", "erledigt am 2026-03-02"]
  ),
  (
    "cy",
    """
    - [ ] @ada anfon y daflen erbyn 1 Mawrth 2026
    - [ ] @ben darllen cyn dydd Gwener
    - [x] @cleo ffonio, wedi’i wneud 2 Mawrth 2026

    Penderfynwyd: te yn gyntaf

    """, ["erbyn 2026-03-01", "erbyn 2026-02-13", "wedi’i wneud 2026-03-02"]
  ),
  (
    "ar",
    """
    - [ ] @ada إرسال الورقة، الموعد 1 مارس 2026
    - [ ] @ben القراءة قبل يوم الجمعة
    - [x] @cleo الاتصال، تم في 2 مارس 2026

    قررنا: الشاي أولًا

    """, ["الموعد 2026-03-01", "الموعد 2026-02-13", "تم في 2026-03-02"]
  ),
]
