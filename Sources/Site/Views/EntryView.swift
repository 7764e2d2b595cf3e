import Templates

/// What the pages of all kinds of entry share.
struct EntryView: View {
  let title: String
  var summary: String?
  var language: LanguageView?
  var date: DateView?
  var updated: DateView?
  var notices: [NoticeView] = []
  var translations: [TranslationView] = []
  var image: ImageView?
  var outline: [HeadingView] = []
  var body: HTML?
  var goals: [LinkView] = []
  var tags: [LinkView] = []
  var register: RegisterView?
  var related: [GroupView] = []
  var backlinks: [BacklinkView] = []
  /// What says how many of them are folded.
  var moreBacklinks: String?
  var neighbours: NeighboursView?
  var extra = OpenValue.nothing

  static let fields: Fields<EntryView> = [
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .view("language") { $0.language },
    .view("date") { $0.date },
    .view("updated") { $0.updated },
    .list("notices") { $0.notices },
    .list("translations") { $0.translations },
    .view("image") { $0.image },
    .list("outline") { $0.outline },
    .html("body") { $0.body },
    .list("goals") { $0.goals },
    .list("tags") { $0.tags },
    .view("register") { $0.register },
    .list("related") { $0.related },
    .list("backlinks") { $0.backlinks },
    .list("first_backlinks") { Array($0.backlinks.prefix(Fold.backlinks)) },
    .list("other_backlinks") { Array($0.backlinks.dropFirst(Fold.backlinks)) },
    .text("more_backlinks") { $0.moreBacklinks },
    .view("neighbours") { $0.neighbours },
    .flag("has_foot") { !$0.goals.isEmpty || !$0.tags.isEmpty || $0.updated != nil },
    .open("extra") { $0.extra },
  ]
}

/// Something to know before reading on.
struct NoticeView: View {
  /// As of an alert: `note`, `tip`, `important`, `warning`, `caution`.
  let kind: String
  let text: String

  static let fields: Fields<NoticeView> = [
    .text("kind") { $0.kind },
    .text("text") { $0.text },
  ]
}

/// The same entry in another language.
struct TranslationView: View {
  let title: String
  let address: String
  let code: String
  let direction: String

  static let fields: Fields<TranslationView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("code") { $0.code },
    .text("direction") { $0.direction },
  ]
}

/// A heading of the text, for the outline.
struct HeadingView: View {
  let title: String
  let anchor: String

  static let fields: Fields<HeadingView> = [
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
  ]
}

/// An entry that links here, and the sentence in which it does.
struct BacklinkView: View {
  let from: LinkView
  let kind: String
  var sentence: HTML?
  var language: LanguageView?

  static let fields: Fields<BacklinkView> = [
    .view("from") { $0.from },
    .text("kind") { $0.kind },
    .html("sentence") { $0.sentence },
    .view("language") { $0.language },
  ]
}

/// The entries before and after in a sequence.
struct NeighboursView: View {
  let label: String
  var previous: LinkView?
  var next: LinkView?

  static let fields: Fields<NeighboursView> = [
    .text("label") { $0.label },
    .view("previous") { $0.previous },
    .view("next") { $0.next },
  ]
}
