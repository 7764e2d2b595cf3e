import Community
import Markup

extension PageContext {
  /// The index of a kind other than members and meetings.
  func indexPage(_ kind: EntryKind, page number: Int) -> IndexView {
    IndexView(site: site(), page: indexFrame(kind, number), listing: listing(kind, number))
  }

  func membersPage(page number: Int) -> MembersView {
    let unlisted = handbook.unlistedMembers
    return MembersView(
      site: site(), page: indexFrame(.member, number), listing: listing(.member, number),
      unlisted: unlisted > 0 ? words.count("members_unlisted", unlisted) : nil)
  }

  func meetingsPage(page number: Int) -> MeetingsView {
    var view = MeetingsView(
      site: site(), page: indexFrame(.meeting, number), listing: listing(.meeting, number))
    view.listing.links = registerLinks()
    if number == 1 {
      view.upcoming = plan.overview.all(.meeting).filter(plan.overview.isUpcoming).reversed().map(
        card)
      view.series = seriesCards()
      view.calendar = calendarLink(.everything, words("calendar_all"))
    }
    return view
  }

  private func indexFrame(_ kind: EntryKind, _ number: Int) -> PageView {
    let isMembers = kind == .member && handbook.configuration.indexing != .all
    return page(words("kinds_\(kind.rawValue)"), isHidden: isMembers)
  }

  private func listing(_ kind: EntryKind, _ number: Int) -> ListingView {
    let listed = plan.overview.listed(kind)
    let shown = page(number, of: listed)
    let groups = groups(kind, shown)
    return ListingView(
      links: number == 1 ? contributions(to: kind) : [], groups: groups,
      isLettered: kind == .member && groups.contains { $0.anchor.hasPrefix("letter-") },
      pagination: pagination(number, of: listed.count) { Addresses.index(kind, page: $0) })
  }

  /// The part of a list that a page of it shows.
  func page<Item>(_ number: Int, of items: [Item]) -> ArraySlice<Item> {
    items.dropFirst((number - 1) * SitePlan.pageLength).prefix(SitePlan.pageLength)
  }

  func pagination(_ number: Int, of count: Int, path: (Int) -> String) -> PaginationView? {
    let pages = pageNumbers(of: count)
    guard pages.count > 1 else { return nil }
    func link(_ page: Int, _ title: String) -> LinkView? {
      pages.contains(page)
        ? LinkView(title: title, address: address(path(page).percentEncodedPath)) : nil
    }
    return PaginationView(
      text: words("page_of", ["current": "\(number)", "total": "\(pages.count)"]),
      previous: link(number - 1, words("previous")), next: link(number + 1, words("next")),
      pages: pages.map { page in
        NavigationLinkView(
          title: "\(page)", address: address(path(page).percentEncodedPath),
          current: page == number ? "page" : nil)
      })
  }
}

// MARK: - Groups

extension PageContext {
  private func groups(_ kind: EntryKind, _ entries: ArraySlice<PublishedEntry>) -> [GroupView] {
    switch kind {
    case .post, .success, .meeting: byYear(entries)
    case .member: directory(entries)
    case .resource:
      Resource.Kind.allCases.compactMap { kind in
        group(
          "kind-\(kind.rawValue)", words("resource_kinds_\(underscored(kind.rawValue))"),
          entries.filter { $0.resource?.kind == kind })
      }
    case .goal:
      Goal.Status.inOrder.compactMap { status in
        group(
          "status-\(status.rawValue)", words("goal_status_\(status.rawValue)"),
          entries.filter { $0.goal?.status == status })
      }
    case .page: [listed("pages-all", words("kinds_page"), Array(entries))].compactMap(\.self)
    }
  }

  private func byYear(_ entries: ArraySlice<PublishedEntry>) -> [GroupView] {
    runs(of: entries) { $0.date?.year }.compactMap { year, entries in
      let title = year.map { "\($0)" } ?? words("undated")
      return listed("year-\(year.map { "\($0)" } ?? "undated")", title, entries)
    }
  }

  /// Few members stand in one group, many by their first letter; former ones apart.
  private func directory(_ entries: ArraySlice<PublishedEntry>) -> [GroupView] {
    let former = entries.filter { $0.member?.status == .former }
    let active = entries.filter { $0.member?.status != .former }
    let isLong = plan.overview.all(.member).count >= 30
    let groups =
      isLong
      ? runs(of: active[...]) { initial(of: $0.title) }.compactMap { letter, entries in
        letterGroup(letter, entries)
      }
      : [listed("members-active", words("members_all"), active)].compactMap(\.self)
    return groups + [listed("members-former", words("members_former"), former)].compactMap(\.self)
  }

  private func letterGroup(_ letter: String, _ entries: [PublishedEntry]) -> GroupView {
    GroupView(
      title: letterTitle(letter), anchor: "letter-\(letter)", count: nil, cards: entries.map(card))
  }

  func letterTitle(_ letter: String) -> String {
    letter == "0-9" ? words("letter_other") : letter.uppercased()
  }

  private func listed(_ anchor: String, _ title: String, _ entries: [PublishedEntry]) -> GroupView?
  {
    guard !entries.isEmpty else { return nil }
    return GroupView(
      title: title, anchor: anchor, count: "\(entries.count)", cards: entries.map(card))
  }
}

/// Neighbours that share a key, together.
func runs<Item, Key: Equatable>(of items: ArraySlice<Item>, key: (Item) -> Key) -> [(Key, [Item])] {
  var runs: [(Key, [Item])] = []
  for item in items {
    let itemKey = key(item)
    if let last = runs.last, last.0 == itemKey {
      runs[runs.count - 1].1.append(item)
    } else {
      runs.append((itemKey, [item]))
    }
  }
  return runs
}

/// The letter under which a title is filed; `0-9` for all that begins with no letter.
func initial(of title: String) -> String {
  guard let first = title.sortingKey.unicodeScalars.first, first.properties.isAlphabetic else {
    return "0-9"
  }
  return String(first)
}

// MARK: - Series

extension PageContext {
  private func seriesCards() -> [SeriesView] {
    let all = handbook.configuration.series
    let (ended, going) = (
      all.filter { $0.hasEnded(by: handbook.today) },
      all.filter { !$0.hasEnded(by: handbook.today) }
    )
    return (going + ended).map(seriesCard)
  }

  private func seriesCard(_ series: Configuration.Series) -> SeriesView {
    let meetings = plan.overview.meetingsOfSeries[series.id] ?? []
    let coming = meetings.first { plan.overview.isUpcoming($0) && $0.meeting?.status == nil }
    let latest = meetings.last { !plan.overview.isUpcoming($0) }
    return SeriesView(
      anchor: "series-\(series.id)", title: series.title, summary: series.summary,
      rhythm: series.hasEnded(by: handbook.today)
        ? words("series_ended") : series.rhythm.map(words.rhythm),
      count: words.count("count_meeting", meetings.count), next: coming.flatMap(dateLink),
      latest: latest.flatMap(dateLink),
      calendar: calendarLink(
        .series(series.id), words("calendar_series", ["series": series.title])))
  }

  private func dateLink(_ meeting: PublishedEntry) -> LinkView? {
    meeting.date.map {
      LinkView(title: words.shortDate($0).text, address: address(of: meeting.index))
    }
  }
}

extension Configuration.Series {
  fileprivate func hasEnded(by day: CalendarDate) -> Bool { ended.map { $0 <= day } ?? false }
}
