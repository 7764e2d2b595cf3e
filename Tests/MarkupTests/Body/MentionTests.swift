import Diagnostics
import Testing

@testable import Markup

@Suite("Mentions in a body")
struct MentionTests {
  @Test(
    "a name is letters and digits with single joiners between them",
    arguments: [
      ("@ada", ["ada"]), ("@ada-okafor.", ["ada-okafor"]), ("(@ada)", ["ada"]),
      ("@ada, @sian; **@noor**!", ["ada", "sian", "noor"]), ("@j.smith...", ["j.smith"]),
      ("@o'brien and @d’arcy", ["o'brien", "d’arcy"]), ("@Siân @李明 @Ли", ["Siân", "李明", "Ли"]),
      ("@ada's @noor’s", ["ada", "noor"]), ("@ada--x", ["ada"]), ("_@ada_ @a_b", ["ada", "a_b"]),
      ("“@ada” —@b", ["ada", "b"]), ("é @m-07:", ["m-07"]), ("\\*@ada", ["ada"]),
      ("a &amp;@ada", ["ada"]), ("x\n@ada", ["ada"]), ("[[x]]@ada", ["ada"]),
    ])
  func names(markdown: String, names: [String]) {
    #expect(ReadBody(markdown).body.mentions.map(\.name) == names)
  }

  @Test(
    "an at sign elsewhere is only that",
    arguments: [
      "a@b.org", "<a@b.org>", "é@b", "a_@b", "a.@b", "a-@b", "https://a.b/@ada", "`@ada`",
      "    @ada", "```\n@ada\n```", "[@ada](b.md)", "[x](a@ada)", "![@ada](b.png)", "@", "@ ada",
      "@-a", "@@", "@ada@example.org", #"\@ada"#, "**a**@ada", "`a`@ada", "<b c=@ada>",
    ])
  func others(markdown: String) {
    #expect(ReadBody(markdown).body.mentions.isEmpty)
  }

  @Test("an escaped at sign is shown without its backslash")
  func escaped() {
    #expect(
      ReadBody(#"\@ada \\@ada [\@b](c.md) ![\@d](e.png)"#).html == """
        <p>@ada \\{@ada} <a {path c.md}>@b</a> {image e.png}</p>

        """)
    #expect(ReadBody(#"![\@d `\@e`](e.png)"#).body.images[0].alternative == #"@d \@e"#)
  }

  @Test("a mention is a hole in the text, with its place in the file")
  func places() {
    let read = ReadBody("Thanks  @ada and\n> @ada, é @ada.")
    #expect(
      read.body.prose.blocks.map { read.words($0.range) } == [
        "Thanks {@ada} and", "{@ada}, é {@ada}.",
      ])
    #expect(read.body.mentions.map(\.span.text) == ["1:9+4", "2:3+4", "2:11+4"])
    #expect(read.body.mentions.map(\.place) == [7..<7, 12..<12, 17..<17])
  }
}
