import ArgumentParser
import Diagnostics
import Files
import Importing

/// What the import of another tool's site takes.
struct SiteImportOptions: ParsableArguments {
  @Argument(help: "The folder of the other site.")
  var folder: String

  @Option(help: ArgumentHelp("A file that says which folder is which kind.", valueName: "file"))
  var map: String?

  @Flag(help: "Print a mapping that the folders suggest, to be looked over, and do nothing else.")
  var suggestMap = false

  @OptionGroup var options: ImportOptions

  func run(_ generator: Generator) async throws {
    let tree = try asking { () throws(FileTrouble) in try LocalFileTree(folder) }
    if suggestMap {
      let mapping = try asking { () throws(FileTrouble) in
        try SiteImport.suggestedMapping(tree, generator)
      }
      return Console.print(String(mapping.text.dropLast()))
    }
    let (mapping, existing) = (try mapping(), try options.existing())
    let converted = await ConvertedPages(tree)
    let plan = try asking { () throws(FileTrouble) in
      try SiteImport.plan(
        tree, generator, mapping, existing: existing, today: Clock.today, converted: converted)
    }
    try options.carryOut(plan)
  }

  private func asking<Result>(_ work: () throws(FileTrouble) -> Result) throws -> Result {
    do throws(FileTrouble) {
      return try work()
    } catch {
      throw Failure(message: error.message)
    }
  }

  /// The mapping that was given, or `nil` for what the folders suggest.
  private func mapping() throws -> Mapping? {
    guard let map else { return nil }
    let source = SourceText(path: map, bytes: try inputBytes(map, atMost: ImportLimits.mapping))
    let read = Mapping.read(source)
    let printer = TerminalPrinter(isColoured: Console.hasColour) {
      source.location(line: $1).excerpt
    }
    let problems = printer.text(for: read.diagnostics)
    if !problems.isEmpty { Console.printError(problems, terminator: "") }
    guard let mapping = read.value else { throw ExitCode.worldFailed }
    return mapping
  }
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
