import Diagnostics
import Markup
import Testing

@Suite("YAML is read as text")
struct PlainYAMLTests {
  @Test(
    "a value is the text as written, and nothing is said",
    arguments: [
      ("title: no", "title=no"),
      ("title: yes", "title=yes"),
      ("v: 1.10", "v=1.10"),
      ("id: 017", "id=017"),
      ("time: 18:30", "time=18:30"),
      ("date: 2026-02-30", "date=2026-02-30"),
      ("n: null", "n=-"),
      ("n: ~", "n=-"),
      ("n:", "n=-"),
      ("n: \"null\"", "n=null"),
      ("n: ''", "n="),
      ("a: 'it''s'", "a=it's"),
      ("a: \"say \\\"x\\\" \\u00e9\"", "a=say \"x\" é"),
      ("a: b # the rest is a comment", "a=b"),
      ("# first\na: b\n  # last", "a=b"),
      ("a: https://example.org/x#y?z=1&t=*", "a=https://example.org/x#y?z=1&t=*"),
      ("a: Q&A, R&D [draft] {x} *y* - z ? !", "a=Q&A, R&D [draft] {x} *y* - z ? !"),
      ("a: C# and F#", "a=C# and F#"),
      ("a:   spaced   ", "a=spaced"),
      ("a: [b, \"c, d\", 'e', f g]", "a=[b, c, d, e, f g]"),
      ("a: [what?, -x, https://x.org, 1:2]", "a=[what?, -x, https://x.org, 1:2]"),
      ("a: []\nb: {}", "a=[] b={}"),
      ("a: [\n  b, # one\n  #c,\n  d\n]", "a=[b, d]"),
      ("a: [\nb,\nc\n]\nd: e", "a=[b, c] d=e"),
      ("a: {b: c, d: [e, {f: g}]}", "a={b=c d=[e, {f=g}]}"),
      ("a:\n  - b\n  - c", "a=[b, c]"),
      ("a:\n- b\n- c\nd: e", "a=[b, c] d=e"),
      ("a:\n  - b: c\n    d: e\n  - b: f", "a=[{b=c d=e}, {b=f}]"),
      ("a:\n  b:\n    c: d\n  e: f\ng: h", "a={b={c=d} e=f} g=h"),
      ("a: |\n  b *c* [d\n   - e: f\n\n  --- &g\nh: i", "a=b *c* [d\n - e: f\n\n--- &g\n h=i"),
      ("a: >-\n  b\n  c\n\n  d\ne: f", "a=b c\nd e=f"),
      ("a: b\n  c &d [e\n\n  f\ng: h", "a=b c &d [e\nf g=h"),
      ("a: \"b\n  *c* [d\"\ne: f", "a=b *c* [d e=f"),
      ("a:\n  text on\n  its own\nb: c", "a=text on its own b=c"),
      ("\"a\": b\n'c d': e\nf g : h", "a=b c d=e f g=h"),
      ("  a: b\n  c: d", "a=b c=d"),
      ("a: b\n\t\n \t \nc: d", "a=b c=d"),
      ("a:\n  - \tb", "a=[b]"),
      ("🙂: b\né: c", "🙂=b é=c"),
      ("a: “curly” and ‘quotes’", "a=“curly” and ‘quotes’"),
    ])
  func text(_ lines: String, _ expected: String) {
    for breaks in ["\n", "\r\n", "\r"] {
      let read = matter(
        lines.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: breaks))
      #expect(read.value?.inShort == expected)
      #expect(told(read.diagnostics).isEmpty)
    }
  }

  @Test("whole files may begin with a marker and a byte order mark")
  func wholeFile() {
    let source = SourceText(path: "content/handbook.yml", "\u{FEFF}---\nname: Maths\n...\n")
    let read = FieldMap.read(wholeFile: source, roles: .unknown)
    #expect(read.value?.inShort == "name=Maths")
    #expect(read.diagnostics.isEmpty)
  }

  @Test(
    "each value has its own place",
    arguments: [
      "a: ⟦b c⟧", "é: \"⟦b c⟧\"", "a: '⟦b⟧' # c", "x: y\na: |\n  ⟦first line⟧\n  second",
      "a: ⟦[b, c]⟧ # d", "a: ⟦one⟧\n  two",
    ])
  func places(_ marked: String) throws {
    let bare = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let map = try #require(matter(bare).value)
    let span = try #require(map.fields.last?.value.span)
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("⟦") })
    let before = lines[line].prefix { $0 != "⟦" }.unicodeScalars.count
    let length = lines[line].drop { $0 != "⟦" }.dropFirst().prefix { $0 != "⟧" }
      .unicodeScalars.count
    #expect(span == SourceSpan(line: line + 2, column: before + 1, length: length))
  }
}
