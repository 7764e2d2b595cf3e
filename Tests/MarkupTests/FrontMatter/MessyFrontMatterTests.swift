import Diagnostics
import Markup
import Testing
import Text

@Suite("Front matter as communities write it")
struct MessyFrontMatterTests {
  @Test("habits of other tools are read, or explained to a teacher", arguments: habits)
  func habit(_ trap: Trap) {
    let read = matter(trap.lines)
    #expect(read.value?.inShort == trap.reads)
    #expect(told(read.diagnostics) == trap.says)
  }

  private static let habits: [Trap] = [
    Trap(
      "layout: post\ntitle:  \"Welcome to Jekyll!\"\ndate:   2020-01-01 10:00:00 +0200\ncategories: jekyll update",
      reads:
        "layout=post title=Welcome to Jekyll! date=2020-01-01 10:00:00 +0200 categories=jekyll update",
      ""),
    Trap(
      "title: \"My First Post\"\ndate: 2020-11-28T09:22:14-05:00\ndraft: false\ntags: [\"news\", \"maths\"]\nweight: 10\nmenu:\n  main:\n    identifier: first",
      reads:
        "title=My First Post date=2020-11-28T09:22:14-05:00 draft=false tags=[news, maths] weight=10 menu={main={identifier=first}}",
      ""),
    Trap(
      "tags:\n  - #maths\n  - inbox\naliases: []\ncssclass: wide\ncreated: 2023-08-25T10:00\nup: \"[[Index]]\"\nrelated: [[Fractions]]",
      reads:
        "tags=[-, inbox] aliases=[] cssclass=wide created=2023-08-25T10:00 up=[[Index]] related=Fractions",
      """
      warning: a '#' after a space begins a comment, which is left out [hash-starts-comment]
        3: ⟦#maths⟧
        help: put it in quotes: - "#maths"
        help: or leave out the '#'
      error: a field names an entry without the brackets [wikilink-in-field]
        9: ⟦[[Fractions]]⟧
        help: write related: Fractions
      """),
    Trap(
      "title: Notes from Monday’s meeting – part 1\nauthor: Siân & Łukasz\nsummary: We said: “try it”.",
      reads:
        "title=Notes from Monday’s meeting – part 1 author=Siân & Łukasz summary=We said: “try it”.",
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        4: ⟦We said: “try it”.⟧
        help: put it in quotes: summary: "We said: “try it”."
      """),
    Trap(
      "tags: [a, b\ntitle: What we tried", reads: "tags=[a, b] title=What we tried",
      """
      error: the bracket that opens here is never closed [unclosed-bracket]
        2: ⟦[⟧
        help: write tags: [a, b]
      """),
    Trap(
      "title : Spaces before the colon\ndate :2024-05-01",
      reads: "title=Spaces before the colon date=2024-05-01",
      """
      error: a space must follow the colon after a field's name [colon-without-space]
        3: ⟦date :2024-05-01⟧
        help: write date: 2024-05-01
      """),
    Trap(
      "title: 'It's about time'\nsummary: \"He said \"no\" twice\"",
      reads: "title='It's about time' summary=\"He said \"no\" twice\"",
      """
      error: the quotation mark closes before the end of the value [needs-quotes]
        2: ⟦'It's about time'⟧
        help: put it in quotes: title: "It's about time"
      error: the quotation mark closes before the end of the value [needs-quotes]
        3: ⟦"He said "no" twice"⟧
        help: put it in quotes: summary: 'He said "no" twice'
      """),
    Trap(
      "tags:\n- one\n - two\n- three", reads: "tags=[one, two, three]",
      """
      error: this line is indented by 1 space, but the lines it belongs with are not indented [indentation]
        4: ⟦- two⟧
        help: begin the line at the margin
      """),
    Trap(
      "title: Meeting\nattendees:\nada\nnoor\ndate: 2024-05-01",
      reads: "title=Meeting attendees=- date=2024-05-01",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        4: ⟦ada⟧
        help: indent it by two spaces if it is the value of the field above, as an item: - ada
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        5: ⟦noor⟧
        help: indent it by two spaces if it is the value of the field above, as an item: - noor
      """),
    Trap(
      "title: Meeting\nattendees:\n  ada\n  noor\ndate: 2024-05-01",
      reads: "title=Meeting attendees=ada noor date=2024-05-01",
      ""),
    Trap(
      "title: Meeting\nattendees: - ada\n           - noor\ndate: 2024-05-01",
      reads: "title=Meeting attendees=ada date=2024-05-01",
      """
      error: a list on one line has commas between its items, not hyphens [list-on-one-line]
        3: ⟦- ada⟧
        help: write attendees: ada
      error: a list item must stand below a field that has no value of its own [stray-list-item]
        4: ⟦- noor⟧
        help: write the field's name and a colon on the line above the first item
      """),
    Trap(
      "Title: Meeting\nDate: 1st May 2024\nTAGS: maths; science",
      reads: "Title=Meeting Date=1st May 2024 TAGS=maths; science",
      ""),
    Trap(
      "📅 date: 2024-05-01\n🏷 tags: x\ntitle: Emoji 🎉: a party",
      reads: "📅 date=2024-05-01 🏷 tags=x title=Emoji 🎉: a party",
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        4: ⟦Emoji 🎉: a party⟧
        help: put it in quotes: title: "Emoji 🎉: a party"
      """),
    Trap(
      "title:\tTabbed\ndate:\t2024-05-01", reads: "title=Tabbed date=2024-05-01",
      ""),
    Trap(
      "title: Meeting\n\tchair: ada", reads: nil,
      """
      error: lines are indented with spaces, not with tabs [tab-indent]
        3: ⟦	⟧
        help: replace each tab at the start of the line by two spaces
      """),
    Trap(
      "title: 50% of pupils\nsummary: *Important*: read this\nresult: +5\nratio: 1:2\nat: @home",
      reads: "title=50% of pupils summary=*Important*: read this result=+5 ratio=1:2 at=@home",
      """
      error: a value that begins with '*' must be in quotes [needs-quotes]
        3: ⟦*Important*: read this⟧
        note: YAML's anchors, aliases and tags are not used here.
        help: put it in quotes: summary: "*Important*: read this"
      error: a value that begins with '@' must be in quotes [needs-quotes]
        6: ⟦@home⟧
        help: put it in quotes: at: "@home"
      """),
    Trap(
      "title: Week 5 #fractions #year7\nlink: https://example.org/#top",
      reads: "title=Week 5 link=https://example.org/#top",
      """
      warning: a '#' after a space begins a comment, which is left out [hash-starts-comment]
        2: ⟦#fractions #year7⟧
        help: put it in quotes: title: "Week 5 #fractions #year7"
        help: or put a space after the '#' if it is a comment
      """),
    Trap(
      "title: |\n  One\n  Two\nsummary: >-\n  Folded\n\n  text: here\nnext: x",
      reads: "title=One\nTwo\n summary=Folded\ntext: here next=x",
      ""),
    Trap(
      "title: A very\n  long title\n  over lines\nnext: x",
      reads: "title=A very long title over lines next=x",
      ""),
    Trap(
      "title = \"TOML habits\"\ndate = 2024-05-01", reads: "",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        2: ⟦title = "TOML habits"⟧
        help: write title: "TOML habits"
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        3: ⟦date = 2024-05-01⟧
        help: write date: 2024-05-01
      """),
    Trap(
      "<!-- comment -->\ntitle: x", reads: "title=x",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        2: ⟦<!-- comment -->⟧
        help: begin a comment with # and a space
      """),
    Trap(
      "// comment\ntitle: x\n/* more */", reads: "title=x",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        2: ⟦// comment⟧
        help: begin a comment with # and a space
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        4: ⟦/* more */⟧
        help: delete the line, or write it as a field; text of several lines is indented below its field
      """),
    Trap(
      "title: x;\ndate: 2024-05-01;", reads: "title=x; date=2024-05-01;",
      ""),
    Trap(
      "{\n  \"title\": \"JSON habits\",\n  \"tags\": [\"a\"]\n}",
      reads: "title=JSON habits tags=[a]",
      ""),
    Trap(
      "* title: bullets\n* date: 2024-05-01", reads: "* title=bullets * date=2024-05-01",
      """
      error: a field's name begins with a letter, not with '*' [unknown-field]
        2: ⟦* title⟧
        help: delete the sign before the name
      error: a field's name begins with a letter, not with '*' [unknown-field]
        3: ⟦* date⟧
        help: delete the sign before the name
      """),
    Trap(
      "**title:** bold\n**date:** 2024-05-01", reads: "",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        2: ⟦**title:** bold⟧
        help: delete the line, or write it as a field; text of several lines is indented below its field
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        3: ⟦**date:** 2024-05-01⟧
        help: delete the line, or write it as a field; text of several lines is indented below its field
      """),
    Trap(
      "- title: x\n- date: y", reads: nil,
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        2: ⟦- title: x⟧
        help: write, for example, title: My title
      """),
    Trap(
      "title: x\n\n\n\n   \ndate: y", reads: "title=x date=y",
      ""),
    Trap(
      "title: x\ntitle: y\nDate: z\ndate: w", reads: "title=x Date=z date=w",
      """
      error: 'title' is given already, on line 2 [duplicate-field]
        3: ⟦title⟧
        help: keep one of the two
      """),
    Trap(
      "title: null\ndate: ~\ntags:\n  -\n  - a", reads: "title=- date=- tags=[-, a]",
      ""),
    Trap(
      "consent:\n  name: yes\n  photo:\n    yes\nroles: [{role: chair, from: 2024-01-01}, treasurer]",
      reads: "consent={name=yes photo=yes} roles=[{role=chair from=2024-01-01}, treasurer]",
      ""),
    Trap(
      "image: ../assets/photo of us.jpg\nimage_alt: Two people, one board; a 3:2 screen",
      reads: "image=../assets/photo of us.jpg image_alt=Two people, one board; a 3:2 screen",
      ""),
    Trap(
      "title: \"Unclosed\nsummary: \"closed\"\ntags: 'x\nend: y",
      reads: "title=Unclosed summary=closed tags=x end=y",
      """
      error: the quotation mark that opens here is never closed [unclosed-quote]
        2: ⟦"⟧
        help: write title: "Unclosed"
      error: the quotation mark that opens here is never closed [unclosed-quote]
        4: ⟦'⟧
        help: write tags: 'x'
      """),
    Trap(
      "title: Café “Zoë” – résumé", reads: "title=Café “Zoë” – résumé",
      ""),
    Trap(
      "title: ---\nsummary: ...\nx: -", reads: "title=--- summary=... x=-",
      """
      error: a value that begins with '-' must be in quotes [needs-quotes]
        4: ⟦-⟧
        help: put it in quotes: x: "-"
      """),
    Trap(
      "description: >\nThis is not indented.\ntitle: x", reads: "description= title=x",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        3: ⟦This is not indented.⟧
        help: delete the line, or write it as a field; text of several lines is indented below its field
      """),
    Trap(
      "published: true # TODO: change\nkeywords: a, b,, c,",
      reads: "published=true keywords=a, b,, c,",
      ""),
  ]
}
