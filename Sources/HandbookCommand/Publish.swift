import ArgumentParser
import Build
import Community
import Files
import Hosting
import Publishing
import Scaffolding
import Site

/// `handbook publish`: builds the site and puts it on a branch of a repository elsewhere.
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site and put it on the web, as a branch of a git repository.",
    discussion: """
      The branch is made if it is not there. Files on it that handbook did not write stay. Pages \
      and files that it wrote and the site no longer has are removed, also where somebody changed \
      them. Nothing is ever forced. Your own branch, index and files are not touched.

      Ends with 0 when the site is published or was already, 1 when the content has errors or \
      privacy findings, and 2 when it could not be published. Then what is published is as it was.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "The repository to publish to, as git calls it. [default: site, where git knows one of that "
        + "name; else origin]", valueName: "name"))
  var remote: String?

  @Option(
    help: ArgumentHelp(
      "The branch to publish to. [default: \(GitHost.pagesBranches)]", valueName: "name"))
  var branch: String?

  @Option(help: ArgumentHelp("The first line of the commit's message.", valueName: "text"))
  var message: String?

  @Flag(help: "Tell what would change, and change nothing.")
  var dryRun = false

  @Flag(help: "Take over files of the same names that handbook did not write.")
  var adopt = false

  @Flag(help: "Let the site lose more than half of its pages.")
  var allowShrink = false

  @Flag(help: "Refuse while there are changes that are not committed.")
  var requireClean = false

  @Flag(help: "Publish drafts, or what is for members only, all the same.")
  var yes = false

  func run() async throws {
    do {
      try site.requireContent()
      try checkReaders()
      _ = try await publish()
    } catch let trouble as PublishTrouble {
      throw Failure(message: trouble.message, words: trouble.words, hint: trouble.hint)
    } catch let trouble as OutputTrouble {
      throw Failure(message: trouble.message, hint: trouble.hint)
    } catch let trouble as WritingTrouble {
      throw Failure(message: trouble.message, hint: trouble.hint)
    } catch let trouble as FileTrouble {
      throw Failure(message: trouble.message)
    }
  }

  /// What was put online.
  struct Published {
    var address: String?
    /// The commit on the branch of pages; `nil` where nothing was to be changed.
    var commit: String?
  }

  func publish() async throws -> Published {
    let publisher = try await publisher()
    let shelf = PublicationShelf(cache: cache, place: "publish to \(publisher.place)")
    let tip = try await publisher.tip()
    let files = try site.files()
    if let standing = shelf.standing(at: tip, files, site.settings) {
      try site.report(standing.last.diagnostics, owed: standing.last.owed, files)
      if !site.quiet { for line in standing.messages { Console.print(line) } }
      return Published()
    }
    return try await publish(files, from: shelf, with: publisher, over: publisher.look(at: tip))
  }

  private var cache: BuildCache? { BuildCache(of: site.site, tool: .ofTool(version: Version.text)) }

  private func publish(
    _ files: SiteFiles, from shelf: PublicationShelf, with publisher: Publisher,
    over state: BranchState
  ) async throws -> Published {
    let progress = ProgressLine(isShown: !site.quiet)
    var buildSettings = site.settings
    buildSettings.likelyBaseURL =
      state.domain.map { "https://\($0)/" } ?? publisher.remote.address.pagesAddress
    let earlier = try await shelf.earlier(on: state, publisher)
    if !earlier.isKept, state.hasPublished, !site.quiet {
      Console.printError(
        "Nothing is kept here of what the branch holds, so every page is made and compared.")
    }
    let inspection = await progress.during { [buildSettings] in
      await Inspection.inspect(
        files, buildSettings, cache: shelf.cache,
        names: shelf.cache?.names(after: earlier.last, buildSettings)
      ) { progress.enter($0) }
    }
    try site.report(inspection)
    guard let renderer = inspection.renderer else { throw ExitCode.contentHasErrors }
    let spool = try BlobSpool(over: earlier.files)
    let made = try await progress.during { [buildSettings] in
      try await shelf.make(inspection, renderer, buildSettings, after: earlier.last, for: spool) {
        progress.enter($0)
      }
    }
    let configuration = renderer.plan.handbook.configuration
    let report = try await publisher.publish(
      BuiltSite(made.files, in: spool, entryCount: entryCount(inspection, renderer)), over: state,
      settings(configuration.name, inspection, renderer.plan.handbook.goneAddresses))
    let reminders = reminders(of: inspection, renderer, likely: buildSettings.likelyBaseURL)
    let said = { (report: PublishReport) in
      let text = report.text(of: publisher, at: configuration.baseURL)
      return reminders + [inspection.source?.library.masking(text) ?? text]
    }
    if let branch = report.branch {
      shelf.keep(made, of: inspection, buildSettings, as: branch, saying: said(.unchanged))
    }
    if !site.quiet { for line in said(report) { Console.print(line) } }
    return Published(
      address: configuration.baseURL,
      commit: report.isUnchanged ? nil : report.branch?.commit)
  }

  /// What a person should know beside what was published.
  private func reminders(
    of inspection: Inspection, _ renderer: SiteRenderer, likely: String?
  ) -> [String] {
    [
      inspection.source.flatMap { starterText(of: $0.library) },
      inspection.hasLikelyBaseURL ? likely.map(guess) : nil,
      addresses(inspection.routes, renderer.plan.routes),
    ].compactMap(\.self)
  }

  /// Refuses to publish what is not for everyone without `--yes`.
  private func checkReaders() throws(PublishTrouble) {
    if yes { return }
    if site.audience == .members { throw .membersOnly }
    if site.drafts { throw .drafts }
  }

  func publisher() async throws(PublishTrouble) -> Publisher {
    let source = try await SourceRepository.containing(site.site)
    let remote = try await source.pagesRemote(remote)
    let name = branch ?? remote.address.pagesHost?.pagesBranch ?? GitHost.usualPagesBranch
    guard let branch = BranchName(name) else { throw .badBranchName(name) }
    try await source.checkIsAnother(branch, of: remote)
    if source.isDirty {
      if requireClean { throw .uncommitted }
      if !site.quiet { Console.printError("Publishing with changes that are not committed.") }
    }
    return Publisher(from: source, to: remote, branch: branch)
  }

  /// How many entries are shown; where none is, one for each that was meant to go.
  private func entryCount(_ inspection: Inspection, _ renderer: SiteRenderer) -> Int {
    let handbook = renderer.plan.handbook
    // Where the last page was taken down, or the last member left, an empty site is what was meant.
    let wanted =
      handbook.goneAddresses.ids.count + (inspection.source?.hasWithdrawn == true ? 1 : 0)
    return handbook.entries.reduce(wanted) { count, _ in count + 1 }
  }

  private func settings(
    _ name: String, _ inspection: Inspection, _ gone: GoneAddresses
  ) -> PublishSettings {
    var settings = PublishSettings(siteName: name, toolVersion: Version.text)
    settings.message = message
    settings.isDryRun = dryRun
    settings.adopts = adopt
    settings.allowsShrinking = allowShrink
    settings.excuses = excuses(gone, hasWithdrawn: inspection.source?.hasWithdrawn ?? false)
    return settings
  }

  /// Which removed pages do not count as lost.
  ///
  /// Whoever leaves, and what was taken down, must go without `--allow-shrink`. So must the lists
  /// that only they filled.
  private func excuses(
    _ gone: GoneAddresses, hasWithdrawn: Bool
  ) -> @Sendable (RelativePath) -> Bool {
    let mayThinLists = hasWithdrawn || !gone.ids.isEmpty
    return { path in
      guard let id = EntryID(pageAt: path) else { return mayThinLists && path.parts.count > 1 }
      return id.kind.isPerson || gone.ids.contains(id)
    }
  }

  /// Says how many addresses the site's list of addresses lacks.
  ///
  /// Publishing does not write the list, since it leaves the user's files alone.
  private func addresses(_ known: RoutesLock, _ current: RoutesLock) -> String? {
    let new = known.routes.isEmpty ? 0 : known.missing(of: current).count
    return new > 0 ? Routes.reminder(new) : nil
  }

  /// Says which pages still hold the words that their files began with.
  private func starterText(of library: Library) -> String? {
    let pages = StarterText.entries(in: library).map { found in
      let id = found.entry.id
      return id.kind.declaration.standsAtTop
        ? "\(id.name).html" : "\(id.kind.folder)/\(id.name).html"
    }
    guard !pages.isEmpty else { return nil }
    return "These pages still hold the words that they began with: \(listed(pages))."
  }

  private func listed(_ pages: [String]) -> String {
    let shown = pages.prefix(10).joined(separator: ", ")
    return pages.count > 10 ? "\(shown) and \(pages.count - 10) more" : shown
  }

  private func guess(_ address: String) -> String {
    "The site's address is taken to be \(address); if it is another, write base_url in handbook.yml."
  }
}

extension PublishReport {
  /// What a person is told of it: the files, how many, and where the site is.
  fileprivate func text(of publisher: Publisher, at address: String?) -> String {
    let place = publisher.place
    let asWritten = Set(removed).subtracting(removedChanged).sorted()
    let lines = [("+", added), ("~", changed), ("-", asWritten)].flatMap { listed($1, $0) }
    let removedLines = removedChanged.map {
      "  - \($0), which somebody had changed on the branch"
    }
    let closing =
      if isUnchanged { "Nothing to publish: \(place) has this site already." } else {
        "\(isPublished ? "Published to" : "Would publish to") \(place): \(summary)."
      }
    return (lines + removedLines + [closing] + (address.map { [$0] } ?? [])).joined(separator: "\n")
  }

  /// Enough of the paths to see what is going on.
  private func listed(_ paths: [RelativePath], _ sign: String) -> [String] {
    let shown = paths.prefix(20).map { "  \(sign) \($0)" }
    return paths.count > 20 ? shown + ["  \(sign) … and \(paths.count - 20) more"] : shown
  }
}

extension EntryID {
  /// The entry whose page has an address such as `posts/a.html`, or `charter.html` for a page of its
  /// own; `nil` for a list.
  fileprivate init?(pageAt path: RelativePath) {
    let name = String(path.name.dropLast(".html".count))
    let parts = path.parts
    if parts.count == 1 {
      self.init(.page, name)
    } else if parts.count == 2, name != "index", let kind = EntryKind(folder: Substring(parts[0])) {
      self.init(kind, name)
    } else {
      return nil
    }
  }
}

extension SourceSite {
  /// Whether anybody has withdrawn.
  fileprivate var hasWithdrawn: Bool {
    library.entries.contains { entry in
      if case .member(let member) = entry.fields { member.status == .withdrawn } else { false }
    }
  }
}
