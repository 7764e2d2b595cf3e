import ArgumentParser
import Build
import Diagnostics
import Files

extension SiteOptions {
  /// Reads and checks the site, and prints what is wrong with it.
  func inspect(_ progress: ProgressLine) async throws -> Inspection {
    do throws(FileTrouble) {
      let tree = try LocalFileTree(site)
      return try await Inspection.inspect(tree, settings) { progress.enter($0) }
    } catch {
      guard case .missing = error else { throw Failure(message: error.message) }
      throw Failure(
        message: "there is no handbook in '\(site.quotedInput)'",
        hint: "name the folder that holds content/, or go there first")
    }
  }

  /// Prints every problem, and ends the command with 1 if they stop it.
  func report(_ inspection: Inspection) throws {
    let printer = TerminalPrinter(
      pathPrefix: site == "." ? "" : site.hasSuffix("/") ? site : site + "/",
      isColoured: Console.hasColour, showsAll: all, readLine: inspection.files.line)
    let text = printer.text(for: inspection.diagnostics)
    if !text.isEmpty {
      Console.printError(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
    let stops = inspection.diagnostics.contains { $0.severity.isBlocking || strict }
    if stops { throw ExitCode.contentHasErrors }
  }
}
