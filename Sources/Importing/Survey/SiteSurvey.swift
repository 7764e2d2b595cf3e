package import Dates
package import Files
import Markup

/// What was found out about another tool's site before anything of it becomes an entry.
package struct SiteSurvey: Sendable {
  package let generator: Generator
  /// What the site suggests; its owner may decide otherwise.
  package internal(set) var mapping = Mapping()
  /// What each guess rests on, to be read beside it.
  package internal(set) var evidence = MapEvidence()
  let settings: OldSettings
  /// The day on which pages of a later day are no pages yet.
  let today: CalendarDate?
  /// Every page that could be read.
  private(set) var pages: [RelativePath: ForeignPage] = [:]
  /// Why the others could not.
  private(set) var unreadable: [RelativePath: String] = [:]
  private(set) var languages: TranslationIndex
  let registry: AuthorRegistry
  /// The names behind handles.
  private(set) var fullNames: [String: String] = [:]
}

/// A page with its place, as kinds are judged by it.
struct SurveyedPage: Sendable {
  let page: ForeignPage
  /// Within the pages' folder, without the one of a language.
  let folders: [String]
  /// What it is called, for an index the name of its folder.
  let stem: String
  /// As the folders and pages of a mapping name it.
  var place: String { (folders + [page.path.stem]).joined(separator: "/") }
}

extension SiteSurvey {
  /// Reads all pages of a site once, and judges what they are.
  ///
  /// `isPublic` says whether everybody can read the handbook's own files: its members then get
  /// neutral ids, none of which is among its `existing` files. Whom a file of the site that it comes
  /// `into` names keeps their id.
  package init(
    _ tree: some FileTree, _ generator: Generator, existing: [RelativePath] = [],
    isPublic: Bool = false, into site: TargetSite = TargetSite(), today: CalendarDate? = nil,
    converted: ConvertedPages = ConvertedPages()
  ) throws(FileTrouble) {
    self.generator = generator
    self.today = today
    let items = try tree.listing(below: nil).items
    settings = OldSettings.read(tree, generator, items)
    registry = AuthorRegistry(tree, items)
    var folders: [RelativePath: [String]] = [:]
    for item in items where item.kind == .file {
      guard case .page(let lie) = generator.role(of: item.path, by: settings) else { continue }
      do {
        let limit = item.path.isHTML ? ImportLimits.text : ImportLimits.entry
        let bytes = try tree.bytes(of: item.path, atMost: limit)
        pages[item.path] = try ForeignPage(bytes, at: item.path, generator, converted)
        folders[item.path] = lie
      } catch {
        unreadable[item.path] =
          (error as? UnreadablePage)?.reason ?? (error as? FileTrouble)?.message
          ?? "it cannot be read"
      }
    }
    languages = TranslationIndex(
      pages.values.sorted { $0.path < $1.path }.map {
        UnsortedPage(path: $0.path, folders: folders[$0.path] ?? [], fields: $0.fields)
      }, SiteLanguages(settings, generator))
    let members = existing.filter { $0.description.hasPrefix("content/members/") }
    judge(
      surveyed(folders), taken: Set(members.map(\.entryName)), isPublic: isPublic, site.members)
  }

  /// The pages in the order of their paths, each with the name that it goes by.
  private func surveyed(_ folders: [RelativePath: [String]]) -> [SurveyedPage] {
    // Versions of one page in several languages are one.
    var stems: [[String]: Set<String>] = [:]
    for (path, lie) in folders {
      let language = languages[path]
      stems[language?.folders ?? lie, default: []].insert(language?.stem ?? path.stem)
    }
    return pages.values.sorted { $0.path < $1.path }.map { page in
      let lie = folders[page.path] ?? []
      let language = languages[page.path]
      let own = language?.folders ?? lie
      let stem = language?.stem ?? page.path.stem
      // An index that is alone in its folder is the folder's page, not a list of others.
      let isIndex = ["index", "_index", "readme"].contains(stem.lowercased())
      let isAlone = stems[own]?.count == 1 && own.count > 1 || generator == .hugo && stem == "index"
      let name = isIndex && isAlone ? own.last ?? stem : stem
      return SurveyedPage(page: page, folders: own, stem: name)
    }
  }

  private mutating func judge(
    _ pages: [SurveyedPage], taken: Set<String>, isPublic: Bool, _ members: MemberDirectory
  ) {
    var kinds = KindVotes(pages)
    kinds.decide()
    mapping.folders = kinds.folders
    mapping.pages = kinds.exceptions
    evidence.kinds = kinds.samples
    evidence.folders = kinds.reasons
    var census = AuthorCensus(
      registry: registry, own: settings.namesOfSite, isPublic: isPublic, taken: taken,
      members: members)
    for page in pages { census.count(page, mapping) }
    census.decide()
    mapping.authors = census.fates
    evidence.authors = census.reasons
    fullNames = census.fullNames
    mapping.settings = settings.handbookSettings(generator, pages)
    evidence.count(pages, mapping)
    evidence.noteSettings(settings)
  }
}
