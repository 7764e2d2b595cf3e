import Community
import Diagnostics
import Files
import Markup

/// What was read of a site's content, file by file, before anything is settled between files.
struct ReadContent: Sendable {
  private let folder: ContentFolder
  var entries: [Entry] = []
  /// Entries whose files could not be read: a reference to one is told once only.
  var unread: [EntryID: String] = [:]
  var assets: [ContentFolder.Asset] = []
  /// `nil` where `handbook.yml` could not be read.
  var configuration: Configuration?
  var vocabulary = Vocabulary()
  var join: Entry?
  /// What may be somebody's address or number, in any file.
  var details: [FoundDetail] = []
  var diagnostics: [Diagnostic] = []
}

extension ReadContent {
  /// Reads the settings of a site, and sorts its files.
  init(_ files: SiteFiles) {
    folder = ContentFolder(files.paths)
    diagnostics = folder.diagnostics
    assets = folder.assets
    readSettings(files)
  }

  /// Reads all entries, in parallel; notes by the words of `languages`.
  mutating func readEntries(_ files: SiteFiles, _ languages: NoteLanguages) async {
    let read = await parallelMap(folder.entries) { file in readEntry(file, files, languages) }
    for (file, entry) in zip(folder.entries, read) {
      diagnostics += entry.diagnostics
      if let entry = entry.value {
        entries.append(entry.entry)
        details += entry.details
      } else {
        unread[file.id] = file.path.description
      }
    }
  }

  private mutating func readSettings(_ files: SiteFiles) {
    let settings = RelativePath(fixed: "content/handbook.yml")
    guard files.paths.contains(settings) else {
      diagnostics.append(.noConfiguration)
      return
    }
    if var reader = reader(settings, of: "handbook.yml", files) {
      let read = Configuration(reading: &reader)
      reader.close()
      diagnostics += reader.diagnostics
      configuration = read
      join = read.join.map { readJoin($0) }
    }
    let tags = RelativePath(fixed: "content/tags.yml")
    guard files.paths.contains(tags), var reader = reader(tags, of: "tags.yml", files) else {
      return
    }
    vocabulary = Vocabulary(reading: &reader)
    reader.close()
    diagnostics += reader.diagnostics
  }

  private mutating func reader(
    _ path: RelativePath, of what: String, _ files: SiteFiles
  )
    -> FieldReader?
  {
    let file = files.text(path)
    diagnostics += file.diagnostics
    guard let source = file.value else { return nil }
    details += DetailSearch.details(in: source)
    let read = FieldMap.read(wholeFile: source, limit: largestText)
    diagnostics += read.diagnostics
    return read.value.map { FieldReader($0, in: source, of: what) }
  }

  /// The words on how to join, as a text that begins on their own line of `handbook.yml`.
  private mutating func readJoin(_ words: Located<String>) -> Entry {
    let linesAbove = String(repeating: "\n", count: max(0, Int(words.span.line) - 1))
    let source = SourceText(path: "content/handbook.yml", linesAbove + words.value)
    let body = Body.parse(source, from: 0, dialect: .handbook, titleFromHeading: false)
    diagnostics += body.diagnostics
    return Entry(
      id: EntryID(.page, "join"), source: source.path, common: CommonFields(),
      fields: .page(Page()), body: body.value)
  }
}

/// What one file gives.
private struct ReadFile: Sendable {
  let entry: Entry
  let details: [FoundDetail]
}

private func readEntry(
  _ file: ContentFolder.EntryFile, _ files: SiteFiles, _ languages: NoteLanguages
) -> Diagnosed<ReadFile?> {
  let read = files.text(file.path)
  guard let source = read.value else { return Diagnosed(nil, read.diagnostics) }
  let entry = Entry.read(source, as: file.id, dialect: .handbook, languages: languages)
  return Diagnosed(
    entry.value.map { ReadFile(entry: $0, details: DetailSearch.details(in: source, of: $0)) },
    entry.diagnostics)
}

extension Diagnostic {
  fileprivate static let noConfiguration = Diagnostic(
    .error, "no-configuration", at: SourceLocation(path: "content/handbook.yml"),
    "a handbook needs the file content/handbook.yml",
    hints: [
      "create it with two lines: 'name: The name of your community' and 'timezone: Europe/London'"
    ])
}
