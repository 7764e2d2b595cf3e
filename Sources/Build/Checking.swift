import Community
import Dates
import Diagnostics
import Files
import Markup
import Scaffolding

extension SourceSite {
  /// All that is looked for in a settled site: the one list of its checks.
  ///
  /// Problems of one place are told in this order. What concerns one file alone is found when it is
  /// read, what concerns the files to publish when they are looked into (`CheckedAssets`), and what
  /// concerns addresses when the site is planned (`SitePlan`).
  ///
  /// - Parameters:
  ///   - details: What may be somebody's address or number, as the files were read.
  ///   - names: Where withheld names stand.
  func problems(
    on today: CalendarDate, details: [FoundDetail], names: [Diagnostic]
  ) async -> [Diagnostic] {
    let starters = await parallelMap(library.entries, StarterText.problem)
    let undisclosed = library.undisclosedValues(files.source)
    return links.diagnostics.withoutMentions(toldIn: names)
      + minutes.diagnostics
      + undisclosed
      + library.bareWithdrawals()
      + library.uncreditedPosts()
      + (starters + [StarterText.problem(in: library.configuration)]).compactMap(\.self)
      + library.findings(of: details)
      + library.staleConsents(on: today)
      + names.withoutNames(toldIn: undisclosed)
  }
}

/// Where withheld names stand in a site.
struct FoundNames {
  var diagnostics: [Diagnostic] = []
  /// The paths of the entries in which they stand.
  var entries: Set<String> = []
}

extension SourceSite {
  /// What an edit of an entry's running text can bring about beside what is found when its file is
  /// read: of that list, all that looks into texts.
  func problems(inTextOf index: EntryIndex, _ names: NameSearch?) -> [Diagnostic] {
    library.undisclosedValues(at: index, files.source)
      + [StarterText.problem(in: library[index])].compactMap(\.self)
      + (names?.findings(in: index, files.source) ?? [])
  }

  /// Looks for withheld names in all entries at once, and in the settings; `search` is `nil` where
  /// nobody's name is withheld.
  ///
  /// Entries are passed over of which `earlier` knows that no name stands in them.
  func withheldNames(_ search: NameSearch?, _ earlier: NameFreeFiles?) async -> FoundNames {
    guard let search else { return FoundNames() }
    let isFree = earlier?.stillFree(in: files)
    let inEntries = await parallelMap(Array(library.indices)) { [library, files] index in
      isFree?(library[index]) == true ? [] : search.findings(in: index, files.source)
    }
    var found = FoundNames()
    for (entry, problems) in zip(library.entries, inEntries) where !problems.isEmpty {
      found.entries.insert(entry.source)
    }
    found.diagnostics = inEntries.flatMap(\.self) + search.findingsBesideEntries(files.source)
    return found
  }
}
