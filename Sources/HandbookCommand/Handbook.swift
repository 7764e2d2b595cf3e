package import ArgumentParser
import Diagnostics
import Text

/// The command `handbook` and its subcommands.
package struct Handbook: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "handbook",
    abstract: "Turns a community's folder of Markdown into its website.",
    discussion: """
      A site is a folder with content/, and if you like templates/ of its own. Start with:

        handbook new site     begins one, in a new folder
        handbook check        reads everything and tells what to fix
        handbook build        writes the website to output/
        handbook serve        shows it in a browser while you write
        handbook desk         opens a desk beside it: forms in place of files
        handbook publish      puts it on the web, with git
        handbook report       tells the coordinator what waits for somebody
        handbook doctor       looks whether all is there, and says what to type where not

      Every command takes the folder of the site; without one it is the folder you are in. Each \
      problem has a short name in brackets; handbook explain and that name tell more.
      """,
    version: Version.text,
    subcommands: [
      BuildSite.self, Check.self, Serve.self, DeskCommand.self, Publish.self, Routes.self,
      Diff.self, New.self, Import.self, TellDebt.self, Report.self, Record.self, Handover.self,
      SheetCommand.self, InboxCommand.self, Rename.self, Forget.self, Takedown.self, Schema.self,
      Explain.self, Doctor.self,
    ])

  package init() {}
}

extension Handbook {
  /// Runs the command that the arguments name, and ends the process: 0 when all is well, 1 when the
  /// content has errors, 2 when the command or the world failed.
  package static func start() async -> Never {
    do {
      if let slip = CommandSlip(Array(CommandLine.arguments.dropFirst())) { throw slip.failure }
      var command = try parseAsRoot(CommandLine.arguments.dropFirst().namingUndo)
      try Clock.check()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      exit(.success)
    } catch {
      exit(with: error)
    }
  }

  private static func exit(with error: any Error) -> Never {
    if let failure = error as? Failure {
      Console.printError(failure.text)
      exit(.worldFailed)
    }
    let code = exitCode(for: error)
    // The library's own code for arguments that it cannot read is 64.
    guard code == .validationFailure else { exit(withError: error) }
    // It repeats what was written, control characters and all.
    Console.printError(fullMessage(for: error).withoutControls)
    exit(.worldFailed)
  }

  private static func exit(_ code: ExitCode) -> Never { exit(withError: code) }
}

extension Sequence<String> {
  /// `import --undo` as the command `import undo`: it takes nothing of what an import takes.
  fileprivate var namingUndo: [String] {
    var arguments = Array(self)
    if arguments.first == "import", let place = arguments.firstIndex(of: "--undo") {
      arguments.remove(at: place)
      arguments.insert("undo", at: 1)
    }
    return arguments
  }
}

extension String {
  /// The lines of a text, with everything else that could move the cursor escaped.
  fileprivate var withoutControls: String {
    let lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      line.contains(where: \.isUnsafeToPrint) ? String(line).quotedInput : String(line)
    }.joined(separator: "\n")
  }
}

extension ExitCode {
  /// The content has errors or privacy findings; with `--strict`, warnings too.
  static let contentHasErrors = ExitCode(1)
  /// The command was wrong, or the disk, the network or another program failed.
  static let worldFailed = ExitCode(2)
}

/// A failure of the world, in words, with what can be done about it.
struct Failure: Error {
  let message: String
  /// What another program said of it, line by line.
  var words: [String] = []
  var hint: String?

  var text: String {
    let lines = words.map { "    | \($0)" } + (hint.map { ["    help: \($0)"] } ?? [])
    return (["error: \(message)"] + lines).joined(separator: "\n")
  }
}
