import Build
import Community
import Diagnostics
import TestSupport
import Testing

/// The id of a goal that is not shown, which says what the goal is about.
@Suite("Goals that are not shown")
struct HiddenGoalTests {
  private let notes = """
    # Circle

    ## Actions

    - [ ] @ada-okafor calls the office, due 2026-12-01 goal:redundancy-plan
    - [ ] @ada-okafor writes goal:redundancy-plan again (goal:*redundancy*-plan), goal:open-goal

    ## Decisions

    - We wait. `goal:redundancy-plan`
    - We go on, goal:the-old-plan

    ## About GOAL:Redundancy-Plan

    See [[redundancy-plan]], [[goals/redundancy-plan]], [the plan](../goals/redundancy-plan.md) and
    [this](../goals/open-goal.md "goal:redundancy-plan"). It continues [[2026-01-15-hidden#action-1]].

    | who | what |
    | --- | --- |
    | x | goal:redundancy-plan |

    """

  @Test(
    "its id stands on no page, in no search and in no data",
    arguments: ["draft: yes", "audience: members", "draft: yes\naudience: members"])
  func vanishes(hiding: String) async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "goals/redundancy-plan.md": goal("R", "\(hiding)\naliases: [the-old-plan]"),
      "goals/open-goal.md": goal("O", "tags: [x]"),
      "meetings/2026-02-12-circle.md": "---\ngoals: [redundancy-plan]\n---\n" + notes,
      "meetings/2026-01-15-hidden.md":
        "---\ntitle: H\ndraft: yes\n---\n- [ ] @ada-okafor x goal:open-goal\n",
      "posts/a.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      ---
      # A

      For goal:redundancy-plan, as goal:the-old-plan-two and goal:open-goal say.

      """,
    ])
    #expect(!site.diagnostics.contains { $0.severity.isBlocking }, "\(site.report)")
    let searched = await site.searchFiles
    let all = site.pages.all.merging(searched) { first, _ in first }
    #expect(all.count > 10)
    for (path, page) in all {
      let page = page.lowercased().replacing("goal:the-old-plan-two", with: "")
      #expect(!page.contains("redundancy"), "\(path)")
      #expect(!page.contains("the-old-plan"), "\(path)")
      #expect(!page.contains("2026-01-15-hidden"), "\(path)")
    }
    let page = try #require(site.pages["meetings/2026-02-12-circle.html"])
    #expect(page.contains("../goals/open-goal.html"))
    #expect(page.contains("calls the office"))
    #expect(site.pages["posts/a.html"]?.contains("goal:the-old-plan-two") == true)
  }

  @Test("to those who see the goal the action leads to it")
  func members() async throws {
    let files = [
      "members/ada-okafor.md": ada,
      "goals/redundancy-plan.md": goal("R", "audience: members"),
      "meetings/2026-02-12-circle.md": "# C\n\n- [ ] @ada-okafor calls goal:redundancy-plan now\n",
    ]
    let site = try await handbook(files) { $0.audience = .members }
    let page = try #require(site.pages["meetings/2026-02-12-circle.html"])
    #expect(page.contains("../goals/redundancy-plan.html"))
  }
}

private func goal(_ title: String, _ more: String) -> String {
  """
  ---
  title: \(title)
  status: active
  measure: x
  \(more)
  ---

  """
}
