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
  var visibility: Visibility
  let site: OldSite
  let addresses: OldAddresses
  /// What another program read of files that are no Markdown.
  let converted: ConvertedPages
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
  /// The addresses that it had, its own first.
  var addresses: [String] = []
  /// Why the other tool did not publish it, where it did not.
  var hidden: HidingReason?
  /// What its text is here, but for its links.
  var translation: BodyTranslation?

  var text: String { translation?.text ?? page.body }
}

extension SiteImport {
  /// What the folders of a site suggest, for its owner to look over.
  package static func suggestedMapping(
    _ tree: some FileTree, _ generator: Generator
  ) throws(FileTrouble) -> Mapping {
    suggestedMapping(tree, generator, try tree.listing(below: nil).items)
  }

  private static func suggestedMapping(
    _ tree: some FileTree, _ generator: Generator, _ items: [FileItem]
  ) -> Mapping {
    let settings = OldSettings.read(tree, generator, items)
    let folders = items.compactMap { item -> [String]? in
      guard item.kind == .file,
        case .page(let folders) = generator.role(of: item.path, by: settings)
      else { return nil }
      return folders
    }
    return Mapping.suggested(for: folders, of: generator)
  }

  /// Plans the import of a whole site into one that has `existing` files already.
  ///
  /// - Parameter today: the day on which pages of a later day are no pages yet; without one, dates
  ///   hide nothing.
  package static func plan(
    _ tree: some FileTree, _ generator: Generator, _ mapping: Mapping?, existing: [RelativePath],
    today: CalendarDate? = nil, converted: ConvertedPages = ConvertedPages()
  ) throws(FileTrouble) -> ImportPlan {
    let listing = try tree.listing(below: nil)
    let mapping = mapping ?? suggestedMapping(tree, generator, listing.items)
    let settings = OldSettings.read(tree, generator, listing.items)
    let lists =
      generator == .markdown ? ContentLists(tree, listing.items, settings) : ContentLists()
    let site = OldSite(generator, settings)
    var importing = SiteImport(
      generator: generator, mapping: mapping, settings: settings,
      plan: ImportPlan(existing: existing),
      authors: AuthorList(mapping: mapping, existing: existing), places: PlaceIndex(site),
      visibility: Visibility(generator, settings, lists, today: today), site: site,
      addresses: OldAddresses(generator, settings), converted: converted)
    for refused in listing.refused {
      importing.plan.leaveOut(refused.shownPath, because: refused.reason.reason)
    }
    try importing.place(listing.items, tree)
    importing.writePages(existing)
    try importing.copyAssets(tree)
    importing.writeAuthors()
    return importing.plan
  }

  /// Finds out what every file is, and where it goes.
  private mutating func place(_ items: [FileItem], _ tree: some FileTree) throws(FileTrouble) {
    var machinery: [String: Int] = [:]
    var others: [RelativePath] = []
    var read: [(page: ForeignPage, folders: [String])] = []
    for item in items {
      guard item.kind == .file else {
        plan.leaveOut(item.path.description, because: "it is no ordinary file")
        continue
      }
      switch generator.role(of: item.path, by: settings) {
      case .page(let folders):
        if let page = try readPage(item.path, folders, tree) { read.append((page, folders)) }
      case .asset: others.append(item.path)
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

  private mutating func readPage(
    _ path: RelativePath, _ folders: [String], _ tree: some FileTree
  ) throws(FileTrouble) -> ForeignPage? {
    if mapping.kind(ofPageIn: folders) == .some(nil) {
      plan.leaveOut(path.description, because: "the mapping leaves its folder out")
      return nil
    }
    do {
      let limit = path.isHTML ? ImportLimits.text : ImportLimits.entry
      return try ForeignPage(
        try tree.bytes(of: path, atMost: limit), at: path, generator, converted)
    } catch let unreadable as UnreadablePage {
      plan.leaveOut(path.description, because: unreadable.reason)
    } catch {
      plan.leaveOut(
        path.description, because: (error as? FileTrouble)?.message ?? "it cannot be read")
    }
    return nil
  }

  private mutating func placePage(
    _ page: ForeignPage, _ folders: [String], _ ids: inout [EntryKind: IDNumbering]
  ) {
    let path = page.path
    let kind = (mapping.kind(ofPageIn: folders) ?? nil) ?? .page
    let own = addresses.address(of: page, in: folders)
    if let target = page.fields["redirect_to"]?.value.texts.first, page.body.trimmed.isEmpty {
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
    guard var naming = PageNaming(page, in: folders, kind: kind, generator) else {
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
      notes: page.notes + naming.notes)
    let isIndex = ["index", "_index", "readme"].contains(path.stem.withoutLanguage.lowercased())
    let plain = "/" + (folders + (isIndex ? [] : [path.stem.undated])).joined(separator: "/") + "/"
    placed.addresses = [own, plain].compactMap(\.self) + addresses.others(of: page, in: folders)
    placed.hidden = visibility.reason(page, in: folders)
    placed.translation = translation
    pages.append(placed)
    places.add(placed, generator)
    if kind == .member { authors.add(id: placed.id.name, named: page.name) }
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
