import Diagnostics
import Templates

/// A view with a field of every shape, and one of its own type.
struct PersonView: View {
  var name = "Ada"
  var address: String?
  var isNew = false
  var biography: HTML?
  var friends: [PersonView] = []
  var posts: [LinkView] = []
  var chair: LinkView?
  var tags: [String] = []
  var kind: String? = "post"
  var extra = OpenValue.nothing

  static let fields: Fields<PersonView> = [
    .text("name") { $0.name },
    .text("address") { $0.address },
    .flag("isNew") { $0.isNew },
    .html("biography") { $0.biography },
    .list("friends") { $0.friends },
    .list("posts") { $0.posts },
    .view("chair") { $0.chair },
    .texts("tags") { $0.tags },
    .choice("kind", among: ["post", "page"]) { $0.kind },
    .open("extra") { $0.extra },
  ]
}

struct LinkView: View {
  var title = ""
  var isDraft = false

  static let fields: Fields<LinkView> = [
    .text("title") { $0.title },
    .flag("isDraft") { $0.isDraft },
  ]
}

/// Templates from their texts, each at the path `templates/<name>.html`.
func templates(_ texts: [String: String]) -> TemplateSet {
  TemplateSet(
    texts.map { name, text in
      TemplateSource(name: name, text: SourceText(path: "templates/\(name).html", text))
    })
}

/// What strict mode makes of `page`, or its problems, one a line.
func strict(
  _ page: String, _ view: PersonView = PersonView(), with others: [String: String] = [:],
  words: [String: String] = [:]
) -> String {
  let set = templates(others.merging(["page": page]) { _, page in page })
  let compiled = set.compile("page", for: PersonView.self, words: words)
  guard let template = compiled.value else { return lines(compiled.diagnostics) }
  var output: [UInt8] = []
  template.render(view, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// What lenient mode makes of `page`, or its problems, one a line.
func lenient(_ page: String, _ data: OpenValue, with others: [String: String] = [:]) -> String {
  let set = templates(others.merging(["page": page]) { _, page in page })
  let compiled = set.compileLenient("page")
  guard let template = compiled.value else { return lines(compiled.diagnostics) }
  var output: [UInt8] = []
  template.render(data, into: &output)
  return String(decoding: output, as: UTF8.self)
}

private func lines(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map { problem in "\(problem.id.rawValue): \(problem.summary)" }
    .joined(separator: "\n")
}
