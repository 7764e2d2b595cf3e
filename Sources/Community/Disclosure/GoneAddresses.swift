package import Diagnostics
import Files
import Markup

/// Addresses of entries that are not shown: nobody is asked to keep them.
package struct GoneAddresses: Hashable, Sendable {
  /// The ids of entries that were taken down, their old ids included.
  package let ids: Set<EntryID>
  /// The ids of all entries that these readers do not see, such as drafts, old ids included.
  package let hidden: Set<EntryID>
  /// Whole old addresses of those, as the files that stood there.
  package let hiddenPaths: Set<String>
  /// Those whose address says that the page was taken down.
  package let notices: [EntryID]
}

extension Projection {
  func goneAddresses() -> GoneAddresses {
    let hidden = library.indices.filter { !disclosure.shows(library[$0]) }
    let takenDown = hidden.filter { library[$0].common.takenDown != nil }
    return GoneAddresses(
      ids: Set(takenDown.flatMap { library[$0].addresses }),
      hidden: Set(hidden.flatMap { library[$0].addresses }),
      hiddenPaths: Set(
        hidden.flatMap { library[$0].common.oldPaths.map(\.value.file.description) }),
      notices: notices(for: takenDown))
  }

  /// The ids whose pages say that they were taken down.
  ///
  /// Only what a reader could have seen has such a page, and only where its address names nobody who
  /// is withheld.
  private func notices(for takenDown: [EntryIndex]) -> [EntryID] {
    let asked = takenDown.filter { index in
      let common = library[index].common
      return common.hasTakenDownNotice && !library[index].id.kind.isPerson && !common.isDraft
        && disclosure.audience.includes(common.audience)
    }
    guard !asked.isEmpty else { return [] }
    let names = WithheldNames(library)
    return asked.map { library[$0].id }.filter { names.names(inFileName: $0.name).isEmpty }
  }
}

extension Entry {
  /// Its id, and the old ones.
  fileprivate var addresses: [EntryID] {
    [id] + common.aliases.map { EntryID(id.kind, $0.value) }
  }
}

extension Library {
  /// The problems without the errors and privacy findings of entries that were taken down: nothing
  /// of them is published, so none may keep the rest of the site from it.
  package func withoutProblemsOfTakenDown(_ problems: [Diagnostic]) -> [Diagnostic] {
    let takenDown = Set(entries.filter { $0.common.takenDown != nil }.map(\.source))
    guard !takenDown.isEmpty else { return problems }
    return problems.filter { problem in
      // What the source itself tells everybody is told, whatever the site shows.
      !problem.severity.isBlocking || problem.id.rawValue.hasPrefix("undisclosed-")
        || !takenDown.contains(problem.location?.path ?? "")
    }
  }
}
