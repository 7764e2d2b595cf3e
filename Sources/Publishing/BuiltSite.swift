package import Files

/// A site as it was built, in a folder: every file of it is to be published.
package struct BuiltSite: Sendable {
  let folder: String
  /// Sorted by bytes.
  let files: [RelativePath]
  /// How many entries it shows: none is most likely a mistake.
  let entryCount: Int
  /// What the folder lies in, kept for as long as the site is.
  private let scratch: ScratchFolder

  /// Lists a site that was built in a folder of `scratch`, and refuses what no git host takes.
  package init(
    folder: String, in scratch: ScratchFolder, entryCount: Int
  ) throws(PublishTrouble) {
    let items: [FileItem]
    do throws(FileTrouble) {
      items = try LocalFileTree(folder).listing(below: nil).items
    } catch {
      throw .files(error.message)
    }
    // What begins so is the building's own bookkeeping.
    let published = items.filter { !$0.path.description.hasPrefix(".handbook-") }
    if let large = published.first(where: { $0.size > Self.largestFile }) {
      throw .largeFile("\(large.path)", large.size)
    }
    let size = published.reduce(0) { $0 + $1.size }
    guard size <= Self.largestSite else { throw .largeSite(size) }
    self.folder = folder
    self.scratch = scratch
    self.files = published.map(\.path)
    self.entryCount = entryCount
  }

  /// What GitHub takes of one file (its documentation, "About large files").
  static let largestFile = 100 << 20
  /// What its pages may hold together ("GitHub Pages limits").
  static let largestSite = 1 << 30
}
