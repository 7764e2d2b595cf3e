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
  ) -> [Diagnostic] {
    let undisclosed = library.undisclosedValues(files.source)
    return links.diagnostics.withoutMentions(toldIn: names)
      + minutes.diagnostics
      + undisclosed
      + library.bareWithdrawals()
      + library.uncreditedPosts()
      + StarterText.problems(in: library)
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
  /// Looks for withheld names in all entries at once, and in the settings.
  ///
  /// Entries are passed over of which `earlier` knows that no name stands in them.
  func withheldNames(_ earlier: NameFreeFiles?) async -> FoundNames {
    guard let search = NameSearch(library) else { return FoundNames() }
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
