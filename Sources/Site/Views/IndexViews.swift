import Templates

/// `posts`, `resources`, `successes`, `pages`: the index of a kind.
struct IndexView: View {
  let site: SiteView
  let page: PageView
  let listing: ListingView

  static let fields: Fields<IndexView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("listing") { $0.listing },
  ]
}

/// `goals`: what the community works towards, and what that is about.
struct GoalsView: View {
  let site: SiteView
  let page: PageView
  let listing: ListingView
  /// Of the goals that have readings.
  var charts: [GoalChartView] = []
  var matrix: TagMatrixView?

  static let fields: Fields<GoalsView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("listing") { $0.listing },
    .list("charts") { $0.charts },
    .view("matrix") { $0.matrix },
  ]
}

/// `members`: the directory.
struct MembersView: View {
  let site: SiteView
  let page: PageView
  let listing: ListingView
  var unlisted: String?
  var roles: [RoleHistoryView] = []

  static let fields: Fields<MembersView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("listing") { $0.listing },
    .text("unlisted") { $0.unlisted },
    .list("roles") { $0.roles },
  ]
}

/// `meetings`: coming, series, past.
struct MeetingsView: View {
  let site: SiteView
  let page: PageView
  var listing: ListingView
  var upcoming: [CardView] = []
  var series: [SeriesView] = []
  var calendar: LinkView?
  var subscribing: LinkView?

  static let fields: Fields<MeetingsView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("listing") { $0.listing },
    .list("upcoming") { $0.upcoming },
    .list("series") { $0.series },
    .view("calendar") { $0.calendar },
    .view("subscribing") { $0.subscribing },
  ]
}

/// A row of meetings that belong together.
struct SeriesView: View {
  let anchor: String
  let title: String
  let address: String
  var summary: String?
  var rhythm: String?
  let count: String
  var next: LinkView?
  var latest: LinkView?
  var calendar: LinkView?
  var subscribing: LinkView?

  static let fields: Fields<SeriesView> = [
    .text("anchor") { $0.anchor },
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("summary") { $0.summary },
    .text("rhythm") { $0.rhythm },
    .text("count") { $0.count },
    .view("next") { $0.next },
    .view("latest") { $0.latest },
    .view("calendar") { $0.calendar },
    .view("subscribing") { $0.subscribing },
  ]
}

/// `tags`: all tags, A to Z.
struct TagsView: View {
  let site: SiteView
  let page: PageView
  let letters: [LetterView]

  static let fields: Fields<TagsView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .list("letters") { $0.letters },
  ]
}

/// The tags under one letter.
struct LetterView: View {
  let title: String
  let anchor: String
  let tags: [ChoiceView]

  static let fields: Fields<LetterView> = [
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
    .list("tags") { $0.tags },
  ]
}

/// `tag`: everything about one thing.
struct TagView: View {
  let site: SiteView
  let page: PageView
  let listing: ListingView
  var description: String?
  var also: [String] = []
  var broader: LinkView?
  var narrower: [LinkView] = []
  var offeredBy: [PersonView] = []
  var soughtBy: [PersonView] = []
  let tagsAddress: String

  static let fields: Fields<TagView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("listing") { $0.listing },
    .text("description") { $0.description },
    .texts("also") { $0.also },
    .view("broader") { $0.broader },
    .list("narrower") { $0.narrower },
    .list("offered_by") { $0.offeredBy },
    .list("sought_by") { $0.soughtBy },
    .text("tags_address") { $0.tagsAddress },
    .flag("has_context") {
      !$0.also.isEmpty || $0.broader != nil || !$0.narrower.isEmpty || !$0.offeredBy.isEmpty
        || !$0.soughtBy.isEmpty
    },
  ]
}

/// `not-found`: a page that is nothing but the frame.
struct PlainView: View {
  let site: SiteView
  let page: PageView

  static let fields: Fields<PlainView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
  ]
}

/// `redirect`: what stands at an old address.
struct RedirectView: View {
  let site: SiteView
  let page: PageView
  let target: LinkView

  static let fields: Fields<RedirectView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("target") { $0.target },
  ]
}
