import Community
import Dates
import Files
import Markup

/// Turns one page from elsewhere into an entry.
///
/// Fields are taken by their meaning, links by what they led to. What has no meaning here is kept
/// below `extra`.
struct EntryComposer {
  let placed: PlacedPage
  private let mapping: Mapping
  private let places: PlaceIndex
  private let generator: Generator
  private let settings: OldSettings
  var entry: EntryText
  var notes: [String] = []
  private(set) var debts: [BodyDebt] = []
  /// How many parts of the text nobody was to see, which were taken out.
  private(set) var hidden = 0
  /// What is known of the whole site.
  var context = PageContext()
  /// What fields say that belongs above the text, below it, and behind it as links.
  var opening: [String] = []
  var sections: [String] = []
  var links: [String] = []
  var lastDay: CalendarDate?
  /// The line that became the title.
  var firstLine: String?
  private var extra: [WrittenValue.WrittenField] = []
  /// Organisations that are credited at the end of the text, since the kind has no field for them.
  private var organisations: [String] = []

  init(
    _ placed: PlacedPage, _ mapping: Mapping, _ places: PlaceIndex, _ generator: Generator,
    _ settings: OldSettings
  ) {
    self.placed = placed
    self.mapping = mapping
    self.places = places
    self.generator = generator
    self.settings = settings
    entry = EntryText(placed.id)
  }

  /// Notes in `authors` everybody whom the page names.
  mutating func compose(_ authors: inout AuthorList, _ anchors: inout PlaceAnchors) {
    for field in placed.page.fields.fields { take(field, &authors) }
    takeWhatTheNameSays()
    if let reason = placed.hidden {
      if !entry.has("draft") { entry.set("draft", .text("yes")) }
      notes.append("a draft, since \(reason)")
    }
    if !extra.isEmpty {
      entry.set("extra", .map(extra))
      let names = extra.map(\.key).joined(separator: ", ")
      notes.append("kept below extra: \(names)")
    }
    fixBody(&anchors)
  }

  private mutating func fixBody(_ anchors: inout PlaceAnchors) {
    let (placed, places) = (placed, places)
    var found = anchors
    var links = LinkFixing(
      generator, resolve: { places.find($0, from: placed) },
      resolveName: { places.find(name: $0, from: placed) },
      anchor: { found.anchor($1, of: $0 ?? placed.id) })
    entry.body = links.fix(completed(placed.text)) + creditLine
    anchors = found
    debts = (placed.translation?.debts ?? []) + links.debts
    hidden = placed.page.hidden + (placed.translation?.hidden ?? 0) + links.hidden
    notes += links.notes + debts.map(\.note)
    if hidden > 0 {
      notes.append(hidden == 1 ? "1 comment left out" : "\(hidden) comments left out")
    }
    let tags = links.tags.compactMap(mapping.tag)
    if !tags.isEmpty { entry.set("tags", .texts(tags)) }
    fixMinutes()
  }

  /// Has old addresses lead to the entry.
  mutating func lead(from paths: [String]) {
    guard !paths.isEmpty else { return }
    entry.set("aliases", .texts(paths))
  }

  func tag(_ written: String) -> String? { mapping.tag(written) }

  private mutating func take(_ field: FieldMap.Field, _ authors: inout AuthorList) {
    if mapping.fields[field.key] == nil, takeApart(field) { return }
    switch mapping.field(field.key, of: placed.id.kind) {
    case .leftOut: notes.append("left out, as the mapping says: \(field.key)")
    case .unknown: keep(field)
    case .named(let name):
      if !takeNamed(name, field.value, &authors) { keep(field) }
    }
  }

  private mutating func keep(_ field: FieldMap.Field) {
    // What says how the other tool publishes it has been read.
    if publishingFields.contains(field.key.lowercased()) { return }
    let value = field.value.written
    if !value.isEmpty { extra.append(WrittenValue.WrittenField(field.key, value)) }
  }

  /// Whether the value could be taken as a field of that name.
  private mutating func takeNamed(
    _ name: String, _ value: FieldValue, _ authors: inout AuthorList
  ) -> Bool {
    switch name {
    case "title": set(placed.id.kind.titleField, value.text.map(plain))
    case "summary": set("summary", value.text.map { plain($0).onOneLine })
    case "date": takeDate(value)
    case "tags": takeTags(value)
    case "draft": takeDraft(value)
    case "lang": set(name, value.text)
    case "image": takeImage(value)
    case "aliases", "address": takeAddresses(value)
    // An address, and the parts of which a member's name is made.
    case "slug", "name parts": true
    case "authors": takeAuthors(value, &authors)
    default: takeOfKind(name, value, &authors)
    }
  }

  private mutating func set(_ key: String, _ text: String?) -> Bool {
    guard let text else { return false }
    entry.set(key, .text(text))
    return true
  }

  /// A text of the front matter without comments and tags.
  private func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { "{%<".utf8.contains($0) }) else { return text }
    let read = BodyTranslation(
      text, generator, value: TemplateValues(placed.page.fields, settings).callAsFunction)
    return read.text.trimmed.isEmpty ? text : read.text.trimmed
  }

  private mutating func takeDraft(_ value: FieldValue) -> Bool {
    if value.isTrue { entry.set("draft", .text("yes")) }
    return value.isTrue || value.isFalse
  }

  private mutating func takeDate(_ value: FieldValue) -> Bool {
    // Jekyll's `published: false` is no date.
    if value.isFalse {
      entry.set("draft", .text("yes"))
      return true
    }
    if value.isTrue { return true }
    guard let text = value.text, let day = text.day else { return false }
    if placed.id.kind == .meeting, let time = text.timeOfDay { entry.set("start", .text(time)) }
    if !entry.has("date") { entry.set("date", .text(day)) }
    return true
  }

  private mutating func takeTags(_ value: FieldValue) -> Bool {
    let tags = value.words.compactMap(mapping.tag)
    entry.set("tags", .texts(tags.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }))
    return true
  }

  /// A path, or a map that holds one.
  private mutating func takeImage(_ value: FieldValue) -> Bool {
    var path = value.text
    if case .map(let map) = value.content {
      path =
        ["url", "src", "image", "path", "relative"].lazy
        .compactMap { map[$0]?.value.text }.first
      if let words = (map["alt"] ?? map["caption"])?.value.text {
        entry.set("image_alt", .text(words))
      }
    }
    guard let path, case .path(let found) = places.find(path.unlinked, from: placed) else {
      return false
    }
    return set("image", found)
  }

  /// Old addresses are led from elsewhere; what else stands there are names.
  private mutating func takeAddresses(_ value: FieldValue) -> Bool {
    let names = value.texts.filter { !$0.contains("/") }
    if placed.id.kind == .member {
      if generator == .obsidian { entry.set("also_known_as", .texts(names)) }
      return true
    }
    guard generator == .obsidian else { return true }
    let ids = names.filter { Slug.isValid($0) && $0 != placed.id.name }
    entry.set("aliases", .texts(ids))
    for name in names where !Slug.isValid(name) { notes.append("it was called '\(name)' too") }
    return true
  }

  private mutating func takeAuthors(
    _ value: FieldValue, _ authors: inout AuthorList
  ) -> Bool {
    let people = value.people
    guard !people.isEmpty else { return false }
    credit(people.map { authors.credit($0.name) })
    return true
  }

  private mutating func takeOfKind(
    _ name: String, _ value: FieldValue, _ authors: inout AuthorList
  ) -> Bool {
    // Generators call an address elsewhere a link: `url` is where the page itself lies.
    let name = name == "link" ? "url" : name
    let fields = placed.id.kind.fields
    guard let field = fields.first(where: { $0.name == name }), !field.isUnpublished else {
      return false
    }
    switch field.type {
    case .text, .paragraph, .number, .count, .licence, .timeInClass:
      return set(name, value.text)
    case .address: return set(name, value.text.flatMap { $0.hasPrefix("http") ? $0 : nil })
    case .choice(let words): return set(name, value.text.flatMap { words.contains($0) ? $0 : nil })
    case .texts: return takeTexts(name, value.words)
    case .date: return set(name, value.text?.day)
    case .time: return set(name, value.text?.timeOfDay ?? value.text?.clockTime)
    case .reference(.member), .references(.member):
      return takePeople(field, value, &authors)
    // What the settings or other entries must know, and what takes fields of its own, is for the
    // author to write: consent among it.
    case .yesNo, .addresses, .siteAddress, .path, .language, .timeZone, .slug, .slugs, .year,
      .dayOfYear, .rhythm,
      .colour, .term, .terms, .reference, .references, .evidence, .fields, .rows, .open:
      return false
    }
  }

  private mutating func takeTexts(_ name: String, _ words: [String]) -> Bool {
    guard !words.isEmpty else { return false }
    entry.set(name, .texts(words))
    return true
  }

  /// People by name, or by a link to their page.
  private mutating func takePeople(
    _ field: DeclaredField, _ value: FieldValue, _ authors: inout AuthorList
  ) -> Bool {
    let ids = value.people.map(\.name).compactMap { person -> String? in
      if case .entry(let id, _, _) = places.find(name: person, from: placed), id.kind == .member {
        return id.name
      }
      return authors.id(of: person)
    }
    guard let first = ids.first else { return false }
    entry.set(field.name, field.type.isList ? .texts(ids) : .text(first))
    return true
  }

  /// What a file's own name and folder tell of it.
  private mutating func takeWhatTheNameSays() {
    takeDay()
    if !entry.has("date"), let day = placed.page.path.stem.leadingDate, placed.id.kind != .meeting {
      entry.set("date", .text(day.description))
    }
    if placed.folders.first == "_drafts", !entry.has("draft") { entry.set("draft", .text("yes")) }
    let hasHeading = placed.page.body.trimmed.hasPrefix("# ")
    let key = placed.id.kind.titleField
    if !entry.has(key), !hasHeading || key == "name" {
      entry.set(key, .text(placed.page.path.titleOfName(placed)))
    }
    if placed.id.kind == .resource {
      if !entry.has("kind") { entry.set("kind", .text("other")) }
      if !entry.has("licence") { entry.set("licence", .text("unknown")) }
    }
  }
}

extension RelativePath {
  /// What a file without a title is called: its name in words.
  fileprivate func titleOfName(_ placed: PlacedPage) -> String {
    let isIndex = ["index", "_index"].contains(stem)
    let name = isIndex ? placed.folders.last ?? "Welcome" : stem
    let own = name.leadingDate != nil && name.utf8.count > 11 ? String(name.dropFirst(11)) : name
    // A day stays one.
    let day = own.split { !$0.isNumber }.joined(separator: "-")
    if own.utf8.count == 10, day.leadingDate != nil { return day }
    let words = own.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension String {
  /// The day that a date or time stamp begins with, in the form that is written here.
  var day: String? {
    if let date = CalendarDate(String(prefix(10))) { return date.description }
    guard case .days(let days) = DateGuess(self), days.count == 1 else { return nil }
    return days[0].description
  }

  /// The time of a stamp such as `2026-01-15T16:00:00Z`, unless it is midnight.
  var timeOfDay: String? {
    guard utf8.count >= 16, CalendarDate(String(prefix(10))) != nil else { return nil }
    let time = String(dropFirst(11).prefix(5))
    return ClockTime(time) == nil || time == "00:00" ? nil : time
  }

  /// `16:00`, of `16:00:00` or `4 pm`.
  var clockTime: String? { (ClockTime(self) ?? ClockTime.guess(self))?.description }

  var onOneLine: String { split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " ") }
}

extension EntryComposer {
  /// Credits those who wrote a page: members by their ids, organisations where the kind has a field
  /// for words, else below the text.
  private mutating func credit(_ credits: [AuthorList.Credit]) {
    let members = credits.compactMap { if case .member(let id) = $0 { id } else { nil } }
    let bodies = credits.compactMap { if case .text(let name) = $0 { name } else { nil } }
    switch placed.id.kind.declaration.writersField {
    case .list("creators"):
      entry.set("creators", .list(members.map { .text($0) } + bodies.map { .fields(["name": $0]) }))
      return
    case .list(let name): entry.set(name, .texts(members))
    case .one(let name): entry.set(name, members.first.map { .text($0) })
    // A page is the community's; who wrote it is kept for nobody in particular.
    case nil: if !members.isEmpty { extra.append(.init("authors", .texts(members))) }
    }
    organisations += bodies.filter { !organisations.contains($0) }
    if !bodies.isEmpty {
      notes.append("credited below the text: \(bodies.joined(separator: ", "))")
    }
  }

  /// The line below the text that credits organisations, in the language of the page.
  private var creditLine: String {
    guard !organisations.isEmpty else { return "" }
    let language = (placed.language?.language ?? placed.page.fields["lang"]?.value.text ?? "en")
    let by = creditWords[String(language.prefix(2))] ?? "By"
    let names = organisations.map(\.escapedMarkdown).joined(separator: ", ")
    let isEnded = placed.text.hasSuffix("\n") || placed.text.isEmpty
    return (isEnded ? "" : "\n") + "\n*\(by) \(names)*\n"
  }
}

private let creditWords = ["de": "Von", "fr": "Par", "es": "Por", "cy": "Gan", "ar": "بقلم"]

extension String {
  /// As words of Markdown: what begins notation is escaped.
  fileprivate var escapedMarkdown: String {
    reduce(into: "") { text, character in
      if "\\`*_[]<>#@&!|~$".contains(character) { text.append("\\") }
      text.append(character.isNewline ? " " : character)
    }
  }
}

/// Fields that tell another tool what to publish, and how.
private let publishingFields: Set<String> = [
  "publish", "dg-publish", "headless", "build", "_build", "cascade", "unlisted", "expirydate",
  "eleventyexcludefromcollections", "redirect_to", "dg-permalink", "dg-home", "private",
]

extension String {
  /// The target of `[[picture.png]]`, where it is written so.
  fileprivate var unlinked: String {
    hasPrefix("[[") && hasSuffix("]]") ? String(dropFirst(2).dropLast(2)) : self
  }
}
