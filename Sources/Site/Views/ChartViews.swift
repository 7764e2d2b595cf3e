import Templates

/// The readings of one goal among several.
struct GoalChartView: View {
  let link: LinkView
  var language: LanguageView?
  let status: LabelView
  /// What the picture shows, in a sentence.
  let finding: String
  let picture: HTML
  let figures: FiguresView

  static let fields: Fields<GoalChartView> = [
    .view("link") { $0.link },
    .view("language") { $0.language },
    .view("status") { $0.status },
    .text("finding") { $0.finding },
    .html("picture") { $0.picture },
    .view("figures") { $0.figures },
  ]
}

/// A number, and what it counts.
struct CountView: View {
  let number: String
  let label: String

  static let fields: Fields<CountView> = [
    .text("number") { $0.number },
    .text("label") { $0.label },
  ]
}

/// A picture that is a table of months.
struct MonthChartView: View {
  let anchor: String
  /// What it shows, in words.
  let caption: String
  let months: [LinkView]
  let rows: [MonthRowView]

  static let fields: Fields<MonthChartView> = [
    .text("anchor") { $0.anchor },
    .text("caption") { $0.caption },
    .list("months") { $0.months },
    .list("rows") { $0.rows },
  ]
}

/// One subject of a picture of months.
struct MonthRowView: View {
  let link: LinkView
  let cells: [MonthCellView]
  let total: String

  static let fields: Fields<MonthRowView> = [
    .view("link") { $0.link },
    .list("cells") { $0.cells },
    .text("total") { $0.total },
  ]
}

/// What happened of one subject in one month.
struct MonthCellView: View {
  var picture: HTML?
  var count: String?
  /// Whether the picture alone tells those who see it how much.
  var isTold = false

  static let fields: Fields<MonthCellView> = [
    .html("picture") { $0.picture },
    .text("count") { $0.count },
    .flag("told") { $0.isTold },
  ]
}

/// How goals and tags connect.
struct TagMatrixView: View {
  /// What it shows, in words.
  let caption: String
  let tags: [LinkView]
  let rows: [TagMatrixRowView]

  static let fields: Fields<TagMatrixView> = [
    .text("caption") { $0.caption },
    .list("tags") { $0.tags },
    .list("rows") { $0.rows },
  ]
}

/// One goal, with a cell for each tag.
struct TagMatrixRowView: View {
  let link: LinkView
  var language: LanguageView?
  let cells: [TagMatrixCellView]

  static let fields: Fields<TagMatrixRowView> = [
    .view("link") { $0.link },
    .view("language") { $0.language },
    .list("cells") { $0.cells },
  ]
}

/// How often a goal and a tag meet.
struct TagMatrixCellView: View {
  /// 1 to 4, for the strength of its colour.
  var step: String?
  var count: String?

  static let fields: Fields<TagMatrixCellView> = [
    .text("step") { $0.step },
    .text("count") { $0.count },
  ]
}
