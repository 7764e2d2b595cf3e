package import Community
package import Diagnostics
package import Files
import Markup
package import Site

/// A site read and checked whole, ready to be written if nothing stands against it.
package struct Inspection: Sendable {
  /// Every problem of every file, in the order in which messages are printed.
  package let diagnostics: [Diagnostic]
  /// What makes the pages; `nil` where something blocks the site.
  package let renderer: SiteRenderer?
  /// All that was read, for what stays on this computer; `nil` where there are no settings.
  package let settled: SettledContent?
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
  /// With a `memory`, which may be empty, one is left for the next inspection. `names` is what an
  /// earlier one found of withheld names.
  package static func inspect(
    _ files: SiteFiles, _ settings: BuildSettings, cache: BuildCache?, memory: SiteMemory? = nil,
    names: NameFreeFiles? = nil,
    progress: @escaping @Sendable (BuildStage) -> Void = { _ in }
  ) async -> Inspection {
    progress(.reading)
    var content = ReadContent(files)
    let toldBaseURL = settings.baseURL ?? content.configuration?.baseURL
    content.configuration?.baseURL = toldBaseURL ?? settings.likelyBaseURL
    var inspector = Inspector(
      files: files, settings: settings, names: names ?? memory?.names, progress: progress)
    let theme = inspector.readTheme(language: content.configuration?.language)
    await content.readEntries(files, theme.words.noteLanguages, cache?.reading(), memory)
    progress(.linking)
    inspector.diagnostics += files.diagnostics + content.diagnostics
    let entryCount = content.entries.count
    // What settles them changes each, so that none is in memory twice.
    let entries = content.takeEntries()
    let renderer = await inspector.inspect(content, entries, theme)
    let diagnostics = inspector.diagnostics.sortedForPrinting
    return Inspection(
      diagnostics: diagnostics,
      renderer: diagnostics.contains { $0.severity.isBlocking } ? nil : renderer,
      settled: inspector.settled, files: files, entryCount: entryCount,
      routes: inspector.routes,
      hasLikelyBaseURL: toldBaseURL == nil && settings.likelyBaseURL != nil,
      parsedCount: content.parsedCount,
      named: inspector.named,
      memory: memory.map { _ in
        SiteMemory(
          of: files, content.readings,
          namesIn: inspector.settled == nil ? nil : inspector.named)
      })
  }
}

/// Takes content through the stages of the house, and gathers what each says.
private struct Inspector {
  let files: SiteFiles
  let settings: BuildSettings
  let names: NameFreeFiles?
  let progress: @Sendable (BuildStage) -> Void
  var diagnostics: [Diagnostic] = []
  /// The paths of the entries in which withheld names stand.
  var named: Set<String> = []
  var settled: SettledContent?
  var routes = RoutesLock()

  /// The files of the theme, and the words of the interface.
  struct Theme {
    let sources: ThemeSources
    let words: Wordbook
  }

  /// Reads the theme before the entries, since notes are read by its words.
  ///
  /// Without settings nobody knows the language; what is wrong with the words is then not told.
  mutating func readTheme(language: String?) -> Theme {
    let sources = ThemeSources(own: take(ownTemplates()))
    diagnostics += sources.diagnostics
    let words = Wordbook.read(sources, language: language ?? "en")
    if language != nil { diagnostics += words.diagnostics }
    return Theme(sources: sources, words: words.value)
  }

  mutating func inspect(
    _ content: ReadContent, _ entries: consuming [Entry], _ read: Theme
  ) async -> SiteRenderer? {
    // Without settings nothing can be settled, and all that follows would be told for nothing.
    guard let configuration = content.configuration else { return nil }
    let (theme, wordbook) = (read.sources, read.words)
    let templates = take(PageTemplates.compile(theme, words: wordbook.site))
    let (library, handbook) = await disclose(content, entries, configuration, wordbook)
    let assets = await CheckedAssets.check(library.assets, files)
    diagnostics += assets.diagnostics
    let plan = take(SitePlan.make(handbook, themeFiles: theme.published.keys.sorted()))
    routes = take(readRoutes())
    diagnostics += plan.losses(of: routes)
    guard let templates else { return nil }
    var facts = assets.facts
    facts.logo = logo(library)
    return SiteRenderer(
      plan: plan, templates: templates, wordbook: wordbook, facts: facts,
      themeFiles: theme.published)
  }

  private mutating func disclose(
    _ content: ReadContent, _ entries: consuming [Entry], _ configuration: Configuration,
    _ wordbook: Wordbook
  ) async -> (Library, Handbook) {
    let library = take(
      Library.settle(
        entries, unread: Set(content.unread.keys), assets: content.assets,
        configuration: configuration, vocabulary: content.vocabulary, join: content.join))
    let finder = FileFinder(library, unread: Set(content.unread.values))
    let indices = Array(library.indices)
    let followed = await parallelMap(indices) { LinkGraph.follow($0, in: library, files: finder) }
    let links = LinkGraph(library, files: finder, followed)
    let attachments = take(Attachments.find(library, files: finder))
    let minutes = MinuteBook(library, links)
    settled = SettledContent(library: library, links: links, minutes: minutes)
    progress(.checking)
    diagnostics += links.diagnostics + minutes.diagnostics + library.undisclosedValues()
    diagnostics += library.unusedPictures(links, attachments)
    diagnostics += library.findings(of: content.details)
    diagnostics += library.staleConsents(on: settings.today)
    diagnostics += await namesInText(library)
    diagnostics = library.applyingAcceptances(to: diagnostics)
    let disclosure = Disclosure(
      audience: settings.audience, includesDrafts: settings.includesDrafts, today: settings.today,
      words: wordbook.withheld(in: library.languages), siteWords: wordbook.site.withheld)
    let projection = disclosure.projection(of: library, links, attachments)
    let slots = await parallelMap(indices, projection.publish)
    return (library, projection.handbook(slots, minutes))
  }

  private func readRoutes() -> Diagnosed<RoutesLock> {
    guard files.paths.contains(RoutesLock.path) else { return Diagnosed(RoutesLock()) }
    let read = files.file(RoutesLock.path)
    guard let source = read.value else { return Diagnosed(RoutesLock(), read.diagnostics) }
    return RoutesLock.read(source)
  }

  /// Looks for withheld names, in all entries at once.
  private mutating func namesInText(_ library: Library) async -> [Diagnostic] {
    guard let search = NameSearch(library) else { return [] }
    let files = files
    let isFree = names?.stillFree(in: files)
    let inEntries = await parallelMap(Array(library.indices)) { index in
      isFree?(library[index]) == true ? [] : search.findings(in: index, files.source)
    }
    for (entry, found) in zip(library.entries, inEntries) where !found.isEmpty {
      named.insert(entry.source)
    }
    return inEntries.flatMap(\.self) + search.findingsBesideEntries(files.source)
  }

  /// The position of the site's logo among the assets.
  private mutating func logo(_ library: Library) -> Int? {
    guard let logo = library.configuration.logo else { return nil }
    return take(FileFinder(library, unread: []).asset(logo, from: "content/handbook.yml"))
  }

  private func ownTemplates() -> Diagnosed<[SourceText]> {
    var sources: [SourceText] = []
    var problems: [Diagnostic] = []
    for path in files.paths where path.isInside(RelativePath(fixed: "templates")) {
      guard !path.parts.contains(where: { $0.hasPrefix(".") }) else { continue }
      // A theme's own pictures and fonts are no text, and go out as they are.
      let isAsset = path.isInside(RelativePath(fixed: "templates/assets"))
      let read = isAsset ? files.file(path) : files.text(path)
      problems += read.diagnostics
      if let source = read.value { sources.append(source) }
    }
    return Diagnosed(sources, problems)
  }

  private mutating func take<Value>(_ diagnosed: Diagnosed<Value>) -> Value {
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
