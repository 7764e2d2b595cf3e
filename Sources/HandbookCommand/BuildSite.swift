import ArgumentParser
import Build
import Files
import Site

/// `handbook build`: writes the website.
struct BuildSite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Write the website.",
    discussion: """
      Every page is made before the first one in the output changes. Files that are the same are \
      not touched; files that an earlier build wrote and nothing needs any more are removed; your \
      own files in the output stay.

      A page or picture that no longer belongs to the site is removed also where another program \
      changed its bytes. Where nothing in a changed file shows that handbook wrote it, the file \
      stays, and every build ends with 2 and names it until it is gone.

      Ends with 0 when all is well, 1 when the content has errors or privacy findings (with \
      --strict also for warnings), and 2 when the command or the computer failed. Unless a changed \
      file had to stay, only with 0 is anything written.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to. [default: output/ in the site]", valueName: "folder"))
  var output: String?

  @Flag(
    help: """
      Delete files of earlier builds that no longer belong to the site, also where somebody changed \
      them.
      """)
  var removeChanged = false

  @Flag(help: "Tell how long each stage took, and what was taken from earlier builds.")
  var timings = false

  @Flag(help: "Use nothing of earlier builds, and keep nothing for later ones.")
  var noCache = false

  func run() async throws {
    let start = ContinuousClock.now
    let progress = ProgressLine(isShown: !site.quiet)
    progress.enter(.reading)
    let cache = noCache ? nil : BuildCache(of: site.site, tool: .ofTool(version: Version.text))
    let (listed, last) = await both({ [site] in Result { try site.files() } }) { [folder] in
      cache?.lastBuild(into: folder)
    }
    let files = try listed.get()
    if let cache, let last, cache.isAsBefore(last, files, site.settings),
      let untouched = try claim(trusting: last).untouched()
    {
      cache.keep(last.noting(untouched.stamps), into: folder)
      try site.report(last.diagnostics, owed: last.owed, files)
      tell(untouched.report, since: start, progress, kept: "the whole site")
      Self.exit()
    }
    let inspection = await progress.during {
      await site.inspect(files, cache, progress, names: cache?.names(after: last, site.settings))
    }
    try site.report(inspection)
    guard let renderer = inspection.renderer else { throw ExitCode.contentHasErrors }
    let output = try claim(trusting: last)
    let (report, standingCount) = try await progress.during {
      try await writeSite(inspection, renderer, to: output, cache, after: last, progress)
    }
    let kept = inspection.entryCount - inspection.parsedCount
    tell(
      report, since: start, progress,
      kept: "\(kept) of \(inspection.entryCount) entries as they were read, "
        + "\(standingCount) of \(report.written + report.same) files as they were written")
    if let trouble = report.trouble(in: folder) { throw Failure(trouble) }
    // To take a large site apart in memory takes a while, and the system does it better.
    Self.exit()
  }

  private var folder: String {
    output ?? (site.site == "." ? "output" : "\(site.site)/output")
  }

  private func tell(
    _ report: OutputReport, since start: ContinuousClock.Instant, _ progress: ProgressLine,
    kept: String
  ) {
    if !site.quiet {
      Console.print(report.summary(of: folder, took: ContinuousClock.now - start))
    }
    guard timings else { return }
    Console.printError(progress.times.table(until: .now))
    Console.printError("Taken from earlier builds: \(kept).")
  }

  private func claim(trusting last: LastBuild?) throws -> OutputFolder {
    do throws(OutputTrouble) {
      var claimed = try OutputFolder.claim(folder, protecting: site.site) {
        Console.printError("Another build is writing to '\(folder)'; waiting for it to end.")
      }
      claimed.removesChanged = removeChanged
      if let last { claimed.trust(last.outputs) }
      return claimed
    } catch {
      throw Failure(error)
    }
  }

  private func writeSite(
    _ inspection: Inspection, _ renderer: SiteRenderer, to output: OutputFolder,
    _ cache: BuildCache?, after last: LastBuild?, _ progress: ProgressLine
  ) async throws -> (report: OutputReport, standingCount: Int) {
    do throws(WritingTrouble) {
      guard let cache else {
        return (try await inspection.writeSite(renderer, to: output) { progress.enter($0) }, 0)
      }
      let written = try await cache.writeSite(
        inspection, renderer, site.settings, after: last, to: output
      ) { progress.enter($0) }
      return (written.report, written.standingCount)
    } catch {
      throw Failure(message: error.message, hint: error.hint)
    }
  }
}

extension OutputReport {
  /// One line: what was written, how long it took, and what to open.
  func summary(of folder: String, took duration: Duration) -> String {
    let total = written + same
    var parts = [total == 1 ? "1 file" : "\(total) files"]
    if written == 0 {
      parts.append("nothing changed")
    } else {
      parts.append("\(new.count) new, \(changed.count) changed, \(same) as before")
    }
    if !removed.isEmpty { parts.append("\(removed.count) removed") }
    return "\(parts.joined(separator: "; ")), in \(duration.inWords). Open \(folder)/index.html"
  }
}

extension Duration {
  /// `42 ms` or `3.1 s`.
  var inWords: String {
    let milliseconds = Int(
      components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    return "\(milliseconds / 1000).\(milliseconds / 100 % 10) s"
  }
}

extension Failure {
  fileprivate init(_ trouble: OutputTrouble) {
    self.init(message: trouble.message, words: trouble.words, hint: trouble.hint)
  }
}
