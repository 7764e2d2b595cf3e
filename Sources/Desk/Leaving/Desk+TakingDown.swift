import Build
import Community
import Files
import Importing
import Publishing
import Rewriting
import Serving

extension Desk {
  /// What it means to take an entry down, before it is done.
  func takingDownPage(_ id: EntryID, _ state: DeskState) async -> Answer {
    guard let path = state.path(of: id), let entry = state.entry(id) else {
      return await missing()
    }
    var view = TakingDownView(
      frame: state.frame(title: entry.workingTitle), entry: id, path: path.description,
      page: "\(Workplaces.siteAddress(port: port))\(id.sitePath)",
      isDown: entry.common.takenDown != nil)
    if let standing = state.pending?.changes.standing, !standing.hasHost {
      view.standing = standing.words
      view.step = standing.step
    }
    do throws(DeskTrouble) {
      let (_, site) = try await sources()
      let plan = try takingDown(id, FormPairs(queryOf: ""), site)
      view.files = plan.files.map { site.title(of: $0) }
      view.leading = site.entriesLeading(to: id)
    } catch {
      view.refusal = error.message
      view.hint = error.hint
    }
    return .page(pages.takingDown(view))
  }

  private func takingDown(
    _ id: EntryID, _ form: FormPairs, _ site: SourceSite
  ) throws(DeskTrouble) -> TakingDown {
    let reason = String(Pasted.plainLine(form["why"] ?? "").prefix(500))
    do throws(RewriteRefusal) {
      let plan =
        form["back"] == "yes"
        ? try TakingDown(undoing: "\(id)", in: site)
        : try TakingDown(
          "\(id)", because: reason.isEmpty ? "taken down on request" : reason,
          hasNotice: form["notice"] == "yes", in: site)
      guard plan.id == id else { throw RewriteRefusal(DeskTrouble.unknownEntry.message) }
      return plan
    } catch {
      throw .rewrite(error)
    }
  }

  /// Takes an entry down, and begins to publish that; or puts it back, for the next publication.
  ///
  /// The file comes first: whatever becomes of the rest, the page is in no later publication.
  func takenDown(_ form: FormPairs) async throws(DeskTrouble) -> Answer {
    let path = try path(form)
    guard let id = EntryID(path: path) else { throw .unknownEntry }
    if let answer = try finishedEarlier() { return answer }
    let (_, site) = try await sources()
    let takingDown = try takingDown(id, form, site)
    guard takingDown.plan.writes.map(\.path) == [path.description] else { throw .unknownEntry }
    try carryOut(takingDown.plan, of: site, command: "takedown \(id)")
    if form["back"] == "yes" { return .ended(well: true, pages.words("put_back_done")) }
    guard publication.begin(pages.words("going_down")) else {
      return .ended(
        well: false, "\(pages.words("down_not_online")) \(pages.words("going_already"))")
    }
    Task { publication.end(await publishRemoval(of: path)) }
    return .json(progress)
  }
}

// MARK: - Publishing it

extension Desk {
  /// Puts the site online without an entry, and sends the one file that says so.
  ///
  /// The pages first: they are what people read.
  private func publishRemoval(of path: RelativePath) async -> PublicationResult {
    let site: PublishedSite
    do throws(PublishingRefusal) {
      site = try await publisher.publish { [publication] in publication.tell($0) }
    } catch {
      return stillOnline(error.message, error.hint)
    }
    do throws(PublishTrouble) {
      let sent = try await send([path], "Take an entry down", asProposal: false)
      notes.sent([path])
      guard let proposal = sent.proposal else { return offTheSite(site) }
      // Until it is taken over, a publication from elsewhere would bring the page back.
      let words = site.isBuiltByHost ? "down_proposed" : "down_pages_proposed"
      return PublicationResult(
        isGood: false, message: pages.words(words, ["branch": proposal.branch]),
        address: proposal.address)
    } catch {
      if site.isBuiltByHost { return stillOnline(error.message, error.hint) }
      return PublicationResult(
        isGood: false, message: "\(pages.words("down_pages_only")) \(error.message)",
        hint: error.hint, address: site.address)
    }
  }

  private func offTheSite(_ site: PublishedSite) -> PublicationResult {
    PublicationResult(
      isGood: true,
      message: pages.words(site.isBuiltByHost ? "down_sent_to_host" : "down_online"),
      address: site.address)
  }

  private func stillOnline(_ reason: String, _ hint: String?) -> PublicationResult {
    PublicationResult(
      isGood: false, message: "\(pages.words("down_not_online")) \(reason)", hint: hint)
  }
}

extension SourceStanding {
  /// Whether there is a git host that something could be sent to.
  fileprivate var hasHost: Bool {
    switch self {
    case .noGit, .noRepository, .noRemote, .unfinished, .detached: false
    case .noCommit, .neverSent, .unsent, .proposed, .online: true
    }
  }
}

extension SourceSite {
  /// The titles of the entries that lead to one.
  fileprivate func entriesLeading(to id: EntryID) -> [String] {
    guard let index = library.names.entry(id) else { return [] }
    return Set(links.incoming[index.position].map(\.from)).sorted().map { library[$0].workingTitle }
  }
}

extension EntryID {
  /// The address of the page that takes it down.
  var takingDownAddress: String { "\(deskAddress)/take-down" }
}
