import Templates

/// `post`: reads like an article.
struct PostView: View {
  let site: SiteView
  let page: PageView
  let entry: EntryView
  var kind: LabelView?
  var authors: [PersonView] = []
  var repliesTo: LinkView?
  var answeredBy: LinkView?
  /// Whether a question waits for an answer, or has one.
  var state: LabelView?
  var answer: CardView?
  var meeting: LinkView?
  var resources: [LinkView] = []
  var tried: [LinkView] = []
  /// The ways to answer a question that is open.
  var answering: [LinkView] = []

  static let fields: Fields<PostView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("entry") { $0.entry },
    .view("kind") { $0.kind },
    .list("authors") { $0.authors },
    .view("replies_to") { $0.repliesTo },
    .view("answered_by") { $0.answeredBy },
    .view("state") { $0.state },
    .view("answer") { $0.answer },
    .view("meeting") { $0.meeting },
    .list("resources") { $0.resources },
    .list("tried") { $0.tried },
    .list("answering") { $0.answering },
    .flag("has_context") { $0.meeting != nil || !$0.resources.isEmpty || !$0.tried.isEmpty },
  ]
}

/// `member`: reads like a profile.
struct MemberView: View {
  let site: SiteView
  let page: PageView
  let entry: EntryView
  var status: LabelView?
  var pronouns: String?
  var photo: ImageView?
  var monogram: String?
  var school: String?
  var membership: String?
  var currentRoles: [RoleView] = []
  var pastRoles: [RoleView] = []
  var subjects: [LinkView] = []
  var levels: [LinkView] = []
  var links: [LinkView] = []
  var offers: [OfferView] = []
  var seeks: [OfferView] = []

  static let fields: Fields<MemberView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("entry") { $0.entry },
    .view("status") { $0.status },
    .text("pronouns") { $0.pronouns },
    .view("photo") { $0.photo },
    .text("monogram") { $0.monogram },
    .text("school") { $0.school },
    .text("membership") { $0.membership },
    .list("current_roles") { $0.currentRoles },
    .list("past_roles") { $0.pastRoles },
    .list("subjects") { $0.subjects },
    .list("levels") { $0.levels },
    .list("links") { $0.links },
    .list("offers") { $0.offers },
    .list("seeks") { $0.seeks },
    .flag("has_profile") {
      !$0.subjects.isEmpty || !$0.levels.isEmpty || !$0.pastRoles.isEmpty || !$0.links.isEmpty
    },
    .flag("has_exchange") { !$0.offers.isEmpty || !$0.seeks.isEmpty },
  ]
}

/// A role with the time for which it is held.
struct RoleView: View {
  let title: String
  var period: String?

  static let fields: Fields<RoleView> = [
    .text("title") { $0.title },
    .text("period") { $0.period },
  ]
}

/// Something that a member offers or looks for.
struct OfferView: View {
  let tag: LinkView
  var note: String?
  var matching: [PersonView] = []

  static let fields: Fields<OfferView> = [
    .view("tag") { $0.tag },
    .text("note") { $0.note },
    .list("matching") { $0.matching },
  ]
}

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
  var mode: LabelView?
  var venue: String?
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
    .view("mode") { $0.mode },
    .text("venue") { $0.venue },
    .flag("has_place") { $0.mode != nil || $0.venue != nil },
    .text("join_info") { $0.joiningWords },
    .view("series") { $0.series },
    .view("sign_up") { $0.signUp },
    .view("calendar") { $0.calendar },
  ]
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

/// `success`: celebrates.
struct SuccessView: View {
  let site: SiteView
  let page: PageView
  let entry: EntryView
  var people: [PersonView] = []
  var value: ValueView?
  var quote: QuoteView?
  var evidence: [LinkView] = []
  var resources: [LinkView] = []

  static let fields: Fields<SuccessView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("entry") { $0.entry },
    .list("people") { $0.people },
    .view("value") { $0.value },
    .view("quote") { $0.quote },
    .list("evidence") { $0.evidence },
    .list("resources") { $0.resources },
    .flag("has_context") { $0.value != nil || !$0.evidence.isEmpty || !$0.resources.isEmpty },
  ]
}

/// A cycle of value creation.
struct ValueView: View {
  let id: String
  let title: String
  let meaning: String

  static let fields: Fields<ValueView> = [
    .text("id") { $0.id },
    .text("title") { $0.title },
    .text("meaning") { $0.meaning },
  ]
}

/// `page`: a page of the handbook's own.
struct OwnPageView: View {
  let site: SiteView
  let page: PageView
  let entry: EntryView
  /// What the community needs somebody for, on the page where newcomers start.
  var needs: [NeedView] = []
  /// The way to what they might have missed, likewise.
  var missed: LinkView?
  /// The report of the year that the page introduces.
  var report: LinkView?

  static let fields: Fields<OwnPageView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("entry") { $0.entry },
    .list("needs") { $0.needs },
    .view("missed") { $0.missed },
    .view("report") { $0.report },
  ]
}
