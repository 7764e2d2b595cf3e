import Testing

@testable import Desk

@Suite("Ticking an action")
struct MinutesTickingTests {
  @Test(
    "a tick changes the box and nothing else",
    arguments: [
      ("- [ ] @ben tea\n", "- [x] @ben tea\n"), ("- [] @ben tea\n", "- [x] @ben tea\n"),
      ("* ☐ @ben tea\n", "* ☑ @ben tea\n"),
      ("1. [ ] tea\r\n2. more\r\n", "1. [x] tea\r\n2. more\r\n"),
      ("> - [ ] quoted", "> - [x] quoted"), ("- a\n  - [ ] nested\n", "- a\n  - [x] nested\n"),
      ("## Actions\n\n- @ben books the hall\n", "## Actions\n\n- [x] @ben books the hall\n"),
      ("- ACTION @ben: ring\n", "- [x] ACTION @ben: ring\n"),
      ("Action: @ben rings.\n\nMore.\n", "- [x] Action: @ben rings.\n\nMore.\n"),
    ])
  func tick(before: String, after: String) throws {
    let text = try minutes(before).ticking(1, true)
    #expect(text.text == after)
    #expect(text.items.filter(\.isDone).count == 1)
  }

  @Test(
    "an action is opened again",
    arguments: [
      ("- [x] tea\n", "- [ ] tea\n"), ("- [X] tea\n", "- [ ] tea\n"), ("- ☑ tea\n", "- ☐ tea\n"),
      ("- [x ] tea\n", "- [ ] tea\n"), ("- ✅ tea\n", "- ☐ tea\n"),
    ])
  func untick(before: String, after: String) throws {
    #expect(try minutes(before).ticking(1, false).text == after)
  }

  @Test("the box is found by the number of the action, not by its words")
  func sameWords() throws {
    let text = "```\n- [ ] tea\n```\n\n- [ ] tea\n- [ ] tea\n"
    let ticked = try minutes(text).ticking(2, true).text
    #expect(ticked == "```\n- [ ] tea\n```\n\n- [ ] tea\n- [x] tea\n")
  }

  @Test("what cannot be ticked says why, and stays as it was")
  func refusals() {
    #expect(throws: MinutesRefusal.noSuchAction) { try minutes("- tea\n").ticking(1, true) }
    #expect(throws: MinutesRefusal.isDropped) { try minutes("- [ ] ~~tea~~\n").ticking(1, true) }
    #expect(throws: MinutesRefusal.saysDone) {
      try minutes("- [x] tea, done 2026-12-01\n").ticking(1, false)
    }
  }

  @Test("a tick twice is a tick once")
  func twice() throws {
    let once = try minutes("- [ ] tea\n").ticking(1, true)
    #expect(try once.ticking(1, true).text == once.text)
  }
}
