import Community
import Files
import Markup
import Records

/// What was read of entries' files, so that only those that changed are parsed.
///
/// A file is taken for one that was read before by its stamp, and is then not even opened; else by
/// the fingerprint of its bytes, as after a checkout. Records are added to one file, and erased in
/// it once no file of the site holds what they say. An index, written again by each build that read
/// something new, says where each is, and knows that file by its stamp: what something else has
/// written to, or somebody has copied here, is begun again. So nothing that came with a site's files,
/// as from a pull request, is ever believed.
struct ReadingCache: Sendable {
  /// Where the record of a file is, and what it is told by.
  struct Known: Hashable, Sendable {
    /// `nil` while the file is too young for its stamp to tell.
    var stamp: FileStamp?
    /// The fingerprint of its bytes, with all else that the record depends on.
    let key: Fingerprint
    let place: RecordPlace
    /// The surface of the entry, which is then not taken again.
    let surface: Fingerprint
  }

  private let folder: CacheFolder
  private let tool: Fingerprint
  private let records: RecordFile?
  private let byPath: [RelativePath: Known]
  private let byKey: [Fingerprint: Known]

  init(_ folder: CacheFolder, tool: Fingerprint) {
    self.folder = folder
    self.tool = tool
    let old = folder.records(Self.recordsName, isNew: false)
    if let old, let index = Index(folder.read(Self.indexName), tool: tool),
      index.records == old.stamp, old.isWorthKeeping(for: index.files.values.lazy.map(\.place))
    {
      records = old
      byPath = index.files
    } else {
      folder.remove(Self.indexName)
      records = folder.records(Self.recordsName, isNew: true)
      byPath = [:]
    }
    byKey = Dictionary(byPath.values.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
  }

  private static let recordsName = "entries"
  private static let indexName = "entries-index"
}

// MARK: - Asking

extension ReadingCache {
  /// What is known of a file that has this stamp.
  func known(_ path: RelativePath, _ stamp: FileStamp?) -> Known? {
    guard let stamp, let known = byPath[path], known.stamp == stamp else { return nil }
    return known
  }

  /// What is known of a file that holds these bytes.
  func known(_ key: Fingerprint) -> Known? { byKey[key] }

  /// The fingerprint of a file's bytes with all else that its record depends on.
  func key(_ bytes: [UInt8], of kind: EntryKind) -> Fingerprint {
    var record = RecordWriter()
    tool.encode(to: &record)
    record.write(kind.rawValue)
    Fingerprint(bytes).encode(to: &record)
    record.write(bytes.count)
    return Fingerprint(record.bytes)
  }

  /// The record; `nil` where it is damaged.
  func parsed(_ known: Known) -> ParsedFile? { records?.kept(at: known.place) }
}

// MARK: - Keeping

extension ReadingCache {
  /// Adds a record; `nil` where it can't be kept.
  func add(_ parsed: ParsedFile) -> RecordPlace? { records?.add(parsed) }

  /// Writes the index of what a build has read, whose files were listed at `instant`.
  func keep(_ files: [(path: RelativePath, known: Known?)], listedAt instant: Int64) {
    var index = Index(capacity: files.count)
    for case (let path, var known?) in files {
      if known.stamp?.isSettled(at: instant) == false { known.stamp = nil }
      index.files[path] = known
    }
    guard index.files != byPath, let records else { return }
    let left = byPath.lazy.filter { index.files[$0.key]?.place != $0.value.place }
    records.erase(left.map(\.value.place), but: index.files.values.lazy.map(\.place))
    index.records = records.stamp
    folder.write(Self.indexName, index.text(tool: tool))
  }
}

/// The index as a file.
private struct Index {
  var records: FileStamp?
  var files: [RelativePath: ReadingCache.Known] = [:]

  init(capacity: Int) { files.reserveCapacity(capacity) }

  /// Reads it; `nil` where it is none, is damaged, or is another tool's.
  init?(_ text: [UInt8]?, tool: Fingerprint) {
    guard let text, var reader = RecordReader(sealed: text) else { return nil }
    do throws(DamagedRecord) {
      guard try Fingerprint(from: &reader) == tool else { return nil }
      records = try FileStamp(from: &reader)
      let count = try reader.count()
      files.reserveCapacity(count)
      for _ in 0..<count {
        files[try RelativePath(from: &reader)] = try ReadingCache.Known(from: &reader)
      }
    } catch {
      return nil
    }
  }

  func text(tool: Fingerprint) -> [UInt8] {
    var record = RecordWriter()
    tool.encode(to: &record)
    (records ?? .unknown).encode(to: &record)
    record.write(files.count)
    for (path, known) in files {
      path.encode(to: &record)
      known.encode(to: &record)
    }
    record.seal()
    return record.bytes
  }
}

extension FileStamp {
  /// That of no file.
  fileprivate static let unknown = FileStamp(
    size: -1, modified: 0, changed: 0, device: 0, number: 0)
}

extension ReadingCache.Known: Recorded {
  func encode(to record: inout RecordWriter) {
    record.write(stamp) { $1.encode(to: &$0) }
    key.encode(to: &record)
    place.encode(to: &record)
    surface.encode(to: &record)
  }

  init(from record: inout RecordReader) throws(DamagedRecord) {
    let stamp = try record.flag() ? try FileStamp(from: &record) : nil
    self.init(
      stamp: stamp, key: try Fingerprint(from: &record), place: try RecordPlace(from: &record),
      surface: try Fingerprint(from: &record))
  }
}
