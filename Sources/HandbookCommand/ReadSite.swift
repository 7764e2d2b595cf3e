import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Rewriting

extension SiteOptions {
  /// Lists the site.
  func files() throws -> SiteFiles {
    // A site that is half changed may name whoever was to be forgotten.
    if let unfinished = RewriteJournal.unfinished(in: site) {
      throw Failure(
        message: "an earlier 'handbook \(unfinished.name)' was cut short",
        hint: "run it again: it finishes what is left")
    }
    do throws(FileTrouble) {
      return try SiteFiles(try LocalFileTree(site))
    } catch {
      throw noSite(error)
    }
  }

  /// Lists the site, reads it and checks it.
  func inspect(_ progress: ProgressLine) async throws -> Inspection {
    await Inspection.inspect(try files(), settings, cache: nil) { progress.enter($0) }
  }

  /// Reads and checks the site, with what earlier builds have kept of it.
  func inspect(
    _ files: SiteFiles, _ cache: BuildCache?, _ progress: ProgressLine,
    memory: SiteMemory? = nil, names: NameFreeFiles? = nil, isPreview: Bool = false
  ) async -> Inspection {
    var settings = settings
    settings.isPreview = isPreview
    return await Inspection.inspect(files, settings, cache: cache, memory: memory, names: names) {
      progress.enter($0)
    }
  }

  /// Prints every problem, and ends the command with 1 if they stop it.
  ///
  /// `more` are problems that were found beside those of the inspection.
  func report(
    _ inspection: Inspection, as format: ReportFormat = .text, and more: [Diagnostic] = []
  ) throws {
    try report(
      inspection.diagnostics + more, owed: inspection.owed.sum, inspection.files, as: format)
  }

  /// The same for problems of which nothing else is known.
  func report(
    _ diagnostics: [Diagnostic], owed: DebtSum, _ files: SiteFiles,
    as format: ReportFormat = .text
  ) throws {
    switch format {
    case .text:
      let text = problems(diagnostics, in: files, colour: Console.hasColour)
      if !text.isEmpty { Console.printError(text) }
      if let told = owed.sentence, !quiet { Console.printError(told) }
    case .github:
      let printer = AnnotationPrinter(pathPrefix: pathPrefix, showsAll: all)
      Console.write(printer.text(for: diagnostics))
    case .json:
      let printer = JSONPrinter(pathPrefix: pathPrefix, readLine: files.line)
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
    _ diagnostics: [Diagnostic], in files: SiteFiles, colour isColoured: Bool
  ) -> String {
    let printer = TerminalPrinter(
      pathPrefix: pathPrefix, isColoured: isColoured, showsAll: all, readLine: files.line)
    let text = printer.text(for: diagnostics)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Ends the command if there is no site at all, before anything is begun with it.
  func requireContent() throws {
    _ = try files()
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
