import ArgumentParser
import Community
import Dates
import Files
import Importing
import Markup

/// What the import of a spreadsheet takes.
struct TableOptions: ParsableArguments {
  @Argument(help: "The file, or - for the standard input.")
  var file: String

  @Option(name: .customLong("as"), help: "What each row is: members, resources or meetings.")
  var kind: TableKind

  @Option(help: ArgumentHelp("What a column is.", valueName: "heading=field"))
  var map: [String] = []

  @Option(help: ArgumentHelp("Which sheet of a workbook; else the first.", valueName: "name"))
  var sheet: String?

  @OptionGroup var options: ImportOptions

  func validate() throws {
    if let wrong = map.first(where: { !$0.contains("=") }) {
      throw ValidationError(
        "--map takes a heading and a field, such as 'Where=school', not '\(wrong)'")
    }
  }

  /// What each heading means, as the user says.
  private var own: [String: String] {
    Dictionary(
      map.compactMap { pair -> (String, String)? in
        pair.lastIndex(of: "=").map {
          (String(pair[..<$0]), String(pair[pair.index(after: $0)...]))
        }
      }, uniquingKeysWith: { $1 })
  }

  func run() async throws {
    let source = ImportSource("csv-\(kind.rawValue)", at: file, holdsFiles: false)
    let (bytes, standing) = (
      try inputBytes(file, atMost: ImportLimits.file), try options.standing(source)
    )
    let site = try options.target()
    let table: TableImport
    do throws(UnreadableInput) {
      table = try TableImport(
        bytes, named: file, as: kind, own: own, sheet: sheet, site: site,
        existing: standing.existing)
    } catch {
      throw Failure(message: error.reason)
    }
    if !options.quiet { Console.print(table.preview + "\n") }
    try await options.carryOut(table.plan, standing)
  }
}

/// `handbook import csv`: a spreadsheet.
struct ImportCSV: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Bring along a spreadsheet, saved as CSV or .xlsx: an entry a row.",
    discussion: """
      Columns are matched by their headings. The first rows are shown as they will be read; with \
      --dry-run that is all. A column with another heading is named with --map:

        handbook import csv teachers.csv --as members --map 'Where=school'

      The answers to a form may come as they are: questions of consent are read where they are clear.
      """)
  @OptionGroup var table: TableOptions

  func run() async throws { try await table.run() }
}

/// `handbook import xlsx`: the same, by the name that people look for.
struct ImportXLSX: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xlsx", abstract: "Bring along an Excel workbook: an entry a row of one sheet.",
    discussion: """
      It is read as 'handbook import csv' reads a table. The first sheet that holds something is \
      taken; name another with --sheet.
      """)
  @OptionGroup var table: TableOptions

  func run() async throws { try await table.run() }
}

/// `handbook import ics`: a calendar.
struct ImportICS: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ics", abstract: "Bring along a calendar: a meeting an event.",
    discussion: """
      An event that repeats becomes a meeting for each of its days, of the last two years and the \
      next. How to join, with its links and codes, is left out.
      """)

  @Argument(help: "The file, or - for the standard input.")
  var file: String

  @OptionGroup var options: ImportOptions

  func run() async throws {
    let source = ImportSource("ics", at: file, holdsFiles: false)
    let (bytes, standing) = (
      try inputBytes(file, atMost: ImportLimits.file), try options.standing(source)
    )
    let site = try options.target()
    let calendar = try refusing { () throws(UnreadableInput) in
      try CalendarImport(
        bytes, named: file, site: site, today: Clock.today, existing: standing.existing)
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

  /// The id that was given, or what a file's name and its day make.
  func entryID(_ file: String, on day: CalendarDate?) throws -> EntryID {
    let kind: EntryKind = self.kind == .meeting ? .meeting : .post
    if let id {
      guard Slug.isValid(id) else {
        throw Failure(
          message: "'\(id)' is no id: letters a to z, digits and hyphens",
          hint: Slug.of(id).map { "write --id \($0)" })
      }
      return EntryID(kind, id)
    }
    let subject = file == "-" ? "notes" : NotesImport.subject(ofFile: file)
    let name = [day.map(\.description), Slug.of(subject)].compactMap(\.self).joined(separator: "-")
    guard !name.isEmpty, file != "-" || day != nil else {
      throw Failure(
        message: "the entry needs an id", hint: "write --id, such as --id 2026-01-15-circle")
    }
    return EntryID(kind, name)
  }

  /// Imports what was read of a file.
  func carryOut(
    _ text: [UInt8], of file: String, named name: String, pictures: [String: [UInt8]] = [:],
    edges: [String] = []
  ) async throws {
    let site = try options.target()
    let day = date ?? NotesImport.day(text, named: file, site: site)
    let id = try entryID(file, on: day)
    // The same text for the same entry is the same source.
    let standing = try options.standing(
      ImportSource("text", at: "\(id.name).\(id.kind.rawValue)", holdsFiles: false))
    let plan: ImportPlan
    do throws(UnreadableInput) {
      plan = try NotesImport(
        text, named: name, as: id, date: date?.description, pictures: pictures, edges: edges,
        site: site, existing: standing.existing
      ).plan
    } catch {
      throw Failure(message: error.reason)
    }
    try await options.carryOut(plan, standing)
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
    let document: WordDocument
    do throws(UnreadableInput) {
      document = try await WordDocument(at: file)
    } catch {
      throw Failure(message: error.reason)
    }
    try await notes.carryOut(
      document.text, of: file, named: file, pictures: document.pictures, edges: document.edges)
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
    let bytes = try inputBytes(file, atMost: ImportLimits.text)
    try await notes.carryOut(bytes, of: file, named: file == "-" ? "the text" : file)
  }
}

extension TableKind: ExpressibleByArgument {}
