package import Community
import Diagnostics
package import Files
import Markup
import Site

/// A site's sources, read and settled across the whole but not disclosed.
///
/// It is for checks, for the coordinator's report and for commands that change the files, which must
/// see all that is in them. Nothing that renders is given it.
package struct SourceSite: Sendable {
  package let library: Library
  package let links: LinkGraph
  package let attachments: [Attachments]
  package let minutes: MinuteBook
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
    await content.readEntries(files, in: ContentFolder(files.paths), .english)
    guard let configuration = content.configuration else { return nil }
    return await settle(content, content.entries, configuration, files).value
  }

  /// Settles references, links, files and minutes across all entries, with what is wrong with the
  /// references and the files; links and minutes hold their own problems.
  static func settle(
    _ content: ReadContent, _ entries: consuming [Entry], _ configuration: Configuration,
    _ files: SiteFiles
  ) async -> Diagnosed<SourceSite> {
    let settled = await library(content, entries, configuration)
    let library = settled.value
    let finder = FileFinder(
      library, unread: Set(content.unread.values), keys: Set(content.keys))
    let followed = await parallelMap(Array(library.indices)) { index in
      LinkGraph.follow(index, in: library, files: finder)
    }
    let links = LinkGraph(library, files: finder, followed)
    let attachments = Attachments.find(library, files: finder)
    let site = SourceSite(
      library: library, links: links, attachments: attachments.value,
      minutes: MinuteBook(library, links), finder: finder, files: files,
      unread: content.unread.values.sorted())
    return Diagnosed(site, settled.diagnostics + attachments.diagnostics)
  }

  /// Settles the entries, each alone.
  private static func library(
    _ content: ReadContent, _ entries: consuming [Entry], _ configuration: Configuration
  ) async -> Diagnosed<Library> {
    let draft = LibraryDraft(
      entries, unread: Set(content.unread.keys), configuration: configuration)
    let settled = await parallelMap(Array(draft.indices), draft.settled)
    return Library.settle(
      draft, settled, assets: content.assets, vocabulary: content.vocabulary, join: content.join)
  }

  /// What the built-in theme says in place of the name of somebody who has left, in the site's
  /// language.
  package var wordsForFormerMember: String {
    Wordbook.read(ThemeSources(own: []), language: library.configuration.language).value.site
      .withheld.aFormerMember
  }

  /// What stays on this computer, such as the coordinator's report, is made from.
  package var content: SettledContent {
    SettledContent(library: library, links: links, minutes: minutes)
  }
}
