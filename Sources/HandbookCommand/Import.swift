import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Importing
import Rewriting

/// `handbook import`: brings along what a community has already.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring along what you have: spreadsheets, calendars, documents, other sites.",
    discussion: """
      What you have written yourself is never changed. What comes in ends as a site that can be \
      built: what tells of people is settled, and what is unfinished is listed. An import can be run \
      again, and taken back. With --dry-run nothing is written.

        handbook import csv teachers.csv --as members
        handbook import ics calendar.ics
        handbook import docx minutes.docx --as meeting
        handbook import ../old-site --dry-run
        handbook import ../old-site
        handbook import undo

      Ends with 0 when the site can be built, 1 when something else of it stands in the way, and 2 \
      when nothing could be imported.
      """,
    subcommands: [
      ImportSite.self, ImportCSV.self, ImportXLSX.self, ImportICS.self, ImportDOCX.self,
      ImportText.self, ImportHugo.self, ImportJekyll.self, ImportMkDocs.self, ImportObsidian.self,
      ImportMarkdown.self, ImportUndo.self,
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

  @Flag(help: "Print the whole report: what became of each thing.")
  var full = false

  /// What the site has, and what earlier imports of the same source have left in it.
  func standing(_ source: ImportSource) throws -> ImportStanding {
    if let unfinished = RewriteJournal.unfinished(in: site) {
      throw Failure(
        message: "an earlier 'handbook \(unfinished.name)' was cut short",
        hint: "run it again: it finishes what is left")
    }
    let tree = try siteTree()
    let paths = try paths(in: tree)
    do throws(UnreadableInput) {
      let starters = source.holdsFiles ? tree.untouchedStarters(paths) : []
      return try ImportStanding(source, in: tree, paths, replacing: Set(starters))
    } catch {
      throw Failure(
        message: error.reason,
        hint: "put it back as git has it, or delete it: then all that is there stays as it is")
    }
  }

  func siteTree() throws -> LocalFileTree {
    do throws(FileTrouble) {
      return try LocalFileTree(site)
    } catch {
      guard case .missing = error else { throw Failure(message: error.message) }
      throw noSite
    }
  }

  /// What the site says that things are brought into: its zone, its members.
  func target() throws -> TargetSite {
    let tree = try siteTree()
    return TargetSite(tree, try paths(in: tree))
  }

  /// The files of the site that things are brought into.
  private func paths(in tree: LocalFileTree) throws -> [RelativePath] {
    do throws(FileTrouble) {
      return try tree.listing(below: RelativePath(fixed: "content")).items.map(\.path)
    } catch {
      guard case .missing = error else { throw Failure(message: error.message) }
      throw noSite
    }
  }

  private var noSite: Failure {
    Failure(
      message: "there is no handbook in '\(site.quotedInput)'",
      hint:
        "name the folder that holds content/ with --site, or begin one: handbook new site \(site.quotedForShell)"
    )
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
