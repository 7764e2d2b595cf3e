import Templates

/// `offers`, `seeks`: what members can help each other with, topic by topic.
struct ExchangeView: View {
  let site: SiteView
  let page: PageView
  let topics: [TopicView]
  let listing: ListingView

  static let fields: Fields<ExchangeView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .list("topics") { $0.topics },
    .view("listing") { $0.listing },
  ]
}

/// One thing that is offered or looked for, and who is on the other side of it.
struct TopicView: View {
  let tag: LinkView
  let anchor: String
  let people: [HandView]
  var match: String?
  var matching: [PersonView] = []

  static let fields: Fields<TopicView> = [
    .view("tag") { $0.tag },
    .text("anchor") { $0.anchor },
    .list("people") { $0.people },
    .text("match") { $0.match },
    .list("matching") { $0.matching },
  ]
}

/// A member who offers or looks for something, in their own words.
struct HandView: View {
  let person: PersonView
  var note: String?

  static let fields: Fields<HandView> = [
    .view("person") { $0.person },
    .text("note") { $0.note },
  ]
}

/// A role, who has it, and who had it.
struct RoleHistoryView: View {
  let title: String
  let anchor: String
  var summary: String?
  var holders: [HolderView] = []
  var earlier: [HolderView] = []
  var isHeldByUnlisted = false
  var isUnheld = false

  static let fields: Fields<RoleHistoryView> = [
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
    .text("summary") { $0.summary },
    .list("holders") { $0.holders },
    .list("earlier") { $0.earlier },
    .flag("held_by_unlisted") { $0.isHeldByUnlisted },
    .flag("unheld") { $0.isUnheld },
  ]
}

/// Somebody with a role, and since when.
struct HolderView: View {
  let person: PersonView
  var period: String?

  static let fields: Fields<HolderView> = [
    .view("person") { $0.person },
    .text("period") { $0.period },
  ]
}

/// A kind of thing that the community needs somebody for.
struct NeedView: View {
  let id: String
  let title: String
  let requests: [RequestView]
  var more: LinkView?

  static let fields: Fields<NeedView> = [
    .text("id") { $0.id },
    .text("title") { $0.title },
    .list("requests") { $0.requests },
    .view("more") { $0.more },
  ]
}

/// One thing that somebody could do.
struct RequestView: View {
  let link: LinkView
  var language: LanguageView?
  var detail: String?

  static let fields: Fields<RequestView> = [
    .view("link") { $0.link },
    .view("language") { $0.language },
    .text("detail") { $0.detail },
  ]
}
