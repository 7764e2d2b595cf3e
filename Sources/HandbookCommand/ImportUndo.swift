import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Importing

/// `handbook import undo`: takes the last import back.
struct ImportUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract:
      "Take the last import back: what it wrote goes, unless somebody has changed it since.",
    discussion: "'handbook import --undo' is the same.")

  @Argument(help: ArgumentHelp("The folder of the site.", valueName: "site"))
  var place: String?

  @Option(help: ArgumentHelp("The same.", valueName: "folder"))
  var site: String?

  @Flag(help: "Tell what would be done, and write nothing.")
  var dryRun = false

  func run() throws {
    let site = place ?? site ?? "."
    let tree: LocalFileTree
    let undo: TakingBack
    do {
      tree = try LocalFileTree(site)
      let files = try SiteFiles(tree)
      undo = try TakingBack(
        in: tree, files.paths, debt: files.debtToChange()?.debt, before: BeforeImport.read(in: site)
      )
    } catch let unreadable as UnreadableInput {
      throw Failure(message: unreadable.reason)
    } catch let trouble as FileTrouble {
      guard case .missing = trouble else { throw Failure(message: trouble.message) }
      throw Failure(
        message: "there is no handbook in '\(site.quotedInput)'",
        hint: "name the folder that holds content/, or go there first")
    }
    if !dryRun {
      do throws(FileTrouble) {
        try undo.carryOut(in: try SiteFolder(site))
      } catch {
        throw Failure(message: error.message, hint: "run it again once that is fixed")
      }
      BeforeImport.remove(in: site)
    }
    Console.print(undo.report(isDryRun: dryRun))
  }
}
