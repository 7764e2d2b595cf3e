import ArgumentParser
import Build
import Files
import Site

/// `handbook build`: writes the website.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the website.",
    discussion: """
      Every page is made before the first one in the output changes. Files that are the same are \
      not touched; files that an earlier build wrote and nothing needs any more are removed; your \
      own files in the output stay.

      Ends with 0 when all is well, 1 when the content has errors or privacy findings (with \
      --strict also for warnings), and 2 when the command or the computer failed. Only with 0 is \
      anything written.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to. [default: output/ in the site]", valueName: "folder"))
  var output: String?

  @Flag(help: "Tell how long each stage took.")
  var timings = false

  func run() async throws {
    let start = ContinuousClock.now
    let progress = ProgressLine(isShown: !site.quiet)
    let inspection = try await progress.during { try await site.inspect(progress) }
    try site.report(inspection)
    guard let renderer = inspection.renderer else { throw ExitCode.contentHasErrors }
    let report = try await progress.during {
      try await write(inspection, renderer, progress)
    }
    if !site.quiet {
      Console.print(report.summary(of: folder, took: ContinuousClock.now - start))
    }
    if timings { Console.printError(progress.times.table(until: .now)) }
  }

  private var folder: String {
    output ?? (site.site == "." ? "output" : "\(site.site)/output")
  }

  private func write(
    _ inspection: Inspection, _ renderer: SiteRenderer, _ progress: ProgressLine
  )
    async throws -> OutputReport
  {
    do {
      let claimed = try OutputFolder.claim(folder, protecting: site.site) {
        Console.printError("Another build is writing to '\(folder)'; waiting for it to end.")
      }
      return try await inspection.write(renderer, to: claimed) { progress.enter($0) }
    } catch let trouble as OutputTrouble {
      throw Failure(message: trouble.message, hint: trouble.hint)
    } catch let trouble as WritingTrouble {
      throw Failure(message: trouble.message, hint: trouble.hint)
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
    if !kept.isEmpty { parts.append("\(kept.count) kept that were changed by hand") }
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
