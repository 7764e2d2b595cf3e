import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Rewriting

/// `handbook forget`: takes a member out of the sources.
struct Forget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Take a member who has withdrawn out of the files, so that the site can go out at once.",
    discussion: """
      Every field, link, mention and sentence that names them names a neutral id, such as m-12, \
      which readers see as "a former member". What no rule can reword, such as a title or a \
      quotation, is taken off the site until somebody has: the list is printed, and stays in \
      'handbook report'. Their photo and the files beside theirs are deleted.

      In a private source their file keeps their names and the fingerprints of their pictures, so \
      that neither can come back. In a public source nothing is kept, and nothing guards them. \
      With --entirely that file goes too, as soon as no text says who it was: lists of names lose \
      them, and sentences say "a former member".

      The changes are shown first. At a terminal you are asked before they are made. Git keeps \
      every earlier version: docs/privacy.md says what that means.
      """)

  @Argument(
    help: ArgumentHelp("The member: an id, a name or another spelling.", valueName: "member"))
  var member: String

  @OptionGroup var site: RewritingOptions

  @Flag(help: "Delete their file too: nothing then keeps their name from coming back.")
  var entirely = false

  @Flag(help: "Do not ask.")
  var yes = false

  func run() async throws {
    let command = "forget \(member)"
    var hasLeftTheirFile = false
    try await site.during(command) { (tree, sources) throws(RewriteRefusal) in
      try sources.refuseUnreadable()
      let forgetting = try await Forgetting.plan(
        member, in: sources, over: tree, entirely: entirely,
        words: sources.wordsForFormerMember, today: Clock.today)
      Console.print("\(forgetting.summary)\n\n\(forgetting.plan.description)")
      guard site.dryRun || yes || Console.confirms("Make these changes?") else {
        Console.print("Nothing was changed.")
        return
      }
      try site.carryOut(forgetting.plan, command)
      if !site.dryRun { CacheFolder.forget(in: site.site) }
      Console.print(forgetting.leftToDo)
      hasLeftTheirFile = !forgetting.inTheWay.isEmpty
    }
    if hasLeftTheirFile { throw ExitCode.contentHasErrors }
  }
}

extension Forgetting {
  /// In a terminal's log the old id would go on telling who it was.
  fileprivate var summary: String {
    if isEntire { return "Nothing of them stays, and no file stands for them." }
    return from == to ? "\(to.name) is forgotten." : "They become \(to.name)."
  }

  /// What a person has to do now, with the places.
  fileprivate var leftToDo: String {
    let parts = [
      list(
        "These are off the site, since they still say who it was. Reword each, then remove its line "
          + "'taken_down':", takenDown),
      list(
        "These settings say it in neutral words now. See whether they still read well:", settings),
      list("These files of theirs are deleted:", deleted),
      list("These pictures of theirs are used by others, and withheld:", withheld),
      list("These open actions need an owner:", actions.map(\.listed)),
      list("These roles need somebody:", roles),
    ]
    return parts.joined() + fileWords + "\n\(guardWords)\n" + """

      Publish now: handbook publish

      What cannot be taken back from here: the history of the source, the old commits of the \
      published branch, copies that others have made, and what search engines have stored. \
      docs/privacy.md says how to ask for each, host by host.
      """
  }

  /// Why their file had to stay.
  private var fileWords: String {
    list(
      "Their file stays, since something still leads to it or says who it was. Fix these places, "
        + "then run this command again with \(to.name):",
      Array(Set(inTheWay.map(\.listed))).sorted())
  }

  private var guardWords: String {
    if isEntire {
      return
        "Their file is gone, and the guard with it: nothing stops their name or picture from being "
        + "written again."
    }
    return keepsGuard
      ? "\(to.name) keeps their names and the fingerprints of their pictures: neither can come back. Only "
        + "those who can read this repository see it."
      : "The source is public, so nothing is kept that would tell who it was, and nothing stops their "
        + "name or picture from being written again."
  }

  private func list(_ heading: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\n\(heading)\n" + lines.map { "  \($0)\n" }.joined()
  }
}

extension SourceLocation {
  /// `content/posts/a.md:12:4: the line`.
  fileprivate var listed: String {
    let place = column > 0 ? "\(path):\(line):\(column)" : "\(path):\(line)"
    return excerpt.map { "\(place): \($0.quotedInput)" } ?? place
  }
}
