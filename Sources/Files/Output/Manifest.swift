/// What a file held when we wrote it.
package struct FilePrint: Hashable, Sendable {
  package let fingerprint: Fingerprint
  /// In bytes.
  package let size: Int

  package init(fingerprint: Fingerprint, size: Int) {
    self.fingerprint = fingerprint
    self.size = size
  }

  package init(_ bytes: [UInt8]) {
    self.init(fingerprint: Fingerprint(bytes), size: bytes.count)
  }
}

/// The list, kept in an output folder, of the files there that are ours.
///
/// While a build is being published a path has several prints: what it held before and what it
/// is to hold, so that whichever a killed build left is still known as ours.
struct Manifest: Sendable {
  var entries: [RelativePath: [FilePrint]] = [:]
  /// The sizes of those that are pictures: what a picture is known by when a program has encoded it
  /// again.
  var pictures: [RelativePath: [PixelSize]] = [:]
  /// The paths in the order in which they were read: by folder, where it is not damaged.
  var paths: [RelativePath] = []
  /// Whether what was read is not what was written: what could be understood of it is here.
  var isDamaged = false
  /// The fingerprint of the text that it was read from; `nil` where it was not read.
  var seal: Fingerprint?

  static let path = RelativePath(fixed: ".handbook-manifest")

  /// Adds a print of a path to those that it has.
  mutating func add(_ print: FilePrint, to path: RelativePath) {
    entries[path, default: []].addIfMissing(print)
  }

  /// Adds the size of a picture to those that its path has.
  mutating func add(_ picture: PixelSize, to path: RelativePath) {
    pictures[path, default: []].addIfMissing(picture)
  }
}

extension Array where Element: Equatable {
  fileprivate mutating func addIfMissing(_ element: Element) {
    if !contains(element) { append(element) }
  }
}
