import Community
import Files
import Markup
import TestSupport
import Testing

@testable import Importing

@Suite("Imports are linear and bounded")
struct ImportLimitTests {
  // MARK: Ids

  @Test("equal names are numbered, and each id is tried once or twice")
  func numbering() {
    var ids = IDNumbering(taken: ["ada", "ada-3"])
    #expect((0..<3).map { _ in ids.take("ada") } == ["ada-2", "ada-4", "ada-5"])
    #expect(ids.take("ben") == "ben")
    #expect(ids.take("ada-2") == "ada-2-2")
    ids.reserve("cleo")
    #expect(ids.take("cleo") == "cleo-2")
    let before = ids.tries
    for _ in 0..<10_000 { _ = ids.take("al-bo") }
    #expect(ids.tries - before < 20_010)
  }

  @Test("names that lead to each other's ids do not make the search longer")
  func interleavedNumbering() {
    var ids = IDNumbering()
    for number in 2..<2_000 { ids.reserve("a-\(number)") }
    for _ in 0..<2_000 { _ = ids.take("a") }
    for _ in 0..<2_000 { _ = ids.take("a-2") }
    #expect(ids.tries < 12_000)
  }

  @Test("20,000 equal rows become 20,000 members")
  func equalRows() throws {
    let csv = "Name,School\n" + String(repeating: "Al Bo,b\n", count: 20_000)
    let plan = try TableImport(
      Array(csv.utf8), named: "a.csv", as: .members, own: [:], existing: []
    ).plan
    #expect(plan.files.count == 20_000)
    #expect(plan.files.first?.path.description == "content/members/m-01.md")
    #expect(plan.files.last?.path.description == "content/members/m-20000.md")
  }

  @Test("20,000 equal events become 20,000 meetings")
  func equalEvents() throws {
    let event = "BEGIN:VEVENT\nSUMMARY:Circle\nDTSTART:20260115T160000\nEND:VEVENT\n"
    let calendar = "BEGIN:VCALENDAR\n" + String(repeating: event, count: 20_000)
    let plan = try CalendarImport(Array(calendar.utf8), named: "a.ics", existing: []).plan
    #expect(plan.files.count == 20_000)
    #expect(plan.files.last?.path.description == "content/meetings/2026-01-15-circle-20000.md")
  }

  @Test("2,000 pages of one name, each with an author of its own, become as many entries")
  func equalPages() throws {
    var tree = MemoryFileTree()
    for number in 0..<2_000 {
      let page = "---\ntitle: Trip\nslug: trip\nauthor: Author \(number)\n---\nText\n"
      try tree.set(Array(page.utf8), at: RelativePath("content/posts/p\(number).md"))
    }
    let plan = try SiteImport.plan(tree, .hugo, nil, existing: [])
    #expect(plan.files.count == 4_000)
    #expect(plan.text("content/posts/trip-2000.md") != nil)
  }

  // MARK: Depth

  @Test(
    "front matter that is nested too deep is left out, in each of its languages",
    arguments: [
      "+++\n" + Array(repeating: "a", count: 4_000).joined(separator: ".") + " = 1\n+++\n",
      "+++\n[" + Array(repeating: "a", count: 4_000).joined(separator: " . ") + "]\nb = 1\n+++\n",
      "+++\na = " + String(repeating: "[", count: 4_000) + String(repeating: "]", count: 4_000)
        + "\n+++\n",
      "+++\na = " + String(repeating: "{b=", count: 2_000) + "1"
        + String(repeating: "}", count: 2_000)
        + "\n+++\n",
      "+++\n" + (1...20).map { "[" + String(repeating: "a.", count: $0) + "a]\n" }.joined()
        + "+++\n",
    ])
  func deepTOML(page: String) throws {
    #expect(
      reason(page) == "its front matter is nested more than 8 deep, the most that is read")
  }

  @Test(
    "YAML and JSON that is nested too deep is left out or cut, and never ends the process",
    arguments: [
      "{\"a\":" + String(repeating: "{\"a\":", count: 2_500) + "1"
        + String(repeating: "}", count: 2_501)
        + "\n",
      "{\"a\":" + String(repeating: "[", count: 7_000) + String(repeating: "]", count: 7_000)
        + "}\n",
      "---\na: " + String(repeating: "[", count: 7_000) + String(repeating: "]", count: 7_000)
        + "\n---\n",
      "---\n" + (0..<170).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + "---\n",
    ])
  func deepYAML(page: String) throws {
    let (matter, _) = try ForeignMatter.split(page)
    do {
      let (fields, notes) = try matter.read("a.md")
      #expect(!notes.isEmpty)
      #expect(fields.fields.count == 1)
    } catch {
      #expect(error.reason.hasPrefix("its front matter cannot be read: "))
    }
  }

  @Test(
    "what Hugo's sites have is not too deep",
    arguments: [
      "title = \"a.b.c.d.e.f.g.h.i.j\"\n", "date = 2026-01-15T16:00:00.5Z\n",
      "# a.b.c.d.e.f.g.h.i.j.k.l [[[[[[[[[[[[\n",
      "v = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5]\n",
      "text = \"\"\"\n[[[[[[[[[[ \\\"\"\" a.b.c.d.e.f.g.h.i.j\"\"\"\n",
      "text = '''\n[[[[[[[[[[ \\''' \nv = 1\n", "path = 'C:\\a\\'\nv = [[1], [2]]\n",
      "[params.author.social]\nlinks = [{ name = \"a\", at = { x.y = 1 } }]\n",
      "[[menu.main]]\nname = \"a\"\n[[menu.main]]\nname = \"b\"\n",
    ])
  func plainTOML(text: String) throws {
    #expect(TOMLDepth(of: text).deepest <= 8, "\(text)")
  }

  // MARK: Size

  @Test(
    "front matter of more than 16 KiB is left out, in each of its languages",
    arguments: [
      ("---\n", "a: ", "\n---\n"), ("+++\n", "a = \"", "\"\n+++\n"), ("{", "\"a\": \"", "\"}\n"),
    ])
  func longFrontMatter(open: String, field: String, close: String) throws {
    #expect(reason(open + field + String(repeating: "x", count: 16_300) + close) == nil)
    #expect(
      reason(open + field + String(repeating: "x", count: 16_400) + close)
        == "its front matter is longer than 16 KiB, the most that is read")
  }

  @Test("a row, an event or a page that no entry could hold is left out and told")
  func largeThings() throws {
    let long = String(repeating: "word ", count: 4_000)
    let table = try TableImport(
      Array("Name,About\nAda,\(long)\nBen,short\n\(long.replacing(" ", with: "-")),\n".utf8),
      named: "a.csv", as: .members, own: [:], existing: [])
    #expect(table.plan.files.map(\.path.description) == ["content/members/ben.md"])
    #expect(
      table.plan.leftOutReport.hasPrefix(
        "a.csv, row 2: the row is longer than 16 KiB, the most that is read\na.csv, row 4: "))
    let calendar = """
      BEGIN:VEVENT
      SUMMARY:Circle
      DTSTART:20260115T160000
      DESCRIPTION:\(String(repeating: long, count: 20))
      END:VEVENT

      """
    let meetings = try CalendarImport(Array(calendar.utf8), named: "a.ics", existing: []).plan
    #expect(
      meetings.leftOutReport
        == "the event 'Circle' of 2026-01-15: the entry is longer than 256 KiB, the most that is read"
    )
    var tree = MemoryFileTree()
    try tree.set(
      Array(String(repeating: long, count: 20).utf8), at: RelativePath("content/posts/a.md"))
    let site = try SiteImport.plan(tree, .hugo, nil, existing: [])
    #expect(site.files.isEmpty)
    #expect(site.leftOutReport.contains("content/posts/a.md"))
    #expect(site.leftOutReport.contains("is larger than 262,144 bytes, the most that is read"))
  }

  @Test("an id that can be no file's name is told, not dropped")
  func longName() throws {
    let name = String(repeating: "a", count: 300)
    let plan = try TableImport(
      Array("Name\n\(name)\n".utf8), named: "a.csv", as: .members, own: [:], existing: []
    ).plan
    #expect(plan.files.isEmpty)
    #expect(plan.leftOutReport.hasPrefix("a.csv, row 2: '"))
    #expect(
      plan.leftOutReport.hasSuffix("' gives an id that can be no file's name: add a column 'id'"))
  }

  @Test("too many rows, columns or events are refused at once")
  func tooMany() throws {
    #expect(
      message { () throws(UnreadableInput) in
        _ = try TableImport(
          Array(("Name\n" + String(repeating: "A\n", count: 50_001)).utf8), named: "a.csv",
          as: .members, own: [:], existing: [])
      } == "'a.csv' has more than 50,000 rows, the most that is read at once: save it in parts")
    #expect(
      message { () throws(UnreadableInput) in
        _ = try TableImport(
          Array((0...200).map { "c\($0)" }.joined(separator: ",").utf8), named: "a.csv",
          as: .members, own: [:], existing: [])
      } == "'a.csv' has more than 200 columns, the most that is read")
    #expect(
      message { () throws(UnreadableInput) in
        _ = try CalendarImport(
          Array(String(repeating: "BEGIN:VEVENT\nEND:VEVENT\n", count: 50_001).utf8),
          named: "a.ics", existing: [])
      } == "'a.ics' has more than 50,000 events, the most that is read at once: save it in parts")
    #expect(
      message { () throws(UnreadableInput) in
        _ = try NotesImport(
          Array(String(repeating: "word ", count: 60_000).utf8), named: "a.txt",
          as: EntryID(.post, "a"), date: nil, existing: [])
      }
        == "'a.txt' holds more than 256 KiB of text, the most that an entry may have: import it in parts"
    )
  }

  // MARK: Links

  @Test(
    "a line of what is opened and never closed is copied as it is",
    arguments: [
      "[[", "![[", "{{", "{{<", "{%", "](<", "]({{", "](", "](a", "](a{", "[a](b(", "`", "](a)",
    ])
  func unclosed(opener: String) {
    let text = String(repeating: opener, count: 250_000 / opener.utf8.count)
    var fixing = LinkFixing { _ in .unknown }
    #expect(fixing.fix(text) == text)
  }

  @Test("a line of many links is fixed link by link")
  func longLine() {
    var fixing = LinkFixing { _ in .path("x.md") }
    #expect(
      fixing.fix(String(repeating: "[[a]] ", count: 40_000))
        == String(repeating: "[a](x.md) ", count: 40_000))
  }

  @Test("a mark that closes is found behind each that opens, on its own line")
  func closed() {
    var fixing = LinkFixing { $0.isEmpty ? .unknown : .path("x.md") }
    #expect(
      fixing.fix("[[ [[a]] [[b]]\n[[c]] ]] [[d") == "[[[a](x.md) [b](x.md)\n[c](x.md) ]] [[d")
  }

  @Test("many pictures of a document are named in one pass")
  func pictures() {
    let words = Dictionary(
      uniqueKeysWithValues: (0..<2_000).map { ("/t/media/image\($0).png", "picture-\($0).png") })
    let text = (0..<2_000).map { "![](/t/media/image\($0).png)\n" }.joined()
    #expect(
      text.replacing(words) == (0..<2_000).map { "![](picture-\($0).png)\n" }.joined())
    #expect("ab".replacing([:]) == "ab")
    #expect("/a/b /a/bc /a /".replacing(["/a/b": "1", "/a/bc": "2"]) == "1 2 /a /")
  }

  // MARK: Archives

  @Test("a Word document tells how large it will be before it is unpacked")
  func archives() {
    #expect(ArchiveListing(archive([10, 20])).map { [$0.fileCount, $0.size] } == [2, 30])
    #expect(ArchiveListing(archive([])).map { [$0.fileCount, $0.size] } == [0, 0])
    #expect(ArchiveListing(archive([0xFFFF_FFFF])).map(\.size) == 0xFFFF_FFFF)
    #expect(ArchiveListing(archive([10]) + [0x2E, 0x2E])?.size == 10)
    #expect(ArchiveListing(Array("PK".utf8)) == nil)
    #expect(ArchiveListing([]) == nil)
    #expect(ArchiveListing([UInt8](repeating: 0x50, count: 70_000)) == nil)
    #expect(ArchiveListing(Array(archive([10, 20]).dropFirst(9))) == nil)
  }

  @Test(
    "one that would unpack to gigabytes is refused before pandoc sees it",
    arguments: [
      (
        [200 << 20, 200 << 20],
        "would unpack to more than 256 MiB, the most that is read: make its pictures smaller"
      ),
      (
        [Int](repeating: 1, count: 2_001),
        "has more than 2,000 parts, the most that are read: import it in pieces"
      ),
    ])
  func bomb(sizes: [Int], message: String) throws {
    let site = try SiteOnDisk()
    site.write("./a.docx", archive(sizes))
    let ending = site.handbook("import", "docx", "a.docx", "--as", "post", "--id", "a")
    #expect(ending == Ending(status: 2, output: "", errors: "error: 'a.docx' \(message)\n"))
    site.write("./b.docx", "no archive")
    #expect(
      site.handbook("import", "docx", "b.docx", "--as", "post", "--id", "a").errors
        == "error: 'b.docx' is no Word document (.docx): save it as one first\n")
  }

  private func reason(_ page: String) -> String? {
    do throws(UnreadablePage) {
      _ = try ForeignMatter.split(page).0.read("a.md")
      return nil
    } catch {
      return error.reason
    }
  }

  private func message(_ work: () throws(UnreadableInput) -> Void) -> String? {
    do throws(UnreadableInput) {
      try work()
      return nil
    } catch {
      return error.reason
    }
  }

  /// A ZIP archive's directory, which says that it holds files of these sizes.
  private func archive(_ sizes: [Int]) -> [UInt8] {
    let entries = sizes.flatMap { size -> [UInt8] in
      [0x50, 0x4B, 1, 2] + [UInt8](repeating: 0, count: 20)
        + (0..<4).map { UInt8(size >> (8 * $0) & 0xFF) } + [1, 0] + [UInt8](repeating: 0, count: 16)
        + [0x61]
    }
    return entries + [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
  }
}
