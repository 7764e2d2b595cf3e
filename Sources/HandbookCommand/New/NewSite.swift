import ArgumentParser
import Community
import Diagnostics
import Files
import Markup
import Scaffolding

/// `handbook new site`: a handbook to fill in.
struct NewSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Begin a handbook: a small one that is complete, for you to fill in.",
    discussion: """
      It has settings, the first pages, and one entry of each kind with every field explained. On a \
      terminal it asks for what you have not said. Nothing that is there already is changed.

      Its texts are written in \(StarterLanguage.names). In any other language they are in English. \
      A region, as in de-AT, has the texts of its language.

        handbook new site our-handbook --name 'The Riverside Circle' --timezone Europe/London
        handbook new site unser-handbuch --language de --timezone Europe/Berlin
      """)

  @Argument(help: ArgumentHelp("The folder to begin it in.", valueName: "folder"))
  var folder: String

  @Option(help: "What the community is called.")
  var name: String?

  @Option(
    help: "The language of the site, such as \(StarterLanguage.tags("or")).",
    completion: .list(StarterLanguage.allCases.map(\.rawValue)))
  var language = "en"

  @Option(help: "The time zone of the meetings, such as Europe/London.")
  var timezone: String?

  func validate() throws {
    guard language.isLanguageTag else {
      throw ValidationError(
        "'\(language.quotedInput)' is no language; write its tag, such as en, cy or de-AT")
    }
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
      language: language, timeZone: zone(), today: Clock.today)
    try NewFiles(folder: folder, files: site.files).write()
    if StarterLanguage(exactly: language) == nil { Console.printError(textsInEnglish) }
    Console.print(nextSteps)
  }

  private var folderName: String {
    let name = folder.split(separator: "/").last.map(String.init) ?? "Our handbook"
    return name == "." ? "Our handbook" : name
  }

  /// As given, as somebody answers, or as the machine has it.
  private func zone() -> String {
    if let timezone { return timezone }
    let own = Clock.zoneName.flatMap { TimeZones.rule(of: $0) == nil ? nil : $0 }
    let question = "In which time zone do you meet, such as Europe/London?"
    while let zone = Question.ask(question, usual: own) {
      if TimeZones.rule(of: zone) != nil { return zone }
      let near = NearMiss.nearest(to: zone, among: TimeZones.names).map {
        "; did you mean '\($0)'?"
      }
      Console.printError("There is no time zone '\(zone.quotedInput)'\(near ?? ".")")
    }
    return own ?? "UTC"
  }

  private var textsInEnglish: String {
    """
    note: the texts of the new handbook are in English, since there are none in '\(language)' yet. \
    There are texts in \(StarterLanguage.tags("and")).
    """
  }

  private var nextSteps: String {
    let word = folder.quotedForShell
    let place = folder == "." ? "" : " \(word)"
    return """
      A new handbook is in \(folder). What comes next:

        handbook desk\(place)           opens a desk in your browser: write, keep minutes, publish
        handbook serve\(place)          shows it in your browser while you write in an editor
        handbook check\(place)          tells what to fix
        handbook new meeting --series circle\(folder == "." ? "" : " --site \(word)")
                                 writes the agenda of your next meeting

      Begin with content/handbook.yml and content/pages/start.md. To put it on the web, make the
      folder a git repository, and then: handbook publish\(place)
      A git host can do that by itself, and offer forms to those who use the browser alone; see:
      handbook new ci --help
      """
  }
}

extension StarterLanguage {
  /// `English, Spanish and Arabic`.
  fileprivate static var names: String {
    allCases.map { "\($0)".prefix(1).uppercased() + "\($0)".dropFirst() }.listed("and")
  }

  /// `en, es and ar`.
  fileprivate static func tags(_ conjunction: String) -> String {
    allCases.map(\.rawValue).listed(conjunction)
  }
}

extension [String] {
  fileprivate func listed(_ conjunction: String) -> String {
    dropLast().joined(separator: ", ") + " \(conjunction) " + (last ?? "")
  }
}
