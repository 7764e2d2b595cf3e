package import Diagnostics
import Templates

/// The templates of all pages, compiled for one language.
package struct PageTemplates: Sendable {
  let home: Template<HomeView>
  let posts: Template<IndexView>
  let members: Template<MembersView>
  let meetings: Template<MeetingsView>
  let resources: Template<IndexView>
  let goals: Template<GoalsView>
  let successes: Template<IndexView>
  let pages: Template<IndexView>
  let post: Template<PostView>
  let member: Template<MemberView>
  let meeting: Template<MeetingView>
  let resource: Template<ResourceView>
  let goal: Template<GoalView>
  let success: Template<SuccessView>
  let page: Template<OwnPageView>
  let tags: Template<TagsView>
  let tag: Template<TagView>
  let actions: Template<ActionsView>
  let closedActions: Template<ActionsView>
  let decisions: Template<DecisionsView>
  let print: Template<PrintView>
  let search: Template<SearchView>
  let titles: Template<TitlesView>
  let offers: Template<ExchangeView>
  let seeks: Template<ExchangeView>
  let series: Template<SeriesPageView>
  let archive: Template<ArchiveView>
  let month: Template<MonthView>
  let missed: Template<MissedView>
  let years: Template<YearsView>
  let year: Template<YearView>
  let notFound: Template<PlainView>
  let takenDown: Template<PlainView>
  let redirect: Template<RedirectView>

  /// Names the file of each template; its view is that of the property.
  init(_ compiler: inout PageCompiler) {
    home = compiler.template("home")
    posts = compiler.template("posts")
    members = compiler.template("members")
    meetings = compiler.template("meetings")
    resources = compiler.template("resources")
    goals = compiler.template("goals")
    successes = compiler.template("successes")
    pages = compiler.template("pages")
    post = compiler.template("post")
    member = compiler.template("member")
    meeting = compiler.template("meeting")
    resource = compiler.template("resource")
    goal = compiler.template("goal")
    success = compiler.template("success")
    page = compiler.template("page")
    tags = compiler.template("tags")
    tag = compiler.template("tag")
    actions = compiler.template("actions")
    closedActions = compiler.template("actions-done")
    decisions = compiler.template("decisions")
    print = compiler.template("print")
    search = compiler.template("search")
    titles = compiler.template("titles")
    offers = compiler.template("offers")
    seeks = compiler.template("seeks")
    series = compiler.template("series")
    archive = compiler.template("archive")
    month = compiler.template("month")
    missed = compiler.template("missed")
    years = compiler.template("years")
    year = compiler.template("year")
    notFound = compiler.template("not-found")
    takenDown = compiler.template("taken-down")
    redirect = compiler.template("redirect")
  }
}

extension PageTemplates {
  /// Compiles every template; `nil` where one is wrong, with all that is wrong in any of them.
  package static func compile(_ theme: ThemeSources, words: Words) -> Diagnosed<PageTemplates?> {
    var compiler = PageCompiler(theme, words: words.plainWithFormer)
    let templates = PageTemplates(&compiler)
    return Diagnosed(compiler.hasFailed ? nil : templates, compiler.diagnostics)
  }
}

/// Compiles templates one by one; a problem that several share is reported once.
struct PageCompiler {
  private let templates: TemplateSet
  private let words: [String: String]
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a template could not be compiled.
  private(set) var hasFailed = false
  /// What was compiled, each template with its view.
  private(set) var pages: [(template: String, view: any View.Type)] = []
  private var told: Set<Diagnostic>

  init(_ theme: ThemeSources, words: [String: String]) {
    templates = theme.templates
    told = Set(theme.diagnostics)
    self.words = words
  }

  /// The template of a name; a blank one where it is wrong.
  mutating func template<Page: View>(_ name: String) -> Template<Page> {
    pages.append((name, Page.self))
    let compiled = templates.compile(name, for: Page.self, words: words)
    diagnostics += compiled.diagnostics.filter { told.insert($0).inserted }
    if compiled.value == nil { hasFailed = true }
    return compiled.value ?? .blank
  }
}
