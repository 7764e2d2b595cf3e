import Community
import Diagnostics
import Files
import Markup
import Site

/// A site as an inspection settled it, for the next inspection in the same run of the program.
///
/// Where an edit leaves the surfaces of the edited entries as they were, all of it stands but their
/// bodies, which are exchanged. What is made of a body, and what is looked for in it, is done by the
/// same functions as for all entries at first.
struct SettledSite: Sendable {
  let settings: BuildSettings
  let languages: NoteLanguages
  private(set) var site: SourceSite
  private(set) var renderer: SiteRenderer
  private(set) var projection: Projection
  /// `nil` where nobody's name is withheld.
  private(set) var names: NameSearch?
  let outcome: Outcome
  /// The paths of files of which anything was found, told or owed: an edit of one can change what is
  /// told of others.
  let told: Set<String>

  /// What an inspection found, which stands as long as nothing is found in an edited text.
  struct Outcome: Sendable {
    let diagnostics: [Diagnostic]
    let owed: OwedDebt
    let entryCount: Int
    let routes: RoutesLock
    let hasLikelyBaseURL: Bool
    let named: Set<String>
  }
}

extension SettledSite {
  /// Where an entry is whose file may have another text, and the rest of which stands; `nil` of any
  /// other file.
  func index(of path: RelativePath) -> EntryIndex? {
    told.contains(path.description) ? nil : site.finder.entry(at: path.description)
  }

  /// The file of an entry.
  func file(of index: EntryIndex, at path: RelativePath) -> ContentFolder.EntryFile {
    ContentFolder.EntryFile(id: site.library[index].id, path: path)
  }

  /// The site with entries as they were read from `files`; `nil` where more than running text is
  /// another, or anything is found in the text: then the whole is to be settled again.
  func exchanging(
    _ readings: [(index: EntryIndex, reading: EntryReader.Reading)], in files: SiteFiles
  ) -> SettledSite? {
    var bodies: [EntryIndex: Body] = [:]
    for (index, reading) in readings {
      guard let entry = reading.entryWithoutProblems,
        entry.surface == site.library[index].surface
      else { return nil }
      bodies[index] = entry.body
    }
    let changed = readings.map(\.index)
    var next = self
    next.site = site.exchanging(bodies, changed, in: files)
    let library = next.site.library
    next.names = names?.exchanging(library)
    guard changed.allSatisfy({ next.site.problems(inTextOf: $0, next.names).isEmpty }) else {
      return nil
    }
    next.projection = projection.exchanging(library, next.site.links)
    next.renderer = renderer.exchanging(
      next.projection.exchange(changed, in: renderer.plan.handbook))
    return next
  }

  /// What an inspection that comes to this site tells.
  func inspection(_ files: SiteFiles, parsedCount: Int, _ memory: SiteMemory) -> Inspection {
    Inspection(
      diagnostics: outcome.diagnostics, owed: outcome.owed, renderer: renderer, source: site,
      files: files, entryCount: outcome.entryCount, routes: outcome.routes,
      hasLikelyBaseURL: outcome.hasLikelyBaseURL, parsedCount: parsedCount, named: outcome.named,
      memory: memory)
  }
}

extension SourceSite {
  /// The same with other bodies of some entries, whose surfaces are as they were.
  fileprivate func exchanging(
    _ bodies: [EntryIndex: Body], _ changed: [EntryIndex], in files: SiteFiles
  ) -> SourceSite {
    let library = library.exchanging(bodies)
    return SourceSite(
      library: library, links: links.exchanging(changed, in: library), attachments: attachments,
      minutes: minutes, finder: finder, files: files, unread: unread)
  }
}

extension EntryReader.Reading {
  /// The entry, where nothing at all was found in its file.
  fileprivate var entryWithoutProblems: Entry? {
    entry.diagnostics.isEmpty && details.isEmpty ? entry.value : nil
  }
}
