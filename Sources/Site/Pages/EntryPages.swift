import Community
import Dates
import Markup
import Templates

extension PageContext {
  /// What the page of an entry of any kind shows.
  ///
  /// `related` are the groups that only its kind has.
  func entryView(_ entry: PublishedEntry, related: [GroupView]) -> EntryView {
    let updated = entry.common.updated?.value
    let backlinks = backlinks(to: entry)
    return EntryView(
      title: entry.title, summary: entry.common.summary?.value, language: language(entry.language),
      date: entry.date.map(words.longDate),
      updated: updated.flatMap { day in
        entry.date.map { $0 < day } ?? true ? words.longDate(day) : nil
      },
      notices: notices(entry), translations: translations(entry), image: image(entry.image),
      outline: outline(of: entry),
      body: explained(html(self.body(of: entry), of: entry), of: entry),
      goals: links(entry.common.goals),
      tags: entry.tags.map(link), register: register(of: entry), related: related,
      backlinks: backlinks, moreBacklinks: more(backlinks.count, than: Fold.backlinks),
      neighbours: neighbours(entry), extra: OpenValue(entry.common.extra))
  }

  /// The frame of an entry's page.
  func page(_ entry: PublishedEntry) -> PageView {
    let isMember = entry.kind.isPerson && handbook.configuration.indexing != .all
    var frame = page(
      entry.title, description: entry.summary,
      below: [index(entry.kind)],
      isHidden: entry.common.isHiddenFromSearchEngines || isMember,
      feed: entry.kind == .goal ? .goal(entry.index) : nil, of: entry)
    frame.suggest = suggestion(for: entry)
    return frame
  }

  /// `and 12 more`, where a list is longer than what is seen of it.
  private func more(_ count: Int, than shown: Int) -> String? {
    count > shown ? words.count(.needMore, count - shown) : nil
  }

  /// Headings of the second level, where there is more than one to choose among.
  func outline(of entry: PublishedEntry) -> [HeadingView] {
    let headings = body(of: entry).headings.filter { $0.level == 2 }
    guard headings.count >= 2 else { return [] }
    return headings.map {
      HeadingView(title: text($0.title, of: entry), anchor: anchorPrefix + $0.anchor)
    }
  }

  private func neighbours(_ entry: PublishedEntry) -> NeighboursView? {
    guard let found = plan.overview.neighbours(of: entry.index),
      found.previous != nil || found.next != nil
    else { return nil }
    let series = found.series.flatMap { handbook.configuration.series($0)?.title }
    return NeighboursView(
      label: series ?? words(entry.kind.plural),
      previous: found.previous.flatMap(handbook.entry).map(link),
      next: found.next.flatMap(handbook.entry).map(link))
  }

  /// The same entry in other languages.
  ///
  /// They are the entry that it translates, and all that translate either of the two.
  private func translations(_ entry: PublishedEntry) -> [TranslationView] {
    let original = handbook.entry(entry.common.translationOf)
    let root = original ?? entry
    let others = handbook.connections(to: root.index).filter { $0.relation == .translationOf }
      .compactMap { handbook.entry($0.from) }
    return ([original].compactMap(\.self) + others).filter { $0.index != entry.index }.map {
      other in
      let language = languageView(other.language)
      return TranslationView(
        title: words.translation(
          language: wordbook.languageName(other.language), title: other.title),
        address: address(of: other.index) ?? "", code: language.code,
        direction: language.direction)
    }
  }
}

// MARK: - Notices

extension PageContext {
  func notices(_ entry: PublishedEntry) -> [NoticeView] {
    var notices: [NoticeView] = []
    if entry.common.isDraft {
      notices.append(NoticeView(kind: "warning", text: words(.noticeDraft)))
    }
    if entry.common.audience == .members {
      notices.append(NoticeView(kind: "important", text: words(.noticeMembers)))
    }
    if let due = overdueReview(of: entry) {
      let date = words.longDate(due).text
      notices.append(
        NoticeView(kind: "caution", text: words.noticeReviewDue(date: date)))
    }
    return notices + noticesOfKind(entry)
  }

  /// The day by which an entry was to be looked at again, once it is past.
  func overdueReview(of entry: PublishedEntry) -> CalendarDate? {
    entry.common.reviewBy.flatMap { $0 < handbook.today ? $0 : nil }
  }

  func notices(_ status: Resource.Status) -> [NoticeView] {
    switch status {
    case .withdrawn: [NoticeView(kind: "warning", text: words(.noticeWithdrawn))]
    case .review: [NoticeView(kind: "note", text: words(.noticeUnderReview))]
    case .current: []
    }
  }

  /// Whether a goal was given up, or is meant to be reached by now: said once, and calmly.
  func notices(_ goal: Goal) -> [NoticeView] {
    switch goal.status {
    case .dropped:
      let day = goal.closed.map { words.longDate($0).text }
      let text = day.map { words.noticeGoalDroppedOn(date: $0) } ?? words(.noticeGoalDropped)
      return [NoticeView(kind: "note", text: text)]
    case .active:
      guard let due = goal.due, due < handbook.today else { return [] }
      let day = words.longDate(due).text
      return [NoticeView(kind: "note", text: words.noticeGoalPastDue(date: day))]
    case .proposed, .achieved, .paused: return []
    }
  }

  func notices(_ status: Meeting.Status?) -> [NoticeView] {
    switch status {
    case .cancelled: [NoticeView(kind: "warning", text: words(.noticeCancelled))]
    case .postponed: [NoticeView(kind: "warning", text: words(.noticePostponed))]
    case .planned, .held, nil: []
    }
  }
}

// MARK: - Groups

extension PageContext {
  /// Some entries under a heading; `nil` where there are none.
  func group(_ key: String, _ title: String, _ entries: [PublishedEntry]) -> GroupView? {
    guard !entries.isEmpty else { return nil }
    return GroupView(
      title: title, anchor: "related-\(key)", count: "\(entries.count)", cards: entries.map(card),
      more: more(entries.count, than: Fold.cards))
  }

  /// The entries that refer to one in some way, newest first, each once.
  func entries(
    referringTo entry: PublishedEntry, as relations: Set<Relation>, kind: EntryKind? = nil
  )
    -> [PublishedEntry]
  {
    var seen: Set<EntryIndex> = []
    return handbook.connections(to: entry.index)
      .filter { relations.contains($0.relation) && seen.insert($0.from).inserted }
      .compactMap { handbook.entry($0.from) }
      .filter { kind == nil || $0.kind == kind }
      .sorted(by: isNewer)
  }
}

extension OpenValue {
  /// What stands below `extra:` in the front matter.
  fileprivate init(_ value: FieldValue?) {
    switch value?.content {
    case .text(let text, _): self = .text(text)
    case .list(let items): self = .list(items.map { OpenValue($0) })
    case .map(let map):
      self = .map(
        Dictionary(
          map.fields.map { ($0.key, OpenValue($0.value)) }, uniquingKeysWith: { first, _ in first })
      )
    case .empty, nil: self = .nothing
    }
  }
}
