import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Serving

/// `handbook serve`: shows the site while it is being written.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the site in a browser while you write.",
    discussion: """
      Builds the site, drafts included, and shows it at an address that only this computer reaches. \
      Whenever a file changes, what shows it is made anew and the browser follows, where you were \
      reading. Problems and warnings are told here; in the browser a count of them in a corner opens into a \
      list, and goes away once all is mended. \
      Nothing is written. Ctrl-C ends it.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The port to listen on; 0 for any that is free.", valueName: "port"))
  var port = 8000

  @Flag(help: "Open the site in your browser.")
  var open = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535")
    }
  }

  func run() async throws {
    var site = site
    site.drafts = true
    try site.requireContent()
    let desk = SiteDesk()
    let server = try await listen(desk)
    site.baseURL = server.address
    Console.print("The handbook is at \(server.address) until you press Ctrl-C.")
    if open { Browser.open(server.address) }
    let workbench = Workbench(site: site, desk: desk)
    async let _ = server.run()
    async let _ = workbench.work()
    await Interruption.wait()
    // Nothing is being written, and browsers need no farewell.
    Self.exit()
  }

  private func listen(_ desk: SiteDesk) async throws -> LocalServer {
    do throws(ServingTrouble) {
      return try await LocalServer.listen(on: port, desk)
    } catch {
      throw Failure(message: error.message, hint: error.hint)
    }
  }
}

/// Builds the site again whenever its files change.
private struct Workbench: Sendable {
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
      Console.print("The last good pages stay until this is mended.")
    } else if problems.isEmpty, !told.isEmpty {
      Console.print("All is mended. Built in \(time.inWords).")
    } else {
      Console.print("Built in \(time.inWords).")
    }
  }
}
