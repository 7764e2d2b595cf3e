import Templates

/// `archive`: the months in which something happened.
struct ArchiveView: View {
  let site: SiteView
  let page: PageView
  let years: [ArchiveYearView]

  static let fields: Fields<ArchiveView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .list("years") { $0.years },
  ]
}

/// A calendar year of the archive.
struct ArchiveYearView: View {
  let title: String
  let anchor: String
  let months: [ChoiceView]

  static let fields: Fields<ArchiveYearView> = [
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
    .list("months") { $0.months },
  ]
}

/// `month`: everything of one month.
struct MonthView: View {
  let site: SiteView
  let page: PageView
  let listing: ListingView
  var neighbours: NeighboursView?

  static let fields: Fields<MonthView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("listing") { $0.listing },
    .view("neighbours") { $0.neighbours },
  ]
}

/// `years`: the reports of all years.
struct YearsView: View {
  let site: SiteView
  let page: PageView
  let years: [YearRowView]

  static let fields: Fields<YearsView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .list("years") { $0.years },
  ]
}

/// A year in the list of years.
struct YearRowView: View {
  let link: LinkView
  let period: String
  let facts: [String]

  static let fields: Fields<YearRowView> = [
    .view("link") { $0.link },
    .text("period") { $0.period },
    .texts("facts") { $0.facts },
  ]
}

/// `year`: the report of one year, to print and to hand on.
struct YearView: View {
  let site: SiteView
  let page: PageView
  let period: String
  var isGoingOn = false
  var introduction: HTML?
  var introductionLanguage: LanguageView?
  var introductionOutline: [HeadingView] = []
  var facts: [String] = []
  /// The same with each number apart from its words.
  var counts: [CountView] = []
  var charts: [MonthChartView] = []
  var goals: [YearGoalView] = []
  var groups: [GroupView] = []
  var decisions: [MomentView] = []
  var newcomers: [PersonView] = []
  var thanks: [ThanksView] = []
  var neighbours: NeighboursView?

  static let fields: Fields<YearView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .text("period") { $0.period },
    .flag("going_on") { $0.isGoingOn },
    .html("introduction") { $0.introduction },
    .view("introduction_language") { $0.introductionLanguage },
    .list("introduction_outline") { $0.introductionOutline },
    .texts("facts") { $0.facts },
    .list("counts") { $0.counts },
    .list("charts") { $0.charts },
    .list("goals") { $0.goals },
    .flag("has_pictures") { $0.goals.contains { $0.picture != nil } },
    .list("groups") { $0.groups },
    .list("decisions") { $0.decisions },
    .list("newcomers") { $0.newcomers },
    .list("thanks") { $0.thanks },
    .view("neighbours") { $0.neighbours },
  ]
}

/// People to thank for one kind of work, by name.
struct ThanksView: View {
  let title: String
  let people: [PersonView]
  var others: String?

  static let fields: Fields<ThanksView> = [
    .text("title") { $0.title },
    .list("people") { $0.people },
    .text("others") { $0.others },
  ]
}
