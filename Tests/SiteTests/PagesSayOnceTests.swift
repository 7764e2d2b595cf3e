import Build
import Community
import TestSupport
import Testing

@testable import Site

@Suite("Pages say a thing once")
struct PagesSayOnceTests {
  private static let minutes = """
    ---
    title: First circle
    series: circle
    ---
    Talk.

    ## Decisions

    - We begin on time. goal:recall
    - We end on time. goal:recall

    ## Actions

    - [ ] @ada-okafor Book the hall. due 2026-03-01 goal:recall
    """

  private static let files = [
    "handbook.yml":
      "name: The Circle\ntimezone: Europe/London\nseries:\n  - {id: circle, title: Tuesday circle}\n",
    "members/ada-okafor.md": """
    ---
    name: Ada Okafor
    consent: {name: yes, profile: yes, given: 2025-09-01}
    offers: [{tag: Feedback, note: In writing}, {tag: feedback, note: By voice}]
    seeks: [{tag: Maps}]
    ---
    """,
    "goals/recall.md": "---\nstatus: active\nmeasure: lessons\n---\n# Quiet minutes",
    "meetings/2026-01-15-circle.md": minutes,
    "meetings/2026-02-05-circle.md": "---\ntitle: Bare\nseries: circle\n---\n",
  ]

  private func page(_ path: String) async throws -> String {
    try await handbook(Self.files).pages[path, default: ""]
  }

  @Test("the head of minutes leads to the first decision and the first action, with their numbers")
  func outcomes() async throws {
    let minutes = try await page("meetings/2026-01-15-circle.html")
    #expect(minutes.contains("<li><a href=\"#decision-1\">2 decisions</a></li>"))
    #expect(minutes.contains("<li><a href=\"#action-1\">1 action</a></li>"))
    #expect(minutes.contains("id=\"decision-1\"") && minutes.contains("id=\"action-1\""))
    #expect(try await !page("meetings/2026-02-05-circle.html").contains(" decision"))
  }

  @Test("a member's card tells what they offer and look for, each topic once")
  func exchange() async throws {
    let list = try await page("members/index.html")
    #expect(list.contains("<b>Offers</b> <span>Feedback</span></p>"))
    #expect(list.contains("<b>Looks for</b> <span>Maps</span></p>"))
  }

  @Test("a list of the meetings of a series does not name it beside each")
  func series() async throws {
    #expect(try await page("meetings/index.html").contains("<li>Tuesday circle</li>"))
    #expect(try await !page("series/circle.html").contains("<li>Tuesday circle</li>"))
  }

  @Test("a goal's page does not say of each action and decision that it serves the goal")
  func goals() async throws {
    let link = "<li><a href=\"goals/recall.html\">Quiet minutes</a></li>"
    #expect(try await page("decisions.html").contains(link))
    let goal = try await page("goals/recall.html")
    #expect(goal.contains("We begin on time."))
    #expect(!goal.contains("<li><a href=\"recall.html\">Quiet minutes</a></li>"))
  }

  @Test("what might have been missed is told meeting by meeting, each named once")
  func missed() async throws {
    let missed = try await page("missed.html")
    let meeting = "<a href=\"meetings/2026-01-15-circle.html\">First circle</a>"
    #expect(missed.components(of: meeting) == 1)
    #expect(missed.contains("#decision-1\">Decision 1</a>"))
    #expect(missed.contains("#decision-2\">Decision 2</a>"))
  }

  @Test(
    "a goal that is closed has no heading over milestones that it never had",
    arguments: [("dropped", false), ("achieved", false), ("paused", true), ("active", true)])
  func milestones(status: String, has: Bool) async throws {
    let pages = try await handbook([
      "goals/recall.md": "---\nstatus: \(status)\nmeasure: lessons\n---\n# Recall"
    ]).pages
    #expect(pages["goals/recall.html", default: ""].contains("id=\"milestones\"") == has)
    #expect(pages["goals/recall.html", default: ""].contains("href=\"#milestones\"") == has)
    let kept = try await handbook([
      "goals/recall.md":
        "---\nstatus: \(status)\nmeasure: lessons\nmilestones: [{title: Ask}]\n---\n# Recall"
    ]).pages
    #expect(kept["goals/recall.html", default: ""].contains("id=\"milestones\""))
  }

  @Test("lists of pages and of successes do not say on each card what it is")
  func kickers() async throws {
    let pages = try await handbook([
      "pages/charter.md": "# Charter",
      "posts/2026-01-10-open.md": "---\ntitle: A\nkind: story\n---\n",
      "successes/heard.md": "---\ndate: 2026-01-15\n---\n# Heard",
    ]).pages
    #expect(!pages["pages/index.html", default: ""].contains("class=\"kicker\""))
    #expect(!pages["successes/index.html", default: ""].contains("class=\"kicker\""))
    #expect(pages["posts/index.html", default: ""].contains("<p class=\"kicker\">Story</p>"))
    #expect(pages["pages/index.html", default: ""].contains(">All pages <"))
  }

  @Test("the script that sets the colours waits for no style sheet")
  func order() async throws {
    for (path, page) in try await handbook(Self.files).pages.all where path.hasSuffix(".html") {
      guard let script = page.firstRange(of: "colours.js"),
        let style = page.firstRange(of: "rel=\"stylesheet\"")
      else { continue }
      #expect(script.lowerBound < style.lowerBound, "\(path)")
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
