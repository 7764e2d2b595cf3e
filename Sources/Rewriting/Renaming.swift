package import Build
package import Community
import Diagnostics
import Files
import Markup

/// The change of an entry's id: its file or folder moves, all that names it follows, and the old id
/// stays as an alias.
package struct Renaming: Sendable {
  package let from: EntryID
  package let to: EntryID
  package let plan: RewritePlan
}

extension Renaming {
  /// Plans to call an entry otherwise.
  package init(
    _ written: String, to newName: String, in site: SourceSite
  ) throws(RewriteRefusal) {
    let index = try site.entry(written)
    let entry = site.library[index]
    let new = EntryID(entry.id.kind, newName)
    try site.refuse(new, for: entry)
    from = entry.id
    to = new
    let editors = EntryUses(site: site, index: index, newName: newName, forgotten: nil).edits()
    if let place = editors.lazy.flatMap(\.missed).first {
      throw RewriteRefusal(
        "\(place.path):\(place.line) names '\(entry.id)' in a way that cannot be rewritten",
        hint: "write it as a plain path or id there, then rename")
    }
    var plan = RewritePlan()
    let newSource = entry.source(named: newName)
    plan.moves = [
      entry.isBundle
        ? .init(from: entry.folder, to: String(newSource.dropLast("/index.md".count)))
        : .init(from: entry.source, to: newSource)
    ]
    for var editor in editors where editor.source.path != entry.source {
      plan.writes.append(editor.editedFile(at: editor.source.path))
    }
    guard let source = site.files.source(entry.source) else {
      throw RewriteRefusal("cannot read '\(entry.source)'")
    }
    let edits = editors.first { $0.source.path == entry.source }?.edits ?? []
    let renamed = SourceText(path: source.path, bytes: source.edited(by: edits))
    var own = try YAMLEditor(ofEntry: renamed)
    try own.keepOldID(of: entry, newName: newName)
    plan.writes.append(.init(path: newSource, old: source.bytes, new: own.source.bytes))
    plan.writes.sort { $0.path < $1.path }
    plan.takeDebtAlong(in: site.files)
    self.plan = plan
  }
}

extension SourceSite {
  /// The entry that somebody named on the command line: `posts/a-story` or an id that is unique.
  fileprivate func entry(_ written: String) throws(RewriteRefusal) -> EntryIndex {
    try refuseUnreadable()
    switch library.names.reference(written, kind: nil) {
    case .one(let index): return index
    case .several(let candidates):
      throw RewriteRefusal(
        "'\(written.quotedInput)' could be \(library.names.list(candidates))",
        hint: "write it with its folder")
    case .unread, .none:
      throw RewriteRefusal(
        "there is no entry '\(written.quotedInput)'",
        hint: library.names.hint(for: written, kind: nil) ?? "write it as posts/a-story")
    }
  }

  /// What a file says that cannot be read nobody can rewrite.
  package func refuseUnreadable() throws(RewriteRefusal) {
    guard let first = unread.first else { return }
    throw RewriteRefusal(
      "'\(first)' cannot be read, so nobody knows whom it names",
      hint: "run 'handbook check', and fix it first")
  }

  fileprivate func refuse(_ new: EntryID, for entry: Entry) throws(RewriteRefusal) {
    guard Slug.isValid(new.name) else {
      throw RewriteRefusal(
        "'\(new.name.quotedInput)' cannot be an id",
        hint: Slug.of(new.name).map { "write \($0)" } ?? "write letters a to z, digits and hyphens")
    }
    if new == entry.id { throw RewriteRefusal("'\(entry.id)' is called so already") }
    if let other = library.names.entry(new), library[other].id != entry.id {
      let owner = library[other].id
      throw RewriteRefusal(
        owner == new ? "there is '\(new)' already" : "'\(new)' is an old id of '\(owner)'",
        hint: "choose another id")
    }
    guard let path = try? RelativePath(entry.source(named: new.name)) else {
      throw RewriteRefusal("'\(new.name)' cannot be the name of a file on every system")
    }
    let isTaken = files.paths.contains { $0 == path || $0.isInside(path) }
    if isTaken { throw RewriteRefusal("there is a file '\(path)' already") }
  }
}

extension Entry {
  fileprivate var isBundle: Bool { source.hasSuffix("/index.md") }

  /// The folder of a bundle.
  fileprivate var folder: String { String(source.dropLast("/index.md".count)) }

  /// The path of its file under another id.
  func source(named name: String) -> String {
    var parts = source.split(separator: "/").map(String.init)
    if isBundle, parts.count > 1 {
      parts[parts.count - 2] = name
    } else {
      parts[parts.count - 1] = name + ".md"
    }
    return parts.joined(separator: "/")
  }
}

extension SourceEditor {
  /// The file as the edits make it.
  mutating func editedFile(at path: String) -> RewritePlan.Write {
    RewritePlan.Write(path: path, old: source.bytes, new: source.edited(by: edits))
  }
}

extension YAMLEditor {
  /// Adds the id that was to the aliases, and the date that only the file's name told.
  fileprivate mutating func keepOldID(of entry: Entry, newName: String) throws(RewriteRefusal) {
    let old = entry.id.name
    var fields: [YAMLValue.Field] = []
    let day = String(old.prefix(10))
    if let date = entry.common.date, date.span == .wholeFile, !newName.hasPrefix(day) {
      fields.append(YAMLValue.Field("date", .word(day)))
    }
    let isBack = entry.common.aliases.contains { $0.value == newName }
    let first = isBack ? newName : entry.common.formerNames.first?.value
    let aliases = value.fields.first { $0.name == "aliases" }?.value ?? .empty
    let new = aliases.inserting(old, before: first, replacing: isBack)
    try setAtTop(fields + [YAMLValue.Field("aliases", new)])
  }
}

extension YAMLValue {
  /// A list of ids, as a list or separated by commas, with one more before another, or in its place.
  fileprivate func inserting(_ new: String, before other: String?, replacing: Bool) -> YAMLValue {
    switch self {
    case .list(let items):
      var items = items
      let place = items.firstIndex { $0.ids.contains(other ?? "") } ?? 0
      items.replaceSubrange(place..<(place + (replacing ? 1 : 0)), with: [.word(new)])
      return .list(items)
    case .text, .word:
      var ids = ids
      let place = ids.firstIndex(of: other ?? "") ?? 0
      ids.replaceSubrange(place..<(place + (replacing ? 1 : 0)), with: [new])
      return .word(ids.joined(separator: ", "))
    case .empty, .fields:
      return .word(new)
    }
  }

  private var ids: [String] {
    guard case .text(let text) = self else { return [] }
    return text.split(separator: ",").map(\.trimmingBlanks).filter { !$0.isEmpty }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
