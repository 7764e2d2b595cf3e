import Diagnostics
import Files
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Changes to the files of a site")
struct SiteFolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.write("site/content/posts/a.md", "old")
    folder.write("outside/a.md", "theirs")
  }

  @Test("files are written, made, moved and removed, and nothing else is left")
  func changes() throws {
    let site = try SiteFolder(folder("site"))
    try site.write(Array("new".utf8), at: "content/posts/a.md")
    try site.create(Array("first".utf8), at: "content/members/ada.md")
    try site.write(Array("list".utf8), at: "content/notes/b.md", makingFolders: true)
    try site.move("content/posts/a.md", to: "content/posts/b.md")
    try site.move("content/notes", to: "content/papers")
    #expect(
      try folder.site("site") == [
        "content/posts/b.md": "new", "content/members/ada.md": "first",
        "content/papers/b.md": "list",
      ])
    #expect(folder.marks("site/content/members/ada.md").last.map { $0 & 0o777 } == 0o644)
    try site.remove("content/papers/b.md")
    try site.removeFolder("content/papers")
    #expect(!folder.exists("site/content/papers"))
  }

  @Test(
    "nothing is changed through a link below the site's folder, wherever the link leads",
    arguments: ["../../outside", "posts", "nowhere", "members"])
  func links(target: String) throws {
    folder.link("site/content/members", to: target)
    let site = try SiteFolder(folder("site"))
    let trouble = FileTrouble.throughLink(path: folder("site/content/members"))
    #expect(
      trouble.message
        == "'\(folder("site"))/content/members' is a symbolic link, which is never written through")
    for path in ["content/members/a.md", "content/members/new/a.md"] {
      #expect(throws: trouble) { try site.write([1], at: path) }
      #expect(throws: trouble) { try site.write([1], at: path, makingFolders: true) }
      #expect(throws: trouble) { try site.create([1], at: path) }
      #expect(throws: trouble) { try site.move(path, to: "content/b.md") }
      #expect(throws: trouble) { try site.move("content/posts/a.md", to: path) }
      #expect(throws: trouble) { try site.remove(path) }
      #expect(throws: trouble) { try site.removeFolder(path) }
      #expect(throws: trouble) { try site.isFree(path) }
    }
    #expect(try folder.site("outside") == ["a.md": "theirs"])
    #expect(folder.text("site/content/posts/a.md") == "old")
    #expect(!folder.exists("site/content/nowhere"))
  }

  @Test("a file that is a link itself is neither written through nor replaced")
  func linkedFile() throws {
    folder.link("site/content/a.md", to: "../../outside/a.md")
    folder.link("site/content/gone.md", to: "nowhere.md")
    let site = try SiteFolder(folder("site"))
    for name in ["a.md", "gone.md"] {
      let path = "content/\(name)"
      #expect(throws: FileTrouble.throughLink(path: folder("site/\(path)"))) {
        try site.write([1], at: path)
      }
      #expect(throws: FileTrouble.taken(path: folder("site/\(path)"))) {
        try site.create([1], at: path)
      }
      #expect(try !site.isFree(path))
    }
    #expect(folder.text("outside/a.md") == "theirs")
    #expect(!folder.exists("site/content/nowhere.md"))
    try site.remove("content/a.md")
    #expect(folder.text("outside/a.md") == "theirs")
  }

  @Test("the way to the site's own folder may lead through links")
  func linkToTheSite() throws {
    folder.link("alias", to: "site")
    let site = try SiteFolder(folder("alias"))
    try site.write(Array("new".utf8), at: "content/posts/a.md")
    #expect(folder.text("site/content/posts/a.md") == "new")
  }

  @Test(
    "a new file never takes the place of what is there",
    arguments: ["file", "folder", "pipe"])
  func taken(kind: String) throws {
    switch kind {
    case "file": folder.write("site/content/x.md", "mine")
    case "folder": folder.makeFolder("site/content/x.md")
    default: folder.makePipe("site/content/x.md")
    }
    let marks = folder.marks("site/content/x.md")
    let site = try SiteFolder(folder("site"))
    let trouble = FileTrouble.taken(path: folder("site/content/x.md"))
    #expect(
      trouble.message == "'\(folder("site"))/content/x.md' is there already and was left as it is")
    #expect(throws: trouble) { try site.create([1], at: "content/x.md") }
    #expect(throws: trouble) { try site.move("content/posts/a.md", to: "content/x.md") }
    #expect(folder.marks("site/content/x.md") == marks)
    let listing = try LocalFileTree(folder("site")).listing(below: nil)
    let names = listing.items.map(\.path.description)
    #expect(names.filter { $0 != "content/x.md" } == ["content/posts/a.md"])
  }

  @Test("a name of 255 bytes can be written")
  func longName() throws {
    let name = String(repeating: "a", count: 252) + ".md"
    let site = try SiteFolder(folder("site"))
    try site.create([0x41], at: "content/\(name)")
    try site.write([0x42], at: "content/\(name)")
    #expect(folder.text("site/content/\(name)") == "B")
  }

  @Test(
    "a path that is no path of a site is refused",
    arguments: ["../outside/a.md", "/etc/hosts", "content/../../outside/a.md", "", "content//a.md"])
  func refused(path: String) throws {
    let site = try SiteFolder(folder("site"))
    #expect(throws: FileTrouble.self) { try site.write([1], at: path) }
    #expect(throws: FileTrouble.self) { try site.create([1], at: path) }
    #expect(throws: FileTrouble.self) { try site.remove(path) }
    #expect(folder.text("outside/a.md") == "theirs")
  }

  @Test("a file in the place of a folder, and a folder in the place of a file, are named")
  func wrongKinds() throws {
    let site = try SiteFolder(folder("site"))
    #expect(throws: FileTrouble.notFolder(path: folder("site/content/posts/a.md"))) {
      try site.create([1], at: "content/posts/a.md/b.md")
    }
    #expect(throws: FileTrouble.missing(path: folder("site/content/none"))) {
      try site.write([1], at: "content/none/b.md")
    }
    let error = #expect(throws: FileTrouble.self) { try site.write([1], at: "content/posts") }
    #expect(error?.message.contains("/content/posts': Is a directory") == true)
  }

  @Test("what a killed command left half written does not hold up the next")
  func leftOver() throws {
    folder.write("site/content/.handbook-new-\(getpid())", "half")
    try SiteFolder(folder("site")).create([0x41], at: "content/a.md")
    #expect(folder.text("site/content/a.md") == "A")
    #expect(!folder.exists("site/content/.handbook-new-\(getpid())"))
  }

  @Test("a new site's folder is made, also where its parents are missing")
  func newSite() throws {
    try SiteFolder(folder("new/deep"), makingMissing: true).create([0x41], at: "content/a.md")
    #expect(folder.text("new/deep/content/a.md") == "A")
    #expect(throws: FileTrouble.missing(path: folder("none"))) { try SiteFolder(folder("none")) }
    #expect(throws: FileTrouble.notFolder(path: folder("outside/a.md"))) {
      try SiteFolder(folder("outside/a.md"))
    }
  }
}
