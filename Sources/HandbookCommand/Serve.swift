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
      Whenever a file changes, what shows it is rebuilt and the browser follows, where you were \
      reading. Problems and warnings are told here; in the browser a count of them in a corner opens into a \
      list, and goes away once all is fixed. \
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
