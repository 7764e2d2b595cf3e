import Community
import Files
import Markup
import Records
import Site

/// What of the last build would come out of this one as it was, where an edit has changed nothing
/// but running text: all that is made from other texts.
///
/// Pages stand by the texts that each shows, the words of the search by the entries in which they
/// were counted. What else a page is made from is not noted page by page, so nothing has to be kept
/// true as pages change: where any of that has changed, nothing stands.
struct StandingSite: Sendable {
  fileprivate let made: MadeSite
  /// The entries whose files are not as they were, as positions in the library.
  fileprivate let edited: Set<Int>

  /// The texts that a page shows which stands; `nil` of one that is to be made.
  func texts(of page: RelativePath) -> [Int]? {
    guard let shown = made.texts[page], edited.isDisjoint(with: shown) else { return nil }
    return shown
  }

  /// Where the words of a run of entries are kept; `nil` where they are to be counted.
  func words(ofRun number: Int, _ entries: [EntryIndex]) -> RecordPlace? {
    guard made.words.indices.contains(number), edited.isDisjoint(with: entries.map(\.position))
    else { return nil }
    return made.words[number]
  }

  /// Where the words of all runs are kept.
  var wordPlaces: [RecordPlace] { made.words }

  /// Whether a file holds the words of all runs, as it was left and most of it still used.
  func isKept(in records: RecordFile) -> Bool {
    made.wordsStamp != nil && made.wordsStamp == records.stamp
      && records.isWorthKeeping(for: made.words)
  }
}

extension BuildCache {
  /// What need not be made; `nil` where all must.
  func standingSite(
    of inspection: Inspection, after last: LastBuild?, _ surface: Fingerprint?, in output: String
  ) -> StandingSite? {
    guard let last, let surface, let library = inspection.source?.library,
      let made: MadeSite = kept(Self.made, of: output), made.surface == surface,
      made.manifest == last.outputs.manifest
    else { return nil }
    let edited = library.indices.filter { index in
      guard let path = try? RelativePath(library[index].source) else { return true }
      return last.inputs[path] == nil || last.inputs[path] != inspection.files.stamps?[path]
    }
    // A record that came with a checkout knows no file by its stamp.
    guard edited.count < library.entries.count else { return nil }
    return StandingSite(made: made, edited: Set(edited.map(\.position)))
  }

  static let made = "made"

  /// The fingerprint of all that pages are made from but the texts that they show; `nil` where it
  /// can't be told from the files' stamps.
  func surface(of inspection: Inspection, _ settings: BuildSettings) async -> Fingerprint? {
    guard let library = inspection.source?.library, let stamps = inspection.files.stamps
    else { return nil }
    var others = stamps
    for entry in library.entries {
      if let path = try? RelativePath(entry.source) { others[path] = nil }
    }
    guard others.values.allSatisfy({ $0.isSettled(at: inspection.files.listedAt) })
    else { return nil }
    var record = RecordWriter()
    fingerprint(of: settings).encode(to: &record)
    for (path, stamp) in others.sorted(by: { $0.key < $1.key }) {
      path.encode(to: &record)
      stamp.encode(to: &record)
    }
    for surface in await parallelMap(library.entries, \.surface) { surface.encode(to: &record) }
    return Fingerprint(record.bytes)
  }
}
