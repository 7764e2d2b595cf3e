import Community
import Diagnostics
package import Files

/// What stands in a site of an earlier import of the same source: what a new one may replace, and
/// what it leaves.
package struct ImportStanding: Sendable {
  package let source: ImportSource
  let ledger: ImportLedger
  /// Entries that the handbook began with and that nobody has changed: an import may replace them.
  package let starters: Set<RelativePath>
  /// The files that the site has, but for those that may be replaced.
  package let existing: [RelativePath]
  /// What stands as an import has written it, with the digest of what it was made of.
  private(set) var untouched: [RelativePath: Fingerprint?] = [:]
  /// What somebody has changed since.
  private(set) var edited: [RelativePath: Fingerprint?] = [:]
  /// What somebody has deleted since.
  private(set) var deleted: [RelativePath: Fingerprint?] = [:]

  /// Of a site in which nothing has been imported.
  package init(_ source: ImportSource, existing: [RelativePath]) {
    self.source = source
    self.existing = existing
    starters = []
    ledger = ImportLedger()
  }
}

extension ImportStanding {
  /// Holds the ledger of a site against what stands there.
  ///
  /// - Parameters:
  ///   - starters: What else may be replaced.
  /// - Throws: `UnreadableInput` where the ledger is damaged.
  package init(
    _ source: ImportSource, in tree: some FileTree, _ paths: [RelativePath],
    replacing starters: Set<RelativePath> = []
  ) throws(UnreadableInput) {
    let ledger = try ImportLedger.read(in: tree, paths)
    let there = Set(paths)
    var (untouched, edited, deleted) = (Self.none, Self.none, Self.none)
    for (path, lines) in ledger.lines(of: source.key) {
      let madeOf = lines.lazy.compactMap(\.source).first
      if !there.contains(path) {
        // Of an import that was cut short, what is not there was not written yet.
        if !ledger.isUnfinished { deleted[path] = .some(madeOf) }
      } else if lines.contains(where: { $0.stands(in: tree) }) {
        untouched[path] = .some(madeOf)
      } else {
        edited[path] = .some(madeOf)
      }
    }
    self.source = source
    self.ledger = ledger
    self.untouched = untouched
    self.edited = edited
    self.deleted = deleted
    self.starters = starters
    existing = paths.filter { untouched[$0] == nil && !starters.contains($0) }
  }

  private static var none: [RelativePath: Fingerprint?] { [:] }
}

extension ImportLedger {
  /// The ledger of a site; an empty one where there is none.
  package static func read(
    in tree: some FileTree, _ paths: [RelativePath]
  ) throws(UnreadableInput) -> ImportLedger {
    guard paths.contains(path) else { return ImportLedger() }
    guard let bytes = try? tree.bytes(of: path, atMost: ImportedPaths.largest) else {
      throw UnreadableInput("'\(path)' cannot be read")
    }
    return try read(SourceText(path: path.description, bytes: bytes))
  }

  /// All lines of one source, by their files.
  func lines(of source: ImportSource.Key) -> [RelativePath: [Line]] {
    let all = runs.filter { $0.source == source }.flatMap(\.lines)
    return Dictionary(grouping: all, by: \.path)
  }
}

extension ImportLedger.Line {
  /// Whether the file stands as it was written.
  func stands(in tree: some FileTree) -> Bool {
    guard let bytes = try? tree.bytes(of: path, atMost: ImportLimits.asset) else { return false }
    return Fingerprint(bytes) == written
  }
}
