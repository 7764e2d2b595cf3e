import Build
import Community
import Diagnostics
import Files
import Publishing
import Serving
import Text

extension Desk {
  func publishingPage(_ state: DeskState) -> PublishingView {
    let standing = state.pending?.changes.standing
    let findings = (state.inspection.map(state.findings.all) ?? []).filter { finding in
      finding.severity != Severity.warning.rawValue && finding.isPublished
    }
    let last = notes.lastPublication
    let canSend = standing.map { $0.canCommit && $0.step == nil } ?? false
    return PublishingView(
      frame: state.frame(title: pages.words("publish")),
      changes: (state.pending?.own ?? []).map { state.change($0) },
      others: (state.pending?.others ?? []).map { state.change($0) }, findings: findings,
      standing: canSend ? nil : standing?.words.asSentence, step: standing?.step?.asSentence,
      canPublish: canSend && findings.isEmpty,
      undo: last.map { pages.words("undo_note", ["count": "\($0.paths.count)"]) },
      address: last?.address)
  }

  /// How it goes, for a script that asks again and again.
  var progress: JSON {
    switch publication.state {
    case .idle: .object(["state": .text("idle")])
    case .going(let words): .object(["state": .text("going"), "message": .text(words)])
    case .ended(let result):
      .object([
        "state": .text(result.isGood ? "good" : "bad"), "message": .text(result.message),
        "hint": result.hint.map(JSON.text), "address": result.address.map(JSON.text),
      ])
    }
  }

  /// Begins, and answers at once: sending may take a minute.
  func startPublishing(_ form: FormPairs, _ state: DeskState) -> Answer {
    guard publication.begin(pages.words("going_check")) else {
      return .trouble(pages.words("going_already"), .conflict)
    }
    let isProposal = form["proposal"] != nil
    Task { publication.end(await publish(asProposal: isProposal, state)) }
    return .json(progress)
  }

  func startUndo() -> Answer {
    guard publication.begin(pages.words("going_undo")) else {
      return .trouble(pages.words("going_already"), .conflict)
    }
    Task { publication.end(await takeBack()) }
    return .json(progress)
  }
}

// MARK: - Keeping, sending, publishing

extension Desk {
  private func publish(asProposal: Bool, _ state: DeskState) async -> PublicationResult {
    guard let pending = state.pending else {
      return PublicationResult(isGood: false, message: pages.words("no_history"))
    }
    var last = LastPublication()
    last.paths = pending.own.map { $0.path.description }
    do throws(PublishTrouble) {
      let sent = try await send(
        pending.own.map(\.path), named(pending, state), asProposal: asProposal)
      last.commits = sent.commits.map { ($0.id, $0.seconds) }
      notes.sent(pending.own.map(\.path))
      if let proposal = sent.proposal {
        notes.published(last)
        return PublicationResult(
          isGood: true, message: pages.words("proposed", ["branch": proposal.branch]),
          address: proposal.address)
      }
    } catch {
      return PublicationResult(isGood: false, message: error.message, hint: error.hint)
    }
    return await publishSite(last)
  }

  /// Keeps some files in the history, and sends it.
  func send(
    _ paths: [RelativePath], _ message: String, asProposal: Bool
  ) async throws(PublishTrouble) -> Sent {
    var sender = try await SourceSender(folder.site)
    sender.beforeStep = { [publication] step in publication.tell(step.words) }
    if !paths.isEmpty { try await sender.commit(paths, saying: message) }
    let name = "\(settings.today)-desk"
    return try await sender.send(asProposal ? .proposal(name) : .directly(otherwiseAs: name))
  }

  private func publishSite(_ last: LastPublication) async -> PublicationResult {
    var last = last
    do throws(PublishingRefusal) {
      publication.tell(pages.words("going_publish"))
      let site = try await publisher.publish { [publication] in publication.tell($0) }
      last.publication = site.publication
      last.address = site.address
      notes.published(last)
      notes.isUndoClosed = false
      return PublicationResult(
        isGood: true, message: pages.words(site.isBuiltByHost ? "sent_to_host" : "published"),
        address: site.address)
    } catch {
      notes.published(last)
      return PublicationResult(
        isGood: false, message: "\(pages.words("sent_not_published")) \(error.message)",
        hint: error.hint)
    }
  }

  /// What the history says of it, without the name of any member.
  private func named(_ pending: PendingChanges, _ state: DeskState) -> String {
    let titles = pending.own.compactMap { file -> String? in
      let entry = state.library?.entries.first { $0.source == file.path.description }
      guard let entry, entry.id.kind != .member else { return nil }
      return entry.workingTitle.split { $0.isNewline }.joined(separator: " ")
    }
    guard let first = titles.first else {
      return pending.own.count == 1 ? "A change from the desk" : "Changes from the desk"
    }
    let more = pending.own.count - 1
    return more > 0 ? "\(first), and \(more) more" : first
  }

  /// Brings back what was online before the last publication.
  ///
  /// What was typed stays in the folder.
  private func takeBack() async -> PublicationResult {
    guard let last = notes.lastPublication else {
      return PublicationResult(isGood: false, message: pages.words("nothing_to_undo"))
    }
    do throws(PublishingRefusal) {
      var site = PublishedSite(address: last.address, publication: nil, isBuiltByHost: true)
      // The pages first: they are what people read.
      if let publication = last.publication { site = try await publisher.takeBack(publication) }
      try await takeBackSource(last)
      notes.lastPublication = nil
      return PublicationResult(
        isGood: true, message: pages.words("undone"), address: site.address ?? last.address)
    } catch {
      return PublicationResult(isGood: false, message: error.message, hint: error.hint)
    }
  }

  private func takeBackSource(_ last: LastPublication) async throws(PublishingRefusal) {
    do throws(PublishTrouble) {
      var sender = try await SourceSender(folder.site)
      sender.beforeStep = { [publication] step in publication.tell(step.words) }
      let commits = last.commits.map { SourceCommit(id: $0.id, seconds: $0.seconds) }
      guard !commits.isEmpty else { return }
      try await sender.revert(commits, saying: "Take back what the desk published last")
      _ = try await sender.send(.directly(otherwiseAs: "\(settings.today)-undo"))
      note(last.paths)
    } catch {
      throw PublishingRefusal(message: error.message, hint: error.hint)
    }
  }

  /// The files are the desk's again, and wait to be published.
  private func note(_ paths: [String]) {
    for path in paths {
      guard let path = try? RelativePath(path),
        let bytes = try? LocalFileTree(folder.site).bytes(of: path, atMost: 64 * 1024 * 1024)
      else { continue }
      notes.wrote(path, bytes)
    }
  }
}

extension String {
  /// With a capital at its beginning.
  fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() }
}
