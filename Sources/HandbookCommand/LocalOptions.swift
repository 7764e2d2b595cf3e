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
    let settings = BuildSettings(today: today ?? Clock.today)
    let inspection: Inspection
    do throws(FileTrouble) {
      inspection = try await Inspection.inspect(try LocalFileTree(site), settings)
    } catch {
      guard case .missing = error else { throw Failure(message: error.message) }
      throw Failure(
        message: "there is no handbook in '\(site.quotedInput)'",
        hint: "name the folder that holds content/, or go there first")
    }
    guard let content = inspection.source?.content else {
      throw Failure(
        message: "content/handbook.yml cannot be read, and without it nothing can be told",
        hint: "'handbook check' says what is wrong with it")
    }
    return Holdings(content, problems: inspection.diagnostics, today: settings.today)
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
