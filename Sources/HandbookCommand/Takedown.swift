import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Rewriting

/// `handbook takedown`: takes one entry off the site at once, or puts it back.
struct Takedown: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take one page off the site with the next publish, or put it back.",
    discussion: """
      Writes a line into the front matter of the entry. From then on it is in no output: no page, \
      feed, calendar, search or print edition. Links to it become plain words. The file itself \
      stays, and no list of addresses stands in the way.

      Example: handbook takedown posts/exit-tickets --why "a parent asked"
      """)

  @Argument(help: ArgumentHelp("The entry, such as posts/a-story.", valueName: "kind/id"))
  var entry: String

  @OptionGroup var site: RewritingOptions

  @Option(
    help: ArgumentHelp(
      "Why, for those who read the file. It is never published.", valueName: "words"))
  var why = "taken down on request"

  @Flag(help: "Let the address say that the page was taken down. Without it, nothing is there.")
  var notice = false

  @Flag(help: "Put the page back.")
  var undo = false

  func run() async throws {
    let command = "takedown \(entry)"
    try await site.during(command) { (_, sources) throws(RewriteRefusal) in
      let takingDown =
        undo
        ? try TakingDown(undoing: entry, in: sources)
        : try TakingDown(entry, because: why, hasNotice: notice, in: sources)
      Console.print(takingDown.plan.description)
      try site.carryOut(takingDown.plan, command)
      guard !site.dryRun else { return }
      Console.print(undo ? takingDown.afterUndoing : takingDown.leftToDo)
    }
  }
}

extension TakingDown {
  fileprivate var afterUndoing: String {
    "\(id) is back with the next 'handbook publish'."
  }

  /// What leaves the site, and who else keeps copies.
  fileprivate var leftToDo: String {
    let list = files.map { "  \($0)\n" }.joined()
    let leaving = files.isEmpty ? "" : "\nThese files leave the site with it:\n\(list)"
    return """
      Publish now: handbook publish
      \(leaving)
      What else keeps a copy, and what you can do:
        - The old commits of the published branch: your git host removes them when asked.
        - The history of the source: whoever can read the repository can read it there.
        - Search engines: ask each to remove the address; Google and Bing have a form for it.
        - Web archives, such as web.archive.org: they remove a page when its owner asks.
        - Mails, prints and files that somebody has saved: ask those whom you know of.
      docs/privacy.md says how, host by host. To put the page back, add --undo.
      """
  }
}
