import Templates

/// `goal`: what we want, how we will know, how far we have come, and all that served it.
struct GoalView: View {
  let site: SiteView
  let page: PageView
  let entry: EntryView
  let status: LabelView
  var owners: [PersonView] = []
  var why: String?
  let measure: String
  var figures: FiguresView?
  var readings: [ReadingView] = []
  var picture: HTML?
  /// What the picture shows, in a sentence: its title.
  var pictureWords: String?
  var towardsTarget: ProgressView?
  /// Whether the goal has milestones, or may still have some.
  var showsMilestones = true
  /// Whether the goal was given up: its numbers stay, and nothing urges on.
  var isDropped = false
  var actions: ProgressView?
  var progress: ProgressView?
  var milestones: [MilestoneView] = []
  var start: DateView?
  var due: DateView?
  var closed: DateView?
  var timeline: [TimelineYearView] = []

  static let fields: Fields<GoalView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("entry") { $0.entry },
    .view("status") { $0.status },
    .list("owners") { $0.owners },
    .text("why") { $0.why },
    .text("measure") { $0.measure },
    .view("figures") { $0.figures },
    .list("readings") { $0.readings },
    .html("picture") { $0.picture },
    .text("picture_words") { $0.pictureWords },
    .view("towards_target") { $0.towardsTarget },
    .flag("shows_milestones") { $0.showsMilestones },
    .flag("is_dropped") { $0.isDropped },
    .view("actions") { $0.actions },
    .view("progress") { $0.progress },
    .list("milestones") { $0.milestones },
    .view("start") { $0.start },
    .view("due") { $0.due },
    .view("closed") { $0.closed },
    .list("timeline") { $0.timeline },
    .flag("has_dates") { $0.start != nil || $0.due != nil || $0.closed != nil },
  ]
}

/// Where a goal began, is, and wants to be, each with its unit.
struct FiguresView: View {
  var baseline: String?
  var latest: String?
  var target: String?

  static let fields: Fields<FiguresView> = [
    .text("baseline") { $0.baseline },
    .text("latest") { $0.latest },
    .text("target") { $0.target },
  ]
}

/// A value of the measure on a day; without one, the baseline.
struct ReadingView: View {
  var date: DateView?
  let value: String
  var note: String?

  static let fields: Fields<ReadingView> = [
    .view("date") { $0.date },
    .text("value") { $0.value },
    .text("note") { $0.note },
  ]
}

/// How a goal moved in a year.
struct YearGoalView: View {
  let link: LinkView
  var language: LanguageView?
  var status: LabelView?
  let measure: String
  var movement: String?
  /// Its readings up to the end of the year.
  var picture: HTML?
  /// The same in numbers, where there is a picture.
  var figures: FiguresView?
  var milestones: [MilestoneView] = []

  static let fields: Fields<YearGoalView> = [
    .view("link") { $0.link },
    .view("language") { $0.language },
    .view("status") { $0.status },
    .text("measure") { $0.measure },
    .text("movement") { $0.movement },
    .html("picture") { $0.picture },
    .view("figures") { $0.figures },
    .list("milestones") { $0.milestones },
  ]
}

/// A step on the way.
struct MilestoneView: View {
  let title: String
  let isDone: Bool
  let state: String
  var evidence: [LinkView] = []

  static let fields: Fields<MilestoneView> = [
    .text("title") { $0.title },
    .flag("done") { $0.isDone },
    .text("state") { $0.state },
    .list("evidence") { $0.evidence },
  ]
}

/// A calendar year of what served a goal, the newest first.
struct TimelineYearView: View {
  let title: String
  let moments: [MomentView]

  static let fields: Fields<TimelineYearView> = [
    .text("title") { $0.title },
    .list("moments") { $0.moments },
  ]
}

/// Something that served a goal on a day.
struct MomentView: View {
  let date: DateView
  let kind: LabelView
  let link: LinkView
  var language: LanguageView?
  var note: String?

  static let fields: Fields<MomentView> = [
    .view("date") { $0.date },
    .view("kind") { $0.kind },
    .view("link") { $0.link },
    .view("language") { $0.language },
    .text("note") { $0.note },
  ]
}
