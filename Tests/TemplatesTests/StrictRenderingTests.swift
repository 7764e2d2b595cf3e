import Diagnostics
import Templates
import Testing

@Suite("pages in strict mode")
struct StrictRenderingTests {
  @Test("texts are escaped and HTML is not")
  func printing() {
    let view = PersonView(name: "A & B", biography: HTML(bytes: Array("<p>I</p>".utf8)))
    #expect(
      strict("{{name}}|{{address}}|{{{biography}}}|{{& biography}}", view)
        == "A &amp; B||<p>I</p>|<p>I</p>")
  }

  @Test("a template's marks in a value are characters like any others")
  func marksInValues() {
    #expect(strict("{{name}}", PersonView(name: "{{>page}} {{{x}}}")) == "{{&gt;page}} {{{x}}}")
  }

  @Test("nothing, no and what is empty are falsey; the rest is truthy")
  func truth() {
    let page = """
      {{#address}}address {{.}} {{/address}}{{^address}}no address {{/address}}\
      {{#isNew}}new {{/isNew}}{{#biography}}life {{/biography}}{{#chair}}chair {{/chair}}\
      {{^posts}}no posts {{/posts}}{{#tags}}[{{.}}]{{/tags}}{{#extra}}extra{{/extra}}
      """
    #expect(strict(page, PersonView(address: "", biography: HTML())) == "no address no posts ")
    let full = PersonView(
      address: "Here", isNew: true, biography: HTML(bytes: [0x2E]), posts: [LinkView()],
      chair: LinkView(), tags: ["a", "<"], extra: .map([:]))
    #expect(strict(page, full) == "address Here new life chair [a][&lt;]extra")
  }

  @Test("a name is looked for from the innermost view outward, also through a section on a text")
  func outward() {
    let view = PersonView(
      name: "Ada", address: "Here", posts: [LinkView(title: "One"), LinkView(title: "Two")])
    let page =
      "{{#posts}}{{#name}}{{#address}}{{.}}, {{name}}: {{title}}; {{/address}}{{/name}}{{/posts}}"
    #expect(strict(page, view) == "Here, Ada: One; Here, Ada: Two; ")
  }

  @Test("a view may hold views of its own type, and dotted names go into them")
  func recursiveViews() {
    let bob = PersonView(name: "Bob", chair: LinkView(title: "Head"))
    let view = PersonView(name: "Ada", friends: [bob], chair: nil)
    let page =
      "{{chair.title}}{{#friends}}{{name}} {{chair.title}}{{#friends}}x{{/friends}}{{/friends}}"
    #expect(strict(page, view) == "Bob Head")
  }

  @Test("a section on HTML prints it as the current value")
  func sectionOnHTML() {
    let view = PersonView(biography: HTML(bytes: Array("<b>".utf8)))
    #expect(strict("{{#biography}}<div>{{{.}}}</div>{{/biography}}", view) == "<div><b></div>")
  }

  @Test("a dynamic name picks the template that its value names")
  func dynamicNames() {
    let set = templates([
      "start": "{{>*kind}}.", "post": "post by {{name}}", "page": "page {{name}}",
    ])
    var output: [UInt8] = []
    let template = set.compile("start", for: PersonView.self).value
    for kind in ["post", "page", "other", nil] {
      template?.render(PersonView(kind: kind), into: &output)
    }
    #expect(String(decoding: output, as: UTF8.self) == "post by Ada.page Ada...")
  }

  @Test("an interface word is part of the page's text, escaped")
  func words() {
    let words = ["next": "Next »", "nav.home": "Home & away"]
    #expect(
      strict(
        "{{#chair}}{{words.next}} {{ words.nav.home }}{{/chair}}", PersonView(chair: LinkView()),
        words: words)
        == "Next » Home &amp; away")
  }

  @Test("below free data any name is known, and outside it views are seen again")
  func openData() {
    let extra = OpenValue.map([
      "room": .map(["name": .text("<3>"), "open": .flag(true)]),
      "days": .list([.text("Mo"), .map(["name": .text("Tu")])]),
      "none": .nothing,
    ])
    let page = """
      {{extra.room.name}}|{{extra.no.such}}|{{#extra}}{{#room}}{{name}}{{#open}}!{{/open}}{{/room}}\
      {{#days}}({{name}} {{.}}){{/days}}{{chair.title}}{{^none}}-{{/none}}{{/extra}}
      """
    let view = PersonView(name: "Ada", chair: LinkView(title: "C"), extra: extra)
    #expect(strict(page, view) == "&lt;3&gt;||&lt;3&gt;!(Ada Mo)(Tu )C-")
  }

  @Test("HTML of a view is escaped, never printed as it is, where free data hide its name")
  func htmlThroughOpenData() {
    let view = PersonView(
      biography: HTML(bytes: Array("<b>".utf8)), extra: .map(["a": .text("a")]))
    #expect(strict("{{#extra}}{{biography}}{{/extra}}", view) == "&lt;b&gt;")
  }

  @Test("a page in a layout keeps its lines and takes the layout's indentation")
  func layout() {
    let layout = """
      <html>
        <title>{{$title}}Handbook{{/title}}</title>
        {{$head}}{{/head}}
        <main>
          {{$main}}{{/main}}
        </main>
        {{>footer}}
      </html>

      """
    let page = """
      {{<layout}}
      {{! The page of a person. }}
      {{$title}}{{name}}{{/title}}
      {{$main}}
        <h1>{{name}}</h1>
        <ul>
          {{#posts}}
          <li>{{title}}</li>
          {{/posts}}
        </ul>
      {{/main}}
      {{/layout}}

      """
    let view = PersonView(posts: [LinkView(title: "One"), LinkView(title: "Two")])
    let result = """
      <html>
        <title>Ada</title>
        <main>
          <h1>Ada</h1>
          <ul>
            <li>One</li>
            <li>Two</li>
          </ul>
        </main>
        <footer>
          {{braces}}
        </footer>
      </html>

      """
    let footer = "<footer>\n{{=<% %>=}}\n  {{braces}}\n</footer>\n"
    #expect(strict(page, view, with: ["layout": layout, "footer": footer]) == result)
  }

  @Test("a place on its own line ends its line once, whatever fills it")
  func placesAndLines() {
    let layout = "a\n  {{$x}}default{{/x}}\nb\n  {{$y}}\n    own\n  {{/y}}\nc\n"
    #expect(
      strict("{{<l}}{{$x}}in line{{/x}}{{$y}}in line{{/y}}{{/l}}", with: ["l": layout])
        == "a\n  in line\nb\n    in line\nc\n")
    #expect(
      strict("{{<l}}\n{{$x}}\none\n two\n{{/x}}\n{{$y}}{{/y}}\n{{/l}}", with: ["l": layout])
        == "a\n  one\n   two\nb\nc\n")
    #expect(strict("{{>l}}", with: ["l": layout]) == "a\n  default\nb\n    own\nc\n")
  }

  @Test("a block may include the parent that it fills again")
  func parentInItsBlock() {
    let page = "{{<card}}{{$x}}a{{<card}}{{$x}}b{{/x}}{{/card}}{{/x}}{{/card}}"
    #expect(strict(page, with: ["card": "<{{$x}}{{/x}}>"]) == "<a<b>>")
  }

  @Test("a parent can be chosen by a dynamic name")
  func dynamicParent() {
    let page = "{{<*kind}}{{$x}}{{name}}{{/x}}{{/*kind}}"
    let set = templates(["start": page, "post": "({{$x}}{{/x}})", "page": "[{{$x}}{{/x}}]"])
    var output: [UInt8] = []
    set.compile("start", for: PersonView.self).value?.render(PersonView(), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "(Ada)")
  }

  @Test("rendering appends to what is there")
  func appending() {
    var output = Array("before ".utf8)
    let set = templates(["page": "{{name}}"])
    set.compile("page", for: PersonView.self).value?.render(PersonView(), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "before Ada")
  }
}
