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
        handbook import ../old-site --dry-run
        handbook import ../old-site
      """,
    subcommands: [
      ImportSite.self, ImportCSV.self, ImportXLSX.self, ImportICS.self, ImportDOCX.self,
      ImportText.self, ImportHugo.self, ImportJekyll.self, ImportMkDocs.self, ImportObsidian.self,
      ImportMarkdown.self,
    ], defaultSubcommand: ImportSite.self)
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
          "name the folder that holds content/ with --site, or begin one: handbook new site \(site.quotedForShell)"
      )
    }
  }

  /// What the site says that things are brought into: its zone, its members.
  func target(_ existing: [RelativePath]) throws -> TargetSite {
    do throws(FileTrouble) {
      return TargetSite(try LocalFileTree(site), existing)
    } catch {
      throw Failure(message: error.message)
    }
  }

  /// Writes what was planned, unless it is only to be told, and tells of it.
  func carryOut(_ plan: ImportPlan) throws {
    let folder = try checkedFolder(for: plan)
    if !dryRun {
      do throws(FileTrouble) {
        try plan.write(into: folder)
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

extension ImportOptions {
  /// The folder of the site, in which every file of the plan can be written.
  private func checkedFolder(for plan: ImportPlan) throws -> SiteFolder {
    do throws(FileTrouble) {
      let folder = try SiteFolder(site)
      try plan.check(in: folder)
      return folder
    } catch {
      let isLink = if case .throughLink = error { true } else { false }
      throw Failure(
        message: "\(error.message); nothing was written",
        hint: isLink
          ? "put a folder of the site's own in the place of the link, then import again" : nil)
    }
  }
}

/// Reads a file that the user names, at most `limit` bytes of it; `-` is the standard input.
func inputBytes(_ path: String, atMost limit: Int) throws -> [UInt8] {
  do throws(FileTrouble) {
    return try path == "-"
      ? standardInput(atMost: limit) : fileBytes(at: path, atMost: limit)
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
