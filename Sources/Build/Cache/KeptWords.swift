import Community
import Files
import Site

/// The words of the search as earlier builds counted them, and where this build keeps those that it
/// counts: one record for each run of entries, so that an edit counts only its own run.
struct KeptWords: Sendable {
  fileprivate let records: RecordFile
  /// `nil` where all are to be counted.
  fileprivate let standing: StandingSite?

  /// The stamp of the file that they are in.
  var stamp: FileStamp? { records.stamp }

  /// The words of a run, taken from those kept or else counted, and where they are kept now.
  func part(
    _ number: Int, of entries: [EntryIndex], counting count: () -> SearchPart
  ) -> (SearchPart, RecordPlace?) {
    if let place = standing?.words(ofRun: number, entries),
      let part: SearchPart = records.kept(at: place)
    {
      return (part, place)
    }
    let part = count()
    return (part, records.add(part))
  }

  /// Erases the words of runs that were counted again: they may be of somebody who has left.
  func eraseAll(but kept: [RecordPlace]) {
    records.erase(standing?.wordPlaces ?? [], but: kept)
  }
}

extension BuildCache {
  /// Opens the words of an output folder's search; `nil` where none can be kept.
  func words(of output: String, _ standing: StandingSite?) -> KeptWords? {
    let name = fileName("words", of: output)
    if let standing, let records = folder.records(name, isNew: false), standing.isKept(in: records)
    {
      return KeptWords(records: records, standing: standing)
    }
    return folder.records(name, isNew: true).map { KeptWords(records: $0, standing: nil) }
  }
}
