import ArgumentParser
import Build
import Dates
import Desk
import Diagnostics
import Files

/// `handbook inbox`: what people have sent.
struct InboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "Take in what people have filled in on sheets.",
    subcommands: [InboxAdd.self])
}

/// `handbook inbox add`: drafts of the files that sheets have saved.
struct InboxAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Make drafts of files that sheets have saved.",
    discussion: """
      Each file becomes a draft for you to look at; nothing that is there is overwritten, and a file \
      that was added before adds nothing. Minutes go into their meeting where it has no notes yet. \
      Where that meeting is published, they are printed, and written with --confirm. Consent \
      changes nothing by itself either: what the sheet says is printed, and written into the \
      member's file with --confirm.

        handbook inbox add ~/Downloads/minutes-2026-03-05-circle.handbook-sheet.json
        handbook inbox add consent.handbook-sheet.json --confirm
      """)

  @Argument(help: ArgumentHelp("The files.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("The folder of the site.", valueName: "folder"))
  var site = "."

  @Option(help: ArgumentHelp("The id of the member whose consent it is.", valueName: "id"))
  var member: String?

  @Flag(help: "Write what was printed: you have looked at it, and asked the member.")
  var confirm = false

  @Option(
    help: ArgumentHelp(
      "The day of an entry whose sheet gives none, YYYY-MM-DD. Without it the clock tells.",
      valueName: "date"))
  var today: CalendarDate?

  func run() async throws {
    var failed = false
    for file in files {
      // What one file adds is known to the next.
      let inbox = try await inbox()
      do throws(InboxTrouble) {
        let outcome = try inbox.add(try bytes(of: file), member: member, confirms: confirm)
        for line in outcome.lines(file) { Console.print(line) }
      } catch {
        Console.printError("\(file.quotedInput): \(error.message)")
        if let hint = error.hint { Console.printError("  help: \(hint)") }
        failed = true
      }
    }
    if failed { throw ExitCode.failure }
  }

  private func inbox() async throws -> Inbox {
    let inspection = try await LocalOptions.inspect(site, today: today)
    do throws(InboxTrouble) {
      return try Inbox(site: site, inspection, today: today ?? Clock.today)
    } catch {
      throw Failure(message: error.message, hint: error.hint)
    }
  }

  private func bytes(of file: String) throws(InboxTrouble) -> [UInt8] {
    do throws(FileTrouble) {
      return try fileBytes(at: file, atMost: 256 * 1024)
    } catch {
      throw .file(error)
    }
  }
}

extension Inbox.Outcome {
  /// What became of a file, in words.
  fileprivate func lines(_ file: String) -> [String] {
    switch self {
    case .addedBefore: ["\(file.quotedInput) was added before; nothing was written"]
    case .added(let place, let isInMeeting, let unknown):
      [
        isInMeeting
          ? "\(place.path) has these notes now" : "\(place.path) is new, as a draft"
      ]
        + told(unknown)
    case .notes(let place, let added, _, _, let unknown):
      ["The sheet proposes for \(place.path):"]
        + added.split(separator: "\n", omittingEmptySubsequences: false).map {
          "  \(String($0).quotedInput)"
        }
        + [
          "Nothing was written, since this meeting is published. "
            + "Run this again with --confirm, or drop the file on the desk."
        ] + told(unknown)
    case .proposed(let place, let lines, let isSet, let unknown):
      [isSet ? "\(place.path) says now:" : "The sheet proposes for \(place.path):"]
        + lines.map { "  \($0)" }
        + (isSet
          ? [] : ["Nothing was written. Ask the member, then run this again with --confirm."])
        + told(unknown)
    }
  }

  private func told(_ unknown: [String]) -> [String] {
    unknown.isEmpty
      ? []
      : ["Left out, since no sheet has it: \(unknown.map(\.quotedInput).joined(separator: ", "))"]
  }
}
