import TestSupport
import Testing

@Suite("Fields of the kinds")
struct FieldTests {
  @Test("each kind tells the fields that it needs, with a line to write")
  func required() async throws {
    let site = try await handbook([
      "posts/a.md": """
      ---
      ---
      # A

      """,
      "meetings/m.md": """
      ---
      ---
      # A

      """,
      "resources/r.md": """
      ---
      ---
      # A

      Text.

      """,
      "goals/g.md": """
      ---
      ---
      # A

      """,
      "successes/s.md": """
      ---
      ---
      # A

      """,
    ])
    #expect(
      site.report == """
        content/goals/g.md:1:1: error: a goal needs the field 'measure' [missing-field]
          1 | ---
            | ^^^
            help: write measure: lessons that begin with retrieval, in a week
        content/goals/g.md:1:1: error: a goal needs the field 'status' [missing-field]
          1 | ---
            | ^^^
            help: write status: active
        content/meetings/m.md:1:1: error: a meeting needs the field 'date' [missing-field]
          1 | ---
            | ^^^
            help: write date: 2026-01-31
        content/posts/a.md:1: warning: nobody is credited with this post, so it is the community's [nobody-credited]
          1 | ---
            | ^^^
            help: write the ids of those who wrote it after 'authors:', or leave it so
        content/posts/a.md:1:1: error: a post needs the field 'date' [missing-field]
          1 | ---
            | ^^^
            help: write date: 2026-01-31
        content/resources/r.md:1:1: warning: nobody knows how this may be used [licence-unknown]
          1 | ---
            | ^^^
            note: Without a licence a careful teacher will not use it.
            help: ask who made it, and write the licence, for example licence: cc-by-4.0
        content/resources/r.md:1:1: error: a resource needs the field 'kind' [missing-field]
          1 | ---
            | ^^^
            help: write kind: lesson-plan
        content/successes/s.md:1:1: error: a success needs the field 'date' [missing-field]
          1 | ---
            | ^^^
            help: write date: 2026-01-31
        6 errors, 2 warnings

        """)
  }

  @Test("fields that every kind has are checked by their own type")
  func common() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      lang: english
      audience: member
      draft: maybe
      review_by: 1/2/2026
      tittle: A
      extra: {anything: [goes]}
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:2:7: error: 'lang' takes a language's short name, not 'english' [bad-language]
          2 | lang: english
            |       ^^^^^^^
            help: for example en, cy, fr or pt-BR
        content/pages/a.md:3:11: error: 'audience' cannot be 'member' [bad-choice]
          3 | audience: member
            |           ^^^^^^
            help: did you mean 'members'?
            help: write one of: public, members
        content/pages/a.md:4:8: error: 'draft' is yes or no, not 'maybe' [bad-choice]
          4 | draft: maybe
            |        ^^^^^
            help: write draft: yes or draft: no
        content/pages/a.md:5:12: error: 'review_by' is a date such as 2026-01-15, not '1/2/2026' [bad-date]
          5 | review_by: 1/2/2026
            |            ^^^^^^^^
            help: write review_by: 2026-02-01 or review_by: 2026-01-02
        content/pages/a.md:6:1: error: a page has no field 'tittle' [unknown-field]
          6 | tittle: A
            | ^^^^^^
            help: did you mean 'title'?
        5 errors

        """)
  }

  @Test("what other tools call the day of a review is told")
  func expiry() async throws {
    let site = try await handbook(["pages/a.md": "---\nexpiryDate: 2027-01-15\n---\n# A\n"])
    #expect(
      site.report == """
        content/pages/a.md:2:1: error: a page has no field 'expiryDate' [unknown-field]
          2 | expiryDate: 2027-01-15
            | ^^^^^^^^^^
            help: here it is called 'review_by'
        1 error

        """)
  }

  @Test("the fields of a meeting are checked by their own type")
  func meeting() async throws {
    let site = try await handbook([
      "meetings/2026-02-12-circle.md": """
      ---
      start: 17:30
      end: 16:00
      timezone: Europe/Pariss
      guests: two
      revision: -1
      mode: on-line
      status: done
      kind: party
      sign_up: example.org/x
      ---
      # Circle

      """
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:3:6: error: 'end' is not after 'start' [dates-reversed]
          3 | end: 16:00
            |      ^^^^^
            help: write the hour by the 24-hour clock, for example 16:30
            help: or add 'end_date', the day on which it ends
        content/meetings/2026-02-12-circle.md:4:11: error: there is no time zone 'Europe/Pariss' [unknown-time-zone]
          4 | timezone: Europe/Pariss
            |           ^^^^^^^^^^^^^
            help: did you mean 'Europe/Paris'?
        content/meetings/2026-02-12-circle.md:5:9: error: 'guests' is a whole number, not 'two' [bad-number]
          5 | guests: two
            |         ^^^
            help: write guests: 12
        content/meetings/2026-02-12-circle.md:6:11: error: 'revision' is a whole number, not '-1' [bad-number]
          6 | revision: -1
            |           ^^
            help: write revision: 12
        content/meetings/2026-02-12-circle.md:7:7: error: 'mode' cannot be 'on-line' [bad-choice]
          7 | mode: on-line
            |       ^^^^^^^
            help: did you mean 'online'?
            help: write one of: in-person, online, hybrid
        content/meetings/2026-02-12-circle.md:8:9: error: 'status' cannot be 'done' [bad-choice]
          8 | status: done
            |         ^^^^
            help: write one of: planned, held, cancelled, postponed
        content/meetings/2026-02-12-circle.md:9:7: error: 'kind' cannot be 'party' [bad-choice]
          9 | kind: party
            |       ^^^^^
            help: write one of: meeting, workshop, visit, social
        content/meetings/2026-02-12-circle.md:10:10: error: 'sign_up' cannot link to 'example.org/x' [bad-address]
          10 | sign_up: example.org/x
             |          ^^^^^^^^^^^^^
            note: it must begin with https://
            help: write the whole address, such as https://example.org/page
        8 errors

        """)
  }

  @Test("the fields of a resource are checked by their own type")
  func resource() async throws {
    let site = try await handbook([
      "resources/r.md": """
      ---
      kind: sheet
      licence: cc0
      time_needed: an hour
      files: [{label: x}]
      creators: [{nam: x}]
      tried_by: [{note: x}]
      url: ftp://example.org
      ---
      # A

      Text.

      """
    ])
    #expect(
      site.report == """
        content/resources/r.md:2:7: error: 'kind' cannot be 'sheet' [bad-choice]
          2 | kind: sheet
            |       ^^^^^
            help: write one of: lesson-plan, activity, worksheet, assessment, slides, video, reading, template, tool, policy, other
        content/resources/r.md:4:14: error: 'time_needed' takes a number and a unit, not 'an hour' [bad-time-needed]
          4 | time_needed: an hour
            |              ^^^^^^^
            help: for example 45 min, 2 h or 3 lessons
        content/resources/r.md:5:9: error: a file needs the field 'file' [missing-field]
          5 | files: [{label: x}]
            |         ^^^^^^^^^^
            help: write the path from here to the file after 'file:'
        content/resources/r.md:6:13: error: a creator has no field 'nam' [unknown-field]
          6 | creators: [{nam: x}]
            |             ^^^
            help: did you mean 'name'?
        content/resources/r.md:7:12: error: a trial needs the field 'member' [missing-field]
          7 | tried_by: [{note: x}]
            |            ^^^^^^^^^
            help: write a member's id after 'member:'
        content/resources/r.md:8:6: error: 'url' cannot link to 'ftp://example.org' [bad-address]
          8 | url: ftp://example.org
            |      ^^^^^^^^^^^^^^^^^
            note: 'ftp:' is not one of http:, https:, mailto: and tel:
            help: write the whole address, such as https://example.org/page
        6 errors

        """)
  }

  @Test("a licence that is not known is answered with the nearest, or with all")
  func licences() async throws {
    let site = try await handbook([
      "resources/r.md": """
      ---
      kind: worksheet
      licence: unknown
      ---
      # A

      Text.

      """,
      "resources/s.md": """
      ---
      kind: worksheet
      licence: other
      ---
      # A

      Text.

      """,
      "resources/t.md": """
      ---
      kind: worksheet
      licence: cc-by-sb
      ---
      # A

      Text.

      """,
      "resources/u.md": """
      ---
      kind: worksheet
      licence: GPL
      ---
      # A

      Text.

      """,
    ])
    #expect(
      site.report == """
        content/resources/r.md:3:10: warning: nobody knows how this may be used [licence-unknown]
          3 | licence: unknown
            |          ^^^^^^^
            note: Without a licence a careful teacher will not use it.
            help: ask who made it, and write the licence, for example cc-by-4.0
        content/resources/s.md:3:10: error: the licence 'other' needs 'licence_url' [unknown-licence]
          3 | licence: other
            |          ^^^^^
            help: licence_url: https://example.org/licence
        content/resources/t.md:3:10: error: 'cc-by-sb' is no licence that we know [unknown-licence]
          3 | licence: cc-by-sb
            |          ^^^^^^^^
            help: did you mean 'cc-by-sa'?
        content/resources/u.md:3:10: error: 'GPL' is no licence that we know [unknown-licence]
          3 | licence: GPL
            |          ^^^
            help: write one of cc-by-4.0, cc-by-sa-4.0, cc-by-nc-4.0, cc-by-nc-sa-4.0, cc-by-nd-4.0, cc-by-nc-nd-4.0, cc0-1.0, ogl-3, all-rights-reserved, other, unknown; with 'other' goes 'licence_url'
        3 errors, 1 warning

        """)
  }

  @Test("the fields of a goal are checked by their own type")
  func goal() async throws {
    let site = try await handbook([
      "goals/g.md": """
      ---
      status: doing
      measure: x
      baseline: "1,5"
      readings: [{date: 2026-01-01}, {value: 3}]
      milestones: [{due: 2026-01-01}]
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/goals/g.md:2:9: error: 'status' cannot be 'doing' [bad-choice]
          2 | status: doing
            |         ^^^^^
            help: write one of: proposed, active, achieved, paused, dropped
        content/goals/g.md:4:12: error: 'baseline' is a number, not '1,5' [bad-number]
          4 | baseline: "1,5"
            |            ^^^
            help: write baseline: 1.5
        content/goals/g.md:5:12: error: a reading needs the field 'value' [missing-field]
          5 | readings: [{date: 2026-01-01}, {value: 3}]
            |            ^^^^^^^^^^^^^^^^^^
            help: write value: 12
        content/goals/g.md:5:32: error: a reading needs the field 'date' [missing-field]
          5 | readings: [{date: 2026-01-01}, {value: 3}]
            |                                ^^^^^^^^^^
            help: write date: 2026-01-31
        content/goals/g.md:6:14: error: a milestone needs the field 'title' [missing-field]
          6 | milestones: [{due: 2026-01-01}]
            |              ^^^^^^^^^^^^^^^^^
            help: write title: every school has tried it once
        5 errors

        """)
  }

  @Test("the fields of a member are checked by their own type")
  func member() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "roles: [{id: x, title: X}]\n",
      "members/ada-okafor.md": """
      ---
      name: Ada Okafor
      consent: {name: yes, given: 2025-09-01}
      status: gone
      roles: [{from: 2026-01-01, to: 2025-01-01, role: x}]
      links: [{label: x}, {label: y, url: 'javascript:x'}]
      offers: [{note: x}]
      ---

      """,
    ])
    #expect(
      site.report == """
        content/members/ada-okafor.md:4:9: error: 'status' cannot be 'gone' [bad-choice]
          4 | status: gone
            |         ^^^^
            help: write one of: active, former, withdrawn
        content/members/ada-okafor.md:5:32: error: 'to' is before 'from' [dates-reversed]
          5 | roles: [{from: 2026-01-01, to: 2025-01-01, role: x}]
            |                                ^^^^^^^^^^
            help: change one of the two dates
        content/members/ada-okafor.md:6:9: error: a link needs the field 'url' [missing-field]
          6 | links: [{label: x}, {label: y, url: 'javascript:x'}]
            |         ^^^^^^^^^^
            help: write url: https://example.org/
        content/members/ada-okafor.md:6:38: error: 'url' cannot link to 'javascript:x' [bad-address]
          6 | links: [{label: x}, {label: y, url: 'javascript:x'}]
            |                                      ^^^^^^^^^^^^
            note: 'javascript:' is not one of http:, https:, mailto: and tel:
            help: write the whole address, such as https://example.org/page
        content/members/ada-okafor.md:7:10: error: an offer needs the field 'tag' [missing-field]
          7 | offers: [{note: x}]
            |          ^^^^^^^^^
            help: write tag: retrieval-practice
        5 errors

        """)
  }

  @Test("the fields of a success and of a page are checked by their own type")
  func others() async throws {
    let site = try await handbook([
      "successes/s.md": """
      ---
      date: 2026-02-30
      value: big
      ---
      # A

      """,
      "pages/a.md": """
      ---
      year: [2025]
      ---
      # A

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:2:7: error: 'year' takes words, not a list [wrong-type]
          2 | year: [2025]
            |       ^^^^^^
        content/successes/s.md:2:7: error: 'date' is a date such as 2026-01-15, not '2026-02-30' [bad-date]
          2 | date: 2026-02-30
            |       ^^^^^^^^^^
            note: February 2026 has 28 days.
            help: write a day that exists
        content/successes/s.md:3:8: error: 'value' cannot be 'big' [bad-choice]
          3 | value: big
            |        ^^^
            help: write one of: immediate, potential, applied, realised, reframing
        3 errors

        """)
  }
}
