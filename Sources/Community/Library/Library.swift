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
  /// Brings together what was settled of every entry of a draft, in its order.
  package static func settle(
    _ draft: LibraryDraft, _ settled: [LibraryDraft.SettledEntry], assets: [ContentFolder.Asset],
    vocabulary: Vocabulary, join: Entry?
  ) -> Diagnosed<Library> {
    var hints = HintAllowance()
    let ofEntries = settled.flatMap { entry in
      entry.unsettled.map { $0.told(draft.names, &hints) } + entry.diagnostics
    }
    let entries = settled.map(\.entry)
    let tags = TagIndex(entries, vocabulary: vocabulary)
    let library = Library(
      configuration: draft.configuration, vocabulary: vocabulary, entries: entries,
      assets: assets, names: draft.names, tags: tags, join: join)
    return Diagnosed(library, draft.diagnostics + ofEntries + tags.diagnostics)
  }
}

extension Entry {
  /// What the entry is called before any disclosure: its title, its name, its first heading, its id.
  package var workingTitle: String {
    if case .member(let member) = fields, let name = member.name { return name.value }
    if let title = common.title { return title.value }
    if let range = body.title { return body.prose.string(range) }
    return id.name
  }
}
