import Diagnostics
import Testing

@Suite("Problems at a terminal")
struct TerminalPrinterTests {
  /// A problem at the words between ⟦ and ⟧ of a line.
  private func problem(
    _ marked: String, line: Int = 7, severity: Severity = .error, hints: [String] = []
  ) -> Diagnostic {
    let scalars = marked.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }
    let start = marked.unicodeScalars.prefix { $0 != "⟦" }.count
    let length = marked.unicodeScalars.drop { $0 != "⟦" }.dropFirst().prefix { $0 != "⟧" }.count
    let location = SourceLocation(
      path: "content/a.md", line: line, column: start + 1, length: length,
      excerpt: String(String.UnicodeScalarView(scalars)))
    return Diagnostic(severity, "test-id", at: location, "the rule", hints: hints)
  }

  private func printed(_ diagnostics: Diagnostic...) -> String {
    TerminalPrinter().text(for: diagnostics)
  }

  @Test("the place, the rule, the line with the words underlined, and the help")
  func whole() {
    let location = SourceLocation(
      path: "content/meetings/2026-02-12-circle.md", line: 7, column: 13, length: 10,
      excerpt: "attendees: [mria-lopez, ada-okafor]")
    let diagnostic = Diagnostic(
      .error, "unknown-member", at: location, "no member has the id 'mria-lopez'",
      because: "A reason.", hints: ["did you mean 'maria-lopez' (Maria Lopez)?", "or another"])
    #expect(
      printed(diagnostic) == """
        content/meetings/2026-02-12-circle.md:7:13: error: no member has the id 'mria-lopez' [unknown-member]
          7 | attendees: [mria-lopez, ada-okafor]
            |             ^^^^^^^^^^
            note: A reason.
            help: did you mean 'maria-lopez' (Maria Lopez)?
            help: or another
        1 error

        """)
  }

  @Test("nothing is printed where nothing is wrong")
  func nothing() {
    #expect(printed().isEmpty)
  }

  @Test("places of less than a word are shown as far as they go")
  func places() {
    let site = Diagnostic(.warning, "a", at: nil, "of the site")
    let file = Diagnostic(.privacy, "b", at: SourceLocation(path: "content/b.md"), "of the file")
    let line = Diagnostic(
      .error, "c", at: SourceLocation(path: "content/b.md", line: 12, excerpt: "  a line "), "all")
    let end = Diagnostic(
      .error, "d",
      at: SourceLocation(path: "content/b.md", line: 13, column: 4, excerpt: "end"), "the end")
    let blank = Diagnostic(
      .error, "e", at: SourceLocation(path: "content/b.md", line: 14, excerpt: ""), "blank")
    let unread = Diagnostic(.error, "f", at: SourceLocation(path: "content/c.md", line: 9), "none")
    #expect(
      printed(site, file, line, end, blank, unread) == """
        content/b.md: privacy: of the file [b]
        content/b.md:12: error: all [c]
          12 |   a line 
             |   ^^^^^^
        content/b.md:13:4: error: the end [d]
          13 | end
             |    ^
        content/b.md:14: error: blank [e]
          14 |
        content/c.md:9: error: none [f]
        warning: of the site [a]
        4 errors, 1 privacy finding, 1 warning

        """)
  }

  @Test("problems are sorted by path, line and column, whatever their order")
  func sorted() {
    func at(_ path: String, _ line: Int, _ column: Int, _ id: DiagnosticID) -> Diagnostic {
      let place = SourceLocation(path: path, line: line, column: column)
      return Diagnostic(.warning, id, at: place, "x")
    }
    let all = [
      at("b", 1, 1, "f"), at("a", 10, 1, "e"), at("a", 2, 9, "c"), at("a", 2, 9, "d"),
      at("a", 2, 1, "b"), at("a", 1, 5, "a"),
    ]
    let expected = """
      a:1:5: warning: x [a]
      a:2:1: warning: x [b]
      a:2:9: warning: x [c]
      a:2:9: warning: x [d]
      a:10:1: warning: x [e]
      b:1:1: warning: x [f]
      6 warnings

      """
    #expect(TerminalPrinter().text(for: all) == expected)
    #expect(TerminalPrinter().text(for: all.reversed()) == expected)
  }

  @Test("the site's folder is put before each path as the user typed it")
  func prefixes() {
    let diagnostic = Diagnostic(.error, "a", at: SourceLocation(path: "content/a.md"), "x")
    for (prefix, path) in [
      ("", "content/a.md"), (".", "content/a.md"), ("./", "content/a.md"),
      ("../site", "../site/content/a.md"), ("/srv/site/", "/srv/site/content/a.md"),
    ] {
      let text = TerminalPrinter(pathPrefix: prefix).text(for: [diagnostic])
      #expect(text == "\(path): error: x [a]\n1 error\n")
    }
  }

  @Test("a line is read from the file where a problem brings none")
  func readLine() {
    let place = SourceLocation(path: "content/a.md", line: 3, column: 1, length: 2)
    let printer = TerminalPrinter { path, line in "\(line) of \(path)" }
    #expect(
      printer.text(for: [Diagnostic(.error, "a", at: place, "x")]) == """
        content/a.md:3:1: error: x [a]
          3 | 3 of content/a.md
            | ^^
        1 error

        """)
  }

  @Test(
    "the carets stand below the words, whatever stands before them",
    arguments: [
      ("a\t⟦b⟧", "a   b", "    ^"),
      ("\t\t⟦ab⟧", "        ab", "        ^^"),
      ("ü\u{301}e\u{301} ⟦x⟧", "ü\u{301}e\u{301} x", "   ^"),
      ("日本 ⟦語x⟧!", "日本 語x!", "     ^^^"),
      ("🎉⟦a⟧", "🎉a", "  ^"),
      ("\u{0}⟦a⟧", "\\u{0}a", "     ^"),
      ("⟦\u{202E}⟧a", "\\u{202E}a", "^^^^^^^^"),
      ("a\u{200D}⟦b⟧", "a\u{200D}b", " ^"),
      ("ab⟦⟧", "ab", "  ^"),
    ])
  func alignment(_ marked: String, _ line: String, _ underline: String) {
    #expect(
      printed(problem(marked)) == """
        content/a.md:7:\(marked.unicodeScalars.prefix { $0 != "⟦" }.count + 1): error: the rule \
        [test-id]
          7 | \(line)
            | \(underline)
        1 error

        """)
  }

  @Test("a long line is cut to the words at fault and what fits beside them")
  func windows() {
    let words = String(repeating: "abcdefghi ", count: 40)
    let early = printed(problem("⟦abc⟧" + words))
    let middle = printed(problem(words + "⟦XYZ⟧ " + words))
    let late = printed(problem(words + "⟦XYZ⟧"))
    let all = printed(problem("⟦" + words + "⟧"))
    let gutter = "  7 | ".utf8.count
    for text in [early, middle, late, all] {
      let lines = text.split(separator: "\n")
      #expect(lines[1].unicodeScalars.count <= gutter + 100)
      #expect(lines[2].unicodeScalars.count <= gutter + 100)
    }
    #expect(
      middle == """
        content/a.md:7:401: error: the rule [test-id]
          7 | …i abcdefghi abcdefghi abcdefghi XYZ abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi ab…
            |                                  ^^^
        1 error

        """)
  }

  @Test("colours are a choice; they change nothing else")
  func colours() {
    let printer = TerminalPrinter(isColoured: true)
    let text = printer.text(for: [problem("a ⟦b⟧", severity: .privacy, hints: ["do"])])
    #expect(
      text == """
        \u{1B}[1mcontent/a.md:7:3:\u{1B}[0m \u{1B}[1;35mprivacy:\u{1B}[0m the rule [test-id]
        \u{1B}[2m  7 |\u{1B}[0m a b
        \u{1B}[2m    |\u{1B}[0m \u{1B}[1;35m  ^\u{1B}[0m
            \u{1B}[1mhelp:\u{1B}[0m do
        1 privacy finding

        """)
    #expect(printer.text(for: [problem("a")]).contains("\u{1B}[1;31merror:"))
    #expect(printer.text(for: [problem("a", severity: .warning)]).contains("\u{1B}[1;33mwarning:"))
  }

  @Test("of a flood of one id, ten are shown and the rest counted, unless all are asked for")
  func floods() {
    let flood = (1...52).map { problem("⟦a⟧", line: $0) }
    let other = Diagnostic(.warning, "other", at: SourceLocation(path: "content/z.md"), "x")
    let text = TerminalPrinter().text(for: flood + [other])
    #expect(text.split(separator: "\n").filter { $0.hasSuffix("[test-id]") }.count == 10)
    #expect(
      text.hasSuffix(
        """
        content/z.md: warning: x [other]
        … and 42 more [test-id]; --all shows them
        52 errors, 1 warning

        """))
    let all = TerminalPrinter(showsAll: true).text(for: flood + [other])
    #expect(all.split(separator: "\n").filter { $0.hasSuffix("[test-id]") }.count == 52)
    #expect(!all.contains("more"))
  }

  @Test(
    "nothing that an author writes can begin a command of a CI runner",
    arguments: [
      "::error::x", "  ::set-output name=a::b", "##[error]x", "a ##vso[task.x]y", "\r::warning::",
    ])
  func commands(_ hostile: String) {
    let place = SourceLocation(path: "content/\(hostile).md", line: 1, column: 1, excerpt: hostile)
    let diagnostic = Diagnostic(
      .error, "a", at: place, "about \(hostile)", because: hostile, hints: [hostile])
    let text = printed(diagnostic, Diagnostic(.error, "a", at: nil, hostile))
    for line in text.split(whereSeparator: \.isNewline) {
      #expect(!line.drop { $0 == " " }.hasPrefix("::"))
      let words = line.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) }
      #expect(!words.contains { $0.starts(with: "##[".utf8) || $0.starts(with: "##vso[".utf8) })
    }
  }

  @Test(
    "the count says how many of each",
    arguments: [
      (0, 0, 0, "no problems"), (1, 0, 0, "1 error"),
      (2, 1, 3, "2 errors, 1 privacy finding, 3 warnings"),
      (0, 2, 1, "2 privacy findings, 1 warning"),
    ])
  func count(_ errors: Int, _ privacy: Int, _ warnings: Int, _ text: String) {
    let severities =
      Array(repeating: Severity.error, count: errors)
      + Array(repeating: .privacy, count: privacy) + Array(repeating: .warning, count: warnings)
    let tally = Tally(severities.map { Diagnostic($0, "a", at: nil, "x") })
    #expect(tally.description == text)
    #expect(tally.isBlocking == (errors + privacy > 0))
  }
}
