import Build
import Files
import Publishing
import Site

/// What is kept of publications to one branch, so that the next makes and stores only what differs.
struct PublicationShelf: Sendable {
  /// `nil` where nothing can be kept, or another build is at it.
  let cache: BuildCache?
  /// The branch and its repository, as a name.
  let place: String

  /// What the branch holds already, and how the site stood then.
  struct Earlier: Sendable {
    var files: [RelativePath: NamedPrint] = [:]
    var last: LastBuild?
    /// Whether the branch is as a publication from here left it.
    var isKept = false
  }
}

extension PublicationShelf {
  /// How the site stood, and what is to be told, where neither it nor the branch has changed since;
  /// `nil` where there may be something to publish.
  func standing(
    at tip: ObjectID?, _ files: SiteFiles, _ settings: BuildSettings
  ) -> (last: LastBuild, messages: [String])? {
    guard let cache, let publication = cache.publication(to: place),
      publication.commit == tip?.description,
      let last = cache.lastBuild(of: publication, to: place)
    else { return nil }
    var settings = settings
    settings.likelyBaseURL = publication.likelyBaseURL
    return cache.isAsBefore(last, files, settings) ? (last, publication.messages) : nil
  }

  /// What an earlier publication left on a branch that has not changed since.
  func earlier(on state: BranchState, _ publisher: Publisher) async throws -> Earlier {
    guard let cache, let publication = cache.publication(to: place),
      publication.commit == state.tip?.description,
      let files = cache.files(of: publication, to: place)
    else { return Earlier() }
    let held = try await publisher.held(files, on: state)
    // Where git has lost some, only their bytes are made again.
    return Earlier(
      files: held, last: cache.lastBuild(of: publication, to: place), isKept: true)
  }

  /// Makes the files of a site, but nothing that stands on the branch.
  func make(
    _ inspection: Inspection, _ renderer: SiteRenderer, _ settings: BuildSettings,
    after last: LastBuild?, for spool: BlobSpool, progress: @Sendable (BuildStage) -> Void
  ) async throws -> Made {
    guard let cache else {
      return Made(
        files: try await inspection.make(renderer, for: spool, progress: progress), kept: nil)
    }
    let made = try await cache.make(
      inspection, renderer, settings, after: last, for: spool, at: place, progress: progress)
    return Made(files: made.files, kept: made)
  }

  struct Made: Sendable {
    let files: [StagedFile]
    fileprivate let kept: MadeForPublication?
  }

  /// Keeps what the branch holds now.
  func keep(
    _ made: Made, of inspection: Inspection, _ settings: BuildSettings, as branch: PublishedBranch,
    saying messages: [String]
  ) {
    guard let cache, let kept = made.kept else { return }
    cache.keep(
      kept, of: inspection, settings, as: branch.files, in: branch.commit, saying: messages,
      to: place)
  }
}
