import Testing

@testable import Diagnostics

@Suite("Mending a text")
struct MendTests {
  private func mended(_ text: String, _ mends: [Mend]) -> (text: String, count: Int) {
    let result = SourceText(path: "a.md", text).mended(by: mends)
    return (String(decoding: result.bytes, as: UTF8.self), result.count)
  }

  @Test("a change replaces just its columns, counted in scalars")
  func columns() {
    let result = mended(
      "é: @adá\r\nx", [Mend(SourceSpan(line: 1, column: 4, length: 4), with: "ada")])
    #expect(result.text == "é: ada\r\nx")
    #expect(result.count == 1)
  }

  @Test("several changes in one file are made together")
  func several() {
    let result = mended(
      "a b\nc d",
      [
        Mend(SourceSpan(line: 1, column: 1, length: 1), with: "AAA"),
        Mend(SourceSpan(line: 2, column: 3, length: 1), with: "D"),
        Mend(SourceSpan(line: 1, column: 3, length: 1), with: ""),
      ])
    #expect(result.text == "AAA \nc D")
    #expect(result.count == 3)
  }

  @Test("of two changes that overlap the earlier one is made")
  func overlap() {
    let result = mended(
      "abcdef",
      [
        Mend(SourceSpan(line: 1, column: 3, length: 3), with: "X"),
        Mend(SourceSpan(line: 1, column: 2, length: 2), with: "Y"),
      ])
    #expect(result.text == "aYdef")
    #expect(result.count == 1)
  }

  @Test("a place that the file no longer has is left alone")
  func gone() {
    let result = mended("ab", [Mend(SourceSpan(line: 3, column: 1, length: 1), with: "X")])
    #expect(result.text == "ab")
    #expect(result.count == 0)
  }
}
