import Community
import Files

/// What one inspection of a site leaves to the next in the same run of the program, so that of a
/// site that is being written only the files that changed are read and looked through.
///
/// An inspection with it comes to the same as one without.
package struct SiteMemory: Sendable {
  /// An entry as it was read, and whether no withheld name was found in it.
  private struct Remembered: Sendable {
    let stamp: FileStamp
    let reading: EntryReader.Reading
    let isFreeOfNames: Bool
  }

  /// All files beside the entries, settings, tags and words among them; `nil` where their stamps
  /// can't tell.
  private var appearance: Fingerprint?
  private var entries: [RelativePath: Remembered] = [:]
  /// The members whose names were looked for; `nil` likewise.
  private var members: [FileStamp]?

  /// Of a site that has not been inspected yet.
  package init() {}
}

extension SiteMemory {
  /// An entry's file as it was read; `nil` where it has changed since, or anything that decides how
  /// it is read.
  func reading(_ path: RelativePath, in files: SiteFiles) -> EntryReader.Reading? {
    var reading = remembered(path, in: files)?.reading
    reading?.isParsed = false
    return reading
  }

  /// Whether no withheld name stood in an entry that has not changed since.
  ///
  /// One in which there were some is looked through again: what is told of a field depends on whom
  /// its references mean.
  func isFreeOfNames(_ entry: Entry, in files: SiteFiles) -> Bool {
    guard let path = try? RelativePath(entry.source) else { return false }
    return remembered(path, in: files)?.isFreeOfNames ?? false
  }

  /// Whether the same names are withheld as before.
  func knowsNames(of library: Library, in files: SiteFiles) -> Bool {
    members != nil && members == files.stampsOfMembers(library)
  }

  private func remembered(_ path: RelativePath, in files: SiteFiles) -> Remembered? {
    guard let appearance, appearance == files.appearance, let stamp = files.stamps?[path],
      let known = entries[path], known.stamp == stamp
    else { return nil }
    return known
  }
}

extension SiteMemory {
  /// What is to be remembered of an inspection: nothing of files that are too young for their stamps
  /// to tell.
  init(
    of files: SiteFiles, _ readings: [(path: RelativePath, reading: EntryReader.Reading)],
    _ library: Library?, namesIn named: Set<String>
  ) {
    guard let stamps = files.stamps else { return }
    let others = stamps.filter { !$0.key.name.hasSuffix(".md") }.values
    guard others.allSatisfy({ $0.isSettled(at: files.listedAt) }) else { return }
    appearance = files.appearance
    members = library.flatMap(files.stampsOfMembers)
    entries.reserveCapacity(readings.count)
    for (path, reading) in readings {
      guard let stamp = stamps[path], stamp.isSettled(at: files.listedAt) else { continue }
      entries[path] = Remembered(
        stamp: stamp, reading: reading, isFreeOfNames: !named.contains(path.description))
    }
  }
}

extension SiteFiles {
  /// In the order of the library; `nil` where one can't tell.
  fileprivate func stampsOfMembers(_ library: Library) -> [FileStamp]? {
    var members: [FileStamp] = []
    for entry in library.entries where entry.id.kind == .member {
      guard let path = try? RelativePath(entry.source), let stamp = stamps?[path],
        stamp.isSettled(at: listedAt)
      else { return nil }
      members.append(stamp)
    }
    return members
  }
}
