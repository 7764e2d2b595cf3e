import TestSupport
import Testing
import Text

@Suite("JSON of a stranger is read whole or not at all")
struct JSONReadingTests {
  private func read(_ text: String) throws(JSONRefusal) -> JSON {
    try JSON.read(Array(text.utf8), atMost: 1_000)
  }

  @Test(
    "values",
    arguments: [
      ("null", .null), (" true ", .flag(true)), ("-0", .number(0)), ("12", .number(12)),
      ("-0.5e1", .decimal(-5)), ("\"a\\n\\u00e9\\ud83d\\ude00\\/\"", .text("a\né😀/")),
      ("[]", .list([])), ("[1, [2]]", .list([.number(1), .list([.number(2)])])),
      ("{\"a\": {}}", .object([JSON.Member(name: "a", value: .object([JSON.Member]()))])),
    ] as [(String, JSON)])
  func values(text: String, value: JSON) throws {
    #expect(try read(text) == value)
  }

  @Test(
    "what RFC 8259 does not allow is refused",
    arguments: [
      "", "01", "-", "1.", "1e", ".5", "+1", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "\"a", "\"\n\"",
      "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\u12\"", "nul", "1 2",
      "[1 2]", "{\"a\"}", "{\"a\":1,\"a\":2}", "1e999", "[[[[[[[[[[1]]]]]]]]]]", "\u{FEFF}1",
    ])
  func refused(text: String) {
    #expect(throws: JSONRefusal.self) { try read(text) }
  }

  @Test("what is no UTF-8, or too long, is refused")
  func bytes() {
    #expect(throws: JSONRefusal.noText) { try JSON.read([0x22, 0xFF, 0x22], atMost: 10) }
    #expect(throws: JSONRefusal.tooLong) { try JSON.read(Array("[1,2]".utf8), atMost: 4) }
  }

  @Test("deep and long input comes to an end", arguments: ["[", "{\"a\":", "\"\\u", "1", "[1,"])
  func large(piece: String) {
    let bytes = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
    #expect(throws: JSONRefusal.self) { try JSON.read(bytes, atMost: 256 * 1024) }
  }

  @Test("what the writer writes, the reader reads", arguments: 0..<300)
  func both(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let value = made(3, &random)
    #expect(try JSON.read(value.bytes, atMost: 1 << 20) == value)
  }

  @Test("changed bytes are read or refused, and nothing else", arguments: 0..<300)
  func changed(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var bytes = made(4, &random).bytes
    for _ in 0..<4 {
      guard let index = bytes.indices.randomElement(using: &random) else { return }
      bytes[index] = UInt8.random(in: 0...255, using: &random)
    }
    _ = try? JSON.read(bytes, atMost: 1 << 20)
  }

  private func made(_ depth: Int, _ random: inout SplitMix) -> JSON {
    switch Int.random(in: depth > 0 ? 0...6 : 2...6, using: &random) {
    case 0: return .list((0..<3).map { _ in made(depth - 1, &random) })
    case 1:
      return .object(
        (0..<3).map { JSON.Member(name: "n\($0)", value: made(depth - 1, &random)) })
    case 2: return .null
    case 3: return .flag(Bool.random(using: &random))
    case 4: return .number(Int.random(in: -1_000...1_000, using: &random))
    case 5: return .decimal(0.5 + Double(Int.random(in: -9...9, using: &random)))
    default: return .text("a\"\\\n<é😀#\u{202E}\u{1}")
    }
  }
}
