import TestSupport
import Testing

@Suite("Links")
struct LinkTests {
  @Test("a link to no file is an error with the path to write")
  func broken() async throws {
    let site = try await handbook([
      "pages/start.md": "# Start",
      "pages/a.md": """
      # A

      See [b](strat.md), [c](../goals/start.md), [d](zzzzzz.md) and [e](../../secret.md).

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:9: error: 'strat.md' leads to no file [broken-link]
          3 | See [b](strat.md), [c](../goals/start.md), [d](zzzzzz.md) and [e](../../secret.md).
            |         ^^^^^^^^
            help: did you mean 'start.md'?
        content/pages/a.md:3:24: error: '../goals/start.md' leads to no file [broken-link]
          3 | See [b](strat.md), [c](../goals/start.md), [d](zzzzzz.md) and [e](../../secret.md).
            |                        ^^^^^^^^^^^^^^^^^
            help: did you mean 'start.md'?
        content/pages/a.md:3:48: error: 'zzzzzz.md' leads to no file [broken-link]
          3 | See [b](strat.md), [c](../goals/start.md), [d](zzzzzz.md) and [e](../../secret.md).
            |                                                ^^^^^^^^^
            help: a link is the path from this file to the other, for example start.md
        content/pages/a.md:3:67: error: '../../secret.md' leads outside of content [broken-link]
          3 | See [b](strat.md), [c](../goals/start.md), [d](zzzzzz.md) and [e](../../secret.md).
            |                                                                   ^^^^^^^^^^^^^^^
            help: put the file in content/assets and link to it there
        4 errors

        """)
  }

  @Test("a link to no heading names the nearest, or lists those that there are")
  func anchors() async throws {
    let site = try await handbook([
      "pages/start.md": "# Start",
      "pages/a.md": """
      # A

      ## One thing

      [b](#one-thin) [c](start.md#x) [d](#zzzzz)

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:5:5: error: 'pages/a' has no heading '#one-thin' [unknown-anchor]
          5 | [b](#one-thin) [c](start.md#x) [d](#zzzzz)
            |     ^^^^^^^^^
            help: did you mean '#one-thing'?
        content/pages/a.md:5:20: error: 'pages/start' has no heading '#x' [unknown-anchor]
          5 | [b](#one-thin) [c](start.md#x) [d](#zzzzz)
            |                    ^^^^^^^^^^
            help: it has no headings
        content/pages/a.md:5:36: error: 'pages/a' has no heading '#zzzzz' [unknown-anchor]
          5 | [b](#one-thin) [c](start.md#x) [d](#zzzzz)
            |                                    ^^^^^^
            help: it has #one-thing
        3 errors

        """)
  }

  @Test("a [[name]] that nothing has is an error")
  func wikilinks() async throws {
    let site = try await handbook([
      "pages/start.md": "# Start",
      "pages/a.md": """
      # A

      [[strat]] [[Nothing of the kind|label]] [[start#x]]

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:1: error: nothing is called 'strat' [unknown-link]
          3 | [[strat]] [[Nothing of the kind|label]] [[start#x]]
            | ^^^^^^^^^
            help: did you mean 'pages/start' (Start)?
        content/pages/a.md:3:11: error: nothing is called 'Nothing of the kind' [unknown-link]
          3 | [[strat]] [[Nothing of the kind|label]] [[start#x]]
            |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write the id of an entry, a file's name without .md
        content/pages/a.md:3:41: error: 'pages/start' has no heading '#x' [unknown-anchor]
          3 | [[strat]] [[Nothing of the kind|label]] [[start#x]]
            |                                         ^^^^^^^^^^^
            help: it has no headings
        3 errors

        """)
  }

  @Test("a [[name]] that several have lists them")
  func ambiguous() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "pages/same.md": "# Same",
      "pages/start.md": """
      # A

      [[start]] [[Same]]

      """,
      "posts/start.md": """
      ---
      date: 2026-02-01
      authors: ada-okafor
      ---
      # Same

      """,
    ])
    #expect(
      site.report == """
        content/pages/start.md:3:1: error: 'start' could be 'posts/start', 'pages/start' [ambiguous-link]
          3 | [[start]] [[Same]]
            | ^^^^^^^^^
            help: write the one that is meant, with its folder
        content/pages/start.md:3:11: error: 'Same' could be 'posts/start', 'pages/same' [ambiguous-link]
          3 | [[start]] [[Same]]
            |           ^^^^^^^^
            help: write the one that is meant, with its folder
        2 errors

        """)
  }

  @Test("a mention of nobody warns, and is told what to write")
  func mentions() async throws {
    let site = try await handbook([
      "members/ada-okafor.md": ada,
      "members/ada-smith.md": """
      ---
      name: Ada Smith
      consent: {name: yes, given: 2025-09-01}
      ---

      """,
      "pages/a.md": #"""
      # A

      @ada-okfor, @ada, @zed. \@none, `@code`, @adaeze and @Ada-Okafor are fine.

      """#,
    ])
    #expect(
      site.report == #"""
        content/pages/a.md:3:1: warning: no member is called '@ada-okfor' [unknown-mention]
          3 | @ada-okfor, @ada, @zed. \@none, `@code`, @adaeze and @Ada-Okafor are fine.
            | ^^^^^^^^^^
            help: did you mean 'ada-okafor' (Ada Okafor)?
            help: or write \@ where no member is meant
        content/pages/a.md:3:13: warning: '@ada' could be 'members/ada-okafor', 'members/ada-smith' [ambiguous-mention]
          3 | @ada-okfor, @ada, @zed. \@none, `@code`, @adaeze and @Ada-Okafor are fine.
            |             ^^^^
            help: write the whole id
        2 warnings

        """#)
  }

  @Test("pictures and files that are not there are errors")
  func missingFiles() async throws {
    let site = try await handbook([
      "assets/plan.svg": drawing,
      "pages/a.md": """
      ---
      image: plans.svg
      image_alt: a plan
      ---
      # A

      ![x](../assets/plam.svg) ![y](zzzzzz.png)

      """,
      "resources/r.md": """
      ---
      kind: template
      licence: cc-by
      files: [rubric.pdf]
      ---
      # Rubric

      Use it.

      """,
      "handbook.yml": plainSettings + "theme: {logo: plam.svg}\n",
    ])
    #expect(
      site.report == """
        content/handbook.yml:3:15: error: there is no file 'plam.svg' [missing-file]
          3 | theme: {logo: plam.svg}
            |               ^^^^^^^^
            help: did you mean 'assets/plan.svg'?
        content/pages/a.md:2:8: error: there is no file 'plans.svg' [missing-file]
          2 | image: plans.svg
            |        ^^^^^^^^^
            help: did you mean '../assets/plan.svg'?
        content/pages/a.md:7:6: error: there is no picture '../assets/plam.svg' [missing-image]
          7 | ![x](../assets/plam.svg) ![y](zzzzzz.png)
            |      ^^^^^^^^^^^^^^^^^^
            help: did you mean '../assets/plan.svg'?
        content/pages/a.md:7:31: error: there is no picture 'zzzzzz.png' [missing-image]
          7 | ![x](../assets/plam.svg) ![y](zzzzzz.png)
            |                               ^^^^^^^^^^
            help: put it in content/assets, and write the path from this file to it
        content/resources/r.md:4:9: error: there is no file 'rubric.pdf' [missing-file]
          4 | files: [rubric.pdf]
            |         ^^^^^^^^^^
            help: put it in content/assets, or in the folder of its entry beside index.md
        5 errors

        """)
  }

  @Test("the words on how to join are checked in their place")
  func join() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + """
        join: |
          Come.

          See [how](pages/nope.md).

        """
    ])
    #expect(
      site.report == """
        content/handbook.yml:6:11: error: 'pages/nope.md' leads to no file [broken-link]
          6 |   See [how](pages/nope.md).
            |           ^^^^^^^^^^^^^
            help: a link is the path from this file to the other
        1 error

        """)
  }

  @Test("links to folders, to entries that are folders and to files are fine")
  func fine() async throws {
    let site = try await handbook([
      "assets/plan.svg": drawing,
      "pages/a.md": """
      # A

      [m](../meetings/) [p](../assets/plan.svg) [b](b) [b](b/index.md)

      """,
      "pages/b/index.md": "# B",
      "meetings/2026-02-12-circle.md": "# Circle",
    ])
    #expect(site.report == "")
  }

  @Test("a picture and the words for it go together")
  func pictureWords() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      image: plan.svg
      ---
      # A

      """,
      "pages/b.md": """
      ---
      image_alt: a plan
      ---
      # B

      """,
      "members/m-07.md": """
      ---
      photo: me.jpg
      ---

      """,
    ])
    #expect(
      site.report == """
        content/members/m-07.md:2:8: error: 'photo' needs 'photo_alt' beside it [image-without-alternative]
          2 | photo: me.jpg
            |        ^^^^^^
            note: Somebody who cannot see the picture reads these words instead.
            help: add a line 'photo_alt:' that says what the picture shows
        content/pages/a.md:2:8: error: 'image' needs 'image_alt' beside it [image-without-alternative]
          2 | image: plan.svg
            |        ^^^^^^^^
            note: Somebody who cannot see the picture reads these words instead.
            help: add a line 'image_alt:' that says what the picture shows
        content/pages/b.md:2:12: error: 'image_alt' describes no picture [image-without-alternative]
          2 | image_alt: a plan
            |            ^^^^^^
            help: add 'image:' with the path of the picture, or remove 'image_alt'
        3 errors

        """)
  }
}
