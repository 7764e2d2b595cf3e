import Templates

/// `meeting`: reads like minutes.
struct MeetingView: View {
  let site: SiteView
  let page: PageView
  let entry: EntryView
  let occasion: OccasionView
  var chair: PersonView?
  var noteTaker: PersonView?
  var attendance: String?
  var attendees: [PersonView] = []
  var resources: [LinkView] = []
  /// How much was agreed and taken on, each with the way to the first of it.
  var outcomes: [LinkView] = []
  var isUpcoming = false

  static let fields: Fields<MeetingView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("entry") { $0.entry },
    .view("occasion") { $0.occasion },
    .view("chair") { $0.chair },
    .view("note_taker") { $0.noteTaker },
    .text("attendance") { $0.attendance },
    .list("attendees") { $0.attendees },
    .list("resources") { $0.resources },
    .list("outcomes") { $0.outcomes },
    .flag("has_context") {
      $0.chair != nil || $0.noteTaker != nil || $0.attendance != nil || !$0.resources.isEmpty
    },
    .flag("upcoming") { $0.isUpcoming },
  ]
}

/// When and where a meeting is.
struct OccasionView: View {
  let kind: LabelView
  var status: LabelView?
  let title: String
  let address: String
  var language: LanguageView?
  var summary: String?
  var date: DateView?
  /// The last day of a meeting that takes several.
  var lastDay: DateView?
  var leaf: LeafView?
  var time: String?
  var ownTime: String?
  let place: PlaceView
  var joiningWords: String?
  var series: SeriesLinkView?
  var signUp: LinkView?
  var calendar: LinkView?

  static let fields: Fields<OccasionView> = [
    .view("kind") { $0.kind },
    .view("status") { $0.status },
    .text("title") { $0.title },
    .text("address") { $0.address },
    .view("language") { $0.language },
    .text("summary") { $0.summary },
    .view("date") { $0.date },
    .view("last_day") { $0.lastDay },
    .view("leaf") { $0.leaf },
    .text("time") { $0.time },
    .text("own_time") { $0.ownTime },
    .view("mode") { $0.place.mode },
    .text("venue") { $0.place.venue },
    .flag("has_place") { !$0.place.isEmpty },
    .text("join_info") { $0.joiningWords },
    .view("series") { $0.series },
    .view("sign_up") { $0.signUp },
    .view("calendar") { $0.calendar },
  ]
}

/// Where meetings are.
struct PlaceView {
  var mode: LabelView?
  var venue: String?

  var isEmpty: Bool { mode == nil && venue == nil }
}

/// The series that a meeting belongs to.
struct SeriesLinkView: View {
  let title: String
  var address: String?
  var rhythm: String?

  static let fields: Fields<SeriesLinkView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("rhythm") { $0.rhythm },
  ]
}

/// `series`: a row of meetings, what each of them has from it, and all of them.
struct SeriesPageView: View {
  let site: SiteView
  let page: PageView
  let series: SeriesView
  var time: String?
  var place = PlaceView()
  var goals: [LinkView] = []
  var upcoming: [CardView] = []
  let listing: ListingView

  static let fields: Fields<SeriesPageView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("series") { $0.series },
    .text("time") { $0.time },
    .view("mode") { $0.place.mode },
    .text("venue") { $0.place.venue },
    .list("goals") { $0.goals },
    .flag("gives") {
      $0.time != nil || !$0.place.isEmpty || !$0.goals.isEmpty
    },
    .list("upcoming") { $0.upcoming },
    .view("listing") { $0.listing },
  ]
}
