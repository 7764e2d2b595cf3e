import ArgumentParser
import Build
import Files
import Rewriting

/// `handbook rename`: gives an entry another id.
struct Rename: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give an entry another id, and fix everything that names it.",
    discussion: """
      Moves the file, or its folder, and rewrites every field, link and mention that names it. The \
      old id becomes an alias, so that the old address leads to the new one. The plan is tried in \
      memory first; one that would break a link is refused, and nothing changes.

      Example: handbook rename posts/lesson-1 exit-tickets
      """)

  @Argument(help: ArgumentHelp("The entry, such as posts/a-story.", valueName: "kind/id"))
  var entry: String

  @Argument(help: ArgumentHelp("Its id from now on.", valueName: "new-id"))
  var newID: String

  @OptionGroup var site: RewritingOptions

  func run() async throws {
    let command = "rename \(entry) \(newID)"
    try await site.during(command) { (tree, sources) throws(RewriteRefusal) in
      let renaming = try Renaming(entry, to: newID, in: sources)
      try await renaming.plan.refuseIfItBreaks(tree)
      Console.print("\(renaming.from) becomes \(renaming.to).\n\n\(renaming.plan.description)")
      try site.carryOut(renaming.plan, command)
    }
  }
}
