/// Makes random Markdown, the same for the same seed: fragments that mean something, put together
/// without regard to whether they fit.
struct DocumentGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func document() -> [UInt8] {
    var document: [UInt8] = []
    for _ in 0..<(1 + next(below: 30)) {
      document += Self.fragments[next(below: Self.fragments.count)].utf8
    }
    return document
  }

  /// SplitMix64.
  private mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(bound))
  }

  private static let fragments = [
    "a", "b c", " ", "  ", "\n", "\n", "\n\n", "\n\n", "\t", "    ", "\r\n", "*", "**", "_", "__",
    "`", "``", "```\n", "~~~ js\n", "# ", "## ", "===\n", "---\n", "> ", ">", "- ", "+ ", "* ",
    "1. ", "7) ", "[", "]", "](", ")", "![", "[a]", "[a]: /u 't'\n", "[[a]]", "[[a|b]]", "[[a#b]]",
    "<b>", "</b>", "<!-- c -->", "<div>\n", "<?x", "<a@b.co>", "<http://a.b>", "&amp;", "&#35;",
    "&x", "\\", "\\@", "\\*", "\\[", "\\`", "@ada", "a@b.co", "http://a.b/c", "(d.md)",
    "(javascript:x)", "(<e f>)", "\"", "'", "é", "語", "\u{202E}", "\u{2028}", "|", "| a | b |\n",
    "|---|:-:|\n", "~~", "- [ ] ", "- [x] ", "[^1]", "[^1]: n\n", "> [!NOTE]\n", "• ", "{{< x >}}",
    "www.a.b", "<td>", "<input>", "<i", "\\|", "~",
  ]
}
