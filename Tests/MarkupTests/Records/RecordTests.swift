import Diagnostics
import Markup
import Records
import TestSupport
import Testing

@Suite("Records of what was parsed")
struct RecordTests {
  @Test("a random document comes back as it was parsed", arguments: UInt64(0)..<300)
  func randomDocument(_ seed: UInt64) throws {
    var grammar = GrammarGenerator(seed: seed)
    let text = grammar.document()
    for dialect in [Dialect.handbook, .commonMark, .minutes(.english)] {
      try expectSame(
        parsed("---\ntitle: A\nextra: {b: [1, 'two', ~], c: {d: e}}\n---\n\(text)", dialect))
    }
  }

  @Test("everything that a body can hold comes back as it was parsed")
  func everything() throws {
    let file = parsed(
      """
      # Title with @ada

      ## Heading [[page|label]] ~~struck~~

      - [ ] @ada sends [the rubric](../resources/rubric.md#use "its title")
      - [x] done

      Decision 4: we **agreed** on [[goal]].

      ![alt](plan.svg "shown") <b id="own">raw</b> https://example.org [^1]

      | a | b |
      |---|---|
      | c | `d` |

      > [!NOTE]
      > Note

      [^1]: A note with [link](#heading).
      """, .minutes(.english))
    #expect(!file.body.tasks.isEmpty && !file.body.decisions.isEmpty && !file.body.images.isEmpty)
    #expect(!file.body.struck.isEmpty && !file.body.anchors.isEmpty && file.body.title != nil)
    #expect(!file.body.mentions.isEmpty && !file.body.prose.holes.isEmpty)
    try expectSame(file)
  }

  @Test("a message comes back as it was")
  func message() throws {
    let place = SourceLocation(path: "content/a.md", line: 3, column: 2, length: 4, excerpt: "é x")
    let messages = [
      Diagnostic(
        .warning, "idle", at: place, "summary", because: "reason", hints: ["one", "two"],
        fix: Fix(SourceSpan(line: 3, column: 2, length: 4), with: "new")),
      Diagnostic(.error, "whole", at: nil, "summary"),
    ]
    for message in messages {
      var record = RecordWriter()
      message.encode(to: &record)
      var reader = RecordReader(record.bytes)
      #expect(try Diagnostic(from: &reader) == message)
      #expect(reader.isAtEnd)
    }
  }

  @Test("numbers of any size come back")
  func numbers() throws {
    let numbers = [0, 1, 127, 128, 16_383, 16_384, .max, -1, .min]
    var record = RecordWriter()
    for number in numbers { record.write(number) }
    var reader = RecordReader(record.bytes)
    for number in numbers { #expect(try reader.number() == number) }
  }

  @Test("a record cut short is told to be damaged, wherever it is cut")
  func cutShort() throws {
    let whole = record(of: parsed("---\ntitle: A\n---\n## B\n\n[c](d.md) @e\n", .handbook))
    for length in whole.indices {
      var reader = RecordReader(Array(whole[..<length]))
      #expect(throws: DamagedRecord.self) { try ParsedFile(from: &reader) }
    }
  }

  @Test("a record with any bit turned is read without harm: as something else, or as damaged")
  func turnedBits() throws {
    let whole = record(of: parsed("---\ntitle: A\n---\n## B\n\n[c](d.md) @e ~~f~~\n", .handbook))
    for position in whole.indices {
      for bit in 0..<8 {
        var turned = whole
        turned[position] ^= 1 << UInt8(bit)
        var reader = RecordReader(turned)
        _ = try? ParsedFile(from: &reader)
      }
    }
  }

  private func parsed(_ text: String, _ dialect: Dialect) -> ParsedFile {
    let source = SourceText(path: "content/posts/a.md", text)
    let extent = FrontMatter.split(source).value
    let body = Body.parse(
      source, from: extent.bodyStart, dialect: dialect, titleFromHeading: true)
    return ParsedFile(
      source: source.bytes,
      fields: FrontMatter.fields(of: source, extent, roles: .unknown).value ?? FieldMap(),
      body: body.value, dialect: dialect.record)
  }

  private func record(of file: ParsedFile) -> [UInt8] {
    var record = RecordWriter()
    file.encode(to: &record)
    return record.bytes
  }

  private func expectSame(_ file: ParsedFile) throws {
    var reader = RecordReader(record(of: file))
    #expect(try ParsedFile(from: &reader) == file)
    #expect(reader.isAtEnd)
  }
}
