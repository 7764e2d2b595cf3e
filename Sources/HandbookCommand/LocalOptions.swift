import ArgumentParser
import Build
import Community
import Dates
import Diagnostics
import Files
import Markup
import Reporting

/// What the commands take whose results stay on this computer.
struct LocalOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of the site.", valueName: "site"))
  var site = "."

  @Option(
    help: ArgumentHelp(
      "The day from which late and coming are told, YYYY-MM-DD. Without it the clock tells.",
      valueName: "date"))
  var today: CalendarDate?
}

extension LocalOptions {
  var pathPrefix: String { site == "." ? "" : site.hasSuffix("/") ? site : site + "/" }

  /// Reads all that the community keeps; ends the command where there are no settings to read it by.
  func holdings() async throws -> Holdings {
    let inspection = try await Self.inspect(site, today: today)
    guard let content = inspection.source?.content else {
      throw Failure(
        message: "content/handbook.yml cannot be read, and without it nothing can be told",
        hint: "'handbook check' says what is wrong with it")
    }
    let isImported = !inspection.owed.debt.isEmpty
    return Holdings(
      content, problems: inspection.diagnostics, owed: inspection.owedThings,
      settledCount: inspection.owed.settledCount,
      imported: isImported
        ? Set(inspection.files.importedPaths().paths.map(\.description)) : [],
      today: today ?? Clock.today)
  }

  /// Reads a site; ends the command where there is none.
  static func inspect(_ site: String, today: CalendarDate?) async throws -> Inspection {
    do throws(FileTrouble) {
      return try await Inspection.inspect(
        try LocalFileTree(site), BuildSettings(today: today ?? Clock.today))
    } catch {
      guard case .missing = error else { throw Failure(message: error.message) }
      throw Failure(
        message: "there is no handbook in '\(site.quotedInput)'",
        hint: "name the folder that holds content/, or go there first")
    }
  }

  /// Prints an account to where results go.
  func print(_ account: Account, asJSON: Bool) {
    let text =
      asJSON
      ? AccountJSON().text(for: account)
      : AccountText(pathPrefix: pathPrefix, isColoured: Console.hasColourInResults)
        .text(for: account)
    Console.print(String(text.dropLast()))
  }
}
