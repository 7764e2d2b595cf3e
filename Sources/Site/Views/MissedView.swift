import Templates

/// `missed`: what was agreed, what was used most and what is open, for who joins midway.
struct MissedView: View {
  let site: SiteView
  let page: PageView
  var start: LinkView?
  /// The newest of the last twelve months, and the others as lines.
  var decisions: [DecisionView] = []
  /// The same decisions under their meetings.
  var agreed: [AgreedView] = []
  var earlier: [RegisterLineView] = []
  var allDecisions: LinkView?
  var resources: [CardView] = []
  var allResources: LinkView?
  var nextMeeting: OccasionView?
  var needs: [NeedView] = []

  static let fields: Fields<MissedView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("start") { $0.start },
    .list("decisions") { $0.decisions },
    .list("agreed") { $0.agreed },
    .list("earlier") { $0.earlier },
    .view("all_decisions") { $0.allDecisions },
    .list("resources") { $0.resources },
    .view("all_resources") { $0.allResources },
    .view("next_meeting") { $0.nextMeeting },
    .list("needs") { $0.needs },
  ]
}

/// What one meeting decided, so that it is named once.
struct AgreedView: View {
  let meeting: LinkView
  var language: LanguageView?
  var date: DateView?
  let decisions: [DecisionView]

  static let fields: Fields<AgreedView> = [
    .view("meeting") { $0.meeting },
    .view("language") { $0.language },
    .view("date") { $0.date },
    .list("decisions") { $0.decisions },
  ]
}
