import Build
import Community
import Diagnostics
import Files
import Markup

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
  private(set) var written: [String: [UInt8]] = [:]
  private(set) var removals: Set<String> = []
  private(set) var moves: [RewritePlan.Move] = []
  private(set) var takenDown: Set<String> = []
  private(set) var settings: Set<String> = []
  private var emptiedFolders: [String] = []

  init(site: SourceSite, member: EntryID, words: String, guardText: String) {
    self.site = site
    self.member = member
    self.words = words
    self.guardText = guardText
  }

  private var memberPath: String { "content/members/\(member.name).md" }

  /// The changes as a plan; without the guard the file says only that somebody withdrew.
  func plan(keepingGuard: Bool) -> RewritePlan {
    var plan = RewritePlan()
    plan.moves = moves
    plan.removals = removals.subtracting([memberPath]).sorted()
    plan.emptiedFolders = emptiedFolders
    let text = keepingGuard ? guardText : "---\nstatus: withdrawn\n---\n"
    let files = written.merging([memberPath: Array(text.utf8)]) { $1 }
    plan.writes = files.sorted { $0.key < $1.key }.map { path, bytes in
      let before = moves.first { $0.to == path }?.from ?? path
      return RewritePlan.Write(path: path, old: site.files.source(before)?.bytes, new: bytes)
    }
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

  /// Takes an entry off the site until somebody has reworded it.
  private mutating func takeDown(_ path: String, in trial: SourceSite) {
    guard takenDown.insert(path).inserted, let source = trial.files.source(path) else { return }
    var editor = SourceEditor(source)
    editor.removeFields(["taken_down", "taken_down_notice"])
    editor.insert([
      "taken_down: it names somebody who has left; reword it, then remove this line"
    ])
    written[path] = source.edited(by: editor.edits)
  }
}

// MARK: - Rounds

extension ForgettingDraft {
  /// Mends what names the member, then what that broke, until nothing stands against publishing that
  /// did not stand against it before.
  mutating func settle(over tree: some FileTree, today: CalendarDate) async throws(RewriteRefusal) {
    for round in 0..<3 {
      let trial = try await read(over: tree)
      guard mendNames(in: trial, isFirst: round == 0) else { break }
    }
    let before = try await problems(of: tree, today)
    for _ in 0..<3 {
      let changed = try plan(keepingGuard: true).tree(over: tree)
      let problems = try await problems(of: changed, today)
      let new = problems.filter { problem in !before.contains { $0.isLike(problem) } }
        .filter { $0.location?.path != memberPath }
      guard let first = new.first else { return }
      let trial = try await read(over: tree)
      let mended = new.filter { takeDownWhatCauses($0, in: trial) }
      guard !mended.isEmpty else {
        let place = first.location.map { ", in \($0.path):\($0.line)" } ?? ""
        throw RewriteRefusal(
          "this would break the site: \(first.summary)\(place)", hint: first.hints.first)
      }
    }
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

  private func problems(
    of tree: some FileTree, _ today: CalendarDate
  ) async throws(RewriteRefusal) -> [Diagnostic] {
    var settings = BuildSettings(today: today)
    settings.audience = .members
    settings.includesDrafts = true
    do throws(FileTrouble) {
      return try await Inspection.inspect(tree, settings).diagnostics.filter(\.severity.isBlocking)
    } catch {
      throw RewriteRefusal(error.message)
    }
  }

  /// Whether there was anything to mend.
  private mutating func mendNames(in trial: SourceSite, isFirst: Bool) -> Bool {
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
      let mended =
        isFirst
        ? NeutralMentions(entry, trial.files.source(entry.source), found, search)?
          .text(naming: member.name) : nil
      if let mended { written[entry.source] = mended } else { takeDown(entry.source, in: trial) }
    }
    for finding in search.findingsBesideEntries(trial.files.source) {
      hasFound = mendBesideEntries(finding, in: trial) || hasFound
    }
    return hasFound
  }

  /// Puts neutral words into a setting, or gives a file a name that tells nobody.
  private mutating func mendBesideEntries(_ finding: Diagnostic, in trial: SourceSite) -> Bool {
    guard let place = finding.location else { return false }
    if let asset = trial.library.assets.firstIndex(where: { $0.source.description == place.path }) {
      return rename(asset, in: trial)
    }
    guard let source = trial.files.source(place.path),
      let range = source.range(of: place.span), !range.isEmpty
    else { return false }
    settings.insert(place.path)
    let current = written[place.path].map { SourceText(path: place.path, bytes: $0) } ?? source
    // Several findings of one round: only the first keeps its place, the next round has the others.
    guard current.bytes == source.bytes else { return true }
    written[place.path] = source.edited(by: [SourceEdit(range: range, replacement: words)])
    return true
  }

  private mutating func rename(_ asset: Int, in trial: SourceSite) -> Bool {
    let file = trial.library.assets[asset].source
    let parts = file.description.split(separator: "/")
    guard let name = parts.last else { return false }
    let ending = file.fileExtension.isEmpty ? "" : ".\(file.fileExtension)"
    let taken = Set(trial.files.paths.map(\.description)).union(moves.map(\.to))
    let folder = parts.dropLast().joined(separator: "/")
    var number = 1
    var new = "\(member.name)-file-1\(ending)"
    while taken.contains("\(folder)/\(new)") {
      number += 1
      new = "\(member.name)-file-\(number)\(ending)"
    }
    moves.append(RewritePlan.Move(from: file.description, to: "\(folder)/\(new)"))
    for index in trial.library.indices where trial.isUsed(asset, by: index) {
      let entry = trial.library[index]
      guard
        let source = written[entry.source].map({ SourceText(path: entry.source, bytes: $0) })
          ?? trial.files.source(entry.source)
      else { continue }
      var editor = SourceEditor(source)
      editor.replaceEverywhere(String(name), by: new)
      written[entry.source] = source.edited(by: editor.edits)
    }
    return true
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
    guard trial.library.entries.contains(where: { $0.source == path }) else { return false }
    takeDown(path, in: trial)
    return true
  }
}

extension Diagnostic {
  /// Whether it says the same of the same file, wherever in it.
  fileprivate func isLike(_ other: Diagnostic) -> Bool {
    id == other.id && summary == other.summary && location?.path == other.location?.path
  }
}
