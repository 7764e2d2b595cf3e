import Community

/// How the site shows a kind of entry.
///
/// Every kind has one below. A property without a default is asked of an eighth kind by the
/// compiler, and so is what makes its pages, in `PageContent+Kinds`.
struct KindPresentation: Sendable {
  let places: Places
  /// The order of the kind's index.
  let order: Order
  /// The groups in which the index shows it.
  let grouping: Grouping
  /// Whether the index shows what is still to come apart from its list.
  let isComingApart: Bool
  /// What the page of an entry has as the entry before and the entry after.
  let neighbours: Neighbours
  /// What the index leads to: pages that show the same in another way.
  let otherViews: OtherViews
  /// The heading under which a comparison of two sites tells of the kind.
  let changes: Changes
  /// Which entries of the kind a feed tells of.
  let news: News
  /// What the report of a year tells of the kind; `nil` for a kind that does not happen.
  let year: InYear?
  /// How many entries of the kind the home page shows.
  let homeLength: Int
  /// Whether the page of an entry is an article to those who show a preview of it (ogp.me).
  let isArticle: Bool
  /// How readers are asked to add an entry; `nil` where nobody adds one in passing.
  let invitation: Invitation?
}

extension KindPresentation {
  /// Where a list of several kinds has this one, counted from 1; `nil` where the list leaves it out.
  struct Places: Sendable {
    /// In the menu.
    let menu: Int?
    /// In the print edition.
    ///
    /// A stranger reads who we are, what we want, what we did, what we made, what we say, what came
    /// of it, who is in it.
    let print: Int
    /// Among what serves a goal and has no day.
    let goal: Int?
    /// Among what uses a resource.
    let resource: Int?
  }

  enum Order: Sendable {
    case newestFirst
    /// Group by group, in each by title.
    case byTitle
    /// Group by group, in each what is due first.
    case byDueDate
  }

  enum Grouping: Sendable {
    case byYear, byPerson, bySort, byStatus, together
  }

  enum Neighbours: Sendable {
    case none
    case byDate
    /// Within a series; without one, among those that have none.
    case inSeries
  }

  enum OtherViews: Sendable {
    case none, exchange, years, archive, registers
  }

  enum Changes: Sendable {
    case pages, goals, members
  }

  /// Which entries a subscriber would want to be told of, once their day has come.
  enum News: Sendable {
    case never, always, onceHeld, unlessWithdrawn
  }

  /// A link that begins a new entry.
  struct Invitation: Sendable {
    let title: Word
    /// What the file begins with in the editor of a git host.
    let beginning: String
  }

  /// A kind in the report of a year; both places are counted from 1.
  struct InYear: Sendable {
    /// In the picture of what came to the handbook.
    let row: Int
    /// Among the lists of the report.
    let list: Int
    /// The title of the list.
    let title: Word
  }
}

extension EntryKind {
  /// How the site shows the kind.
  var presentation: KindPresentation {
    switch self {
    case .post: .post
    case .member: .member
    case .meeting: .meeting
    case .resource: .resource
    case .goal: .goal
    case .success: .success
    case .page: .page
    }
  }
}

extension KindPresentation {
  fileprivate static let post = KindPresentation(
    places: Places(menu: 4, print: 5, goal: 4, resource: 2), order: .newestFirst,
    grouping: .byYear, isComingApart: false, neighbours: .byDate, otherViews: .archive,
    changes: .pages, news: .always,
    year: InYear(row: 2, list: 3, title: .kindsPost), homeLength: 3, isArticle: true,
    invitation: Invitation(
      title: .sharePost,
      beginning: "---\ntitle: \ndate: \nauthors: \ntags: []\n---\n\n"))

  fileprivate static let member = KindPresentation(
    places: Places(menu: 5, print: 7, goal: nil, resource: nil), order: .byTitle,
    grouping: .byPerson, isComingApart: false, neighbours: .none, otherViews: .exchange,
    changes: .members, news: .never, year: nil,
    homeLength: 0,
    isArticle: false, invitation: nil)

  fileprivate static let meeting = KindPresentation(
    places: Places(menu: 1, print: 3, goal: 2, resource: 1), order: .newestFirst,
    grouping: .byYear, isComingApart: true, neighbours: .inSeries, otherViews: .registers,
    changes: .pages, news: .onceHeld,
    year: InYear(row: 1, list: 2, title: .yearMeetings), homeLength: 1, isArticle: false,
    invitation: nil)

  fileprivate static let resource = KindPresentation(
    places: Places(menu: 3, print: 4, goal: 3, resource: nil), order: .byTitle,
    grouping: .bySort, isComingApart: false, neighbours: .none, otherViews: .none,
    changes: .pages, news: .unlessWithdrawn,
    year: InYear(row: 3, list: 4, title: .yearResources), homeLength: 3, isArticle: false,
    invitation: Invitation(
      title: .shareResource,
      beginning: "---\ntitle: \nkind: \nlicence: cc-by-4.0\nshared_by: \ntags: []\n---\n\n"))

  fileprivate static let goal = KindPresentation(
    places: Places(menu: 2, print: 2, goal: 6, resource: 4), order: .byDueDate,
    grouping: .byStatus, isComingApart: false, neighbours: .none, otherViews: .years,
    changes: .goals, news: .always, year: nil,
    homeLength: 4,
    isArticle: false, invitation: nil)

  fileprivate static let success = KindPresentation(
    places: Places(menu: 6, print: 6, goal: 1, resource: 3), order: .newestFirst,
    grouping: .byYear, isComingApart: false, neighbours: .byDate, otherViews: .none,
    changes: .pages, news: .always,
    year: InYear(row: 4, list: 1, title: .kindsSuccess), homeLength: 1, isArticle: true,
    invitation: Invitation(
      title: .shareSuccess,
      beginning: "---\ntitle: \ndate: \npeople: []\n---\n\n"))

  fileprivate static let page = KindPresentation(
    places: Places(menu: nil, print: 1, goal: 5, resource: nil), order: .byTitle,
    grouping: .together, isComingApart: false, neighbours: .none, otherViews: .none,
    changes: .pages, news: .never, year: nil,
    homeLength: 0,
    isArticle: false, invitation: nil)
}

// MARK: - Kinds in order

extension EntryKind {
  /// The kinds that the menu names, in its order.
  static let inMenu = inOrder { $0.places.menu }
  /// All kinds in the order of the print edition.
  static let inPrint = inOrder { $0.places.print }
  /// The kinds that may serve a goal, in the order of a goal's page.
  static let servingGoals = inOrder { $0.places.goal }
  /// The kinds that may use a resource, in the order of a resource's page.
  static let usingResources = inOrder { $0.places.resource }
  /// The kinds that happen, in the order of the picture of a year.
  static let inPictureOfYear = inOrder { $0.year?.row }
  /// The kinds that happen, in the order of the report of a year.
  static let inReportOfYear = inOrder { $0.year?.list }

  private static func inOrder(_ place: (KindPresentation) -> Int?) -> [EntryKind] {
    let placed = allCases.compactMap { kind in
      place(kind.presentation).map { (place: $0, kind: kind) }
    }
    return placed.sorted { $0.place < $1.place }.map(\.kind)
  }
}
