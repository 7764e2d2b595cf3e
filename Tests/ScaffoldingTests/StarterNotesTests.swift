import Build
import Community
import Dates
import Markup
import TestSupport
import Testing

@testable import Scaffolding

@Suite("The words that a new meeting begins with are words by which notes are read")
struct StarterNotesTests {
  private func settings(_ language: StarterLanguage) -> String {
    """
    name: The Circle
    language: \(language.rawValue)
    timezone: Europe/London
    source: private
    series:
      - id: circle
        title: The circle
        rhythm: first thursday

    """
  }

  /// What a hint shows as a line, as somebody would write it.
  private func line(_ hint: String) -> String {
    let start = hint.firstRange(of: "- ")?.lowerBound ?? hint.startIndex
    return hint[start...].split(separator: "@name").joined(separator: "@ada-okafor")
  }

  @Test("a decision and an action as the hints show them", arguments: StarterLanguage.allCases)
  func hints(language: StarterLanguage) async throws {
    let words = language.words
    let agenda = Agenda.usual(in: language).text
    var notes = ""
    for written in agenda.split(separator: "\n", omittingEmptySubsequences: false) {
      switch written {
      case "<!-- \(words(.decisionsHint)) -->": notes += line(words(.decisionsHint)) + "\n"
      case "<!-- \(words(.actionsHint)) -->": notes += line(words(.actionsHint)) + "\n"
      default: notes += written + "\n"
      }
    }
    let meeting = "---\ntitle: A\ndate: 2026-02-05\nseries: circle\n---\n\n\(notes)"
    let inspection = try await handbook([
      "handbook.yml": settings(language), "members/ada-okafor.md": ada,
      "meetings/2026-02-05-circle.md": meeting,
    ])
    #expect(inspection.report == "")
    let content = try #require(inspection.source?.content)
    let action = try #require(content.minutes.latestActions.first)
    #expect(content.minutes.latestActions.count == 1)
    #expect(action.due == CalendarDate("2026-03-01"))
    #expect(action.owners.map { content.library[$0].id.name } == ["ada-okafor"])
    #expect(inspection.pages["decisions.html"]?.contains("id=\"decision-1\"") != nil)
    let page = try #require(inspection.pages["meetings/2026-02-05-circle.html"])
    #expect(page.contains("\"#decision-1\"") && !page.contains("\"#decision-2\""))
  }

  @Test(
    "what a meeting carries over goes on with the earlier action, and is carried over once",
    arguments: StarterLanguage.allCases)
  func carriedOver(language: StarterLanguage) async throws {
    let words = language.words
    var files = [
      "handbook.yml": settings(language), "members/ada-okafor.md": ada,
      "meetings/2026-02-05-circle.md": """
      ---
      title: A
      date: 2026-02-05
      series: circle
      ---

      ## \(words(.actions))

      - [ ] @ada-okafor: XYZ, \(words(.due)) 2026-05-01

      """,
    ]
    let today = try #require(CalendarDate("2026-03-01"))
    for day in ["2026-03-05", "2026-04-02"] {
      let content = try #require(try await handbook(files).source?.content)
      let next = try NextMeeting(of: "circle", in: content, today: today)
      #expect(try next.day().description == day)
      var start = next.start(on: try next.day(), id: next.id(on: try next.day()), title: nil)
      start.explains = .nothing
      #expect(Agenda.isUntouched(start.body))
      #expect(start.body.split(separator: "\n").count { $0 == "## \(words(.carriedOver))" } == 1)
      files[start.path] = start.text
    }
    let inspection = try await handbook(files)
    #expect(inspection.report == "")
    let actions = try #require(inspection.source?.content.minutes.latestActions)
    #expect(actions.count == 1)
    #expect(actions.first?.due?.description == "2026-05-01")
    let last = files["content/meetings/2026-04-02-circle.md"] ?? ""
    #expect(last.contains("\(words(.continues)) [[2026-03-05-circle#action-1]]"))
  }

  @Test("in German, as it is read")
  func german() {
    var agenda = Agenda(after: [], in: .german)
    agenda.carriedOver = ["@ada verschickt den Zettel"]
    #expect(
      agenda.text == """
        Worum es bei diesem Treffen geht, in einem Satz.

        ## Noch offen

        - [ ] @ada verschickt den Zettel

        ## Was wir ausprobiert haben

        ## Beschlüsse

        <!-- Einer pro Zeile: - Bis Ostern verwenden wir den kurzen Zettel. -->

        ## Aufgaben

        <!-- Eine pro Zeile: - [ ] @name verschickt den Zettel, fällig 2026-03-01 -->

        """)
  }

  @Test("the agenda of a last meeting is its own, in whatever language it was carried over")
  func otherLanguage() {
    let agenda = Agenda(after: ["Carried over", "Noch offen", "Unsere Runde"], in: .french)
    #expect(agenda.headings == ["Unsere Runde"])
    #expect(Agenda(after: ["Carried over"], in: .french).headings.count == 3)
  }

  @Test("notes into which somebody has written are not taken for an agenda")
  func touched() {
    for language in StarterLanguage.allCases {
      let text = Agenda.usual(in: language).text
      #expect(Agenda.isUntouched(text))
      #expect(!Agenda.isUntouched(text + "Wir.\n"))
      #expect(!Agenda.isUntouched(text + "- [ ] Wir\n"))
    }
    #expect(Agenda.isUntouched(""))
  }
}
