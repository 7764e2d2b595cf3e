import Community
import Diagnostics
import Files
import Markup
import Synchronization

/// The files that the desk reads and writes: entries below `content/`.
///
/// One write at a time: between the look at a file and its replacement no other window of the desk
/// comes in.
final class DeskFolder: Sendable {
  /// The folder of the site.
  let site: String
  let turn = Mutex(())

  init(site: String) { self.site = site }

  /// The most bytes of a file that has a form.
  static let largestText = 256 * 1024

  /// Opens an entry's file for its form.
  func open(_ id: EntryID, at path: RelativePath) throws(DeskTrouble) -> OpenedEntry {
    let bytes = try bytes(of: path)
    do throws(EditRefusal) {
      return try OpenedEntry(id, path, bytes)
    } catch {
      throw .edit(error)
    }
  }

  /// Writes an entry's file whole, if it still is the one that was opened.
  func save(
    _ bytes: [UInt8], at path: RelativePath, inPlaceOf mark: String
  ) throws(DeskTrouble) {
    try turn.withLock { _ throws(DeskTrouble) in
      let now = try self.bytes(of: path)
      guard OpenedEntry.mark(of: now) == mark else { throw .changed(now) }
      try writing { folder throws(FileTrouble) in try folder.write(bytes, at: "\(path)") }
    }
  }

  /// Writes a new entry's file.
  func create(_ bytes: [UInt8], at path: RelativePath) throws(DeskTrouble) {
    try writing { folder throws(FileTrouble) in try folder.create(bytes, at: "\(path)") }
  }

  func bytes(of path: RelativePath) throws(DeskTrouble) -> [UInt8] {
    do throws(FileTrouble) {
      return try LocalFileTree(site).bytes(of: path, atMost: Self.largestText)
    } catch {
      throw .file(error)
    }
  }

  private func writing(
    _ change: (SiteFolder) throws(FileTrouble) -> Void
  ) throws(DeskTrouble) {
    do throws(FileTrouble) {
      try change(SiteFolder(site))
    } catch {
      throw .file(error)
    }
  }
}
