import Community
package import Diagnostics
package import Files
import Markup
package import Site

/// A site read and checked whole, ready to be written if nothing stands against it.
package struct Inspection: Sendable {
  /// Every problem of every file but what is owed, in the order in which messages are printed.
  package let diagnostics: [Diagnostic]
  /// What an import brought along and nobody has settled: it stops nothing.
  package let owed: OwedDebt
  /// What makes the pages; `nil` where something blocks the site.
  package let renderer: SiteRenderer?
  /// All that was read, for what stays on this computer; `nil` where there are no settings.
  package let source: SourceSite?
  package let files: SiteFiles
  /// How many entries were read.
  package let entryCount: Int
  /// The addresses that were published before.
  package let routes: RoutesLock
  /// Whether the site is built for the likely address, since nobody told another.
  package let hasLikelyBaseURL: Bool
  /// How many of them had to be parsed.
  package let parsedCount: Int
  /// The paths of the entries in which withheld names stand.
  let named: Set<String>
  /// For the next inspection of the site, where that was asked for.
  package let memory: SiteMemory?
}

extension Inspection {
  /// Reads and checks a site.
  ///
  /// Nothing is written but to `cache`, and nothing but that and `tree` is read.
  package static func inspect(
    _ tree: some FileTree, _ settings: BuildSettings, cache: BuildCache? = nil,
    progress: @escaping @Sendable (BuildStage) -> Void = { _ in }
  ) async throws(FileTrouble) -> Inspection {
    await inspect(try SiteFiles(tree), settings, cache: cache, progress: progress)
  }

  /// Reads and checks a site whose files have been listed.
  ///
  /// With a `memory`, which may be empty, one is left for the next inspection, and where nothing but
  /// running text has changed since it was left, all else is taken from it. `names` is what an
  /// earlier inspection found of withheld names.
  package static func inspect(
    _ files: SiteFiles, _ settings: BuildSettings, cache: BuildCache?, memory: SiteMemory? = nil,
    names: NameFreeFiles? = nil,
    progress: @escaping @Sendable (BuildStage) -> Void = { _ in }
  ) async -> Inspection {
    progress(.reading)
    if let remembered = await memory?.inspection(files, settings) { return remembered }
    async let folder = ContentFolder(files.paths)
    async let kept = cache?.reading()
    var content = ReadContent(files)
    let toldBaseURL = settings.baseURL ?? content.configuration?.baseURL
    content.configuration?.baseURL = toldBaseURL ?? settings.likelyBaseURL
    var inspector = Inspector(
      files: files, settings: settings, names: names ?? memory?.names, progress: progress)
    let theme = inspector.readTheme(language: content.configuration?.language)
    let reading = await kept
    await content.readEntries(files, in: await folder, theme.words.noteLanguages, reading, memory)
    let known = content.known
    async let keeping: Void? = reading?.keep(known, listedAt: files.listedAt)
    progress(.linking)
    inspector.diagnostics += files.diagnostics + content.diagnostics
    let entryCount = content.entries.count
    // What settles them changes each, so that none is in memory twice.
    let entries = inspector.withoutFutureConsent(
      content.takeEntries(), hasRunOut: content.configuration?.namesNobody(on: settings.today))
    let renderer = await inspector.inspect(content, entries, theme)
    let debt = inspector.take(files.debt())
    let (diagnostics, owed) = await inspector.withoutOwed(
      debt, inspector.diagnostics.sortedForPrinting)
    let outcome = SettledSite.Outcome(
      diagnostics: diagnostics, owed: owed, entryCount: entryCount, routes: inspector.routes,
      hasLikelyBaseURL: toldBaseURL == nil && settings.likelyBaseURL != nil,
      named: inspector.named)
    _ = await keeping
    let isBlocked = diagnostics.contains { $0.severity.isBlocking }
    return Inspection(
      diagnostics: diagnostics, owed: owed, renderer: isBlocked ? nil : renderer,
      source: inspector.site, files: files, entryCount: entryCount, routes: outcome.routes,
      hasLikelyBaseURL: outcome.hasLikelyBaseURL, parsedCount: content.parsedCount,
      named: outcome.named,
      memory: memory.map { _ in
        SiteMemory(
          of: files, content.readings, namesIn: inspector.site == nil ? nil : outcome.named,
          isBlocked
            ? nil : inspector.settled(renderer, theme.words.noteLanguages, outcome))
      })
  }
}

/// Takes a site through the stages of the house, and gathers what each says.
///
/// ```
/// files ─► ThemeSources, ReadContent ─► SourceSite ─► problems
///                                           │
///                                       Handbook ─► SitePlan ─► SiteRenderer
/// ```
private struct Inspector {
  let files: SiteFiles
  let settings: BuildSettings
  var names: NameFreeFiles?
  let progress: @Sendable (BuildStage) -> Void
  var diagnostics: [Diagnostic] = []
  /// The paths of the entries in which withheld names stand.
  var named: Set<String> = []
  var site: SourceSite?
  var projection: Projection?
  /// The search for withheld names; `nil` where nobody's name is withheld.
  var search: NameSearch?
  var routes = RoutesLock()
  /// The paths of files of which anything was found, whether it was told or not.
  var found: Set<String> = []

  /// The files of the theme, and the words of the interface.
  struct Theme {
    /// The site's own files of it.
    let own: [SourceText]
    let sources: ThemeSources
    let words: Wordbook
  }

  /// Reads the theme before the entries, since notes are read by its words.
  ///
  /// Without settings nobody knows the language; what is wrong with the words is then not told.
  mutating func readTheme(language: String?) -> Theme {
    let own = take(files.ownTheme())
    let sources = ThemeSources(own: own)
    diagnostics += sources.diagnostics
    let words = Wordbook.read(sources, language: language ?? "en")
    if language != nil { diagnostics += words.diagnostics }
    return Theme(own: own, sources: sources, words: words.value)
  }

  /// Takes back consent that is dated after today, or all where it has run out.
  ///
  /// Whose names are withheld then depends on the day, so what is known of names does not count.
  mutating func withoutFutureConsent(
    _ entries: consuming [Entry], hasRunOut: Bool?
  ) -> [Entry] {
    if hasRunOut == true {
      entries.takeBackAllConsent()
      names = nil
    }
    let problems = entries.takeBackConsent(datedAfter: settings.today)
    diagnostics += problems
    if !problems.isEmpty { names = nil }
    return entries
  }

  /// Settles, checks, discloses and plans; `nil` where no page can be made.
  mutating func inspect(
    _ content: ReadContent, _ entries: consuming [Entry], _ theme: Theme
  ) async -> SiteRenderer? {
    // Without settings nothing can be settled, and all that follows would be told for nothing.
    guard let configuration = content.configuration else { return nil }
    async let compiled = PageTemplates.compile(theme.sources, words: theme.words.site)
    let settled = await SourceSite.settle(content, entries, configuration, files)
    let templates = take(await compiled)
    let site = take(settled)
    self.site = site
    progress(.checking)
    let disclosure = disclosure(site, theme.words)
    let search = FileSearch(site.library)
    self.search = search.names
    let assets = await CheckedAssets.check(
      site.library, files, search,
      toPublish: disclosure.filesToPublish(site.library, site.links, site.attachments),
      portraits: site.portraits)
    let unused = take(
      site.library.unusedPictures(among: assets.photos, site.links, site.attachments))
    let hiddenOfTheme = theme.own.pictures(among: assets.hiddenPictures)
    diagnostics += hiddenOfTheme.sorted().map(Diagnostic.hiddenPhoto)
    let sources = theme.sources.withholding(hiddenOfTheme)
    var found = search.found(inTheme: theme.own)
    found += assets.found
    async let projected = disclosure.projection(
      of: site.library, site.links, site.attachments,
      withholding: assets.withheld.union(unused))
    await check(site, content.details, found)
    let projection = await projected
    self.projection = projection
    let handbook = await disclose(site, projection)
    diagnostics += assets.diagnostics
    let plan = await plan(handbook, sources, assets.facts)
    guard let templates else { return nil }
    var facts = assets.facts
    facts.logo = logo(site)
    return SiteRenderer(
      plan: plan, templates: templates, wordbook: theme.words, facts: facts,
      themeFiles: sources.published, isPreview: settings.isPreview)
  }

  private mutating func check(
    _ site: SourceSite, _ details: [FoundDetail], _ found: FoundInFiles
  ) async {
    let names = await site.withheldNames(search, names)
    named = names.entries
    diagnostics += await site.problems(
      on: settings.today, details: details + found.details,
      names: names.diagnostics + found.findings)
    diagnostics += found.warnings
    self.found.formUnion((diagnostics.compactMap(\.location) + details.map(\.place)).map(\.path))
    diagnostics = site.library.applyingAcceptances(to: diagnostics)
    diagnostics = site.library.withoutProblemsOfTakenDown(diagnostics)
  }

  /// Parts what the site owes from its problems; nobody who has withdrawn is named in either.
  func withoutOwed(
    _ debt: Debt, _ problems: [Diagnostic]
  ) async -> (told: [Diagnostic], owed: OwedDebt) {
    guard let site else { return (problems, OwedDebt()) }
    let library = site.library
    guard !debt.isEmpty else {
      return (library.maskingWithdrawn(problems, line: files.line), OwedDebt())
    }
    // The problems of what was taken down are not told, and stand all the same.
    let unlooked = library.entries.filter { $0.common.takenDown != nil }.map(\.source)
    var (told, owed) = await OwedDebt.part(
      debt, from: problems, in: files, unread: Set(site.unread + unlooked))
    owed.diagnostics = library.maskingWithdrawn(owed.diagnostics, line: files.line)
    told = library.maskingWithdrawn(told, line: files.line)
    return (told, owed)
  }

  private func disclosure(_ site: SourceSite, _ words: Wordbook) -> Disclosure {
    Disclosure(
      audience: settings.audience, includesDrafts: settings.includesDrafts, today: settings.today,
      words: words.withheld(in: site.library.languages), siteWords: words.site.withheld)
  }

  /// Withholds, entry by entry: what follows sees nothing but the result.
  private func disclose(_ site: SourceSite, _ projection: Projection) async -> Handbook {
    let slots = await parallelMap(Array(site.library.indices), projection.publish)
    return projection.handbook(slots, site.minutes)
  }

  /// Gives every page its address, and holds these against the addresses published before.
  private mutating func plan(
    _ handbook: Handbook, _ theme: ThemeSources, _ facts: AssetFacts
  ) async -> SitePlan {
    let files = files
    async let published = Self.routes(in: files)
    let plan = take(
      await SitePlan.make(
        handbook, copySizes: facts.copySizes, themeFiles: theme.published.keys.sorted()))
    routes = take(await published)
    diagnostics += plan.losses(of: routes)
    return plan
  }

  private static func routes(in files: SiteFiles) -> Diagnosed<RoutesLock> {
    guard files.paths.contains(RoutesLock.path) else { return Diagnosed(RoutesLock()) }
    let read = files.file(RoutesLock.path)
    guard let source = read.value else { return Diagnosed(RoutesLock(), read.diagnostics) }
    return RoutesLock.read(source)
  }

  /// The position of the site's logo among the assets.
  private mutating func logo(_ site: SourceSite) -> Int? {
    guard let logo = site.library.configuration.logo else { return nil }
    return take(site.finder.asset(logo, from: "content/handbook.yml"))
  }

  /// What the next inspection may take from this one.
  func settled(
    _ renderer: SiteRenderer?, _ languages: NoteLanguages, _ outcome: SettledSite.Outcome
  ) -> SettledSite? {
    guard let renderer, let site, let projection else { return nil }
    let told = (outcome.diagnostics + outcome.owed.diagnostics).compactMap { $0.location?.path }
    let owed = outcome.owed.debt.paths.map(\.description)
    return SettledSite(
      settings: settings, languages: languages, site: site, renderer: renderer,
      projection: projection, names: search, outcome: outcome,
      told: found.union(told).union(owed).union(outcome.named))
  }

  mutating func take<Value>(_ diagnosed: Diagnosed<Value>) -> Value {
    diagnostics += diagnosed.diagnostics
    return diagnosed.value
  }
}

extension [Diagnostic] {
  /// By path, line and column; those of the whole site last.
  ///
  /// Equal places keep their order.
  fileprivate var sortedForPrinting: [Diagnostic] {
    enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (let first?, let second?):
        first == second || !(first < second || second < first)
          ? left.offset < right.offset : first < second
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): left.offset < right.offset
      }
    }.map(\.element)
  }
}
