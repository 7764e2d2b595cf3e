import Dates
package import Diagnostics
package import Files
package import Markup

extension Entry {
  /// Reads one file: its front matter by the rules of its kind, and its body.
  ///
  /// The value is `nil` where the file holds no entry at all (front matter that is not YAML, or is
  /// never closed); any lesser problem leaves an entry, so that others may refer to it.
  ///
  /// `languages` are the words by which the notes of meetings are read.
  package static func read(
    _ source: SourceText, as id: EntryID, dialect: Dialect,
    languages: NoteLanguages = .english
  ) -> Diagnosed<Entry?> {
    parse(source, as: id, dialect: dialect, languages: languages).entry
  }

  /// An entry, and what the parsers made of its file where that is worth keeping.
  package struct Parsing: Sendable {
    package let entry: Diagnosed<Entry?>
    package var parsed: ParsedFile?
    /// The fields of the front matter; `nil` where it can't be read.
    package var fields: FieldMap?
  }

  /// As `read`, for who keeps what the parsers found.
  package static func parse(
    _ source: SourceText, as id: EntryID, dialect: Dialect, languages: NoteLanguages
  ) -> Parsing {
    let extent = FrontMatter.split(source)
    let read = FrontMatter.fields(of: source, extent.value, roles: .declared)
    var diagnostics = extent.diagnostics + read.diagnostics
    let isWellFormed = diagnostics.isEmpty
    guard let map = read.value else { return Parsing(entry: Diagnosed(nil, diagnostics)) }
    let front = TypedFields(map, in: source, of: id, dialect, languages)
    let body = Body.parse(
      source, from: extent.value.bodyStart, dialect: front.dialect,
      titleFromHeading: front.takesHeading, givenTitle: front.givenTitle)
    let parsed = ParsedFile(
      source: source.part(until: extent.value.bodyStart, for: body.value), fields: map,
      body: body.value, dialect: front.dialectRecord)
    diagnostics += front.diagnostics + body.diagnostics
    // Of a text that could not be read, nobody knows what is missing.
    let isBodyRead = !body.diagnostics.contains { $0.severity == .error }
    let entry = Entry.made(id, front, parsed, from: source, isComplete: isBodyRead)
    return Parsing(
      entry: Diagnosed(entry.value, diagnostics + entry.diagnostics),
      parsed: isWellFormed && body.diagnostics.isEmpty ? parsed : nil, fields: map)
  }

  /// Makes the entry that `parse` made of a file, from what was kept of it; `nil` where its body
  /// has to be read by other words now.
  ///
  /// A `surface` that is known need not be taken again.
  package static func read(
    _ parsed: ParsedFile, of path: String, as id: EntryID, dialect: Dialect,
    languages: NoteLanguages, surface: Fingerprint? = nil
  ) -> Diagnosed<Entry>? {
    let source = SourceText(path: path, bytes: parsed.source)
    let front = TypedFields(parsed.fields, in: source, of: id, dialect, languages)
    guard front.dialectRecord == parsed.dialect else { return nil }
    let entry = made(id, front, parsed, from: source, isComplete: true, surface: surface)
    return Diagnosed(entry.value, front.diagnostics + entry.diagnostics)
  }

  private static func made(
    _ id: EntryID, _ front: TypedFields, _ parsed: ParsedFile, from source: SourceText,
    isComplete: Bool, surface: Fingerprint? = nil
  ) -> Diagnosed<Entry> {
    var diagnostics: [Diagnostic] = []
    let hasNotes = parsed.body.hasNotes
    var entry = Entry(
      id: id, source: source.path, common: front.common, fields: front.fields, body: parsed.body,
      head: hasNotes ? source.head : parsed.source,
      notes: hasNotes ? Fingerprint(parsed.source) : nil, surface: surface)
    if let words = front.minutesWords {
      let minutes = Minutes.read(
        parsed.body, in: source, of: front.common.date?.value, words.register)
      diagnostics += minutes.diagnostics
      entry.minutes = minutes.value
    }
    if isComplete {
      diagnostics += entry.missingParts(in: source, isTitleMisspelt: front.isTitleMisspelt)
    }
    return Diagnosed(entry, diagnostics)
  }

  /// What the front matter and the body must give between them.
  private func missingParts(in source: SourceText, isTitleMisspelt: Bool) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let isNameless = if case .member = fields { true } else { false }
    if common.title == nil, body.title == nil, !isNameless, !isTitleMisspelt {
      problems.append(.missingTitle(of: id.kind, at: source.location(line: 1)))
    }
    if case .resource(let resource) = fields, resource.address == nil, resource.files.isEmpty,
      body.prose.blocks.allSatisfy({ $0.range == body.title }), body.images.isEmpty
    {
      problems.append(.emptyResource(at: source.location(line: 1)))
    }
    return problems
  }
}

/// Front matter read by the rules of a kind, and what follows from it for the reading of the body.
private struct TypedFields {
  let common: CommonFields
  let fields: EntryFields
  let diagnostics: [Diagnostic]
  let dialect: Dialect
  let dialectRecord: [UInt8]
  /// Whether a field is there that was meant for the title.
  let isTitleMisspelt: Bool
  /// `nil` where the text is no minutes.
  let minutesWords: NoteWords?

  init(
    _ map: FieldMap, in source: SourceText, of id: EntryID, _ dialect: Dialect,
    _ languages: NoteLanguages
  ) {
    var reader = FieldReader(map.dated(byNameOf: id), in: source, of: id.kind.withArticle)
    common = CommonFields(reading: &reader)
    if id.kind.declaration.needsDate { reader.require("date", hint: "date: 2026-01-31") }
    let read = EntryFields(reading: &reader, kind: id.kind)
    reader.close()
    fields = reader.misspelt.contains("authors") ? read.withMisspeltAuthors : read
    diagnostics = reader.diagnostics
    isTitleMisspelt = reader.misspelt.contains("title")
    let isMinutes = id.kind.holdsMinutes && dialect == .handbook
    minutesWords = isMinutes ? languages.words(in: common.language?.value) : nil
    self.dialect = minutesWords?.dialect ?? dialect
    dialectRecord = minutesWords?.dialectRecord ?? dialect.record
  }

  /// Whether the first heading of the body is the title.
  var takesHeading: Bool { common.title == nil && fields.kind.declaration.titleField == .title }

  /// The title, or a member's name, where the front matter has one.
  var givenTitle: String? {
    if case .member(let member) = fields { return member.name?.value }
    return common.title?.value
  }
}

extension SourceText {
  /// The bytes that are looked into after the parse: all where the body has notes, whose words are
  /// found in it; else those above the body, and the first line, which messages
  /// show.
  fileprivate func part(until bodyStart: Int, for body: Body) -> [UInt8] {
    guard !body.hasNotes else { return bytes }
    return Array(bytes[..<max(bodyStart, start(ofLine: 2) ?? bytes.count)])
  }
}

extension Body {
  /// Whether it has tasks, decisions, or what may be meant as one.
  fileprivate var hasNotes: Bool { !tasks.isEmpty || !decisions.isEmpty || !asides.isEmpty }
}

extension SourceText {
  /// The bytes above the body.
  fileprivate var head: [UInt8] { Array(bytes[..<FrontMatter.split(self).value.bodyStart]) }
}

extension EntryFields {
  fileprivate init(reading reader: inout FieldReader, kind: EntryKind) {
    switch kind {
    case .post: self = .post(Post(reading: &reader))
    case .member: self = .member(Member(reading: &reader))
    case .meeting: self = .meeting(Meeting(reading: &reader))
    case .resource: self = .resource(Resource(reading: &reader))
    case .goal: self = .goal(Goal(reading: &reader))
    case .success: self = .success(Success(reading: &reader))
    case .page: self = .page(Page(reading: &reader))
    }
  }

  package var kind: EntryKind {
    switch self {
    case .post: .post
    case .member: .member
    case .meeting: .meeting
    case .resource: .resource
    case .goal: .goal
    case .success: .success
    case .page: .page
    }
  }

  /// The same, where another word stands for the name of the field.
  fileprivate var withMisspeltAuthors: EntryFields {
    guard case .post(var post) = self else { return self }
    post.hasMisspeltAuthors = true
    return .post(post)
  }
}

extension FieldMap {
  /// A file name that starts with a date dates its entry, where the front matter does not.
  fileprivate func dated(byNameOf id: EntryID) -> FieldMap {
    let day = String(id.name.prefix(10))
    guard self["date"] == nil, CalendarDate(day) != nil else { return self }
    let value = FieldValue(.text(day, isQuoted: false), at: .wholeFile)
    return FieldMap(
      fields + [Field(key: "date", keySpan: .wholeFile, value: value)], at: span)
  }
}

extension Diagnostic {
  fileprivate static func missingTitle(of kind: EntryKind, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "missing-title", at: place, "\(kind.withArticle) needs a title",
      hints: ["begin with a heading, '# The title', or add 'title: The title' between --- lines"])
  }

  fileprivate static func emptyResource(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "empty-resource", at: place, "a resource needs a 'url', 'files' or a text of its own",
      hints: ["add the address, the files, or write the resource below the front matter"])
  }
}
