import Diagnostics
import Files
import Markup
import TestSupport
import Testing

@testable import Importing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What programs put on the clipboard: `Pasted/NN-name.html`, with its plain text in `.txt` where
/// that matters, and the Markdown expected in `.md`.
@Suite("What is pasted becomes Markdown, never HTML")
struct PastedTests {
  static let fragments: [String: String] = {
    let files = (try? filesOfRepository(below: "Tests/DeskTests/Pasted")) ?? []
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }()

  static let names = fragments.keys.filter { $0.hasSuffix(".html") }
    .map { String($0.dropLast(".html".count)) }.sorted()

  @Test("there are forty fragments")
  func number() { #expect(Self.names.count >= 40) }

  @Test("each comes out as it is written down", arguments: names)
  func fragment(name: String) throws {
    let pasted = Pasted(
      html: Self.fragments["\(name).html"] ?? "", plain: Self.fragments["\(name).txt"] ?? "")
    let file = "Tests/DeskTests/Pasted/\(name).md"
    if getenv("RECORD") != nil, Self.fragments["\(name).md"] != pasted.markdown + "\n" {
      try SiteFolder(repository).write(Array((pasted.markdown + "\n").utf8), at: file)
      Issue.record("\(file) was written: read it, then run again without RECORD")
      return
    }
    #expect(pasted.markdown + "\n" == Self.fragments["\(name).md"])
    expectsNoHTML(pasted.markdown)
  }

  @Test(
    "details that nobody sees stay where they were",
    arguments: [
      "ines.moreau", "Ines Moreau", "IM1", "Tomasz", "Leila", "AppData", "secret", "salary",
      "mc_eid", "Author", "utm_source", "8af2c41d77",
    ])
  func details(word: String) {
    for name in Self.names {
      #expect(Self.fragments["\(name).md"]?.contains(word) == false, "\(name)")
    }
  }

  @Test(
    "only links to the web and to e-mail stay links",
    arguments: [
      "javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "java&#9;script:x",
      "&#106;avascript:x", "data:text/html,x", "vbscript:x", "//example.org", "/a", "#a", "",
      "file:///a", "blob:x", "https://user@example.org/", "https://", "ftp://example.org/",
      "https://a.example\\@b.example/", "http:x", "\u{1}https://example.org/",
      "https://eur01.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)",
    ])
  func refusedLinks(address: String) {
    #expect(Pasted(html: "<a href=\"\(address)\">words</a>", plain: "").markdown == "words")
  }

  @Test(
    "an address can end neither its link nor the text",
    arguments: [
      ("https://e.org/a b", "https://e.org/a%20b"), ("https://e.org/&quot;&gt;<x>", nil),
      ("https://e.org/`|\\", "https://e.org/%60%7C%5C"), ("https://e.org/)](x", nil),
    ] as [(String, String?)])
  func odd(address: String, written: String?) {
    let markdown = Pasted(html: "<a href=\"\(address)\">words</a>", plain: "").markdown
    if let written { #expect(markdown == "[words](\(written))") }
    expectsNoHTML(markdown)
  }

  static let pieces = [
    "<", "<a href=\"", "<a href='https://e.org/)'>x</a>", "<p>", "<ul><li>", "<table><tr><td>",
    "</p>", "<b>", "</b>", "<script>", "&amp;", "&lt;b&gt;", "<pre>", "</pre>", "<blockquote>",
    "<!--", "<div hidden>", "<span style='font-weight:700'>", "</div>", "<li>", "<td colspan=60>a",
    "<tr><td rowspan=9>a", "![[]()", "\0", "&#0;", "&#x110000;", "&nbsp", "a ", "<ol><li>a</ol>",
    "<!--StartFragment-->", "<h1>", "<p style='mso-list:l0 level9'>a", "</", "<table>", "`",
    "```\n", "<br>", "\\", "[x](<b>)", "*_~|", "\n", "<sup>2</sup>", "{{<script>}}", "{% x %}",
    "<svg><style><!--</style><img src=x onerror=alert(1)>", "<noscript><p title='</noscript><b>'>",
    "<input type=checkbox>", "<code>", "</code>", "<hr>", "-", "1.", "#", "!", "[", "]",
    "<img src=x>", "&#60;script&#62;", "\u{202E}", "\u{E0041}",
  ]

  @Test("a lot of one thing comes to an end, and to no HTML", arguments: pieces)
  func large(piece: String) {
    let isLarge = ["<", "<a href=\"", "<ul><li>", "&amp;"].contains(piece)
    let html = String(
      repeating: piece, count: (isLarge ? 400_000 : 20_000) / piece.utf8.count)
    expectsNoHTML(Pasted(html: html, plain: "").markdown)
  }

  @Test("whatever comes in, no HTML comes out", arguments: 0..<200)
  func random(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let make = { () -> String in
      (0..<Int.random(in: 1...60, using: &random))
        .compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
    }
    let (html, plain) = (make(), make())
    expectsNoHTML(Pasted(html: html, plain: "").markdown, html)
    for pasted in [
      Pasted(html: html, plain: plain), Pasted(html: "", plain: plain),
      Pasted(html: "<pre style='font-family:monospace'>\(plain)", plain: plain),
    ] {
      #expect(!holdsRawHTML(pasted.markdown), "\(html)")
    }
  }

  @Test(
    "characters that nobody sees are gone",
    arguments: [
      "\0", "\u{1B}", "\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{E0041}", "\u{AD}",
    ])
  func unseen(character: String) {
    #expect(Pasted(html: "<p>a\(character)b</p>", plain: "").markdown == "ab")
    #expect(Pasted(html: "", plain: "a\(character)b").markdown == "ab")
  }
}

/// That nothing of a text is HTML, a picture, an anchor or a link of another kind, as the site reads
/// it.
private func expectsNoHTML(
  _ markdown: String, _ html: String = "", at place: Testing.SourceLocation = #_sourceLocation
) {
  #expect(!holdsRawHTML(markdown), "\(html)", sourceLocation: place)
  let source = SourceText(path: "content/pages/a.md", bytes: Array(markdown.utf8))
  let body = Body.parse(source, from: 0, dialect: .handbook, titleFromHeading: false).value
  #expect(body.anchors == [], sourceLocation: place)
  #expect(body.images.isEmpty, "\(html)", sourceLocation: place)
  for link in body.links {
    guard case .elsewhere(let address) = link.destination else { continue }
    let isAllowed = ["http://", "https://", "mailto:"].contains {
      address.lowercased().hasPrefix($0)
    }
    #expect(isAllowed, "\(address)", sourceLocation: place)
  }
}
