import ArgumentParser
import Diagnostics
import Files
import Importing

/// `handbook import`: brings along what a community has already.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring along what you have: spreadsheets, calendars, documents, other sites.",
    discussion: """
      Nothing that is there already is changed. Whatever is given is told of: what it became, what \
      was changed on the way, or why it was left out. With --dry-run nothing is written.

        handbook import csv teachers.csv --as members
        handbook import ics calendar.ics
        handbook import docx minutes.docx --as meeting
        handbook import hugo ../old-site --suggest-map > mapping.yml
        handbook import hugo ../old-site --map mapping.yml
      """,
    subcommands: [
      ImportCSV.self, ImportICS.self, ImportDOCX.self, ImportText.self, ImportHugo.self,
      ImportJekyll.self, ImportMkDocs.self, ImportObsidian.self,
    ])
}

/// What every import takes.
struct ImportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the site to import into.", valueName: "folder"))
  var site = "."

  @Flag(help: "Tell what would be done, and write nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Print nothing but what was left out.")
  var quiet = false

  /// The files that the site has.
  func existing() throws -> [RelativePath] {
    do throws(FileTrouble) {
      return try LocalFileTree(site).listing(below: RelativePath(fixed: "content")).items.map(
        \.path)
    } catch {
      guard case .missing = error else { throw Failure(message: error.message) }
      throw Failure(
        message: "there is no handbook in '\(site.quotedInput)'",
        hint:
          "name the folder that holds content/ with --site, or begin one: handbook new site \(site.quotedInput)"
      )
    }
  }

  /// Writes what was planned, unless it is only to be told, and tells of it.
  func carryOut(_ plan: ImportPlan) throws {
    if !dryRun {
      do throws(FileTrouble) {
        try plan.write(into: site)
      } catch {
        throw Failure(
          message: error.message,
          hint: "what was written before it stays; run the import again once that is mended")
      }
    }
    let report = quiet ? plan.leftOutReport : plan.report(isDryRun: dryRun)
    if !report.isEmpty { Console.print(report) }
  }
}

private let largestInput = 1 << 28

/// Reads a file that the user names; `-` is the standard input.
func inputBytes(_ path: String) throws -> [UInt8] {
  do throws(FileTrouble) {
    return try path == "-"
      ? standardInput(atMost: largestInput) : fileBytes(at: path, atMost: largestInput)
  } catch {
    throw Failure(message: error.message)
  }
}

extension ParsableCommand {
  /// Says why an import cannot begin.
  func refusing<Result>(
    _ work: () throws(UnreadableInput) -> Result
  ) throws -> Result {
    do throws(UnreadableInput) {
      return try work()
    } catch {
      throw Failure(message: error.reason)
    }
  }
}
