package import Files

/// A site as it was made: every file of it is to be published.
package struct BuiltSite: Sendable {
  let files: [StagedFile]
  /// Holds the bytes of those that differ from what was published before.
  let spool: BlobSpool
  /// How many entries it shows: none is most likely a mistake.
  let entryCount: Int

  /// Refuses what no git host takes.
  package init(
    _ files: [StagedFile], in spool: BlobSpool, entryCount: Int
  ) throws(PublishTrouble) {
    if let large = files.first(where: { $0.print.size > Self.largestFile }) {
      throw .largeFile("\(large.path)", large.print.size)
    }
    let size = files.reduce(0) { $0 + $1.print.size }
    guard size <= Self.largestSite else { throw .largeSite(size) }
    self.files = files
    self.spool = spool
    self.entryCount = entryCount
  }

  /// What GitHub takes of one file (its documentation, "About large files").
  static let largestFile = 100 << 20
  /// What its pages may hold together ("GitHub Pages limits").
  static let largestSite = 1 << 30
}
