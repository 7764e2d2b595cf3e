import Dates
import Files
import Testing

@testable import Importing

@Suite("Tables as people keep them")
struct TableShapeTests {
  @Test("a title above the headings, blank rows, sums and repeated headings are no people")
  func title() throws {
    let table = try table(
      """
      "Lark circle, members 2026";;
      ;;
      Name;School;Joined
      Ada Okafor;Lark;12.09.2021
      Name;School;Joined
      ;;
      Ben Hale;Dove;44805
      Total;2;
      """, .members)
    #expect(
      table.plan.files.map(\.path.description) == [
        "content/members/ada-okafor.md", "content/members/ben-hale.md",
      ])
    #expect(
      table.plan.text("content/members/ada-okafor.md")?.contains("joined: 2021-09-12") == true)
    #expect(table.plan.text("content/members/ben-hale.md")?.contains("joined: 2022-09-01") == true)
    #expect(
      table.plan.leftOutReport == """
        t.csv, row 5: it is the headings again
        t.csv, row 8: it adds up the others
        """)
  }

  @Test(
    "a column that shows its order is read in it, whatever is usual in the place",
    arguments: [
      ("14/01/2026", "11/02/2026", "Europe/London", "2026-02-11"),
      ("01/14/2026", "11/02/2026", "Europe/London", "2026-11-02"),
      ("14/01/2026", "11/02/2026", "America/New_York", "2026-02-11"),
      ("1/2/2026", "11/02/2026", "America/New_York", "2026-11-02"),
      ("1/2/2026", "11/02/2026", "Europe/Paris", "2026-02-11"),
    ])
  func order(other: String, written: String, zone: String, day: String) throws {
    let table = try table(
      "Date,Title\n\(other),A\n\(written),B\n", .meetings, TargetSite(timeZone: zone))
    #expect(table.plan.files.map(\.path.description).contains("content/meetings/\(day)-b.md"))
  }

  @Test("a column that does not show its order is told, with what was made of it")
  func undecided() throws {
    let lead = "the column 'Date' does not show whether the day or the month comes first: "
    let london = try table(
      "Date,Title\n03/09/2024,A\n", .meetings, TargetSite(timeZone: "Europe/London"))
    #expect(
      london.preview.hasSuffix(
        lead + "'03/09/2024' is taken for 2024-09-03, as is usual in Europe/London"))
    let nowhere = try table("Date,Title\n03/09/2024,A\n", .meetings)
    #expect(
      nowhere.preview.hasSuffix(
        lead + "'03/09/2024' is taken for 2024-09-03, as is usual in most countries"))
    #expect(!(try table("Date,Title\n03.09.2024,A\n", .meetings).preview.contains("column")))
  }

  @Test(
    "quotation marks that nobody doubled are a part of their cell",
    arguments: [
      ("Name,School\nAda \"Bo\" Ek,5\" nails\nBen,b", "Ada \"Bo\" Ek", "5\" nails"),
      ("Name,School\n\"Ada \"Bo\" Ek\",\"a, b\"\nBen,b", "Ada \"Bo\" Ek", "a, b"),
      ("Name,School\n\"Ada\"\"s\",\"a\nb\"\nBen,b", "Ada\"s", "a b"),
      ("Name,School\n\"Ada,x\nBen,b", "\"Ada", "x"),
    ])
  func strayQuotes(text: String, name: String, school: String) throws {
    let table = try #require(ForeignTable(text))
    #expect(table.rows.count == 2)
    #expect(
      table.rows[0].cells == [
        name, school.replacing(" b", with: text.contains("a\nb") ? "\nb" : " b"),
      ])
  }

  @Test("a table of marks that are never closed is read in one pass")
  func unclosedQuotes() {
    let text = "Name\n" + String(repeating: "\"a\n", count: 100_001)
    #expect(StrayQuotes.fixed(text, ",").hasSuffix("\"\"\"a\"\n"))
  }

  @Test("what a form or a spreadsheet counts is no id, and a day with a short year is one")
  func counted() throws {
    let table = try table("ID,Name,Joined\n1,Ada Ek,15-Feb-26\n2,Ben Ek,3-Mrz-26\n", .members)
    #expect(
      table.plan.files.map(\.path.description) == [
        "content/members/ada-ek.md", "content/members/ben-ek.md",
      ])
    #expect(table.plan.text("content/members/ben-ek.md")?.contains("joined: 2026-03-03") == true)
  }

  @Test(
    "a name is turned and given its capitals",
    arguments: [
      ("OKAFOR, Ada (Dr)", "Ada Okafor"), ("Hale, Ben", "Ben Hale"), ("ben hale", "Ben Hale"),
      ("Ada OKAFOR", "Ada Okafor"), ("bram de wit", "Bram de Wit"), ("DE WIT, BRAM", "Bram de Wit"),
      ("o'brien, siân", "Siân O'Brien"), ("anne-marie mcdonald", "Anne-Marie McDonald"),
      ("Okafor, Dr Ada", "Ada Okafor"), ("Ada Okafor, PhD", "Ada Okafor"), ("Xi Lu", "Xi Lu"),
      ("JJ Abrams", "JJ Abrams"), ("Ada (chair)", "Ada"), ("小明", "小明"),
      ("van der Berg, Jan", "Jan van der Berg"),
      ("Ada McDonald", "Ada McDonald"),
    ])
  func names(written: String, name: String) {
    #expect(PersonName(written).text == name)
  }

  @Test(
    "hours are read as people write them",
    arguments: [
      ("4.15-5.30pm", "16:15", "17:30"), ("4:30 - 6:00 PM", "16:30", "18:00"),
      ("16:15", "16:15", nil), ("11-1pm", "11:00", "13:00"), ("16h00 – 17h30", "16:00", "17:30"),
      ("von 16 bis 17 Uhr", "16:00", "17:00"), ("4pm to 5pm", "16:00", "17:00"),
      ("from 9:30 till 11:00", "09:30", "11:00"), ("10am–12pm", "10:00", "12:00"),
      ("16:00-17:00 GMT", "16:00", "17:00"), ("4 p.m.", "16:00", nil),
    ] as [(String, String, String?)])
  func hours(written: String, start: String, end: String?) {
    let hours = ForeignHours(written)
    #expect(hours?.start.description == start)
    #expect(hours?.end?.description == end)
  }

  @Test(
    "what is no hour is none", arguments: ["after school", "4-6", "TBC", "", "-", "25:00"])
  func noHours(written: String) {
    #expect(ForeignHours(written) == nil)
  }

  @Test("minutes of meetings: who came, what is to be done, where, and the links")
  func meetings() throws {
    var site = TargetSite(timeZone: "Europe/London")
    for (id, name) in [("ada-okafor", "Ada Okafor"), ("b7", "Ben Hale")] {
      site.members.add(id: id, named: name)
    }
    let table = try table(
      """
      Date,Time,Topic,Where,Who came,Apologies,Actions agreed,Decisions,Link to minutes
      14/01/2026,4.15-5.30pm,Retrieval *practice*,Lark Primary,"Ada Okafor (chair), Hale, Zoe",Noor,"Ada to send the slip by Friday; BH: book the hall by 12/2/2026; Zoe to sing",We use it,https://docs.example/d/abc
      TBC,,Summer social,,,,,,
      11/02/2026,16:15,Feedback,Zoom https://zoom.us/j/123?pwd=abc,,,,,https://zoom.us/rec/1?pwd=x
      ,,Nothing,,,,,,
      """, .meetings, site)
    #expect(
      table.plan.text("content/meetings/2026-01-14-retrieval-practice.md") == """
        ---
        title: Retrieval *practice*
        date: 2026-01-14
        attendees: [ada-okafor, b7]
        start: 16:15
        end: 17:30
        venue: Lark Primary
        ---

        ## Decisions

        - We use it

        ## Actions

        - [ ] @ada-okafor to send the slip, due 2026-01-16
        - [ ] @b7 book the hall, due 2026-02-12
        - [ ] Zoe to sing

        [Link to minutes](https://docs.example/d/abc)

        """)
    #expect(
      table.plan.text("content/meetings/2026-02-11-feedback.md")
        == "---\ntitle: Feedback\ndate: 2026-02-11\nstart: 16:15\nmode: online\n---\n")
    #expect(
      table.plan.report(isDryRun: true) == """
        t.csv, row 2 → content/meetings/2026-01-14-retrieval-practice.md
            left out of attendees: 1 name of somebody who is no member here
        t.csv, row 4 → content/meetings/2026-02-11-feedback.md
            left out of the place: a link, which may hold a passcode
            'Link to minutes' is left out: the address may hold a passcode

        Left out:
        t.csv, row 3: its date 'TBC' is no day: write the day once it is known
        t.csv, row 5: it has no date: a meeting has a day

        2 files would be imported, 2 left out. Nothing was written.
        """)
  }

  @Test("resources: kinds and licences in people's words, addresses without a scheme")
  func resources() throws {
    var site = TargetSite()
    site.members.add(id: "ada-okafor", named: "Ada Okafor")
    let table = try table(
      """
      Title,Link,Type,Shared by,Copyright
      Slip,www.example.org/slip,Worksheet,Ada,CC-BY
      Starter,example.org/a,PowerPoint,Zoe,© Lark Primary 2020
      List,,Document,,Free to use
      Call,https://zoom.us/j/1?pwd=2,Lesson plan with slides,,https://creativecommons.org/licenses/by-sa/3.0/
      Quiz,mailto:ada@lark.example,quiz,,Creative Commons Attribution-NonCommercial 4.0 International
      """, .resources, site)
    #expect(
      table.plan.text("content/resources/slip.md") == """
        ---
        title: Slip
        kind: worksheet
        licence: CC-BY
        shared_by: ada-okafor
        url: https://www.example.org/slip
        ---

        """)
    #expect(
      table.plan.text("content/resources/starter.md") == """
        ---
        title: Starter
        kind: slides
        licence: all-rights-reserved
        url: https://example.org/a
        ---

        """)
    #expect(
      table.plan.text("content/resources/list.md")
        == "---\ntitle: List\nkind: other\nlicence: unknown\ndraft: yes\n---\n")
    #expect(
      table.plan.text("content/resources/call.md")
        == "---\ntitle: Call\nkind: lesson-plan\nlicence: cc-by-sa-3.0\ndraft: yes\n---\n")
    #expect(
      table.plan.text("content/resources/quiz.md")?.contains("licence: cc-by-nc-4.0\n") == true)
    #expect(
      table.plan.lines.map(\.notes) == [
        [], ["shared_by is left out: it names nobody who is a member here"],
        [
          "kind is 'other': 'Document' is none of our words for it",
          "licence is left out: 'Free to use' does not say how it may be used",
          "it has no address and no text yet, so it is a draft",
          "its licence is not known: ask who made it",
        ],
        [
          "url is left out: the address may hold a passcode",
          "it has no address and no text yet, so it is a draft",
        ],
        [
          "url is left out: 'mailto:ada@lark.example' could not be read",
          "it has no address and no text yet, so it is a draft",
        ],
      ])
  }

  private func table(
    _ text: String, _ kind: TableKind, _ site: TargetSite = TargetSite()
  ) throws -> TableImport {
    try TableImport(
      Array(text.utf8), named: "t.csv", as: kind, own: [:], site: site, existing: [])
  }
}
