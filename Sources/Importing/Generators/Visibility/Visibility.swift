import Dates
import Files
import Markup

/// Why a page was not published by the other tool: a clause for the report.
typealias HidingReason = String

/// What another tool publishes of its site, and what it does not.
///
/// It is made in two steps: first every page is noted, since in some tools a page speaks for others
/// too; then each is asked for.
struct Visibility: Sendable {
  let generator: Generator
  let settings: OldSettings
  /// The day of the import; `nil` where it is not known, and no date hides anything.
  let today: CalendarDate?
  private let patterns: SettledPatterns
  /// By folder of Hugo's pages: what its index page says of all below it.
  private var cascades: [[String]: [Cascade]] = [:]
  /// Whether some note is marked as published, so that others are not.
  private var marksWhatIsPublished = false
  private let lists: ContentLists

  init(
    _ generator: Generator, _ settings: OldSettings, _ lists: ContentLists = ContentLists(),
    today: CalendarDate?
  ) {
    self.generator = generator
    self.settings = settings
    self.today = today
    self.lists = lists
    patterns = SettledPatterns(generator, settings)
    if generator == .hugo, let value = settings["cascade"] { cascades[[]] = Cascade.read(value) }
  }

  /// Notes what a page says of others.
  mutating func note(_ page: ForeignPage, in folders: [String]) {
    switch generator {
    case .hugo:
      guard page.path.stem.withoutLanguage == "_index", let value = page.fields["cascade"]?.value
      else { return }
      cascades[folders, default: []] += Cascade.read(value)
    case .obsidian:
      if page.isMarkedAsPublished == true { marksWhatIsPublished = true }
    case .jekyll, .mkdocs, .markdown: break
    }
  }

  /// Why a page was not published; `nil` for one that was.
  func reason(_ page: ForeignPage, in folders: [String]) -> HidingReason? {
    if let reason = patterns.reason(page.path) ?? lists.reason(page.path) { return reason }
    let fields = FoldedFields(effectiveFields(of: page, in: folders))
    return fields.plainReason(generator) ?? timeReason(page, fields, in: folders)
      ?? reasonOfTool(page, fields, in: folders)
  }

  /// Why a file that is no page was not published.
  func reason(_ file: RelativePath) -> HidingReason? {
    patterns.reason(file) ?? lists.reason(file)
      ?? (generator == .jekyll ? JekyllFolders.reason(file, settings) : nil)
  }

  private func effectiveFields(of page: ForeignPage, in folders: [String]) -> FieldMap {
    switch generator {
    case .hugo: page.fields.filled(with: inherited(page, in: folders))
    case .jekyll: page.fields.filled(with: JekyllDefaults.values(for: page.path, settings))
    case .mkdocs, .obsidian, .markdown: page.fields
    }
  }

  /// What the index pages above a page say of it, the nearest first.
  private func inherited(_ page: ForeignPage, in folders: [String]) -> [FieldMap] {
    guard !cascades.isEmpty else { return [] }
    return stride(from: folders.count, through: 0, by: -1).flatMap { length in
      (cascades[Array(folders[..<length])] ?? []).filter { $0.reaches(page, in: folders) }
        .map(\.values)
    }
  }

  private func timeReason(
    _ page: ForeignPage, _ fields: FoldedFields, in folders: [String]
  ) -> HidingReason? {
    guard let today else { return nil }
    let isLater: (String) -> Bool = { key in
      guard let day = fields.day(key) else { return false }
      return day > today
    }
    switch generator {
    case .hugo:
      if !settings.isTrue("buildFuture"),
        isLater("publishdate") || fields.day("publishdate") == nil && isLater("date")
      {
        return "its day of publication had not come"
      }
      if !settings.isTrue("buildExpired"), let day = fields.day("expirydate"), day <= today {
        return "it had come off the site when its time was over"
      }
    case .jekyll:
      let day = fields.day("date") ?? page.path.stem.leadingDate
      let isDated = folders.contains("_posts") || folders.first?.hasPrefix("_") == true
      if isDated, !settings.isTrue("future"), let day, day > today {
        return "its day of publication had not come"
      }
    case .mkdocs, .obsidian, .markdown:
      if isLater("publishdate") || isLater("scheduled") {
        return "its day of publication had not come"
      }
      if let day = fields.day("expirydate"), day <= today {
        return "it had come off the site when its time was over"
      }
    }
    return nil
  }

  private func reasonOfTool(
    _ page: ForeignPage, _ fields: FoldedFields, in folders: [String]
  ) -> HidingReason? {
    switch generator {
    case .hugo: return settings.disabledLanguage(of: page, in: folders)
    case .jekyll: return JekyllFolders.reason(page.path, settings)
    case .obsidian:
      if folders.contains(where: { $0.lowercased() == "private" }) {
        return "its folder is called private"
      }
      if page.fields["excalidraw-plugin"] != nil { return "it is a drawing of Excalidraw's" }
      guard marksWhatIsPublished, page.isMarkedAsPublished == nil else { return nil }
      return "other notes are marked as published, and it is not"
    case .markdown:
      if page.path.parts.contains(where: { $0.hasPrefix("_") && $0 != "_index.md" }) {
        return "its name, or that of a folder above it, begins with _"
      }
      if lists.leavesOut(page.path) { return "the list of contents does not name it" }
      return nil
    case .mkdocs: return nil
    }
  }
}

/// The fields of a page by their names in small letters, without `_` and `-` but for a `_` at the start.
private struct FoldedFields {
  private var values: [String: FieldValue] = [:]

  init(_ map: FieldMap) {
    for field in map.fields {
      let key = field.key.hasPrefix("_") ? field.key.lowercased() : field.key.foldedName
      if values[key] == nil { values[key] = field.value }
    }
  }

  /// What a page's own fields say, in the words of any of the tools: whoever changed from one to
  /// another may have kept the old words.
  func plainReason(_ generator: Generator) -> HidingReason? {
    for key in ["draft", "isdraft", "drafts"] where isYes(key) { return "it is marked as a draft" }
    for key in ["published", "publish", "dgpublish", "public"] where isNo(key) {
      return "it is marked as not published"
    }
    for key in ["private", "headless", "unlisted", "hidden", "eleventyexcludefromcollections"]
    where isYes(key) {
      return "it is marked as \(words[key] ?? key)"
    }
    if isNo("permalink") { return "it is marked as without an address" }
    if let status = value("status")?.text?.lowercased(),
      ["draft", "private", "pending", "trash"].contains(status)
    {
      return "it is marked as \(status)"
    }
    guard generator == .hugo else { return nil }
    for key in ["build", "_build"] {
      guard case .map(let build)? = value(key)?.content else { continue }
      if let render = build["render"]?.value.text?.lowercased(), render != "always",
        render != "true"
      {
        return "the other tool made no page of it"
      }
      if let list = build["list"]?.value.text?.lowercased(), ["never", "false"].contains(list) {
        return "the other tool listed it nowhere"
      }
    }
    return nil
  }

  private func value(_ key: String) -> FieldValue? { values[key] }

  private func isYes(_ key: String) -> Bool { value(key)?.isTrue ?? false }
  private func isNo(_ key: String) -> Bool { value(key)?.isFalse ?? false }

  /// The day that a field begins with.
  func day(_ key: String) -> CalendarDate? {
    value(key)?.text?.day.flatMap { CalendarDate($0) }
  }
}

extension FieldMap {
  /// These fields, and of other maps those that are not here; the first that has one counts.
  fileprivate func filled(with others: [FieldMap]) -> FieldMap {
    var all = fields
    for other in others {
      all += other.fields.filter { field in
        !all.contains { $0.key.lowercased() == field.key.lowercased() }
      }
    }
    return FieldMap(all)
  }
}

private let words = [
  "eleventyexcludefromcollections": "left out of all lists", "headless": "a page of no address",
]

extension ForeignPage {
  /// Whether Obsidian's ways of publishing are told to take it; `nil` where nothing is said.
  fileprivate var isMarkedAsPublished: Bool? {
    for key in ["publish", "dg-publish", "published", "share"] {
      guard let value = fields[key]?.value else { continue }
      if value.isTrue { return true }
      if value.isFalse { return false }
    }
    return nil
  }
}

extension OldSettings {
  func isTrue(_ key: String) -> Bool {
    fields.fields.first { $0.key.lowercased() == key.lowercased() }?.value.isTrue ?? false
  }
}

extension RelativePath {
  /// The whole path without the ending of its name.
  var withoutExtension: String {
    fileExtension.isEmpty
      ? description : String(description.dropLast(fileExtension.count + 1))
  }
}

extension String {
  /// A file's name without the language at its end: `index.fr` is `index`.
  var withoutLanguage: String {
    guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")) else { return self }
    return self[utf8.index(after: dot)...].isLanguageTag ? String(self[..<dot]) : self
  }
}

extension StringProtocol {
  /// Whether it can be the tag of a language: `fr`, `pt-br`, `zh-Hant`.
  var isLanguageTag: Bool {
    let parts = split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 2 else {
      return false
    }
    let areLetters = utf8.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return areLetters && (parts.count == 1 || (2...4).contains(parts[1].utf8.count))
  }
}
