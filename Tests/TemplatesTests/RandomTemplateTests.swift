import Diagnostics
import Templates
import Testing

@Suite("templates of random pieces")
struct RandomTemplateTests {
  private let pieces = [
    "{{", "}}", "{{{", "}}}", "{{#name}}", "{{/name}}", "{{^name}}", "{{#posts}}", "{{/posts}}",
    "{{<a}}", "{{/a}}", "{{$x}}", "{{/x}}", "{{>a}}", "{{>b}}", "{{>*kind}}", "{{name}}", "{{.}}",
    "{{! c }}", "{{=| |=}}", "|name|", "|={{ }}=|", "{{=", "=}}", "\n", "\r\n", "  ", "\t", "text",
    "é", "{{extra.a}}", "{{{biography}}}", "{{words.x}}", "{{a..b}}", "{{>*}}", "{{/", "\n    ",
  ]

  @Test("any template is compiled or refused, rendered or not, without a crash", arguments: 1...40)
  func random(seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<50 {
      let texts = ["page", "a", "b", "post"].map { name in (name, text(&generator)) }
      let set = templates(Dictionary(uniqueKeysWithValues: texts))
      let view = PersonView(posts: [LinkView(title: "t")], extra: .map(["a": .text("b")]))
      var output: [UInt8] = []
      let compiled = set.compile("page", for: PersonView.self, words: ["x": "X"])
      compiled.value?.render(view, into: &output)
      #expect((compiled.value == nil) == !compiled.diagnostics.isEmpty)
      #expect(compiled.diagnostics.allSatisfy { problem in problem.location != nil })
      set.compileLenient("page").value?.render(.map(["name": .text("n")]), into: &output)
      #expect(String(validating: output, as: UTF8.self) != nil)
    }
  }

  private func text(_ generator: inout Generator) -> String {
    let count = Int.random(in: 0...12, using: &generator)
    return (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
  }
}

/// The same numbers for the same seed (SplitMix64).
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
