import Build
import Community
import Diagnostics
import TestSupport
import Testing

@Suite("Registers of strange notes")
struct RegisterLimitsTests {
  @Test("thousands of actions are all read")
  func many() async throws {
    let site = try await handbook(circle(String(repeating: "- [ ] @ada x\n", count: 9000)))
    #expect(site.handbook?.registers.latestActions.count == 9000)
    #expect(site.report == "")
  }

  @Test("a chain of thousands has one latest action, which all others stand as")
  func chain() async throws {
    let links = (1..<3000).map { "- [ ] @ada x, continues [[#action-\($0)]]\n" }.joined()
    let site = try await handbook(circle("- [ ] @ada x\n" + links + "\n"))
    let registers = try #require(site.handbook?.registers)
    #expect(registers.latestActions.map(\.number) == [3000])
    #expect(Set(registers.actions.map(\.last)) == [2999])
  }

  @Test("a ring of thousands is one error")
  func ring() async throws {
    let links = (1...3000).map { "- [ ] @ada x, continues [[#action-\($0 % 3000 + 1)]]\n" }.joined()
    let site = try await handbook(circle(links))
    #expect(site.diagnostics.map(\.id) == ["action-ring"])
  }

  @Test("one action of thousands of names, goals and dates is read to its end")
  func wide() async throws {
    for word in [
      "@ada ", "goal:retrieval ", "due 2026-03-01 ", "~~x~~ ", "by 1 March ", "[[rubric]] ",
    ] {
      let count = word.hasPrefix("[") ? 4000 : 9000
      let site = try await handbook(circle("- [ ] @ada " + String(repeating: word, count: count)))
      #expect(site.files.paths.count == 8, "\(word)")
    }
  }

  @Test("actions are numbered from the top, whatever stands around them", arguments: 0..<20)
  func numbering(seed: Int) async throws {
    var random = SplitMix(state: UInt64(seed) &+ 77)
    var notes = ""
    for _ in 0..<60 { notes += fragments[Int(random.next() % UInt64(fragments.count))] }
    let site = try await handbook(circle("A\n\n" + notes))
    guard let registers = site.handbook?.registers else { return }
    let page = site.pages["meetings/2026-02-12-circle.html"] ?? ""
    #expect(registers.actions.map(\.number) == Array(1..<(registers.actions.count + 1)))
    for action in registers.actions { #expect(page.contains(" id=\"action-\(action.number)\"")) }
    for decision in registers.decisions {
      #expect(page.contains(" id=\"decision-\(decision.number)\""))
    }
    let more = try await handbook(circle("Words above.\n\nA\n\n" + notes))
    #expect(more.handbook?.actionLines == site.handbook?.actionLines)
    #expect(more.handbook?.decisionLines == site.handbook?.decisionLines)
  }
}

private let fragments = [
  "- [ ] @ada send the rubric, due 2026-03-01\n", "- [x] ~~@ada~~ @ben, done 2026-02-20\n",
  "- [ ] ~~all of it~~\n", "  - [ ] nested goal:retrieval @cleo\n", "\n", "Words.\n\n",
  "## Decisions\n\n", "- We agree.\n", "## Other\n\n", "Decision: tea, supersedes [[rubric]]\n\n",
  "- [ ] continues [[rubric]]\n", "> - [ ] quoted\n\n", "```\n- [ ] code\n```\n", "1. [ ] one\n",
  "- [ ] **@ada**: [a](../resources/rubric.md) *b* `c` due\n", "- None.\n", "- [ ] \n",
  "- [ ] due 2026-03-01\n", "- [ ] @ada\n", "- [ ] by @ben by Friday, by\n",
  "- [ ] goal: x due: y\n",
]

/// Steele, Lea and Flood's generator: the same numbers everywhere.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
