import ArgumentParser
import Build
import Community
import Diagnostics
import Files
import Reporting

/// `handbook debt`: what is still owed since the import.
struct TellDebt: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debt",
    abstract: "List what an import left to settle, and take things off the list.",
    discussion: """
      An import lists in content/debt.yml what it could not settle: pictures without words, links \
      that were dead. Nothing of it stops a build while its line reads as it read. Whatever is new \
      in an entry is checked as ever.

        handbook debt                          all of it, by kind
        handbook debt --entry posts/a-story    what one entry owes
        handbook debt close --all-settled      take off what is settled

      Ends with 0 whatever is owed, and with 2 when the site could not be read.
      """,
    subcommands: [ListDebt.self, CloseDebt.self], defaultSubcommand: ListDebt.self)
}

/// `handbook debt list`.
struct ListDebt: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what is owed, with the place and the remedy of each.")

  @OptionGroup var options: LocalOptions

  @Option(help: ArgumentHelp("Only things of one kind, such as dead-link.", valueName: "kind"))
  var kind: String?

  @Option(
    help: ArgumentHelp("Only what one entry owes, such as posts/a-story.", valueName: "entry"))
  var entry: String?

  @Flag(help: "List them entry by entry.")
  var byEntry = false

  @Flag(help: "Show everything, also where there is much of one kind.")
  var all = false

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() async throws {
    var choice = DebtChoice()
    choice.kind = try kind.map(DebtKind.init(named:))
    let holdings = try await options.holdings()
    if let entry {
      choice.path = holdings.path(of: entry)
      guard choice.path != nil else { throw Failure.noEntry(entry) }
    }
    choice.isByEntry = byEntry
    choice.isWhole = all || json || kind != nil || entry != nil
    options.print(Account.debt(holdings, choice), asJSON: json)
  }
}

/// `handbook debt close`.
struct CloseDebt: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Take things off the list that are settled, or that may stay as they are.",
    discussion: """
      What only the import knew, such as a dead link whose words are text now, may stay as it is: \
      closing it says so. What 'handbook check' would tell again cannot be closed; fix it instead. \
      'handbook check --fix' takes off what is settled, too.

        handbook debt close content/posts/a-story.md:12
        handbook debt close posts/a-story
        handbook debt close --kind dead-link
        handbook debt close --all-settled
      """)

  @Argument(
    help: ArgumentHelp("An entry, its file, or a line of it: PATH:LINE.", valueName: "place"))
  var places: [String] = []

  @Option(help: ArgumentHelp("The folder of the site.", valueName: "folder"))
  var site = "."

  @Option(
    help: ArgumentHelp(
      "All of one kind that only the import knew, such as dead-link.", valueName: "kind"))
  var kind: String?

  @Flag(help: "All that is settled.")
  var allSettled = false

  func validate() throws {
    guard places.isEmpty, kind == nil, !allSettled else { return }
    throw ValidationError("say what to close: places, --kind or --all-settled")
  }

  func run() async throws {
    let inspection = try await inspect()
    var closing = DebtClosing(inspection.owed)
    if allSettled { closing.takeSettled() }
    if let kind { try closing.take(DebtKind(named: kind)) }
    for written in places {
      try closing.take(written, inspection.source?.path(of: written.withoutLine))
    }
    guard closing.count > 0 else {
      Console.print("There was nothing to close.")
      return
    }
    do throws(FileTrouble) {
      try SiteFolder(site).write(closing.debt)
    } catch {
      throw Failure(message: error.message)
    }
    Console.print("Closed \(things(closing.count)). \(rest(closing.debt.count))")
  }

  private func inspect() async throws -> Inspection {
    let inspection = try await LocalOptions.inspect(site, today: nil)
    guard inspection.files.debtToChange() != nil || inspection.owed.debt.isEmpty else {
      throw Failure(
        message: "content/debt.yml cannot be read", hint: "'handbook check' says what is wrong")
    }
    return inspection
  }

  private func rest(_ count: Int) -> String {
    count == 0 ? "Nothing is owed any more." : "\(things(count)) \(count == 1 ? "is" : "are") left."
  }
}

/// What is to go from the list.
private struct DebtClosing {
  private let owed: OwedDebt
  private(set) var debt: Debt

  init(_ owed: OwedDebt) {
    self.owed = owed
    debt = owed.debt
  }

  var count: Int { owed.debt.count - debt.count }

  mutating func takeSettled() {
    for (path, items) in owed.settled { debt.remove(items, at: path) }
  }

  /// All of a kind that only the import knew.
  mutating func take(_ kind: DebtKind) throws {
    guard kind.standing == .note else {
      throw Failure(
        message: "'\(kind.id.rawValue)' is told by 'handbook check', so it cannot be closed",
        hint: kind.remedy)
    }
    for note in owed.notes where note.item.kind == kind { remove(note) }
  }

  /// What is settled or only the import knew, in a file or on a line of it.
  mutating func take(_ written: String, _ path: String?) throws {
    let path = path ?? written.withoutLine
    let line = written.line
    guard let place = try? RelativePath(path), owed.debt.items[place] != nil else {
      throw Failure(
        message: "'\(written.quotedInput)' owes nothing", hint: "'handbook debt' lists what does")
    }
    let before = count
    if line == nil { debt.remove(owed.settled[place] ?? [], at: place) }
    for note in owed.notes
    where note.place.path == path && (line == nil || note.place.line == line) {
      remove(note)
    }
    let standing = owed.diagnostics.first {
      $0.location?.path == path && (line == nil || $0.location?.line == line)
    }
    if count == before, let standing, let kind = DebtKind(standing.id) {
      throw Failure(
        message: "'\(written.quotedInput)' still has \(kind.article) \(kind.one)",
        hint: kind.remedy)
    }
  }

  private mutating func remove(_ note: OwedDebt.Note) {
    guard let path = try? RelativePath(note.place.path) else { return }
    debt.remove([note.item], at: path)
  }
}

extension DebtKind {
  /// The kind that somebody named on the command line.
  fileprivate init(named written: String) throws {
    let names = DebtKind.all.map(\.id.rawValue)
    guard let kind = DebtKind(DiagnosticID(rawValue: written)) else {
      throw Failure(
        message: "nothing of the kind '\(written.quotedInput)' can be owed",
        hint: NearMiss.nearest(to: written, among: names).map { "did you mean '\($0)'?" }
          ?? "'handbook debt' shows the kinds that are")
    }
    self = kind
  }

  fileprivate var article: String {
    one.first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }
}

extension SourceSite {
  /// The path of the file of an entry that somebody named; `nil` where there is none.
  fileprivate func path(of written: String) -> String? {
    guard case .one(let index) = library.names.reference(written, kind: nil) else { return nil }
    return library[index].source
  }
}

extension String {
  /// `content/posts/a.md` of `content/posts/a.md:12`.
  fileprivate var withoutLine: String {
    guard line != nil, let colon = lastIndex(of: ":") else { return self }
    return String(self[..<colon])
  }

  /// The number behind the last colon.
  fileprivate var line: Int? {
    lastIndex(of: ":").flatMap { Int(self[index(after: $0)...]) }
  }
}

extension Failure {
  fileprivate static func noEntry(_ written: String) -> Failure {
    Failure(
      message: "there is no entry '\(written.quotedInput)'", hint: "write it as posts/a-story")
  }
}

private func things(_ count: Int) -> String { count == 1 ? "1 thing" : "\(count) things" }
