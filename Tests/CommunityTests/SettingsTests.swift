import TestSupport
import Testing

@Suite("handbook.yml")
struct SettingsTests {
  @Test("a handbook.yml without fields is told the two that it needs")
  func empty() async throws {
    let site = try await handbook([
      "handbook.yml": ""
    ])
    #expect(
      site.report == """
        content/handbook.yml: error: handbook.yml needs the field 'name' [missing-field]
            help: write name: The Riverside Circle
        content/handbook.yml: error: handbook.yml needs the field 'timezone' [missing-field]
            help: write timezone: Europe/London
        2 errors

        """)
  }

  @Test("comments alone are no fields")
  func comments() async throws {
    let site = try await handbook([
      "handbook.yml": "# nothing yet\n"
    ])
    #expect(
      site.report == """
        content/handbook.yml: error: handbook.yml needs the field 'name' [missing-field]
            help: write name: The Riverside Circle
        content/handbook.yml: error: handbook.yml needs the field 'timezone' [missing-field]
            help: write timezone: Europe/London
        2 errors

        """)
  }

  @Test("a list is no handbook.yml")
  func list() async throws {
    let site = try await handbook([
      "handbook.yml": "- a\n- b\n"
    ])
    #expect(
      site.report == """
        content/handbook.yml:1:1: error: each line of this file is a field: a name, a colon, a space and a value [stray-text]
          1 | - a
            | ^^^
            help: write, for example, title: My title
        1 error

        """)
  }

  @Test("a time zone that there is not is answered with the nearest")
  func timeZone() async throws {
    let site = try await handbook([
      "handbook.yml": "name: C\ntimezone: Europe/Pariss\n"
    ])
    #expect(
      site.report == """
        content/handbook.yml:2:11: error: there is no time zone 'Europe/Pariss' [unknown-time-zone]
          2 | timezone: Europe/Pariss
            |           ^^^^^^^^^^^^^
            help: did you mean 'Europe/Paris'?
        1 error

        """)
  }

  @Test("a time zone that nothing is near to is answered with an example")
  func noTimeZone() async throws {
    let site = try await handbook([
      "handbook.yml": "name: C\ntimezone: London time\n"
    ])
    #expect(
      site.report == """
        content/handbook.yml:2:11: error: there is no time zone 'London time' [unknown-time-zone]
          2 | timezone: London time
            |           ^^^^^^^^^^^
            help: write a region and a city, for example Europe/London
        1 error

        """)
  }

  @Test("each field of handbook.yml is checked by its own type")
  func fields() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + """
        licence: cc-by-5
        year_starts: 31-12
        base_url: example.org
        contact: javascript:alert(1)
        share: //example.org
        repository: file:///etc/passwd
        indexing: some
        open_data: perhaps
        language: english
        source: open
        breaks: [{from: 2026-08-01, to: 2026-07-01}]
        license: x

        """
    ])
    #expect(
      site.report == """
        content/handbook.yml:3:10: error: 'cc-by-5' is no licence that we know [unknown-licence]
          3 | licence: cc-by-5
            |          ^^^^^^^
            help: did you mean 'cc-by'?
        content/handbook.yml:4:14: error: 'year_starts' takes a month and a day, not '31-12' [bad-date]
          4 | year_starts: 31-12
            |              ^^^^^
            help: for example 09-01 for the first of September
        content/handbook.yml:5:11: error: 'base_url' cannot link to 'example.org' [bad-address]
          5 | base_url: example.org
            |           ^^^^^^^^^^^
            note: it must begin with https://
            help: write the whole address, such as https://example.org/page
        content/handbook.yml:6:10: error: 'contact' cannot link to 'javascript:alert(1)' [bad-address]
          6 | contact: javascript:alert(1)
            |          ^^^^^^^^^^^^^^^^^^^
            note: 'javascript:' is not one of http:, https:, mailto: and tel:
            help: write the whole address, such as https://example.org/page
        content/handbook.yml:7:8: error: 'share' cannot link to '//example.org' [bad-address]
          7 | share: //example.org
            |        ^^^^^^^^^^^^^
            note: an address of another site must begin with https://
            help: write the whole address, such as https://example.org/page
        content/handbook.yml:8:13: error: 'repository' cannot link to 'file:///etc/passwd' [bad-address]
          8 | repository: file:///etc/passwd
            |             ^^^^^^^^^^^^^^^^^^
            note: 'file:' is not one of http:, https:, mailto: and tel:
            help: write the whole address, such as https://example.org/page
        content/handbook.yml:9:11: error: 'indexing' cannot be 'some' [bad-choice]
          9 | indexing: some
            |           ^^^^
            help: write one of: all, no-members, none
        content/handbook.yml:10:12: error: 'open_data' is yes or no, not 'perhaps' [bad-choice]
          10 | open_data: perhaps
             |            ^^^^^^^
            help: write open_data: yes or open_data: no
        content/handbook.yml:11:11: error: 'language' takes a language's short name, not 'english' [bad-language]
          11 | language: english
             |           ^^^^^^^
            help: for example en, cy, fr or pt-BR
        content/handbook.yml:12:9: error: 'source' cannot be 'open' [bad-choice]
          12 | source: open
             |         ^^^^
            help: write one of: public, private
        content/handbook.yml:13:33: error: 'to' is before 'from' [dates-reversed]
          13 | breaks: [{from: 2026-08-01, to: 2026-07-01}]
             |                                 ^^^^^^^^^^
            help: change one of the two dates
        content/handbook.yml:14:1: error: handbook.yml has no field 'license' [unknown-field]
          14 | license: x
             | ^^^^^^^
            help: did you mean 'licence'?
        12 errors

        """)
  }

  @Test("series and roles are checked item by item")
  func series() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + """
        series:
          - id: Circle A
            title: A
            rhythm: every thursday
            start: 4pm
            mode: zoom
          - title: B
          - id: c
        roles:
          - id: chair

        """
    ])
    #expect(
      site.report == """
        content/handbook.yml:4:9: error: 'Circle A' cannot be an id [bad-id]
          4 |   - id: Circle A
            |         ^^^^^^^^
            help: write circle-a
        content/handbook.yml:6:13: error: 'every thursday' is no rhythm that we know [bad-rhythm]
          6 |     rhythm: every thursday
            |             ^^^^^^^^^^^^^^
            help: write first thursday, last friday, or every 2 weeks from 2026-01-08
        content/handbook.yml:7:12: error: 'start' is a time such as 16:00, not '4pm' [bad-time]
          7 |     start: 4pm
            |            ^^^
            help: write start: 16:00
        content/handbook.yml:8:11: error: 'mode' cannot be 'zoom' [bad-choice]
          8 |     mode: zoom
            |           ^^^^
            help: write one of: in-person, online, hybrid
        content/handbook.yml:9:5: error: a series needs the field 'id' [missing-field]
          9 |   - title: B
            |     ^^^^^^^^
            help: write id: evening-circle
        content/handbook.yml:10:5: error: a series needs the field 'title' [missing-field]
          10 |   - id: c
             |     ^^^^^
            help: write title: The evening circle
        content/handbook.yml:12:5: error: a role needs the field 'title' [missing-field]
          12 |   - id: chair
             |     ^^^^^^^^^
            help: write title: Coordinator
        7 errors

        """)
  }

  @Test("two series or roles of one id are told")
  func repeated() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + """
        series:
          - {id: a, title: A}
          - {id: a, title: B}
        roles:
          - {id: a, title: A}
          - {id: a, title: B}

        """
    ])
    #expect(
      site.report == """
        content/handbook.yml:5:5: error: there is a series 'a' above already [duplicate-id]
          5 |   - {id: a, title: B}
            |     ^^^^^^^^^^^^^^^^^
            help: give this one an id of its own
        content/handbook.yml:8:5: error: there is a role 'a' above already [duplicate-id]
          8 |   - {id: a, title: B}
            |     ^^^^^^^^^^^^^^^^^
            help: give this one an id of its own
        2 errors

        """)
  }

  @Test("the theme's fields are checked")
  func theme() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + """
        theme:
          accent: "#12345"
          colour: x

        """
    ])
    #expect(
      site.report == """
        content/handbook.yml:4:12: error: '#12345' is no colour that we can read [bad-colour]
          4 |   accent: "#12345"
            |            ^^^^^^
            help: write it as on a colour picker, for example "#1b6e53"
        content/handbook.yml:5:3: error: the theme has no field 'colour' [unknown-field]
          5 |   colour: x
            |   ^^^^^^
            help: it can have accent and logo
        2 errors

        """)
  }

  @Test("another licence needs its address")
  func otherLicence() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "licence: other\n"
    ])
    #expect(
      site.report == """
        content/handbook.yml:3:10: error: the licence 'other' needs 'licence_url' [unknown-licence]
          3 | licence: other
            |          ^^^^^
            help: licence_url: https://example.org/licence
        1 error

        """)
  }

  @Test("a language that the theme does not know warns")
  func language() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "language: gv\n"
    ])
    #expect(
      site.report == """
        content/handbook.yml: warning: the theme has no words in the language 'gv', so its own are in English [no-strings]
            help: add templates/strings/gv.yml
        1 warning

        """)
  }
}
