import Community
import Templates

extension PageContent {
  /// The page of an entry, in the template of its kind.
  static func entry(_ index: EntryIndex) -> PageContent {
    PageContent { context, renderer, output in
      guard let entry = context.handbook.entry(index) else { return }
      page(of: entry).append(context, renderer, &output)
    }
  }

  private static func page(of entry: PublishedEntry) -> PageContent {
    switch entry.fields {
    case .post(let post): .view(\.post) { $0.postPage(entry, post) }
    case .member(let member): .view(\.member) { $0.memberPage(entry, member) }
    case .meeting(let meeting): .view(\.meeting) { $0.meetingPage(entry, meeting) }
    case .resource(let resource): .view(\.resource) { $0.resourcePage(entry, resource) }
    case .goal(let goal): .view(\.goal) { $0.goalPage(entry, goal) }
    case .success(let success): .view(\.success) { $0.successPage(entry, success) }
    case .page(let own): .view(\.page) { $0.ownPage(entry, own) }
    }
  }
}

extension PageContent {
  /// A page of the index of a kind; long ones have several, counted from 1.
  static func index(_ kind: EntryKind, _ number: Int) -> PageContent {
    index(kind, number) { $0.list(kind) }
  }

  /// A page of what one choice of a facet leaves of an index: it looks like the whole.
  static func facet(_ facet: Facet, _ id: String, _ number: Int) -> PageContent {
    index(facet.kind, number) { plan in
      plan.overview.facets.choice(facet, id).map { IndexedList(facet, $0) }
    }
  }

  private static func index(
    _ kind: EntryKind, _ number: Int, _ list: @escaping (SitePlan) -> IndexedList?
  ) -> PageContent {
    func page<Page: View>(
      _ template: KeyPath<PageTemplates, Template<Page>>,
      _ view: @escaping (PageContext) -> (IndexedList, Int) -> Page
    ) -> PageContent {
      .view(template) { context in list(context.plan).map { view(context)($0, number) } }
    }
    return switch kind {
    case .post: page(\.posts, PageContext.indexPage)
    case .member: page(\.members, PageContext.membersPage)
    case .meeting: page(\.meetings, PageContext.meetingsPage)
    case .resource: page(\.resources, PageContext.indexPage)
    case .goal: page(\.goals, PageContext.goalsPage)
    case .success: page(\.successes, PageContext.indexPage)
    case .page: page(\.pages, PageContext.indexPage)
    }
  }
}
