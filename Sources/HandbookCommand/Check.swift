import ArgumentParser
import Build

/// `handbook check`: reads everything, writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the whole site and tell what to mend. Nothing is written.",
    discussion: """
      Ends with 0 when all is well, 1 when there are errors or privacy findings (with --strict also
      for warnings), and 2 when the site could not be read.
      """)

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let progress = ProgressLine(isShown: !site.quiet)
    let inspection = try await progress.during { try await site.inspect(progress) }
    try site.report(inspection)
    if !site.quiet {
      let entries = inspection.entryCount == 1 ? "1 entry" : "\(inspection.entryCount) entries"
      Console.print("Read \(entries); nothing stands against building the site.")
    }
  }
}
