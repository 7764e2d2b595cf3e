import Files
import Markup
import Records
import Synchronization

/// The smaller copies of pictures that earlier builds made, in a file of records with an index.
///
/// As of `ReadingCache`, the index knows that file by its stamp, so nothing that came with a site's
/// files is believed. Where less than half of the file is still used, what is asked for moves to a
/// new one; a copy is not made again for that.
final class KeptCopies: CopyShelf {
  private let folder: CacheFolder
  private let old: RecordFile?
  private let known: [Fingerprint: RecordPlace]
  private let records: RecordFile
  private let isMoving: Bool
  /// Where the copies are that this build has asked for or added.
  private let used = Mutex<[Fingerprint: RecordPlace]>([:])

  /// Opens what a site has; `nil` where nothing can be kept.
  init?(_ folder: CacheFolder) {
    self.folder = folder
    old = folder.records(Self.recordsName, isNew: false)
    let index = CopyIndex(folder.read(Self.indexName))
    let isOurs = old != nil && index?.records == old?.stamp
    known = isOurs ? index?.places ?? [:] : [:]
    isMoving = old?.isWorthKeeping(for: known.values) != true || !isOurs
    guard let records = isMoving ? folder.records(Self.recordsName, isNew: true) : old else {
      return nil
    }
    self.records = records
  }

  private static let recordsName = "pictures"
  private static let indexName = "pictures-index"

  func copy(_ key: Fingerprint) -> [UInt8]? {
    guard let place = known[key], let bytes = old?.bytes(at: place.start, count: place.count),
      Fingerprint(bytes) == place.seal
    else { return nil }
    if isMoving { keep(bytes, key) } else { used.withLock { $0[key] = place } }
    return bytes
  }

  func keep(_ copy: [UInt8], _ key: Fingerprint) {
    guard let start = records.append(copy) else { return }
    let place = RecordPlace(start: start, count: copy.count, seal: Fingerprint(copy))
    used.withLock { $0[key] = place }
  }

  /// Writes the index of what a build has used.
  ///
  /// Where it has asked for all copies that its site has, the others are erased: they may show
  /// somebody who has left.
  func save(hasAskedForAll: Bool) {
    var places = used.withLock { $0 }
    if !hasAskedForAll, !isMoving { places.merge(known) { used, _ in used } }
    guard isMoving || places != known else { return }
    if !isMoving { records.erase(known.values, but: places.values) }
    folder.write(Self.indexName, CopyIndex(records: records.stamp, places: places).text)
  }

  /// Removes what earlier builds of a site kept that has no such picture any more.
  static func remove(from folder: CacheFolder) {
    folder.remove(indexName)
    folder.remove(recordsName)
  }
}

/// Where each copy is, as a file.
private struct CopyIndex {
  let records: FileStamp?
  let places: [Fingerprint: RecordPlace]

  init(records: FileStamp?, places: [Fingerprint: RecordPlace]) {
    self.records = records
    self.places = places
  }

  /// Reads it; `nil` where it is none or is damaged.
  init?(_ text: [UInt8]?) {
    guard let text, var reader = RecordReader(sealed: text) else { return nil }
    do throws(DamagedRecord) {
      records = try reader.flag() ? try FileStamp(from: &reader) : nil
      var places: [Fingerprint: RecordPlace] = [:]
      for _ in 0..<(try reader.count()) {
        places[try Fingerprint(from: &reader)] = try RecordPlace(from: &reader)
      }
      self.places = places
    } catch {
      return nil
    }
  }

  var text: [UInt8] {
    var record = RecordWriter()
    record.write(records) { $1.encode(to: &$0) }
    record.write(places.count)
    for (key, place) in places {
      key.encode(to: &record)
      place.encode(to: &record)
    }
    record.seal()
    return record.bytes
  }
}
