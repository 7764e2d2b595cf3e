import ArgumentParser
import Community
import Dates
import Diagnostics
import Markup
import Reporting
import Text

/// `handbook record`: what one member has done, for their own professional record.
struct Record: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what one member has done, for their own professional record.",
    discussion: """
      The sessions that the member was at, with their hours; roles and goals; posts, resources and \
      what they tried; the actions that they did, and the successes that they were part of. A \
      session counts where its notes name them as present, in the chair or as note-taker.

      It is made from the files, for the member who asks. It stays on this computer.

        handbook record ada-okafor
        handbook record ada --from 2025-09-01 --to 2026-08-31

      Ends with 0, and with 2 when the site could not be read or nobody is called so.
      """)

  @Argument(help: "The member: an id, a name, or the beginning of an id.")
  var member: String

  @OptionGroup var options: LocalOptions

  @Option(help: ArgumentHelp("The first day that counts.", valueName: "date"))
  var from: CalendarDate?

  @Option(help: ArgumentHelp("The last day that counts. [default: today]", valueName: "date"))
  var to: CalendarDate?

  @Flag(help: "Print it as JSON.")
  var json = false

  func validate() throws {
    guard let from, let to, to < from else { return }
    throw ValidationError("--to is before --from")
  }

  func run() async throws {
    let holdings = try await options.holdings()
    let last = to ?? options.today ?? Clock.today
    let account = Account.record(
      of: try found(in: holdings), from: from, to: last, holdings)
    options.print(account, asJSON: json)
  }

  private func found(in holdings: Holdings) throws -> EntryIndex {
    switch holdings.member(called: member) {
    case .success(let index): return index
    case .failure(let problem): throw Failure(message: problem.message, hint: problem.hint)
    }
  }
}
