import Build
import Community
import Diagnostics
import Markup

/// Links to headings that get another anchor, because a name in them is written otherwise.
struct HeadingLinks {
  let site: SourceSite

  /// The editors of files, and of all others that link to a heading which the edits change.
  func following(_ editors: [SourceEditor]) -> [SourceEditor] {
    let anchors = changedAnchors(editors)
    guard !anchors.isEmpty else { return editors }
    var byPath = Dictionary(editors.map { ($0.source.path, $0) }) { first, _ in first }
    for index in site.library.indices {
      let entry = site.library[index]
      guard
        var editor = byPath[entry.source] ?? site.files.source(entry.source).map(SourceEditor.init)
      else { continue }
      for (link, target) in zip(entry.body.links, site.links.bodies[index.position].targets) {
        guard let (owner, old) = heading(target, in: index), let new = anchors[owner]?[old]
        else { continue }
        // `[[notes#Thanks to @ada]]` says the heading's words, and is fixed as a mention.
        _ = editor.replaceIfThere("#\(old)", by: "#\(new)", at: link.span)
      }
      if !editor.edits.isEmpty { byPath[entry.source] = editor }
    }
    return byPath.values.sorted { $0.source.path < $1.source.path }
  }

  /// By entry: the new anchor of each heading that gets another.
  private func changedAnchors(_ editors: [SourceEditor]) -> [EntryIndex: [String: String]] {
    let byPath = Dictionary(editors.map { ($0.source.path, $0) }) { first, _ in first }
    var changed: [EntryIndex: [String: String]] = [:]
    for index in site.library.indices {
      let entry = site.library[index]
      guard let editor = byPath[entry.source], !entry.body.headings.isEmpty else { continue }
      let new = SourceText(path: entry.source, bytes: editor.source.edited(by: editor.edits))
      let parsing = Entry.parse(
        new, as: entry.id, dialect: .handbook, languages: .english)
      let before = entry.body.headings.map(\.anchor)
      guard let after = parsing.entry.value?.body.headings.map(\.anchor),
        after.count == before.count
      else { continue }
      for (old, new) in zip(before, after) where old != new {
        changed[index, default: [:]][old] = new
      }
    }
    return changed
  }

  private func heading(_ target: LinkTarget, in index: EntryIndex) -> (EntryIndex, String)? {
    switch target {
    case .entry(let owner, .heading(let anchor)?): (owner, anchor)
    case .here(.heading(let anchor)): (index, anchor)
    default: nil
    }
  }
}
