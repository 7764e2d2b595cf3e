package import Diagnostics
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
    let extent = FrontMatter.split(source)
    var diagnostics = extent.diagnostics
    let read = FrontMatter.fields(of: source, extent.value)
    diagnostics += read.diagnostics
    guard let map = read.value else { return Diagnosed(nil, diagnostics) }
    var reader = FieldReader(map.dated(byNameOf: id), in: source, of: id.kind.withArticle)
    let common = CommonFields(reading: &reader)
    let fields = EntryFields(reading: &reader, kind: id.kind)
    reader.close()
    diagnostics += reader.diagnostics

    let takesHeading = common.title == nil && !fields.hasName
    let isMinutes = id.kind == .meeting && dialect == .handbook
    let words = languages.words(in: common.language?.value)
    let body = Body.parse(
      source, from: extent.value.bodyStart,
      dialect: isMinutes ? .minutes(words.decisions) : dialect, titleFromHeading: takesHeading)
    diagnostics += body.diagnostics
    var entry = Entry(
      id: id, source: source.path, common: common, fields: fields, body: body.value)
    if isMinutes {
      let minutes = Minutes.read(body.value, in: source, of: common.date?.value, words.register)
      diagnostics += minutes.diagnostics
      entry.minutes = minutes.value
    }
    // Of a text that could not be read, nobody knows what is missing.
    let isBodyRead = !body.diagnostics.contains { $0.severity == .error }
    if isBodyRead { diagnostics += entry.missingParts(in: source) }
    return Diagnosed(entry, diagnostics)
  }

  /// What the front matter and the body must give between them.
  private func missingParts(in source: SourceText) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let isNameless = if case .member = fields { true } else { false }
    if common.title == nil, body.title == nil, !isNameless {
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

  /// Whether the entry is called by a name rather than a title.
  fileprivate var hasName: Bool {
    if case .member = self { true } else { false }
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
