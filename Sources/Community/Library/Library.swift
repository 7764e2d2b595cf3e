package import Diagnostics
import Files
package import Markup

/// Everything that the community keeps, settled: ids are unique, references lead somewhere, words
/// of `handbook.yml` and `tags.yml` are known.
///
/// It holds what members have not agreed to show, too. Nothing that renders sees a library: it sees
/// the `Handbook` that `Disclosure` makes of it. A class, all of it constant: whatever looks into
/// an entry holds it.
package final class Library: Sendable {
  package let configuration: Configuration
  package let vocabulary: Vocabulary
  /// Sorted by id; a `EntryIndex` is a position here.
  package let entries: [Entry]
  package let assets: [ContentFolder.Asset]
  /// What entries are called, to find them by.
  package let names: NameIndex
  /// The tags of each entry, in the order written, each once.
  package let tags: TagIndex
  /// The words on how to join, from `handbook.yml`, read as if they were an entry's.
  package let join: Entry?

  private init(
    configuration: Configuration, vocabulary: Vocabulary, entries: [Entry],
    assets: [ContentFolder.Asset], names: NameIndex, tags: TagIndex, join: Entry?
  ) {
    self.configuration = configuration
    self.vocabulary = vocabulary
    self.entries = entries
    self.assets = assets
    self.names = names
    self.tags = tags
    self.join = join
  }

  package subscript(index: EntryIndex) -> Entry { entries[index.position] }

  /// The languages that entries say they are in.
  package var languages: Set<String> { Set(entries.compactMap { $0.common.language?.value }) }

  package var indices: some Sequence<EntryIndex> { entries.indices.lazy.map(EntryIndex.init) }
}

extension Library {
  /// The same with other bodies of some entries, whose surfaces are as they were.
  package func exchanging(_ bodies: [EntryIndex: Body]) -> Library {
    var entries = entries
    for (index, body) in bodies {
      entries[index.position] = entries[index.position].exchanging(body)
    }
    return Library(
      configuration: configuration, vocabulary: vocabulary, entries: entries, assets: assets,
      names: names, tags: tags, join: join)
  }
}

extension Library {
  /// Settles what was read file by file.
  ///
  /// `unread` are the entries whose files could not be read: a reference to one of them is not
  /// reported a second time.
  package static func settle(
    _ read: consuming [Entry], unread: Set<EntryID>, assets: [ContentFolder.Asset],
    configuration: Configuration, vocabulary: Vocabulary, join: Entry?
  ) -> Diagnosed<Library> {
    var diagnostics: [Diagnostic] = []
    var entries = unique(read.sorted { ($0.id, $0.source) < ($1.id, $1.source) }, &diagnostics)
    let names = NameIndex(entries, unread: unread)
    diagnostics += names.aliasProblems(entries) + entries.repeatedUIDs
    var hints = HintAllowance()
    for position in entries.indices {
      diagnostics += entries[position].settleReferences(names, &hints)
      diagnostics += entries[position].checkWords(configuration)
      diagnostics += entries[position].checkClocks(configuration)
    }
    var configuration = configuration
    diagnostics += configuration.settleReferences(names)
    for position in entries.indices { entries[position].inheritGoals(of: configuration) }
    let tags = TagIndex(entries, vocabulary: vocabulary)
    diagnostics += tags.diagnostics
    let library = Library(
      configuration: configuration, vocabulary: vocabulary, entries: entries, assets: assets,
      names: names, tags: tags, join: join)
    return Diagnosed(library, diagnostics)
  }

  /// The first of several entries with one id, the others reported.
  private static func unique(_ sorted: [Entry], _ diagnostics: inout [Diagnostic]) -> [Entry] {
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
}

extension Entry {
  /// Gives a meeting that names no goals those of its series.
  fileprivate mutating func inheritGoals(of configuration: Configuration) {
    guard case .meeting(let meeting) = fields, common.goals.isEmpty,
      let series = meeting.series.flatMap({ configuration.series($0.value) })
    else { return }
    common.goals = series.goals
  }

  /// What the entry is called before any disclosure: its title, its name, its first heading, its id.
  package var workingTitle: String {
    if case .member(let member) = fields, let name = member.name { return name.value }
    if let title = common.title { return title.value }
    if let range = body.title { return body.prose.string(range) }
    return id.name
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
