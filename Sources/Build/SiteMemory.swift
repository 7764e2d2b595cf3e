import Community
import Files

/// What one inspection of a site leaves to the next in the same run of the program, so that of a
/// site that is being written only the files that changed are read and looked through, and where
/// nothing but running text changed only that is settled.
///
/// An inspection with it comes to the same as one without.
package struct SiteMemory: Sendable {
  /// All files beside the entries, settings, tags and words among them; `nil` where their stamps
  /// can't tell.
  private var appearance: Fingerprint?
  /// Without those that are too young for their stamps to tell.
  private var stamps: [RelativePath: FileStamp] = [:]
  private var readings: [RelativePath: EntryReader.Reading] = [:]
  /// `nil` where pages could not be made.
  private var settled: SettledSite?
  private(set) var names: NameFreeFiles?

  /// Of a site that has not been inspected yet.
  package init() {}
}

extension SiteMemory {
  /// What is to be remembered of an inspection.
  init(
    of files: SiteFiles, _ readings: [(path: RelativePath, reading: EntryReader.Reading)],
    namesIn named: Set<String>?, _ settled: SettledSite?
  ) {
    stamps = files.settledStamps
    names = named.map { [stamps] in NameFreeFiles(stamps: stamps, named: $0) }
    let others = (files.stamps ?? [:]).keys.filter { !$0.name.hasSuffix(".md") }
    guard files.stamps != nil, others.allSatisfy({ stamps[$0] != nil }) else { return }
    appearance = files.appearance
    self.settled = settled
    self.readings.reserveCapacity(readings.count)
    for (path, reading) in readings where stamps[path] != nil { self.readings[path] = reading }
  }

  /// An entry's file as it was read; `nil` where it has changed since, or anything that decides how
  /// it is read.
  func reading(_ path: RelativePath, in files: SiteFiles) -> EntryReader.Reading? {
    guard let appearance, appearance == files.appearance, let stamp = files.stamps?[path],
      stamps[path] == stamp
    else { return nil }
    var reading = readings[path]
    reading?.isParsed = false
    return reading
  }
}

extension SiteMemory {
  /// What an inspection of the site comes to now, where nothing but running text has changed since
  /// this was left; `nil` where all must be settled.
  func inspection(_ files: SiteFiles, _ settings: BuildSettings) async -> Inspection? {
    guard let settled, settled.settings == settings, appearance == files.appearance,
      let now = files.stamps, settled.site.files.paths == files.paths
    else { return nil }
    var edited: [(path: RelativePath, index: EntryIndex)] = []
    for (path, stamp) in now where stamps[path] != stamp {
      guard let index = settled.index(of: path) else { return nil }
      edited.append((path, index))
    }
    let reader = EntryReader(
      files: files, languages: settled.languages, cache: nil, memory: nil)
    let readings = await parallelMap(edited) { path, index in
      (index: index, reading: reader.read(settled.file(of: index, at: path)))
    }
    guard let next = settled.exchanging(readings, in: files) else { return nil }
    var memory = self
    memory.keep(zip(edited, readings).map { ($0.path, $1.reading) }, next, of: files)
    return next.inspection(
      files, parsedCount: readings.count { $0.reading.isParsed }, memory)
  }

  private mutating func keep(
    _ read: [(RelativePath, EntryReader.Reading)], _ settled: SettledSite, of files: SiteFiles
  ) {
    stamps = files.settledStamps
    names = NameFreeFiles(stamps: stamps, named: settled.outcome.named)
    for (path, reading) in read { readings[path] = stamps[path] == nil ? nil : reading }
    self.settled = settled
  }
}
