import Community
package import Files
import Markup
import Pictures
import Records

/// What builds keep for later ones, in the folder `.handbook/` of the site.
///
/// Nothing that is published depends on it: it can be deleted at any time, and what is damaged,
/// was copied from elsewhere or is of another version of the tool is not used. The two parts know
/// nothing of each other: `ReadingCache` holds what was read of each entry's file, and `LastBuild`
/// how things stood at the end of a build.
package struct BuildCache: Sendable {
  let folder: CacheFolder
  /// Tells this tool, and all that it is made of, from every other.
  let tool: Fingerprint
}

extension BuildCache {
  /// Opens what a site has; `nil` where nothing can be kept, or another build is at it.
  package init?(of site: String, tool: Fingerprint) {
    guard let folder = CacheFolder(of: site) else { return nil }
    self.folder = folder
    self.tool = tool
  }
}

extension BuildCache {
  /// Opens what was read of entries' files, which a build needs that has something to do.
  func reading() -> ReadingCache { ReadingCache(folder, tool: tool) }

  /// What a build into an output folder kept under a name; `nil` where there is nothing whole.
  func kept<Kept: Recorded>(_ name: String, of output: String) -> Kept? {
    guard let text = folder.read(fileName(name, of: output)),
      var reader = RecordReader(sealed: text)
    else { return nil }
    return try? Kept(from: &reader)
  }

  func keep(_ kept: some Recorded, _ name: String, of output: String) {
    var record = RecordWriter()
    kept.encode(to: &record)
    record.seal()
    folder.write(fileName(name, of: output), record.bytes)
  }

  func fileName(_ name: String, of output: String) -> String {
    "\(name)-\(Fingerprint(Array(output.utf8)))"
  }
}

extension Fingerprint {
  /// The fingerprint of this program: its version, its file, and the libraries that it uses.
  package static func ofTool(version: String) -> Fingerprint {
    var record = RecordWriter()
    record.write(version)
    record.write(libcmarkVersion)
    record.write(SmallerCopies.version)
    record.write(stampOfThisProgram) { $1.encode(to: &$0) }
    return Fingerprint(record.bytes)
  }
}
