import Templates

/// What the indexes of all kinds share.
struct ListingView: View {
  var links: [NavigationLinkView] = []
  /// What the list is narrowed to, such as a subject, where it is.
  var narrowed: LinkView?
  var facets: [FacetView] = []
  /// The kind that is listed, where facets narrow it.
  var kind: String?
  /// What a filter says of what it leaves, `# of 23 shown`, where `#` stands for a number.
  var shown: String?
  var groups: [GroupView] = []
  /// Whether the groups are letters to jump to.
  var isLettered = false
  var pagination: PaginationView?

  static let fields: Fields<ListingView> = [
    .list("links") { $0.links },
    .view("narrowed") { $0.narrowed },
    .list("facets") { $0.facets },
    .text("kind") { $0.kind },
    .text("shown") { $0.shown },
    .list("groups") { $0.groups },
    .flag("lettered") { $0.isLettered },
    .flag("has_jumps") { $0.groups.count > 1 },
    .view("pagination") { $0.pagination },
  ]
}

/// Some cards under a heading.
struct GroupView: View {
  let title: String
  let anchor: String
  var count: String?
  let cards: [CardView]
  /// What says how many of them are folded where the list stands beside a text.
  var more: String?

  static let fields: Fields<GroupView> = [
    .text("title") { $0.title },
    .text("anchor") { $0.anchor },
    .text("count") { $0.count },
    .list("cards") { $0.cards },
    .list("first_cards") { Array($0.cards.prefix(Fold.cards)) },
    .list("other_cards") { Array($0.cards.dropFirst(Fold.cards)) },
    .text("more") { $0.more },
  ]
}

/// An entry in a list: enough to choose by.
struct CardView: View {
  let kind: LabelView
  let title: String
  var address: String?
  var language: LanguageView?
  var status: LabelView?
  var date: DateView?
  var leaf: LeafView?
  var summary: String?
  var people: [PersonView] = []
  var facts: [String] = []
  var tags: [LinkView] = []
  var image: ImageView?
  var monogram: String?
  /// What a member offers and looks for.
  var offers: [LinkView] = []
  var seeks: [LinkView] = []
  var progress: ProgressView?
  /// The choices of facets that it is under, `level:year-9 kind:tool`.
  var facets: String?

  static let fields: Fields<CardView> = [
    .view("kind") { $0.kind },
    .text("title") { $0.title },
    .text("address") { $0.address },
    .view("language") { $0.language },
    .view("status") { $0.status },
    .view("date") { $0.date },
    .view("leaf") { $0.leaf },
    .text("summary") { $0.summary },
    .list("people") { $0.people },
    .texts("facts") { $0.facts },
    .list("tags") { $0.tags },
    .view("image") { $0.image },
    .text("monogram") { $0.monogram },
    .list("offers") { $0.offers },
    .list("seeks") { $0.seeks },
    .view("progress") { $0.progress },
    .text("facets") { $0.facets },
    .flag("has_meta") { $0.date != nil || !$0.people.isEmpty || !$0.facts.isEmpty },
  ]
}

/// A long list's other pages.
struct PaginationView: View {
  let text: String
  var previous: LinkView?
  var next: LinkView?
  let pages: [PageNumberView]

  static let fields: Fields<PaginationView> = [
    .text("text") { $0.text },
    .view("previous") { $0.previous },
    .view("next") { $0.next },
    .list("pages") { $0.pages },
  ]
}

/// A page of a list, by its number.
struct PageNumberView: View {
  let title: String
  let address: String
  var current: String?
  /// Whether pages are left out before it.
  let followsGap: Bool

  static let fields: Fields<PageNumberView> = [
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("current") { $0.current },
    .flag("follows_gap") { $0.followsGap },
  ]
}

/// A way to narrow a list.
struct FacetView: View {
  /// What it goes by in addresses: `level`.
  let id: String
  let title: String
  let choices: [ChoiceView]

  static let fields: Fields<FacetView> = [
    .text("id") { $0.id },
    .text("title") { $0.title },
    .list("choices") { $0.choices },
  ]
}

/// One of several, and how much it holds.
struct ChoiceView: View {
  /// What it goes by in addresses, where it is a choice of a facet.
  var id: String?
  let title: String
  let address: String
  let count: String
  var current: String?
  var description: String?

  static let fields: Fields<ChoiceView> = [
    .text("id") { $0.id },
    .text("title") { $0.title },
    .text("address") { $0.address },
    .text("count") { $0.count },
    .text("current") { $0.current },
    .text("description") { $0.description },
  ]
}
