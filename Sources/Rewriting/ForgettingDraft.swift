import Build
import Community
import Dates
import Diagnostics
import Files
import Markup
import Site

/// How often names are looked for again; one round fixes all but what its own changes bring.
private let mostRounds = 10

/// The files of a site while a member is taken out of them, tried in memory round by round until no
/// name is left in what is published.
struct ForgettingDraft {
  let site: SourceSite
  /// The id that stands for them from now on.
  let member: EntryID
  /// The words that stand for them in settings.
  let words: String
  /// Their file with what protects them.
  let guardText: String
  let names: MemberNames
  private(set) var written: [String: [UInt8]] = [:]
  private(set) var removals: Set<String> = []
  private(set) var moves: [RewritePlan.Move] = []
  private(set) var takenDown: Set<String> = []
  private(set) var settings: Set<String> = []
  private var emptiedFolders: [String] = []
  /// Whether their file goes, and the guard on their name with it.
  private(set) var isEntire = false

  init(
    site: SourceSite, member: EntryID, words: String, guardText: String, names: MemberNames
  ) {
    self.site = site
    self.names = names
    self.member = member
    self.words = words
    self.guardText = guardText
  }

  private var memberPath: String { "content/members/\(member.name).md" }

  /// The changes as a plan; without the guard the file says only that somebody withdrew.
  func plan(keepingGuard: Bool) -> RewritePlan {
    var plan = RewritePlan()
    plan.moves = moves
    plan.removals = removals.subtracting(isEntire ? [] : [memberPath]).sorted()
    plan.emptiedFolders = emptiedFolders
    let text = keepingGuard ? guardText : "---\nstatus: withdrawn\n---\n"
    let files = isEntire ? written : written.merging([memberPath: Array(text.utf8)]) { $1 }
    plan.writes = files.sorted { $0.key < $1.key }.map { path, bytes in
      let before = moves.first { $0.to == path }?.from ?? path
      return RewritePlan.Write(path: path, old: site.files.source(before)?.bytes, new: bytes)
    }
    plan.takeDebtAlong(in: site.files) { !names.areHeld(byAddress: $0) }
    return plan
  }
}

// MARK: - Ids and files

extension ForgettingDraft {
  /// Writes the neutral id wherever fields, links and mentions name the member.
  mutating func replaceIDs(of index: EntryIndex, names: MemberNames) {
    let entry = site.library[index]
    let uses = EntryUses(site: site, index: index, newName: member.name, forgotten: names)
    for editor in uses.edits() where editor.source.path != entry.source && !editor.edits.isEmpty {
      written[editor.source.path] = editor.source.edited(by: editor.edits)
    }
    remove([entry.source])
    if entry.source.hasSuffix("/index.md") {
      emptiedFolders.append(String(entry.source.dropLast("/index.md".count)))
    }
  }

  mutating func remove(_ paths: [String]) { removals.formUnion(paths) }

  /// Takes an entry off the site until somebody has fixed it; whether it was there until now.
  private mutating func takeDown(
    _ path: String, because reason: String, in trial: SourceSite
  ) -> Bool {
    guard let source = trial.files.source(path), !takenDown.contains(path),
      var editor = try? YAMLEditor(ofEntry: source),
      (try? editor.takeDown(because: reason)) != nil
    else { return false }
    takenDown.insert(path)
    written[path] = editor.source.bytes
    return true
  }
}

// MARK: - The file itself

extension ForgettingDraft {
  /// Takes their file away too, with all that leads to it, once nothing tells who it was; else the
  /// places that still do, or that no rule can fix.
  mutating func removeFile(
    over tree: some FileTree, today: CalendarDate
  ) async throws(RewriteRefusal) -> [SourceLocation] {
    let trial = try await read(over: tree)
    guard let index = trial.library.names.entry(member) else { return [] }
    let telling = tellingEntries(index, in: trial)
    guard telling.isEmpty else { return telling }
    let removal = ReferenceRemoval(site: trial, index: index, words: words).edits()
    guard removal.left.isEmpty else { return removal.left }
    var entire = self
    for editor in removal.editors where !editor.edits.isEmpty {
      entire.written[editor.source.path] = editor.source.edited(by: editor.edits)
    }
    entire.isEntire = true
    let before = try await inspection(of: plan(keepingGuard: true).tree(over: tree), today)
    let after = try await inspection(of: entire.plan(keepingGuard: true).tree(over: tree), today)
    let new = after.blocking.filter { problem in !before.blocking.contains { $0.isLike(problem) } }
    guard new.isEmpty else { return new.compactMap(\.location) }
    self = entire
    return []
  }

  /// The entries that are off the site because they say who it was.
  private func tellingEntries(_ index: EntryIndex, in trial: SourceSite) -> [SourceLocation] {
    guard let search = NameSearch(trial.library, of: index) else { return [] }
    return trial.library.indices.filter { $0 != index }.compactMap { other in
      search.findings(in: other, trial.files.source).first?.location
    }
  }
}

// MARK: - Rounds

extension ForgettingDraft {
  /// Fixes what names the member, then what that broke, until nothing stands against publishing that
  /// did not stand against it before.
  mutating func settle(over tree: some FileTree, today: CalendarDate) async throws(RewriteRefusal) {
    var round = 0
    while fixNames(in: try await read(over: tree), isFirst: round == 0), round < mostRounds {
      round += 1
    }
    let before = try await inspection(of: tree, today)
    // Each round takes at least one entry down, or ends.
    while true {
      let after = try await inspection(of: plan(keepingGuard: true).tree(over: tree), today)
      let new = after.blocking.filter { problem in
        problem.location?.path != memberPath && !before.blocking.contains { $0.isLike(problem) }
      }
      guard let first = new.first else { return renewRoutes(from: before, to: after) }
      let trial = try await read(over: tree)
      let fixed = fixTheme(new, in: trial) + new.filter { takeDownWhatCauses($0, in: trial) }
      if fixed.isEmpty {
        let place = first.location.map { ", in \($0.path):\($0.line)" } ?? ""
        throw RewriteRefusal(
          "this would break the site: \(first.summary)\(place)", hint: first.hints.first)
      }
    }
  }

  /// Writes the fingerprints of actions and decisions that say it in other words now.
  private mutating func renewRoutes(from before: Inspection, to after: Inspection) {
    guard let old = before.renderer?.plan.routes, let new = after.renderer?.plan.routes else {
      return
    }
    let renewed = after.routes.following(old, to: new).text
    if renewed != after.routes.text { written["\(RoutesLock.path)"] = renewed }
  }

  private func read(over tree: some FileTree) async throws(RewriteRefusal) -> SourceSite {
    let changed = try plan(keepingGuard: true).tree(over: tree)
    let site: SourceSite?
    do throws(FileTrouble) {
      site = try await SourceSite.read(changed)
    } catch {
      throw RewriteRefusal(error.message)
    }
    guard let site else {
      throw RewriteRefusal(
        "content/handbook.yml cannot be read", hint: "run 'handbook check' first")
    }
    return site
  }

  private func inspection(
    of tree: some FileTree, _ today: CalendarDate
  ) async throws(RewriteRefusal) -> Inspection {
    var settings = BuildSettings(today: today)
    settings.audience = .members
    settings.includesDrafts = true
    do throws(FileTrouble) {
      return try await Inspection.inspect(tree, settings)
    } catch {
      throw RewriteRefusal(error.message)
    }
  }

  /// Whether there was anything to fix.
  private mutating func fixNames(in trial: SourceSite, isFirst: Bool) -> Bool {
    guard let index = trial.library.names.entry(member),
      let search = NameSearch(trial.library, of: index)
    else { return false }
    var hasFound = false
    for other in trial.library.indices where other != index {
      let entry = trial.library[other]
      guard entry.common.takenDown == nil else { continue }
      let found = search.findings(in: other, trial.files.source)
      guard !found.isEmpty else { continue }
      hasFound = true
      let fixed =
        isFirst
        ? NeutralMentions(entry, trial.files.source(entry.source), found, search)?
          .text(naming: member.name) : nil
      if let fixed {
        written[entry.source] = fixed
      } else {
        _ = takeDown(
          entry.source,
          because: "it names somebody who has left; reword it, then remove this line", in: trial)
      }
    }
    return fixBesideEntries(search.findingsBesideEntries(trial.files.source), in: trial)
      || hasFound
  }

  /// Puts neutral words into settings, and gives files names that tell nobody; whether any could be
  /// fixed.
  private mutating func fixBesideEntries(
    _ findings: [Diagnostic], in trial: SourceSite
  ) -> Bool {
    let places = Dictionary(grouping: findings.compactMap(\.location), by: \.path)
    let assets = trial.library.assets.indices.filter { asset in
      places[trial.library.assets[asset].source.description] != nil
    }
    for asset in assets { rename(asset, in: trial) }
    // What settings say of a file's name is fixed with the file; the next round has the rest.
    guard assets.isEmpty else { return true }
    var hasFixed = false
    for path in ["content/handbook.yml", "content/tags.yml"] {
      guard let found = places[path], let source = trial.files.source(path) else { continue }
      var editor = SourceEditor(source)
      for range in found.compactMap({ source.range(of: $0.span) }) where !range.isEmpty {
        editor.replace(range, by: substitute(for: range, in: source))
      }
      guard !editor.edits.isEmpty else { continue }
      settings.insert(path)
      written[path] = source.edited(by: editor.edits)
      hasFixed = true
    }
    return hasFixed
  }

  /// Puts neutral words into the site's own templates and strings; the problems that are fixed so.
  private mutating func fixTheme(
    _ problems: [Diagnostic], in trial: SourceSite
  ) -> [Diagnostic] {
    guard let index = trial.library.names.entry(member),
      let names = MemberNames(trial.library[index], at: index)
    else { return [] }
    return problems.filter { problem in
      guard problem.id == "name-in-text", let path = problem.location?.path,
        path.hasPrefix("templates/"), let source = trial.files.source(path)
      else { return false }
      var editor = SourceEditor(source)
      for place in names.places(in: source) {
        if let range = source.range(of: place.span) { editor.replace(range, by: words) }
      }
      guard !editor.edits.isEmpty else { return false }
      settings.insert(path)
      written[path] = source.edited(by: editor.edits)
      return true
    }
  }

  /// What stands for a name at a place of the settings: the id where it is part of an id or an
  /// address, words where it is words.
  private func substitute(for range: Range<Int>, in source: SourceText) -> String {
    let isPartOfID: (Int) -> Bool = { index in
      source.bytes.indices.contains(index) && "-@./_".utf8.contains(source.bytes[index])
    }
    let hasSpace = source.bytes[range].contains(0x20)
    let isSlug = !hasSpace && source.bytes[range].contains(UInt8(ascii: "-"))
    return isSlug || isPartOfID(range.lowerBound - 1) || isPartOfID(range.upperBound) && !hasSpace
      ? member.name : words
  }

  /// Moves a file, with the folders below `assets/` or its entry that tell the name, to a name that
  /// tells nobody, and fixes what leads to it.
  private mutating func rename(_ asset: Int, in trial: SourceSite) {
    let file = trial.library.assets[asset]
    let old = file.address.parts.dropFirst(file.owner == nil ? 1 : 2).joined(separator: "/")
    let folder = file.source.description.dropLast(old.count)
    let ending = file.source.fileExtension.isEmpty ? "" : ".\(file.source.fileExtension)"
    let taken = Set(trial.files.paths.map(\.description)).union(moves.map(\.to))
    var number = 1
    var new: String { "\(member.name)-file-\(number)\(ending)" }
    while taken.contains(folder + new) { number += 1 }
    moves.append(RewritePlan.Move(from: file.source.description, to: folder + new))
    let users = trial.library.indices.filter { trial.isUsed(asset, by: $0) }
    for path in users.map({ trial.library[$0].source }) + ["content/handbook.yml"] {
      let bytes = written[path] ?? trial.files.source(path)?.bytes
      guard let source = bytes.map({ SourceText(path: path, bytes: $0) }) else { continue }
      var editor = SourceEditor(source)
      editor.replaceEverywhere(old, by: new)
      if !editor.edits.isEmpty { written[path] = source.edited(by: editor.edits) }
    }
  }

  /// Takes down the entry that a problem stands in, or whose cited words changed.
  private mutating func takeDownWhatCauses(_ problem: Diagnostic, in trial: SourceSite) -> Bool {
    guard let place = problem.location else { return false }
    var path = place.path
    if path == "content/routes.lock", let line = trial.files.line(path, place.line) {
      let page = line.prefix { $0 != "#" && $0 != " " }.split(separator: "/").map(String.init)
      guard page.count == 2, let kind = EntryKind(folder: Substring(page[0])),
        let index = trial.library.names.entry(
          EntryID(kind, String(page[1].dropLast(".html".count))))
      else { return false }
      path = trial.library[index].source
    }
    if let asset = trial.library.assets.firstIndex(where: { $0.source.description == path }) {
      return withholdFile(asset, in: trial)
    }
    guard trial.library.entries.contains(where: { $0.source == path }) else { return false }
    return takeDown(
      path,
      because:
        "it leads to, or says, what changed when somebody left; fix it, then remove this line",
      in: trial)
  }
}

extension ForgettingDraft {
  /// Keeps a file that names somebody off the site: what leads to it is taken down, and what nothing
  /// leads to is removed, since no rule can reword a file of any kind.
  private mutating func withholdFile(_ asset: Int, in trial: SourceSite) -> Bool {
    let path = trial.library.assets[asset].source.description
    let users = trial.library.indices.filter {
      trial.library[$0].common.takenDown == nil && trial.isUsed(asset, by: $0)
    }
    guard !users.isEmpty else {
      let isNew = !removals.contains(path)
      remove([path])
      return isNew
    }
    return users.reduce(false) { hasTakenDown, user in
      let isDone = takeDown(
        trial.library[user].source,
        because:
          "a file that it leads to names somebody who has left; fix that, then remove this line",
        in: trial)
      return isDone || hasTakenDown
    }
  }
}

extension Inspection {
  fileprivate var blocking: [Diagnostic] { diagnostics.filter(\.severity.isBlocking) }
}

extension Diagnostic {
  /// Whether it says the same of the same file, wherever in it.
  fileprivate func isLike(_ other: Diagnostic) -> Bool {
    id == other.id && summary == other.summary && location?.path == other.location?.path
  }
}
