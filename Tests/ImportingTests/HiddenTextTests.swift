import Testing

@testable import Importing

@Suite("What the author of a page wrote for nobody to read")
struct HiddenTextTests {
  @Test(
    "comments go and are counted, in each tool's notation",
    arguments: [
      (.obsidian, "We met. %%she is unwell%%\n\n%%\nsecret\n%%\nEnd\n", "We met. \n\nEnd\n", 2),
      (.markdown, "We met. %%she is unwell%% 10 %% of", "We met.  10 %% of", 1),
      (.obsidian, "a %%never closed\n\nmore", "a ", 1),
      (.obsidian, "a %%b\n\n```\nc %%\n", "a \n", 1),
      (.obsidian, "100 %% b %%\n", "100 \n", 1),
      (.obsidian, "a <!-- b --> c", "a  c", 1),
      (.obsidian, "%%a%%%%b%%c", "c", 2),
      (.hugo, "a <!-- b\n\nc --> d\n<!-- e -->\nf\n", "a  d\nf\n", 2),
      (.hugo, "<!-- never closed\n\nsecret", "", 1),
      (.hugo, "a\n\n<!-- ```\nsecret\n``` -->\nb `x` c\n", "a\n\nb `x` c\n", 1),
      (.hugo, "a <!--more--> b <!-- TOC -->", "a  b ", 0),
      (.hugo, "[//]: # (a note)\n[comment]: <> (another)\nText\n", "Text\n", 2),
      (.hugo, "a %%b%%", "a %%b%%", 0),
      (.jekyll, "Seen. {% comment %}rude{% endcomment %} {% if false %}x{% endif %}", "Seen.  ", 2),
      (.jekyll, "{%- comment -%}\na\n{%- endcomment -%}\nb\n", "b\n", 1),
      (.jekyll, "{% if false %}a{% if x %}b{% else %}c{% endif %}{% else %}d{% endif %}e", "de", 1),
      (.jekyll, "{% unless true %}a{% endunless %}b", "b", 1),
      (.jekyll, "a {% comment %}never closed", "a ", 1),
      (.jekyll, "{% comment %}a{% comment %}b{% endcomment %}c{% endcomment %}d", "d", 1),
      (.jekyll, "```\n{% comment %}read before Markdown{% endcomment %}\n```\n", "```\n```\n", 1),
      (
        .jekyll, "{% raw %}{% comment %}shown{% endcomment %}{% endraw %}",
        "{% raw %}{% comment %}shown{% endcomment %}{% endraw %}", 0
      ),
      (.mkdocs, "a {# b #} c <!-- d -->\n", "a  c \n", 2),
      (.mkdocs, "## A {#id}\n", "## A {#id}\n", 0),
      (.markdown, "a {/* b */} c\n% a line\nd\n", "a  c\nd\n", 2),
      (.markdown, "50 % of it\n", "50 % of it\n", 0),
    ] as [(Generator, String, String, Int)])
  func comments(generator: Generator, written: String, text: String, count: Int) {
    let hidden = HiddenText(written, generator)
    #expect(hidden.text == text)
    #expect(hidden.count == count)
  }

  @Test(
    "code keeps what looks like a comment",
    arguments: [
      (.obsidian, "`%%a%%` ``b `%%` c`` \n\n```\n%%d%%\n```\n> ~~~\n> %%e%%\n> ~~~\n"),
      (.hugo, "`<!-- a -->`\n\n- ```html\n  <!-- b -->\n  ```\n"), (.hugo, "\\<!-- a -->"),
      (.mkdocs, "`{# a #}`"),
    ] as [(Generator, String)])
  func code(generator: Generator, text: String) {
    #expect(HiddenText(text, generator).text == text)
  }

  @Test("a mark of code that stands alone hides no comment behind it")
  func straySpan() {
    #expect(HiddenText("a ` b\n\n%%c%% ` d\n", .obsidian).text == "a ` b\n\n ` d\n")
    #expect(HiddenText("``` a ``` b <!-- c -->\n", .hugo).text == "``` a ``` b \n")
    #expect(
      HiddenText("1. ~~~\n   a\n   ~~~\n\n%%c%%\n", .obsidian).text == "1. ~~~\n   a\n   ~~~\n\n")
  }

  @Test(
    "what is opened often and never closed takes no time to speak of",
    arguments: [
      "<!--", "a <!-- ", "%%a", "{% comment %}", "{% if false %}", "`", "`` ` ", "{#", "{/*",
    ])
  func hostile(opener: String) {
    for generator in Generator.allCases {
      _ = HiddenText(String(repeating: opener, count: 100_000 / opener.utf8.count), generator)
    }
  }
}
