import Build
import Community
import Diagnostics
import Files
import Importing
import TestSupport
import Testing

@Suite("Whatever an old site holds, what comes of it can be built")
struct AnySiteTests {
  @Test(
    "a site made of odd pieces builds, and tells nobody's name or address",
    arguments: 0..<200)
  func oddSites(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let tools: [Generator] = [.hugo, .jekyll, .obsidian, .mkdocs]
    let tool = tools[Int(seed) % tools.count]
    let isPublic = random.chance(0.3)
    let site = try await SettledSite(
      oddSite(of: tool, &random), of: tool, bytes: oddFiles(of: tool, &random),
      into: ["handbook.yml": isPublic ? plainSettings + "source: public\n" : privateSettings])
    #expect(site.blocking == [], "\(site.inspection.report)")
    #expect(site.outcome.remaining == [])
    if isPublic {
      let kept =
        site.outcome.changes.ledger.text + String(decoding: site.outcome.debt.text, as: UTF8.self)
      #expect(!withheld.contains { kept.contains($0) }, "\(kept)")
    }
    // To make every page takes long; what blocks tells of each.
    guard seed % 5 == 0 else { return }
    let told = await site.published.filter { text in
      withheld.contains { text.contains($0) }
    }
    #expect(told == [])
  }
}

/// What no page may say: names of those who have agreed to nothing, and addresses.
private let withheld = ["Okafor", "okafor", "Szczepański", "+44 7700", "family.net"]

private func oddSite(of tool: Generator, _ random: inout SplitMix) -> [String: String] {
  var files: [String: String] = [:]
  for number in 0..<Int.random(in: 2...9, using: &random) {
    let name = names.randomElement(using: &random) ?? "a"
    let folder = folders(of: tool).randomElement(using: &random) ?? ""
    files["\(folder)\(name)\(number % 3 == 0 ? "" : "-\(number)").md"] = oddPage(&random)
  }
  files["\(folders(of: tool)[0])certain.md"] =
    "---\ntitle: Certain\nauthors: [Ada Okafor, Łukasz Szczepański]\n---\nText.\n"
  return files
}

private func oddFiles(of tool: Generator, _ random: inout SplitMix) -> [String: [UInt8]] {
  let root = tool == .hugo ? "static/" : tool == .mkdocs ? "docs/" : ""
  var files: [String: [UInt8]] = [:]
  if random.chance(0.5) {
    files["\(root)img/Ada Okafor.png"] = paintedPicture(width: 8, height: 8)
  }
  if random.chance(0.3) { files["\(root)img/broken.png"] = Array("no picture".utf8) }
  if random.chance(0.3) {
    files["\(root)list.csv"] = Array("who,mail\nAda Okafor,ada@family.net\n".utf8)
  }
  if random.chance(0.3) {
    files["\(root)page.svg"] = Array("<svg><script>alert(1)</script></svg>".utf8)
  }
  return files
}

private func folders(of tool: Generator) -> [String] {
  switch tool {
  case .hugo:
    ["content/posts/", "content/", "content/events/", "content/authors/", "content/resources/"]
  case .jekyll: ["_posts/", "", "_events/", "_people/", "_drafts/"]
  case .mkdocs: ["docs/", "docs/guides/", "docs/meetings/", "docs/blog/"]
  case .obsidian, .markdown: ["", "Meetings/", "People/", "Notes/deep/er/"]
  }
}

private let names = [
  "a", "2020-01-10-first", "Ada Okafor", "index", "_index", "README", "über uns", "小明",
  "2026-13-45-bad",
  "a.b", "-", "interview-with-ada-okafor", "UPPER", "minutes-15-01-2025",
  "long-\(String(repeating: "x", count: 80))",
]

private func oddPage(_ random: inout SplitMix) -> String {
  var text = ""
  if random.chance(0.8) {
    let fields = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
      oddFields.randomElement(using: &random)
    }
    text += "---\n" + fields.joined(separator: "\n") + "\n---\n"
  }
  for _ in 0..<Int.random(in: 0...8, using: &random) {
    text += (oddTexts.randomElement(using: &random) ?? "") + "\n\n"
  }
  return text
}

private let oddFields = [
  "title: Plain", "title: Ada Okafor speaks", "title: \"a: b # c\"", "title:", "title: [a, b]",
  "date: 2020-01-10", "date: 2020-01-10T10:00:00+02:00", "date: soon", "date: 2026-02-30",
  "authors: [Ada Okafor]", "author: Łukasz Szczepański", "authors: {name: Ada Okafor}",
  "author: ada@family.net", "tags: [a, A, b c, '#d', 小]", "tags: x", "categories: {a: b}",
  "draft: true", "draft: maybe", "published: false", "description: |\n  Two lines\n  of Ada Okafor",
  "image: /img/Ada Okafor.png", "image: missing.png", "image: {url: https://example.org/a.png}",
  "aliases: [/old/ada-okafor/, /x.html, a b]", "permalink: /2020/:title/", "slug: Ada Okafor",
  "slug: ''", "lang: xx-yy-zz", "lang: fr", "weight: 10", "extra: {deep: {er: [1, {a: b}]}}",
  "start: 4:30 - 6:00 PM", "end: yesterday", "location: 12 Ada Okafor Street", "kind: PowerPoint",
  "link: www.example.org", "url: javascript:alert(1)", "license: Whatever", "licence: CC BY 4.0",
  "email: ada@family.net", "phone: +44 7700 900123", "consent: yes", "audience: friends",
  "translation_of: nothing", "series: unknown", "attendees: [Ada Okafor, Nobody Else]", "uid: same",
  "status: odd", "expiryDate: 2001-01-01", "resources: [{src: a}]", "layout: post",
  "featured: [1, 2",
]

private let oddTexts = [
  "Ada Okafor said so.", "# Ada Okafor", "## What **Ada** Okafor tried", "`Ada Okafor`",
  "```\nAda Okafor <ada@family.net>\n```", "[Ada Okafor](https://example.org/ada-okafor)",
  "![Ada Okafor](/img/Ada%20Okafor.png)", "![](missing.png)", "[x](gone.md)", "[[Gone]]", "[[a|b]]",
  "<a href=\"mailto:ada@family.net\">Ada Okafor</a>", "<script>alert(1)</script>",
  "<div title=\"Ada Okafor\">x</div>", "{{< youtube abc >}}",
  "{% include a.html name=\"Ada Okafor\" %}",
  "{{ site.baseurl }}/x", "%% Ada Okafor %%", "<!-- Ada Okafor -->", "ada@family.net",
  "<ada@family.net>", "[mail](mailto:ada@family.net?subject=x)", "+44 7700 900123",
  "tel:+447700900123", "- [ ] Ada Okafor: slips", "- [x] done",
  "| a | b |\n| - |\n| Ada Okafor | x | y |",
  "[^1]", "[^1]: Ada Okafor", "[ref]: https://example.org/ada-okafor", "[Ada Okafor][ref]", "***",
  "#",
  "#tag and #Ada", "<<<<<<< HEAD", "\u{202E}turned", "@ada-okafor and @nobody", "@AdaOkafor",
  "> [!note] Ada Okafor\n> text", ":::tip\nx\n:::", "Present: Ada Okafor, Łukasz Szczepański",
  "Łukasz Szczepański’s idea", "https://example.org/people/ada-okafor", "![[Ada Okafor.png]]",
  "[](empty)", "[a b](c d.md)", "Zoom passcode: 123456", "Emma in Year 4 cried.", "$x^2$",
  "==mark==",
  "~~Ada Okafor~~", "Ada\nOkafor", "Okafor, Ada", "A. Okafor", "Ms Okafor",
  "<img src=\"/img/Ada Okafor.png\" alt=\"Ada Okafor\">", "\\@ada", "[Ada Okafor]()",
  "1. a\n   - b\n\t- c",
]
