import Community
import Dates
import Files
import Markup

/// What a page from elsewhere will be called.
struct PageNaming {
  private(set) var id: EntryID
  private(set) var notes: [String] = []
  /// Whether it has a folder of its own, with pictures beside it.
  private let isBundle: Bool

  /// `nil` for a page that says nothing: the mark of a folder, as a rule.
  init?(_ page: ForeignPage, in folders: [String], kind: EntryKind, _ generator: Generator) {
    let stem = page.path.stem
    let isIndex = ["index", "_index", "readme"].contains(stem.lowercased())
    if stem == "_index" || (isIndex && folders.isEmpty) {
      guard !page.body.trimmed.isEmpty else { return nil }
      // The list itself is made here; what was said above it becomes a page.
      let name = folders.last.flatMap { Slug.of($0) } ?? "welcome"
      id = EntryID(stem == "_index" && kind == .member ? .member : .page, name)
      isBundle = false
      if id.kind == .page { notes.append("it introduced a list, and is now a page of its own") }
      return
    }
    isBundle = isIndex && generator != .obsidian
    let written = isIndex ? folders.last ?? stem : stem
    let own = page.fields["slug"]?.value.text ?? written.withoutDate(unless: kind == .meeting)
    let name = Slug.of(own) ?? Slug.of(page.fields["title"]?.value.text ?? "") ?? kind.rawValue
    id = EntryID(kind, name)
    if name != own { notes.append("called '\(name)' here") }
  }

  /// Adds a number to an id that another page has.
  mutating func makeUnique(_ ids: inout [EntryKind: IDNumbering]) {
    let wanted = id
    id = EntryID(wanted.kind, ids[wanted.kind, default: IDNumbering()].take(wanted.name))
    if id != wanted { notes.append("called '\(id.name)', since another page is '\(wanted.name)'") }
  }

  var target: RelativePath? {
    let folder = "content/\(id.kind.folder)/\(id.name)"
    return try? RelativePath(isBundle ? "\(folder)/index.md" : "\(folder).md")
  }
}

extension String {
  /// The day that a file's name begins with.
  var leadingDate: CalendarDate? { CalendarDate(String(prefix(10))) }

  fileprivate func withoutDate(unless isKept: Bool) -> String {
    guard !isKept, leadingDate != nil, utf8.count > 11 else { return self }
    return String(dropFirst(11))
  }
}
