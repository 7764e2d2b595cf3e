import Community
package import Dates
package import Files
import Markup

/// The import of another tool's site: a pure function from its files to a plan.
package struct SiteImport {
  let generator: Generator
  let mapping: Mapping
  let settings: OldSettings
  var plan: ImportPlan
  /// Every page that becomes an entry, with what it becomes.
  var pages: [PlacedPage] = []
  /// Where each other file goes.
  var assets: [RelativePath: RelativePath] = [:]
  var authors: AuthorList
  var places: PlaceIndex
  /// The files that the handbook has already.
  let existing: [RelativePath]
  /// The members, by what texts call them.
  var people = MemberDirectory()
  /// The tables among the site's own data.
  var data = SiteData()
  let survey: SiteSurvey
  /// Whether everybody can read the handbook's own files.
  let isPublic: Bool
  var visibility: Visibility
  let site: OldSite
  let addresses: OldAddresses
  /// Old addresses that lead to another: where they led.
  var redirects: [(from: String, to: String)] = []
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
  /// The addresses that it had, its own first.
  var addresses: [String] = []
  /// Why the other tool did not publish it, where it did not.
  var hidden: HidingReason?
  /// What its text is here, but for its links.
  var translation: BodyTranslation?

  var text: String { translation?.text ?? page.body }
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
  /// Without a mapping it goes by what the site suggests.
  ///
  /// - Parameters:
  ///   - isPublic: whether everybody can read the handbook's own files.
  ///   - today: the day on which pages of a later day are no pages yet; without one, dates hide
  ///     nothing.
  package static func plan(
    _ tree: some FileTree, _ generator: Generator, _ mapping: Mapping?, existing: [RelativePath],
    isPublic: Bool = false, today: CalendarDate? = nil,
    converted: ConvertedPages = ConvertedPages()
  ) throws(FileTrouble) -> ImportPlan {
    let survey = try SiteSurvey(
      tree, generator, existing: existing, isPublic: isPublic, today: today, converted: converted)
    return try plan(tree, survey, mapping, existing: existing, isPublic: isPublic)
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
    let (generator, settings) = (survey.generator, survey.settings)
    let lists =
      generator == .markdown ? ContentLists(tree, settings) : ContentLists()
    let site = OldSite(generator, settings)
    var importing = SiteImport(
      generator: generator, mapping: mapping, settings: settings,
      plan: ImportPlan(existing: existing),
      authors: AuthorList(
        mapping: mapping, existing: existing, isPublic: isPublic, fullNames: survey.fullNames),
      places: PlaceIndex(site), existing: existing, survey: survey, isPublic: isPublic,
      visibility: Visibility(generator, settings, lists, today: survey.today), site: site,
      addresses: OldAddresses(generator, settings))
    for refused in listing.refused {
      importing.plan.leaveOut(refused.shownPath, because: refused.reason.reason)
    }
    importing.place(listing.items)
    importing.creditListed()
    importing.readData(tree)
    importing.writePages()
    importing.writeData()
    try importing.copyAssets(tree)
    importing.writeAuthors()
    importing.settleMembers()
    importing.noteSettings()
    return importing.plan
  }

  /// Finds out what every file is, and where it goes.
  private mutating func place(_ items: [FileItem]) {
    var machinery: [String: Int] = [:]
    var others: [RelativePath] = []
    var read: [(page: ForeignPage, folders: [String])] = []
    for item in items {
      guard item.kind == .file else {
        plan.leaveOut(item.path.description, because: "it is no ordinary file")
        continue
      }
      switch generator.role(of: item.path, by: settings) {
      case .page(let folders): if let page = page(item.path) { read.append((page, folders)) }
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
    for (page, folders) in read { visibility.note(page, in: folders) }
    var ids: [EntryKind: IDNumbering] = [:]
    for (page, folders) in read { placePage(page, folders, &ids) }
    placeAssets(others)
  }

  private mutating func page(_ path: RelativePath) -> ForeignPage? {
    if let page = survey.pages[path] { return page }
    plan.leaveOut(path.description, because: survey.unreadable[path] ?? "it cannot be read")
    return nil
  }

  private mutating func placePage(
    _ page: ForeignPage, _ folders: [String], _ ids: inout [EntryKind: IDNumbering]
  ) {
    let path = page.path
    let language = survey.languages[path]
    let within = language?.folders ?? folders
    guard let kind = kind(of: page, in: within) else { return }
    let own = addresses.address(of: page, in: folders)
    if let target = page.fields["redirect_to"]?.value.texts.first, page.body.trimmed.isEmpty,
      kind != .resource
    {
      plan.leaveOut(path.description, because: "it only led to \(target)")
      if let own { redirects.append((own, target)) }
      return
    }
    for length in 1...max(1, folders.count) where length <= folders.count {
      places.addList(Array(folders[..<length]), of: kind)
    }
    let translation = BodyTranslation(
      page.body, generator, value: TemplateValues(page.fields, settings).callAsFunction)
    if path.isHTML, translation.text.trimmed.isEmpty {
      plan.leaveOut(
        path.description, because: "it holds no text, but a program of the other tool's")
      return
    }
    guard var naming = naming(page, in: within, kind, language) else {
      plan.leaveOut(path.description, because: "it says nothing: the list is made here")
      return
    }
    naming.makeUnique(&ids)
    guard let target = naming.target else {
      plan.leaveOut(path.description, because: "its name cannot become an id")
      return
    }
    var placed = PlacedPage(
      page: page, id: naming.id, target: target, folders: folders,
      notes: page.notes + naming.notes, language: language)
    let isIndex = ["index", "_index", "readme"].contains(path.stem.withoutLanguage.lowercased())
    let plain = "/" + (folders + (isIndex ? [] : [path.stem.undated])).joined(separator: "/") + "/"
    placed.addresses = [own, plain].compactMap(\.self) + addresses.others(of: page, in: folders)
    placed.hidden = visibility.reason(page, in: folders)
    placed.translation = translation
    pages.append(placed)
    places.add(placed, generator)
    if kind == .member { authors.add(id: placed.id.name, named: page.personName) }
  }

  /// The kind of a page; `nil` of one that is left out.
  private mutating func kind(of page: ForeignPage, in folders: [String]) -> EntryKind? {
    guard let kind = mapping.kind(ofPage: page.path.stem, in: folders) ?? .some(.page) else {
      plan.leaveOut(page.path.description, because: "the mapping leaves it or its folder out")
      return nil
    }
    if kind == .post, page.isLinkElsewhere { return .resource }
    guard kind == .member, let reason = organisation(page, in: folders) else { return kind }
    if page.body.trimmed.isEmpty {
      plan.leaveOut(page.path.description, because: reason)
      return nil
    }
    return .page
  }
}

extension RelativePath {
  var isHTML: Bool { ["html", "htm"].contains(fileExtension.lowercased()) }
}

extension String {
  /// Without the day that it begins with.
  fileprivate var undated: String {
    leadingDate != nil && utf8.count > 11 ? String(dropFirst(11)) : self
  }
}
