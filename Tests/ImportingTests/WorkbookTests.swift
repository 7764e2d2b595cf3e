import Files
import TestSupport
import Testing

@testable import Importing

@Suite("Excel workbooks")
struct WorkbookTests {
  @Test("shared and inline texts, dates by their format, booleans, and a title above the headings")
  func cells() throws {
    let table = try members(
      sheet: """
        <row r="1"><c r="A1" t="s"><v>0</v></c></row>
        <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>School</t></is></c>
        <c r="D3" t="str"><v>Joined</v></c><c r="E3" t="s"><v>3</v></c></row>
        <row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="inlineStr"><is><r><t>Lark </t></r><r><t>&amp; Dove</t></r></is></c>
        <c r="D4" s="1"><v>44805</v></c><c r="E4"><v>7.0000000000000009</v></c></row>
        <row><c t="inlineStr"><is><t>Ben Hale</t></is></c><c/><c/><c s="2"><v>44806.677083333</v></c></row>
        """,
      strings: [
        "Members 2026", "Name", "Ada <r><t>Okafor</t></r>", "Subjects",
      ])
    #expect(
      table.plan.text("content/members/ada-okafor.md") == """
        ---
        name: Ada Okafor
        subjects: [7]
        joined: 2022-09-01
        school: Lark & Dove
        ---

        """)
    #expect(
      table.plan.text("content/members/ben-hale.md")
        == "---\nname: Ben Hale\njoined: 2022-09-02\n---\n")
    #expect(table.plan.lines.map(\.source) == ["m.xlsx, row 4", "m.xlsx, row 5"])
  }

  @Test("the first sheet that holds something is read, or the one that is named")
  func sheets() throws {
    let row = { (name: String) in
      """
      <row><c t="inlineStr"><is><t>Name</t></is></c></row>
      <row><c t="inlineStr"><is><t>\(name)</t></is></c></row>
      """
    }
    let bytes = workbook(sheets: [("Cover", ""), ("Now", row("Ada")), ("Old", row("Ben"))])
    let first = try TableImport(bytes, named: "m.xlsx", as: .members, own: [:], existing: [])
    #expect(first.plan.files.map(\.path.description) == ["content/members/ada.md"])
    #expect(
      first.preview.hasSuffix(
        "The sheet 'Now' was read, of 'Cover', 'Now', 'Old': name another with --sheet."))
    let other = try TableImport(
      bytes, named: "m.xlsx", as: .members, own: [:], sheet: "old", existing: [])
    #expect(other.plan.files.map(\.path.description) == ["content/members/ben.md"])
    #expect(
      message { () throws(UnreadableInput) in
        _ = try TableImport(
          bytes, named: "m.xlsx", as: .members, own: [:], sheet: "New", existing: [])
      } == "there is no sheet 'New'; there are 'Cover', 'Now', 'Old'")
    #expect(
      message { () throws(UnreadableInput) in
        _ = try TableImport(
          Array("Name\nAda\n".utf8), named: "m.csv", as: .members, own: [:], sheet: "A",
          existing: [])
      } == "'m.csv' is no Excel workbook (.xlsx), so it has no sheets: leave --sheet out")
  }

  @Test(
    "a number is a day, a time or a number by its format",
    arguments: [
      ("dd/mm/yyyy", "44805", "2022-09-01"), ("d. mmm yy", "44805", "2022-09-01"),
      ("hh:mm", "0.677083333333333", "16:15"), ("[h]:mm:ss", "0.5", "12:00"),
      ("yyyy-mm-dd hh:mm", "44805.5", "2022-09-01 12:00"), ("0.00", "44805.25", "44805.25"),
      ("\"day\" 0", "12", "12"), ("#,##0 [$€-407]", "12", "12"), ("General", "7", "7"),
      ("[Red]0;[Blue]0", "3", "3"), ("mmm", "44805", "2022-09-01"), ("dd/mm/yyyy", "abc", "abc"),
      ("dd/mm/yyyy", "1e300", "1e300"), ("dd/mm/yyyy", "-1", "-1"),
    ])
  func formats(code: String, number: String, text: String) {
    var styles = StyleReading()
    styles.note(code: code)
    #expect(CellFormats(styles: styles, countsFrom1904: false).text(number, style: 0) == text)
  }

  @Test("years counted from 1904, as old programs do")
  func from1904() {
    var styles = StyleReading()
    styles.note(code: "yyyy-mm-dd")
    #expect(
      CellFormats(styles: styles, countsFrom1904: true).text("43343", style: 0) == "2022-09-01")
  }

  @Test("what is damaged, no workbook, empty or too wide is refused with a reason")
  func refused() {
    let cell = "<row><c r=\"ZZ1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"
    #expect(
      reason(workbook(sheets: [("A", cell)]))
        == "'m.xlsx' has more than 200 columns, the most that is read")
    #expect(reason(workbook(sheets: [("A", "")])) == "'m.xlsx' has no cell with anything in it")
    #expect(
      reason(zip([("word/document.xml", "<a/>")]))
        == "'m.xlsx' is no Excel workbook (.xlsx): save it as one, or as CSV")
    #expect(
      reason(workbook(sheets: [("A", "<row><c>")]))
        == "'m.xlsx' is damaged: open it and save it again")
    #expect(
      reason([0x50, 0x4B, 3, 4, 9, 9]) == "'m.xlsx' is damaged: open it and save it again")
    let deep = String(repeating: "<a>", count: 5_000)
    #expect(
      reason(workbook(sheets: [("A", deep)])) == "'m.xlsx' is damaged: open it and save it again")
    #expect(
      reason(
        zip((0...2_000).map { ("\($0).xml", "") }))
        == "'m.xlsx' would unpack to more than is read: save the sheet as CSV, and import that")
  }

  @Test("a workbook is read by the command, by either name")
  func command() throws {
    let site = try SiteOnDisk(["handbook.yml": privateSettings])
    site.write(
      "./m.xlsx",
      workbook(sheets: [
        (
          "A",
          "<row><c t=\"inlineStr\"><is><t>Name</t></is></c></row><row><c t=\"inlineStr\"><is><t>Ada Ek</t></is></c></row>"
        )
      ]))
    for name in ["csv", "xlsx"] {
      let ending = site.handbook("import", name, "m.xlsx", "--as", "members", "--dry-run", "--full")
      #expect(ending.errors == "")
      #expect(ending.output.contains("m.xlsx, row 2 → content/members/ada-ek.md"))
    }
  }

  private func members(sheet: String, strings: [String]) throws -> TableImport {
    try TableImport(
      workbook(sheets: [("A", sheet)], strings: strings), named: "m.xlsx", as: .members, own: [:],
      existing: [])
  }

  private func reason(_ bytes: [UInt8]) -> String? {
    message { () throws(UnreadableInput) in
      _ = try TableImport(bytes, named: "m.xlsx", as: .members, own: [:], existing: [])
    }
  }

  private func message(_ work: () throws(UnreadableInput) -> Void) -> String? {
    do throws(UnreadableInput) {
      try work()
      return nil
    } catch { return error.reason }
  }

  private func workbook(sheets: [(name: String, rows: String)], strings: [String] = []) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var parts = [
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets>"
          + sheets.enumerated().map {
            "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0)\"/>"
          }.joined() + "</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>"
          + sheets.indices.map {
            "<Relationship Id=\"r\($0)\" Target=\"worksheets/sheet\($0).xml\"/>"
          }.joined() + "</Relationships>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellStyleXfs>"
          + "<xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>"
          + "<xf numFmtId=\"22\"/></cellXfs></styleSheet>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        (
          "xl/worksheets/sheet\(index).xml",
          "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData></worksheet>"
        ))
    }
    if !strings.isEmpty {
      parts.append(
        (
          "xl/sharedStrings.xml",
          "<sst>"
            + strings.map { "<si><t>\($0.prefix { $0 != "<" })</t>\($0.drop { $0 != "<" })</si>" }
            .joined() + "</sst>"
        ))
    }
    return zip(parts)
  }

  /// An archive whose parts are not packed.
  private func zip(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var (data, list): ([UInt8], [UInt8]) = ([], [])
    let number = { (value: Int, length: Int) in (0..<length).map { UInt8(value >> (8 * $0) & 0xFF) }
    }
    for (name, text) in parts {
      let (name, text) = (Array(name.utf8), Array(text.utf8))
      let sizes = number(0, 4) + number(text.count, 4) + number(text.count, 4)
      list +=
        [0x50, 0x4B, 1, 2] + [UInt8](repeating: 0, count: 12) + sizes + number(name.count, 2)
        + [UInt8](repeating: 0, count: 12) + number(data.count, 4) + name
      data +=
        [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 10) + sizes + number(name.count, 2)
        + number(0, 2) + name + text
    }
    return data + list + [0x50, 0x4B, 5, 6] + number(0, 4) + number(parts.count, 2)
      + number(parts.count, 2) + number(list.count, 4) + number(data.count, 4) + number(0, 2)
  }
}

extension StyleReading {
  /// Notes one style with a format of its own.
  fileprivate mutating func note(code: String) {
    codes[200] = code
    formats.append(200)
  }
}
