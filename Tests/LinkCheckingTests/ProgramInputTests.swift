import Programs
import Testing

@Suite("What a program reads")
struct ProgramInputTests {
  @Test(
    "it gets every byte, whether a pipe holds them or not",
    arguments: [0, 1, 1 << 16, 1 << 16 + 1, 3_000_000])
  func wholeInput(count: Int) async throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try await Program("cat").run([], input: bytes).output == bytes)
  }

  @Test("one that reads nothing ends as it would", arguments: [3, 3_000_000])
  func unreadInput(count: Int) async throws {
    let ending = try await Program("true").run([], input: Array(repeating: 65, count: count))
    #expect(ending == ProgramEnding(status: 0, output: [], errors: ""))
  }
}
