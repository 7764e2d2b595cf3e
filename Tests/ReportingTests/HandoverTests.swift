import Dates
import Reporting
import Testing

@Suite("The letter to hand over")
struct HandoverTests {
  private func letter(_ files: [String: String]) async throws -> String {
    HandoverPage().html(for: HandoverLetter(try await holdings(of: files)))
  }

  private var site: [String: String] {
    smallSite.merging([
      "handbook.yml": """
      name: The Riverside Circle
      timezone: Europe/London
      source: private
      navigation: [charter]
      repository: https://github.com/example/circle
      base_url: https://circle.example/
      contact: [circle@example.org, "https://forms.example/ask"]
      roles: [{id: host, title: Host}, {id: scribe, title: Scribe}]
      series: [{id: circle, title: The circle, rhythm: first thursday}]
      breaks: [{from: 2026-04-01, to: 2026-04-10}]
      """,
      "meetings/2026-03-05-circle.md":
        "---\ntitle: Third circle\nseries: circle\nchair: ada-okafor\n---\n",
      "posts/ask.md":
        "---\ntitle: How long?\ndate: 2026-02-20\nkind: question\nauthors: m-03\n---\n\nHow?\n",
      "members/noor.md":
        "---\nname: Noor\noffers: [{tag: reading-aloud, note: on Fridays}]\n---\n",
    ]) { $1 }
  }

  @Test("it tells what is promised, who holds what, and what comes, with names and days")
  func whole() async throws {
    let page = try await letter(site)
    let told = [
      "<h1>Handing over: <bdi>The Riverside Circle</bdi></h1>", "<p>1 March 2026</p>",
      "<li><strong><bdi>find the key</bdi></strong><br><bdi>Tomás Byrne</bdi><br><bdi>due on 24 December 2025</bdi>",
      "<strong><bdi>ask the school</bdi></strong><br><bdi>nobody</bdi>",
      "<strong><bdi>Noor</bdi></strong><br><bdi>reading-aloud: on Fridays</bdi>",
      "<strong><bdi>How long?</bdi></strong><br><bdi>Maria López</bdi>",
      "<strong><bdi>Host</bdi></strong><br><bdi>Ada Okafor, since 1 September 2025</bdi>",
      "<strong><bdi>Scribe</bdi></strong><br><bdi>nobody</bdi>",
      "<bdi>https://github.com/example/circle</bdi>", "<bdi>https://circle.example/</bdi>",
      "<bdi>circle@example.org</bdi>", "<bdi>https://forms.example/ask</bdi>",
      "<strong><bdi>More talk</bdi></strong>",
      "<bdi>Ada Okafor</bdi></strong><br><bdi>given on 28 February 2025</bdi>",
      "<strong><bdi>5 March 2026</bdi></strong><br><bdi>Third circle (in the chair: Ada Okafor)</bdi>",
      "<strong><bdi>7 May 2026</bdi></strong><br><bdi>The circle (not written yet: handbook new meeting --series circle)</bdi>",
      "<p class=\"line\">Who has it now, and who gets it:</p>",
    ]
    for words in told { #expect(page.contains(words), "\(words)") }
    // In a break, done, and beyond three months.
    for words in ["2 April 2026", "book the room", "4 June 2026"] {
      #expect(!page.contains(words), "\(words)")
    }
  }

  @Test("what is not known is a line to fill in, and of nothing it says so")
  func empty() async throws {
    let page = try await letter(quietSite)
    #expect(page.contains("<p>Nothing that was promised is open.</p>"))
    #expect(page.contains("<p>Nothing is planned, and no series would meet.</p>"))
    #expect(
      page.contains(
        "<strong><bdi>Git host</bdi></strong>\n<p class=\"line\">Address:</p>"))
  }

  @Test(
    "it is in the language of the handbook, else in English",
    arguments: [
      ("de", "ltr", "Übergabe", "1. März 2026"), ("fr", "ltr", "Passation", "1er mars 2026"),
      ("es", "ltr", "Traspaso", "1 de marzo de 2026"),
      ("cy", "ltr", "Trosglwyddo", "1 Mawrth 2026"),
      ("ar", "rtl", "تسليم المهام", "1 مارس 2026"), ("en", "ltr", "Handing over", "1 March 2026"),
    ])
  func languages(
    language: String, direction: String, title: String, day: String
  ) async throws {
    var files = quietSite
    files["handbook.yml"] = "name: Circle\ntimezone: Europe/London\nlanguage: \(language)\n"
    let page = try await letter(files)
    #expect(page.contains("<html lang=\"\(language)\" dir=\"\(direction)\">"))
    #expect(page.contains("<h1>\(title): <bdi>Circle</bdi></h1>"))
    #expect(page.contains("<p>\(day)</p>"))
  }

  @Test("a hostile name is text, whatever it holds")
  func hostile() async throws {
    let page = try await letter([
      "handbook.yml": """
      name: "<script>alert(1)</script> & \\u202Ecircle"
      timezone: Europe/London
      source: private
      contact: ["a&b<c>@example.org"]
      """,
      "members/ada.md": "---\nname: \"</li><img src=x onerror=alert(1)>\"\n---\n",
    ])
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }

  @Test("a community that rests plans no meeting of its series, and the letter says that it rests")
  func paused() async throws {
    var files = site
    files["handbook.yml", default: ""] += "\nstatus: paused\nstatus_since: 2026-01-20\n"
    let page = try await letter(files)
    #expect(page.contains("<strong>The community has been resting since 20 January 2026.</strong>"))
    #expect(!page.contains("--series circle"))
    #expect(page.contains("Third circle"))
  }
}
