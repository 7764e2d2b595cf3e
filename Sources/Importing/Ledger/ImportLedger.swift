import Community
package import Dates
package import Files

/// What imports have written into a site, as `content/imports.yml` keeps it: so that an import can
/// be run again with a better mapping, and taken back, by whoever has the site.
///
/// It holds digests, and no name of anybody.
package struct ImportLedger: Hashable, Sendable {
  /// One file that an import wrote.
  package struct Line: Hashable, Sendable {
    package let path: RelativePath
    /// Of the bytes that were written.
    package let written: Fingerprint
    /// Of what the file was made of, as the other site calls it; `nil` for what was made of no file
    /// of its own, such as a member of whom there was only a name.
    package let source: Fingerprint?

    package init(_ path: RelativePath, written: Fingerprint, source: Fingerprint?) {
      self.path = path
      self.written = written
      self.source = source
    }
  }

  /// All that one import wrote, in the order of time; the last is the one that can be taken back.
  package struct Run: Hashable, Sendable {
    package let source: ImportSource.Key
    package let day: CalendarDate
    package var lines: [Line]

    package init(_ source: ImportSource.Key, on day: CalendarDate, _ lines: [Line]) {
      self.source = source
      self.day = day
      self.lines = lines
    }
  }

  package var runs: [Run] = []
  /// Whether an import was cut short: then a file may stand as it was or as it was to be, so a path
  /// can have two lines.
  package var isUnfinished = false

  package init() {}

  package static var path: RelativePath { ImportedPaths.path }
}

/// Where an import takes its content from: the tool, and the name of its folder or file.
package struct ImportSource: Hashable, Sendable {
  /// What the ledger keeps of it.
  package struct Key: Hashable, Sendable {
    /// A word such as `hugo` or `csv-members`.
    package let tool: String
    package let digest: Fingerprint
  }

  package let key: Key
  /// Whether what it holds are files with names of their own, by which the same page is known again
  /// in another place; the rows of a table move.
  package let holdsFiles: Bool

  /// - Parameters:
  ///   - place: The folder or file, as the user named it; its last part counts.
  package init(_ tool: String, at place: String, holdsFiles: Bool) {
    let name = place.split(separator: "/").last { $0 != "." }.map(String.init) ?? place
    key = Key(tool: tool, digest: Fingerprint(Array("\(tool) \(name)".utf8)))
    self.holdsFiles = holdsFiles
  }
}

extension ImportSource {
  /// The digest by which the thing that a file was made of is known again.
  func digest(of file: ImportPlan.NewFile) -> Fingerprint? {
    guard holdsFiles, !file.isMadeOfName, !file.isUnnamedMember else { return nil }
    return digest(ofSource: file.source)
  }

  func digest(ofSource source: String) -> Fingerprint { Fingerprint(Array(source.utf8)) }
}

extension ImportPlan.NewFile {
  /// Whether it is a member of whom there was only a name.
  ///
  /// A digest of a name could be guessed, so none is kept.
  var isMadeOfName: Bool { source.hasPrefix(Self.sourceOfNames) }

  /// Whether it is a member whose id tells nobody: what their file was made of may say who they are.
  var isUnnamedMember: Bool {
    guard case .entry(let entry) = content, entry.id.kind == .member else { return false }
    return EntryID.isNeutral(entry.id.name)
  }

  /// How the source of such a member begins in the report.
  static let sourceOfNames = "the author "
}
