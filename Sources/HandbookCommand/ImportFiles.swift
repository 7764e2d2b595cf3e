import ArgumentParser
import Community
import Dates
import Files
import Importing
import Markup

/// `handbook import csv`: a spreadsheet.
struct ImportCSV: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv", abstract: "Bring along a spreadsheet, saved as CSV: an entry a row.",
    discussion: """
      Columns are matched by their headings. The first rows are shown as they will be read; with \
      --dry-run that is all. A column with another heading is named with --map:

        handbook import csv teachers.csv --as members --map 'Where=school'
      """)

  @Argument(help: "The file, or - for the standard input.")
  var file: String

  @Option(name: .customLong("as"), help: "What each row is: members, resources or meetings.")
  var kind: TableKind

  @Option(help: ArgumentHelp("What a column is.", valueName: "heading=field"))
  var map: [String] = []

  @OptionGroup var options: ImportOptions

  func validate() throws {
    if let wrong = map.first(where: { !$0.contains("=") }) {
      throw ValidationError(
        "--map takes a heading and a field, such as 'Where=school', not '\(wrong)'")
    }
  }

  func run() async throws {
    let own = Dictionary(
      map.compactMap { pair -> (String, String)? in
        pair.lastIndex(of: "=").map {
          (String(pair[..<$0]), String(pair[pair.index(after: $0)...]))
        }
      }, uniquingKeysWith: { $1 })
    let source = ImportSource("csv-\(kind.rawValue)", at: file, holdsFiles: false)
    let (bytes, standing) = (
      try inputBytes(file, atMost: ImportLimits.file), try options.standing(source)
    )
    let table = try refusing { () throws(UnreadableInput) in
      try TableImport(bytes, named: file, as: kind, own: own, existing: standing.existing)
    }
    if !options.quiet { Console.print(table.preview + "\n") }
    try await options.carryOut(table.plan, standing)
  }
}

/// `handbook import ics`: a calendar.
struct ImportICS: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ics", abstract: "Bring along a calendar: a meeting an event.")

  @Argument(help: "The file, or - for the standard input.")
  var file: String

  @OptionGroup var options: ImportOptions

  func run() async throws {
    let source = ImportSource("ics", at: file, holdsFiles: false)
    let (bytes, standing) = (
      try inputBytes(file, atMost: ImportLimits.file), try options.standing(source)
    )
    let calendar = try refusing { () throws(UnreadableInput) in
      try CalendarImport(bytes, named: file, existing: standing.existing)
    }
    try await options.carryOut(calendar.plan, standing)
  }
}

/// What a text or a document becomes.
struct NotesOptions: ParsableArguments {
  @Option(name: .customLong("as"), help: "What it is: meeting or post.")
  var kind = NotesKind.meeting

  @Option(help: "The id of the entry; else its file's name gives it.")
  var id: String?

  @Option(help: ArgumentHelp("The day, YYYY-MM-DD.", valueName: "date"))
  var date: CalendarDate?

  @OptionGroup var options: ImportOptions

  /// The same text for the same entry is the same source.
  func standing(_ file: String, as id: EntryID) throws -> ImportStanding {
    try options.standing(
      ImportSource("text", at: "\(id.name).\(id.kind.rawValue)", holdsFiles: false))
  }

  /// The id that was given, or what a file's name makes.
  func entryID(_ file: String) throws -> EntryID {
    let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let kind: EntryKind = self.kind == .meeting ? .meeting : .post
    if let id {
      guard Slug.isValid(id) else {
        throw Failure(
          message: "'\(id)' is no id: letters a to z, digits and hyphens",
          hint: Slug.of(id).map { "write --id \($0)" })
      }
      return EntryID(kind, id)
    }
    let name = [date.map(\.description), Slug.of(stem)].compactMap(\.self).joined(separator: "-")
    guard !name.isEmpty, file != "-" || date != nil else {
      throw Failure(
        message: "the entry needs an id", hint: "write --id, such as --id 2026-01-15-circle")
    }
    return EntryID(kind, file == "-" ? "\(name)-notes" : name)
  }
}

enum NotesKind: String, ExpressibleByArgument, CaseIterable {
  case meeting, post
}

/// `handbook import docx`: a Word document.
struct ImportDOCX: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docx", abstract: "Bring along a Word document, as minutes or a post.",
    discussion: "It is read by pandoc (https://pandoc.org), which has to be installed.")

  @Argument(help: "The document.")
  var file: String

  @OptionGroup var notes: NotesOptions

  func run() async throws {
    let id = try notes.entryID(file)
    let standing = try notes.standing(file, as: id)
    let document: WordDocument
    do throws(UnreadableInput) {
      document = try await WordDocument(at: file)
    } catch {
      throw Failure(message: error.reason)
    }
    let plan = try refusing { () throws(UnreadableInput) in
      try NotesImport(
        document.text, named: file, as: id, date: notes.date?.description,
        pictures: document.pictures, existing: standing.existing
      ).plan
    }
    try await notes.options.carryOut(plan, standing)
  }
}

/// `handbook import text`: what somebody typed.
struct ImportText: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Bring along plain text, as minutes or a post.",
    discussion: """
      Without a file it reads what is typed or pasted, until Ctrl-D. Bullets and boxes become lists \
      and tasks:

        handbook import text --as meeting --id 2026-01-15-circle < notes.txt
      """)

  @Argument(help: "The file, or - for the standard input.")
  var file = "-"

  @OptionGroup var notes: NotesOptions

  func run() async throws {
    let id = try notes.entryID(file)
    let standing = try notes.standing(file, as: id)
    let bytes = try inputBytes(file, atMost: ImportLimits.text)
    let plan = try refusing { () throws(UnreadableInput) in
      try NotesImport(
        bytes, named: file == "-" ? "the text" : file, as: id, date: notes.date?.description,
        existing: standing.existing
      ).plan
    }
    try await notes.options.carryOut(plan, standing)
  }
}

extension TableKind: ExpressibleByArgument {}
