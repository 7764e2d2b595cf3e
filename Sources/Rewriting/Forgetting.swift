package import Build
package import Community
package import Diagnostics
import Files
import Markup

/// What it takes to forget a member: a neutral id wherever theirs stood, a file that says only that
/// they withdrew, and a list of what no tool can reword.
package struct Forgetting: Sendable {
  package let from: EntryID
  package let to: EntryID
  package let plan: RewritePlan
  /// Texts that still say what they are called, each as it will be.
  package let mentions: [SourceLocation]
  /// Files whose names still say it.
  package let namedFiles: [String]
  /// Pictures that show them, which the site leaves out from now on.
  package let pictures: [SourceLocation]
  /// Open actions that now need an owner.
  package let actions: [SourceLocation]
  /// The roles that they held until now.
  package let roles: [String]
}

extension Forgetting {
  /// Plans to forget the member that somebody named by id, name or any other spelling.
  package init(_ written: String, in site: SourceSite) throws(RewriteRefusal) {
    let index = try site.member(written)
    let entry = site.library[index]
    guard case .member(let member) = entry.fields, let names = MemberNames(entry, at: index) else {
      throw RewriteRefusal("'\(entry.id)' is no member")
    }
    from = entry.id
    let newName = EntryID.isNeutral(entry.id.name) ? entry.id.name : site.neutralName
    to = EntryID(.member, newName)
    let editors = EntryUses(site: site, index: index, newName: newName, forgotten: names).edits()
    var plan = RewritePlan()
    for var editor in editors where editor.source.path != entry.source && !editor.edits.isEmpty {
      plan.writes.append(editor.write(at: editor.source.path))
    }
    plan.removeFiles(of: index, in: site)
    let newSource = "content/members/\(newName).md"
    let isInPlace = newSource == entry.source
    plan.removals.removeAll { $0 == newSource }
    plan.writes.append(
      RewritePlan.Write(
        path: newSource, old: isInPlace ? site.files.source(newSource)?.bytes : nil,
        new: Array("---\nstatus: withdrawn\n---\n".utf8)))
    plan.writes.sort { $0.path < $1.path }
    self.plan = plan
    mentions = names.mentions(after: plan, in: site)
    namedFiles = site.files.paths.map(\.description).filter {
      !plan.removals.contains($0) && names.areHeld(byPath: $0)
    }
    pictures = site.pictures(showing: index)
    actions = MinuteBook(site.library, site.links).openActions(of: index, site.library)
    roles = member.roles.filter { $0.to == nil }.map { held in
      site.library.configuration.role(held.role.value)?.title ?? held.role.value
    }
  }
}

extension SourceSite {
  fileprivate func member(_ written: String) throws(RewriteRefusal) -> EntryIndex {
    try refuseUnreadable()
    let name = written.split(separator: "/").last.map(String.init) ?? written
    switch library.names.mention(name.hasPrefix("@") ? String(name.dropFirst()) : name) {
    case .one(let index): return index
    case .several(let candidates):
      throw RewriteRefusal(
        "'\(written.quotedInput)' could be \(library.names.list(candidates))",
        hint: "write the whole id")
    case .unread, .none:
      throw RewriteRefusal(
        "no member is called '\(written.quotedInput)'",
        hint: library.names.hint(for: name, kind: .member))
    }
  }

  /// The next free id that tells nobody anything.
  fileprivate var neutralName: String {
    let taken = library.entries.filter { $0.id.kind == .member }.flatMap { entry in
      [entry.id.name] + entry.common.aliases.map(\.value)
    }
    let numbers = taken.compactMap { name -> Int? in
      name.hasPrefix("m-") ? Int(name.dropFirst(2)) : nil
    }
    let next = (numbers.max() ?? 0) + 1
    return next < 10 ? "m-0\(next)" : "m-\(next)"
  }

  /// The pictures of which an entry says that the member is on them.
  fileprivate func pictures(showing member: EntryIndex) -> [SourceLocation] {
    library.entries.compactMap { entry in
      guard let image = entry.common.image,
        entry.common.imageShows.contains(where: { $0.target == member })
      else { return nil }
      return SourceLocation(path: entry.source, span: image.path.span)
    }
  }
}

extension RewritePlan {
  /// Removes the member's file, all beside it, and a photo elsewhere that nothing else shows.
  fileprivate mutating func removeFiles(of index: EntryIndex, in site: SourceSite) {
    let entry = site.library[index]
    var paths = [entry.source]
    paths += site.library.assets.filter { $0.owner == entry.id }.map(\.source.description)
    if let photo = site.attachments[index.position].photo, !site.isUsed(photo, besidesBy: index) {
      paths.append(site.library.assets[photo].source.description)
    }
    removals = Set(paths).sorted()
    if entry.source.hasSuffix("/index.md") {
      emptiedFolders.append(String(entry.source.dropLast("/index.md".count)))
    }
  }
}

extension SourceSite {
  fileprivate func isUsed(_ asset: Int, besidesBy member: EntryIndex) -> Bool {
    library.indices.contains { index in
      guard index != member else { return false }
      let links = links.bodies[index.position]
      return attachments[index.position].all.contains(asset) || links.images.contains(asset)
        || links.targets.contains(.asset(asset))
    }
  }
}

extension MemberNames {
  /// Where the files, as they will be, still say one of the names.
  fileprivate func mentions(after plan: RewritePlan, in site: SourceSite) -> [SourceLocation] {
    let written = Dictionary(plan.writes.map { ($0.path, $0.new) }) { _, last in last }
    let removed = Set(plan.removals)
    return site.files.paths.map(\.description).filter { !removed.contains($0) }.flatMap { path in
      let source =
        written[path].map { SourceText(path: path, bytes: $0) } ?? site.files.source(path)
      return source.map { places(in: $0) } ?? []
    }
  }
}
