import ArgumentParser
import Community
import Diagnostics
import Files
import Markup
import Starting

/// `handbook new site`: a handbook to fill in.
struct NewSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Begin a handbook: a small one that is complete, for you to fill in.",
    discussion: """
      It has settings, the first pages, and one entry of each kind with every field explained. On a \
      terminal it asks for what you have not said. Nothing that is there already is changed.

        handbook new site our-handbook --name 'The Riverside Circle' --timezone Europe/London
      """)

  @Argument(help: ArgumentHelp("The folder to begin it in.", valueName: "folder"))
  var folder: String

  @Option(help: "What the community is called.")
  var name: String?

  @Option(help: "The language of the site's own words, such as en or cy.")
  var language = "en"

  @Option(help: "The time zone of the meetings, such as Europe/London.")
  var timezone: String?

  func validate() throws {
    guard let timezone, TimeZones.rule(of: timezone) == nil else { return }
    let near = NearMiss.nearest(to: timezone, among: TimeZones.names).map {
      "; did you mean '\($0)'?"
    }
    throw ValidationError(
      "there is no time zone '\(timezone.quotedInput)'\(near ?? "; write one such as Europe/London")"
    )
  }

  func run() throws {
    let site = SiteStart(
      name: name ?? Question.ask("What is your community called?") ?? folderName,
      language: language, timeZone: try zone(), today: Clock.today)
    try NewFiles(folder: folder, files: site.files).write()
    Console.print(nextSteps)
  }

  private var folderName: String {
    let name = folder.split(separator: "/").last.map(String.init) ?? "Our handbook"
    return name == "." ? "Our handbook" : name
  }

  /// As given, as the machine has it, or as somebody answers.
  private func zone() throws -> String {
    let own = Clock.zoneName.flatMap { TimeZones.rule(of: $0) == nil ? nil : $0 }
    if let timezone { return timezone }
    let answer = Question.ask("In which time zone do you meet?", usual: own ?? "Europe/London")
    let zone = answer ?? own ?? "UTC"
    guard TimeZones.rule(of: zone) != nil else {
      let near = NearMiss.nearest(to: zone, among: TimeZones.names)
      throw Failure(
        message: "there is no time zone '\(zone.quotedInput)'",
        hint: "write --timezone \(near ?? "Europe/London")")
    }
    return zone
  }

  private var nextSteps: String {
    let place = folder == "." ? "" : " \(folder)"
    return """
      A new handbook is in \(folder). What comes next:

        handbook serve\(place)          shows it in your browser while you write
        handbook check\(place)          tells what to mend
        handbook new meeting --series circle\(folder == "." ? "" : " --site \(folder)")
                                 writes the agenda of your next meeting

      Begin with content/handbook.yml and content/pages/start.md. To put it on the web, make the
      folder a git repository, and then: handbook publish\(place)
      """
  }
}
