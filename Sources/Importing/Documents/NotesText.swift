import Community
import Dates
import Diagnostics
import Markup

/// A text that somebody wrote elsewhere, read: its title, and what it says as Markdown.
struct NotesText {
  private let name: String
  private let isMarkdown: Bool
  /// As its front matter or its first line tells.
  private var title: String?
  private(set) var body: String
  private(set) var notes: [String]

  init(_ decoded: ForeignText, named name: String, replacing pictures: [String: String]) {
    self.name = name
    notes = [decoded.note].compactMap(\.self)
    isMarkdown = !pictures.isEmpty || name.isMarkdownFile || decoded.text.looksLikeMarkdown
    body = decoded.text
    if isMarkdown {
      if let (matter, rest) = try? ForeignMatter.split(decoded.text),
        let (fields, _) = try? matter.read(name)
      {
        title = fields["title"]?.value.texts.first?.onOneLine
        body = rest
      }
      body = body.withoutTabs.replacing(pictures)
      if title != nil { body = body.withLowerHeadings }
    }
  }

  /// The entry that the text becomes.
  mutating func entry(
    _ id: EntryID, date: String?, edges: [String], site: TargetSite
  ) -> EntryText {
    let source = edges.isEmpty ? body : body + "\n\n" + edges.joined(separator: "\n")
    let facts = MinutesFacts(name: name, text: source, isMonthFirst: site.writesMonthFirst)
    let day = date ?? facts.day?.description
    let first = title == nil ? takeTitle() : nil
    if !isMarkdown { body = PlainText.markdown(body) }
    var entry = EntryText(id)
    entry.set("title", (title ?? first).map { .text($0) })
    entry.set("date", day.map { .text($0) })
    if id.kind == .meeting { fixMinutes(day, facts, site, &entry) }
    fixLists(as: id)
    if title == nil, first == nil, !body.trimmed.hasPrefix("# ") {
      entry.set("title", .text(id.name))
    }
    if date == nil, facts.isUncertain, let day {
      notes.append("its date can be read in two ways: it is taken for \(day), \(site.habit)")
    }
    for edge in edges {
      notes.append("left out of the head and foot of its pages: '\(edge.quotedInput)'")
    }
    entry.body = body
    return entry
  }

  /// Takes the first line of a plain text for its title, where it is short enough to be one.
  private mutating func takeTitle() -> String? {
    let line = body.split(separator: "\n").first { !$0.trimmed.isEmpty }
    guard let line, !line.trimmed.hasPrefix("# "), line.trimmed.utf8.count <= 80,
      MinuteLabel(line.trimmed.prefix { $0 != ":" }.description) == nil
    else { return nil }
    let text = line.trimmed
    if isMarkdown {
      guard !["-", "*", "+", "|", ">", "!", "["].contains(text.prefix(1)) else { return nil }
      guard
        body.split(separator: "\n", omittingEmptySubsequences: false).first(where: { $0 == line })
          != nil
      else { return nil }
    }
    let words = isMarkdown ? text.filter { !"#*_\\".contains($0) }.trimmed : text
    body = String(body[line.endIndex...].drop { $0.isNewline })
    return words
  }

  /// The lists that a word processor drew, as lists: the same changes that `check --fix` makes.
  private mutating func fixLists(as id: EntryID) {
    let source = SourceText(path: id.description, body)
    let read = Body.parse(source, from: 0, dialect: .handbook, titleFromHeading: true)
    let fixes = read.diagnostics.filter { $0.id == "pasted-list" }.compactMap(\.fix)
    guard !fixes.isEmpty else { return }
    body = String(decoding: source.fixed(by: fixes).bytes, as: UTF8.self)
    notes.append(fixes.count == 1 ? "1 line made a list" : "\(fixes.count) lines made lists")
  }

  private mutating func fixMinutes(
    _ day: String?, _ facts: MinutesFacts, _ site: TargetSite, _ entry: inout EntryText
  ) {
    if let hours = facts.hours {
      entry.set("start", .text(hours.start.description))
      entry.set("end", (hours.end?.description).map(WrittenValue.text))
    }
    var minutes = MinutesFixing(
      members: site.members, day: day.flatMap { CalendarDate($0) },
      isMonthFirst: site.writesMonthFirst)
    body = minutes.fix(body)
    minutes.write(to: &entry)
    notes += minutes.notes
  }
}

extension MinutesFixing {
  /// Writes who was there, who led and who took the notes.
  func write(to entry: inout EntryText) {
    entry.set("attendees", .texts(attendees))
    if !entry.has("chair") { entry.set("chair", chair.map(WrittenValue.text)) }
    if !entry.has("note_taker") { entry.set("note_taker", noteTaker.map(WrittenValue.text)) }
  }
}

extension String {
  fileprivate var isMarkdownFile: Bool {
    [".docx", ".md", ".markdown", ".odt"].contains { lowercased().hasSuffix($0) }
  }

  /// Whether somebody wrote Markdown: a heading of the second level, a link, words in bold.
  fileprivate var looksLikeMarkdown: Bool {
    if contains("](") || contains("\n## ") || hasPrefix("## ") || hasPrefix("# ") { return true }
    return split(separator: "\n").contains { line in
      line.split(separator: "**", omittingEmptySubsequences: false).count > 2
    }
  }

  /// A tab after a bullet is a blank.
  fileprivate var withoutTabs: String {
    String(decoding: utf8.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Each heading a level lower, where one is as high as the title, which stands by itself.
  fileprivate var withLowerHeadings: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    var isCode = false
    let isHeading = lines.map { line -> Bool in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode && line.hasPrefix("#") && line.drop { $0 == "#" }.hasPrefix(" ")
    }
    guard zip(lines, isHeading).contains(where: { $1 && $0.hasPrefix("# ") }) else { return self }
    return zip(lines, isHeading).map { line, isHeading in
      isHeading && !line.hasPrefix("######") ? "#\(line)" : String(line)
    }.joined(separator: "\n")
  }
}
