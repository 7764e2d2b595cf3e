import Diagnostics
import Templates

/// The pages of the desk, ready to be filled in, in one language.
struct DeskPages: Sendable {
  let words: DeskWords
  private let home: Template<HomeView>
  private let list: Template<ListView>
  private let beginning: Template<BeginningView>
  private let form: Template<FormView>
  private let note: Template<NoteView>
  private let publishing: Template<PublishingView>
  private let versions: Template<VersionsView>
  private let minutes: Template<MinutesView>
  private let agenda: Template<AgendaView>
  private let next: Template<NextMeetingView>

  init(_ words: DeskWords) {
    self.words = words
    let set = TemplateSet(
      BuiltInDesk.files.filter { $0.path.hasSuffix(".html") }
        .map { TemplateSource(name: String($0.path.dropLast(".html".count)), text: $0) })
    home = Self.compiled("home", set, words)
    list = Self.compiled("list", set, words)
    beginning = Self.compiled("beginning", set, words)
    form = Self.compiled("form", set, words)
    note = Self.compiled("note", set, words)
    publishing = Self.compiled("publish", set, words)
    versions = Self.compiled("versions", set, words)
    minutes = Self.compiled("minutes", set, words)
    agenda = Self.compiled("agenda", set, words)
    next = Self.compiled("next", set, words)
  }

  /// The templates are the desk's own, so a test holds that all of them compile.
  private static func compiled<Page: View>(
    _ name: String, _ set: TemplateSet, _ words: DeskWords
  ) -> Template<Page> {
    set.compile(name, for: Page.self, words: words.plain).value ?? .blank
  }

  /// What is wrong with the templates, in one language.
  static func problems(_ words: DeskWords) -> [Diagnostic] {
    let set = TemplateSet(
      BuiltInDesk.files.filter { $0.path.hasSuffix(".html") }
        .map { TemplateSource(name: String($0.path.dropLast(".html".count)), text: $0) })
    func problems<Page: View>(_ name: String, _ page: Page.Type) -> [Diagnostic] {
      set.compile(name, for: page, words: words.plain).diagnostics
    }
    return problems("home", HomeView.self) + problems("list", ListView.self)
      + problems("beginning", BeginningView.self) + problems("form", FormView.self)
      + problems("note", NoteView.self) + problems("publish", PublishingView.self)
      + problems("versions", VersionsView.self) + problems("minutes", MinutesView.self)
      + problems("agenda", AgendaView.self) + problems("next", NextMeetingView.self)
  }

  func home(_ view: HomeView) -> [UInt8] { rendered(home, view) }
  func list(_ view: ListView) -> [UInt8] { rendered(list, view) }
  func beginning(_ view: BeginningView) -> [UInt8] { rendered(beginning, view) }
  func form(_ view: FormView) -> [UInt8] { rendered(form, view) }
  func note(_ view: NoteView) -> [UInt8] { rendered(note, view) }
  func minutes(_ view: MinutesView) -> [UInt8] { rendered(minutes, view) }
  func agenda(_ view: AgendaView) -> [UInt8] { rendered(agenda, view) }
  func next(_ view: NextMeetingView) -> [UInt8] { rendered(next, view) }

  func versions(_ view: VersionsView) -> [UInt8] { rendered(versions, view) }
  func publishing(_ view: PublishingView) -> [UInt8] { rendered(publishing, view) }

  private func rendered<Page: View>(_ template: Template<Page>, _ view: Page) -> [UInt8] {
    var html: [UInt8] = []
    template.render(view, into: &html)
    return html
  }
}
