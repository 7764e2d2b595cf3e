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
  let years: Template<YearsView>
  let year: Template<YearView>
  let notFound: Template<PlainView>
  let takenDown: Template<PlainView>
  let redirect: Template<RedirectView>
}

extension PageTemplates {
  /// Compiles every template; `nil` where one is wrong, with all that is wrong in any of them.
  package static func compile(_ theme: ThemeSources, words: Words) -> Diagnosed<PageTemplates?> {
    var compiler = PageCompiler(theme, words: words.plain)
    let home = compiler.compile("home", for: HomeView.self)
    let posts = compiler.compile("posts", for: IndexView.self)
    let members = compiler.compile("members", for: MembersView.self)
    let meetings = compiler.compile("meetings", for: MeetingsView.self)
    let resources = compiler.compile("resources", for: IndexView.self)
    let goals = compiler.compile("goals", for: GoalsView.self)
    let successes = compiler.compile("successes", for: IndexView.self)
    let pages = compiler.compile("pages", for: IndexView.self)
    let post = compiler.compile("post", for: PostView.self)
    let member = compiler.compile("member", for: MemberView.self)
    let meeting = compiler.compile("meeting", for: MeetingView.self)
    let resource = compiler.compile("resource", for: ResourceView.self)
    let goal = compiler.compile("goal", for: GoalView.self)
    let success = compiler.compile("success", for: SuccessView.self)
    let page = compiler.compile("page", for: OwnPageView.self)
    let tags = compiler.compile("tags", for: TagsView.self)
    let tag = compiler.compile("tag", for: TagView.self)
    let actions = compiler.compile("actions", for: ActionsView.self)
    let closedActions = compiler.compile("actions-done", for: ActionsView.self)
    let decisions = compiler.compile("decisions", for: DecisionsView.self)
    let print = compiler.compile("print", for: PrintView.self)
    let search = compiler.compile("search", for: SearchView.self)
    let titles = compiler.compile("titles", for: TitlesView.self)
    let offers = compiler.compile("offers", for: ExchangeView.self)
    let seeks = compiler.compile("seeks", for: ExchangeView.self)
    let series = compiler.compile("series", for: SeriesPageView.self)
    let archive = compiler.compile("archive", for: ArchiveView.self)
    let month = compiler.compile("month", for: MonthView.self)
    let years = compiler.compile("years", for: YearsView.self)
    let year = compiler.compile("year", for: YearView.self)
    let notFound = compiler.compile("not-found", for: PlainView.self)
    let takenDown = compiler.compile("taken-down", for: PlainView.self)
    let redirect = compiler.compile("redirect", for: RedirectView.self)
    guard let home, let posts, let members, let meetings, let resources, let goals, let successes,
      let pages, let post, let member, let meeting, let resource, let goal, let success, let page,
      let tags, let tag, let actions, let closedActions, let decisions, let print, let search,
      let titles, let offers, let seeks, let series, let archive, let month, let years, let year,
      let notFound, let takenDown, let redirect
    else { return Diagnosed(nil, compiler.diagnostics) }
    let compiled = PageTemplates(
      home: home, posts: posts, members: members, meetings: meetings, resources: resources,
      goals: goals, successes: successes, pages: pages, post: post, member: member,
      meeting: meeting, resource: resource, goal: goal, success: success, page: page, tags: tags,
      tag: tag, actions: actions, closedActions: closedActions, decisions: decisions,
      print: print, search: search, titles: titles, offers: offers, seeks: seeks, series: series,
      archive: archive, month: month, years: years, year: year, notFound: notFound,
      takenDown: takenDown, redirect: redirect)
    return Diagnosed(compiled, compiler.diagnostics)
  }
}

/// Compiles templates one by one, and tells a problem that several share only once.
private struct PageCompiler {
  let templates: TemplateSet
  let words: [String: String]
  var diagnostics: [Diagnostic] = []
  private var told: Set<Diagnostic>

  init(_ theme: ThemeSources, words: [String: String]) {
    templates = theme.templates
    told = Set(theme.diagnostics)
    self.words = words
  }

  mutating func compile<Page: View>(_ name: String, for page: Page.Type) -> Template<Page>? {
    let compiled = templates.compile(name, for: page, words: words)
    diagnostics += compiled.diagnostics.filter { told.insert($0).inserted }
    return compiled.value
  }
}
