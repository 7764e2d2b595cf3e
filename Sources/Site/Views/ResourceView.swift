import Templates

/// `resource`: reads like a catalogue card.
struct ResourceView: View {
  let site: SiteView
  let page: PageView
  let entry: EntryView
  let kind: LabelView
  var status: LabelView?
  var items: [ItemView] = []
  var subjects: [LinkView] = []
  var levels: [LinkView] = []
  var timeNeeded: String?
  var licence: LinkView?
  var creators: [PersonView] = []
  var sharedBy: PersonView?
  var basedOn: [LinkView] = []
  var accessNotes: String?
  var trials: [TrialView] = []
  var citation: String?

  static let fields: Fields<ResourceView> = [
    .view("site") { $0.site },
    .view("page") { $0.page },
    .view("entry") { $0.entry },
    .view("kind") { $0.kind },
    .view("status") { $0.status },
    .list("items") { $0.items },
    .list("subjects") { $0.subjects },
    .list("levels") { $0.levels },
    .text("time_needed") { $0.timeNeeded },
    .view("licence") { $0.licence },
    .list("creators") { $0.creators },
    .view("shared_by") { $0.sharedBy },
    .list("based_on") { $0.basedOn },
    .text("access_notes") { $0.accessNotes },
    .list("trials") { $0.trials },
    .text("citation") { $0.citation },
  ]
}

/// What there is to open or to take away.
struct ItemView: View {
  let title: String
  let address: String
  let isFile: Bool
  var detail: String?

  static let fields: Fields<ItemView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .flag("file") { $0.isFile },
    .text("detail") { $0.detail },
  ]
}

/// What happened when somebody used it.
struct TrialView: View {
  let member: PersonView
  var date: DateView?
  var note: String?
  var story: LinkView?

  static let fields: Fields<TrialView> = [
    .view("member") { $0.member },
    .view("date") { $0.date },
    .text("note") { $0.note },
    .view("story") { $0.story },
  ]
}
