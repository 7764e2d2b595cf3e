import Templates

/// `print`: the whole handbook on one page, to be read on paper; or a volume of it, or the list of
/// volumes.
struct PrintView: View {
  let site: SiteView
  let page: PageView
  var volumes: [LinkView] = []
  var parts: [PrintPartView] = []

  static let fields: Fields<PrintView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .list("volumes") { $0.volumes },
    .list("parts") { $0.parts },
  ]
}

/// All entries of a kind, in reading order.
struct PrintPartView: View {
  let title: String
  let anchor: String
  let entries: [PrintedEntryView]

  static let fields: Fields<PrintPartView> = [
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
    .list("entries") { $0.entries },
  ]
}

/// An entry as it stands in print.
struct PrintedEntryView: View {
  let title: String
  let anchor: String
  var language: LanguageView?
  var kind: String?
  var date: DateView?
  var people: [PersonView] = []
  var summary: String?
  var notices: [NoticeView] = []
  var facts: [FactView] = []
  var quote: QuoteView?
  var image: ImageView?
  var body: HTML?

  static let fields: Fields<PrintedEntryView> = [
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
    .view("language") { $0.language },
    .text("kind") { $0.kind },
    .view("date") { $0.date },
    .list("people") { $0.people },
    .flag("has_byline") { $0.kind != nil || $0.date != nil || !$0.people.isEmpty },
    .text("summary") { $0.summary },
    .list("notices") { $0.notices },
    .list("facts") { $0.facts },
    .view("quote") { $0.quote },
    .view("image") { $0.image },
    .html("body") { $0.body },
  ]
}

/// Something that the front matter says, under its name.
struct FactView: View {
  let title: String
  let values: [LinkView]

  static let fields: Fields<FactView> = [
    .text("title") { $0.title },
    .list("values") { $0.values },
  ]
}
