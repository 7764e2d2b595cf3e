import Community
import Files
import Markup

extension SiteImport {
  /// Plans the file of every page.
  mutating func writePages() {
    let ids = Dictionary(
      pages.map { ($0.page.path, $0.id) }, uniquingKeysWith: { first, _ in first })
    for placed in pages {
      var composer = EntryComposer(placed, mapping, places)
      composer.context = PageContext(generator: generator, members: people)
      composer.compose(&authors)
      var entry = composer.entry
      if let language = placed.language?.language, !entry.has("lang") {
        entry.set("lang", .text(language))
      }
      if let original = placed.language?.original, let id = ids[original] {
        entry.set("translation_of", .text(id.description))
      }
      if placed.id.kind == .member { entry.replace("name", by: .text(placed.page.personName)) }
      plan.add(
        entry, at: placed.target, from: placed.page.path.description,
        notes: placed.notes + composer.notes)
    }
  }

  mutating func placeAssets(_ files: [RelativePath]) {
    let bundles = Dictionary(
      pages.filter { $0.target.name == "index.md" }.compactMap { placed in
        placed.page.path.parent.map { ($0, placed) }
      }, uniquingKeysWith: { first, _ in first })
    for file in files {
      guard let target = bundled(file, bundles) ?? shared(file) else {
        plan.leaveOut(file.description, because: "its name cannot be kept")
        continue
      }
      assets[file] = target
      let root = ([generator.pageRoot] + generator.assetRoots.map(Optional.some))
        .compactMap(\.self).first { file.parts[0] == $0 }
      places.add(file, at: target, below: root)
    }
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
    let roots = [generator.pageRoot].compactMap(\.self) + generator.assetRoots
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
