import Community
import Dates
import Markup

extension PageContext {
  /// The groups in which an index shows a page of its list.
  func groups(_ list: IndexedList, _ entries: ArraySlice<PublishedEntry>) -> [GroupView] {
    switch list.kind.presentation.grouping {
    case .byYear: byYear(entries)
    case .byPerson: directory(entries, isLong: list.entries.count >= 30)
    case .bySort:
      Resource.Kind.allCases.compactMap { kind in
        group(
          "kind-\(kind.rawValue)", words(kind.plural),
          entries.filter { $0.resource?.kind == kind })
      }
    case .byStatus:
      Goal.Status.inOrder.compactMap { status in
        group(
          "status-\(status.rawValue)", words(status.word),
          entries.filter { $0.goal?.status == status })
      }
    case .together:
      [
        listed(
          "\(list.kind.folder)-all", words(.pagesAll), Array(entries))
      ].compactMap(\.self)
    }
  }

  func byYear(_ entries: ArraySlice<PublishedEntry>) -> [GroupView] {
    runs(of: entries) { $0.date?.year }.compactMap { year, entries in
      let title = year.map { "\($0)" } ?? words(.undated)
      return listed("year-\(year.map { "\($0)" } ?? "undated")", title, entries)
    }
  }

  /// Groups of members: one where they are few, else one for each first letter.
  ///
  /// Former members have a group of their own.
  private func directory(_ entries: ArraySlice<PublishedEntry>, isLong: Bool) -> [GroupView] {
    let former = entries.filter { $0.member?.status == .former }
    let active = entries.filter { $0.member?.status != .former }
    let groups =
      isLong
      ? runs(of: active[...]) { plan.overview.alphabet.initial(of: $0.title) }.compactMap {
        letter, entries in
        letterGroup(letter, entries)
      }
      : [listed("members-active", words(.membersAll), active)].compactMap(\.self)
    return groups + [listed("members-former", words(.membersFormer), former)].compactMap(\.self)
  }

  private func letterGroup(_ letter: String, _ entries: [PublishedEntry]) -> GroupView {
    GroupView(
      title: letterTitle(letter), anchor: "letter-\(letter)", count: nil, cards: entries.map(card))
  }

  func letterTitle(_ letter: String) -> String {
    letter == "0-9" ? words(.letterOther) : letter.prefix(1).uppercased() + letter.dropFirst()
  }

  private func listed(_ anchor: String, _ title: String, _ entries: [PublishedEntry]) -> GroupView?
  {
    guard !entries.isEmpty else { return nil }
    return GroupView(
      title: title, anchor: anchor, count: "\(entries.count)", cards: entries.map(card))
  }
}

/// Cuts a list wherever the key changes.
func runs<Item, Key: Equatable>(of items: ArraySlice<Item>, key: (Item) -> Key) -> [(Key, [Item])] {
  var runs: [(Key, [Item])] = []
  for item in items {
    let itemKey = key(item)
    // A name for the last run would hold its items, and each would copy them all.
    if runs.last?.0 == itemKey {
      runs[runs.count - 1].1.append(item)
    } else {
      runs.append((itemKey, [item]))
    }
  }
  return runs
}
