import Synchronization

/// A file of records: each is added at its end and read back by its place.
///
/// Several threads may add and read at once.
package final class RecordFile: Sendable {
  private let descriptor: Descriptor
  private let end: Atomic<Int>

  init(_ descriptor: consuming Descriptor) throws(SystemError) {
    let status = try descriptor.status()
    guard status.kind == .file else { throw .isDevice }
    self.descriptor = descriptor
    end = Atomic(status.size)
  }

  /// How much it holds, in bytes.
  package var size: Int { end.load(ordering: .relaxed) }

  /// What it is known by: a copy of it, or one that something was added to, has another stamp.
  package var stamp: FileStamp? {
    try? FileStamp(descriptor.status())
  }

  /// Adds a record; `nil` where that fails, else the place where it begins.
  package func append(_ bytes: [UInt8]) -> Int? { try? add(bytes) }

  /// Adds a record and gives the place where it begins.
  @discardableResult
  package func add(_ bytes: [UInt8]) throws(SystemError) -> Int {
    let start = end.add(bytes.count, ordering: .relaxed).oldValue
    try descriptor.write(bytes, at: start)
    return start
  }

  /// Writes zeros over a record, so that nothing of it can be read again.
  package func erase(at start: Int, count: Int) {
    guard start >= 0, count >= 0, start <= size - count else { return }
    try? descriptor.write([UInt8](repeating: 0, count: count), at: start)
  }

  /// Reads a record; `nil` where it is not there.
  package func bytes(at start: Int, count: Int) -> [UInt8]? {
    guard start >= 0, count >= 0, start <= size - count else { return nil }
    let bytes = try? descriptor.read(count, at: start)
    return bytes?.count == count ? bytes : nil
  }
}
