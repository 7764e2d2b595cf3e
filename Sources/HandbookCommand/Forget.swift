import ArgumentParser
import Build
import Diagnostics
import Files
import Rewriting

/// `handbook forget`: takes a member out of the sources.
struct Forget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a member who has withdrawn out of the files.",
    discussion: """
      Their file is replaced by one under a neutral id, such as m-12, that says only that they \
      withdrew; every field, link and mention that named them names that id; files beside theirs \
      and their photo are deleted. What cannot be done by rule is listed: texts that say their \
      name, pictures that show them, open actions and roles that need somebody.

      Begin with --dry-run. Git keeps every earlier version: docs/privacy.md says what that means.
      """)

  @Argument(
    help: ArgumentHelp("The member: an id, a name or another spelling.", valueName: "member"))
  var member: String

  @OptionGroup var site: RewritingOptions

  func run() async throws {
    try await site.during { (tree, sources) throws(RewriteRefusal) in
      let forgetting = try Forgetting(member, in: sources)
      try await forgetting.plan.refuseIfItBreaks(tree)
      Console.print(
        "\(forgetting.from) becomes \(forgetting.to).\n\n\(forgetting.plan.description)")
      try site.carryOut(forgetting.plan)
      Console.print(forgetting.leftToDo(in: site.site))
    }
  }
}

extension Forgetting {
  /// What a person has to do now, with the places.
  fileprivate func leftToDo(in site: String) -> String {
    let texts = mentions.map { $0.listed }
    let parts = [
      list("These texts still say who it was. Reword them:", texts),
      list("The names of these files still say it. Rename them:", namedFiles),
      list(
        "These pictures show them, and are left out of the site. Replace them:",
        pictures.map(\.listed)),
      list("These open actions need an owner:", actions.map(\.listed)),
      list("These roles need somebody:", roles),
    ]
    return parts.joined()
      + """

      Git keeps every earlier version of these files, and so does whoever has a copy. \
      docs/privacy.md says what you can do about that. Then build and publish the site anew.
      """
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
