import Community
import Files
import Testing

@testable import Importing

@Suite("What kind a page is")
struct KindSenseTests {
  @Test(
    "a page is judged by what it says, beside where it lies",
    arguments: [
      (
        "notes/2026-01-15-circle.md", "", "# Meeting, 15 January 2026\n\nHall booked.",
        EntryKind.meeting
      ),
      ("notes/a.md", "title: Minutes 15-01-2025", "Text", .meeting),
      ("notes/a.md", "title: The hall", "15 January 2025\n\nPresent: Ada, Ben\n\nText", .meeting),
      ("notes/a.md", "title: Ideas\nlayout: event\ndate: 2020-01-05", "Text", .meeting),
      (
        "things/a.md", "title: A talk\ndate: 2020-01-05\nstart: 16:00\nlocation: Hall", "Text",
        .meeting
      ),
      (
        "things/a.md", "title: Slips\nlicense: CC BY 4.0\nlink: https://www.example.org", "",
        .resource
      ),
      (
        "things/a.md", "title: Zofia Lark\nfirst_name: Zofia\nlast_name: Lark\nbio: Teaches.", "",
        .member
      ),
      ("things/a.md", "title: Zofia Lark\nlayout: person", "", .member),
      ("_posts/2020-01-05-a.md", "title: What we saw\nauthor: Ada Okafor", "Text", .post),
      (
        "_posts/2020-01-05-a.md", "title: Minutes of 5 January 2020\nlayout: post",
        "## Attendees\n\n- Ada Okafor\n", .meeting
      ),
      ("news/undated.md", "title: News", "Text", .post),
      ("blog/about.md", "title: About us", "Text", .page),
      ("team/ada.md", "title: Ada Okafor", "Text", .member),
      ("team/onboarding.md", "title: How to join the team", "Text", .page),
      ("guides/a.md", "title: Meeting people", "How to meet people.", .page),
      ("meetings/template.md", "title: Template", "## Attendees\n", .page),
      ("guides/talk.md", "title: In May we meet", "Text", .page),
    ])
  func kinds(path: String, fields: String, body: String, kind: EntryKind) throws {
    let text = fields.isEmpty ? body : "---\n\(fields)\n---\n\(body)"
    let mapping = try SiteImport.suggestedMapping(MemoryFileTree([path: text]), .markdown)
    let parts = path.split(separator: "/").map(String.init)
    let stem = try RelativePath(path).stem
    #expect(mapping.kind(ofPage: stem, in: parts.dropLast()) == kind)
  }

  @Test("in a folder of several kinds each page has its own, and the map lists those that differ")
  func mixed() throws {
    var texts: [String: String] = [:]
    for day in 10...19 {
      texts["notes/2026-01-\(day).md"] = "# Meeting of \(day) January 2026\n\nPresent: Ada\n"
    }
    texts["notes/about.md"] = "# About us\n\nWe meet."
    texts["notes/slips.md"] = "---\nlicence: cc-by-4.0\nresource_type: worksheet\n---\n# Slips\n"
    let mapping = try SiteImport.suggestedMapping(MemoryFileTree(texts), .markdown)
    #expect(mapping.folders == ["": .page, "notes": .meeting])
    #expect(mapping.pages == ["notes/about": .page, "notes/slips": .resource])
  }

  @Test("a folder of minutes that is given itself is one of meetings")
  func top() throws {
    let tree: MemoryFileTree = [
      "2026-01-15.md": "# Minutes\n\nPresent: Ada", "2026-02-12.md": "# Minutes\n\nPresent: Ben",
    ]
    #expect(try SiteImport.suggestedMapping(tree, .markdown).folders == ["": .meeting])
  }

  @Test("the bundle of a page is what the page is, not a list")
  func bundles() throws {
    let tree: MemoryFileTree = [
      "content/posts/trip/index.md": "---\ntitle: The trip\ndate: 2020-01-05\n---\nText",
      "content/posts/trip/index.fr.md": "---\ntitle: La sortie\ndate: 2020-01-05\n---\nText",
    ]
    let mapping = try SiteImport.suggestedMapping(tree, .hugo)
    #expect(mapping.kind(ofPage: "index", in: ["posts", "trip"]) == .post)
  }

  @Test(
    "a day is a day with its year, in digits or words",
    arguments: [
      ("2026-01-15", true), ("15-01-2025", true), ("minutes 15.01.2025", true),
      ("Thursday 15 January 2026", true), ("January 15th, 2026", true), ("20260115", true),
      ("le 3 février 2026", true), ("12 de enero de 2026", true), ("in 2026", false),
      ("year 2025-26", false), ("room 2026", false), ("15 January", false), ("", false),
    ])
  func days(text: String, isDay: Bool) {
    #expect(text.holdsADay == isDay)
  }
}
