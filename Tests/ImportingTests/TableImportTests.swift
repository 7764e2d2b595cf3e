import Files
import Testing

@testable import Importing

@Suite("Spreadsheets")
struct TableImportTests {
  @Test("an export as it comes: a mark at the start, semicolons, quoted line ends, addresses")
  func members() throws {
    let csv = """
      \u{FEFF}First name;Surname;School;Subjects;E-mail;Scool;Joined
      Siân;Lewis;Hillside;"maths, art
      music";sian@example.org;x;03/09/2024
      Bram;de Wit;;;;;25.13.2024
      ;;;;nobody@example.org;;

      """
    let table = try TableImport(
      Array(csv.replacing("\n", with: "\r\n").utf8), named: "teachers.csv", as: .members, own: [:],
      existing: [])
    #expect(
      table.preview == """
        first_name  last_name  school    subjects          joined
        ---------------------------------------------------------
        Siân        Lewis      Hillside  maths, art music  03/09/2024
        Bram        de Wit                                 25.13.2024


        the column 'E-mail' is left out: a handbook keeps no e-mail addresses
        the column 'Scool' is left out: if it is 'school', add --map 'Scool=school'
        the column 'Joined' does not show whether the day or the month comes first: \
        '03/09/2024' is taken for 2024-09-03, as is usual in most countries
        """)
    #expect(
      table.plan.text("content/members/sian-lewis.md") == """
        ---
        name: Siân Lewis
        subjects: ["maths, art", music]
        joined: 2024-09-03
        school: Hillside
        ---

        """)
    #expect(
      table.plan.report(isDryRun: true) == """
        teachers.csv, row 2 → content/members/sian-lewis.md
            has agreed to nothing yet: ask, then write their consent
        teachers.csv, row 3 → content/members/bram-de-wit.md
            joined is left out: '25.13.2024' could not be read
            has agreed to nothing yet: ask, then write their consent

        Left out:
        teachers.csv, row 4: it has no name

        2 files would be imported, 1 left out. Nothing was written.
        """)
  }

  @Test("an older program's encoding is recognised")
  func windows1252() throws {
    let bytes = Array("Name,School\nSi".utf8) + [0xE2] + Array("n,St Mary".utf8) + [0x92] + [0x73]
    let table = try TableImport(bytes, named: "a.csv", as: .members, own: [:], existing: [])
    #expect(table.preview.hasSuffix("The file was read as Windows-1252."))
    #expect(
      table.plan.text("content/members/sian.md") == "---\nname: Siân\nschool: St Mary’s\n---\n")
  }

  @Test("resources and meetings, with the fields that they need")
  func others() throws {
    let resources = try TableImport(
      Array(
        "Title,Link,Type,Shared by\nRubric,https://example.org/a#b,Lesson plan,Ada Okafor\n".utf8),
      named: "r.csv", as: .resources, own: [:],
      existing: [try RelativePath("content/members/ada-okafor.md")])
    #expect(
      resources.plan.text("content/resources/rubric.md") == """
        ---
        title: Rubric
        kind: lesson-plan
        licence: unknown
        shared_by: ada-okafor
        url: https://example.org/a#b
        ---

        """)
    let meetings = try TableImport(
      Array("Date\tTitle\tWhen\tPresent\n2024-01-11\tCircle\t4pm\tAda Okafor; Bram\n".utf8),
      named: "m.csv", as: .meetings, own: ["When": "start"],
      existing: [
        try RelativePath("content/members/ada-okafor.md"),
        try RelativePath("content/members/bram.md"),
      ])
    #expect(
      meetings.plan.text("content/meetings/2024-01-11-circle.md") == """
        ---
        title: Circle
        date: 2024-01-11
        attendees: [ada-okafor, bram]
        start: 16:00
        ---

        """)
  }

  @Test("what is no table, and a column that is not there, are told")
  func refused() throws {
    #expect(message(Array("\n\n".utf8)) == "'a.csv' has no row of headings")
    #expect(message([0, 1, 2]) == "'a.csv' is no text: save the spreadsheet as CSV or .xlsx first")
    #expect(
      message(Array("Name,School\nA,B".utf8), own: ["Where": "school"])
        == "there is no column 'Where'; there are Name, School")
  }

  private func message(_ bytes: [UInt8], own: [String: String] = [:]) -> String? {
    do throws(UnreadableInput) {
      _ = try TableImport(bytes, named: "a.csv", as: .members, own: own, existing: [])
      return nil
    } catch {
      return error.reason
    }
  }
}

extension ImportPlan {
  /// The text of a file that would be written.
  func text(_ path: String) -> String? {
    files.first { $0.path.description == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
