import ArgumentParser
import Build
import Diagnostics
import Files

extension SiteOptions {
  /// Reads and checks the site, and prints what is wrong with it.
  ///
  /// `likelyBaseURL` is where it is published if neither it nor the person who builds it says.
  func inspect(
    _ progress: ProgressLine, likelyBaseURL: String? = nil
  ) async throws -> Inspection {
    var settings = settings
    settings.likelyBaseURL = likelyBaseURL
    do throws(FileTrouble) {
      let tree = try LocalFileTree(site)
      return try await Inspection.inspect(tree, settings) { progress.enter($0) }
    } catch {
      throw noSite(error)
    }
  }

  /// Prints every problem, and ends the command with 1 if they stop it.
  ///
  /// `more` are problems that were found beside those of the inspection.
  func report(
    _ inspection: Inspection, as format: ReportFormat = .text, and more: [Diagnostic] = []
  ) throws {
    let diagnostics = inspection.diagnostics + more
    switch format {
    case .text:
      let text = problems(inspection, colour: Console.hasColour, of: diagnostics)
      if !text.isEmpty { Console.printError(text) }
    case .github:
      let printer = AnnotationPrinter(pathPrefix: pathPrefix, showsAll: all)
      Console.write(printer.text(for: diagnostics))
    case .json:
      let printer = JSONPrinter(pathPrefix: pathPrefix, readLine: inspection.files.line)
      Console.write(printer.text(for: diagnostics))
    }
    let stops = diagnostics.contains { $0.severity.isBlocking || strict }
    if stops { throw ExitCode.contentHasErrors }
  }

  /// What stands before the path of a file, so that it can be opened from here.
  private var pathPrefix: String {
    site == "." ? "" : site.hasSuffix("/") ? site : site + "/"
  }

  /// Every problem as a terminal shows it, without the last line's end; nothing where there are none.
  func problems(
    _ inspection: Inspection, colour isColoured: Bool, of diagnostics: [Diagnostic]? = nil
  ) -> String {
    let printer = TerminalPrinter(
      pathPrefix: pathPrefix, isColoured: isColoured, showsAll: all, readLine: inspection.files.line
    )
    let text = printer.text(for: diagnostics ?? inspection.diagnostics)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Ends the command if there is no site at all, before anything is begun with it.
  func requireContent() throws {
    do throws(FileTrouble) {
      _ = try SiteFiles(LocalFileTree(site))
    } catch {
      throw noSite(error)
    }
  }

  private func noSite(_ trouble: FileTrouble) -> Failure {
    guard case .missing = trouble else { return Failure(message: trouble.message) }
    return Failure(
      message: "there is no handbook in '\(site.quotedInput)'",
      hint: "name the folder that holds content/, or go there first")
  }
}

/// For whom a report is: a person, GitHub's view of a pull request, or another program.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, github, json
}
