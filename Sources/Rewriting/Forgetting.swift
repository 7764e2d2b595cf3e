package import Build
package import Community
package import Dates
package import Diagnostics
package import Files
import Markup
import Text

/// What it takes to forget a member: a neutral id wherever theirs stood, neutral words where a text
/// names them, pages off the site that no rule can reword, and a file that keeps what protects them.
package struct Forgetting: Sendable {
  package let from: EntryID
  package let to: EntryID
  package let plan: RewritePlan
  /// Whether the file keeps their names and the fingerprints of their pictures, so that neither can
  /// come back: only where nobody else can read the source.
  package let keepsGuard: Bool
  /// Entries that are off the site until somebody rewords them, by the paths of their files.
  package let takenDown: [String]
  /// Settings in which neutral words stand in place of a name.
  package let settings: [String]
  /// Files of theirs that are deleted.
  package let deleted: [String]
  /// Pictures of theirs that others use too, which are withheld.
  package let withheld: [String]
  /// Open actions that now need an owner.
  package let actions: [SourceLocation]
  /// The roles that they held until now.
  package let roles: [String]
  /// Whether their file goes too, and any guard with it.
  package let isEntire: Bool
  /// Places for which their file had to stay, though it was to go.
  package let inTheWay: [SourceLocation]
}

extension Forgetting {
  /// Plans to forget the member that somebody named by id, name or any other spelling, and tries
  /// the plan in memory: the site that it leaves can be published at once.
  ///
  /// - Parameters:
  ///   - isEntire: Whether their file is to go too, once nothing tells who it was.
  ///   - words: What the site says in place of the name of somebody who has left.
  ///   - today: The day by which the site is tried.
  package static func plan(
    _ written: String, in site: SourceSite, over tree: some FileTree,
    entirely isEntire: Bool = false, words: String, today: CalendarDate
  ) async throws(RewriteRefusal) -> Forgetting {
    let index = try site.member(written)
    let entry = site.library[index]
    guard case .member(let member) = entry.fields, let names = MemberNames(entry, at: index) else {
      throw RewriteRefusal("'\(entry.id)' is no member")
    }
    let newName = EntryID.isNeutral(entry.id.name) ? entry.id.name : site.neutralName
    let pictures = site.pictures(of: index)
    var draft = ForgettingDraft(
      site: site, member: EntryID(.member, newName), words: words,
      guardText: WithdrawnFile(entry, member, pictures: pictures.fingerprints).text, names: names)
    draft.replaceIDs(of: index, names: names)
    draft.remove(pictures.deleted)
    try await draft.settle(over: tree, today: today)
    let inTheWay = isEntire ? try await draft.removeFile(over: tree, today: today) : []
    return Forgetting(
      from: entry.id, to: draft.member, plan: draft.plan(keepingGuard: site.isPrivate),
      keepsGuard: site.isPrivate && !draft.isEntire, takenDown: draft.takenDown.sorted(),
      settings: draft.settings.sorted(), deleted: pictures.deleted,
      withheld: pictures.shared.map { site.library.assets[$0].source.description },
      actions: site.minutes.openActions(of: index, site.library),
      roles: member.roles.filter { $0.to == nil }.map { held in
        site.library.configuration.role(held.role.value)?.title ?? held.role.value
      }, isEntire: draft.isEntire, inTheWay: inTheWay)
  }
}

extension SourceSite {
  fileprivate var isPrivate: Bool { library.configuration.source == .nobodyElse }

  /// What is to become of the files that show a member or lie beside their own.
  fileprivate func pictures(
    of index: EntryIndex
  ) -> (deleted: [String], shared: [Int], fingerprints: [String]) {
    let entry = library[index]
    var own = Set(library.assets.indices.filter { library.assets[$0].owner == entry.id })
    if let photo = attachments[index.position].photo { own.insert(photo) }
    let shared = own.filter { library.assets[$0].owner != entry.id && isUsed($0, besidesBy: index) }
    let isKept = isPrivate ? shared : []
    let photo = attachments[index.position].photo.map { [$0] } ?? []
    return (
      deleted: own.subtracting(isKept).map { library.assets[$0].source.description }.sorted(),
      shared: isKept.sorted(), fingerprints: photo.compactMap(publishedFingerprint)
    )
  }
}

/// What is left of the file of somebody who has withdrawn, where nobody else can read it: whom and
/// what to look for, and nothing of what they had told.
private struct WithdrawnFile {
  let names: [String]
  let familyName: String?
  let pictures: [String]

  init(_ entry: Entry, _ member: Member, pictures: [String]) {
    let ids = [entry.id.name] + entry.common.aliases.map(\.value)
    let written = ([member.name].compactMap(\.self) + member.alsoKnownAs).map(\.value)
    let telling = ids.filter { !EntryID.isNeutral($0) }.map { $0.replacing("-", with: " ") }
    var seen: Set<String> = []
    names = (written + telling).filter { seen.insert($0.foldedForComparison).inserted }
    familyName = member.familyName?.value
    self.pictures = member.withheldPictures.map(\.value) + pictures
  }

  var text: String {
    let others = names.dropFirst().map(\.asYAMLItem).joined(separator: ", ")
    return "---\nstatus: withdrawn\n" + (names.first.map { "name: \($0.asYAML)\n" } ?? "")
      + (familyName.map { "family_name: \($0.asYAML)\n" } ?? "")
      + (names.count > 1 ? "also_known_as: [\(others)]\n" : "")
      + "withheld_pictures: \(pictures.isEmpty ? "none" : "[\(pictures.joined(separator: ", "))]")\n"
      + "---\n"
  }
}

extension SourceSite {
  /// The member that somebody named by id, name or any other spelling.
  package func member(_ written: String) throws(RewriteRefusal) -> EntryIndex {
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
}
