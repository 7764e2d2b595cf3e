import ArgumentParser
import Build
import Files
import Site

/// `handbook routes`: keeps the list of addresses that must not be lost.
struct Routes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the addresses that content/routes.lock does not hold yet.",
    discussion: """
      The file lists every address that the handbook has published. While it is there, a build \
      that would lose one of them fails, and tells the alias to write. With --update, the new \
      addresses are added; commit the file then. Members' addresses are never in it.
      """)

  @OptionGroup var site: SiteOptions

  @Flag(help: "Add the new addresses to content/routes.lock.")
  var update = false

  func run() async throws {
    let progress = ProgressLine(isShown: !site.quiet)
    let inspection = try await progress.during { try await site.inspect(progress) }
    try site.report(inspection)
    guard let renderer = inspection.renderer else { throw ExitCode.contentHasErrors }
    let current = renderer.plan.routes
    let new = inspection.routes.missing(of: current)
    if update { try writeLock(inspection.routes.adding(current)) }
    guard !site.quiet else { return }
    for address in new { Console.print("+ \(address)") }
    Console.print(update ? Self.told(new.count) : Self.counted(new.count))
  }

  private func writeLock(_ routes: RoutesLock) throws {
    do throws(FileTrouble) {
      try SiteFolder(site.site).write(routes.text, at: "\(RoutesLock.path)")
    } catch {
      throw Failure(message: error.message)
    }
  }

  /// What `handbook publish` says of addresses that the list does not hold.
  static func reminder(_ count: Int) -> String {
    "\(counted(count)) 'handbook routes --update' adds \(count == 1 ? "it" : "them"); commit the file."
  }

  private static func counted(_ count: Int) -> String {
    "content/routes.lock lacks \(count) of the site's addresses."
  }

  private static func told(_ count: Int) -> String {
    "Added \(count == 1 ? "1 address" : "\(count) addresses") to content/routes.lock."
  }
}
