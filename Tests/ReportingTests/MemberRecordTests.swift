import Community
import Dates
import Markup
import Reporting
import Testing

@Suite("A member's record")
struct MemberRecordTests {
  private func record(
    _ name: String, from: String? = nil, to: String = "2026-03-01"
  ) async throws -> Account {
    let holdings = try await holdings(of: smallSite)
    let member = try holdings.member(called: name).get()
    let from = try from.map { try #require(CalendarDate($0)) }
    return Account.record(of: member, from: from, to: try #require(CalendarDate(to)), holdings)
  }

  @Test("it tells sessions with their hours, and what the member did")
  func text() async throws {
    let account = try await record("ada")
    #expect(
      AccountText().text(for: account) == """
        Ada Okafor in The Riverside Circle, up to 1 March 2026
        2 sessions, 2 hours 30 minutes in all. A session counts if its notes name the
        member, and its hours if they are given.

        Sessions: 2

          - 2 October 2025: First circle
            1 hour 15 minutes, chaired it
          - 15 January 2026: Second circle: talk
            1 hour 15 minutes, took the notes

        Roles: 1

          - Host, from 1 September 2025

        Goals owned: 1

          - More talk
            active

        Posts written: 1

          - 10 February 2026: A story

        Resources made or shared: 1

          - 5 October 2025: The rubric
            shared it

        Resources tried: 1

          - 20 January 2026: The rubric

        Actions done: 1

          - 9 October 2025: book the room

        Part of these successes: 1

          - 11 February 2026: The door

        """)
  }

  @Test("only what lies between two days counts, these included")
  func period() async throws {
    let account = try await record("@ada-okafor", from: "2026-01-15", to: "2026-02-10")
    #expect(
      AccountText().text(for: account) == """
        Ada Okafor in The Riverside Circle, 15 January 2026 to 10 February 2026
        1 session, 1 hour 15 minutes in all. A session counts if its notes name the
        member, and its hours if they are given.

        Sessions: 1

          - 15 January 2026: Second circle: talk
            1 hour 15 minutes, took the notes

        Roles: 1

          - Host, from 1 September 2025

        Goals owned: 1

          - More talk
            active

        Posts written: 1

          - 10 February 2026: A story

        Resources tried: 1

          - 20 January 2026: The rubric

        """)
  }

  @Test("a member who did nothing in a time is told so")
  func nothing() async throws {
    let account = try await record("Maria López", from: "2020-01-01", to: "2020-12-31")
    #expect(
      AccountText().text(for: account) == """
        Maria López in The Riverside Circle, 1 January 2020 to 31 December 2020
        0 sessions, 0 hours in all. A session counts if its notes name the member, and
        its hours if they are given.

        No session in this time.

        """)
  }

  @Test("a program is told the same")
  func json() async throws {
    let account = try await record("ada", from: "2026-01-01")
    #expect(
      AccountJSON().text(for: account) == """
        {
          "report": "record",
          "community": "The Riverside Circle",
          "member": "ada-okafor",
          "name": "Ada Okafor",
          "from": "2026-01-01",
          "to": "2026-03-01",
          "minutes": 75,
          "sessions": [
            {"date": "2026-01-15", "title": "Second circle: talk", "entry": \
        "meetings/2026-01-15-circle", "kind": "meeting", "minutes": 75, "chaired": false, \
        "took_notes": true}
          ],
          "roles": [
            {"role": "host", "title": "Host", "from": "2025-09-01", "to": null}
          ],
          "goals": [
            {"title": "More talk", "entry": "goals/talk", "status": "active"}
          ],
          "posts": [
            {"date": "2026-02-10", "title": "A story", "entry": "posts/story", "as": []}
          ],
          "resources": [],
          "trials": [
            {"date": "2026-01-20", "title": "The rubric", "entry": "resources/rubric", "as": []}
          ],
          "actions": [],
          "successes": [
            {"date": "2026-02-11", "title": "The door", "entry": "successes/door", "as": []}
          ]
        }

        """)
  }

  @Test("a name that means nobody, or several, is answered")
  func names() async throws {
    var files = smallSite
    files["members/ada-silva.md"] = "---\nstatus: active\n---\n"
    let holdings = try await holdings(of: files)
    #expect(
      holdings.member(called: "ada-okafr")
        == .failure(
          MemberProblem(
            message: "no member is called 'ada-okafr'",
            hint: "did you mean 'ada-okafor' (Ada Okafor)?")))
    #expect(
      holdings.member(called: "ada")
        == .failure(
          MemberProblem(
            message: "'ada' may be any of 'members/ada-okafor', 'members/ada-silva'",
            hint: "write one of these ids")))
  }
}
