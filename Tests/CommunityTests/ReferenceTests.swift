import TestSupport
import Testing

@Suite("References")
struct ReferenceTests {
  @Test("an id that no member has is an error that names the nearest member")
  func nearestID() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "meetings/2026-02-12-circle.md": """
      ---
      attendees: [ada-okfor]
      ---
      # Circle

      """,
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:2:13: error: no member has the id 'ada-okfor' [unknown-member]
          2 | attendees: [ada-okfor]
            |             ^^^^^^^^^
            help: did you mean 'ada-okafor' (Ada Okafor)?
        1 error

        """)
  }

  @Test("a member's name in place of an id is answered with the id")
  func name() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "meetings/2026-02-12-circle.md": """
      ---
      chair: Ada Okafor
      ---
      # Circle

      """,
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:2:8: error: no member has the id 'Ada Okafor' [unknown-member]
          2 | chair: Ada Okafor
            |        ^^^^^^^^^^
            help: did you mean 'ada-okafor' (Ada Okafor)?
        1 error

        """)
  }

  @Test("another name that a member is known by is answered with the id")
  func otherName() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "meetings/2026-02-12-circle.md": """
      ---
      chair: adaeze
      ---
      # Circle

      """,
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:2:8: error: no member has the id 'adaeze' [unknown-member]
          2 | chair: adaeze
            |        ^^^^^^
            help: did you mean 'ada-okafor' (Ada Okafor)?
        1 error

        """)
  }

  @Test("where nothing is near, the message says what an id is")
  func nothingNear() async throws {
    let site = try await handbook([
      "meetings/2026-02-12-circle.md": """
      ---
      chair: zoe
      ---
      # Circle

      """
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:2:8: error: no member has the id 'zoe' [unknown-member]
          2 | chair: zoe
            |        ^^^
            help: an id is a file's name without .md; the files are in content/members
        1 error

        """)
  }

  @Test("each kind of entry is told by its own name")
  func kinds() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "resources/rubric.md": """
      ---
      kind: template
      licence: cc-by
      ---
      # Rubric

      Use it.

      """,
      "posts/a.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      goals: [retrieval]
      meeting: circle
      replies_to: bbbbb
      resources: [rubrik]
      ---
      # A

      """,
    ])
    #expect(
      site.report == """
        content/posts/a.md:4:9: error: no goal has the id 'retrieval' [unknown-goal]
          4 | goals: [retrieval]
            |         ^^^^^^^^^
            help: an id is a file's name without .md; the files are in content/goals
        content/posts/a.md:5:10: error: no meeting has the id 'circle' [unknown-meeting]
          5 | meeting: circle
            |          ^^^^^^
            help: an id is a file's name without .md; the files are in content/meetings
        content/posts/a.md:6:13: error: no post has the id 'bbbbb' [unknown-post]
          6 | replies_to: bbbbb
            |             ^^^^^
            help: an id is a file's name without .md; the files are in content/posts
        content/posts/a.md:7:13: error: no resource has the id 'rubrik' [unknown-resource]
          7 | resources: [rubrik]
            |             ^^^^^^
            help: did you mean 'rubric' (Rubric)?
        4 errors

        """)
  }

  @Test("a field that takes any kind asks which of several is meant")
  func ambiguous() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "pages/start.md": "# Start",
      "posts/start.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      translation_of: start
      ---
      # A

      """,
    ])
    #expect(
      site.report == """
        content/posts/start.md:4:17: error: 'start' could be 'posts/start', 'pages/start' [ambiguous-reference]
          4 | translation_of: start
            |                 ^^^^^
            help: write the one that is meant, with its folder
        1 error

        """)
  }

  @Test("a field that takes any kind names the nearest entry with its folder")
  func anyKind() async throws {
    let site = try await handbook([
      "pages/start.md": """
      ---
      translation_of: strat
      ---
      # Start

      """
    ])
    #expect(
      site.report == """
        content/pages/start.md:2:17: error: no entry has the id 'strat' [unknown-entry]
          2 | translation_of: strat
            |                 ^^^^^
            help: did you mean 'pages/start' (Start)?
        1 error

        """)
  }

  @Test("evidence that looks like an id must be one")
  func evidence() async throws {
    let site = try await handbook([
      "successes/s.md": """
      ---
      date: 2026-02-01
      evidence: [done, "Two lessons", https://example.org, posts/nope]
      ---
      # It worked

      """
    ])
    #expect(
      site.report == """
        content/successes/s.md:3:12: error: no entry has the id 'done' [unknown-entry]
          3 | evidence: [done, "Two lessons", https://example.org, posts/nope]
            |            ^^^^
            help: an id is a file's name without .md, such as posts/a-story
        content/successes/s.md:3:54: error: no entry has the id 'posts/nope' [unknown-entry]
          3 | evidence: [done, "Two lessons", https://example.org, posts/nope]
            |                                                      ^^^^^^^^^^
            help: an id is a file's name without .md, such as posts/a-story
        2 errors

        """)
  }

  @Test("a reference to a file that cannot be read is not told a second time")
  func unread() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": "---\nname: Ada\n",
      "meetings/2026-02-12-circle.md": """
      ---
      attendees: [ada-okafor]
      ---
      # Circle

      """,
    ])
    #expect(
      site.report == """
        content/members/ada-okafor.md:1:1: error: the front matter that begins here is never closed [unclosed-front-matter]
          1 | ---
            | ^^^
            help: add a line of three hyphens (---) below the last field
        1 error

        """)
  }

  @Test("an id of another kind is no id here")
  func otherKind() async throws {
    let site = try await handbook([
      "pages/start.md": "# Start",
      "meetings/2026-02-12-circle.md": """
      ---
      resources: [pages/start]
      ---
      # Circle

      """,
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:2:13: error: no resource has the id 'pages/start' [unknown-resource]
          2 | resources: [pages/start]
            |             ^^^^^^^^^^^
            help: an id is a file's name without .md; the files are in content/resources
        1 error

        """)
  }

  @Test("roles and series are looked up in handbook.yml")
  func words() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + """
        roles:
          - id: chair
            title: Chair
        series:
          - id: circle
            title: The circle

        """,
      "members/ada-okafor.md": """
      ---
      name: Ada Okafor
      consent: {name: yes, given: 2025-09-01}
      roles: [{role: chiar}, {role: host}]
      ---

      """,
      "meetings/2026-02-12-circle.md": """
      ---
      series: cirle
      ---
      # Circle

      """,
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:2:9: error: handbook.yml has no series 'cirle' [unknown-series]
          2 | series: cirle
            |         ^^^^^
            help: did you mean 'circle'?
        content/members/ada-okafor.md:4:16: error: handbook.yml has no role 'chiar' [unknown-role]
          4 | roles: [{role: chiar}, {role: host}]
            |                ^^^^^
            help: did you mean 'chair'?
        content/members/ada-okafor.md:4:31: error: handbook.yml has no role 'host' [unknown-role]
          4 | roles: [{role: chiar}, {role: host}]
            |                               ^^^^
            help: it has chair; add yours there under 'roles:' if it is new
        3 errors

        """)
  }

  @Test("where handbook.yml has no series, the message says where they are listed")
  func noSeries() async throws {
    let site = try await handbook([
      "meetings/2026-02-12-circle.md": """
      ---
      series: circle
      ---
      # Circle

      """
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:2:9: error: handbook.yml has no series 'circle' [unknown-series]
          2 | series: circle
            |         ^^^^^^
            help: list it under 'series:' in content/handbook.yml
        1 error

        """)
  }

  @Test("handbook.yml's own references are checked too")
  func settings() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + """
        navigation: [strat]
        series:
          - id: circle
            title: The circle
            goals: [retrieval]

        """,
      "pages/start.md": "# Start",
    ])
    #expect(
      site.report == """
        content/handbook.yml:3:14: error: no page has the id 'strat' [unknown-page]
          3 | navigation: [strat]
            |              ^^^^^
            help: did you mean 'start' (Start)?
        content/handbook.yml:7:13: error: no goal has the id 'retrieval' [unknown-goal]
          7 |     goals: [retrieval]
            |             ^^^^^^^^^
            help: an id is a file's name without .md; the files are in content/goals
        2 errors

        """)
  }

  @Test("an entry may name itself, and replies may go round in a ring")
  func rings() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "posts/a.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      replies_to: b
      answered_by: a
      translation_of: a
      ---
      # A
      [me](a.md) [[a]]

      """,
      "posts/b.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      replies_to: a
      ---
      # A

      """,
      "resources/r.md": """
      ---
      kind: template
      licence: cc-by
      based_on: r
      ---
      # Rubric

      Use it.

      """,
    ])
    #expect(site.report == "")
  }
}
