/// Makes random Markdown that fits together: blocks within blocks by CommonMark's grammar, with
/// inlines within inlines, and now and then a line that is cut short or moved to the left.
struct GrammarGenerator {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  mutating func document() -> String {
    blocks(depth: 0).joined(separator: "\n") + random.pick(["", "\n", "\n\n"])
  }

  // MARK: Blocks

  /// The lines of a few blocks, most with blank lines between them.
  private mutating func blocks(depth: Int) -> [String] {
    var lines: [String] = []
    for number in 0...random.next(below: depth == 0 ? 6 : 3) {
      if number > 0, random.next(below: 4) > 0 { lines.append("") }
      lines += block(depth: depth)
    }
    return lines
  }

  private mutating func block(depth: Int) -> [String] {
    switch random.next(below: depth < 4 ? 13 : 9) {
    case 0: [String(repeating: "#", count: 1 + random.next(below: 7)) + " " + inlines(depth: 0)]
    case 1: [inlines(depth: 0), random.pick(["===", "---", "-", "= =", "   ==="])]
    case 2: fenced()
    case 3: ["    " + inlines(depth: 1), random.pick(["", "      ", "x"]), "    y"]
    case 4: [random.pick(["***", "- - -", "___ ", " **  * ** * ** * **", "+++"])]
    case 5: html()
    case 6: [definition()]
    case 7...8: paragraph()
    case 9...10: quote(depth: depth)
    default: list(depth: depth)
    }
  }

  private mutating func paragraph() -> [String] {
    (0...random.next(below: 3)).map { _ in
      random.pick(["", "", "", " ", "   ", "\t"]) + inlines(depth: 0)
        + random.pick(["", "", "", "  ", "\\", " "])
    }
  }

  private mutating func fenced() -> [String] {
    let fence = random.pick(["```", "````", "~~~", "~~~~~"])
    let lines = (0..<random.next(below: 4)).map { _ in random.pick(["", "  "]) + inlines(depth: 1) }
    let end = random.pick([[fence], [fence + "  "], [String(fence.dropLast())], []])
    return [random.pick(["", " ", "  "]) + fence + random.pick(["", "js", " a b", "\"<", "`"])]
      + lines + end
  }

  private mutating func html() -> [String] {
    random.pick([
      ["<div>", "*a*", "</div>"], ["<!-- a", "", "b -->"], ["<pre>", "", "x</pre> y"],
      ["<?a ?>"], ["<script>", "x"], ["<b>c</b>"], ["</p>", "[a]"], ["<![CDATA[", "]]>"], ["<x/>"],
    ])
  }

  private mutating func definition() -> String {
    let title = random.pick(["", " \"t\"", " 't\n u'", " (t)", " t", "\n\"v\""])
    return "[\(label())]:\(random.pick([" ", "", "\n  "]))\(address())\(title)"
  }

  private mutating func quote(depth: Int) -> [String] {
    blocks(depth: depth + 1).map { line in
      random.next(below: 6) == 0 ? line : random.pick(["> ", ">", " > ", ">\t"]) + line
    }
  }

  private mutating func list(depth: Int) -> [String] {
    let marker = random.pick(["- ", "* ", "+   ", "1. ", "7) ", "-\t", "123456789. ", "0)    "])
    let indent = String(repeating: " ", count: marker == "-\t" ? 4 : marker.utf8.count)
    var lines: [String] = []
    for _ in 0...random.next(below: 3) {
      for (number, line) in blocks(depth: depth + 1).enumerated() {
        let isLazy = random.next(below: 9) == 0
        lines.append((number == 0 ? marker : isLazy || line.isEmpty ? "" : indent) + line)
      }
      if random.next(below: 4) == 0 { lines.append("") }
    }
    return lines
  }

  // MARK: Inlines

  private mutating func inlines(depth: Int) -> String {
    (0...random.next(below: depth == 0 ? 5 : 3))
      .map { _ in inline(depth: depth) + random.pick(["", " ", " "]) }.joined()
  }

  private mutating func inline(depth: Int) -> String {
    guard depth < 4 else { return word() }
    switch random.next(below: 15) {
    case 0...4: return word()
    case 5: return around(random.pick(["*", "_", "**", "__", "***", "*_"]), depth)
    case 6: return around(random.pick(["`", "``", "` "]), depth)
    case 7: return "[" + inlines(depth: depth + 1) + "](" + address() + title() + ")"
    case 8: return "![" + inlines(depth: depth + 1) + "](" + address() + title() + ")"
    case 9: return "[" + label() + "]" + random.pick(["", "[]", "[\(label())]"])
    case 10:
      return "<" + random.pick(["http://a.b/?c&d", "e@f.gh", "i", "/i", "j k='l'", "!-- m"]) + ">"
    case 11: return random.pick(["&amp;", "&copy;", "&#42;", "&#x0;", "&nope;", "&#35;", "&"])
    case 12: return "\\" + random.pick(["*", "[", "]", "`", "<", "a", "\\", "&", "#", ""])
    case 13:
      return random.pick(["*", "_", "`", "[", "]", "![", "**", "<", ">", "(", ")", "~", "|"])
    default: return "\n"
    }
  }

  private mutating func around(_ mark: String, _ depth: Int) -> String {
    mark + inlines(depth: depth + 1) + String(mark.reversed())
  }

  private mutating func word() -> String {
    random.pick([
      "a", "bee", "snake_case", "2*3", "é", "語", "…", "\u{A0}", "\t", "@ada", "[[a]]", "http://a.b",
      "- [ ]", "#", "+", "1.", "x\u{301}", "👩‍🏫", "\u{FEFF}", "\u{2028}", "'q'", "\"r\"",
    ])
  }

  private mutating func label() -> String {
    random.pick(["a", "A", "b c", "B\n C", "ß", "*d*", "e]", ""])
  }

  private mutating func address() -> String {
    random.pick([
      "/u", "<v w>", "x(y)z", "", "<>", "https://a.b/?c=d&e", "javascript:f", "data:image/png;g",
      "DATA:x", "#h", "ö%20", "a\\*b", "&auml;", "<a\\>", "vbscript:", "file:///i",
    ])
  }

  private mutating func title() -> String {
    random.pick(["", "", " \"t\"", " 'a \"b\"'", " (c)", " \"&quot;\"", "  \"\"", "\n\"d\ne\""])
  }
}
