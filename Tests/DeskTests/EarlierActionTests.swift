import Build
import Community
import Dates
import Files
import Scaffolding
import TestSupport
import Testing

@testable import Desk

@Suite("What earlier meetings left open is offered, to be ticked or carried over")
struct EarlierActionTests {
  private let notes = """
    ---
    title: Circle
    date: 2026-12-03
    series: circle
    ---

    ## Carried over

    - [ ] @ada-okafor sends the slip, continues [[2026-11-05-circle#action-1]]

    ## Talk

    ## Actions

    """

  private func content(_ notes: String) async throws -> (SettledContent, Entry) {
    let folder = try SiteOnDisk([
      "handbook.yml": privateSettings + "series:\n  - id: circle\n    title: Circle\n",
      "members/ada-okafor.md": ada,
      "meetings/2026-10-01-walk.md":
        "---\ntitle: A walk\ndate: 2026-10-01\n---\n\n- [ ] bring boots, due 2026-12-24\n",
      "meetings/2026-11-05-circle.md": """
      ---
      title: November
      date: 2026-11-05
      series: circle
      ---

      ## Actions

      - [ ] @ada-okafor sends the slip
      - [ ] @ada-okafor asks [[2026-10-01-walk|there]] for *the* room
      - [x] rings the school
      - [ ] ~~sings~~

      """,
      "meetings/2026-12-03-circle.md": notes,
      "meetings/2027-01-07-circle.md":
        "---\ntitle: Later\ndate: 2027-01-07\nseries: circle\n---\n\n- [ ] later\n",
    ])
    let sources = try #require(try await SourceSite.read(try LocalFileTree(folder.path)))
    let entry = sources.library.entries.first { $0.id.name == "2026-12-03-circle" }
    return (sources.content, try #require(entry))
  }

  private func offered(_ notes: String, besides text: String? = nil) async throws -> [String] {
    let (content, meeting) = try await content(notes)
    return content.earlierActions(than: meeting, besides: text ?? notes).map(\.name)
  }

  @Test("those of the series come first; what is done, dropped, later or carried over is left out")
  func offers() async throws {
    #expect(
      try await offered(notes) == ["2026-11-05-circle#action-2", "2026-10-01-walk#action-1"])
  }

  @Test("what is typed and not saved yet is not offered again")
  func typed() async throws {
    let typed = notes + "- [ ] x, continues [[meetings/2026-10-01-walk#action-1|it]]\n"
    #expect(try await offered(notes, besides: typed) == ["2026-11-05-circle#action-2"])
  }

  @Test("carried over, it is a line below its heading that goes on with the action")
  func carried() async throws {
    let (content, meeting) = try await content(notes)
    let action = try #require(content.earlierActions(than: meeting, besides: notes).first)
    let (text, item) = try minutes(notes).carrying(action, isDone: false, below: 0)
    #expect(item.isCarriedOver && !item.isDone)
    #expect(
      text.text
        == notes.replacing(
          "#action-1]]\n",
          with: "#action-1]]\n- [ ] @ada-okafor asks there for the room, "
            + "continues [[2026-11-05-circle#action-2]]\n"))
    #expect(try await offered(text.text) == ["2026-10-01-walk#action-1"])
  }

  @Test("ticked, it is done in these notes, and the earlier meeting's file stays as it is")
  func ticked() async throws {
    let (content, meeting) = try await content(notes)
    let action = try #require(content.earlierActions(than: meeting, besides: notes).last)
    let bare = notes.replacing("## Carried over", with: "## Welcome")
    let (text, item) = try minutes(bare).carrying(action, isDone: true, below: 0)
    #expect(item.isCarriedOver && item.isDone)
    #expect(
      text.text == bare
        + "\n- [x] bring boots, due 2026-12-24, continues [[2026-10-01-walk#action-1]]\n")
    #expect(try await offered(text.text) == ["2026-11-05-circle#action-2"])
  }

  @Test("notes that cannot be read are not touched")
  func refused() async throws {
    let (content, meeting) = try await content(notes)
    let action = try #require(content.earlierActions(than: meeting, besides: notes).first)
    #expect(throws: MinutesRefusal.noPlace) {
      try minutes("```\ncode without an end\n").carrying(action, isDone: false, below: 0)
    }
    #expect(throws: MinutesRefusal.noSuchHeading) {
      try minutes("Words.\n").carrying(action, isDone: false, below: 7)
    }
  }
}
