import Community
package import Files

/// The import of another tool's site: a pure function from its files to a plan.
package struct SiteImport {
  let generator: Generator
  let mapping: Mapping
  var plan: ImportPlan
  /// Every page that becomes an entry, with what it becomes.
  var pages: [PlacedPage] = []
  /// Where each other file goes.
  var assets: [RelativePath: RelativePath] = [:]
  var authors: AuthorList
  var places = PlaceIndex()
  /// The files that the handbook has already.
  let existing: [RelativePath]
  /// The members, by what texts call them.
  var people = MemberDirectory()
  /// The tables among the site's own data.
  var data = SiteData()
}

/// A page and the entry that it becomes.
struct PlacedPage: Sendable {
  let page: ForeignPage
  let id: EntryID
  /// Where the entry will lie: `content/posts/a.md`.
  let target: RelativePath
  /// Within the pages' folder, without the file's name.
  let folders: [String]
  var notes: [String]
}

extension SiteImport {
  /// What the folders of a site suggest, for its owner to look over.
  package static func suggestedMapping(
    _ tree: some FileTree, _ generator: Generator
  ) throws(FileTrouble) -> Mapping {
    let folders = try tree.listing(below: nil).items.compactMap { item -> [String]? in
      guard item.kind == .file, case .page(let folders) = generator.role(of: item.path) else {
        return nil
      }
      return folders
    }
    return Mapping.suggested(for: folders, of: generator)
  }

  /// Plans the import of a whole site into one that has `existing` files already.
  package static func plan(
    _ tree: some FileTree, _ generator: Generator, _ mapping: Mapping?, existing: [RelativePath]
  ) throws(FileTrouble) -> ImportPlan {
    let listing = try tree.listing(below: nil)
    var chosen = mapping
    if chosen == nil { chosen = try suggestedMapping(tree, generator) }
    let mapping = chosen ?? Mapping()
    var site = SiteImport(
      generator: generator, mapping: mapping, plan: ImportPlan(existing: existing),
      authors: AuthorList(mapping: mapping, existing: existing), existing: existing)
    for refused in listing.refused {
      site.plan.leaveOut(refused.shownPath, because: refused.reason.reason)
    }
    try site.place(listing.items, tree)
    site.readData(tree)
    site.writePages()
    site.writeData()
    try site.copyAssets(tree)
    site.writeAuthors()
    return site.plan
  }

  /// Finds out what every file is, and where it goes.
  private mutating func place(_ items: [FileItem], _ tree: some FileTree) throws(FileTrouble) {
    var machinery: [String: Int] = [:]
    var others: [RelativePath] = []
    var ids: [EntryKind: IDNumbering] = [:]
    for item in items {
      guard item.kind == .file else {
        plan.leaveOut(item.path.description, because: "it is no ordinary file")
        continue
      }
      switch generator.role(of: item.path) {
      case .page(let folders): try placePage(item.path, folders, &ids, tree)
      case .asset: others.append(item.path)
      case .machinery where generator.holdsData(item.path): data.files.append(item.path)
      case .machinery(let folder): machinery[folder, default: 0] += 1
      case .other(let reason): plan.leaveOut(item.path.description, because: reason)
      }
    }
    for (folder, count) in machinery {
      let files = count == 1 ? "1 file" : "\(count) files"
      plan.leaveOut("\(folder)/", because: "\(files) of the other tool's own")
    }
    placeAssets(others)
  }

  private mutating func placePage(
    _ path: RelativePath, _ folders: [String], _ ids: inout [EntryKind: IDNumbering],
    _ tree: some FileTree
  ) throws(FileTrouble) {
    guard let kind = mapping.kind(ofPageIn: folders) ?? .some(.page) else {
      plan.leaveOut(path.description, because: "the mapping leaves its folder out")
      return
    }
    let page: ForeignPage
    do {
      page = try ForeignPage(try tree.bytes(of: path, atMost: ImportLimits.entry), at: path)
    } catch let unreadable as UnreadablePage {
      plan.leaveOut(path.description, because: unreadable.reason)
      return
    } catch {
      plan.leaveOut(
        path.description, because: (error as? FileTrouble)?.message ?? "it cannot be read")
      return
    }
    let own = kind == .post && page.isLinkElsewhere ? .resource : kind
    guard var naming = PageNaming(page, in: folders, kind: own, generator) else {
      plan.leaveOut(path.description, because: "it says nothing: the list is made here")
      return
    }
    naming.makeUnique(&ids)
    guard let target = naming.target else {
      plan.leaveOut(path.description, because: "its name cannot become an id")
      return
    }
    pages.append(
      PlacedPage(
        page: page, id: naming.id, target: target, folders: folders,
        notes: page.notes + naming.notes))
    let placed = pages[pages.count - 1]
    places.add(placed, generator)
    if kind == .member { authors.add(id: placed.id.name, named: page.name) }
  }
}
