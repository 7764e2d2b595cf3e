import Community
import Diagnostics
package import Files

/// A file in which problems were mended.
package struct MendedFile: Hashable, Sendable {
  package let path: String
  /// How many places were changed.
  package let count: Int
}

extension Inspection {
  /// Makes the changes that need no decision, file by file, each whole or not at all.
  package func mend(in site: String) throws(FileTrouble) -> [MendedFile] {
    var mends: [String: [Mend]] = [:]
    for diagnostic in diagnostics {
      guard let mend = diagnostic.mend, let path = diagnostic.location?.path else { continue }
      mends[path, default: []].append(mend)
    }
    for (path, changes) in self.source?.library.attendanceMends(files.source) ?? [] {
      mends[path, default: []] += changes
    }
    let folder = try SiteFolder(site)
    var mended: [MendedFile] = []
    for (path, changes) in mends.sorted(by: { $0.key < $1.key }) {
      guard let source = files.source(path) else { continue }
      let result = source.mended(by: changes)
      guard result.count > 0 else { continue }
      try folder.write(result.bytes, at: path)
      mended.append(MendedFile(path: path, count: result.count))
    }
    return mended
  }
}
