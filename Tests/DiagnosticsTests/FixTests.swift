import Testing

@testable import Diagnostics

@Suite("Fixing a text")
struct FixTests {
  private func fixed(_ text: String, _ fixes: [Fix]) -> (text: String, count: Int) {
    let result = SourceText(path: "a.md", text).fixed(by: fixes)
    return (String(decoding: result.bytes, as: UTF8.self), result.count)
  }

  @Test("a change replaces just its columns, counted in scalars")
  func columns() {
    let result = fixed(
      "é: @adá\r\nx", [Fix(SourceSpan(line: 1, column: 4, length: 4), with: "ada")])
    #expect(result.text == "é: ada\r\nx")
    #expect(result.count == 1)
  }

  @Test("several changes in one file are made together")
  func several() {
    let result = fixed(
      "a b\nc d",
      [
        Fix(SourceSpan(line: 1, column: 1, length: 1), with: "AAA"),
        Fix(SourceSpan(line: 2, column: 3, length: 1), with: "D"),
        Fix(SourceSpan(line: 1, column: 3, length: 1), with: ""),
      ])
    #expect(result.text == "AAA \nc D")
    #expect(result.count == 3)
  }

  @Test("of two changes that overlap the earlier one is made")
  func overlap() {
    let result = fixed(
      "abcdef",
      [
        Fix(SourceSpan(line: 1, column: 3, length: 3), with: "X"),
        Fix(SourceSpan(line: 1, column: 2, length: 2), with: "Y"),
      ])
    #expect(result.text == "aYdef")
    #expect(result.count == 1)
  }

  @Test("a place that the file no longer has is left alone")
  func gone() {
    let result = fixed("ab", [Fix(SourceSpan(line: 3, column: 1, length: 1), with: "X")])
    #expect(result.text == "ab")
    #expect(result.count == 0)
  }
}
