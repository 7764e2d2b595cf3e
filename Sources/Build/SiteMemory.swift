import Community
import Files

/// What one inspection of a site leaves to the next in the same run of the program, so that of a
/// site that is being written only the files that changed are read and looked through.
///
/// An inspection with it comes to the same as one without.
package struct SiteMemory: Sendable {
  /// All files beside the entries, settings, tags and words among them; `nil` where their stamps
  /// can't tell.
  private var appearance: Fingerprint?
  /// Without those that are too young for their stamps to tell.
  private var stamps: [RelativePath: FileStamp] = [:]
  private var readings: [RelativePath: EntryReader.Reading] = [:]
  let names: NameFreeFiles?

  /// Of a site that has not been inspected yet.
  package init() {
    names = nil
  }
}

extension SiteMemory {
  /// What is to be remembered of an inspection.
  init(
    of files: SiteFiles, _ readings: [(path: RelativePath, reading: EntryReader.Reading)],
    namesIn named: Set<String>?
  ) {
    stamps = files.settledStamps
    names = named.map { [stamps] in NameFreeFiles(stamps: stamps, named: $0) }
    let others = (files.stamps ?? [:]).keys.filter { !$0.name.hasSuffix(".md") }
    guard files.stamps != nil, others.allSatisfy({ stamps[$0] != nil }) else { return }
    appearance = files.appearance
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
