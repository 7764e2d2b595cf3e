import ArgumentParser
import Build
import Community
import Desk
import Diagnostics
import Files
import Serving

/// `handbook desk`: a workplace in the browser.
struct DeskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Write, keep minutes and publish in your browser.",
    discussion: """
      Shows the site as 'serve' does, and beside it a desk: forms with which entries are written, \
      without Markdown or git. It opens in your browser at an address that is good once and only on \
      this computer; the address is printed, too. \
      The desk changes nothing but the entries that you save. Ctrl-C ends it; whatever was typed \
      and not saved is offered when you come back.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The port to listen on; 0 for any that is free.", valueName: "port"))
  var port = 8001

  @Flag(help: "Print the address, and leave the browser alone.")
  var noOpen = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535")
    }
  }

  func run() async throws {
    var site = site
    site.drafts = true
    let configuration = try site.files().settings
    let siteDesk = SiteDesk()
    let server = try await listen(siteDesk)
    site.baseURL = Workplaces.siteAddress(port: server.port)
    let access = DeskAccess(port: server.port)
    let desk = desk(site, siteDesk, access, server.port, configuration)
    Console.print(access.invitation)
    Console.print("The desk is open at this address until you press Ctrl-C. It works once.")
    Console.print("The site itself is at \(Workplaces.siteAddress(port: server.port))")
    if !noOpen { Browser.open(access.invitation) }
    let workbench = Workbench(site: site, desk: siteDesk)
    async let _ = server.run(desk)
    async let _ = workbench.work()
    await Interruption.wait()
    // Each file is written whole, and browsers need no farewell.
    Self.exit()
  }

  private func desk(
    _ site: SiteOptions, _ siteDesk: SiteDesk, _ access: DeskAccess, _ port: Int,
    _ configuration: Configuration?
  ) -> Desk {
    Desk(
      site: site.site, settings: site.settings, siteDesk: siteDesk, access: access, port: port,
      language: configuration?.language ?? "en", siteName: configuration?.name ?? "Handbook",
      publisher: DeskPublisher(site: site.site)
    ) {
      Console.print("Opened. For another browser: \(access.invitation)")
    }
  }

  private func listen(_ desk: SiteDesk) async throws -> LocalServer {
    do throws(ServingTrouble) {
      return try await LocalServer.listen(on: port, desk)
    } catch {
      throw Failure(message: error.message, hint: error.hint)
    }
  }
}
