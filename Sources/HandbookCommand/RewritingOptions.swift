import ArgumentParser
import Build
import Diagnostics
import Files
import Rewriting

/// What the commands take that change the sources themselves.
struct RewritingOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of the site.", valueName: "site"))
  var site = "."

  @Flag(help: "Only tell what would be done.")
  var dryRun = false
}

extension RewritingOptions {
  /// Finishes what an earlier command left undone, reads the sources, and hands them on; what is
  /// refused ends the command.
  ///
  /// `command` are the words that the command is known by. Where it was itself cut short, to finish
  /// it is all that is left to do.
  func during(
    _ command: String,
    _ work: (LocalFileTree, SourceSite) async throws(RewriteRefusal) -> Void
  ) async throws {
    do {
      if let unfinished = RewriteJournal.unfinished(in: site) {
        try finish(unfinished)
        guard unfinished.command != command else { return }
      }
      let tree = try LocalFileTree(site)
      guard let sources = try await SourceSite.read(tree) else {
        throw Failure(
          message: "content/handbook.yml cannot be read", hint: "run 'handbook check' first")
      }
      try await work(tree, sources)
    } catch let refusal as RewriteRefusal {
      throw Failure(message: refusal.message, hint: refusal.hint)
    } catch let trouble as FileTrouble {
      guard case .missing = trouble else { throw Failure(message: trouble.message) }
      throw Failure(
        message: "there is no handbook in '\(site.quotedInput)'",
        hint: "name the folder that holds content/, or go there first")
    }
  }

  private func finish(_ unfinished: RewriteJournal) throws(RewriteRefusal) {
    guard !dryRun else {
      throw RewriteRefusal(
        "an earlier 'handbook \(unfinished.name)' was cut short",
        hint: "run a command without --dry-run: it finishes that first")
    }
    try unfinished.finish(in: site)
    Console.print("An earlier 'handbook \(unfinished.name)' was cut short. It is finished now.")
  }

  /// Makes the changes, or says that none were made.
  func carryOut(_ plan: RewritePlan, _ command: String) throws(RewriteRefusal) {
    guard !dryRun else {
      Console.print("Nothing was changed: this was a dry run.")
      return
    }
    try RewriteJournal.carryOut(plan, command: command, in: site)
    Console.print("Done.")
  }
}
