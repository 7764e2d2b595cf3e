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

  @Option(help: ArgumentHelp("The repository to publish to, as git calls it.", valueName: "name"))
  var remote = "origin"

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
      try await publish()
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

  private func publish() async throws {
    let progress = ProgressLine(isShown: !site.quiet)
    let publisher = try await publisher()
    let state = try await publisher.look()
    let likely = state.domain.map { "https://\($0)/" } ?? publisher.remote.address.pagesAddress
    let inspection = try await progress.during {
      try await site.inspect(progress, likelyBaseURL: likely)
    }
    try site.report(inspection)
    guard let renderer = inspection.renderer else { throw ExitCode.contentHasErrors }
    let built = try await progress.during { try await build(inspection, renderer, progress) }
    let configuration = renderer.plan.handbook.configuration
    let report = try await publisher.publish(
      built, over: state,
      settings(configuration.name, inspection, renderer.plan.handbook.goneAddresses))
    guard !site.quiet else { return }
    if let source = inspection.source { tellStarterText(of: source.library) }
    if inspection.hasLikelyBaseURL, let likely { Console.print(guess(likely)) }
    remind(inspection.routes, renderer.plan.routes)
    let text = report.text(of: publisher, at: configuration.baseURL)
    Console.print(inspection.source?.library.masking(text) ?? text)
  }

  /// Refuses to publish what is not for everyone without `--yes`.
  private func checkReaders() throws(PublishTrouble) {
    if yes { return }
    if site.audience == .members { throw .membersOnly }
    if site.drafts { throw .drafts }
  }

  private func publisher() async throws(PublishTrouble) -> Publisher {
    let source = try await SourceRepository.containing(site.site)
    let remote = try await source.remote(remote)
    let name = branch ?? remote.address.pagesHost?.pagesBranch ?? GitHost.usualPagesBranch
    guard let branch = BranchName(name) else { throw .badBranchName(name) }
    try await source.checkIsAnother(branch, of: remote)
    if source.isDirty {
      if requireClean { throw .uncommitted }
      if !site.quiet { Console.printError("Publishing with changes that are not committed.") }
    }
    return Publisher(from: source, to: remote, branch: branch)
  }

  private func build(
    _ inspection: Inspection, _ renderer: SiteRenderer, _ progress: ProgressLine
  ) async throws -> BuiltSite {
    let scratch = try ScratchFolder()
    let folder = "\(scratch.path)/site"
    let output = try OutputFolder.claim(folder, protecting: site.site)
    _ = try await inspection.write(renderer, to: output) { progress.enter($0) }
    let handbook = renderer.plan.handbook
    // Where the last page was taken down, or the last member left, an empty site is what was meant.
    let wanted =
      handbook.goneAddresses.ids.count + (inspection.source?.hasWithdrawn == true ? 1 : 0)
    let entries = handbook.entries.reduce(wanted) { count, _ in count + 1 }
    return try BuiltSite(folder: folder, in: scratch, entryCount: entries)
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
  private func remind(_ known: RoutesLock, _ current: RoutesLock) {
    let new = known.routes.isEmpty ? 0 : known.missing(of: current).count
    if new > 0 { Console.print(Routes.reminder(new)) }
  }

  /// Says which pages still hold the words that their files began with.
  private func tellStarterText(of library: Library) {
    let pages = StarterText.entries(in: library).map { found in
      let id = found.entry.id
      return id.kind.declaration.standsAtTop
        ? "\(id.name).html" : "\(id.kind.folder)/\(id.name).html"
    }
    guard !pages.isEmpty else { return }
    Console.print("These pages still hold the words that they began with: \(listed(pages)).")
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
    let place = "the branch '\(publisher.branch)' of \(publisher.remote.address)"
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
