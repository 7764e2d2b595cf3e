import Diagnostics
import Site
import Testing

@Suite("What is published of the built-in style sheet and scripts")
struct LightenedTests {
  private func lightened(_ text: String, _ name: String) -> String {
    String(decoding: Site.lightened(Array(text.utf8), named: name), as: UTF8.self)
  }

  @Test("comments of a style sheet go, and the space that CSS does not need")
  func styleSheet() {
    let sheet = """
      /* Ground { } */
      a, b > c {
        margin: 0 auto; /* why */
        width: calc(1rem + 2px);
      }
      nav :is(ul, ol) li::after {content: " /* no: comment, */ "; color: red;}
      @media screen and (min-width: 48rem) {
        p {top: 0}
      }
      """
    #expect(
      lightened(sheet, "assets/style.css") == """
        a,b>c{margin:0 auto;width:calc(1rem + 2px)}\
        nav :is(ul,ol) li::after{content:" /* no: comment, */ ";color:red}\
        @media screen and (min-width:48rem){p{top:0}}
        """)
  }

  @Test("comments of a script that are lines go, and indentation; a line stays a line")
  func script() {
    let script = """
      // What it does.
      (() => {
        // Why.
        const address = "https://example.org"; // kept

        return address
      })();
      """
    #expect(
      lightened(script, "assets/a.js") == """
        (() => {
        const address = "https://example.org"; // kept
        return address
        })();

        """)
  }

  @Test("no built-in script has a text of several lines, whose lines would lose their indentation")
  func severalLines() {
    for file in BuiltInTheme.files where file.path.hasSuffix(".js") {
      for line in file.bytes.split(separator: UInt8(ascii: "\n")) {
        let quotes = line.filter { $0 == UInt8(ascii: "`") }.count
        #expect(quotes.isMultiple(of: 2), "\(file.path): \(String(decoding: line, as: UTF8.self))")
      }
    }
  }

  @Test("a site's own files are published as they are")
  func own() {
    let own = SourceText(path: "templates/assets/style.css", "a { b: c }\n")
    let theme = ThemeSources(own: [own])
    #expect(theme.published["style.css"] == own.bytes)
    #expect(theme.published["colours.js"].map { $0.count > 300 && $0.count < 1_000 } == true)
  }
}
