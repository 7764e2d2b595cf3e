import ArgumentParser
import Diagnostics
import Files
import Reporting
import Text

/// `handbook report`: what the coordinator should look at.
struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell the coordinator what waits for somebody.",
    discussion: """
      What is owed from an import, the quickest wins first; overdue actions by owner, goals without a sign of life for 90 days, milestones due, resources \
      past their review or without a licence, members whose consent is missing or older than a \
      year, tags that look alike, pictures without words, entries that nothing leads to, pages due \
      for review, and the year in figures.

      It is made from the files and names people as they do, also those whom the website does not \
      name. So it stays on this computer: no part of it is ever in the website.

        handbook report                           read it here
        handbook report --html ../report.html     a page for your browser
        handbook report --json                    for other programs

      Ends with 0 whatever there is to tell, and with 2 when the site could not be read.
      """)

  @OptionGroup var options: LocalOptions

  @Flag(help: "Print it as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Write it to a file as one page of HTML, outside of the site and its repository.",
      valueName: "file"))
  var html: String?

  func validate() throws {
    if json, html != nil { throw ValidationError("choose --json or --html, not both") }
  }

  func run() async throws {
    let account = Account.health(try await options.holdings())
    guard let html else { return options.print(account, asJSON: json) }
    do throws(PrivateFileTrouble) {
      let page = AccountPage().html(for: account)
      try writePrivateFile(html, Array(page.utf8), besideSite: options.site)
    } catch {
      throw Failure(message: error.message, hint: error.hint)
    }
    Console.print("Wrote \(html). It names people; keep it to yourself.")
  }
}
