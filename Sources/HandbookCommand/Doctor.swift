import ArgumentParser
import Community
import Diagnostics
import Publishing

/// `handbook doctor`: whether all that a handbook needs is there, and what to type where it is not.
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look whether all is there that a handbook needs, and say what to type where not.",
    discussion: """
      It looks at the folder and its settings, the time zone, git and your name there, each \
      repository elsewhere and whether it answers, what is published, the last build, and the \
      programs curl and pandoc, which few need. It changes nothing and asks nobody. It prints no \
      password and no token, so you can show what it says to somebody who helps.

        handbook doctor
        handbook doctor ../our-handbook --wait 30

      Each line begins with ok, note or fix. What to type stands below it; type it in the folder of \
      the site. A note needs nothing done.

      Ends with 0 where nothing is to be fixed, and with 1 where something is, also outside of a \
      handbook and of git.
      """)

  @Argument(help: ArgumentHelp("The folder of the site.", valueName: "site"))
  var site = "."

  @Option(
    help: ArgumentHelp("How many seconds a git host has to answer.", valueName: "seconds"))
  var wait = 10

  func validate() throws {
    guard !(1...600).contains(wait) else { return }
    throw ValidationError("--wait takes a number of seconds from 1 to 600")
  }

  func run() async throws {
    let folder = ExaminedFolder(site)
    var examination = GitExamination(
      of: folder.isThere ? site : "/", patience: .seconds(wait))
    examination.repository = folder.settings?.repository
    examination.isBuiltByHost = folder.hasRecipe
    let tool = [Finding("handbook", .good, Version.text)]
    let found =
      tool + folder.findings + (await examination.findings(withRepository: folder.isThere))
      + folder.lastBuild + (await programs())
    let printer = FindingPrinter(isColoured: Console.hasColourInResults)
    Console.print(printer.text(for: found, in: folder.isThere ? site : "."))
    if found.contains(where: { $0.state == .bad }) { throw ExitCode.contentHasErrors }
  }

  /// Programs that some commands start, and most handbooks never need.
  private func programs() async -> [Finding] {
    [
      await program("curl", "'handbook check --links' needs it"),
      await program("pandoc", "importing documents of a word processor needs it"),
    ]
  }

  private func program(_ name: String, _ use: String) async -> Finding {
    guard let version = await installedVersion(of: name) else {
      return Finding(name, .note, "not installed; only \(use)", [Installing.line(name)])
    }
    return Finding(name, .good, version)
  }
}

/// Prints what was found: a line each, with what to type below it.
///
/// ```
/// ok    git           2.39.5
/// fix   your name     git does not know who you are, so nothing can be kept in its history
///       > git config --global user.name "Your Name"
/// ```
struct FindingPrinter {
  let isColoured: Bool

  func text(for findings: [Finding], in site: String) -> String {
    let width = (findings.map(\.subject.count).max() ?? 0) + 2
    let printed = findings.flatMap { lines($0, width) }
    return (printed + ["", closing(findings, site)]).joined(separator: "\n")
  }

  private func lines(_ finding: Finding, _ width: Int) -> [String] {
    let padding = String(repeating: " ", count: width - finding.subject.count)
    let first = "\(mark(finding.state))\(finding.subject)\(padding)\(finding.words)".visible
    let steps = finding.steps.map { "      > \($0)".visible }
    return [coloured(first, finding.state)] + steps
  }

  private func mark(_ state: Finding.State) -> String {
    switch state {
    case .good: "ok    "
    case .note: "note  "
    case .bad: "fix   "
    }
  }

  /// The mark in the colour of its state; the parameters are those of ECMA-48's SGR sequence.
  private func coloured(_ line: String, _ state: Finding.State) -> String {
    guard isColoured else { return line }
    let colour =
      switch state {
      case .good: "32"
      case .note: "33"
      case .bad: "1;31"
      }
    return "\u{1B}[\(colour)m\(line.prefix(4))\u{1B}[0m\(line.dropFirst(4))"
  }

  private func closing(_ findings: [Finding], _ site: String) -> String {
    let count = findings.count { $0.state == .bad }
    if count == 0 { return "All good." }
    let place =
      site == "." ? "" : " Type what it says in the folder \(site.quotedForShell).".visible
    return (count == 1 ? "1 thing to fix." : "\(count) things to fix.") + place
  }
}
