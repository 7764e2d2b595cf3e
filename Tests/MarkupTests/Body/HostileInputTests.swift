import Diagnostics
import TestSupport
import Testing

@testable import Markup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Hostile input")
struct HostileInputTests {
  /// Inputs that are refused, each with the id of the error and its line.
  static let refused: [(String, DiagnosticID, Int)] = [
    (repeated("![[]()", 40_000), "too-many-brackets", 1),
    (repeated("a\n", 5) + repeated("[", 10_001), "too-many-brackets", 6),
    (repeated(">", 100_000) + repeated("a*", 70_000), "nested-too-deep", 1),
    (repeated("- ", 5_000) + repeated("\n", 20_000), "nested-too-deep", 1),
    (repeated("1. ", 5_000), "nested-too-deep", 1),
    (
      repeated("a\n", 3) + repeated("*a **a ", 18_000) + repeated(" a** a*", 18_000),
      "nested-too-deep", 4
    ),
    (repeated("_", 100_000) + "." + repeated("_", 100_000), "nested-too-deep", 1),
    (nestedList(360) + repeated("\n", 128_000), "nested-too-deep", 101),
    (nestedList(60), "nested-too-deep", 50),
    (repeated("a", 256 * 1024 + 1), "entry-too-large", 0),
  ]

  /// Inputs that are merely odd: they are read.
  static let survived: [String] = [
    repeated("> ", 90) + repeated("a*", 100_000), repeated("<?x", 80_000), repeated("<!x", 80_000),
    repeated("<!-- ", 50_000), repeated("<![CDATA[", 4_900), repeated("*", 250_000),
    repeated("*a **a ", 18_000),
    repeated("a*_", 80_000), repeated("a`", 100_000), repeated("[a](b", 9_000),
    "[a]: /" + repeated("u", 100_000) + "\n\n" + repeated("[a]", 9_000), repeated("- a\n", 60_000),
    repeated("@a ", 80_000), repeated("[[a]] ", 4_900), repeated("\\@", 120_000),
    repeated("<b>", 80_000), repeated("a\n\n", 80_000), repeated("&#x41;", 40_000),
    repeated("\u{202E}", 80_000), repeated("\u{2028}", 80_000),
    repeated("[a](javascript:b) ", 9_000),
    repeated("![a](http://b) ", 9_000), repeated("[a][r] ", 4_000) + "\n\n[r]: b.md",
    repeated("# a\n", 60_000), repeated("@a’", 50_000), repeated("~a~", 80_000),
    repeated("~a ", 40_000) + repeated("b~ ", 40_000), repeated("a|b\n-|-\n\n", 9_000),
    repeated("    a|b\n    -|-\n\n", 9_000), "[^1]: a\n\n" + repeated("b[^1] ", 9_900),
    (0..<999).map { "[^\($0)]: a[^\($0 + 1)] b[^\($0)]\n" }.joined() + "x[^0]",
    repeated("    [^1]: a\n", 900), "<div>" + repeated("<b>", 80_000),
    "<div>" + repeated("</b>", 60_000), "<div>" + repeated("<script", 30_000),
    "<div>" + repeated("&amp;", 50_000), repeated("<b x='", 40_000), repeated("<a href=b>", 20_000),
    "http://a" + repeated(")", 200_000), repeated("http://a(", 28_000), repeated("a@", 120_000),
    repeated("a.", 120_000) + "@b", repeated("- [ ] a\n", 9_900), repeated("• ", 60_000),
    repeated("> [!NOTE]\n\n", 9_900), repeated("{{< a >}} ", 25_000), repeated("1) [x] a\n", 9_900),
    repeated("> ", 90) + "a|b\n" + repeated("> ", 90) + "-|-\n"
      + repeated(repeated("> ", 90) + "|\n", 900),
  ]

  @Test("input beyond a limit is refused with its place, on a thread with a stack of 1 MB")
  func refusal() {
    onSmallStack {
      for (text, id, line) in Self.refused {
        for dialect in [Dialect.handbook, .commonMark] {
          let read = ReadBody(text, dialect)
          #expect(read.diagnostics.map(\.id) == [id], "\(text.prefix(20))")
          #expect(read.diagnostics.map(\.severity) == [.error])
          #expect(read.diagnostics.first?.location?.line == line)
          #expect(read.body.pieces.isEmpty && read.body.html.isEmpty)
        }
      }
    }
  }

  @Test("odd input within the limits is read, on a thread with a stack of 1 MB")
  func survival() {
    onSmallStack {
      for text in Self.survived {
        let read = ReadBody(text)
        #expect(read.problems.allSatisfy { $0.contains("warning") }, "\(text.prefix(20))")
        let isWellFormed = read.body.isWellFormed
        #expect(isWellFormed, "\(text.prefix(20))")
      }
    }
  }

  @Test("each limit says what to do")
  func messages() {
    let tooLarge = ReadBody(Self.repeated("a", 300 * 1024)).diagnostics.first
    #expect(tooLarge?.summary == "an entry may be at most 256 KB of text; this one has 300 KB")
    #expect(tooLarge?.hints == ["move a part of it into an entry of its own and link to it"])
    let tooDeep = ReadBody(Self.repeated("> ", 101)).diagnostics.first
    #expect(
      tooDeep?.summary == "lists, quotes and emphasis go at most 100 deep, one inside another")
    #expect(
      tooDeep?.hints == [
        "start again at the left margin, or take out markers that were pasted by mistake"
      ])
    let brackets = ReadBody(Self.repeated("[", 10_001)).diagnostics.first
    #expect(brackets?.summary == "an entry may have at most 10,000 opening brackets '['")
    #expect(brackets?.hints == ["move a part of it into an entry of its own and link to it"])
  }

  @Test(
    "what is at a limit is read",
    arguments: [
      repeated("> ", 98) + "a", repeated("a", 256 * 1024), repeated("[", 10_000), nestedList(48),
      "|a|\n|-|\n" + repeated("b\n", 1_000), repeated("|a", 50) + "\n" + repeated("|-", 50),
      "```\n" + (0..<60).map { repeated(" ", $0 * 2) + "- a\n\n" }.joined() + "```",
    ])
  func atTheLimit(text: String) {
    #expect(ReadBody(text).problems == [])
  }

  @Test("refused characters are named, written as such or as entities")
  func noncharacters() {
    let read = ReadBody(
      bytes: Array("é ".utf8) + [0xEF, 0xB7, 0x90]
        + Array("\n&#xFDEF; &#65535; \\&#xFDD0; &#65; `".utf8) + [0xEF, 0xBF, 0xBE])
    #expect(
      read.problems == [
        "1:3+1 error noncharacter: U+FDD0 is not a character and cannot be in a text",
        "2:1+8 error noncharacter: U+FDEF is not a character and cannot be in a text",
        "2:10+8 error noncharacter: U+FFFF is not a character and cannot be in a text",
        "2:36+1 error noncharacter: U+FFFE is not a character and cannot be in a text",
      ])
    #expect(
      read.diagnostics[0].hints == [
        "delete it; it may not show in your editor, so type the words around it again"
      ])
    #expect(read.body.pieces.isEmpty)
  }

  @Test("controls of direction warn once a line")
  func directionControls() {
    let read = ReadBody("a\u{202E}b\u{202C}\nc \u{2066}d\u{2069}\n\u{200F}\u{2019}")
    #expect(
      read.problems == [
        "1:2+1 warning direction-control: an invisible character here changes the direction of the text around it",
        "2:3+1 warning direction-control: an invisible character here changes the direction of the text around it",
      ])
    #expect(
      read.diagnostics[0].hints == [
        "delete it unless the line mixes scripts that run left to right and right to left"
      ])
  }

  @Test(
    "CRLF, a lone CR and U+2028 give the page that LF gives",
    arguments: ["\r\n", "\r", "\u{2028}", "\u{2029}"])
  func lineBreaks(ending: String) {
    let text = "# a\n\nb [[c]]\n@d\n\n- e\n- f\\@g\n\n```\nh\n```\n"
    let read = ReadBody(text.replacing("\n", with: ending))
    let same = ReadBody(text)
    #expect(read.html == same.html)
    #expect(read.body.prose.text == same.body.prose.text)
    if ending.hasPrefix("\r") {
      #expect(read.body.links == same.body.links)
      #expect(read.body.mentions == same.body.mentions)
    }
  }

  @Test("lines after U+2028 are lines of the file")
  func linesAfterSeparator() {
    let read = ReadBody("---\n---\na\u{2028}b [[c]]\n@d\u{2028}\n# e", from: 8)
    #expect(read.body.links.map(\.span.text) == ["3:5+5"])
    #expect(read.body.mentions.map(\.span.text) == ["4:1+2"])
    #expect(read.body.headings.map(\.line) == [5])
  }

  @Test(
    "what could break out of an attribute or a tag is escaped",
    arguments: [
      (
        "``` js\"><script>\n```",
        "<pre><code class=\"language-js&quot;&gt;&lt;script&gt;\"></code></pre>\n"
      ),
      (
        #"[a](https://b "'\"><script>")"#,
        "<p><a href=\"https://b\" title=\"'&quot;&gt;&lt;script&gt;\" rel=\"noopener noreferrer\">a</a></p>\n"
      ),
      (
        #"[a](https://b"onclick=c)"#,
        "<p><a href=\"https://b%22onclick=c\" rel=\"noopener noreferrer\">a</a></p>\n"
      ),
      (
        "`<b>` &lt;i> {{title}} {{{x}}} {{>p}}",
        "<p><code>&lt;b&gt;</code> &lt;i&gt; {{title}} {{{x}}} {{&gt;p}}</p>\n"
      ),
    ])
  func escaping(markdown: String, html: String) {
    #expect(ReadBody(markdown).html == html)
  }

  @Test(
    "malformed UTF-8 is read without a crash",
    arguments: [
      [0xFF], [0xEF, 0xB7], [0xE2], [0x40, 0xC3], [0xF4, 0x90, 0x80, 0x80, 0x40, 0x61],
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) {
    #expect(ReadBody(bytes: bytes).diagnostics == [])
    #expect(ReadBody(bytes: bytes + Array(" @a".utf8)).body.mentions.count >= 1)
  }

  static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static func nestedList(_ depth: Int) -> String {
    (0..<depth).map { repeated(" ", $0 * 2) + "- a\n" }.joined()
  }
}

/// Runs work on a thread whose stack is 1 MB, and waits for it.
private func onSmallStack(_ work: @escaping @Sendable () -> Void) {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setstacksize(&attributes, 1 << 20)
  defer { pthread_attr_destroy(&attributes) }
  let box = Unmanaged.passRetained(Work(work))
  var thread = pthread_t()
  let failure = pthread_create(
    &thread, &attributes,
    { argument in
      if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
      return nil
    }, box.toOpaque())
  #expect(failure == 0)
  pthread_join(thread, nil)
}

private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}
