package import Community
package import Diagnostics
import Files
import Markup

/// What was read of a site's content, file by file, before anything is settled between files.
struct ReadContent: Sendable {
  private var folder = ContentFolder([])
  var entries: [Entry] = []
  /// Files that are never published for what their names end in.
  var keys: [String] { folder.keys }
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
  /// How many entries were parsed, and not taken from what an earlier build had kept.
  var parsedCount = 0
  /// Where the cache has what was read of each entry's file.
  var known: [(path: RelativePath, known: ReadingCache.Known?)] = []
  /// Each entry's file as it was read.
  var readings: [(path: RelativePath, reading: EntryReader.Reading)] = []
}

extension ReadContent {
  /// Reads the settings of a site.
  init(_ files: SiteFiles) {
    readSettings(files)
  }

  /// Reads all entries, in parallel; notes by the words of `languages`.
  ///
  /// `folder` is what lies in `content/`.
  mutating func readEntries(
    _ files: SiteFiles, in folder: ContentFolder, _ languages: NoteLanguages,
    _ cache: ReadingCache? = nil, _ memory: SiteMemory? = nil
  ) async {
    self.folder = folder
    diagnostics = folder.diagnostics + diagnostics
    assets = folder.assets
    let reader = EntryReader(files: files, languages: languages, cache: cache, memory: memory)
    let read = await parallelMap(folder.entries, reader.read)
    parsedCount = read.count { $0.isParsed }
    if cache != nil { known = zip(folder.entries, read).map { ($0.path, $1.known) } }
    if memory != nil { readings = zip(folder.entries, read).map { ($0.path, $1) } }
    for (file, read) in zip(folder.entries, read) {
      diagnostics += read.entry.diagnostics
      if let entry = read.entry.value {
        entries.append(entry)
        details += read.details
      } else {
        unread[file.id] = file.path.description
      }
    }
  }

  /// Hands the entries over.
  mutating func takeEntries() -> [Entry] {
    let taken = entries
    entries = []
    return taken
  }

  private mutating func readSettings(_ files: SiteFiles) {
    let settings = RelativePath(fixed: "content/handbook.yml")
    guard files.paths.contains(settings) else {
      diagnostics.append(.noConfiguration)
      return
    }
    if let (fields, source) = fields(of: settings, files) {
      var reader = FieldReader(fields, in: source, of: "handbook.yml")
      let read = Configuration(reading: &reader)
      reader.close()
      diagnostics += reader.diagnostics
      configuration = read
      join = read.join.map { readJoin($0) }
      details += DetailSearch.details(inSettings: source, fields, join: join)
    }
    let tags = RelativePath(fixed: "content/tags.yml")
    guard files.paths.contains(tags), let (fields, source) = fields(of: tags, files) else { return }
    var reader = FieldReader(fields, in: source, of: "tags.yml")
    vocabulary = Vocabulary(reading: &reader)
    reader.close()
    diagnostics += reader.diagnostics
    details += DetailSearch.details(inSettings: source, fields)
  }

  private mutating func fields(
    of path: RelativePath, _ files: SiteFiles
  ) -> (FieldMap, SourceText)? {
    let file = files.text(path)
    diagnostics += file.diagnostics
    guard let source = file.value else { return nil }
    let read = FieldMap.read(wholeFile: source, limit: largestText, roles: .declared)
    diagnostics += read.diagnostics
    return read.value.map { ($0, source) }
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

extension Diagnostic {
  fileprivate static let noConfiguration = Diagnostic(
    .error, "no-configuration", at: SourceLocation(path: "content/handbook.yml"),
    "a handbook needs the file content/handbook.yml",
    hints: [
      "create it with two lines: 'name: The name of your community' and 'timezone: Europe/London'"
    ])
}

extension SiteFiles {
  /// The settings of the site, read alone; `nil` where they cannot be read.
  package var settings: Configuration? { checkedSettings.value }

  /// The same, with what is wrong with them.
  package var checkedSettings: Diagnosed<Configuration?> {
    let read = ReadContent(self)
    return Diagnosed(read.configuration, read.diagnostics)
  }
}
