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
  ///
  /// `folders` are without the one of the page's language, and `ofMember` is the id of somebody whose
  /// page it is.
  init?(
    _ page: ForeignPage, in folders: [String], kind: EntryKind, _ generator: Generator,
    language: PageLanguage? = nil, ofMember member: String? = nil
  ) {
    let stem = language?.stem ?? page.path.stem
    let isIndex = ["index", "_index", "readme"].contains(stem.lowercased())
    let ending = language?.language.flatMap { Slug.of($0) }.map { "-\($0)" } ?? ""
    if let member {
      id = EntryID(.member, member + ending)
      isBundle = isIndex && stem != "_index" && generator != .obsidian && ending.isEmpty
      let written = isIndex ? folders.last ?? stem : stem
      if written != id.name { notes.append("called '\(id.name)' here") }
      return
    }
    if stem == "_index" || (isIndex && folders.isEmpty) {
      guard !page.body.trimmed.isEmpty else { return nil }
      // The list itself is made here; what was said above it becomes a page.
      let name = folders.last.flatMap { Slug.of($0) } ?? "welcome"
      id = EntryID(.page, name + ending)
      isBundle = false
      notes.append("it introduced a list, and is now a page of its own")
      return
    }
    // A translation lies beside the folder of what it translates, whose files it shares.
    isBundle = isIndex && generator != .obsidian && ending.isEmpty
    let written = isIndex ? folders.last ?? stem : stem
    let own = page.fields["slug"]?.value.text ?? written.withoutDate(unless: kind == .meeting)
    let name = Slug.of(own) ?? Slug.of(page.fields["title"]?.value.text ?? "") ?? kind.rawValue
    id = EntryID(kind, name.hasSuffix(ending) ? name : name + ending)
    if name != own { notes.append("called '\(id.name)' here") }
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
