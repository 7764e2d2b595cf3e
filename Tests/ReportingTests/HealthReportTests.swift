import Community
import Reporting
import Testing

@Suite("The coordinator's report")
struct HealthReportTests {
  @Test("it tells what waits for somebody, with names, days and places")
  func text() async throws {
    let account = Account.health(try await holdings(of: smallSite))
    #expect(
      AccountText(pathPrefix: "our/").text(for: account) == """
        The Riverside Circle, Sunday 1 March 2026
        For the coordinator. It names people as the files do; keep it to yourself.

        Nothing stands against building the site.

        No page was taken down.

        Overdue actions: 3

          Maria López
          - send it at last
            due 1 February 2026, 28 days late
            our/content/meetings/2026-01-15-circle.md:8

          Tomás Byrne, who has left
          - find the key
            due 24 December 2025, 67 days late
            our/content/meetings/2025-10-02-circle.md:10

          Nobody
          - ask the school
            due 28 February 2026, 1 day late
            our/content/meetings/2025-10-02-circle.md:12

        Goals with no sign of life for 90 days: 1

          - More talk
            nothing since 9 October 2025, 143 days ago
            our/content/goals/talk.md

        Milestones due: 2

          More talk (Ada Okafor, Maria López)
          - Two schools count
            due 1 December 2025, 90 days late
            our/content/goals/talk.md
          - Three schools count
            due 31 March 2026, in 30 days
            our/content/goals/talk.md

        Resources to look at: 1

          - The rubric
            review was due on 28 February 2026
            nobody has said under what licence it may be used
            our/content/resources/rubric.md

        Members to ask for their consent: 2

          - Ada Okafor
            given on 28 February 2025, more than twelve months ago
            our/content/members/ada-okafor.md
          - m-07
            no answer is on file; until there is one, nothing of theirs is shown
            our/content/members/m-07.md

        Tags that look alike: 1

          - the tags 'reading-alouds' and 'reading-aloud' look like one
            write 'reading-aloud', or name one as 'also' of the other in
            content/tags.yml
            our/content/posts/story.md:5

        Pictures without words: 1

          - ../assets/plan.svg
            write what it shows between the brackets: ![…]
            our/content/resources/rubric.md:15

        Entries that nothing leads to: 3

          - A story
            our/content/posts/story.md
          - Reading aloud
            our/content/goals/reading.md
          - The door
            our/content/successes/door.md

        Due for review: 1

          - Charter
            by 15 March 2026, in 14 days
            our/content/pages/charter.md

        The year in figures

          - Since 1 September 2025
            2 meetings held, with fewer than 5 people on average
            fewer than 5 contributed for the first time
          - The year before that
            no meetings held
            nobody contributed for the first time

        """)
  }

  @Test("where nothing waits it says so, section by section")
  func quiet() async throws {
    let account = Account.health(try await holdings(of: quietSite))
    #expect(
      AccountText().text(for: account) == """
        The Quiet Circle, Sunday 1 March 2026
        For the coordinator. It names people as the files do; keep it to yourself.

        Nothing stands against building the site.

        No page was taken down.

        Nothing is overdue.

        Every active goal has shown a sign of life in the last 90 days.

        No milestone is late, or due in the next month.

        Every resource has a licence, and none is past its review.

        Everybody's consent is on file, and none of it is older than a year.

        No two tags look alike.

        Every picture in a text is described.

        Everything is linked to from somewhere.

        No page is due for review: the charter can rest.

        The year in figures

          - Since 1 September 2025
            no meetings held
            nobody contributed for the first time
          - The year before that
            no meetings held
            nobody contributed for the first time

        """)
  }

  @Test("a program is told the same, and null what is not known or too small to tell")
  func json() async throws {
    let account = Account.health(try await holdings(of: smallSite))
    #expect(
      AccountJSON().text(for: account) == """
        {
          "report": "health",
          "community": "The Riverside Circle",
          "today": "2026-03-01",
          "silence": [],
          "problems": [],
          "taken_down": [],
          "owed": [],
          "overdue_actions": [
            {"member": "m-03", "name": "Maria López", "text": "send it at last", "due": \
        "2026-02-01", "days_late": 28, "path": "content/meetings/2026-01-15-circle.md", "line": 8},
            {"member": "tomas-byrne", "name": "Tomás Byrne", "text": "find the key", "due": \
        "2025-12-24", "days_late": 67, "path": "content/meetings/2025-10-02-circle.md", "line": 10},
            {"member": null, "name": null, "text": "ask the school", "due": "2026-02-28", \
        "days_late": 1, "path": "content/meetings/2025-10-02-circle.md", "line": 12}
          ],
          "quiet_goals": [
            {"goal": "talk", "title": "More talk", "last": "2025-10-09", "days_silent": 143, \
        "path": "content/goals/talk.md"}
          ],
          "due_milestones": [
            {"goal": "talk", "owners": ["Ada Okafor", "Maria López"], "title": "Two schools \
        count", "due": "2025-12-01", "days_late": 90, "path": "content/goals/talk.md"},
            {"goal": "talk", "owners": ["Ada Okafor", "Maria López"], "title": "Three schools \
        count", "due": "2026-03-31", "days_late": -30, "path": "content/goals/talk.md"}
          ],
          "resources": [
            {"resource": "rubric", "title": "The rubric", "review_by": "2026-02-28", \
        "has_licence": false, "path": "content/resources/rubric.md"}
          ],
          "consent": [
            {"member": "ada-okafor", "name": "Ada Okafor", "given": "2025-02-28", "path": \
        "content/members/ada-okafor.md"},
            {"member": "m-07", "name": "m-07", "given": null, "path": "content/members/m-07.md"}
          ],
          "similar_tags": [
            {"text": "the tags 'reading-alouds' and 'reading-aloud' look like one", "path": \
        "content/posts/story.md", "line": 5}
          ],
          "pictures_without_words": [
            {"picture": "../assets/plan.svg", "path": "content/resources/rubric.md", "line": 15}
          ],
          "unlinked": [
            {"entry": "posts/story", "title": "A story", "path": "content/posts/story.md"},
            {"entry": "goals/reading", "title": "Reading aloud", "path": \
        "content/goals/reading.md"},
            {"entry": "successes/door", "title": "The door", "path": "content/successes/door.md"}
          ],
          "reviews": [
            {"entry": "pages/charter", "title": "Charter", "review_by": "2026-03-15", "path": \
        "content/pages/charter.md"}
          ],
          "years": [
            {"from": "2025-09-01", "to": "2026-03-01", "meetings": 2, "average_attendance": null, \
        "first_time_contributors": null},
            {"from": "2024-09-01", "to": "2025-08-31", "meetings": 0, "average_attendance": 0, \
        "first_time_contributors": 0}
          ]
        }

        """)
  }

  @Test("consent that an import wrote is listed until the member has confirmed it")
  func basis() async throws {
    var files = quietSite
    files["members/ben.md"] = """
      ---
      name: Ben Hale
      consent: {name: yes, given: 2026-01-02, basis: "published authors, asked on 2026-01-02"}
      ---

      """
    let account = Account.health(try await holdings(of: files))
    #expect(
      AccountText().text(for: account).contains(
        """
        Members to ask for their consent: 1

          - Ben Hale
            not confirmed by themselves yet; it rests on: published authors, asked on
            2026-01-02
            content/members/ben.md

        """))
    #expect(
      AccountJSON().text(for: account).contains(
        """
            {"member": "ben", "name": "Ben Hale", "given": "2026-01-02", "basis": \
        "published authors, asked on 2026-01-02", "path": "content/members/ben.md"}
        """))
  }

  @Test("what keeps the site from being built comes first, as a count")
  func problems() async throws {
    var files = quietSite
    files["posts/a.md"] = "---\ntitle: A\nauthors: nobody\n---\n"
    let account = Account.health(try await holdings(of: files))
    #expect(
      AccountText().text(for: account).hasPrefix(
        """
        The Quiet Circle, Sunday 1 March 2026
        For the coordinator. It names people as the files do; keep it to yourself.

        Nothing can be built before this is fixed

          - 2 errors
            handbook check shows each, with what to type instead

        No page was taken down.

        Nothing is overdue.

        """))
  }

  @Test("on a terminal headings are bold and places faint; control characters are made visible")
  func styled() async throws {
    var files = quietSite
    files["pages/a.md"] = "---\ntitle: \"Bell \\a\"\n---\n\nText.\n"
    let account = Account.health(try await holdings(of: files))
    let text = AccountText(isColoured: true).text(for: account)
    #expect(text.hasPrefix("\u{1B}[1mThe Quiet Circle, Sunday 1 March 2026\u{1B}[0m\n"))
    #expect(
      text.contains(
        """
        \u{1B}[1mEntries that nothing leads to: 1\u{1B}[0m

          - Bell \\u{7}
            \u{1B}[2mcontent/pages/a.md\u{1B}[0m

        """))
  }

  @Test("the page needs no other file, and what people wrote is text in it")
  func page() async throws {
    var files = quietSite
    files["pages/a.md"] = "---\ntitle: <b>&\n---\n\nText.\n"
    let html = AccountPage().html(for: Account.health(try await holdings(of: files)))
    #expect(
      html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"))
    #expect(
      html.contains(
        """
        <p>Every picture in a text is described.</p>
        <section>
        <h2>Entries that nothing leads to: 1</h2>
        <ul>
        <li>&lt;b&gt;&amp;<br><code>content/pages/a.md</code></li>
        </ul>
        </section>
        <p>No page is due for review: the charter can rest.</p>
        """))
    for address in ["src=", "href=", "url(", "@import"] { #expect(!html.contains(address)) }
  }
}
