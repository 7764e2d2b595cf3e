package import Community
import Diagnostics
package import Files
import Markup

/// A site's sources, read and settled but not disclosed, for commands that change the files
/// themselves and so must see all that is in them.
///
/// Nothing that publishes is made from it.
package struct SourceSite: Sendable {
  package let library: Library
  package let links: LinkGraph
  package let attachments: [Attachments]
  package let finder: FileFinder
  package let files: SiteFiles
  /// The paths of entries that could not be read, so that nobody knows whom they name.
  package let unread: [String]
}

extension SourceSite {
  /// Reads a site; `nil` where its settings cannot be read, since nothing can be settled then.
  package static func read(_ tree: some FileTree) async throws(FileTrouble) -> SourceSite? {
    let files = try SiteFiles(tree)
    var content = ReadContent(files)
    // By what words a decision is told does not matter to what names whom.
    await content.readEntries(files, .english)
    guard let configuration = content.configuration else { return nil }
    let settled = Library.settle(
      content.entries, unread: Set(content.unread.keys), assets: content.assets,
      configuration: configuration, vocabulary: content.vocabulary, join: content.join)
    let finder = FileFinder(settled.value, unread: Set(content.unread.values))
    let followed = settled.value.indices.map {
      LinkGraph.follow($0, in: settled.value, files: finder)
    }
    return SourceSite(
      library: settled.value, links: LinkGraph(settled.value, files: finder, followed),
      attachments: Attachments.find(settled.value, files: finder).value, finder: finder,
      files: files, unread: content.unread.values.sorted())
  }
}
