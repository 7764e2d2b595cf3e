import Diagnostics
import Templates

/// The pages of the desk, ready to be filled in, in one language: `pages.home(view)` gives the
/// bytes of a page.
struct DeskPages: Sendable {
  let words: DeskWords
  let home: DeskPage<HomeView>
  let list: DeskPage<ListView>
  let beginning: DeskPage<BeginningView>
  let form: DeskPage<FormView>
  let note: DeskPage<NoteView>
  let publishing: DeskPage<PublishingView>
  let versions: DeskPage<VersionsView>
  let minutes: DeskPage<MinutesView>
  let consent: DeskPage<ConsentView>
  let leaving: DeskPage<LeavingView>
  let takingDown: DeskPage<TakingDownView>
  let agenda: DeskPage<AgendaView>
  let next: DeskPage<NextMeetingView>
  /// What is wrong with the templates: nothing, as a test holds.
  let problems: [Diagnostic]

  init(_ words: DeskWords) {
    self.words = words
    var reader = DeskPageReader(words)
    home = reader.page("home")
    list = reader.page("list")
    beginning = reader.page("beginning")
    form = reader.page("form")
    note = reader.page("note")
    publishing = reader.page("publish")
    versions = reader.page("versions")
    minutes = reader.page("minutes")
    consent = reader.page("consent")
    leaving = reader.page("leaving")
    takingDown = reader.page("taking-down")
    agenda = reader.page("agenda")
    next = reader.page("next")
    problems = reader.problems
  }
}

/// One page of the desk, compiled.
struct DeskPage<Content: View>: Sendable {
  fileprivate let template: Template<Content>

  /// The bytes of the page that shows a view.
  func callAsFunction(_ view: Content) -> [UInt8] {
    var html: [UInt8] = []
    template.render(view, into: &html)
    return html
  }
}

/// Compiles the desk's templates, and gathers what is wrong with them.
private struct DeskPageReader {
  private let templates = TemplateSet(
    BuiltInDesk.files.filter { $0.path.hasSuffix(".html") }
      .map { TemplateSource(name: String($0.path.dropLast(".html".count)), text: $0) })
  private let words: [String: String]
  private(set) var problems: [Diagnostic] = []

  init(_ words: DeskWords) { self.words = words.plain }

  mutating func page<Content: View>(_ name: String) -> DeskPage<Content> {
    let compiled = templates.compile(name, for: Content.self, words: words)
    problems += compiled.diagnostics
    return DeskPage(template: compiled.value ?? .blank)
  }
}
