package import Files
import Markup
import Pictures
import Records
import Synchronization

/// Where smaller copies of pictures are kept, so that an unchanged picture is scaled once.
///
/// Whatever it holds, a build gives the same bytes.
package protocol CopyShelf: Sendable {
  /// The copy of a key; `nil` where there is none.
  func copy(_ key: Fingerprint) -> [UInt8]?
  func keep(_ copy: [UInt8], _ key: Fingerprint)
}

extension PublishedFile {
  /// The picture's smaller copies of some sizes: those from the shelf as they are, the others made.
  func copies(_ sizes: [PictureSize], _ shelf: (any CopyShelf)?) -> [[UInt8]] {
    let own = Fingerprint(bytes)
    let keys = sizes.map { key(own, $0) }
    var copies = keys.map { shelf?.copy($0) }
    let missing = copies.indices.filter { copies[$0] == nil }
    if !missing.isEmpty {
      let made = SmallerCopies.make(of: self, sizes: missing.map { sizes[$0] })
      for (index, copy) in zip(missing, made) {
        // Nothing is kept in place of a copy that is the picture itself.
        copies[index] = copy ?? []
        shelf?.keep(copy ?? [], keys[index])
      }
    }
    return copies.map { $0.map { $0.isEmpty ? bytes : $0 } ?? bytes }
  }

  /// What a copy is known by: all that its bytes depend on.
  private func key(_ own: Fingerprint, _ size: PictureSize) -> Fingerprint {
    var record = RecordWriter()
    record.write(SmallerCopies.version)
    own.encode(to: &record)
    record.write(bytes.count)
    record.write(size.width)
    return Fingerprint(record.bytes)
  }
}

/// The copies that browsers have asked the local server for, within a limit.
package final class CopiesInMemory: CopyShelf {
  private struct Copies {
    var byKey: [Fingerprint: [UInt8]] = [:]
    var byteCount = 0
  }

  private let copies = Mutex(Copies())

  /// 64 MB: some thousand copies.
  private static let limit = 64_000_000

  package init() {}

  package func copy(_ key: Fingerprint) -> [UInt8]? {
    copies.withLock { $0.byKey[key] }
  }

  package func keep(_ copy: [UInt8], _ key: Fingerprint) {
    copies.withLock { copies in
      // Which of them are asked for again cannot be told, so all begin again.
      if copies.byteCount + copy.count > Self.limit { copies = Copies() }
      copies.byKey[key] = copy
      copies.byteCount += copy.count
    }
  }
}
