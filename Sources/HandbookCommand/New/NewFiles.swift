import Files
import Starting

/// Files that are written only where none of them is there yet.
struct NewFiles {
  let folder: String
  let files: [SiteStart.File]

  /// Writes all of them, or none where one is there.
  func write() throws {
    for file in files where isThere(file.path) {
      throw Failure(
        message: "'\(place(file.path))' is there already; nothing was written",
        hint: "name a folder that is empty or not there yet")
    }
    do throws(FileTrouble) {
      for file in files {
        try atomicWrite(place(file.path), Array(file.text.utf8), makingFolder: true)
      }
    } catch {
      throw Failure(message: error.message)
    }
  }

  private func place(_ path: String) -> String { folder == "." ? path : "\(folder)/\(path)" }

  private func isThere(_ path: String) -> Bool {
    guard let tree = try? LocalFileTree(folder), let path = try? RelativePath(path) else {
      return false
    }
    do throws(FileTrouble) {
      _ = try tree.bytes(of: path, atMost: 0)
      return true
    } catch {
      if case .missing = error { return false }
      return true
    }
  }
}
