package import Diagnostics
import Markup

/// The addresses that nobody may ask back: of entries that were taken down.
package struct GoneAddresses: Hashable, Sendable {
  /// The ids of entries that were taken down, their old ids included.
  package let ids: Set<EntryID>
  /// Those whose address says that the page was taken down.
  package let notices: [EntryID]

  package static let none = GoneAddresses(ids: [], notices: [])
}

extension Projection {
  func goneAddresses() -> GoneAddresses {
    let takenDown = library.indices.filter { library[$0].common.takenDown != nil }
    guard !takenDown.isEmpty else { return .none }
    var ids: Set<EntryID> = []
    for index in takenDown {
      let entry = library[index]
      ids.insert(entry.id)
      for alias in entry.common.aliases { ids.insert(EntryID(entry.id.kind, alias.value)) }
    }
    return GoneAddresses(ids: ids, notices: notices(for: Array(takenDown)))
  }

  /// Only for what a reader could have seen, and where the address itself names nobody withheld.
  private func notices(for takenDown: [EntryIndex]) -> [EntryID] {
    let asked = takenDown.filter { index in
      let common = library[index].common
      return common.hasTakenDownNotice && library[index].id.kind != .member && !common.isDraft
        && disclosure.audience.includes(common.audience)
    }
    guard !asked.isEmpty else { return [] }
    let names = WithheldNames(library)
    return asked.map { library[$0].id }.filter { names.names(inFileName: $0.name).isEmpty }
  }
}

extension Library {
  /// The problems without the errors and privacy findings of entries that were taken down: nothing
  /// of them is published, so none may keep the rest of the site from it.
  package func withoutProblemsOfTakenDown(_ problems: [Diagnostic]) -> [Diagnostic] {
    let takenDown = Set(entries.filter { $0.common.takenDown != nil }.map(\.source))
    guard !takenDown.isEmpty else { return problems }
    return problems.filter { problem in
      !problem.severity.isBlocking || !takenDown.contains(problem.location?.path ?? "")
    }
  }
}
