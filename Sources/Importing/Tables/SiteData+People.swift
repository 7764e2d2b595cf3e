import Community
import Files
import Markup

extension SiteData {
  /// Gives the rows of people whom pages credit the ids that they have there, so that one person is
  /// one member.
  mutating func join(_ authors: AuthorList) {
    guard var plan else { return }
    var moves: [RelativePath: RelativePath] = [:]
    var reasons: [RelativePath: String] = [:]
    let known = authors.idsByIdentity
    for index in plan.files.indices {
      guard case (var entry, let name)? = plan.files[index].namedMember,
        let id = known[name.identity], id != entry.id.name,
        let path = try? RelativePath("content/members/\(id).md")
      else { continue }
      guard plan.isFree(path), !moves.values.contains(path) else {
        reasons[plan.files[index].path] = "the site has \(path) already"
        continue
      }
      entry.id = EntryID(.member, id)
      moves[plan.files[index].path] = path
      plan.files[index].content = .entry(entry)
    }
    plan.withdraw(reasons)
    plan.move(moves)
    self.plan = plan
  }
}

extension SiteImport {
  /// Reads the data of the site, once it is known what its pages become.
  mutating func readData(_ tree: some FileTree) {
    for page in pages where page.id.kind == .member {
      people.add(id: page.id.name, named: page.page.personName)
    }
    for id in authors.ids.union(authors.names.keys) {
      people.add(id: id, named: id.split(separator: "-").joined(separator: " "))
      for name in authors.names[id] ?? [] { people.add(id: id, named: name) }
    }
    leaveOutRegistries()
    data.read(tree, members: people, existing: existing, pages: pages.map(\.target))
    data.join(authors)
    for file in data.plan?.files ?? [] {
      guard let (entry, name) = file.namedMember else { continue }
      authors.add(id: entry.id.name, named: name)
      people.add(id: entry.id.name, named: name)
    }
  }

  /// What lists the authors by their handles was read: who of them wrote something is a member by
  /// that.
  private mutating func leaveOutRegistries() {
    for file in data.files where survey.registry.files.contains(file) {
      plan.leaveOut(
        file.description, because: "the names in it were taken for those whom pages credit")
    }
    data.files.removeAll(where: survey.registry.files.contains)
  }

  /// Plans what the data become, behind the pages, which come first.
  mutating func writeData() {
    guard let data = data.plan else { return }
    for line in data.lines where line.fate == .leftOut {
      plan.leaveOut(line.source, because: line.notes.joined(separator: "; "))
    }
    let notes = Dictionary(data.lines.map { ($0.source, $0.notes) }, uniquingKeysWith: { $1 })
    for file in data.files {
      guard case .entry(let entry) = file.content else { continue }
      plan.add(entry, at: file.path, from: file.source, notes: notes[file.source] ?? [])
    }
  }
}

extension ImportPlan.NewFile {
  /// The member whose file it is, with their name.
  fileprivate var namedMember: (EntryText, String)? {
    guard case .entry(let entry) = content, entry.id.kind == .member,
      case .text(let name)? = entry.fields.first(where: { $0.key == "name" })?.value
    else { return nil }
    return (entry, name)
  }
}
