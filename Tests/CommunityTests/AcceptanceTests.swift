import Build
import Diagnostics
import TestSupport
import Testing

@Suite("Accepted findings")
struct AcceptanceTests {
  @Test("an entry that gives words and a reason may keep a finding")
  func accepted() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/a.md": """
      ---
      accepts:
        - id: name-in-text
          words: Maria Lopez
          why: an author of the same name
      ---
      # A

      Maria Lopez wrote the book.

      """,
    ])
    #expect(site.report == "")
  }

  @Test("an acceptance of one finding does not cover another, nor another entry")
  func others() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/maria-lopez.md": """
      ---
      accepts:
        - id: name-in-text
          words: Maria Lopez
          why: an author of the same name
      ---
      # A

      Maria Lopez.

      """,
      "pages/b.md": """
      # B

      Maria Lopez.

      """,
    ])
    #expect(
      site.report == """
        content/pages/b.md:3:1: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | Maria Lopez.
            | ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/maria-lopez.md: privacy: the file's name holds the name of a member who has not agreed to be named [name-in-file-name]
            help: rename the file without the name, for example with m-07
        2 privacy findings

        """)
  }

  @Test("an acceptance that accepts nothing warns")
  func idle() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      accepts:
        - id: name-in-text
          why: an author of the same name
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:9: warning: there is no finding 'name-in-text' to accept here [idle-acceptance]
          3 |   - id: name-in-text
            |         ^^^^^^^^^^^^
            help: remove it, or write the id that stands in brackets after the finding
        1 warning

        """)
  }

  @Test("an acceptance needs a reason")
  func withoutReason() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      accepts:
        - id: name-in-text
      ---
      # A

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:5: error: an accepted finding needs the field 'why' [missing-field]
          3 |   - id: name-in-text
            |     ^^^^^^^^^^^^^^^^
            help: write why: she agreed to this in writing on 3 March
        1 error

        """)
  }

  @Test("an error cannot be accepted")
  func errors() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      accepts:
        - id: broken-link
          why: later
      ---
      # A

      [x](nope.md)

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:9: warning: only privacy findings can be accepted, and 'broken-link' is none [idle-acceptance]
          3 |   - id: broken-link
            |         ^^^^^^^^^^^
            help: remove it, and fix what the message of that name says
        content/pages/a.md:8:5: error: 'nope.md' leads to no file [broken-link]
          8 | [x](nope.md)
            |     ^^^^^^^
            help: a link is the path from this file to the other
        1 error, 1 warning

        """)
  }

  @Test("an acceptance is for its words: somebody else's name is still a finding")
  func otherPeople() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "members/m-08.md": tara,
      "pages/one.md": """
      ---
      title: One
      accepts: [{id: name-in-text, words: maria  LÓPEZ, why: the author of the book}]
      ---

      The book by Maria Lopez. Thanks to Tara Quill.

      """,
    ])
    #expect(
      site.report == """
        content/pages/one.md:6:36: privacy: this names a member who has not agreed to be named [name-in-text]
          6 | The book by Maria Lopez. Thanks to Tara Quill.
            |                                    ^^^^^^^^^^
            help: write @m-08: the site shows as much as they agree to, and no more
        1 privacy finding

        """)
  }

  @Test("without words it accepts nothing, and the line to write is told")
  func withoutWords() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "members/m-08.md": tara,
      "pages/a.md": """
      ---
      accepts:
        - id: name-in-text
          why: the author of the book
      ---
      # A

      By **Maria** Lopez, with Tara Quill, for Maria Lopez.

      """,
      "pages/b.md": """
      ---
      accepts:
        - id: phone-number
          why: the number of the office
      ---
      # B

      Ring 029 2018 1234.

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:3:9: warning: this does not say which words may stand, so it accepts nothing [acceptance-without-words]
          3 |   - id: name-in-text
            |         ^^^^^^^^^^^^
            note: Without them, whatever is written here later would be accepted too.
            help: write one acceptance for each of these that may stand
            help: words: "Maria Lopez"
            help: words: "Tara Quill"
        content/pages/a.md:8:1: privacy: this names a member who has not agreed to be named [name-in-text]
          8 | By **Maria** Lopez, with Tara Quill, for Maria Lopez.
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/a.md:8:26: privacy: this names a member who has not agreed to be named [name-in-text]
          8 | By **Maria** Lopez, with Tara Quill, for Maria Lopez.
            |                          ^^^^^^^^^^
            help: write @m-08: the site shows as much as they agree to, and no more
        content/pages/a.md:8:42: privacy: this names a member who has not agreed to be named [name-in-text]
          8 | By **Maria** Lopez, with Tara Quill, for Maria Lopez.
            |                                          ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        content/pages/b.md:3:9: warning: this does not say which words may stand, so it accepts nothing [acceptance-without-words]
          3 |   - id: phone-number
            |         ^^^^^^^^^^^^
            note: Without them, whatever is written here later would be accepted too.
            help: write words: "029 2018 1234"
        content/pages/b.md:8:6: privacy: this looks like somebody's telephone number [phone-number]
          8 | Ring 029 2018 1234.
            |      ^^^^^^^^^^^^^
            help: leave it out; how to reach the community is 'contact' in handbook.yml
        4 privacy findings, 2 warnings

        """)
  }

  @Test("a finding may stand in wider words that are accepted, and nowhere else")
  func widerWords() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/a.md": """
      ---
      accepts:
        - {id: name-in-text, words: Mari Luz Abad, why: she wrote the book}
        - {id: name-in-text, words: Mar, why: a beginning of words is no word}
      ---
      # A

      Mari Luz Abad wrote it.

      Mari did not.

      """,
    ])
    #expect(
      site.report == """
        content/pages/a.md:4:10: warning: no finding 'name-in-text' here is of the words 'Mar' [idle-acceptance]
          4 |   - {id: name-in-text, words: Mar, why: a beginning of words is no word}
            |          ^^^^^^^^^^^^
            help: write words: "Mari"
        content/pages/a.md:10:1: privacy: this names a member who has not agreed to be named [name-in-text]
          10 | Mari did not.
             | ^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        1 privacy finding, 1 warning

        """)
  }

  @Test("the words and the reason of an acceptance are no use of it")
  func ownWords() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings + """
        accepts: [{id: phone-number, words: 029 2018 1234, why: the office}]

        """,
      "members/m-07.md": maria,
      "pages/a.md": """
      ---
      accepts:
        - {id: name-in-text, words: "Maria Lopez", why: Maria Lopez is an author}
        - {id: name-in-file-name, words: Mari, why: a street}
      ---
      # A

      """,
    ])
    #expect(
      site.diagnostics.map { "\($0.id.rawValue) \($0.location?.line ?? 0)" } == [
        "idle-acceptance 4", "idle-acceptance 3", "idle-acceptance 4",
      ], "\(site.report)")
  }

  @Test("a part of the words found is not enough")
  func partOfTheWords() async throws {
    let site = try await handbook([
      "pages/a.md": """
      ---
      accepts: [{id: email-address, words: ada@a-mail.org, why: hers}]
      ---
      # A

      Write to ada@a-mail.org, not to ada@a-mail.org.uk.

      """
    ])
    #expect(
      site.report == """
        content/pages/a.md:6:33: privacy: an e-mail address is not for everybody to read [email-address]
          6 | Write to ada@a-mail.org, not to ada@a-mail.org.uk.
            |                                 ^^^^^^^^^^^^^^^^^
            note: An address on a web page is collected within days.
            help: leave it out; the community's own address is 'contact' in handbook.yml
        1 privacy finding

        """)
  }

  @Test("what is found in handbook.yml, tags.yml and assets is accepted in handbook.yml")
  func settings() async throws {
    var files = [
      "handbook.yml": privateSettings + """
        purpose: After the book of Maria Lopez
        join: Ask Tara Quill's reading group, or ring 029 2018 1234.
        accepts:
          - {id: name-in-text, words: Maria Lopez, why: the author}
          - {id: name-in-text, words: Tara Quill, why: the group has her name}
          - {id: phone-number, words: 029 2018 1234, why: the office}
          - {id: name-in-file-name, words: Maria Lopez, why: the author}

        """,
      "tags.yml": """
      tags:
        - id: x
          description: After Maria Lopez

      """,
      "members/m-07.md": maria,
      "members/m-08.md": tara,
      "assets/maria-lopez.txt": "x",
    ]
    #expect(try await handbook(files).report == "")
    files["pages/a.md"] = "# A\n\nMaria Lopez\n"
    files["assets/tara-quill.txt"] = "x"
    #expect(
      try await handbook(files).report == """
        content/assets/tara-quill.txt: privacy: the file's name holds the name of a member who has not agreed to be named [name-in-file-name]
            help: rename the file without the name, for example with m-08
            help: or, if it may stand, write why below 'accepts' in handbook.yml
        content/pages/a.md:3:1: privacy: this names a member who has not agreed to be named [name-in-text]
          3 | Maria Lopez
            | ^^^^^^^^^^^
            help: write @m-07: the site shows as much as they agree to, and no more
        2 privacy findings

        """)
  }

  @Test("what is found beside an entry is accepted in the entry")
  func besideAnEntry() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings,
      "members/m-07.md": maria,
      "pages/one/index.md": """
      ---
      title: One
      accepts: [{id: name-in-file-name, words: maria-lopez, why: the author}]
      ---

      [The cover](cover-maria-lopez.txt)

      """,
      "pages/one/cover-maria-lopez.txt": "x",
      "pages/two/index.md": """
      ---
      title: Two
      ---

      """,
      "pages/two/maria-lopez.txt": "x",
    ])
    #expect(
      site.report == """
        content/pages/two/maria-lopez.txt: privacy: the file's name holds the name of a member who has not agreed to be named [name-in-file-name]
            help: rename the file without the name, for example with m-07
            help: or, if it may stand, write why below 'accepts' in pages/two/index.md
        1 privacy finding

        """)
  }

  @Test("a value in a member's file is accepted by its words")
  func undisclosed() async throws {
    let site = try await handbook([
      "members/m-07.md": """
      ---
      school: Harbour Primary
      email: m@a.example
      accepts:
        - {id: undisclosed-school, words: harbour primary, why: it has one teacher}
        - {id: email-field, words: m@a.example, why: a test}
      ---

      """,
      "members/m-08.md": """
      ---
      school: Harbour Primary
      accepts: [{id: undisclosed-school, words: Harbour, why: it has one teacher}]
      ---

      """,
    ])
    #expect(
      site.report == """
        content/members/m-08.md:2:9: privacy: this member has not agreed to have their school shown [undisclosed-school]
          2 | school: Harbour Primary
            |         ^^^^^^^^^^^^^^^
            note: With 'source: public' everybody can read this file, whatever the site withholds.
            help: remove the school
            help: or write 'source: private' in handbook.yml if the repository is private
        content/members/m-08.md:3:16: warning: no finding 'undisclosed-school' here is of the words 'Harbour' [idle-acceptance]
          3 | accepts: [{id: undisclosed-school, words: Harbour, why: it has one teacher}]
            |                ^^^^^^^^^^^^^^^^^^
            help: write words: "Harbour Primary"
        1 privacy finding, 1 warning

        """)
  }
}

/// Another member who agrees to nothing.
private let tara = """
  ---
  name: Tara Quill
  ---

  """
