import Templates

/// What a member agrees to: questions that they answer themselves.
struct ConsentView: View {
  let form: FormView
  let member: DeskLinkView
  let questions: [ConsentQuestionView]
  /// The day from which the answers are to hold.
  let day: String
  /// Today: nobody agrees on a day that has not come.
  let lastDay: String
  /// What it rested on until now.
  let basis: String?
  /// From when the answers are that the file has, and when they are asked for again.
  let since: String?
  /// The fields that a sheet has filled in.
  let proposed: String
  /// The mark of that sheet's file.
  let sheet: String?

  static let fields: Fields<ConsentView> = [
    .view("frame") { $0.form.frame },
    .view("form") { $0.form },
    .view("member") { $0.member },
    .list("questions") { $0.questions },
    .text("day") { $0.day },
    .text("last_day") { $0.lastDay },
    .text("basis") { $0.basis },
    .text("since") { $0.since },
    .text("proposed") { $0.proposed.isEmpty ? nil : $0.proposed },
    .text("sheet") { $0.sheet },
  ]
}

/// One of them, with yes and no.
struct ConsentQuestionView: View {
  /// `consent.name`.
  let field: String
  let question: String
  /// What a yes and a no mean for the site.
  let meaning: String
  let isYes: Bool?

  static let fields: Fields<ConsentQuestionView> = [
    .text("field") { $0.field },
    .text("question") { $0.question },
    .text("meaning") { $0.meaning },
    .flag("yes") { $0.isYes == true },
    .flag("no") { $0.isYes == false },
  ]
}
