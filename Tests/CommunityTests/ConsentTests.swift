import Build
import Community
import Dates
import Diagnostics
import Markup
import TestSupport
import Testing

@Suite("Consent")
struct ConsentTests {
  @Test("consent without the day on which it was given counts as none")
  func withoutDay() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": """
      ---
      name: Ada Okafor
      consent: {name: yes}
      ---

      """
    ])
    #expect(
      site.report == """
        content/members/ada-okafor.md: privacy: the file's name tells who this member is, who has not agreed to have their name shown [undisclosed-name]
            note: With 'source: public' everybody can read it, whatever the site withholds.
            help: give the file a neutral name such as m-07.md, and write @m-07 where others mention them
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/ada-okafor.md:2:7: privacy: this member has not agreed to have their name shown [undisclosed-name]
          2 | name: Ada Okafor
            |       ^^^^^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove the name, and give the file a neutral one such as m-07.md
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/ada-okafor.md:3:10: error: consent needs the field 'given' [missing-field]
          3 | consent: {name: yes}
            |          ^^^^^^^^^^^
            help: write the day on which they agreed after 'given:', the year first
        1 error, 2 privacy findings

        """)
  }

  @Test("consent that is dated after today is an error, and counts as none until then")
  func ofTomorrow() async throws {
    func site(_ given: String) -> [String: String] {
      [
        "handbook.yml": privateSettings,
        "members/tara-quill.md": """
        ---
        name: Tara Quill
        consent:
          name: yes
          given: \(given)
        ---

        """,
        "pages/a.md": "# A\n\nTara Quill\n",
      ]
    }
    #expect(
      try await handbook(site("2026-03-02")).report == """
        content/members/tara-quill.md:5:10: error: consent cannot be dated 2026-03-02, after today, 2026-03-01 [consent-in-future]
          5 |   given: 2026-03-02
            |          ^^^^^^^^^^
            note: Until that day they have agreed to nothing.
            help: write the day on which they agreed
        content/pages/a.md:3:1: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | Tara Quill
            | ^^^^^^^^^^
            help: write @tara-quill: the site shows as much as they agree to, and no more
        1 error, 1 privacy finding

        """)
    #expect(try await handbook(site("2026-03-01")).report == "")
    #expect(try await handbook(site("2026-03-02")) { $0.today = day("2026-03-02") }.report == "")
  }

  @Test("consent of tomorrow that agrees to nothing, or of a withdrawn member, is an error too")
  func ofTomorrowForNothing() async throws {
    let site = try await handbook([
      "members/m-07.md": "---\nconsent: {name: no, given: 2099-01-01}\n---\n",
      "members/m-08.md": "---\nstatus: withdrawn\nconsent: {given: 2099-01-01}\n---\n",
    ])
    #expect(site.diagnostics.map(\.id) == ["consent-in-future", "consent-in-future"])
  }

  @Test("those who prefer not to be listed are those who were asked")
  func unlisted() async throws {
    let asked = "---\nconsent: {name: no, given: 2025-09-01}\n---\n"
    let unasked = "---\njoined: 2025-09-01\n---\n"
    let site = try await handbook([
      "members/ada-okafor.md": ada, "members/m-01.md": asked, "members/m-02.md": unasked,
      "members/m-03.md": unasked, "members/m-04.md": "---\nconsent: {profile: no}\n---\n",
      "members/m-05.md": "---\nstatus: former\nconsent: {name: no}\n---\n",
    ])
    #expect(site.report == "")
    let page = try #require(site.pages["members/index.html"])
    #expect(page.contains("And 2 members who prefer not to be listed."))
  }

  @Test("consent to a profile needs a name")
  func withoutName() async throws {
    let site = try await handbook([
      "members/m-07.md": """
      ---
      consent: {profile: yes, given: 2025-09-01}
      ---

      """
    ])
    #expect(
      site.report == """
        content/members/m-07.md:1:1: error: a member needs the field 'name' [missing-field]
          1 | ---
            | ^^^
            help: write the name to show after 'name:'
        1 error

        """)
  }

  @Test("consent to a purpose that there is not is an error")
  func purposes() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": """
      ---
      name: Ada
      consent: {names: yes, given: 2025-09-01}
      ---

      """,
      "members/m-08.md": """
      ---
      name: Ada
      consent: yes
      ---

      """,
    ])
    #expect(
      site.report == """
        content/members/m-07.md:3:11: error: consent has no field 'names' [unknown-field]
          3 | consent: {names: yes, given: 2025-09-01}
            |           ^^^^^
            help: did you mean 'name'?
        content/members/m-08.md:3:10: error: 'consent' takes fields of its own, not words [wrong-type]
          3 | consent: yes
            |          ^^^
        2 errors

        """)
  }

  @Test("an e-mail address has no field, and the message says why")
  func email() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": """
      ---
      name: Ada Okafor
      email: ada@example.org
      consent: {name: yes, given: 2025-09-01}
      ---

      """
    ])
    #expect(
      site.report == """
        content/members/ada-okafor.md:3:1: privacy: a member has no e-mail field [email-field]
          3 | email: ada@example.org
            | ^^^^^
            note: An address on a web page is collected within days; the site's contact is in handbook.yml.
            help: remove the line
        1 privacy finding

        """)
  }

  @Test("apologies have no field, and the message says why")
  func apologies() async throws {
    let site = try await handbook([
      "meetings/2026-02-12-circle.md": """
      ---
      apologies: [ada-okafor]
      ---
      # Circle

      """
    ])
    #expect(
      site.report == """
        content/meetings/2026-02-12-circle.md:2:1: error: apologies are not kept [apologies-field]
          2 | apologies: [ada-okafor]
            | ^^^^^^^^^
            note: An absence can reveal somebody's health; who was present is enough.
            help: remove the line, and list those who came under 'attendees'
        1 error

        """)
  }

  @Test("with a public source, what consent does not cover is a finding, value by value")
  func publicSource() async throws {
    let site = try await handbook([
      "assets/ada.svg": drawing,
      "members/ada-okafor.md": """
      ---
      name: Ada Okafor
      also_known_as: [Adaeze]
      school: Quayside
      photo: ada.svg
      photo_alt: Ada at work
      ---

      """,
    ])
    #expect(
      site.report == """
        content/members/ada-okafor.md: privacy: the file's name tells who this member is, who has not agreed to have their name shown [undisclosed-name]
            note: With 'source: public' everybody can read it, whatever the site withholds.
            help: give the file a neutral name such as m-07.md, and write @m-07 where others mention them
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/ada-okafor.md:2:7: privacy: this member has not agreed to have their name shown [undisclosed-name]
          2 | name: Ada Okafor
            |       ^^^^^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove the name, and give the file a neutral one such as m-07.md
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/ada-okafor.md:3:17: privacy: this member has not agreed to have their other name shown [undisclosed-name]
          3 | also_known_as: [Adaeze]
            |                 ^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove it from 'also_known_as'
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/ada-okafor.md:4:9: privacy: this member has not agreed to have their school shown [undisclosed-school]
          4 | school: Quayside
            |         ^^^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove the school
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/ada-okafor.md:5:8: privacy: this member has not agreed to have their photo shown [undisclosed-photo]
          5 | photo: ada.svg
            |        ^^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove the photo and its file
            help: or write 'source: private' in handbook.yml if the repository is private
        5 privacy findings

        """)
  }

  @Test("each field that needs a consent is a finding without it")
  func fieldsWithConsent() async throws {
    let fields = EntryKind.member.ownFields
    let consented = fields.filter { $0.neededConsent != nil }
    #expect(consented.map(\.name) == ["school", "photo"])
    for field in consented {
      let companion = fields.first { $0.companionOf == field.name }
      let lines = [field, companion].compactMap(\.self).map { "\($0.name): \($0.example)\n" }
      let site = try await handbook([
        "members/m-07.md": "---\nconsent: {name: no}\n\(lines.joined())---\n"
      ])
      #expect(
        site.report.contains(
          "m-07.md:3:\(field.name.utf8.count + 3): privacy: this member has not agreed to have their "
            + "\(field.name) shown [undisclosed-\(field.name)]"))
    }
  }

  @Test("a withdrawn member's consent no longer counts")
  func withdrawn() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": """
      ---
      status: withdrawn
      name: Ada Okafor
      school: Quayside
      consent: {name: yes, school: yes, given: 2025-09-01}
      ---

      """
    ])
    #expect(
      site.report == """
        content/members/ada-okafor.md: privacy: the file's name tells who this member is, who has not agreed to have their name shown [undisclosed-name]
            note: With 'source: public' everybody can read it, whatever the site withholds.
            help: run 'handbook forget' for this member, which gives it a neutral one everywhere
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/ada-okafor.md:3:7: privacy: this member has not agreed to have their name shown [undisclosed-name]
          3 | name: ••• ••••••
            |       ^^^^^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove the name, and give the file a neutral one such as m-07.md
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/ada-okafor.md:4:9: privacy: this member has not agreed to have their school shown [undisclosed-school]
          4 | school: Quayside
            |         ^^^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove the school
            help: or write 'source: private' in handbook.yml if the repository is private
        3 privacy findings

        """)
  }

  @Test("with a private source the same values are simply withheld")
  func privateSource() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "assets/ada.svg": drawing,
      "members/ada-okafor.md": """
      ---
      name: Ada Okafor
      also_known_as: [Adaeze]
      school: Quayside
      photo: ada.svg
      photo_alt: Ada at work
      ---

      """,
    ])
    #expect(site.report == "")
  }

  @Test("a withdrawn member needs no other field")
  func bareWithdrawn() async throws {
    let site = try await handbook([
      "members/m-07.md": """
      ---
      status: withdrawn
      ---

      """
    ])
    #expect(site.report == "")
  }
}

@Suite("Consent that is old")
struct StaleConsentTests {
  @Test("consent given more than twelve months ago still holds, and warns")
  func stale() async throws {
    let site = try await handbook(["members/ada-okafor.md": given("2025-02-28")])
    #expect(
      site.report == """
        content/members/ada-okafor.md: warning: this consent was given on 2025-02-28, more than twelve months ago [stale-consent]
            note: People change their minds, and their jobs.
            help: ask again, and write the new day after 'given'
        1 warning

        """)
    #expect(site.pages["members/ada-okafor.html"] != nil)
  }

  @Test("consent of twelve months to the day is fresh, and a withdrawn member is not asked")
  func fresh() async throws {
    #expect(try await handbook(["members/a.md": given("2025-03-01")]).report == "")
    let withdrawn = given("2020-01-01").replacing("name: Ada Okafor", with: "status: withdrawn")
    #expect(try await handbook(["members/a.md": withdrawn]).report == "")
  }

  private func given(_ day: String) -> String {
    "---\nname: Ada Okafor\nconsent: {name: yes, profile: yes, given: \(day)}\n---\n"
  }
}

private func day(_ written: String) -> CalendarDate {
  CalendarDate(written) ?? CalendarDate(daysSince1970: 0)
}
