import Build
import Community
import Diagnostics
import Files
import Serving

/// Builds the site again whenever its files change.
struct Workbench: Sendable {
  let site: SiteOptions
  let desk: SiteDesk

  func work() async {
    let watch = SiteWatch(
      of: site.site,
      below: [RelativePath(fixed: "content"), RelativePath(fixed: "templates")])
    var memory = SiteMemory()
    var told = await build(after: Told(), &memory)
    for await _ in watch.changes {
      // Editors save in several steps, and git writes many files.
      try? await Task.sleep(for: .milliseconds(10))
      if Task.isCancelled { return }
      told = await build(after: told, &memory)
    }
  }

  /// What was said of a build.
  private struct Told {
    var problems = ""
    var owed: String?
  }

  /// Builds once, and returns what was said of the site's problems; the same is not said twice.
  private func build(after told: Told, _ memory: inout SiteMemory) async -> Told {
    let start = ContinuousClock.now
    do {
      let files = try site.files()
      let inspection = await site.inspect(
        files, nil, ProgressLine(isShown: false), memory: memory, isPreview: true)
      memory = inspection.memory ?? memory
      await desk.take(
        inspection,
        problems: inspection.diagnostics.isEmpty
          ? "" : JSONPrinter().text(for: inspection.diagnostics))
      let problems = site.problems(
        inspection.diagnostics, in: files, colour: Console.hasColour)
      if problems != told.problems, !problems.isEmpty { Console.printError(problems) }
      let owed = inspection.owed.sum.sentence
      if let owed, owed != told.owed, !site.quiet { Console.printError(owed) }
      say(inspection, ContinuousClock.now - start, after: told.problems, problems)
      return Told(problems: problems, owed: owed)
    } catch {
      let text = (error as? Failure)?.text ?? "error: the site could not be read"
      if text != told.problems { Console.printError(text) }
      return Told(problems: text, owed: told.owed)
    }
  }

  private func say(
    _ inspection: Inspection, _ time: Duration, after told: String, _ problems: String
  ) {
    guard !site.quiet else { return }
    if inspection.renderer == nil {
      Console.print("The last good pages stay until this is fixed.")
    } else if problems.isEmpty, !told.isEmpty {
      Console.print("All is fixed. Built in \(time.inWords).")
    } else {
      Console.print("Built in \(time.inWords).")
    }
  }
}
