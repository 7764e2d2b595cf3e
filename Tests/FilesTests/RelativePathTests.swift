import Files
import Testing

@Suite("Relative paths")
struct RelativePathTests {
  @Test(
    "an ordinary path is kept as it is written",
    arguments: [
      "a", "a.html", "posts/2026-02-12-circle.html", ".well-known/x", "café/naïve.md", "a b.md",
      "cafe\u{301}.md", "100%.md", "a%20b", "a..b", "...a", "console.md", "com.md", "com10.txt",
      "nulls/x", "日本語/頁.html", "हिन्दी.md", "a~", "#a", "👩🏽‍🏫.md",
    ])
  func ordinary(_ text: String) throws {
    #expect(try RelativePath(text).description == text)
  }

  @Test(
    "a path that breaks a rule is refused with the reason",
    arguments: [
      ("", "a path can't be empty"),
      ("/etc/x", "a path starts with the name of a file or folder, not with '/'"),
      ("//host/x", "a path starts with the name of a file or folder, not with '/'"),
      ("a//b", "a path has a name before and after every '/'"),
      ("a/", "a path has a name before and after every '/'"),
      (".", "'.' and '..' can't be parts of a path"),
      ("..", "'.' and '..' can't be parts of a path"),
      ("../x", "'.' and '..' can't be parts of a path"),
      ("a/./b", "'.' and '..' can't be parts of a path"),
      ("a/..", "'.' and '..' can't be parts of a path"),
      ("%2e%2e%2fx", "'%2e', '%2f' and '%5c' can't be in a path"),
      ("%2E./x", "'%2e', '%2f' and '%5c' can't be in a path"),
      ("a%2Fb", "'%2e', '%2f' and '%5c' can't be in a path"),
      ("a%5cb", "'%2e', '%2f' and '%5c' can't be in a path"),
      ("a%5Cb", "'%2e', '%2f' and '%5c' can't be in a path"),
      ("a\\b", "the parts of a path are separated by '/', never by '\\'"),
      ("a\0b", "invisible characters and line breaks can't be in a path"),
      ("a\nb", "invisible characters and line breaks can't be in a path"),
      ("a\r\nb", "invisible characters and line breaks can't be in a path"),
      ("a\u{7F}", "invisible characters and line breaks can't be in a path"),
      ("a\u{85}b", "invisible characters and line breaks can't be in a path"),
      ("a\u{2028}b", "invisible characters and line breaks can't be in a path"),
      ("a\u{202E}dm.b", "invisible characters and line breaks can't be in a path"),
      ("..\u{301}", "an accent alone can't begin a name or follow a dot"),
      ("..\u{301}/x", "an accent alone can't begin a name or follow a dot"),
      ("a/\u{338}b", "an accent alone can't begin a name or follow a dot"),
      ("\u{301}a", "an accent alone can't begin a name or follow a dot"),
      ("a/\u{20D2}b", "an accent alone can't begin a name or follow a dot"),
      ("a.\u{200D}b", "an accent alone can't begin a name or follow a dot"),
      ("con", "'con' is a name that Windows keeps for a device"),
      ("nul.md", "'nul' is a name that Windows keeps for a device"),
      ("a/AUX.b.c", "'AUX' is a name that Windows keeps for a device"),
      ("Prn /x", "a name can't end with a dot or a space"),
      ("prn .txt", "'prn' is a name that Windows keeps for a device"),
      ("com1", "'com1' is a name that Windows keeps for a device"),
      ("LPT9.html/x", "'LPT9' is a name that Windows keeps for a device"),
      ("com².x", "'com²' is a name that Windows keeps for a device"),
      ("CONIN$", "'CONIN$' is a name that Windows keeps for a device"),
      ("C:/x", "':' can't be in a name, since Windows refuses it"),
      ("a?b", "'?' can't be in a name, since Windows refuses it"),
      ("a*", "'*' can't be in a name, since Windows refuses it"),
      ("a<b", "'<' can't be in a name, since Windows refuses it"),
      ("a>b", "'>' can't be in a name, since Windows refuses it"),
      ("a|b", "'|' can't be in a name, since Windows refuses it"),
      ("a\"b", "'\"' can't be in a name, since Windows refuses it"),
      ("a.", "a name can't end with a dot or a space"),
      (".../x", "a name can't end with a dot or a space"),
      ("a /b", "a name can't end with a dot or a space"),
      (String(repeating: "x", count: 256), "a name can't be longer than 255 bytes"),
      (
        String(repeating: "abcdefg/", count: 128) + "x",
        "a path can't be longer than 1,024 bytes"
      ),
    ])
  func refused(_ text: String, _ reason: String) {
    #expect(problem { () throws(PathProblem) in _ = try RelativePath(text) } == reason)
    #expect(
      problem { () throws(PathProblem) in _ = try RelativePath(bytes: Array(text.utf8)) } == reason)
  }

  @Test("the longest name and the longest path are allowed")
  func longest() throws {
    #expect(try RelativePath(String(repeating: "x", count: 255)).name.utf8.count == 255)
    let path = String(repeating: "abcdefg/", count: 127) + "abcdefgh"
    #expect(try RelativePath(path).description.utf8.count == 1_024)
  }

  @Test(
    "bytes that are not UTF-8 are refused",
    arguments: [[0x61, 0xFF], [0xC0, 0xAE], [0xED, 0xA0, 0x80], [0xE9]] as [[UInt8]])
  func notUTF8(_ bytes: [UInt8]) {
    #expect(
      problem { () throws(PathProblem) in _ = try RelativePath(bytes: bytes) }
        == "a path is written in UTF-8")
  }

  @Test(
    "a path knows its name, stem, extension and folder",
    arguments: [
      ("posts/a.b.html", "a.b.html", "a.b", "html", "posts"),
      ("a/b/c", "c", "c", "", "a/b"),
      (".gitkeep", ".gitkeep", ".gitkeep", "", nil),
      ("A.MD", "A.MD", "A", "MD", nil),
    ])
  func pieces(
    _ text: String, _ name: String, _ stem: String, _ ending: String, _ parent: String?
  ) throws {
    let path = try RelativePath(text)
    #expect(path.name == name)
    #expect(path.stem == stem)
    #expect(path.fileExtension == ending)
    #expect(path.parent?.description == parent)
  }

  @Test("a path lists its parts, and the folders around it from the outermost")
  func around() throws {
    let path = try RelativePath("a/b/c.html")
    #expect(path.parts == ["a", "b", "c.html"])
    #expect(path.ancestors.map(\.description) == ["a", "a/b"])
  }

  @Test("a path is inside the folders around it, but not in itself or in a longer name")
  func inside() throws {
    let path = try RelativePath("posts/a/b.html")
    #expect(try path.isInside(.some("posts")))
    #expect(try path.isInside(.some("posts/a")))
    #expect(!path.isInside(path))
    #expect(try !path.isInside(.some("post")))
    #expect(try !path.isInside(.some("posts/a/b")))
  }

  @Test("what is appended keeps the rules too")
  func appending() throws {
    let posts = try RelativePath("posts")
    #expect(try posts.appending("a/b.html").description == "posts/a/b.html")
    #expect(try posts.appending(.some("c")).description == "posts/c")
    #expect(throws: PathProblem.dotPart) { try posts.appending("../x") }
    #expect(throws: PathProblem.absolute) { try posts.appending("/x") }
    #expect(throws: PathProblem.emptyPart) { try posts.appending("") }
  }

  @Test("equality and order go by bytes, not by what String takes for equal")
  func bytes() throws {
    let composed = try RelativePath("caf\u{E9}")
    let decomposed = try RelativePath("cafe\u{301}")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    let texts = ["b", "a/b", "a.b", "a", "a-b", "Z", "é", "a b", "z"]
    let order = try texts.map { try RelativePath($0) }.sorted().map(\.description)
    #expect(order == ["Z", "a", "a b", "a-b", "a.b", "a/b", "b", "z", "é"])
  }

  private func problem(_ work: () throws(PathProblem) -> Void) -> String? {
    do {
      try work()
      return nil
    } catch {
      return error.reason
    }
  }
}

@Suite("Addresses between pages")
struct RelativeAddressTests {
  @Test(
    "an address leads from one page to another",
    arguments: [
      ("index.html", "index.html", "index.html"),
      ("index.html", "posts/a.html", "posts/a.html"),
      ("posts/a.html", "posts/b.html", "b.html"),
      ("posts/a.html", "tags/x.html", "../tags/x.html"),
      ("posts/a.html", "index.html", "../index.html"),
      ("a/b/c.html", "a/d/e.html", "../d/e.html"),
      ("a/b/c.html", "x.html", "../../x.html"),
      ("post/a.html", "posts/a.html", "../posts/a.html"),
      ("posts/a", "posts/a/b", "a/b"),
      ("é/a.html", "è/a.html", "../%C3%A8/a.html"),
      ("é/a.html", "é/b.html", "b.html"),
    ])
  func address(_ from: String, _ to: String, _ address: String) throws {
    #expect(try RelativePath(from).relativeAddress(to: RelativePath(to)) == address)
  }

  @Test("all but plain letters, digits and four signs is written as percent and two digits")
  func encoding() throws {
    let path = try RelativePath("a b/c&d'e(f)+g=h#i%20j@k!.x~y_z-1,;$[].html")
    #expect(
      path.percentEncoded
        == "a%20b/c%26d%27e%28f%29%2Bg%3Dh%23i%2520j%40k%21.x~y_z-1%2C%3B%24%5B%5D.html")
  }
}

@Suite("Colliding paths")
struct CollisionKeyTests {
  @Test(
    "two paths that some file system takes for one have the same key",
    arguments: [
      ("A", "a"), ("posts/Straße", "posts/strasse"), ("ẞ", "ß"), ("STRASSE", "straße"),
      ("caf\u{E9}", "cafe\u{301}"), ("CAF\u{C9}", "cafe\u{301}"), ("Σ", "ς"), ("Я", "я"),
      ("ﬁ", "FI"), ("\u{212B}", "å"),
    ])
  func collide(_ one: String, _ other: String) throws {
    #expect(try RelativePath(one).collisionKey == RelativePath(other).collisionKey)
  }

  @Test(
    "two paths that no file system confuses have different keys",
    arguments: [("a", "b"), ("cafe", "café"), ("a/b", "a-b"), ("o", "ø"), ("s", "ß")])
  func differ(_ one: String, _ other: String) throws {
    #expect(try RelativePath(one).collisionKey != RelativePath(other).collisionKey)
  }
}
