import Community
import Diagnostics
import Markup
import Text

extension Holdings {
  /// Tags that are likely meant to be one.
  func similarTags() -> Account.Section {
    let found = problems.filter { $0.id == "near-duplicate-tag" }
    return Account.Section(
      "similar_tags", "Tags that look alike", empty: "No two tags look alike.",
      found.map { problem in
        Account.Item(
          problem.summary, details: problem.hints, at: problem.location,
          facts: [
            "text": .text(problem.summary), "path": JSON(problem.location?.path),
            "line": JSON(problem.location?.line),
          ])
      })
  }

  /// Pictures in texts that somebody who cannot see them learns nothing of.
  func picturesWithoutWords() -> Account.Section {
    let found = library.entries.flatMap { entry in
      entry.body.images.filter(\.alternative.isEmpty).map { image in
        let place = entry.location(image.span)
        return Account.Item(
          image.path, details: ["write what it shows between the brackets: ![…]"], at: place,
          facts: [
            "picture": .text(image.path), "path": .text(place.path), "line": .number(place.line),
          ])
      }
    }
    return Account.Section(
      "pictures_without_words", "Pictures without words",
      empty: "Every picture in a text is described.", found)
  }

  /// Entries that no other leads to, except those of kinds that have lists of their own.
  func unlinkedEntries() -> Account.Section {
    let reached = reachedEntries()
    let lonely = library.indices.filter { index in
      let entry = library[index]
      return !reached.contains(index) && !entry.common.isDraft
        && !entry.id.kind.hasOwnList
    }
    return Account.Section(
      "unlinked", "Entries that nothing leads to",
      empty: "Everything is linked to from somewhere.",
      lonely.map { index in
        let entry = library[index]
        return Account.Item(
          entry.workingTitle, at: entry.place,
          facts: [
            "entry": .text(entry.id.description), "title": .text(entry.workingTitle),
            "path": .text(entry.source),
          ])
      })
  }

  /// What a link, a field, the navigation or the words on joining lead to; a page of a year, which
  /// that year's report shows; and the page on privacy, which every page leads to.
  private func reachedEntries() -> Set<EntryIndex> {
    var reached: Set<EntryIndex> = []
    for index in library.indices {
      if !links.incoming[index.position].isEmpty { reached.insert(index) }
      if library[index].fields.page?.year != nil { reached.insert(index) }
      if library[index].id == EntryID(.page, "privacy") { reached.insert(index) }
      reached.formUnion(library[index].references.compactMap(\.target))
    }
    reached.formUnion(library.configuration.navigation.compactMap(\.target))
    for case .entry(let index, _) in links.join?.targets ?? [] { reached.insert(index) }
    return reached
  }
}

extension EntryKind {
  /// Whether readers come to an entry by a list: to a person by the name, to a meeting by the day.
  fileprivate var hasOwnList: Bool {
    switch self {
    case .member, .meeting: true
    case .post, .resource, .goal, .success, .page: false
    }
  }
}
