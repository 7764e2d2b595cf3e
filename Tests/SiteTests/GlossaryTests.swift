import Build
import TestSupport
import Testing

@Suite("The words of the glossary, in place")
struct GlossaryTests {
  private let glossary = """
    # Words we use

    ## Wait time

    The gap after a question. It is short.

    ## Dot talk, number talk

    How the class saw a number.
    """

  private func page(_ text: String) async throws -> String {
    try await handbook([
      "pages/glossary.md": glossary, "posts/2026-02-01-a.md": "---\ntitle: A\n---\n\(text)",
    ]).pages["posts/2026-02-01-a.html", default: ""]
  }

  @Test("a word opens its meaning where it first stands, and once a page")
  func once() async throws {
    let page = try await page("We tried wait time. Wait time is hard.")
    #expect(
      page.contains(
        """
        We tried <button type="button" class="term" popovertarget="term-1">wait time</button>\
        <span class="meaning" id="term-1" popover>The gap after a question. \
        <a href="../glossary.html#h-wait-time">Words we use</a></span>. Wait time is hard.
        """))
  }

  @Test("one heading may explain several words")
  func several() async throws {
    #expect(try await page("A number talk.").contains("popovertarget=\"term-1\">number talk<"))
  }

  @Test(
    "links, headings, code and longer words stay as they are",
    arguments: [
      "[wait time](https://example.org/)", "## Wait time", "`wait time`", "*Wait Time*",
      "await time", "wait times", "pre-wait time",
    ])
  func untouched(_ text: String) async throws {
    #expect(!(try await page(text).contains("class=\"term\"")))
  }

  @Test("the glossary itself, feeds and the print edition explain nothing in place")
  func elsewhere() async throws {
    let site = try await handbook([
      "handbook.yml": "name: The Circle\ntimezone: Europe/London\nbase_url: https://example.org/\n",
      "pages/glossary.md": glossary + "\n\nNot wait time.",
      "posts/2026-02-01-a.md": "---\ntitle: A\n---\nWe tried wait time.",
    ])
    for path in ["glossary.html", "print.html", "feed.xml"] {
      let page = try #require(site.pages[path])
      #expect(!page.contains("popover"), "\(path)")
    }
  }
}
