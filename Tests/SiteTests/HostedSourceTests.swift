import TestSupport
import Testing

@testable import Site

@Suite("Links for authors")
struct HostedSourceTests {
  @Test(
    "a file is changed where its host has its editor",
    arguments: [
      ("https://github.com/a/b", "https://github.com/a/b/edit/main/content/posts/x.md"),
      ("https://github.com/a/b.git/", "https://github.com/a/b/edit/main/content/posts/x.md"),
      (
        "https://github.com/a/b/tree/trunk/our/site",
        "https://github.com/a/b/edit/trunk/our/site/content/posts/x.md"
      ),
      ("https://gitlab.com/a/g/b", "https://gitlab.com/a/g/b/-/edit/main/content/posts/x.md"),
      (
        "https://gitlab.example.org/a/b/-/tree/dev",
        "https://gitlab.example.org/a/b/-/edit/dev/content/posts/x.md"
      ),
      ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/main/content/posts/x.md"),
      (
        "https://codeberg.org/a/b/src/branch/next",
        "https://codeberg.org/a/b/_edit/next/content/posts/x.md"
      ),
    ])
  func editing(repository: String, expected: String) {
    #expect(HostedSource(repository)?.editing("content/posts/x.md") == expected)
  }

  @Test("a new file has a name and a beginning, as far as its host can fill them in")
  func writing() {
    func address(_ repository: String) -> String? {
      HostedSource(repository)?.writing("a.md", in: "content/posts", beginning: "---\nt: é&\n")
    }
    #expect(
      address("https://github.com/a/b")
        == "https://github.com/a/b/new/main/content/posts?filename=a.md&value=---%0At%3A%20%C3%A9%26%0A"
    )
    #expect(
      address("https://codeberg.org/a/b")
        == "https://codeberg.org/a/b/_new/main/content/posts?filename=a.md&value=---%0At%3A%20%C3%A9%26%0A"
    )
    #expect(
      address("https://gitlab.com/a/b")
        == "https://gitlab.com/a/b/-/new/main/content/posts?file_name=a.md")
  }

  @Test("a host that is not known has no links", arguments: ["https://git.example.org/a", "x"])
  func unknown(repository: String) {
    #expect(HostedSource(repository) == nil)
  }

  @Test("pages lead to the editor where everybody can read the source, and to the form anywhere")
  func pages() async throws {
    let settings =
      plainSettings + "repository: https://github.com/a/b\nshare: https://form.example\n"
    let files = ["pages/charter.md": "# Charter"]
    let open = try await handbook(files.merging(["handbook.yml": settings]) { $1 }).pages
    let edit = "https://github.com/a/b/edit/main/content/pages/charter.md"
    #expect(try #require(open["charter.html"]).contains(edit))
    #expect(
      try #require(open["posts/index.html"]).contains("github.com/a/b/new/main/content/posts?"))
    #expect(try #require(open["posts/index.html"]).contains("https://form.example"))
    let closed = try await handbook(
      files.merging(["handbook.yml": settings + "source: private\n"]) { $1 }
    ).pages
    #expect(!closed.values.contains { $0.contains("github.com") })
    #expect(try #require(closed["resources/index.html"]).contains("https://form.example"))
  }
}
