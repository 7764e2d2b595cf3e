import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Importing
import Scaffolding

extension ImportOptions {
  /// Settles what was planned, writes it, unless it is only to be told, and tells of it.
  func carryOut(
    _ plan: ImportPlan, _ standing: ImportStanding, _ settings: Settings? = nil
  ) async throws {
    let tree = try siteTree()
    let changes = ImportChanges(
      plan, standing, changes: siteChanges(plan, standing, settings, tree), on: Clock.today)
    _ = try checkedFolder(for: changes)
    let outcome = try await settle(changes, tree)
    let folder = try checkedFolder(for: outcome.changes)
    let summary = ImportSummary(outcome, isDryRun: dryRun)
    let hasReport = try !dryRun && write(outcome, summary, into: folder)
    tell(outcome, summary, settings, hasReport: hasReport)
    if !outcome.remaining.isEmpty { throw ExitCode.contentHasErrors }
  }

  private func settle(
    _ changes: ImportChanges, _ tree: LocalFileTree
  ) async throws -> Settling.Outcome {
    let progress = ProgressLine(isShown: !quiet)
    do {
      return try await progress.during {
        let outcome = try await Settling.settle(changes, over: tree, today: Clock.today) {
          progress.enter($0)
        }
        // What somebody wrote may need an entry that the handbook began with.
        guard !outcome.remaining.isEmpty, let kept = changes.keepingStarters else {
          return outcome
        }
        let other = try await Settling.settle(kept, over: tree, today: Clock.today) {
          progress.enter($0)
        }
        return other.remaining.count < outcome.remaining.count ? other : outcome
      }
    } catch let unreadable as UnreadableInput {
      throw Failure(
        message: "\(unreadable.reason); nothing was written", hint: "run 'handbook check' first")
    } catch let trouble as FileTrouble {
      throw Failure(message: "\(trouble.message); nothing was written")
    }
  }

  /// Writes the files, and the whole report where only this computer keeps it; whether it could be.
  private func write(
    _ outcome: Settling.Outcome, _ summary: ImportSummary, into folder: SiteFolder
  ) throws -> Bool {
    if !outcome.changes.changes.isEmpty {
      BeforeImport(outcome.changes, after: BeforeImport.read(in: site)).write(in: site)
    }
    do throws(FileTrouble) {
      try outcome.changes.write(into: folder, debt: outcome.debt)
    } catch {
      throw Failure(
        message: error.message,
        hint: "what was written before it stays; run the import again once that is fixed")
    }
    guard let cache = CacheFolder(of: site) else { return false }
    cache.write(Self.reportFile, Array(summary.whole.utf8))
    return true
  }

  /// In `.handbook/`, since it may name people: git leaves it alone, and it is never published.
  private static var reportFile: String { "import-report.txt" }

  private func tell(
    _ outcome: Settling.Outcome, _ summary: ImportSummary, _ settings: Settings?, hasReport: Bool
  ) {
    let plan = outcome.changes.plan
    guard !quiet else {
      let left = plan.leftOutReport
      if !left.isEmpty { Console.print(left) }
      return
    }
    var text = full ? plan.report(isDryRun: dryRun) + "\n\n" : ""
    text += (summary.lines + (settings?.lines ?? [])).joined(separator: "\n")
    let place = site == "." ? "" : " \(site.quotedForShell)"
    if hasReport {
      text +=
        "\nThe whole report is in \(site == "." ? "" : "\(site)/").handbook/\(Self.reportFile): "
        + "it may name people, so keep it to yourself."
    }
    if dryRun {
      text += "\nNothing was written: this was a dry run. --full tells of each thing."
    } else if outcome.remaining.isEmpty {
      text +=
        "\nNext: handbook serve\(place) shows the site; handbook import undo"
        + "\(site == "." ? "" : " --site\(place)") takes this import back."
    }
    Console.print(text)
  }

  /// The folder of the site, in which every file can be written.
  private func checkedFolder(for changes: ImportChanges) throws -> SiteFolder {
    do throws(FileTrouble) {
      let folder = try SiteFolder(site)
      try changes.check(in: folder)
      return folder
    } catch {
      let isLink = if case .throughLink = error { true } else { false }
      throw Failure(
        message: "\(error.message); nothing was written",
        hint: isLink
          ? "put a folder of the site's own in the place of the link, then import again" : nil)
    }
  }
}

// MARK: - What a new handbook begins with

extension LocalFileTree {
  /// The entries that the handbook began with and that nobody has changed.
  func untouchedStarters(_ paths: [RelativePath]) -> [RelativePath] {
    paths.filter { path in
      guard path.fileExtension == "md", path.parts.count == 3,
        let bytes = try? bytes(of: path, atMost: 1 << 16)
      else { return false }
      return StarterText.isUntouched(path.description, String(decoding: bytes, as: UTF8.self))
    }
  }
}

extension ImportOptions {
  /// What `handbook.yml` says, and is to say.
  struct Settings {
    let old: [UInt8]
    let new: String
    /// What is told of it.
    let lines: [String]
  }

  /// The entries that the handbook began with go where another site comes in, and its settings say
  /// what that site said.
  private func siteChanges(
    _ plan: ImportPlan, _ standing: ImportStanding, _ settings: Settings?, _ tree: LocalFileTree
  ) -> [ImportChanges.Change] {
    guard plan.files.contains(where: \.isEntry) else { return [] }
    let gone = standing.starters.sorted().compactMap { path in
      (try? tree.bytes(of: path, atMost: 1 << 16)).map {
        ImportChanges.Change(path, old: $0, new: nil)
      }
    }
    guard let settings else { return gone }
    // The menu that the handbook began with leads to pages that are gone.
    let text =
      standing.starters.isEmpty ? settings.new : StarterMenu.removed(from: settings.new)
    let path = RelativePath(fixed: "content/handbook.yml")
    let new = Array(text.utf8)
    return gone
      + (new == settings.old ? [] : [ImportChanges.Change(path, old: settings.old, new: new)])
  }
}
