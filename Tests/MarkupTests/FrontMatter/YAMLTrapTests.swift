import Diagnostics
import Markup
import Testing

/// Lines of front matter that YAML reads otherwise than their author meant: what the fields come
/// out as, so that the rest of the file is still read, and what the author is told.
struct Trap: Sendable, CustomTestStringConvertible {
  let lines: String
  let reads: String?
  let says: String
  var testDescription: String { lines }

  init(_ lines: String, reads: String?, _ says: String) {
    self.lines = lines
    self.reads = reads
    self.says = says
  }
}

@Suite("YAML's traps")
struct YAMLTrapTests {
  @Test(
    "each trap is explained in its place, and fixed so that the rest is read", arguments: traps)
  func explained(_ trap: Trap) {
    let read = matter(trap.lines)
    #expect(read.value?.inShort == trap.reads)
    #expect(told(read.diagnostics) == trap.says)
  }

  private static let traps: [Trap] = [
    Trap(
      "title: Fractions: a lesson\ndate: 2026-01-15",
      reads: "title=Fractions: a lesson date=2026-01-15",
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        2: ⟦Fractions: a lesson⟧
        help: put it in quotes: title: "Fractions: a lesson"
      """),
    Trap(
      "title: “Fractions: a lesson”", reads: "title=“Fractions: a lesson”",
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        2: ⟦“Fractions: a lesson”⟧
        help: put it in quotes: title: "“Fractions: a lesson”"
      """),
    Trap(
      "title: Say \"no\": a lesson", reads: "title=Say \"no\": a lesson",
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        2: ⟦Say "no": a lesson⟧
        help: put it in quotes: title: 'Say "no": a lesson'
      """),
    Trap(
      "title: It's \"no\": a lesson", reads: "title=It's \"no\": a lesson",
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        2: ⟦It's "no": a lesson⟧
        help: put it in quotes: title: 'It''s "no": a lesson'
      """),
    Trap(
      "title: Fractions: a very long lesson that goes on for more than seventy characters in all",
      reads:
        "title=Fractions: a very long lesson that goes on for more than seventy characters in all",
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        2: ⟦Fractions: a very long lesson that goes on for more than seventy characters in all⟧
        help: put the whole value in quotes
      """),
    Trap(
      "title: Fractions:", reads: "title=Fractions:",
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        2: ⟦Fractions:⟧
        help: put it in quotes: title: "Fractions:"
      """),
    Trap(
      "- title: a: b", reads: nil,
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        2: ⟦a: b⟧
        help: put it in quotes: - title: "a: b"
      """),
    Trap(
      "summary: One thing\n  of everyone: bring a lesson",
      reads: "summary=One thing of everyone: bring a lesson",
      """
      error: a value that holds a colon and a space must be in quotes [needs-quotes]
        3: ⟦of everyone: bring a lesson⟧
        note: This line goes on with the value of the field above it.
        help: put the whole value in quotes, or begin the line at the margin if it is a field
      """),
    Trap(
      "chair: @ada", reads: "chair=ada",
      """
      error: a field names a person without the '@' [at-sign]
        2: ⟦@ada⟧
        help: write ada
      """),
    Trap(
      "chair: @ada, @siân", reads: "chair=ada,  siân",
      """
      error: a field names a person without the '@' [at-sign]
        2: ⟦@ada, @siân⟧
        help: write ada, siân
      """),
    Trap(
      "attendees: [@ada, \"@siân\"]", reads: "attendees=[ada, @siân]",
      """
      error: a field names a person without the '@' [at-sign]
        2: ⟦@ada⟧
        help: write ada
      """),
    Trap(
      "title: Maths #1\ntags: #maths", reads: "title=Maths tags=-",
      """
      warning: a '#' after a space begins a comment, which is left out [hash-starts-comment]
        2: ⟦#1⟧
        help: put it in quotes: title: "Maths #1"
        help: or put a space after the '#' if it is a comment
      warning: a '#' after a space begins a comment, which is left out [hash-starts-comment]
        3: ⟦#maths⟧
        help: put it in quotes: tags: "#maths"
        help: or leave out the '#'
      """),
    Trap(
      "title: Lesson # 2\nseries: maths # 2 terms", reads: "title=Lesson series=maths",
      """
      warning: a '#' after a space begins a comment, which is left out [hash-starts-comment]
        2: ⟦# 2⟧
        help: put it in quotes: title: "Lesson # 2"
        help: or put it on a line of its own if it is a comment
      """),
    Trap(
      "tags: [#maths, b]\nseries: [Maths #1, b]\ndate: x",
      reads: "tags=[maths, b] series=[Maths #1, b] date=x",
      """
      error: a '#' after a space or bracket begins a comment, which hides the rest of the list [hash-starts-comment]
        2: ⟦#maths⟧
        help: write maths
      error: a '#' after a space or bracket begins a comment, which hides the rest of the list [hash-starts-comment]
        3: ⟦Maths #1⟧
        help: put it in quotes: "Maths #1"
      """),
    Trap(
      "title: *Macbeth* revisited", reads: "title=*Macbeth* revisited",
      """
      error: a value that begins with '*' must be in quotes [needs-quotes]
        2: ⟦*Macbeth* revisited⟧
        note: YAML's anchors, aliases and tags are not used here.
        help: put it in quotes: title: "*Macbeth* revisited"
      """),
    Trap(
      "title: &c and so on\nnext: *c", reads: "title=&c and so on next=*c",
      """
      error: a value that begins with '&' must be in quotes [needs-quotes]
        2: ⟦&c and so on⟧
        note: YAML's anchors, aliases and tags are not used here.
        help: put it in quotes: title: "&c and so on"
      error: a value that begins with '*' must be in quotes [needs-quotes]
        3: ⟦*c⟧
        note: YAML's anchors, aliases and tags are not used here.
        help: put it in quotes: next: "*c"
      """),
    Trap(
      "title: !important", reads: "title=!important",
      """
      error: a value that begins with '!' must be in quotes [needs-quotes]
        2: ⟦!important⟧
        note: YAML's anchors, aliases and tags are not used here.
        help: put it in quotes: title: "!important"
      """),
    Trap(
      "title: %complete", reads: "title=%complete",
      """
      error: a value that begins with '%' must be in quotes [needs-quotes]
        2: ⟦%complete⟧
        help: put it in quotes: title: "%complete"
      """),
    Trap(
      "title: `code`", reads: "title=`code`",
      """
      error: a value that begins with '`' must be in quotes [needs-quotes]
        2: ⟦`code`⟧
        help: put it in quotes: title: "`code`"
      """),
    Trap(
      "title: > 5 books", reads: "title=> 5 books",
      """
      error: a value that begins with '>' must be in quotes [needs-quotes]
        2: ⟦> 5 books⟧
        help: put it in quotes: title: "> 5 books"
      """),
    Trap(
      "title: | or", reads: "title=| or",
      """
      error: a value that begins with '|' must be in quotes [needs-quotes]
        2: ⟦| or⟧
        help: put it in quotes: title: "| or"
      """),
    Trap(
      "title: , or", reads: "title=, or",
      """
      error: a value that begins with ',' must be in quotes [needs-quotes]
        2: ⟦, or⟧
        help: put it in quotes: title: ", or"
      """),
    Trap(
      "title: {{ page.title }}\nother: {% include x %}",
      reads: "title={{ page.title }} other={% include x %}",
      """
      error: a value that begins with '{' must be in quotes [needs-quotes]
        2: ⟦{{ page.title }}⟧
        help: put it in quotes: title: "{{ page.title }}"
      error: a value that begins with '{' must be in quotes [needs-quotes]
        3: ⟦{% include x %}⟧
        help: put it in quotes: other: "{% include x %}"
      """),
    Trap(
      "tags: [*a, b]", reads: "tags=[*a, b]",
      """
      error: a value that begins with '*' must be in quotes [needs-quotes]
        2: ⟦*a⟧
        note: YAML's anchors, aliases and tags are not used here.
        help: put it in quotes: "*a"
      """),
    Trap(
      "*a : b\n@c: d", reads: "*a=b @c=d",
      """
      error: a field's name begins with a letter, not with '*' [unknown-field]
        2: ⟦*a⟧
        help: delete the sign before the name
      error: a field's name begins with a letter, not with '@' [unknown-field]
        3: ⟦@c⟧
        help: delete the sign before the name
      """),
    Trap(
      "<<: *base\na: b", reads: "a=b",
      """
      error: '<<' does not merge fields here [yaml-feature]
        2: ⟦<<⟧
        help: write the fields out where they are needed
      """),
    Trap(
      "answered_by: [[2026-01-15-circle]]", reads: "answered_by=2026-01-15-circle",
      """
      error: a field names an entry without the brackets [wikilink-in-field]
        2: ⟦[[2026-01-15-circle]]⟧
        help: write answered_by: 2026-01-15-circle
      """),
    Trap(
      "resources: [[rubric|the rubric]], [[cards]]",
      reads: "resources=rubric             ,   cards",
      """
      error: a field names an entry without the brackets [wikilink-in-field]
        2: ⟦[[rubric|the rubric]], [[cards]]⟧
        help: write resources: rubric, cards
      """),
    Trap(
      "tags: - maths - year 9", reads: "tags=maths , year 9",
      """
      error: a list on one line has commas between its items, not hyphens [list-on-one-line]
        2: ⟦- maths - year 9⟧
        help: write tags: maths, year 9
      """),
    Trap(
      "title: [Draft] Fractions", reads: "title=[Draft] Fractions",
      """
      error: a value that begins with a bracket and goes on after it must be in quotes [needs-quotes]
        2: ⟦[Draft] Fractions⟧
        help: put it in quotes: title: "[Draft] Fractions"
      """),
    Trap(
      "title: 'Don't panic'", reads: "title='Don't panic'",
      """
      error: the quotation mark closes before the end of the value [needs-quotes]
        2: ⟦'Don't panic'⟧
        help: put it in quotes: title: "Don't panic"
      """),
    Trap(
      "title: \"Hamlet\" in year 9", reads: "title=\"Hamlet\" in year 9",
      """
      error: the quotation mark closes before the end of the value [needs-quotes]
        2: ⟦"Hamlet" in year 9⟧
        help: put it in quotes: title: '"Hamlet" in year 9'
      """),
    Trap(
      "tags: [\"Hamlet\" in year 9, b]", reads: "tags=[\"Hamlet\" in year 9, b]",
      """
      error: the quotation mark closes before the end of the value [needs-quotes]
        2: ⟦"Hamlet" in year 9⟧
        help: put it in quotes: '"Hamlet" in year 9'
      """),
    Trap(
      "title: \"Fractions\ndate: 2026-01-15", reads: "title=Fractions date=2026-01-15",
      """
      error: the quotation mark that opens here is never closed [unclosed-quote]
        2: ⟦"⟧
        help: write title: "Fractions"
      """),
    Trap(
      "title: 'Fractions # 1\ndate: x", reads: "title=Fractions # 1 date=x",
      """
      error: the quotation mark that opens here is never closed [unclosed-quote]
        2: ⟦'⟧
        help: write title: 'Fractions # 1'
      """),
    Trap(
      "tags: [a, \"b]\ndate: x", reads: "tags=[a, \"b] date=x",
      """
      error: the quotation mark that opens here is never closed [unclosed-quote]
        2: ⟦"⟧
        help: write "b"
      """),
    Trap(
      "tags: [a, b\ndate: 2026-01-15", reads: "tags=[a, b] date=2026-01-15",
      """
      error: the bracket that opens here is never closed [unclosed-bracket]
        2: ⟦[⟧
        help: write tags: [a, b]
      """),
    Trap(
      "consent: {name: yes, photo: [a\ndate: x", reads: "consent={name=yes photo=[a]} date=x",
      """
      error: the bracket that opens here is never closed [unclosed-bracket]
        2: ⟦{⟧
        help: write consent: {name: yes, photo: [a]}
      """),
    Trap(
      "tags: [a, b}\ndate: x", reads: "tags=[a, b] date=x",
      """
      error: what opens with '[' closes with ']' [unclosed-bracket]
        2: ⟦}⟧
        help: write ] here
      """),
    Trap(
      "\ttitle: a", reads: nil,
      """
      error: lines are indented with spaces, not with tabs [tab-indent]
        2: ⟦	⟧
        help: replace each tab at the start of the line by two spaces
      """),
    Trap(
      "consent:\n\tname: yes", reads: nil,
      """
      error: lines are indented with spaces, not with tabs [tab-indent]
        3: ⟦	⟧
        help: replace each tab at the start of the line by two spaces
      """),
    Trap(
      "title: a\n date: b", reads: "title=a date=b",
      """
      error: this line is indented by 1 space, but the lines it belongs with are not indented [indentation]
        3: ⟦date: b⟧
        help: begin the line at the margin
      """),
    Trap(
      "consent:\n    name: yes\n  photo: no\n  given: x\ndate: y",
      reads: "consent={name=yes photo=no given=x} date=y",
      """
      error: this line is indented by 2 spaces, but the lines it belongs with are indented by 4 spaces [indentation]
        4: ⟦photo: no⟧
        help: indent it by 4 spaces
      error: this line is indented by 2 spaces, but the lines it belongs with are indented by 4 spaces [indentation]
        5: ⟦given: x⟧
        help: indent it by 4 spaces
      """),
    Trap(
      "consent:\n  name: yes\n photo: no", reads: "consent={name=yes photo=no}",
      """
      error: this line is indented by 1 space, but the lines it belongs with are indented by 2 spaces [indentation]
        4: ⟦photo: no⟧
        help: indent it by 2 spaces
      """),
    Trap(
      "  title: a\ndate: b", reads: "title=a date=b",
      """
      error: this line begins at the margin, but the lines it belongs with are indented by 2 spaces [indentation]
        3: ⟦date: b⟧
        help: indent it by 2 spaces
      """),
    Trap(
      "tags:\n- a\n  - b", reads: "tags=[a, b]",
      """
      error: this line is indented by 2 spaces, but the lines it belongs with are not indented [indentation]
        4: ⟦- b⟧
        help: begin the line at the margin
      """),
    Trap(
      "tags:\n    - a\n  - b", reads: "tags=[a, b]",
      """
      error: this line is indented by 2 spaces, but the lines it belongs with are indented by 4 spaces [indentation]
        4: ⟦- b⟧
        help: indent it by 4 spaces
      """),
    Trap(
      "tags: maths\n- physics", reads: "tags=maths",
      """
      error: a list item must stand below a field that has no value of its own [stray-list-item]
        3: ⟦- physics⟧
        help: write the field's name and a colon on the line above the first item
      """),
    Trap(
      "tags: maths\n  - physics", reads: "tags=maths",
      """
      error: a list item must stand below a field that has no value of its own [stray-list-item]
        3: ⟦- physics⟧
        help: write the field's name and a colon on the line above the first item
      """),
    Trap(
      "title: \"a\"\n  - b", reads: "title=a",
      """
      error: a list item must stand below a field that has no value of its own [stray-list-item]
        3: ⟦- b⟧
        help: write the field's name and a colon on the line above the first item
      """),
    Trap(
      "tags:\n  - maths\n  physics\ndate: x", reads: "tags=[maths] date=x",
      """
      error: each item of a list begins with a hyphen and a space [stray-text]
        4: ⟦physics⟧
        help: write - physics
      """),
    Trap(
      "title:Fractions\ndate: x", reads: "title=Fractions date=x",
      """
      error: a space must follow the colon after a field's name [colon-without-space]
        2: ⟦title:Fractions⟧
        help: write title: Fractions
      """),
    Trap(
      "Our meeting notes\ntitle: x", reads: "title=x",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        2: ⟦Our meeting notes⟧
        help: delete the line, or write it as a field; text of several lines is indented below its field
      """),
    Trap(
      "title: x\nand a line of prose", reads: "title=x",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        3: ⟦and a line of prose⟧
        help: delete the line, or write it as a field; text of several lines is indented below its field
      """),
    Trap(
      "title: x # note\n  and more", reads: "title=x",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        3: ⟦and more⟧
        help: delete the line, or write it as a field; text of several lines is indented below its field
      """),
    Trap(
      "- a\n- b", reads: nil,
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        2: ⟦- a⟧
        help: write, for example, title: My title
      """),
    Trap(
      "just words", reads: "",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        2: ⟦just words⟧
        help: delete the line, or write it as a field; text of several lines is indented below its field
      """),
    Trap(
      ": b\nc: d", reads: "c=d",
      """
      error: a field needs a name before its colon [stray-text]
        2: ⟦: b⟧
        help: write, for example, title: My title
      """),
    Trap(
      "? a\n: b", reads: "",
      """
      error: each line of the front matter is a field: a name, a colon, a space and a value [stray-text]
        2: ⟦? a⟧
        help: delete the line, or write it as a field; text of several lines is indented below its field
      error: a field needs a name before its colon [stray-text]
        3: ⟦: b⟧
        help: write, for example, title: My title
      """),
    Trap(
      "[a, b]: c", reads: nil,
      """
      error: a value that begins with a bracket and goes on after it must be in quotes [needs-quotes]
        2: ⟦[a, b]: c⟧
        help: put it in quotes: "[a, b]: c"
      """),
    Trap(
      "title: a\nTitle: b\ntitle: c", reads: "title=a Title=b",
      """
      error: 'title' is given already, on line 2 [duplicate-field]
        4: ⟦title⟧
        help: keep one of the two
      """),
    Trap(
      "x:\n  - a: 1\n    \"a\": 2\n  - a: 3", reads: "x=[{a=1}, {a=3}]",
      """
      error: 'a' is given already, on line 3 [duplicate-field]
        4: ⟦"a"⟧
        help: keep one of the two
      """),
    Trap(
      "café: 1\ncafé: 2\ndate: x", reads: "café=1 date=x",
      """
      error: 'café' is given already, on line 2 [duplicate-field]
        3: ⟦café⟧
        help: keep one of the two
      """),
    Trap(
      "x: {a: 1, a: 2}", reads: nil,
      """
      error: 'a' is given more than once between these braces [duplicate-field]
        2: ⟦a: 1, a: 2}⟧
        help: keep one of them
      """),
    Trap(
      "title: \"C:\\Users\"", reads: nil,
      """
      error: a backslash between double quotation marks begins a code that is not known [yaml]
        2: ⟦sers"⟧
        help: use single quotation marks, or write two backslashes for one
      """),
    Trap(
      "title: \"a\\0b\"", reads: "title=a\0b",
      """
      error: a value cannot hold a control character [control-character]
        2: ⟦"a\\0b"⟧
        help: take out the code that begins with a backslash
      """),
    Trap(
      "tags: [a,, b]", reads: nil,
      """
      error: something is wrong between the brackets [yaml]
        2: ⟦, b]⟧
        help: part the items with single commas, and put those that hold brackets in quotes
      """),
    Trap(
      "a: b\n--- c\nd: e", reads: nil,
      """
      error: the front matter ends here, but more follows [second-document]
        3: ⟦--- c⟧
        help: delete this line, or what follows it
      """),
    Trap(
      "%YAML 1.2", reads: nil,
      """
      error: a line of the front matter cannot begin with '%' [yaml-feature]
        2: ⟦%YAML 1.2⟧
        help: delete the line
      """),
    Trap(
      "x: {[a]: b}", reads: "x={}",
      """
      error: a field's name is a word, not a list or other fields [unknown-field]
        2: ⟦{[a]: b}⟧
        help: put the value in quotes if it is meant as words
      """),
  ]
}
