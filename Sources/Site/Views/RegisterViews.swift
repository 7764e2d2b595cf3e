import Templates

/// An action of the register.
struct ActionView: View {
  let text: HTML
  var language: LanguageView?
  var owners: [PersonView] = []
  /// `open`, `done` or `dropped`, for members also `overdue`, said in words with its day.
  let state: LabelView
  var goals: [LinkView] = []
  /// Its line in the notes.
  let source: LinkView
  var date: DateView?
  /// The action that it continues, and the one that continues it.
  var earlier: LinkView?
  var later: LinkView?

  static let fields: Fields<ActionView> = [
    .html("text") { $0.text },
    .view("language") { $0.language },
    .list("owners") { $0.owners },
    .view("state") { $0.state },
    .list("goals") { $0.goals },
    .view("source") { $0.source },
    .view("date") { $0.date },
    .view("earlier") { $0.earlier },
    .view("later") { $0.later },
  ]
}

/// A decision of the log.
struct DecisionView: View {
  let text: HTML
  /// The list nested in it.
  var details: HTML?
  var language: LanguageView?
  /// `superseded`, `reversed` or `struck`; nothing while it holds.
  var status: LabelView?
  /// Its line in the notes.
  let source: LinkView
  let number: String
  var date: DateView?
  var goals: [LinkView] = []
  var supersedes: [LinkView] = []
  var reverses: [LinkView] = []
  var supersededBy: [LinkView] = []
  var reversedBy: [LinkView] = []

  static let fields: Fields<DecisionView> = [
    .html("text") { $0.text },
    .html("details") { $0.details },
    .view("language") { $0.language },
    .view("status") { $0.status },
    .view("source") { $0.source },
    .text("number") { $0.number },
    .view("date") { $0.date },
    .list("goals") { $0.goals },
    .list("supersedes") { $0.supersedes },
    .list("reverses") { $0.reverses },
    .list("superseded_by") { $0.supersededBy },
    .list("reversed_by") { $0.reversedBy },
  ]
}

/// The short lines of a register that have something in common.
struct RegisterGroupView: View {
  let title: String
  var address: String?
  let count: String
  let lines: [RegisterLineView]

  static let fields: Fields<RegisterGroupView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("count") { $0.count },
    .list("lines") { $0.lines },
  ]
}

/// An action or a decision on one line, which leads to its own in the notes.
struct RegisterLineView: View {
  let title: String
  let address: String
  var language: LanguageView?
  var state: LabelView?
  var date: DateView?

  static let fields: Fields<RegisterLineView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .view("language") { $0.language },
    .view("state") { $0.state },
    .view("date") { $0.date },
  ]
}

/// `actions`, `actions-done`: the action register, and what is behind it.
struct ActionsView: View {
  let site: SiteView
  let page: PageView
  let listing: ListingView
  let summary: String
  var actions: [ActionView] = []
  var byMember: [RegisterGroupView] = []
  var byGoal: [RegisterGroupView] = []
  /// From the open ones to the others, and back.
  var others: LinkView?

  static let fields: Fields<ActionsView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("listing") { $0.listing },
    .text("summary") { $0.summary },
    .list("actions") { $0.actions },
    .list("by_member") { $0.byMember },
    .list("by_goal") { $0.byGoal },
    .view("others") { $0.others },
  ]
}

/// The decisions of one year, of those that a page of the log lists.
struct DecisionYearView: View {
  let title: String
  let anchor: String
  let decisions: [DecisionView]

  static let fields: Fields<DecisionYearView> = [
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
    .list("decisions") { $0.decisions },
  ]
}

/// `decisions`: the decision log.
struct DecisionsView: View {
  let site: SiteView
  let page: PageView
  let listing: ListingView
  let summary: String
  var years: [DecisionYearView] = []
  var byGoal: [RegisterGroupView] = []
  var bySeries: [RegisterGroupView] = []

  static let fields: Fields<DecisionsView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("listing") { $0.listing },
    .text("summary") { $0.summary },
    .list("decisions") { $0.years.flatMap(\.decisions) },
    .list("years") { $0.years },
    .list("by_goal") { $0.byGoal },
    .list("by_series") { $0.bySeries },
  ]
}

/// What the registers hold of one meeting, member or goal.
struct RegisterView: View {
  var carried: [ActionView] = []
  /// What stands above the rest, if there is any.
  var title: String?
  var decisions: [DecisionView] = []
  var actions: [ActionView] = []
  /// Those that are done or dropped, where they are told apart.
  var closed: [ActionView] = []
  var closedTitle: String?

  static let fields: Fields<RegisterView> = [
    .list("carried") { $0.carried },
    .text("title") { $0.title },
    .list("decisions") { $0.decisions },
    .list("actions") { $0.actions },
    .list("closed") { $0.closed },
    .text("closed_title") { $0.closedTitle },
  ]
}
