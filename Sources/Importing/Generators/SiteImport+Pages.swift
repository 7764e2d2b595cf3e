import Community
import Files
import Markup

extension SiteImport {
  /// Plans the file of every page.
  mutating func writePages() {
    let ids = Dictionary(
      pages.map { ($0.page.path, $0.id) }, uniquingKeysWith: { first, _ in first })
    var claims = OldPathClaims(pages, existing: existing, site)
    let aliases = pages.map { claim($0, &claims) }
    var anchors = PlaceAnchors(pages)
    for (placed, aliases) in zip(pages, aliases) {
      var composer = EntryComposer(placed, mapping, places, generator, settings)
      composer.context = PageContext(generator: generator, members: people)
      composer.compose(&authors, &anchors)
      composer.lead(from: aliases.paths)
      let hasRoom = plan.isFree(placed.target)
      plan.add(
        translated(composer.entry, placed, ids), at: placed.target,
        from: placed.page.path.description,
        notes: placed.notes + composer.notes + aliases.notes)
      guard hasRoom else { continue }
      plan.count(
        ImportPlan.Unseen(isHidden: placed.hidden != nil, comments: composer.hidden),
        at: placed.target)
      for debt in composer.debts {
        plan.owe(
          ImportDebt(
            kind: debt.kind, place: placed.target, words: debt.words, former: debt.former))
      }
    }
  }

  /// An entry with its language and what it translates, where it has one of its own.
  private func translated(
    _ composed: EntryText, _ placed: PlacedPage, _ ids: [RelativePath: EntryID]
  ) -> EntryText {
    var entry = composed
    if let language = placed.language?.language, !entry.has("lang") {
      entry.set("lang", .text(language))
    }
    if let original = placed.language?.original, let id = ids[original] {
      entry.set("translation_of", .text(id.description))
    }
    if placed.id.kind == .member { entry.replace("name", by: .text(placed.page.personName)) }
    return entry
  }

  /// The old addresses that lead to a page from now on.
  ///
  /// One that was not published had none, and those of people are not kept: they name somebody.
  private func claim(
    _ placed: PlacedPage, _ claims: inout OldPathClaims
  ) -> (paths: [String], notes: [String]) {
    guard placed.hidden == nil, placed.id.kind != .member else { return ([], []) }
    var wanted = [addresses.address(of: placed.page, in: placed.folders)].compactMap(\.self)
    wanted += addresses.others(of: placed.page, in: placed.folders)
    wanted += redirects.filter { redirect in
      guard case .entry(let id, _, _) = places.find(redirect.to, from: placed) else { return false }
      return id == placed.id
    }.map(\.from)
    var paths: [String] = []
    var notes: [String] = []
    for address in wanted.prefix(50) {
      do throws(OldPathClaims.Refusal) {
        if let path = try claims.claim(address, for: placed.id) { paths.append(path) }
      } catch {
        if error == .taken, paths.contains(address) { continue }
        notes.append("the old address \(address) leads nowhere any more")
      }
    }
    return (paths, notes)
  }

  mutating func placeAssets(_ files: [RelativePath]) {
    let bundles = Dictionary(
      pages.filter { $0.target.name == "index.md" }.compactMap { placed in
        placed.page.path.parent.map { ($0, placed) }
      }, uniquingKeysWith: { first, _ in first })
    let hiddenFolders = foldersOfHiddenPages
    for file in files {
      if let reason = visibility.reason(file) {
        plan.leaveOut(file.description, because: "it was not published: \(reason)")
        continue
      }
      guard let target = bundled(file, bundles) ?? shared(file) else {
        plan.leaveOut(file.description, because: "its name cannot be kept")
        continue
      }
      if file.parent.map(hiddenFolders.contains) == true, bundled(file, bundles) == nil {
        plan.leaveOut(file.description, because: "it was not published: no page beside it was")
        continue
      }
      assets[file] = target
      let roots =
        [generator.pageRoot(by: settings)].compactMap(\.self)
        + generator.assetRoots(by: settings)
      let root = roots.first { file.description.hasPrefix("\($0)/") }
      places.add(file, at: target, below: root)
    }
  }

  /// Folders whose own pages are all hidden: what lies beside them was not published either.
  private var foldersOfHiddenPages: Set<RelativePath> {
    var (hidden, shown): (Set<RelativePath>, Set<RelativePath>) = ([], [])
    for page in pages {
      guard let folder = page.page.path.parent else { continue }
      if page.hidden == nil { shown.insert(folder) } else { hidden.insert(folder) }
    }
    return hidden.subtracting(shown)
  }

  /// Beside the page that has its folder.
  private func bundled(_ file: RelativePath, _ bundles: [RelativePath: PlacedPage]) -> RelativePath?
  {
    for folder in file.ancestors.reversed() {
      guard let bundle = bundles[folder], let beside = bundle.target.parent else { continue }
      let rest = file.description.dropFirst(folder.description.count + 1)
      return try? beside.appending(String(rest))
    }
    return nil
  }

  /// In `content/assets`, below the folders that it had.
  private func shared(_ file: RelativePath) -> RelativePath? {
    var parts = file.parts[...]
    let roots =
      [generator.pageRoot(by: settings)].compactMap(\.self) + generator.assetRoots(by: settings)
    if parts.count > 1, roots.contains(parts[0]) { parts = parts.dropFirst() }
    if parts.count > 1, parts.first == "assets" { parts = parts.dropFirst() }
    return try? RelativePath("content/assets/" + parts.joined(separator: "/"))
  }

  mutating func copyAssets(_ tree: some FileTree) throws(FileTrouble) {
    var size = 0
    for (file, target) in assets.sorted(by: { $0.key < $1.key }) {
      do throws(FileTrouble) {
        let bytes = try tree.bytes(of: file, atMost: ImportLimits.asset)
        size += bytes.count
        if size <= ImportLimits.assets {
          plan.add(bytes, at: target, from: file.description)
        } else {
          size -= bytes.count
          plan.leaveOut(
            file.description,
            because: "the files that are no pages are larger than 1 GB together, the most that is "
              + "imported at once")
        }
      } catch {
        plan.leaveOut(file.description, because: error.message)
      }
    }
  }

  /// Plans a member's file for every author who was only a name.
  mutating func writeAuthors() {
    for author in authors.strangers {
      guard let path = try? RelativePath("content/members/\(author.id).md") else { continue }
      var member = EntryText(EntryID(.member, author.id))
      member.set("name", .text(author.name))
      plan.add(
        member, at: path, from: "the author \(author.name)",
        notes: ["a member who has agreed to nothing yet: ask them, then write their consent"])
    }
  }
}
