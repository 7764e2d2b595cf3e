import TestSupport
import Testing

@Suite("Names in texts")
struct NamesInTextTests {
  @Test("a withheld name in a text is a finding, accents and case folded")
  func text() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/a.md": """
      # What Maria Lopez said

      Then **MARÍA** LÓPEZ spoke. Maria Lopez, *Maria Lopez*.

      No mari, but a Mari. MariaLopez is her too.

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:1:8: privacy: this names a member who has not agreed to be named [name-in-text]
          1 | # What Maria Lopez said
            |        ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/a.md:3:1: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | Then **MARÍA** LÓPEZ spoke. Maria Lopez, *Maria Lopez*.
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/a.md:3:29: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | Then **MARÍA** LÓPEZ spoke. Maria Lopez, *Maria Lopez*.
            |                             ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/a.md:3:43: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | Then **MARÍA** LÓPEZ spoke. Maria Lopez, *Maria Lopez*.
            |                                           ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/a.md:5:16: privacy: this names a member who has not agreed to be named [name-in-text]
          5 | No mari, but a Mari. MariaLopez is her too.
            |                ^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/a.md:5:22: privacy: this names a member who has not agreed to be named [name-in-text]
          5 | No mari, but a Mari. MariaLopez is her too.
            |                      ^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        6 privacy findings

        """)
  }

  @Test("a withheld name in an alternative text, a title, code or an address is a finding")
  func attributes() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "assets/p.svg": drawing,
      "pages/a.md": """
      # A

      [x](a.md "Maria Lopez")

      ![Mari at work](../assets/p.svg)

      ![x](../assets/p.svg "Maria Lopez")

      `Maria Lopez`

      <https://example.org/maria-lopez>

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:5: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | [x](a.md "Maria Lopez")
            |     ^^^^
            help: leave the name out: these words are shown as they are written
        content/pages/a.md:5:17: privacy: this names a member who has not agreed to be named [name-in-text]
          5 | ![Mari at work](../assets/p.svg)
            |                 ^^^^^^^^^^^^^^^
            help: leave the name out: these words are shown as they are written
        content/pages/a.md:7:6: privacy: this names a member who has not agreed to be named [name-in-text]
          7 | ![x](../assets/p.svg "Maria Lopez")
            |      ^^^^^^^^^^^^^^^
            help: leave the name out: these words are shown as they are written
        content/pages/a.md:9:2: privacy: this names a member who has not agreed to be named [name-in-text]
          9 | `Maria Lopez`
            |  ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/a.md:11:22: privacy: this names a member who has not agreed to be named [name-in-text]
          11 | <https://example.org/maria-lopez>
             |                      ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        5 privacy findings

        """)
  }

  @Test("an address behind other words, and the language of code, are looked at too")
  func hidden() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/a.md": """
      # A

      [her page](https://example.org/maria-lopez)

      """,
      "pages/b.md": """
      # B

      ```maria-lopez
      x
      ```

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:12: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | [her page](https://example.org/maria-lopez)
            |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: leave the name out: these words are shown as they are written
        content/pages/b.md:3:4: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | ```maria-lopez
            |    ^^^^^^^^^^^
            help: leave the name out: these words are shown as they are written
        2 privacy findings

        """)
  }

  @Test("a withheld name in front matter, handbook.yml or tags.yml is a finding")
  func fields() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings + "purpose: By Maria Lopez\n",
      "tags.yml": """
      tags:
        - id: x
          description: Maria Lopez likes it

      """,
      "members/m-07.md": maria,
      "members/ada-okafor.md": """
      ---
      name: Ada Okafor
      consent: {name: yes, profile: yes, given: 2025-09-01}
      offers: [{tag: chess, note: with Maria Lopez}]
      ---

      """,
      "pages/a.md": """
      ---
      summary: Maria Lopez says
      tags: [maria-lopez]
      ---
      # A

      """,
    ])
    #expect(
      site.report == """
        content/handbook.yml:4:13: privacy: this names a member who has not agreed to be named [name-in-text]
          4 | purpose: By Maria Lopez
            |             ^^^^^^^^^^^
            help: leave the name out: a field is shown as it is written
            help: or, if it may stand, write why below 'accepts' in handbook.yml
        content/members/ada-okafor.md:4:34: privacy: this names a member who has not agreed to be named [name-in-text]
          4 | offers: [{tag: chess, note: with Maria Lopez}]
            |                                  ^^^^^^^^^^^
            help: leave the name out: a field is shown as it is written
        content/pages/a.md:2:10: privacy: this names a member who has not agreed to be named [name-in-text]
          2 | summary: Maria Lopez says
            |          ^^^^^^^^^^^
            help: leave the name out: a field is shown as it is written
        content/pages/a.md:3:8: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | tags: [maria-lopez]
            |        ^^^^^^^^^^^
            help: leave the name out: a field is shown as it is written
        content/tags.yml:3:18: privacy: this names a member who has not agreed to be named [name-in-text]
          3 |     description: Maria Lopez likes it
            |                  ^^^^^^^^^^^
            help: leave the name out: a field is shown as it is written
            help: or, if it may stand, write why below 'accepts' in handbook.yml
        5 privacy findings

        """)
  }

  @Test("a withheld name in the name of a file, or in an old id, is a finding")
  func fileNames() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/visit-to-maria-lopez.md": "# A",
      "pages/maria-lopez.md": """
      ---
      aliases: [with-maria-lopez]
      ---
      # A

      """,
      "assets/maria-lopez.txt": "x",
      "assets/mari.txt": "x",
      "posts/maria-lopez/index.md": """
      ---
      date: 2026-02-01
      authors: m-07
      ---
      # A

      """,
      "posts/maria-lopez/x.txt": "x",
    ])
    #expect(
      site.report == """
        content/assets/mari.txt: privacy: the file's name holds the name of a member who has not agreed to be named [name-in-file-name]
            help: rename the file without the name, for example with m-07
            help: or, if it may stand, write why below 'accepts' in handbook.yml
        content/assets/maria-lopez.txt: privacy: the file's name holds the name of a member who has not agreed to be named [name-in-file-name]
            help: rename the file without the name, for example with m-07
            help: or, if it may stand, write why below 'accepts' in handbook.yml
        content/pages/maria-lopez.md: privacy: the file's name holds the name of a member who has not agreed to be named [name-in-file-name]
            help: rename the file without the name, for example with m-07
        content/pages/maria-lopez.md:2:11: privacy: this old id holds the name of a member who has not agreed to be named [name-in-file-name]
          2 | aliases: [with-maria-lopez]
            |           ^^^^^^^^^^^^^^^^
            help: remove it: the page at the old address would show the name
        content/pages/visit-to-maria-lopez.md: privacy: the file's name holds the name of a member who has not agreed to be named [name-in-file-name]
            help: rename the file without the name, for example with m-07
        content/posts/maria-lopez/index.md: privacy: the file's name holds the name of a member who has not agreed to be named [name-in-file-name]
            help: rename the file without the name, for example with m-07
        6 privacy findings

        """)
  }

  @Test("an id that is a name may stand where ids stand")
  func ids() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/maria-lopez.md": maria,
      "meetings/2026-02-12-circle.md": """
      ---
      attendees: [maria-lopez]
      chair: maria-lopez
      ---
      # Circle

      @maria-lopez, [[maria-lopez]] and [her](../members/maria-lopez.md)

      """,
    ])
    #expect(site.report == "")
  }

  @Test("with a private source a member's own file may hold their name")
  func ownFile() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/maria-lopez/index.md": """
      ---
      name: Maria Lopez
      photo: maria-lopez.txt
      photo_alt: Maria Lopez
      ---
      I am Maria Lopez.

      """,
      "members/maria-lopez/maria-lopez.txt": "x",
    ])
    #expect(site.report == "")
  }

  @Test("with a public source a member's own text may not hold their name")
  func ownTextInPublic() async throws {
    let site = try await handbook([
      "members/m-07.md": """
      ---
      status: withdrawn
      name: Maria Lopez
      ---
      I am Maria Lopez.

      """
    ])
    #expect(
      site.report == """
        content/members/m-07.md:3:7: privacy: this member has not agreed to have their name shown [undisclosed-name]
          3 | name: ••••• •••••
            |       ^^^^^^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove the name, and give the file a neutral one such as m-07.md
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/m-07.md:5:6: privacy: this member has not agreed to have their name shown [undisclosed-name]
          5 | I am ••••• •••••.
            |      ^^^^^^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove the name from the text
            help: or write 'source: private' in handbook.yml if the repository is private
        2 privacy findings

        """)
  }

  @Test("a name that is part of a longer one that is shown is not meant")
  func longerName() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": """
      ---
      name: Maria
      ---

      """,
      "members/maria-silva.md": """
      ---
      name: Maria Silva
      consent: {name: yes, profile: yes, given: 2025-09-01}
      ---

      """,
      "pages/a.md": """
      # A

      Maria Silva said so. Then Maria did.

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:27: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | Maria Silva said so. Then Maria did.
            |                           ^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        1 privacy finding

        """)
  }

  @Test("a name that is written without capitals is found without")
  func noCapitals() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": """
      ---
      name: 李雷
      also_known_as: [masha]
      ---

      """,
      "pages/a.md": """
      # A

      李雷 and masha said so. Masha too.

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:1: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | 李雷 and masha said so. Masha too.
            | ^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/a.md:3:8: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | 李雷 and masha said so. Masha too.
            |          ^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/a.md:3:23: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | 李雷 and masha said so. Masha too.
            |                         ^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        3 privacy findings

        """)
  }

  @Test("a withdrawn member's name is withheld whatever they once agreed to")
  func withdrawn() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": """
      ---
      status: withdrawn
      name: Maria Lopez
      consent: {name: yes, given: 2025-09-01}
      ---

      """,
      "pages/a.md": """
      # A

      Maria Lopez said so.

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:1: privacy: this names somebody who has withdrawn [name-in-text]
          3 | ••••• ••••• said so.
            | ^^^^^^^^^^^
            help: leave the name out
        1 privacy finding

        """)
  }

  @Test("a draft is looked at too")
  func draft() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/a.md": """
      ---
      draft: yes
      ---
      # A

      Maria Lopez.

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:6:1: privacy: this names a member who has not agreed to be named [name-in-text]
          6 | Maria Lopez.
            | ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        1 privacy finding

        """)
  }
}
