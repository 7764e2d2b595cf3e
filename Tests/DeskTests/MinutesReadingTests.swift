import Testing

@testable import Desk

@Suite("What stands in a meeting's notes")
struct MinutesReadingTests {
  private let text = """
    We met in the garden room.

    ## Carried over

    - [ ] @ada-okafor sends the slip, due 2026-12-10, continues [[2026-11-05-circle#action-1]]
    - [x] @ben prints the cards

    ## Room

    Cold, but [[object-cards]] helped.

    ## Decisions

    - We meet in the hall.
      - Ben disagreed.

    ## Room

    """

  @Test("headings are listed in order, and those of one name are told apart")
  func headings() {
    let sections = minutes(text).sections
    #expect(sections.map(\.title) == ["", "Carried over", "Room", "Decisions", "Room"])
    #expect(sections.map(\.number) == [0, 1, 2, 3, 4])
    #expect(sections.map { $0.gathers.map(\.rawValue) } == [[], [], [], ["decision"], []])
  }

  @Test("tasks, decisions and notes are listed as the reader gathers them")
  func items() {
    #expect(
      minutes(text).told == [
        "note: We met in the garden room.",
        "action: sends the slip (Ada Okafor) by 2026-12-10",
        "done action: prints the cards (Ben Ojo)",
        "note: Cold, but Object cards helped.", "decision: We meet in the hall.",
        "note: Ben disagreed.",
      ])
    #expect(minutes(text).items.map(\.isCarriedOver) == [false, true, false, false, false, false])
  }

  @Test("a box in code or in a comment is no task, one in a quote or a nested list is")
  func boxes() {
    let text = """
      ```
      - [ ] in code
      ```

          - [ ] indented

      <!-- - [ ] hidden -->

      > - [ ] quoted

      - a list
        - [ ] nested
      """
    let actions = minutes(text).items.filter { $0.kind == .action }
    #expect(actions.map(\.words) == ["quoted", "nested"])
  }

  @Test("a heading in a list or a quote is no part of the agenda")
  func headingsWithin() {
    let text = "## One\n\n- item\n\n  ## In a list\n\n> ## In a quote\n\nTwo\n---\n\nwords\n"
    #expect(minutes(text).sections.map(\.title) == ["", "One", "Two"])
  }

  @Test("a text without headings, and an empty one, have one section")
  func bare() {
    #expect(minutes("").sections.count == 1)
    #expect(minutes("Words.\n").sections.map(\.lines) == [1..<3])
  }

  @Test("a name of no member stays in the words")
  func unknown() {
    #expect(minutes("- [ ] @zed rings").told == ["action: @zed rings"])
  }
}
