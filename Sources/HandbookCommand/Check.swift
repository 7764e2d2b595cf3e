import ArgumentParser
import Build
import Community
import Dates
import Diagnostics
import Files
import LinkChecking
import Markup
import Site

/// `handbook check`: reads everything, writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the whole site and tell what to fix. Nothing is written.",
    discussion: """
      Ends with 0 when all is well, 1 when there are errors or privacy findings (with --strict \
      also for warnings), and 2 when the site could not be read.
      """)

  @OptionGroup var site: SiteOptions

  @Flag(help: "Make the changes that need no decision, in the files themselves, and check again.")
  var fix = false

  @Option(
    help: ArgumentHelp(
      "How to tell what was found: as text, as github (notes beside the lines of a pull request), "
        + "or as json.", valueName: "format"))
  var format = ReportFormat.text

  @Flag(
    help: "Ask the servers of other sites whether the links to them still lead somewhere.")
  var links = false

  func run() async throws {
    let progress = ProgressLine(isShown: !site.quiet)
    var inspection = try await progress.during { try await site.inspect(progress) }
    // A line that was fixed can show what else is to be fixed in it.
    var rounds = 0
    while fix, rounds < 5, try fix(inspection) {
      inspection = try await progress.during { try await site.inspect(progress) }
      rounds += 1
    }
    if fix, try closeSettled(inspection) {
      inspection = try await progress.during { try await site.inspect(progress) }
    }
    let dead = links ? try await deadLinks(inspection) : []
    try site.report(inspection, as: format, and: dead)
    if !site.quiet, format == .text {
      Console.print(closing(inspection.entryCount, inspection.diagnostics + dead))
    }
  }

  /// What is said where the site can be built.
  private func closing(_ count: Int, _ warnings: [Diagnostic]) -> String {
    let entries = count == 1 ? "1 entry" : "\(count) entries"
    guard !warnings.isEmpty else { return "All good: \(entries), ready to build." }
    let told = warnings.count == 1 ? "warning" : "warnings"
    return "Ready to build: \(entries). The \(told) above can wait."
  }

  /// Asks for every link to another site; what leads nowhere is told.
  private func deadLinks(_ inspection: Inspection) async throws -> [Diagnostic] {
    guard let handbook = inspection.renderer?.plan.handbook else { return [] }
    let links = OutsideLink.all(of: handbook)
    let check = LinkCheck(
      day: (site.today ?? Clock.today).daysSince1970, ignored: handbook.configuration.ignoredLinks,
      version: Version.text)
    do throws(LinkTrouble) {
      let results = try await check.run(
        links.map(\.address), remembering: LinkMemory(of: site.site))
      return links.compactMap { $0.problem(results[$0.address], in: inspection.files.source) }
    } catch {
      throw Failure(message: error.message, hint: error.hint)
    }
  }

  /// Takes what is settled off the list of what is owed; whether there was anything.
  private func closeSettled(_ inspection: Inspection) throws -> Bool {
    do throws(FileTrouble) {
      let count = try inspection.closeSettled(in: site.site)
      if count > 0, !site.quiet, format == .text {
        let things = count == 1 ? "1 settled thing" : "\(count) settled things"
        Console.print("Took \(things) off \(Debt.path)")
      }
      return count > 0
    } catch {
      throw Failure(message: error.message)
    }
  }

  /// Makes the changes, and says what was changed; whether there was anything to do.
  private func fix(_ inspection: Inspection) throws -> Bool {
    do throws(FileTrouble) {
      let fixed = try inspection.fix(in: site.site)
      for file in fixed where !site.quiet && format == .text {
        let places = file.count == 1 ? "1 place" : "\(file.count) places"
        Console.print("Fixed \(places) in \(file.path)")
      }
      return !fixed.isEmpty
    } catch {
      throw Failure(message: error.message)
    }
  }
}
