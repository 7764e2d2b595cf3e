import ArgumentParser
import Build
import Files

/// `handbook check`: reads everything, writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the whole site and tell what to mend. Nothing is written.",
    discussion: """
      Ends with 0 when all is well, 1 when there are errors or privacy findings (with --strict \
      also for warnings), and 2 when the site could not be read.
      """)

  @OptionGroup var site: SiteOptions

  @Flag(help: "Make the changes that need no decision, in the files themselves, and check again.")
  var fix = false

  func run() async throws {
    let progress = ProgressLine(isShown: !site.quiet)
    var inspection = try await progress.during { try await site.inspect(progress) }
    if fix, try mend(inspection) {
      inspection = try await progress.during { try await site.inspect(progress) }
    }
    try site.report(inspection)
    if !site.quiet {
      let entries = inspection.entryCount == 1 ? "1 entry" : "\(inspection.entryCount) entries"
      Console.print("Read \(entries); nothing stands against building the site.")
    }
  }

  /// Makes the changes, and says what was changed; whether there was anything to do.
  private func mend(_ inspection: Inspection) throws -> Bool {
    do throws(FileTrouble) {
      let mended = try inspection.mend(in: site.site)
      for file in mended where !site.quiet {
        let places = file.count == 1 ? "1 place" : "\(file.count) places"
        Console.print("Mended \(places) in \(file.path)")
      }
      return !mended.isEmpty
    } catch {
      throw Failure(message: error.message)
    }
  }
}
