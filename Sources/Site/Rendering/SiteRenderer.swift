package import Community
import Markup
import Templates

/// Makes the bytes of any route.
///
/// A pure function: what it needs of files is given.
package struct SiteRenderer: Sendable {
  package let plan: SitePlan
  let templates: PageTemplates
  let wordbook: Wordbook
  let facts: AssetFacts
  let themeFiles: [String: [UInt8]]
  /// What the files of the search are taken from, once it is made.
  package var search: SearchIndex?

  package init(
    plan: SitePlan, templates: PageTemplates, wordbook: Wordbook, facts: AssetFacts,
    themeFiles: [String: [UInt8]]
  ) {
    self.plan = plan
    self.templates = templates
    self.wordbook = wordbook
    self.facts = facts
    self.themeFiles = themeFiles
  }

  /// Appends the bytes of a page to `output`, and returns the entries whose texts it shows.
  ///
  /// An asset has none here: its bytes are the community's own, and are read where files are read.
  @discardableResult
  package func render(_ page: RoutedPage, into output: inout [UInt8]) -> [EntryIndex] {
    let context = context(of: page)
    switch page.route {
    case .home: templates.home.render(context.homePage(), into: &output)
    case .index(let kind, let number): render(kind, number, context, into: &output)
    case .entry(let index): render(index, context, into: &output)
    case .tags: templates.tags.render(context.tagsPage(), into: &output)
    case .tag(let id, let number):
      templates.tag.render(context.tagPage(id, page: number), into: &output)
    case .actions(let number):
      templates.actions.render(context.actionsPage(page: number), into: &output)
    case .closedActions(let number):
      templates.closedActions.render(context.closedActionsPage(page: number), into: &output)
    case .decisions(let number):
      templates.decisions.render(context.decisionsPage(page: number), into: &output)
    case .facet(let facet, let id, let number):
      render(facet, id, number, context, into: &output)
    case .series(let id, let number): render(series: id, number, context, into: &output)
    case .offers(let number): templates.offers.render(context.offersPage(number), into: &output)
    case .seeks(let number): templates.seeks.render(context.seeksPage(number), into: &output)
    case .archive: templates.archive.render(context.archivePage(), into: &output)
    case .month(let id, let number):
      templates.month.render(context.monthPage(id, page: number), into: &output)
    case .years: templates.years.render(context.yearsPage(), into: &output)
    case .year(let name): render(year: name, context, into: &output)
    case .redirect(_, let target): render(redirectTo: target, context, into: &output)
    case .printed(let volume):
      templates.print.render(context.printPage(volume), into: &output)
    case .runningText: output.append(runningText(plan.handbook.configuration.name))
    case .searchPage: templates.search.render(context.searchPage(), into: &output)
    case .titles(let number):
      templates.titles.render(context.titlesPage(number), into: &output)
    case .search(let file): output += search?.bytes(of: file) ?? []
    case .takenDown:
      templates.takenDown.render(context.takenDownPage(), into: &output)
    case .notFound: templates.notFound.render(context.notFoundPage(), into: &output)
    case .calendar(let scope): output += context.calendar(scope)
    case .atomFeed(let scope): output += context.feed(scope)?.atom ?? []
    case .jsonFeed: output += context.feed(.everything)?.json ?? []
    case .openData: output += context.openData()
    case .sitemap: output.append(plan.sitemap())
    case .robots: output.append(plan.robots())
    case .accent: output.append(plan.handbook.configuration.accent?.styleSheet ?? "")
    case .themeFile(let name): output.append(contentsOf: themeFiles[name] ?? [])
    case .asset: break
    }
    return context.shownTexts.entries
  }

  private func context(of page: RoutedPage) -> PageContext {
    let volume: PrintVolume? = if case .printed(let volume) = page.route { volume } else { nil }
    return PageContext(
      plan: plan, wordbook: wordbook, facts: facts, path: page.path, volume: volume)
  }

  private func render(
    _ kind: EntryKind, _ number: Int, _ context: PageContext, into output: inout [UInt8]
  ) {
    switch kind {
    case .member:
      templates.members.render(context.membersPage(plan.list(kind), number), into: &output)
    case .meeting: templates.meetings.render(context.meetingsPage(page: number), into: &output)
    case .post: templates.posts.render(context.indexPage(plan.list(kind), number), into: &output)
    case .resource:
      templates.resources.render(context.indexPage(plan.list(kind), number), into: &output)
    case .goal: templates.goals.render(context.goalsPage(number), into: &output)
    case .success:
      templates.successes.render(context.indexPage(plan.list(kind), number), into: &output)
    case .page: templates.pages.render(context.indexPage(plan.list(kind), number), into: &output)
    }
  }

  /// A narrowed index looks like the whole.
  private func render(
    _ facet: Facet, _ id: String, _ number: Int, _ context: PageContext,
    into output: inout [UInt8]
  ) {
    guard let choice = plan.overview.facets.choice(facet, id) else { return }
    let list = IndexedList(facet, choice)
    switch facet.kind {
    case .member: templates.members.render(context.membersPage(list, number), into: &output)
    case .post: templates.posts.render(context.indexPage(list, number), into: &output)
    case .success: templates.successes.render(context.indexPage(list, number), into: &output)
    default: templates.resources.render(context.indexPage(list, number), into: &output)
    }
  }

  private func render(
    series id: String, _ number: Int, _ context: PageContext, into output: inout [UInt8]
  ) {
    guard let series = plan.handbook.configuration.series(id) else { return }
    templates.series.render(context.seriesPage(series, page: number), into: &output)
  }

  private func render(year name: String, _ context: PageContext, into output: inout [UInt8]) {
    guard let record = plan.overview.years.record(name) else { return }
    templates.year.render(context.yearPage(record), into: &output)
  }

  private func render(_ index: EntryIndex, _ context: PageContext, into output: inout [UInt8]) {
    guard let entry = plan.handbook.entry(index) else { return }
    switch entry.fields {
    case .post(let post): templates.post.render(context.postPage(entry, post), into: &output)
    case .member(let member):
      templates.member.render(context.memberPage(entry, member), into: &output)
    case .meeting(let meeting):
      templates.meeting.render(context.meetingPage(entry, meeting), into: &output)
    case .resource(let resource):
      templates.resource.render(context.resourcePage(entry, resource), into: &output)
    case .goal(let goal): templates.goal.render(context.goalPage(entry, goal), into: &output)
    case .success(let success):
      templates.success.render(context.successPage(entry, success), into: &output)
    case .page(let page): templates.page.render(context.ownPage(entry, page), into: &output)
    }
  }

  private func render(
    redirectTo target: EntryIndex, _ context: PageContext, into output: inout [UInt8]
  ) {
    guard let entry = plan.handbook.entry(target) else { return }
    templates.redirect.render(context.redirectPage(to: entry), into: &output)
  }
}

// MARK: - Search

extension SiteRenderer {
  /// All pages, the files of the search among them once it is made.
  package var pages: [RoutedPage] { plan.pages + (search?.pages ?? []) }

  /// The words of a run of entries.
  package func searchPart(_ searched: SearchedEntries, _ run: Range<Int>) -> SearchPart {
    let context = PageContext(
      plan: plan, wordbook: wordbook, facts: facts, path: Addresses.search)
    return SearchPart(searched.entries[run], context)
  }

  /// The words that a search speaks with.
  package var searchWords: Words { wordbook.site }
}
