import TestSupport
import Testing

@Suite("A community that rests or has ended")
struct StandingTests {
  private static let settings = """
    name: The Circle
    timezone: Europe/London
    base_url: https://circle.example/handbook/
    repository: https://github.com/example/circle
    share: https://forms.example/share
    join: Come to a meeting.
    roles: [{id: host, title: Host}]
    series:
      - {id: evening, title: Evenings, rhythm: first thursday}
      - {id: morning, title: Mornings, rhythm: first friday}

    """

  private static let ada = """
    ---
    name: Ada Okafor
    consent: {name: yes, profile: yes, given: 2025-09-01}
    seeks: [retrieval]
    ---
    """

  /// A community with something to ask for in every way, it being 1 March 2026.
  private static func files(_ standing: String, language: String = "en") -> [String: String] {
    [
      "handbook.yml": settings + "language: \(language)\n" + standing,
      "members/ada-okafor.md": ada,
      "meetings/2026-02-05-a.md": "---\nseries: evening\n---\n# A\n\nWe met.\n",
      "posts/question.md":
        "---\ndate: 2026-02-10\nkind: question\nauthors: ada-okafor\n---\n# How?\n\nHow?\n",
      "resources/slip.md":
        "---\nkind: template\nlicence: cc-by-4.0\ncreators: ada-okafor\n---\n# Slip\n\nText.\n",
    ]
  }

  private static let closed =
    "status: closed\nstatus_since: 2026-02-20\nstatus_words: It was good & long.\n"
  private static let paused =
    "status: paused\nstatus_since: 2026-02-20\nstatus_words: Back in May.\n"

  @Test("it says so on every page, in its own words, escaped")
  func everyPage() async throws {
    let site = try await handbook(Self.files(Self.closed))
    #expect(site.report == "")
    let pages = site.pages.all.filter { $0.value.contains("<main id=\"main\"") }
    #expect(pages.count > 8)
    for (path, page) in pages {
      #expect(
        page.contains(
          "<p class=\"alert alert-note\"><strong>This community ended on 20 February 2026.</strong> It was good &amp; long.</p>"
        ), "\(path)")
    }
  }

  @Test(
    "each built-in language says it",
    arguments: [
      ("en", "This community has been resting since 20 February 2026."),
      ("es", "Esta comunidad está en pausa desde el 20 de febrero de 2026."),
      ("fr", "Cette communauté est en pause depuis le 20 février 2026."),
      ("de", "Diese Gemeinschaft ruht seit dem 20. Februar 2026."),
      ("cy", "Mae’r gymuned hon yn gorffwys ers 20 Chwefror 2026."),
      ("ar", "هذا المجتمع متوقف مؤقتًا منذ 20 فبراير 2026."),
    ])
  func languages(language: String, sentence: String) async throws {
    let site = try await handbook(Self.files(Self.paused, language: language))
    let home = site.pages["index.html", default: ""]
    #expect(home.contains("<strong>\(sentence)</strong> Back in May."))
    #expect(home.contains("<p><strong>\(sentence)</strong></p>\n<p>Come to a meeting.</p>"))
  }

  @Test("one that has ended asks nobody to join, to answer, to share or to take anything on")
  func asksNobody() async throws {
    let asking = try await handbook(Self.files(""))
    let ended = try await handbook(Self.files(Self.closed))
    let questions = [
      "How to join", "Could you?", "Answer this", "https://forms.example/share", "/new/main",
      "/edit/main", "If you have, tell us how it went",
    ]
    for question in questions {
      #expect(asking.pages.values.contains { $0.contains(question) }, "\(question)")
      #expect(!ended.pages.values.contains { $0.contains(question) }, "\(question)")
    }
  }

  @Test("no day is reckoned for a series while a community rests or once it has ended")
  func series() async throws {
    let going = try await handbook(Self.files(""))
    #expect(going.pages["series/morning.ics"] != nil)
    #expect(going.pages["index.html"]?.contains("every first Thursday") == true)
    for standing in [Self.paused, Self.closed] {
      let site = try await handbook(Self.files(standing))
      #expect(site.pages["series/morning.ics"] == nil)
      #expect(!site.pages.values.contains { $0.contains("every first Thursday") })
    }
  }

  @Test("the calendars say it")
  func calendars() async throws {
    let site = try await handbook(Self.files(Self.paused))
    let calendar = site.pages["meetings.ics", default: ""].replacing("\r\n ", with: "")
    let told = "This community has been resting since 20 February 2026. Back in May."
    #expect(calendar.contains("DESCRIPTION:\(told)\r\n"))
    #expect(calendar.contains("X-WR-CALDESC:\(told)\r\n"))
  }

  @Test("a day to come, and a status that goes on, change not one byte")
  func unchanged() async throws {
    let plain = try await handbook(Self.files("")).pages.all
    #expect(try await handbook(Self.files("status: active\n")).pages.all == plain)
    let later = "status: closed\nstatus_since: 2026-03-02\nstatus_words: Soon.\n"
    #expect(try await handbook(Self.files(later)).pages.all == plain)
  }

  @Test("a community that rests still asks, and its next meeting is shown")
  func pausedAsks() async throws {
    var files = Self.files(Self.paused)
    files["meetings/2026-05-07-again.md"] = "# We begin again\n"
    let home = try await handbook(files).pages["index.html", default: ""]
    #expect(home.contains("Could you?"))
    #expect(home.contains("We begin again"))
  }

  @Test("members are named until the day that the community has said, and not after it")
  func names() async throws {
    let last = Self.closed + "names_until: 2026-03-01\n"
    #expect(
      try await handbook(Self.files(last)).pages["posts/question.html"]?.contains("Ada Okafor")
        == true)
    let over = Self.closed + "names_until: 2026-02-28\nsource: private\n"
    let site = try await handbook(Self.files(over))
    #expect(!site.pages.isEmpty)
    #expect(!site.pages.values.contains { $0.contains("Okafor") })
    let resting = Self.paused + "names_until: 2026-02-28\n"
    #expect(
      try await handbook(Self.files(resting)).pages["posts/question.html"]?.contains("Ada Okafor")
        == true)
  }

  @Test("nobody is asked again for consent once a community has ended")
  func consent() async throws {
    var files = Self.files(Self.closed)
    files["members/ada-okafor.md"] = Self.ada.replacing("2025-09-01", with: "2024-09-01")
    #expect(try await handbook(files).report == "")
    files["handbook.yml"] = Self.files("")["handbook.yml"]
    #expect(try await handbook(files).report.contains("[stale-consent]"))
  }
}
