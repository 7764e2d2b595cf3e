import ArgumentParser
import Build
import Dates
import Desk
import Diagnostics
import Files

/// `handbook sheet`: one page to fill in anywhere, without an account or a network.
struct SheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Make a sheet to fill in anywhere: minutes, resource, success or consent.",
    discussion: """
      Writes one file of HTML. It opens from a disk in any browser, without an account or a \
      network, keeps what is typed on that device, and saves a small file to send by e-mail; \
      'handbook inbox add' or the desk makes a draft of that. Minutes are of the next meeting, \
      unless you name another by its id. What the sheet shows of the site is what is published.

        handbook sheet minutes
        handbook sheet minutes 2026-03-05-circle --output minutes.html
        handbook sheet consent
      """)

  @Argument(
    help: ArgumentHelp("What for: minutes, resource, success or consent.", valueName: "kind"))
  var kind: SheetKind

  @Argument(
    help: ArgumentHelp("Of minutes, the meeting: its id, or how that begins.", valueName: "meeting")
  )
  var meeting: String?

  @Option(help: ArgumentHelp("The folder of the site.", valueName: "folder"))
  var site = "."

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write. [default: named after the sheet]", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The day from which past and coming are told, YYYY-MM-DD. Without it the clock tells.",
      valueName: "date"))
  var today: CalendarDate?

  func validate() throws {
    guard meeting != nil, kind != .minutes else { return }
    throw ValidationError("only minutes are of a meeting")
  }

  func run() async throws {
    let inspection = try await LocalOptions.inspect(site, today: today)
    guard let sheets = SheetPage(inspection) else {
      throw Failure(
        message: "the site has errors, so it is not known what may be shown on a sheet",
        hint: "'handbook check' lists them")
    }
    let (name, page) = try page(sheets)
    let file = output ?? "\(name).html"
    if output == nil, (try? fileBytes(at: file, atMost: 1 << 20)) != nil {
      throw Failure(message: "\(file) is there already", hint: "name another with --output")
    }
    do throws(FileTrouble) {
      try atomicWrite(file, page)
    } catch {
      throw Failure(message: error.message)
    }
    Console.print(file)
  }

  private func page(_ sheets: SheetPage) throws -> (name: String, page: [UInt8]) {
    guard kind == .minutes else { return (kind.rawValue, sheets.page(kind)) }
    guard let minutes = sheets.minutes(of: meeting, on: today ?? Clock.today) else {
      throw Failure(
        message: meeting.map { "the published site has no meeting '\($0.quotedInput)'" }
          ?? "the published site has no meeting",
        hint: "a meeting has a page when it has a date and is no draft")
    }
    return ("minutes-\(minutes.id)", minutes.page)
  }
}

extension SheetKind: ExpressibleByArgument {}
