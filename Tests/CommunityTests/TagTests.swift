import TestSupport
import Testing

@Suite("Tags")
struct TagTests {
  @Test("tags that differ by a letter look like one, and the one used more is meant")
  func nearDuplicates() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      tags: [retrieval-practice, feedback]
      ---
      # A

      """,
      "pages/b.md": """
      ---
      tags: [retreival-practice, feedbacks]
      ---
      # B

      """,
      "pages/c.md": """
      ---
      tags: [retrieval-practice, feedback]
      ---
      # C

      """,
    ])
    #expect(
      site.report == """
        content/pages/b.md:2:8: warning: the tags 'retreival-practice' and 'retrieval-practice' look like one [near-duplicate-tag]
          2 | tags: [retreival-practice, feedbacks]
            |        ^^^^^^^^^^^^^^^^^^
            help: write 'retrieval-practice', or name one as 'also' of the other in content/tags.yml
        content/pages/b.md:2:28: warning: the tags 'feedbacks' and 'feedback' look like one [near-duplicate-tag]
          2 | tags: [retreival-practice, feedbacks]
            |                            ^^^^^^^^^
            help: write 'feedback', or name one as 'also' of the other in content/tags.yml
        2 warnings

        """)
  }

  @Test("tags that differ by a digit are two: year-7 and year-8")
  func digits() async throws {
    let site = try await handbook([
      "pages/a.md": "---\ntags: [year-7, year-10]\n---\n# A",
      "pages/b.md": "---\ntags: [year-8, year-1]\n---\n# B",
    ])
    #expect(site.report == "")
  }

  @Test("a tag needs a letter or a digit")
  func empty() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      tags: ["!!!"]
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:2:9: error: a tag needs a letter or a digit, and '!!!' has none [bad-tag]
          2 | tags: ["!!!"]
            |         ^^^
            help: write it in words
        1 error

        """)
  }

  @Test("a closed vocabulary makes strangers errors, told once")
  func closed() async throws {
    let site = try await handbook([
      "tags.yml": """
      closed: yes
      tags:
        - id: retrieval-practice
          also: [quizzing]
        - feedback

      """,
      "pages/a.md": """
      ---
      tags: [retreival-practice, quizzing, Feedback, maps]
      ---
      # A

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:2:8: error: tags.yml has no tag 'retreival-practice', and is closed [unknown-tag]
          2 | tags: [retreival-practice, quizzing, Feedback, maps]
            |        ^^^^^^^^^^^^^^^^^^
            help: did you mean 'retrieval-practice'?
        content/pages/a.md:2:48: error: tags.yml has no tag 'maps', and is closed [unknown-tag]
          2 | tags: [retreival-practice, quizzing, Feedback, maps]
            |                                                ^^^^
            help: add it to content/tags.yml, or use one that is there
        2 errors

        """)
  }

  @Test("tags.yml is checked in itself")
  func vocabulary() async throws {
    let site = try await handbook([
      "tags.yml": """
      tags:
        - id: retrieval-practice
          parent: memry
        - id: memory
          also: [Retrieval Practice]
        - memory
        - label: x
        - id: "!!"
        - "??"

      """
    ])
    #expect(
      site.report == """
        content/tags.yml:3:13: error: tags.yml has no tag 'memry' [unknown-tag]
          3 |     parent: memry
            |             ^^^^^
            help: did you mean 'memory'?
        content/tags.yml:5:12: error: 'Retrieval Practice' means the tag 'retrieval-practice' already [duplicate-tag]
          5 |     also: [Retrieval Practice]
            |            ^^^^^^^^^^^^^^^^^^
            help: remove one of the two
        content/tags.yml:6:5: error: 'memory' means the tag 'memory' already [duplicate-tag]
          6 |   - memory
            |     ^^^^^^
            help: remove one of the two
        content/tags.yml:7:5: error: a tag needs the field 'id' [missing-field]
          7 |   - label: x
            |     ^^^^^^^^
            help: write id: retrieval-practice
        content/tags.yml:8:10: error: a tag needs a letter or a digit, and '!!' has none [bad-tag]
          8 |   - id: "!!"
            |          ^^
            help: write it in words
        content/tags.yml:9:6: error: a tag needs a letter or a digit, and '??' has none [bad-tag]
          9 |   - "??"
            |      ^^
            help: write it in words
        6 errors

        """)
  }

  @Test("fields that tags.yml does not have are told")
  func fields() async throws {
    let site = try await handbook([
      "tags.yml": """
      tag:
        - a
      closed: maybe

      """
    ])
    #expect(
      site.report == """
        content/tags.yml:1:1: error: tags.yml has no field 'tag' [unknown-field]
          1 | tag:
            | ^^^
            help: did you mean 'tags'?
        content/tags.yml:3:9: error: 'closed' is yes or no, not 'maybe' [bad-choice]
          3 | closed: maybe
            |         ^^^^^
            help: write closed: yes or closed: no
        2 errors

        """)
  }

  @Test("tags of any script, and signs spelled out, are fine")
  func scripts() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      tags: [C++, C, "تعلم", 数学, é]
      ---
      # A

      """
    ])
    #expect(site.report == "")
  }
}
