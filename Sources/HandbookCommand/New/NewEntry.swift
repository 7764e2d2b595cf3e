import ArgumentParser
import Build
import Community
import Dates
import Diagnostics
import Files
import Markup
import Scaffolding
import Text

/// `handbook new post|member|meeting|…`: one entry to write in.
struct NewEntry: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entry",
    abstract: "Write an entry to fill in: \(EntryKind.names).",
    discussion: """
      The word 'entry' can be left out. The file lies where it belongs, is valid as it is, and \
      has the fields that people use; with --all-fields it explains every one. A meeting of a series takes its day from the series' rhythm, the \
      headings of the last meeting, and the actions that are still open.

        handbook new post --title 'Exit tickets that take no marking'
        handbook new meeting --series circle
        handbook new meeting --series circle --restart
      """)

  @Argument(
    help: """
      What it is: \(EntryKind.names). (Or say site to begin a \
      handbook, ci for what a git host needs.)
      """)
  var kind: EntryKind

  @Argument(help: "Its id; else the title gives it.")
  var id: String?

  @Option(help: "Its title; the name of a member.")
  var title: String?

  @Option(help: ArgumentHelp("The series of a meeting, by its id.", valueName: "id"))
  var series: String?

  @Option(help: ArgumentHelp("The day, YYYY-MM-DD.", valueName: "date"))
  var date: CalendarDate?

  @Option(help: ArgumentHelp("The author of a post, by their id.", valueName: "id"))
  var author: String?

  @Flag(help: "A meeting that begins again after a silence, with an agenda for that.")
  var restart = false

  @Flag(help: "Explain every field that the kind may have.")
  var allFields = false

  @Option(help: ArgumentHelp("The folder of the site.", valueName: "folder"))
  var site = "."

  func validate() throws {
    for words in [title, series, author].compactMap(\.self) where !words.isOneLine {
      throw ValidationError("'\(words.quotedInput)' is not one line of text")
    }
    if let id, !Slug.isValid(id) {
      let better = Slug.of(id).map { "; write '\($0)'" } ?? ""
      throw ValidationError(
        "an id is made of the letters a to z, digits and hyphens\(better)")
    }
    if series != nil, kind != .meeting {
      throw ValidationError("--series is for meetings")
    }
    if restart, kind != .meeting {
      throw ValidationError("--restart is for meetings")
    }
  }

  func run() async throws {
    let content = try await read()
    var entry = try start(content)
    entry.explains = allFields ? .all : .usual
    if let taken = content.library.entries.first(where: { $0.id == entry.id }) {
      throw Failure(
        message: "the id '\(entry.id.name)' is taken by \(taken.source); nothing was written",
        hint: "write another id: \(command(with: freeID(like: entry.id, content.library)))")
    }
    let file = SiteStart.File(path: entry.path, text: entry.text)
    try NewFiles(folder: site, files: [file]).write()
    Console.print("Wrote \(site == "." ? "" : "\(site)/")\(entry.path)")
    if kind == .post, !entry.filled.contains(where: { $0.name == "authors" }) {
      Console.print("Nobody is credited yet: write the id of its author after 'authors:'.")
    }
    if kind == .member, title != nil, !entry.filled.contains(where: { $0.name == "name" }) {
      Console.print(
        "The name is left out, since everybody can read a public source: docs/privacy.md.")
    }
  }

  /// The command as it was written, with an id that is free.
  private func command(with id: String) -> String {
    var words = ["handbook", "new", kind.rawValue, id]
    let options = [
      ("--title", title), ("--series", series), ("--date", date?.description), ("--author", author),
      ("--site", site == "." ? nil : site),
    ]
    for (name, value) in options {
      if let value { words += [name, value.quotedForShell] }
    }
    if restart { words.append("--restart") }
    return words.joined(separator: " ") + (allFields ? " --all-fields" : "")
  }

  private func freeID(like id: EntryID, _ library: Library) -> String {
    let taken = Set(library.entries.map(\.id))
    var number = 2
    while taken.contains(EntryID(id.kind, "\(id.name)-\(number)")) { number += 1 }
    return "\(id.name)-\(number)"
  }

  private func read() async throws -> SettledContent {
    let options = try SiteOptions.parse(["--", site])
    let inspection = try await options.inspect(ProgressLine(isShown: false))
    guard let content = inspection.source?.content else {
      throw Failure(
        message: "content/handbook.yml cannot be read",
        hint: "run 'handbook check' and fix it first")
    }
    return content
  }

  private func start(_ content: SettledContent) throws -> EntryStart {
    if kind == .meeting, let series { return try meeting(of: series, content) }
    if restart { return restarted(content.library) }
    if kind == .member { return member(content.library) }
    let title = try title ?? question()
    guard let name = id ?? Slug.of(title).map(dated) else {
      throw Failure(
        message: "'\(title.quotedInput)' gives no id",
        hint: "write one: handbook new \(kind.rawValue) an-id")
    }
    var entry = EntryStart(EntryID(kind, name), in: language(content.library))
    entry.fill("title", title)
    fill(&entry, content.library)
    return entry
  }

  /// What an entry begins with is in the language of the site.
  private func language(_ library: Library) -> StarterLanguage {
    StarterLanguage(tag: library.configuration.language)
  }

  /// The title that somebody answers, or the words of the id.
  private func question() throws -> String {
    if let answer = Question.ask("What is its title?") { return answer }
    guard let id else {
      throw Failure(
        message: "the \(kind.rawValue) needs a title or an id",
        hint: "write --title 'The title'")
    }
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A meeting's id begins with its day.
  private func dated(_ slug: String) -> String {
    kind == .meeting ? "\(day)-\(slug)" : slug
  }

  private var day: CalendarDate { date ?? Clock.today }

  /// Fills in what a valid entry of the kind needs.
  private func fill(_ entry: inout EntryStart, _ library: Library) {
    entry.fillNeeded(on: day)
    if kind == .post, let author = author ?? onlyMember(library) { entry.fill("authors", author) }
  }

  /// Where there is one member, they are the author.
  private func onlyMember(_ library: Library) -> String? {
    let members = library.entries.filter { $0.id.kind == .member }
    return members.count == 1 ? members[0].id.name : nil
  }

  private func meeting(of series: String, _ content: SettledContent) throws -> EntryStart {
    do throws(NoNextMeeting) {
      let next = try NextMeeting(of: series, in: content, today: Clock.today)
      var day = date
      if day == nil { day = try next.day() }
      let chosen = day ?? Clock.today
      let id = id ?? next.id(on: chosen)
      return restart
        ? next.restart(on: chosen, id: id, title: title)
        : next.start(on: chosen, id: id, title: title)
    } catch {
      throw Failure(message: error.message, hint: error.hint)
    }
  }

  /// A meeting of no series that begins again after a silence.
  private func restarted(_ library: Library) -> EntryStart {
    let language = language(library)
    let agenda = RestartAgenda.of(language)
    let title = title ?? agenda.title
    let name = id ?? dated(Slug.of(title) ?? "restart")
    var entry = EntryStart(
      EntryID(.meeting, name), in: language, body: agenda.agenda(in: language).text)
    entry.fill("title", title)
    fill(&entry, library)
    return entry
  }

  /// A new member's file.
  ///
  /// Everybody sees the names and texts of files in a public repository, so there the id says nothing
  /// of the person and the name is left out.
  private func member(_ library: Library) -> EntryStart {
    let isPrivate = library.configuration.source == .nobodyElse
    let own = isPrivate ? title.flatMap { Slug.of($0) } : nil
    let name = id ?? own ?? nextNeutralID(library)
    var member = EntryStart(EntryID(.member, name), in: language(library))
    member.fill("status", "active")
    if isPrivate, let title { member.fill("name", title) }
    return member
  }

  /// `m-08` after `m-07`.
  private func nextNeutralID(_ library: Library) -> String {
    let taken = Set(library.entries.filter { $0.id.kind == .member }.map(\.id.name))
    var number = 1
    while true {
      let id = "m-\(number < 10 ? "0" : "")\(number)"
      if !taken.contains(id) { return id }
      number += 1
    }
  }
}

extension EntryKind: ExpressibleByArgument {
  package init?(argument: String) {
    guard let kind = EntryKind(rawValue: argument) ?? EntryKind(folder: argument) else {
      return nil
    }
    self = kind
  }
}

extension String {
  /// Nothing in it that ends a line or moves the cursor.
  fileprivate var isOneLine: Bool { !unicodeScalars.contains(where: \.isUnsafeToPrint) }
}
