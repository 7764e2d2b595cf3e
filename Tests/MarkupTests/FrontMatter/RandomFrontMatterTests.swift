import Diagnostics
import Markup
import Testing

@Suite("Front matter put together at random")
struct RandomFrontMatterTests {
  /// The same numbers on every machine: a linear congruential generator (Knuth, MMIX).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 31)
    }
  }

  private static let pieces = [
    "a: b", "c: ", "- ", "- x", "\n", "\n", "\n  ", "\n    ", "\n ", "\"", "'", "[", "]", "{", "}",
    ", ", ": ", " #", "#x", "|", ">", "\n  d", "e", "f g", "\r\n", "\t", "&x", "*x", "!t", "\\",
    "@", "%", "`", "é", "?", "? ", "---", "...", "<<: ", "|-", ">2", "\n- ", "\n  - ", "k: v",
    "\n\n", "title: ", "tags: [a, b]", "~", "- - ", "[[", "]]", "🎉", "\r",
  ]

  @Test("it is read or refused with an error, every problem in its place", arguments: 0..<8)
  func random(_ seed: UInt64) {
    var numbers = Numbers(state: seed)
    for _ in 0..<400 {
      let count = Int.random(in: 1...16, using: &numbers)
      let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &numbers) }.joined()
      let source = SourceText(path: "a.md", "---\ntitle: x\n\(text)\n---\n")
      let read = fields(source)
      #expect(read.value != nil || read.diagnostics.contains { $0.severity == .error }, "\(text)")
      for diagnostic in read.diagnostics {
        let line = diagnostic.location?.line ?? 0
        #expect((1...source.lineStarts.count).contains(line), "\(text)")
        #expect((diagnostic.location?.length ?? 0) > 0, "\(text)")
      }
    }
  }
}
