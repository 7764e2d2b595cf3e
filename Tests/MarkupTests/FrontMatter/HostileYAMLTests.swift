import Diagnostics
import Foundation
import Markup
import Testing

@Suite("Hostile front matter is refused with its reason")
struct HostileYAMLTests {
  /// The first problem of each line that has any, without its hints.
  private func summaries(_ read: Diagnosed<FieldMap?>) -> [String] {
    read.diagnostics.map { "\($0.summary) [\($0.id.rawValue)]" }
  }

  private static let bomb =
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + zip("bcdefghi", "abcdefgh").map { next, last in
      "\(next): &\(next) [" + Array(repeating: "*\(last)", count: 9).joined(separator: ", ") + "]"
    }.joined(separator: "\n")

  @Test("nine anchors of nine aliases are text with an error each, and nothing is expanded")
  func bomb() {
    let read = matter(Self.bomb)
    #expect(read.value?.fields.count == 9)
    #expect(
      Set(summaries(read)) == [
        "a value that begins with '&' must be in quotes [needs-quotes]"
      ])
  }

  @Test("an alias as a field's name is text")
  func aliasKey() {
    let read = matter("a: &a [1]\n*a : b\n? *a\n: {*a : c}")
    #expect(
      summaries(read) == [
        "a value that begins with '&' must be in quotes [needs-quotes]",
        "a field's name begins with a letter, not with '*' [unknown-field]",
        "each line of the front matter is a field: a name, a colon, a space and a value "
          + "[stray-text]",
        "a field needs a name before its colon [stray-text]",
      ])
  }

  @Test(
    "deep nesting is refused at its ninth level",
    arguments: [
      "a: " + String(repeating: "[", count: 990) + String(repeating: "]", count: 990),
      "a: " + String(repeating: "[", count: 5000),
      "a: " + String(repeating: "{a: ", count: 990),
      "a:\n  " + String(repeating: "- ", count: 990) + "x",
      (0..<100).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    ])
  func deep(_ lines: String) {
    let read = matter(lines)
    #expect(read.value == nil)
    #expect(
      summaries(read).contains(
        "lists and fields may stand in one another 8 deep, no deeper [front-matter-too-deep]"))
  }

  @Test("eight levels are read")
  func deepEnough() {
    let read = matter("a: {b: {c: {d: {e: {f: {g: {h: i}}}}}}}")
    #expect(told(read.diagnostics).isEmpty)
    #expect(read.value?.inShort == "a={b={c={d={e={f={g={h=i}}}}}}}")
  }

  @Test("front matter over 16 KiB is refused before anything reads it")
  func large() {
    let read = matter("a: " + String(repeating: "x", count: 1_000_000))
    #expect(read.value == nil)
    #expect(
      summaries(read) == ["the front matter may hold 16 KiB; it holds 977 [front-matter-too-large]"]
    )
    #expect(
      read.diagnostics.first?.hints == ["move long text into the body, below the closing ---"])
    #expect(matter("a: " + String(repeating: "x", count: 16_000)).diagnostics.isEmpty)
  }

  @Test("a whole file may be larger")
  func largeFile() {
    let text = "a: " + String(repeating: "x", count: 300 * 1024)
    let read = FieldMap.read(wholeFile: SourceText(path: "content/tags.yml", text), roles: .unknown)
    #expect(summaries(read) == ["this file may hold 256 KiB; it holds 301 [file-too-large]"])
    let smaller = SourceText(path: "content/tags.yml", String(text.prefix(200 * 1024)))
    #expect(FieldMap.read(wholeFile: smaller, roles: .unknown).diagnostics.isEmpty)
  }

  @Test(
    "characters that cannot be seen are refused by name",
    arguments: [
      (0, "U+0000"), (8, "U+0008"), (0x7F, "U+007F"), (0x85, "U+0085"), (0x2028, "U+2028"),
      (0xFEFF, "U+FEFF"), (0xFDD0, "U+FDD0"), (0xFFFF, "U+FFFF"), (0x1FFFE, "U+1FFFE"),
    ] as [(UInt32, String)])
  func invisible(_ code: UInt32, _ name: String) throws {
    let character = try #require(Unicode.Scalar(code))
    let read = matter("title: a\(character)b")
    #expect(read.value == nil)
    #expect(
      summaries(read) == [
        "the front matter holds a character that cannot be seen (\(name)) [control-character]"
      ])
    #expect(read.diagnostics.first?.location?.column == 9)
  }

  @Test("bytes that are not UTF-8 are answered with what to do")
  func notUTF8() {
    let bytes = Array("---\ntitle: caf".utf8) + [0xE9] + Array("\n---\n".utf8)
    let read = fields(SourceText(path: "content/posts/a.md", bytes: bytes))
    #expect(
      told(read.diagnostics) == """
        error: a file must be saved as UTF-8; the character here is not [not-utf8]
          2: ⟦\u{FFFD}⟧
          note: It was probably saved by a program that uses an older set, such as Windows-1252.
          help: save the file again with the encoding UTF-8, then check its accents and quotes
        """)
  }

  @Test("a flood of problems ends the reading of the block")
  func flood() {
    let read = matter(String(repeating: "words\n", count: 2000))
    #expect(read.value == nil)
    #expect(read.diagnostics.count == 50)
  }

  @Test(
    "a large file of one repeated trap is read in a time that grows with its size",
    arguments: [
      "- ", "[", "\"", "'", "- \"\n", "a: [\n", "a: #b ", "[#a ", "\n", " \n", "a: b\n ", "&a ",
      "*a, ", "? ", "!!a ", "a: {", "- - - -\n", "''", "\"\\\n", "a: |\n", "[[a]], ",
    ])
  func repeated(_ trap: String) {
    let text = String(repeating: trap, count: 250_000 / trap.utf8.count)
    let file = FieldMap.read(wholeFile: SourceText(path: "content/tags.yml", text), roles: .unknown)
    #expect(file.diagnostics.count <= 51)
    let value = FieldMap.read(
      wholeFile: SourceText(path: "content/tags.yml", "a: " + text), roles: .unknown)
    #expect(value.diagnostics.count <= 51)
  }

  @Test("all of it holds on a thread with a stack of 1 MB")
  func smallStack() async {
    let inputs = [
      Self.bomb, "a: " + String(repeating: "[", count: 990), "a: &a [1]\n*a : b",
      "a:\n  " + String(repeating: "- ", count: 990) + "x",
      "a: {b: {c: {d: {e: {f: {g: {h: i}}}}}}}",
    ]
    let problems = await withCheckedContinuation { done in
      let thread = Thread {
        done.resume(returning: inputs.map { matter($0).diagnostics.count })
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
    #expect(problems == [9, 1, 2, 1, 0])
  }
}
