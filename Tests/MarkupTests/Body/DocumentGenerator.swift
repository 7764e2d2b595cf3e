/// Makes random Markdown, the same for the same seed: fragments that mean something, put together
/// without regard to whether they fit.
struct DocumentGenerator {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  mutating func document() -> [UInt8] {
    var document: [UInt8] = []
    for _ in 0..<(1 + random.next(below: 30)) {
      document += random.pick(Self.fragments).utf8
    }
    return document
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
