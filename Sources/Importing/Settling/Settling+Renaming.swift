import Build
import Community
import Diagnostics
import Files
import Markup
import Text

extension Settling {
  /// Gives names that tell nobody to files whose names tell somebody; whether there were any.
  ///
  /// What still tells after that is left to the other ways.
  mutating func rename(_ problems: [Int: [Diagnostic]], _ site: SourceSite) -> Bool {
    var names = NeutralNames(site, changes)
    var moves: [RelativePath: RelativePath] = [:]
    var ids: [EntryID: EntryID] = [:]
    var files: [String: String] = [:]
    for (position, found) in problems.sorted(by: { $0.key < $1.key }) {
      let file = changes.plan.files[position]
      let telling = found.filter { $0.isOfName(of: file) }
      guard !telling.isEmpty, !renamed.contains(file.path) else { continue }
      if case .entry(let entry) = file.content {
        guard let new = names.id(for: entry.id, hiding: telling.compactMap(\.words)) else {
          continue
        }
        for (old, path) in changes.plan.paths(of: entry.id, at: file.path, as: new) {
          moves[old] = path
        }
        ids[entry.id] = new
      } else if let new = names.file(for: file.path), files.count < Self.mostFiles {
        moves[file.path] = new
        files[file.path.name] = new.name
      }
    }
    guard !moves.isEmpty else { return false }
    renamed.formUnion(moves.values)
    counts[.renamed] += moves.count
    changes.plan.move(moves)
    changes.plan.follow(ids, files)
    renewIndex()
    return true
  }

  /// How many files get other names at once; each is looked for in every text.
  private static let mostFiles = 200

  /// Leaves out the members whom the site has already under another id, since somebody gave them
  /// one; what names them leads there.
  mutating func joinMembers(to library: Library) {
    let planned = changes.plan.files.enumerated().compactMap { position, file in
      if case .entry(let entry) = file.content, entry.id.kind == .member,
        case .text(let name)? = entry.fields.first(where: { $0.key == "name" })?.value
      {
        (position: position, id: entry.id, name: name.foldedForComparison)
      } else {
        nil
      }
    }
    guard !planned.isEmpty else { return }
    var known: [String: [EntryID]] = [:]
    for entry in library.entries where index[entry.source] == nil {
      guard case .member(let member) = entry.fields, let name = member.name?.value else { continue }
      known[name.foldedForComparison, default: []].append(entry.id)
    }
    let byName = Dictionary(grouping: planned, by: \.name)
    var reasons: [RelativePath: String] = [:]
    var ids: [EntryID: EntryID] = [:]
    for (name, members) in byName {
      guard members.count == 1, let there = known[name], there.count == 1 else { continue }
      reasons[changes.plan.files[members[0].position].path] =
        "the site has somebody of this name already: \(there[0])"
      if there[0] != members[0].id { ids[members[0].id] = there[0] }
    }
    guard !reasons.isEmpty else { return }
    changes.plan.withdraw(reasons)
    changes.plan.follow(ids, [:])
    renewIndex()
  }
}

extension Diagnostic {
  /// Whether it is about the name of a file, and not about what is in it.
  fileprivate func isOfName(of file: ImportPlan.NewFile) -> Bool {
    guard location?.line == 0 else { return false }
    switch id {
    case "name-in-file-name", "undisclosed-name": return true
    case "email-address": return file.path.name.contains("@")
    default: return false
    }
  }
}

/// Names that tell nobody, each given once.
private struct NeutralNames {
  private var taken: Set<CollisionKey>
  private var next: [String: Int] = [:]

  init(_ site: SourceSite, _ changes: ImportChanges) {
    let paths = changes.plan.files.map(\.path) + changes.standing.existing
    taken = Set(paths.map(\.collisionKey))
    for path in paths { path.parent.map { _ = taken.insert($0.collisionKey) } }
  }

  /// `m-01` of a member; of another entry its id without the words that tell.
  mutating func id(for old: EntryID, hiding words: [String]) -> EntryID? {
    guard old.kind != .member else { return numbered("m-", old.kind, digits: 2) }
    let hidden = Set(
      words.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
        .map { String($0).foldedForComparison })
    let kept = old.name.split(separator: "-").filter { !hidden.contains(String($0)) }
    let name = kept.joined(separator: "-")
    if !name.isEmpty, name.contains(where: { $0.isLetter }), take(old.kind, name) {
      return EntryID(old.kind, name)
    }
    return numbered("\(old.kind.rawValue)-", old.kind, digits: 1)
  }

  private mutating func numbered(_ lead: String, _ kind: EntryKind, digits: Int) -> EntryID? {
    for number in next[lead, default: 1]...99_999 {
      let written = digits == 2 && number < 10 ? "0\(number)" : "\(number)"
      guard take(kind, lead + written) else { continue }
      next[lead] = number + 1
      return EntryID(kind, lead + written)
    }
    return nil
  }

  private mutating func take(_ kind: EntryKind, _ name: String) -> Bool {
    guard let folder = try? RelativePath("content/\(kind.folder)/\(name)"),
      let file = try? RelativePath("content/\(kind.folder)/\(name).md"),
      !taken.contains(folder.collisionKey), !taken.contains(file.collisionKey)
    else { return false }
    taken.formUnion([folder.collisionKey, file.collisionKey])
    return true
  }

  /// `file-1.png`, in the same folder.
  mutating func file(for old: RelativePath) -> RelativePath? {
    guard let folder = old.parent else { return nil }
    let ending = old.fileExtension.isEmpty ? "" : ".\(old.fileExtension)"
    for number in next[folder.description, default: 1]...99_999 {
      guard let path = try? folder.appending("file-\(number)\(ending)"),
        taken.insert(path.collisionKey).inserted
      else { continue }
      next[folder.description] = number + 1
      return path
    }
    return nil
  }
}

extension ImportPlan {
  /// The files of an entry, those beside its `index.md` among them, by where they go.
  fileprivate func paths(
    of id: EntryID, at path: RelativePath, as new: EntryID
  ) -> [(RelativePath, RelativePath)] {
    let folder = "content/\(new.kind.folder)/\(new.name)"
    guard path.name == "index.md", let old = path.parent else {
      return (try? RelativePath("\(folder).md")).map { [(path, $0)] } ?? []
    }
    return files.map(\.path).filter { $0.isInside(old) }.compactMap { file in
      let rest = file.description.dropFirst(old.description.count)
      return (try? RelativePath(folder + rest)).map { (file, $0) }
    }
  }

  /// Makes what names entries and files lead to their new names.
  mutating func follow(_ ids: [EntryID: EntryID], _ names: [String: String]) {
    guard !ids.isEmpty || !names.isEmpty else { return }
    let references = ReferenceChanges(ids, names)
    for index in files.indices {
      guard case .entry(var entry) = files[index].content else { continue }
      if let new = ids[entry.id] { entry.id = new }
      entry.body = references.changed(inText: entry.body)
      for field in entry.fields where references.areIn(field.key) {
        entry.replace(field.key, by: field.value.mapTexts { references.changed(inField: $0) })
      }
      files[index].content = .entry(entry)
    }
  }
}
