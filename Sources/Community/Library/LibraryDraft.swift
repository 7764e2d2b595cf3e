import Diagnostics
import Markup

/// What was read file by file, with one entry for each id, before each is settled.
///
/// An entry is settled alone, so all cores can do it.
package struct LibraryDraft: Sendable {
  private let entries: [Entry]
  let names: NameIndex
  /// Its own references are settled.
  let configuration: Configuration
  let diagnostics: [Diagnostic]

  /// An entry that is settled.
  package struct SettledEntry: Sendable {
    let entry: Entry
    /// Its references that lead nowhere.
    let unsettled: [UnsettledReference]
    let diagnostics: [Diagnostic]
  }

  /// `unread` are the entries whose files could not be read: a reference to one of them is not
  /// reported a second time.
  package init(_ read: consuming [Entry], unread: Set<EntryID>, configuration: Configuration) {
    var diagnostics: [Diagnostic] = []
    entries = unique(read.sorted { ($0.id, $0.source) < ($1.id, $1.source) }, &diagnostics)
    names = NameIndex(entries, unread: unread)
    diagnostics += names.aliasProblems(entries) + entries.repeatedUIDs
    var configuration = configuration
    diagnostics += configuration.settleReferences(names)
    self.configuration = configuration
    self.diagnostics = diagnostics
  }

  package var indices: some Sequence<EntryIndex> { entries.indices.lazy.map(EntryIndex.init) }

  package func settled(_ index: EntryIndex) -> SettledEntry {
    var entry = entries[index.position]
    let unsettled = entry.settleReferences(names)
    let diagnostics = entry.checkWords(configuration) + entry.checkClocks(configuration)
    entry.inheritGoals(of: configuration)
    return SettledEntry(entry: entry, unsettled: unsettled, diagnostics: diagnostics)
  }
}

/// The first of several entries with one id, the others reported.
private func unique(_ sorted: [Entry], _ diagnostics: inout [Diagnostic]) -> [Entry] {
  var kept: [Entry] = []
  for entry in sorted {
    if let first = kept.last, first.id == entry.id {
      diagnostics.append(.duplicateID(entry, first: first))
    } else {
      kept.append(entry)
    }
  }
  return kept
}

extension Entry {
  /// Gives a meeting that names no goals those of its series.
  fileprivate mutating func inheritGoals(of configuration: Configuration) {
    guard case .meeting(let meeting) = fields, common.goals.isEmpty,
      let series = meeting.series.flatMap({ configuration.series($0.value) })
    else { return }
    common.goals = series.goals
  }
}

extension Diagnostic {
  fileprivate static func duplicateID(_ entry: Entry, first: Entry) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-id", at: SourceLocation(path: entry.source),
      "the id '\(entry.id.name)' is taken by \(first.source)",
      because: "Subfolders sort files, not addresses: both would be \(entry.id).html.",
      hints: ["rename one of the two files"])
  }
}
