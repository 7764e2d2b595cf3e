import Templates

/// `missed`: what was agreed, what was used most and what is open, for who joins midway.
struct MissedView: View {
  let site: SiteView
  let page: PageView
  var start: LinkView?
  /// The newest of the last twelve months, and the others as lines.
  var decisions: [DecisionView] = []
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
    .list("earlier") { $0.earlier },
    .view("all_decisions") { $0.allDecisions },
    .list("resources") { $0.resources },
    .view("all_resources") { $0.allResources },
    .view("next_meeting") { $0.nextMeeting },
    .list("needs") { $0.needs },
  ]
}
