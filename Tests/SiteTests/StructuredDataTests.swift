import Foundation
import TestSupport
import Testing

@Suite("Structured data")
struct StructuredDataTests {
  private let base = "base_url: https://circle.example/h/\n"
  private let ada = "---\nname: Ada\nconsent: {name: yes, profile: yes, given: 2026-01-01}\n---\n"
  private let post =
    "---\ndate: 2026-02-12\nauthors: [ada, m-07]\n---\n# \\</script> \\<!-- &\n\nHello.\n"

  @Test("a page says what it is about, and no text of an author's ends the element that says so")
  func graph() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + base, "members/ada.md": ada, "members/m-07.md": "",
      "posts/a.md": post,
    ])
    let data = try #require(site.pages["posts/a.html"]?.structuredData)
    #expect(data.hasPrefix(#"{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "#))
    #expect(
      data.hasSuffix(
        #"""
        {"@type": "BlogPosting", \#
        "@id": "https://circle.example/h/posts/a.html", \#
        "url": "https://circle.example/h/posts/a.html", \#
        "headline": "\u003c/script\u003e \u003c!-- \u0026", \#
        "description": "Hello.", \#
        "datePublished": "2026-02-12", \#
        "author": {"@id": "https://circle.example/h/#community"}, "publisher": {"@id": "https://circle.example/h/#community"}, "inLanguage": "en", \#
        "isPartOf": {"@id": "https://circle.example/h/#site"}}, \#
        {"@type": "BreadcrumbList", \#
        "itemListElement": [{"@type": "ListItem", \#
        "position": 1, "name": "Home", \#
        "item": "https://circle.example/h/"}, \#
        {"@type": "ListItem", \#
        "position": 2, "name": "Posts", \#
        "item": "https://circle.example/h/posts/index.html"}, \#
        {"@type": "ListItem", \#
        "position": 3, "name": "\u003c/script\u003e \u003c!-- \u0026", \#
        "item": "https://circle.example/h/posts/a.html"}]}]}
        """#))
    #expect(site.pages["members/ada.html"]?.structuredData == nil)
  }

  @Test("people are named only where the site gives them away as data")
  func people() async throws {
    func author(_ settings: String) async throws -> Bool? {
      let site = try await handbook([
        "handbook.yml": plainSettings + base + settings, "members/ada.md": ada,
        "members/m-07.md": "", "posts/a.md": post,
      ])
      return site.pages["posts/a.html"]?.structuredData?.contains(
        "\"author\": [{\"@type\": \"Person\", \"name\": \"Ada\", "
          + "\"url\": \"https://circle.example/h/members/ada.html\"}]")
    }
    #expect(try await author("") == false)
    #expect(try await author("open_data: yes\n") == true)
  }

  @Test("a site without a base_url, and a page that is not to be listed, say nothing to machines")
  func nothing() async throws {
    let files = ["members/ada.md": ada, "members/m-07.md": "", "posts/a.md": post]
    let plain = try await handbook(files)
    #expect(!plain.pages.values.contains { $0.contains("ld+json") || $0.contains("og:") })
    let hidden = try await handbook(
      files.merging(["handbook.yml": plainSettings + base + "indexing: none\n"]) { $1 })
    #expect(!hidden.pages.values.contains { $0.contains("ld+json") })
  }
}

extension String {
  fileprivate var structuredData: String? {
    let open = "<script type=\"application/ld+json\">"
    guard let start = firstRange(of: open),
      let end = self[start.upperBound...].firstRange(of: "</script>")
    else { return nil }
    return String(self[start.upperBound..<end.lowerBound])
  }
}
