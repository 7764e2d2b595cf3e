import ArgumentParser
import Diagnostics
import Files
import Importing

/// What the import of another tool's site takes.
struct SiteImportOptions: ParsableArguments {
  @Argument(help: "The folder of the other site.")
  var folder: String

  @Option(
    help: ArgumentHelp(
      "A file that says which page is which kind, and who its authors are.", valueName: "file"))
  var map: String?

  @Option(
    help: ArgumentHelp(
      "Where to write such a file with what was guessed; else import-map.yml in the site's folder.",
      valueName: "file"))
  var mapTo: String?

  @Flag(help: "Print such a file, with what the site suggests and why, and do nothing else.")
  var suggestMap = false

  @OptionGroup var options: ImportOptions

  /// Imports a site of a tool, or of the one that the folder looks like.
  func run(_ named: Generator?) async throws {
    let tree = try asking { () throws(FileTrouble) in try LocalFileTree(folder) }
    let detection = try detection(of: tree, named)
    if suggestMap {
      let survey = try asking { () throws(FileTrouble) in
        try SiteSurvey(try detection.site(in: tree), detection.generator)
      }
      return Console.print(String(survey.mapText.dropLast()))
    }
    let source = ImportSource(detection.generator.rawValue, at: folder, holdsFiles: true)
    let (given, standing, own) = (
      try mapping(), try options.standing(source), try OwnSettings(options.site)
    )
    let existing = standing.existing
    let target = try options.target()
    let site = try asking { () throws(FileTrouble) in try detection.site(in: tree) }
    let converted = await ConvertedPages(site)
    let survey = try asking { () throws(FileTrouble) in
      try SiteSurvey(
        site, detection.generator, existing: existing, isPublic: own.isPublic, into: target,
        today: Clock.today,
        converted: converted)
    }
    let mapFile = try MapFile(mapTo, site: options.site, isPublic: own.isPublic)
    let mapping = try given ?? interviewed(survey, mapFile)
    var plan = try asking { () throws(FileTrouble) in
      try SiteImport.plan(site, survey, mapping, existing: existing, isPublic: own.isPublic)
    }
    plan.leaveOut(site.left)
    if let refusal = plan.refusals.first {
      throw Failure(
        message: "\(refusal); nothing was written",
        hint: "the ids stand behind the names below 'authors' in the map")
    }
    let settings = own.takingOver(plan.settings, options)
    try await options.carryOut(plan, standing, settings)
    if given == nil, !options.dryRun { try mapFile.write(mapping, of: survey, options) }
  }

  /// Finds out which tool the site was made with, and asks somebody at a terminal.
  private func detection(of tree: LocalFileTree, _ named: Generator?) throws -> SiteDetection {
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    let found = try asking { () throws(FileTrouble) in
      if let named {
        try SiteDetection.of(tree, as: named, named: name)
      } else {
        try SiteDetection.of(tree, named: name)
      }
    }
    if let found {
      let isAsked = named == nil && map == nil && !suggestMap && !options.dryRun && Question.canAsk
      if named == nil, !isAsked, !suggestMap, !options.quiet {
        Console.print("It looks like \(found.words).")
      }
      guard isAsked,
        let answer = Question.ask("It looks like \(found.words). Is that right?", usual: "yes"),
        !["y", "yes"].contains(answer.lowercased())
      else { return found }
      throw Failure(
        message: "nothing was imported",
        hint: "name the tool: handbook import \(Generator.names) \(folder.quotedForShell)")
    }
    let likely = try asking { () throws(FileTrouble) in try SiteDetection.of(tree, named: name) }
    guard let named, let likely else {
      throw Failure(
        message: "there are no pages of Markdown in '\(folder.quotedInput)'",
        hint: "name the folder of a site, a wiki or notes; handbook import csv, ics, docx and text "
          + "take single files")
    }
    throw Failure(
      message:
        "'\(folder.quotedInput)' is no site of \(named.toolName): it looks like \(likely.words)",
      hint: "write handbook import \(likely.generator.rawValue) \(folder.quotedForShell)")
  }

  /// What the site suggests, as somebody at a terminal confirms it.
  private func interviewed(_ survey: SiteSurvey, _ file: MapFile) throws -> Mapping {
    guard Question.canAsk, !options.dryRun else { return survey.mapping }
    let interview = SiteInterview(survey, today: Clock.today)
    switch interview.hold({ Question.ask($0, usual: $1) ?? $1 }) {
    case .goOn(let mapping): return mapping
    case .lookFirst(let mapping):
      try file.write(mapping, of: survey, options)
      throw Failure(
        message: "nothing was imported yet",
        hint: "change the map, then: handbook import \(folder.quotedForShell) --map \(file.shown)")
    }
  }

  private func asking<Result>(_ work: () throws(FileTrouble) -> Result) throws -> Result {
    do throws(FileTrouble) {
      return try work()
    } catch {
      throw Failure(message: error.message)
    }
  }

  /// The mapping that was given, or `nil` for what the site suggests.
  private func mapping() throws -> Mapping? {
    guard let map else { return nil }
    let source = SourceText(path: map, bytes: try inputBytes(map, atMost: ImportLimits.mapping))
    let read = Mapping.read(source, today: Clock.today)
    let printer = TerminalPrinter(isColoured: Console.hasColour) {
      source.location(line: $1).excerpt
    }
    let problems = printer.text(for: read.diagnostics)
    if !problems.isEmpty { Console.printError(problems, terminator: "") }
    guard let mapping = read.value else { throw ExitCode.worldFailed }
    return mapping
  }
}

extension Generator {
  /// All names, for a hint.
  fileprivate static var names: String { "(\(allCases.map(\.rawValue).joined(separator: ", ")))" }
}

/// `handbook import FOLDER`: a site of any tool.
struct ImportSite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Bring along another site; which tool it was made with is found out.")
  @OptionGroup var site: SiteImportOptions

  func run() async throws { try await site.run(nil) }
}

/// `handbook import markdown`: any folder of Markdown.
struct ImportMarkdown: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Bring along any folder of Markdown: minutes, a wiki, notes."
  )
  @OptionGroup var site: SiteImportOptions

  func run() async throws { try await site.run(.markdown) }
}

/// `handbook import hugo`: a site made with Hugo.
struct ImportHugo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hugo", abstract: "Bring along a site made with Hugo.")
  @OptionGroup var site: SiteImportOptions

  func run() async throws { try await site.run(.hugo) }
}

/// `handbook import jekyll`: a site made with Jekyll.
struct ImportJekyll: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jekyll", abstract: "Bring along a site made with Jekyll.")
  @OptionGroup var site: SiteImportOptions

  func run() async throws { try await site.run(.jekyll) }
}

/// `handbook import mkdocs`: a site made with MkDocs.
struct ImportMkDocs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mkdocs", abstract: "Bring along a site made with MkDocs.")
  @OptionGroup var site: SiteImportOptions

  func run() async throws { try await site.run(.mkdocs) }
}

/// `handbook import obsidian`: an Obsidian vault.
struct ImportObsidian: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "obsidian", abstract: "Bring along an Obsidian vault.")
  @OptionGroup var site: SiteImportOptions

  func run() async throws { try await site.run(.obsidian) }
}
