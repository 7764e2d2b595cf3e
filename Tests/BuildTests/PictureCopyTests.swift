import Build
import Files
import Site
import Synchronization
import TestSupport
import Testing

@Suite("Smaller copies of pictures on the site")
struct PictureCopyTests {
  private let post = """
    ---
    title: A plan
    date: 2026-02-01
    image: ../assets/plan.png
    image_alt: The room
    ---
    Text.

    """

  @Test("a picture lies beside its copies, and a page names each with its width")
  func beside() async throws {
    let site = try await handbook(
      ["pages/start.md": "# A\n\n![b](../assets/plan.png) ![c](../assets/plan.png)"],
      bytes: ["assets/plan.png": paintedPicture(width: 1000, height: 20)])
    #expect(site.report == "")
    let pictures = site.pages.keys.filter { $0.hasPrefix("assets/") }
    #expect(pictures == ["assets/plan.png", "assets/plan-400w.png", "assets/plan-800w.png"])
    let page = site.pages["start.html", default: ""]
    let image = """
      width="1000" height="20" srcset="assets/plan-400w.png 400w, assets/plan-800w.png 800w, \
      assets/plan.png 1000w" sizes="(min-width: 40rem) 38rem, 100vw" decoding="async"
      """
    #expect(page.contains("<img src=\"assets/plan.png\" alt=\"b\" \(image)>"))
    #expect(page.contains("<img src=\"assets/plan.png\" alt=\"c\" \(image) loading=\"lazy\">"))
    #expect(try size(of: "assets/plan-800w.png", site) == [800, 16])
    #expect(try size(of: "assets/plan-400w.png", site) == [400, 8])
  }

  @Test("a file of the community's keeps its name, whatever the case of its letters")
  func collision() async throws {
    let own = paintedPicture(width: 20, height: 4)
    let site = try await handbook(
      ["pages/start.md": "# A\n\n![b](../assets/plan.png) ![c](../assets/Plan-400W.png)"],
      bytes: [
        "assets/plan.png": paintedPicture(width: 600, height: 20), "assets/Plan-400W.png": own,
      ])
    #expect(site.report == "")
    let pictures = site.pages.keys.filter { $0.hasPrefix("assets/") }.sorted()
    #expect(
      pictures == ["assets/Plan-400W.png", "assets/plan-400w-2.png", "assets/plan.png"])
    #expect(try bytes(of: "assets/Plan-400W.png", site) == own)
    #expect(try size(of: "assets/plan-400w-2.png", site) == [400, 13])
  }

  @Test("a portrait that nobody may see has no copy, and one that may be seen has")
  func portraits() async throws {
    func member(_ photo: String) -> String {
      """
      ---
      name: Ada Okafor
      consent: {name: yes, profile: yes, photo: \(photo), given: 2025-09-01}
      photo: ../assets/ada.png
      photo_alt: A portrait
      ---

      """
    }
    let picture = ["assets/ada.png": paintedPicture(width: 500, height: 40)]
    let hidden = try await handbook(
      ["handbook.yml": privateSettings, "members/ada.md": member("no")], bytes: picture)
    #expect(hidden.renderer != nil)
    #expect(hidden.pages.keys.filter { $0.hasPrefix("assets/") } == [])
    #expect(hidden.pages["members/ada.html"]?.contains("srcset") == false)
    let shown = try await handbook(["members/ada.md": member("yes")], bytes: picture)
    #expect(
      shown.pages.keys.filter { $0.hasPrefix("assets/") }
        == ["assets/ada.png", "assets/ada-400w.png"])
    #expect(shown.pages["members/ada.html"]?.contains("ada-400w.png 400w") == true)
  }

  @Test("feeds and other sites are given the widest copy, and a list a small one without words")
  func elsewhere() async throws {
    let site = try await handbook(
      ["posts/plan.md": post + "\n![b](../assets/plan.png)\n"],
      bytes: ["assets/plan.png": paintedPicture(width: 1000, height: 20)]
    ) { $0.baseURL = "https://circle.example/" }
    let shared =
      "<meta property=\"og:image\" content=\"https://circle.example/assets/plan-800w.png\">"
    #expect(site.pages["posts/plan.html"]?.contains(shared) == true)
    let feed = site.pages["feed.xml", default: ""]
    #expect(feed.contains("src=&quot;https://circle.example/assets/plan-800w.png&quot;"))
    #expect(feed.contains("width=&quot;800&quot; height=&quot;16&quot;"))
    #expect(!feed.contains("srcset"))
    let list = site.pages["posts/index.html", default: ""]
    #expect(list.contains("<div class=\"thumb\"><img src=\"../assets/plan.png\" alt=\"\" srcset="))
  }

  @Test(
    "without a picture of its own an entry is shared with the first of its text, else the logo",
    arguments: [
      (200, 300, "logo.png", "plan.png"), (200, 100, "logo.png", "logo.png"),
      (100, 300, nil, "plan.png"), (100, 100, nil, nil),
    ])
  func shared(logo: Int, plan: Int, none: String?, some: String?) async throws {
    let site = try await handbook(
      [
        "handbook.yml": plainSettings + "theme: {logo: assets/logo.png}\n",
        "pages/none.md": "# A\n\nText.", "pages/some.md": "# B\n\n![b](../assets/plan.png)",
      ],
      bytes: [
        "assets/logo.png": paintedPicture(width: logo, height: 200),
        "assets/plan.png": paintedPicture(width: plan, height: 210, seed: 3),
      ]
    ) { $0.baseURL = "https://circle.example/" }
    #expect(site.report == "")
    for (path, picture) in [("none.html", none), ("some.html", some)] {
      let page = site.pages[path, default: ""]
      let lead = "<meta property=\"og:image\" content=\"https://circle.example/assets/"
      #expect(page.contains("og:image\"") == (picture != nil), "\(path)")
      if let picture { #expect(page.contains("\(lead)\(picture)\""), "\(path)") }
    }
  }

  @Test("an own template that knows nothing of copies shows the picture")
  func ownTemplate() async throws {
    let site = try await handbook(
      [
        "posts/plan.md": post,
        "templates/partials/image.html": "<img src=\"{{address}}\" alt=\"{{alt}}\">",
      ],
      bytes: ["assets/plan.png": paintedPicture(width: 1000, height: 20)])
    #expect(site.renderer != nil)
    let page = site.pages["posts/plan.html", default: ""]
    #expect(page.contains("<img src=\"../assets/plan.png\" alt=\"The room\">"))
  }

  @Test("a copy is made once, however often it is asked for")
  func once() async throws {
    let site = try await handbook(
      ["posts/plan.md": post],
      bytes: ["assets/plan.png": paintedPicture(width: 1000, height: 20)])
    let shelf = CountingShelf()
    let renderer = try #require(site.renderer)
    for path in ["assets/plan-400w.png", "assets/plan-800w.png", "assets/plan-400w.png"] {
      let page = try #require(renderer.pages.first { $0.path == path })
      _ = try renderer.bytes(of: page, site.files, copies: shelf)
    }
    #expect(shelf.kept == 2)
  }

  private func bytes(of path: String, _ site: Inspection) throws -> [UInt8] {
    let renderer = try #require(site.renderer)
    let page = try #require(renderer.pages.first { $0.path == path })
    return try renderer.bytes(of: page, site.files)
  }

  /// Width and height of a PNG.
  private func size(of path: String, _ site: Inspection) throws -> [Int] {
    let bytes = try bytes(of: path, site)
    return [16, 20].map { start in bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
  }
}

/// Counts what is put on it.
private final class CountingShelf: CopyShelf {
  private let copies = CopiesInMemory()
  private let count = Mutex(0)

  var kept: Int { count.withLock { $0 } }

  func copy(_ key: Fingerprint) -> [UInt8]? { copies.copy(key) }

  func keep(_ copy: [UInt8], _ key: Fingerprint) {
    count.withLock { $0 += 1 }
    copies.keep(copy, key)
  }
}

/// Each builds with the command itself.
@Suite("Copies of pictures from build to build")
struct KeptCopyTests {
  private let site: SiteOnDisk
  private let pictures = [
    "assets/plan.png", "assets/plan-400w.png", "assets/plan-800w.png",
  ]

  init() throws {
    site = try SiteOnDisk(["pages/start.md": "# A\n\n![b](../assets/plan.png)\n"])
    site.write("assets/plan.png", paintedPicture(width: 1000, height: 20))
  }

  @Test("a copy that is kept is not made again, also into another folder")
  func reuse() throws {
    #expect(build().status == 0)
    let kept = site.marks("./.handbook/pictures")
    let files = site.files()
    #expect(build("--today", "2026-03-02").status == 0)
    #expect(build("--output", "\(site.path)/output2").status == 0)
    #expect(site.marks("./.handbook/pictures") == kept)
    #expect(site.files(in: "output2") == files)
    #expect(build("--no-cache", "--output", "\(site.path)/output3").status == 0)
    #expect(site.files(in: "output3") == files)
  }

  @Test("copies change with their picture, and go with it, also from what is kept")
  func stale() throws {
    #expect(build().status == 0)
    let first = site.files()
    #expect(Set(pictures).isSubset(of: first.keys))
    site.write("assets/plan.png", paintedPicture(width: 1000, height: 20, seed: 5))
    #expect(build().status == 0)
    let second = site.files()
    for path in pictures {
      #expect(second[path] != nil && second[path] != first[path], "\(path)")
    }
    site.write("pages/start.md", "# A\n")
    site.delete("assets/plan.png")
    #expect(build().status == 0)
    #expect(site.files().keys.filter { $0.hasPrefix("assets/") } == [])
    #expect(site.marks("./.handbook/pictures") == [])
  }

  @Test("what is kept of one of two pictures is erased once it is gone")
  func erased() throws {
    site.write("assets/b.png", paintedPicture(width: 600, height: 30, seed: 7))
    site.write("pages/start.md", "# A\n\n![b](../assets/plan.png) ![c](../assets/b.png)\n")
    #expect(build().status == 0)
    let copy = try #require(site.files()["assets/b-400w.png"])
    let kept = try #require(site.files(in: "./.handbook")["pictures"])
    #expect(holds(kept, copy))
    site.delete("assets/b.png")
    site.write("pages/start.md", "# A\n\n![b](../assets/plan.png)\n")
    #expect(build().status == 0)
    #expect(!holds(try #require(site.files(in: "./.handbook")["pictures"]), copy))
  }

  private func build(_ arguments: String...) -> Ending {
    site.handbook(["build", "--quiet"] + arguments)
  }

  private func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard bytes.count >= part.count else { return false }
    return (0...bytes.count - part.count).contains { bytes[$0...].starts(with: part) }
  }
}
