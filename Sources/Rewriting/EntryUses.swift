import Build
import Community
import Diagnostics
import Markup

/// Every place in the sources that names one entry, and what it has to say when the entry is called
/// otherwise.
struct EntryUses {
  let site: SourceSite
  let index: EntryIndex
  let newName: String
  /// What must not be left of a member who is forgotten; `nil` where the entry is only renamed, and
  /// its title, its old ids and its other spellings go on leading to it.
  let forgotten: MemberNames?

  /// The edits of every file that names the entry, by path.
  func edits() -> [SourceEditor] {
    let library = site.library
    var editors = library.indices.compactMap { edits(inEntryAt: $0) }
    if var settings = site.files.source("content/handbook.yml").map(SourceEditor.init) {
      edit(library.configuration, in: &settings)
      if let join = library.join, let links = site.links.join { edit(join, links, in: &settings) }
      editors.append(settings)
    }
    return HeadingLinks(site: site).following(
      editors.filter { !$0.edits.isEmpty || !$0.missed.isEmpty })
  }

  private var id: EntryID { site.library[index].id }
  private var isBundle: Bool { site.library[index].source.hasSuffix("/index.md") }

  /// `nil` for the many files that do not name it.
  private func edits(inEntryAt other: EntryIndex) -> SourceEditor? {
    let entry = site.library[other]
    let links = site.links.bodies[other.position]
    let references = references(of: entry)
    let attached = site.attachments[other.position]
    guard
      !references.isEmpty || links.targets.contains(where: leadsHere)
        || links.mentioned.contains(index)
        || (attached.all + links.images.compactMap(\.self)).contains(where: isBeside),
      let source = site.files.source(entry.source)
    else { return nil }
    var editor = SourceEditor(source)
    for reference in references { edit(reference, in: &editor) }
    edit(attached, of: entry, in: &editor)
    edit(entry, links, in: &editor)
    return editor
  }

  private func leadsHere(_ target: LinkTarget) -> Bool {
    switch target {
    case .entry(let found, _): found == index
    case .asset(let position): isBeside(position)
    default: false
    }
  }

  /// Whether a file lies in the folder of the entry.
  private func isBeside(_ asset: Int) -> Bool { site.library.assets[asset].owner == id }
}

// MARK: - Front matter

extension EntryUses {
  private func references(of entry: Entry) -> [Reference] {
    var entry = entry
    if case .meeting(let meeting) = entry.fields, let series = meeting.series,
      site.library.configuration.series(series.value)?.goals == entry.common.goals
    {
      // Inherited: they stand in handbook.yml.
      entry.common.goals = []
    }
    return entry.references.filter { $0.target == index }
  }

  private func edit(_ configuration: Configuration, in editor: inout SourceEditor) {
    let all = configuration.navigation + configuration.series.flatMap(\.goals)
    for reference in all where reference.target == index {
      edit(reference, in: &editor)
    }
    if let logo = configuration.logo,
      let position = site.finder.asset(logo, from: "content/handbook.yml").value
    {
      edit(path: logo, to: position, in: &editor)
    }
  }

  private func edit(_ reference: Reference, in editor: inout SourceEditor) {
    guard let new = renamed(reference.written) else { return }
    editor.replace(reference.written, by: new, at: reference.span)
  }

  private func edit(_ attached: Attachments, of entry: Entry, in editor: inout SourceEditor) {
    if let image = entry.common.image { edit(path: image.path, to: attached.image, in: &editor) }
    if let photo = entry.fields.photo { edit(path: photo, to: attached.photo, in: &editor) }
    for (file, position) in zip(entry.fields.files, attached.files) {
      edit(path: file, to: position, in: &editor)
    }
  }

  private func edit(path: Located<String>, to asset: Int?, in editor: inout SourceEditor) {
    guard forgotten == nil, let asset, isBeside(asset) else { return }
    editFolder(in: path.value, at: path.span, &editor)
  }

  /// What to write for an id, `kind/id` or old id; `nil` where it may stay.
  private func renamed(_ written: String) -> String? {
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last else { return nil }
    let isID = name == id.name
    guard isID || forgotten != nil else { return nil }
    return parts.count > 1
      ? "\(parts[0])/\(newName)" : isUnique ? newName : "\(id.kind.folder)/\(newName)"
  }

  /// Whether the new name alone names no entry of another kind.
  private var isUnique: Bool {
    EntryKind.allCases.allSatisfy {
      $0 == id.kind || site.library.names.entry(EntryID($0, newName)) == nil
    }
  }
}

// MARK: - Texts

extension EntryUses {
  private func edit(_ entry: Entry, _ links: BodyLinks, in editor: inout SourceEditor) {
    for (link, target) in zip(entry.body.links, links.targets) where leadsHere(target) {
      edit(link, isToFile: !target.isEntry, entry, in: &editor)
    }
    for (mention, member) in zip(entry.body.mentions, links.mentioned) where member == index {
      edit(mention, in: &editor)
    }
    for (image, asset) in zip(entry.body.images, links.images) {
      if forgotten == nil, let asset, isBeside(asset) {
        editFolder(in: image.path, at: image.span, &editor)
      }
    }
  }

  private func edit(
    _ link: Body.Link, isToFile: Bool, _ entry: Entry, in editor: inout SourceEditor
  ) {
    switch link.destination {
    case .path(let path, _):
      if let forgotten {
        guard !isToFile, !replaceLabel(of: link, entry, forgotten, in: &editor) else { return }
        editPath(path, at: link.span, &editor)
      } else if isToFile || isBundle {
        editFolder(in: path, at: link.span, &editor)
      } else {
        edit(path, ending: "\(id.name).md", by: "\(newName).md", at: link.span, &editor)
      }
    case .name(let name, _):
      if let forgotten, link.hasLabel,
        forgotten.areHeld(byLabel: entry.body.prose.string(link.label)),
        let range = editor.source.range(of: link.span),
        editor.source.bytes[range].starts(with: "[[".utf8)
      {
        editor.replace(range, by: "[[\(newName)]]")
      } else if let new = renamed(name) {
        editor.replace(name, by: new, at: link.span)
      }
    case .heading, .elsewhere: break
    }
  }

  /// Writes a mention in place of `[Their Name](their-file.md)`; whether it was so simple.
  private func replaceLabel(
    of link: Body.Link, _ entry: Entry, _ forgotten: MemberNames, in editor: inout SourceEditor
  ) -> Bool {
    let label = entry.body.prose.string(link.label)
    guard link.hasLabel, forgotten.areHeld(byLabel: label),
      let address = editor.source.range(of: link.span)
    else { return false }
    let bytes = editor.source.bytes
    let before = Array("[\(label)](".utf8)
    let start = address.lowerBound - before.count
    guard start >= 0, bytes[start..<address.lowerBound].elementsEqual(before),
      address.upperBound < bytes.count, bytes[address.upperBound] == UInt8(ascii: ")")
    else { return false }
    editor.replace(start..<address.upperBound + 1, by: "@\(newName)")
    return true
  }

  private func edit(_ mention: Body.Mention, in editor: inout SourceEditor) {
    let isSpelling =
      forgotten == nil && mention.name.lowercased() != id.name
      && site.library.names.isFullName(mention.name, of: index)
    guard !isSpelling else { return }
    editor.replace("@\(mention.name)", by: "@\(newName)", at: mention.span)
  }

  /// Writes the file of somebody forgotten in place of theirs, or of their folder.
  private func editPath(_ path: String, at span: SourceSpan, _ editor: inout SourceEditor) {
    let endings = isBundle ? ["/index.md", "/", ""] : [".md"]
    guard let ending = endings.first(where: { path.hasSuffix(id.name + $0) }) else { return }
    edit(path, ending: id.name + ending, by: "\(newName).md", at: span, &editor)
  }

  /// Renames the entry's own folder in a path that leads through it.
  private func editFolder(in path: String, at span: SourceSpan, _ editor: inout SourceEditor) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.contains(Substring(id.name)) else { return }
    let renamed = parts.map { $0 == id.name ? newName : String($0) }.joined(separator: "/")
    if !editor.replaceIfThere(path, by: renamed, at: span) {
      editor.replace(id.name, by: newName, at: span)
    }
  }

  /// Writes another ending of a path: of the whole path where it stands as it is read, since its
  /// last part alone may be a word of the text.
  private func edit(
    _ path: String, ending: String, by new: String, at span: SourceSpan,
    _ editor: inout SourceEditor
  ) {
    guard path.hasSuffix(ending) else { return editor.replace(ending, by: new, at: span) }
    if !editor.replaceIfThere(path, by: path.dropLast(ending.count) + new, at: span) {
      editor.replace(ending, by: new, at: span)
    }
  }
}

extension LinkTarget {
  fileprivate var isEntry: Bool {
    if case .entry = self { true } else { false }
  }
}
