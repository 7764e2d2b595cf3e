import Build
import Files
import Rewriting
import Serving
import Synchronization
import Text

extension Desk {
  /// The site as its files are now, for a change that goes through many of them.
  func sources() async throws(DeskTrouble) -> (tree: LocalFileTree, site: SourceSite) {
    let tree: LocalFileTree
    let site: SourceSite?
    do throws(FileTrouble) {
      tree = try LocalFileTree(folder.site)
      site = try await SourceSite.read(tree)
    } catch {
      throw .file(error)
    }
    guard let site else { throw .rewrite(.noSettings) }
    return (tree, site)
  }

  /// Finishes a change that was cut short, by a kill or a closed lid; `nil` where none was.
  ///
  /// What was asked for is not done then: it was planned from files that were half changed.
  func finishedEarlier() throws(DeskTrouble) -> Answer? {
    guard let unfinished = RewriteJournal.unfinished(in: folder.site) else { return nil }
    do throws(RewriteRefusal) {
      try unfinished.finish(in: folder.site)
    } catch {
      throw .rewrite(error)
    }
    return .ended(well: true, pages.words("plan_finished"))
  }

  /// Makes the changes of a plan; what it writes is the desk's own to publish.
  ///
  /// The notes come first, so that a kill in between leaves no change that nobody would send.
  func carryOut(
    _ plan: RewritePlan, of site: SourceSite, command: String
  ) throws(DeskTrouble) {
    let before = notes.writtenFiles
    notes.wrote(plan.outcomes(of: site.files.paths))
    do throws(DeskTrouble) {
      try folder.carryOut(plan, command: command)
    } catch {
      notes.writtenFiles = before
      throw error
    }
    // What is taken off the site for somebody's sake comes back by no press of a button.
    notes.lastPublication = nil
    notes.isUndoClosed = true
  }
}

extension RewriteRefusal {
  fileprivate static let noSettings = RewriteRefusal(
    "content/handbook.yml cannot be read", hint: "'handbook check' says what is wrong with it")
}

extension RewritePlan {
  /// By what a page that shows the plan knows it.
  var mark: String { "\(Fingerprint(Array(description.utf8)))" }

  /// What becomes of each file that it touches: its bytes, or nothing where it is no longer there.
  func outcomes(of paths: [RelativePath]) -> [(path: RelativePath, bytes: [UInt8]?)] {
    var outcomes: [(path: RelativePath, bytes: [UInt8]?)] = []
    let written = Set(writes.map(\.path))
    for path in paths where target(of: path.description) != nil || removals.contains("\(path)") {
      outcomes.append((path, nil))
    }
    for write in writes {
      if let path = try? RelativePath(write.path) { outcomes.append((path, write.new)) }
    }
    return outcomes.filter { $0.bytes != nil || !written.contains("\($0.path)") }
  }

  /// The path that a file had before it was moved; `nil` where it was not.
  func source(of path: String) -> String? {
    moves.first { path == $0.to || path.hasPrefix($0.to + "/") }.map { move in
      move.from + path.dropFirst(move.to.count)
    }
  }

  /// The path that a file will have; `nil` where it is not moved.
  private func target(of path: String) -> String? {
    moves.first { path == $0.from || path.hasPrefix($0.from + "/") }.map { move in
      move.to + path.dropFirst(move.from.count)
    }
  }
}

extension DeskFolder {
  /// Makes the changes of a plan, if each file still is what the plan was made from.
  func carryOut(_ plan: RewritePlan, command: String) throws(DeskTrouble) {
    try turn.withLock { _ throws(DeskTrouble) in
      guard plan.writes.allSatisfy({ isAsPlanned($0, plan) }) else { throw .outdated }
      do throws(RewriteRefusal) {
        try RewriteJournal.carryOut(plan, command: command, in: site)
      } catch {
        throw .rewrite(error)
      }
    }
  }

  private func isAsPlanned(_ write: RewritePlan.Write, _ plan: RewritePlan) -> Bool {
    guard let path = try? RelativePath(plan.source(of: write.path) ?? write.path),
      let tree = try? LocalFileTree(site)
    else { return false }
    return (try? tree.bytes(of: path, atMost: 1 << 24)) == write.old
  }
}

extension Answer {
  /// How something ended that was done at once, as a publication is told.
  static func ended(well isGood: Bool, _ message: String) -> Answer {
    .json(.object(["state": .text(isGood ? "good" : "bad"), "message": .text(message)]))
  }
}
