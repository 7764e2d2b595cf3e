import Diagnostics
import Markup
import Testing

@Suite("Decisions in minutes")
struct DecisionTests {
  /// The decisions of some minutes, as `number: text`.
  private func decisions(_ markdown: String) -> [String] {
    let body = Body.parse(
      SourceText(path: "content/meetings/a.md", markdown), from: 0, dialect: .minutes(.english),
      titleFromHeading: false
    ).value
    return body.decisions.map { "\($0.number): \(body.prose.string($0.text))" }
  }

  @Test("the items of a section headed Decisions are decisions, its tasks and its None are not")
  func section() {
    let markdown = """
      ## Talk
      - not this
      ## Decisions
      - We meet on Mondays.
      - [ ] @ada send the note
      * **Twice** a term
        - a detail

        and more words
      ### Later
      1. Tea first
      ## Actions
      - nor this
      """
    #expect(decisions(markdown) == ["1: We meet on Mondays.", "2: Twice a term", "3: Tea first"])
    #expect(decisions("## Decisions\n\n- None.\n- none this time") == [])
  }

  @Test(
    "a paragraph or an item that begins with a word for it is a decision",
    arguments: [
      ("Decision: tea", "1: tea"), ("**DECISION** – tea", "1: tea"), ("Agreed: tea", "1: tea"),
      ("- *resolved* — tea", "1: tea"), ("Decision 4: tea", "4: tea"), ("Decided - tea", "1: tea"),
    ])
  func openings(_ markdown: String, _ expected: String) {
    #expect(decisions(markdown) == [expected])
  }

  @Test(
    "words that only look like it are none",
    arguments: [
      "Decision time came.", "We agreed: tea", "> Decision: a quotation",
      "Agreeds: tea", "Decision",
    ])
  func noOpenings(_ markdown: String) {
    #expect(decisions(markdown) == [])
  }

  @Test("a number that is written goes on from there")
  func numbers() {
    #expect(
      decisions("Decision 4: a\n\nDecision: b\n\nDecision 9: c\n\nAgreed: d")
        == ["4: a", "5: b", "9: c", "10: d"])
  }

  @Test("other entries have no decisions, and their pages no places for them")
  func elsewhere() {
    let body = Body.parse(
      SourceText(path: "content/posts/a.md", "## Decisions\n- a"), from: 0, dialect: .handbook,
      titleFromHeading: false
    ).value
    #expect(body.decisions.isEmpty)
    #expect(!body.pieces.contains(.html(0..<0)))
  }
}
