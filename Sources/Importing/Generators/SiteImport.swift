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
  let survey: SiteSurvey
  /// Whether everybody can read the handbook's own files.
  let isPublic: Bool
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
  /// In which language it is, and what it translates, where it is not the site's own.
  var language: PageLanguage?
}

extension SiteImport {
  /// What a site suggests, for its owner to look over.
  package static func suggestedMapping(
    _ tree: some FileTree, _ generator: Generator
  ) throws(FileTrouble) -> Mapping {
    try SiteSurvey(tree, generator).mapping
  }

  /// Plans the import of a whole site into one that has `existing` files already.
  ///
  /// Without a mapping it goes by what the site suggests. `isPublic` says whether everybody can read
  /// the handbook's own files.
  package static func plan(
    _ tree: some FileTree, _ generator: Generator, _ mapping: Mapping?, existing: [RelativePath],
    isPublic: Bool = false
  ) throws(FileTrouble) -> ImportPlan {
    try plan(
      tree, SiteSurvey(tree, generator, existing: existing, isPublic: isPublic), mapping,
      existing: existing, isPublic: isPublic)
  }

  /// The same for a site that was looked through already.
  package static func plan(
    _ tree: some FileTree, _ survey: SiteSurvey, _ given: Mapping?, existing: [RelativePath],
    isPublic: Bool = false
  ) throws(FileTrouble) -> ImportPlan {
    let listing = try tree.listing(below: nil)
    var mapping = given ?? survey.mapping
    // Who is in no line of a given mapping is judged all the same.
    mapping.authors.merge(survey.mapping.authors) { decided, _ in decided }
    var site = SiteImport(
      generator: survey.generator, mapping: mapping, plan: ImportPlan(existing: existing),
      authors: AuthorList(
        mapping: mapping, existing: existing, isPublic: isPublic, fullNames: survey.fullNames),
      existing: existing, survey: survey, isPublic: isPublic)
    for refused in listing.refused {
      site.plan.leaveOut(refused.shownPath, because: refused.reason.reason)
    }
    site.place(listing.items)
    site.readData(tree)
    site.writePages()
    site.writeData()
    try site.copyAssets(tree)
    site.writeAuthors()
    site.settleMembers()
    site.noteSettings()
    return site.plan
  }

  /// Finds out what every file is, and where it goes.
  private mutating func place(_ items: [FileItem]) {
    var machinery: [String: Int] = [:]
    var others: [RelativePath] = []
    var ids: [EntryKind: IDNumbering] = [:]
    for item in items {
      guard item.kind == .file else {
        plan.leaveOut(item.path.description, because: "it is no ordinary file")
        continue
      }
      switch generator.role(of: item.path) {
      case .page(let folders): placePage(item.path, folders, &ids)
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
    _ path: RelativePath, _ folders: [String], _ ids: inout [EntryKind: IDNumbering]
  ) {
    let language = survey.languages[path]
    let own = language?.folders ?? folders
    guard var kind = mapping.kind(ofPage: path.stem, in: own) ?? .some(.page) else {
      plan.leaveOut(path.description, because: "the mapping leaves it or its folder out")
      return
    }
    guard let page = survey.pages[path] else {
      plan.leaveOut(path.description, because: survey.unreadable[path] ?? "it cannot be read")
      return
    }
    if kind == .post, page.isLinkElsewhere { kind = .resource }
    if kind == .member, let reason = organisation(page, in: own) {
      guard !page.body.trimmed.isEmpty else {
        plan.leaveOut(path.description, because: reason)
        return
      }
      kind = .page
    }
    guard var naming = naming(page, in: own, kind, language) else {
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
        notes: page.notes + naming.notes, language: language))
    let placed = pages[pages.count - 1]
    places.add(placed, generator)
    if kind == .member { authors.add(id: placed.id.name, named: page.personName) }
  }
}
