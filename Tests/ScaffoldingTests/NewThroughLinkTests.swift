import TestSupport
import Testing

@Suite("New files never leave the site through a link")
struct NewThroughLinkTests {
  private func refusal(_ path: String) -> String {
    "error: '\(path)' is a symbolic link, which is never written through; nothing was written\n"
  }

  @Test("a new site, whose folder for entries is a link")
  func site() throws {
    let place = try SiteOnDisk()
    place.write("./outside/a.txt", "theirs")
    place.write("./ours/a.txt", "mine")
    place.link("./ours/content", to: "../outside")
    let ending = place.handbook("new", "site", "ours", "--name", "A", "--timezone", "UTC")
    #expect(ending.status == 2)
    #expect(ending.errors.hasPrefix(refusal("ours/content")))
    #expect(place.files(in: "./outside").keys.sorted() == ["a.txt"])
    #expect(place.files(in: "./ours").keys.sorted() == ["a.txt"])
  }

  @Test("a new site, one of whose later folders is a link: nothing is written before it either")
  func laterFolder() throws {
    let place = try SiteOnDisk()
    place.write("./outside/a.txt", "theirs")
    place.write("./ours/content/notes.txt", "mine")
    place.link("./ours/content/successes", to: "../../outside")
    let ending = place.handbook("new", "site", "ours", "--name", "A", "--timezone", "UTC")
    #expect(ending.status == 2)
    #expect(ending.errors.hasPrefix(refusal("ours/content/successes")))
    #expect(place.files(in: "./ours").keys.sorted() == ["content/notes.txt"])
    #expect(place.files(in: "./outside").keys.sorted() == ["a.txt"])
  }

  @Test("a new entry, the folder of whose kind is a link")
  func entry() throws {
    let place = try SiteOnDisk(["pages/a.md": "# A"])
    place.write("./outside/a.txt", "theirs")
    place.link("content/posts", to: "../outside")
    let ending = place.handbook("new", "post", "--title", "First")
    #expect(ending.status == 2)
    #expect(ending.errors.hasPrefix(refusal("content/posts")))
    #expect(place.files(in: "./outside").keys.sorted() == ["a.txt"])
  }

  @Test("the files for a git host, whose folder is a link")
  func recipes() throws {
    let place = try SiteOnDisk(["pages/a.md": "# A"])
    place.write("./outside/a.txt", "theirs")
    place.link("./.github", to: "outside")
    let ending = place.handbook(
      "new", "ci", "--host", "github", "--tool", "https://git.example/handbook.git", "--build")
    #expect(ending.status == 2)
    #expect(ending.errors.hasPrefix(refusal(".github")))
    #expect(place.files(in: "./outside").keys.sorted() == ["a.txt"])
  }

  @Test("the list of addresses, in whose place is a link")
  func routes() throws {
    let place = try SiteOnDisk(["pages/a.md": "# A"])
    #expect(place.handbook("routes", "--update").status == 0)
    place.write("./outside/a.txt", "theirs")
    place.delete("routes.lock")
    place.link("content/routes.lock", to: "../outside/routes.lock")
    #expect(place.handbook("routes", "--update").status != 0)
    #expect(place.files(in: "./outside").keys.sorted() == ["a.txt"])
  }
}
