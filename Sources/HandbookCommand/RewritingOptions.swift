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
  /// Reads the sources, and hands them on; what is refused ends the command.
  func during(
    _ work: (LocalFileTree, SourceSite) async throws(RewriteRefusal) -> Void
  ) async throws {
    do {
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

  /// Makes the changes, or says that none were made.
  func carryOut(_ plan: RewritePlan) throws(RewriteRefusal) {
    guard !dryRun else {
      Console.print("Nothing was changed: this was a dry run.")
      return
    }
    try plan.carryOut(in: site)
    Console.print("Done.")
  }
}
