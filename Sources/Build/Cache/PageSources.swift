import Community
import Files
import Markup

/// Which entries' texts each page of a build shows, and the fingerprint of all else that pages are
/// made from.
///
/// Where that is as it was, an edit has changed nothing but running text, and only pages that show
/// it can come out otherwise. What else a page is made from is not noted page by page, so there is
/// nothing to keep true as pages change: in doubt all are made anew.
struct PageSources: Hashable, Sendable {
  let surface: Fingerprint
  /// The manifest that lists what the build wrote.
  let manifest: Fingerprint
  /// By page: positions in the library.
  let texts: [RelativePath: [Int]]
}

/// The pages of the last build that are as a build would make them now.
struct StandingPages: Sendable {
  fileprivate let texts: [RelativePath: [Int]]
  /// The entries whose files are not as they were.
  fileprivate let edited: Set<Int>

  /// The entries whose texts a page shows that stands; `nil` of one that is to be made.
  func texts(of page: RelativePath) -> [Int]? {
    guard let shown = texts[page], edited.isDisjoint(with: shown) else { return nil }
    return shown
  }
}

extension BuildCache {
  /// The pages that need not be made; `nil` where nothing is known of any.
  func standingPages(
    of inspection: Inspection, after last: LastBuild?, _ surface: Fingerprint?, in output: String
  ) -> StandingPages? {
    guard let last, let surface, let library = inspection.settled?.library,
      let sources: PageSources = kept(Self.pages, of: output),
      sources.surface == surface, sources.manifest == last.outputs.manifest
    else { return nil }
    let edited = library.indices.filter { index in
      guard let path = try? RelativePath(library[index].source) else { return true }
      return last.inputs[path] == nil || last.inputs[path] != inspection.files.stamps?[path]
    }
    return StandingPages(texts: sources.texts, edited: Set(edited.map(\.position)))
  }

  /// The fingerprint of all that pages are made from but the texts that they show; `nil` where it
  /// can't be told from the files' stamps.
  func surface(of inspection: Inspection, _ settings: BuildSettings) async -> Fingerprint? {
    guard let library = inspection.settled?.library, let stamps = inspection.files.stamps
    else { return nil }
    var others = stamps
    for entry in library.entries {
      if let path = try? RelativePath(entry.source) { others[path] = nil }
    }
    guard others.values.allSatisfy({ $0.isSettled(at: inspection.files.listedAt) })
    else { return nil }
    var record = RecordWriter()
    fingerprint(of: settings).write(to: &record)
    for (path, stamp) in others.sorted(by: { $0.key < $1.key }) {
      path.write(to: &record)
      stamp.write(to: &record)
    }
    for surface in await parallelMap(library.entries, \.surface) { surface.write(to: &record) }
    return Fingerprint(record.bytes)
  }
}

extension BuildCache {
  static var pages: String { "pages" }
}

extension PageSources: Recorded {
  func write(to record: inout RecordWriter) {
    surface.write(to: &record)
    manifest.write(to: &record)
    record.write(texts.count)
    for (path, entries) in texts {
      path.write(to: &record)
      record.write(entries.count)
      for entry in entries { record.write(entry) }
    }
  }

  init(from record: inout RecordReader) throws(DamagedRecord) {
    surface = try Fingerprint(from: &record)
    manifest = try Fingerprint(from: &record)
    let count = try record.count()
    var texts = [RelativePath: [Int]](minimumCapacity: count)
    for _ in 0..<count {
      let path = try RelativePath(from: &record)
      var entries: [Int] = []
      for _ in 0..<(try record.count()) { entries.append(try record.number()) }
      texts[path] = entries
    }
    self.texts = texts
  }
}
