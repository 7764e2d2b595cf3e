import Diagnostics
import Templates
import Testing

@Suite("the contents of views and templates, for fingerprints")
struct ContentsTests {
  private func contents(_ view: some View) -> [UInt8] {
    var buffer: [UInt8] = []
    view.appendContents(to: &buffer)
    return buffer
  }

  @Test("equal views have equal contents, whatever the order of free data's names")
  func equal() {
    let names = (0..<50).map { "name\($0)" }
    let forward = names.reduce(into: [String: OpenValue]()) { $0[$1] = .text($1) }
    let backward = names.reversed().reduce(into: [String: OpenValue]()) { $0[$1] = .text($1) }
    #expect(
      contents(PersonView(extra: .map(forward))) == contents(PersonView(extra: .map(backward))))
  }

  @Test("views that differ anywhere, at any depth, have different contents")
  func different() {
    let views = [
      PersonView(), PersonView(name: ""), PersonView(name: "Ad", address: "a"),
      PersonView(address: ""), PersonView(isNew: true), PersonView(biography: HTML()),
      PersonView(biography: HTML(bytes: [0x61])), PersonView(address: "a"),
      PersonView(friends: [PersonView()]), PersonView(friends: [PersonView(isNew: true)]),
      PersonView(friends: [PersonView(), PersonView()]),
      PersonView(friends: [PersonView(friends: [PersonView()])]),
      PersonView(posts: [LinkView(title: "a"), LinkView(title: "b")]),
      PersonView(posts: [LinkView(title: "ab"), LinkView(title: "")]),
      PersonView(chair: LinkView()), PersonView(chair: LinkView(isDraft: true)),
      PersonView(tags: ["a", "b"]), PersonView(tags: ["ab"]), PersonView(tags: ["", "ab"]),
      PersonView(tags: [String(repeating: "a", count: 300)]), PersonView(kind: nil),
      PersonView(extra: .text("")), PersonView(extra: .list([])), PersonView(extra: .map([:])),
      PersonView(extra: .flag(false)), PersonView(extra: .flag(true)),
      PersonView(extra: .map(["a": .text("b")])), PersonView(extra: .map(["ab": .text("")])),
      PersonView(extra: .list([.list([]), .list([])])),
      PersonView(extra: .list([.list([.list([])])])),
    ]
    #expect(Set(views.map(contents)).count == views.count)
  }

  @Test("a template's sources are what it includes and the words that it prints, no more")
  func sources() {
    func sources(_ footer: String, _ other: String, _ words: [String: String]) -> [UInt8]? {
      templates(["page": "{{>footer}}{{words.by}}", "footer": footer, "other": other])
        .compile("page", for: LinkView.self, words: words).value?.sources
    }
    let first = sources("a", "b", ["by": "By", "next": "Next"])
    #expect(first == sources("a", "changed", ["by": "By", "next": "Weiter"]))
    #expect(first != sources("changed", "b", ["by": "By", "next": "Next"]))
    #expect(first != sources("a", "b", ["by": "Von", "next": "Next"]))
  }
}
