import Diagnostics
import Markup
import Text

/// Finds entries by what people call them: ids, old ids, titles, names and other spellings.
package struct NameIndex: Sendable {
  private var byID: [EntryID: EntryIndex] = [:]
  private var byAlias: [EntryID: EntryIndex] = [:]
  /// Ids without their kind.
  private var byBareID: [String: [EntryIndex]] = [:]
  private var byTitle: [String: [EntryIndex]] = [:]
  /// Titles, ids, names and other spellings, with case and accents folded.
  private var byFolded: [String: [EntryIndex]] = [:]
  /// Members by their ids, names and other spellings, folded, with hyphens for spaces.
  private var membersByFolded: [String: [EntryIndex]] = [:]
  private var memberIDs: [(id: String, index: EntryIndex)] = []
  private let ids: [EntryID]
  private let titles: [String]
  private let unread: Set<EntryID>
  /// The positions of members who have withdrawn: no message says their names.
  private let withdrawn: Set<Int>
  /// The positions of members who are not named and have an id that tells nobody who they are: no
  /// message says whose it is.
  private let unnamed: Set<Int>

  init(_ entries: [Entry], unread: Set<EntryID>) {
    ids = entries.map(\.id)
    titles = entries.map(\.workingTitle)
    self.unread = unread
    withdrawn = Set(entries.indices.filter { entries[$0].isWithdrawn })
    unnamed = Set(entries.indices.filter { entries[$0].hidesBehindItsID })
    for (position, entry) in entries.enumerated() {
      add(entry, at: EntryIndex(position))
    }
  }

  private mutating func add(_ entry: Entry, at index: EntryIndex) {
    byID[entry.id] = index
    byBareID[entry.id.name, default: []].append(index)
    byTitle[titles[index.position], default: []].append(index)
    var spellings: Set = [entry.id.name, titles[index.position]]
    for alias in entry.common.aliases {
      let old = EntryID(entry.id.kind, alias.value)
      if byAlias[old] == nil { byAlias[old] = index }
      spellings.insert(alias.value)
    }
    if case .member(let member) = entry.fields {
      spellings.formUnion(member.alsoKnownAs.map(\.value))
      memberIDs.append((entry.id.name, index))
      for spelling in Set(spellings.map(hyphenated)) {
        membersByFolded[spelling, default: []].append(index)
      }
    }
    for spelling in Set(spellings.map(\.foldedForComparison)) {
      byFolded[spelling, default: []].append(index)
    }
  }
}

extension NameIndex {
  /// What a name that somebody wrote leads to.
  package enum Finding: Hashable, Sendable {
    case one(EntryIndex)
    case several([EntryIndex])
    /// An entry whose file could not be read, which is told elsewhere.
    case unread
    case none
  }

  /// The entry with that id or old id.
  package func entry(_ id: EntryID) -> EntryIndex? {
    byID[id] ?? byAlias[id]
  }

  /// What a reference names: an id of `kind`, or `kind/id`, or the one entry with that id.
  package func reference(_ written: String, kind: EntryKind?) -> Finding {
    if let id = qualified(written), kind == nil || kind == id.kind { return finding(id) }
    if let kind { return finding(EntryID(kind, written)) }
    return bare(written)
  }

  /// What `[[name]]` names: an exact id first, then a title, then either with case folded.
  package func link(_ name: String) -> Finding {
    if let id = qualified(name) { return finding(id) }
    let exact = bare(name)
    if exact != .none { return exact }
    if let titled = byTitle[name] { return Finding(titled) }
    return byFolded[name.foldedForComparison].map(Finding.init) ?? .none
  }

  /// Whom `@name` names: an exact id first, then any spelling, else the one member whose id begins
  /// so.
  package func mention(_ name: String) -> Finding {
    if let exact = byID[EntryID(.member, name)] { return .one(exact) }
    let wanted = hyphenated(name)
    if let exact = byID[EntryID(.member, wanted)] { return .one(exact) }
    if let exact = membersByFolded[wanted] { return Finding(exact) }
    let beginning = memberIDs.filter { $0.id.hasPrefix(wanted + "-") }
    if !beginning.isEmpty { return Finding(beginning.map(\.index)) }
    let id = EntryID(.member, wanted)
    return unread.contains(id) ? .unread : .none
  }

  /// Whether no member is called by a mention, so that it may be shown as it is written.
  func isOfNobody(_ mention: Body.Mention) -> Bool { self.mention(mention.name) == .none }

  /// Whether a mention is a spelling of the member's own, not the beginning of their id.
  package func isFullName(_ name: String, of member: EntryIndex) -> Bool {
    membersByFolded[hyphenated(name)]?.contains(member) == true
  }

  /// A hint of the nearest entry to a name that leads nowhere: `did you mean 'ada' (Ada Okafor)?`.
  package func hint(for written: String, kind: EntryKind?) -> String? {
    let bareName = qualified(written)?.name ?? written
    let candidates = ids.indices.filter { kind == nil || ids[$0].kind == kind }
    var words: [String: Int] = [:]
    for position in candidates.reversed() {
      if !unnamed.contains(position) { words[titles[position]] = position }
      words[ids[position].name] = position
    }
    for (spelling, indices) in membersByFolded where kind == nil || kind == .member {
      let position = indices.first { !unnamed.contains($0.position) }?.position
      if words[spelling] == nil { words[spelling] = position }
    }
    guard let nearest = NearMiss.nearest(to: bareName, among: words.keys.sorted()),
      let position = words[nearest]
    else { return nil }
    return "did you mean \(description(of: EntryIndex(position), kind: kind))?"
  }

  /// The same for a mention, which may be the first part of a member's id alone: `@adda` for `@ada`.
  package func hint(forMention written: String) -> String? {
    if let hint = hint(for: written, kind: .member) { return hint }
    var beginnings: [String: EntryIndex] = [:]
    for (id, index) in memberIDs where !EntryID.isNeutral(id) {
      if let first = id.split(separator: "-").first { beginnings[String(first)] = index }
    }
    return NearMiss.nearest(to: written, among: beginnings.keys.sorted())
      .flatMap { beginnings[$0] }.map { "did you mean \(description(of: $0, kind: .member))?" }
  }

  /// Whether a message may say which id somebody has whose name stands in a text.
  func mayTell(idOf index: EntryIndex) -> Bool { !unnamed.contains(index.position) }

  /// Whom one can mean: the ids of members, where they are few enough to be read.
  package var listOfMembers: String? {
    guard !memberIDs.isEmpty, memberIDs.count <= 20 else { return nil }
    return "the members are \(memberIDs.map { "'\($0.id)'" }.joined(separator: ", "))"
  }

  /// An entry as messages name it: `'ada-okafor' (Ada Okafor)`.
  func description(of index: EntryIndex, kind: EntryKind?) -> String {
    let id = ids[index.position]
    let name = kind == nil ? id.description : id.name
    let title = titles[index.position]
    return title == id.name || withdrawn.contains(index.position)
      || unnamed.contains(index.position)
      ? "'\(name)'" : "'\(name)' (\(title.quotedInput))"
  }

  /// The ids of several candidates, for a message that lists them.
  package func list(_ indices: [EntryIndex]) -> String {
    indices.map { "'\(ids[$0.position])'" }.joined(separator: ", ")
  }

  private func qualified(_ written: String) -> EntryID? {
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let kind = EntryKind(folder: parts[0]) ?? EntryKind(rawValue: String(parts[0]))
    else { return nil }
    return EntryID(kind, String(parts[1]))
  }

  private func finding(_ id: EntryID) -> Finding {
    if let index = entry(id) { return .one(index) }
    return unread.contains(id) ? .unread : .none
  }

  private func bare(_ name: String) -> Finding {
    if let indices = byBareID[name] { return Finding(indices) }
    let old = EntryKind.allCases.compactMap { byAlias[EntryID($0, name)] }
    if !old.isEmpty { return Finding(old) }
    return unread.contains { $0.name == name } ? .unread : .none
  }
}

extension NameIndex.Finding {
  fileprivate init(_ indices: [EntryIndex]) {
    self = indices.count == 1 ? .one(indices[0]) : .several(indices)
  }
}

extension Entry {
  /// Whether this is a member who is not named, under an id that tells nobody who it is.
  fileprivate var hidesBehindItsID: Bool {
    guard case .member(let member) = fields else { return false }
    return !member.isNamed && EntryID.isNeutral(id.name)
  }
}

private func hyphenated(_ name: String) -> String {
  Slug.of(name) ?? name.foldedForComparison
}

extension NameIndex {
  /// Old ids that are somebody's id or old id already.
  func aliasProblems(_ entries: [Entry]) -> [Diagnostic] {
    entries.enumerated().flatMap { position, entry in
      entry.common.aliases.compactMap { alias -> Diagnostic? in
        let id = EntryID(entry.id.kind, alias.value)
        let owner = byID[id] ?? byAlias[id]
        guard let owner, owner.position != position || id == entry.id else { return nil }
        return id == entry.id
          ? .aliasOfItself(alias, in: entry)
          : .aliasTaken(alias, in: entry, by: ids[owner.position])
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func aliasOfItself(_ alias: Located<String>, in entry: Entry) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-id", at: entry.location(alias.span),
      "the alias '\(alias.value.quotedInput)' is the entry's own id", hints: ["remove the alias"])
  }

  fileprivate static func aliasTaken(
    _ alias: Located<String>, in entry: Entry, by owner: EntryID
  )
    -> Diagnostic
  {
    Diagnostic(
      .error, "duplicate-id", at: entry.location(alias.span),
      "the alias '\(alias.value.quotedInput)' is taken by '\(owner)'",
      hints: ["remove the alias, or rename the other entry"])
  }
}

extension Entry {
  /// Whether it is a member who has withdrawn.
  var isWithdrawn: Bool {
    if case .member(let member) = fields { member.status == .withdrawn } else { false }
  }
}
