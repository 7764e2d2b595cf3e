import Build
import TestSupport
import Testing

@Suite("A member's page")
struct MemberPageTests {
  private let member = """
    ---
    name: Ada
    consent: {name: yes, profile: yes, given: 2025-09-01}
    ---
    """
  private let resource = "---\nkind: activity\nlicence: cc-by\n"

  @Test("what somebody has tried is listed once, whether their posts say so or the resource")
  func tried() async throws {
    let site = try await handbook([
      "members/ada.md": member, "members/m-07.md": "",
      "resources/dots.md": resource + "tried_by: [{member: ada, note: Good}]\n---\n# Dots\n\nText.",
      "resources/cards.md": resource + "---\n# Cards\n\nText.",
      "resources/maps.md": resource + "---\n# Maps\n\nText.",
      "posts/a.md": "---\ndate: 2026-02-01\nauthors: ada\ntried: [dots, cards]\n---\n# A",
      "posts/b.md": "---\ndate: 2026-02-02\nauthors: m-07\ntried: maps\n---\n# B",
    ])
    #expect(site.report == "")
    let page = try #require(site.pages["members/ada.html"])
    let start = try #require(page.firstRange(of: "id=\"related-tried\"")).upperBound
    let end = try #require(page[start...].firstRange(of: "</ul>")).lowerBound
    let list = page[start..<end]
    #expect(list.contains("<a href=\"../resources/dots.html\">Dots</a>"))
    #expect(list.contains("<a href=\"../resources/cards.html\">Cards</a>"))
    #expect(list.split(separator: "<li>").count == 3)
    #expect(!list.contains("Maps"))
  }
}
