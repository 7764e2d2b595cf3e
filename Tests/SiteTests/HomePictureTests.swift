import TestSupport
import Testing

@Suite("The picture of the home page")
struct HomePictureTests {
  private let settings = privateSettings + "base_url: https://handbook.example/\n"
  private let member = "---\nname: Ada\nconsent: {name: yes, profile: yes, photo: "
  private let start = "---\nimage: ../assets/tree.png\nimage_alt: A tree\n"
  private let shared = "property=\"og:image\" content=\"https://handbook.example/assets/tree.png\""

  private func site(
    _ start: String, _ files: [String: String] = [:]
  ) async throws
    -> RenderedPages
  {
    let files = files.merging([
      "handbook.yml": settings, "pages/start.md": start,
      "successes/a.md": "---\ndate: 2025-11-01\n---\n# A",
    ]) { first, _ in first }
    return try await handbook(
      files, bytes: ["assets/tree.png": paintedPicture(width: 300, height: 210)]
    ).pages
  }

  @Test("it is that of the page where newcomers start, at once there and of its size")
  func shown() async throws {
    let pages = try await site(start + "---\n# Start")
    let home = try #require(pages["index.html"])
    #expect(home.contains("<img src=\"assets/tree.png\" alt=\"A tree\""))
    #expect(home.contains(" width=\"300\" height=\"210\"></div>"))
    #expect(!home.contains("loading=\"lazy\""))
  }

  @Test("a site without one has no place for it")
  func none() async throws {
    let home = try #require(try await site("# Start")["index.html"])
    #expect(!home.contains("hero-picture"))
    #expect(!home.contains("og:image"))
  }

  @Test("links to pages without a picture of their own are shared with it")
  func sharing() async throws {
    let pages = try await site(start + "---\n# Start")
    for path in ["index.html", "start.html", "successes/a.html", "tags/index.html"] {
      #expect(try #require(pages[path]).contains(shared), "\(path)")
    }
  }

  @Test("where a member is on it, it stands beside links to the home page and its own page alone")
  func withMember() async throws {
    let shows = start + "image_shows: ada\n---\n# Start"
    let pages = try await site(shows, ["members/ada.md": member + "yes, given: 2025-09-01}\n---\n"])
    #expect(try #require(pages["index.html"]).contains(shared))
    #expect(try #require(pages["start.html"]).contains(shared))
    #expect(!(try #require(pages["successes/a.html"]).contains("og:image")))
  }

  @Test("without the agreement of a member who is on it, it is nowhere")
  func withheld() async throws {
    let shows = start + "image_shows: ada\n---\n# Start"
    let pages = try await site(shows, ["members/ada.md": member + "no, given: 2025-09-01}\n---\n"])
    #expect(!pages.values.contains { $0.contains("tree.png") })
  }
}
