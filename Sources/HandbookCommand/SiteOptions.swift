import ArgumentParser
import Build
import Community
import Dates
import Markup

/// What every command that reads a site takes.
struct SiteOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of the site.", valueName: "site"))
  var site = "."

  @Flag(help: "Include drafts.")
  var drafts = false

  @Option(
    help: ArgumentHelp(
      "For whom: public, or members to include what is for members only.", valueName: "audience"))
  var audience = Audience.everyone

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The day from which past and coming are told, YYYY-MM-DD. Without it the clock tells.",
      valueName: "date"))
  var today: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Where the site is published, in place of base_url in handbook.yml.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Show every problem, also where there are many of one kind.")
  var all = false

  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false

  func validate() throws {
    guard let baseURL else { return }
    guard baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://") else {
      throw ValidationError(
        "--base-url takes the whole address, such as https://example.org/handbook/")
    }
  }

  var settings: BuildSettings {
    var settings = BuildSettings(today: today ?? Clock.today)
    settings.audience = audience
    settings.includesDrafts = drafts
    settings.baseURL = baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return settings
  }
}

extension Audience: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
