import Build
import TestSupport
import Testing

@Suite("Text that turns direction")
struct IsolatedTextTests {
  @Test("a title and a name that turn the direction of text warn")
  func warnings() async throws {
    let said = try await Self.site().report
    #expect(
      said == """
        content/members/ada.md:2:8: warning: an invisible character here changes the direction of \
        the text around it [direction-control]
          2 | name: "\\u{202E}adA"
            |        ^^^^^^^^^^^
            help: delete it unless the line mixes scripts that run left to right and right to left
        content/posts/2026-02-01-a.md:2:9: warning: an invisible character here changes the \
        direction of the text around it [direction-control]
          2 | title: "\\u{202E}eltit A"
            |         ^^^^^^^^^^^^^^^
            help: delete it unless the line mixes scripts that run left to right and right to left
        2 warnings

        """)
  }

  @Test("on pages each stands in an element of its own, which nothing beside it is turned by")
  func isolated() async throws {
    let pages = try await Self.site().pages
    let post = try #require(pages["posts/2026-02-01-a.html"])
    #expect(post.contains("<h1>\u{202E}eltit A</h1>"))
    #expect(post.contains("<li><bdi>\u{202E}adA</bdi></li>"))
    let start = try #require(pages["start.html"])
    #expect(
      start.contains(
        "<p>See <a href=\"posts/2026-02-01-a.html\">\u{202E}eltit A</a> by <bdi>\u{202E}adA</bdi>.</p>"
      ))
    // A link is isolated by the theme's style, wherever it stands.
    #expect(
      pages["theme/style.css"]?.contains("a{color:var(--accent);unicode-bidi:isolate;") == true)
  }

  private static func site() async throws -> Inspection {
    try await handbook([
      "posts/2026-02-01-a.md":
        "---\ntitle: \"\u{202E}eltit A\"\nauthors: [ada]\n---\n\nText.\n",
      "members/ada.md":
        "---\nname: \"\u{202E}adA\"\nconsent:\n  given: 2026-01-01\n  name: yes\n---\n",
      "pages/start.md": "# Start\n\nSee [[2026-02-01-a]] by @ada.\n",
    ])
  }
}
