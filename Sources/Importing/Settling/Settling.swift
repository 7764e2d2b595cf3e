package import Build
package import Community
package import Dates
package import Diagnostics
package import Files
import Markup
import Site

/// Makes an import end with a site that can be built: a pure function from what it would write to
/// what it does write, tried on the site in memory.
///
/// Privacy findings are settled, never owed. What is only unfinished is owed. What is neither is kept
/// aside, kept off the site, or left out, in this order.
package struct Settling: Sendable {
  /// What came of it.
  package struct Outcome: Sendable {
    package let changes: ImportChanges
    /// All that the site owes once the import is made.
    package let debt: Debt
    package let counts: SettledCounts
    /// What stands in the way of a build in files that the import does not write.
    package let remaining: [Diagnostic]
  }

  var changes: ImportChanges
  var counts = SettledCounts()
  /// What was done to a file, for the report.
  private var notes: [RelativePath: [String]] = [:]
  /// How often each entry has been settled, so that there is an end.
  private var rounds: [RelativePath: Int] = [:]
  /// The entries that are kept off the site.
  private var setAside: Set<RelativePath> = []
  /// How often settings have been settled.
  var settingsRounds: [RelativePath: Int] = [:]
  /// Files that have got another name.
  var renamed: Set<RelativePath> = []
  /// The positions of the plan's files, by their paths.
  private(set) var index: [String: Int] = [:]
  /// The words that stand in place of what is removed.
  private var wordbook: Wordbook?
  /// The search for withheld names as long as all are known.
  private var search: NameSearch?
  /// Whether everybody can read the source.
  private var isPublic = false

  private init(_ changes: ImportChanges) {
    self.changes = changes
    renewIndex()
  }
}

extension Settling {
  /// Settles an import, on a day, into the site that a tree holds.
  ///
  /// - Throws: `UnreadableInput` where the settings of the site cannot be read, `FileTrouble` where
  ///   its files cannot.
  package static func settle(
    _ changes: ImportChanges, over tree: some FileTree, today: CalendarDate,
    progress: @escaping @Sendable (BuildStage) -> Void = { _ in }
  ) async throws -> Outcome {
    var settling = Settling(changes)
    let before = SiteDebt(in: tree)
    for round in 0..<mostRounds {
      let trial = settling.changes.tree(over: tree, owing: before)
      let inspection = try await Inspection.inspect(
        trial, BuildSettings(today: today), progress: progress)
      guard let site = inspection.source else { throw UnreadableInput.noSettings }
      if round == 0, settling.begin(site) { continue }
      guard settling.settle(inspection.diagnostics, in: site) else {
        return settling.outcome(inspection.diagnostics, before)
      }
    }
    throw UnreadableInput("the import cannot be settled: this is a fault of the tool")
  }

  /// Each entry is settled a few times, kept off the site, then left out: it never takes as many.
  private static let mostRounds = 40

  /// Settles what needs no finding; whether the site has to be looked at again.
  private mutating func begin(_ site: SourceSite) -> Bool {
    let before = changes.plan.files
    search = NameSearch(site.library)
    joinMembers(to: site.library)
    if let search { joinMentions(in: site.library, search) }
    isPublic = site.library.configuration.source == .everyone
    if isPublic { takeOutAsides() }
    return changes.plan.files != before
  }

  func position(of problem: Diagnostic) -> Int? { problem.location.flatMap { index[$0.path] } }

  mutating func renewIndex() {
    index = Dictionary(
      changes.plan.files.enumerated().map { ($1.path.description, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Settles what stands in the way; whether anything was changed.
  private mutating func settle(_ diagnostics: [Diagnostic], in site: SourceSite) -> Bool {
    let blocking = diagnostics.filter(\.severity.isBlocking)
    let isChanged = settleSettings(blocking, site)
    var problems: [Int: [Diagnostic]] = [:]
    for problem in blocking {
      if let position = position(of: problem) { problems[position, default: []].append(problem) }
    }
    problems = withoutOwed(problems)
    guard !problems.isEmpty else { return isChanged }
    if rename(problems, site) { return true }
    // What a member's own file may not say is how their name is known elsewhere: it goes last.
    let isLast = problems.values.joined().allSatisfy { $0.severity != .privacy || $0.tellsOfMember }
    if let known = NameSearch(site.library), !isLast { search = known }
    var withdrawn: [RelativePath: String] = [:]
    for (position, found) in problems.sorted(by: { $0.key < $1.key }) {
      let due = found.filter { isLast || !$0.tellsOfMember }
      guard !due.isEmpty, let reason = settle(position, due, site) else { continue }
      withdrawn[changes.plan.files[position].path] = reason
    }
    withdraw(withdrawn)
    return true
  }

  mutating func withdraw(_ reasons: [RelativePath: String]) {
    guard !reasons.isEmpty else { return }
    counts[.leftOut] += reasons.count
    changes.plan.withdraw(reasons)
    renewIndex()
  }

  /// Settles what was found in one file; why it is left out, where nothing else helps.
  private mutating func settle(
    _ position: Int, _ found: [Diagnostic], _ site: SourceSite
  ) -> String? {
    let path = changes.plan.files[position].path
    guard case .entry(let entry) = changes.plan.files[position].content else {
      return found[0].reasonToLeaveOut
    }
    let round = rounds[path, default: 0]
    rounds[path] = round + 1
    guard round < 2 * Self.mostTries else { return found[0].reasonToLeaveOut }
    let book = wordbook ?? site.wordbook
    wordbook = book
    let words = book.removed(in: entry.language)
    var settled = SettledEntry(
      entry, at: path, words, search, keepsAside: !isPublic || entry.id.kind != .member)
    let privacy = found.filter { $0.severity == .privacy }
    let errors = found.filter { $0.severity != .privacy }
    let left = settled.settle(privacy) + (privacy.isEmpty ? settled.keepAside(errors) : [])
    if !left.isEmpty || round >= Self.mostTries {
      guard setAside.insert(path).inserted else { return found[0].reasonToLeaveOut }
      settled.setAside(because: (left + found)[0].reasonToSetAside)
    }
    counts += settled.counts
    notes[path, default: []] += settled.counts.notes
    changes.plan.files[position].content = .entry(settled.entry)
    return nil
  }

  /// How often an entry is settled before it is kept off the site.
  private static let mostTries = 3
}

// MARK: - Debt

extension Settling {
  /// The problems that may not be owed, and those of the files that owe most where the list would
  /// be longer than it may be.
  private func withoutOwed(_ problems: [Int: [Diagnostic]]) -> [Int: [Diagnostic]] {
    var count = problems.values.joined().count { $0.mayBeOwed }
    var tooMuch: Set<Int> = []
    for (position, found) in problems.sorted(by: { $0.value.count > $1.value.count }) {
      guard count > Debt.mostItems else { break }
      tooMuch.insert(position)
      count -= found.count
    }
    var left: [Int: [Diagnostic]] = [:]
    for (position, found) in problems {
      let due = tooMuch.contains(position) ? found : found.filter { !$0.mayBeOwed }
      if !due.isEmpty { left[position] = due }
    }
    return left
  }

  private func outcome(_ diagnostics: [Diagnostic], _ before: SiteDebt) -> Outcome {
    var debt = before.debt(without: changes)
    for (file, source, problems) in withProblems(diagnostics) {
      // What would stop a build comes first, since the list has an end.
      for problem in problems where problem.severity.isBlocking {
        if let item = DebtItem(of: problem, in: source) { debt.add(item, at: file.path) }
      }
    }
    let lost = Dictionary(grouping: changes.plan.debts, by: \.place)
    for file in changes.plan.files {
      guard let notes = lost[file.path]?.compactMap(DebtItem.Note.init) else { continue }
      let source = SourceText(path: file.path.description, bytes: file.bytes)
      for item in DebtItem.items(for: notes, in: source) { debt.add(item, at: file.path) }
    }
    for (file, source, problems) in withProblems(diagnostics) {
      for problem in problems where !problem.severity.isBlocking {
        if let item = DebtItem(of: problem, in: source) { debt.add(item, at: file.path) }
      }
    }
    var plan = changes.plan
    plan.note(notes)
    let remaining = diagnostics.filter { $0.severity.isBlocking && position(of: $0) == nil }
    return Outcome(
      changes: changes.with(plan), debt: debt.keepingFormer { mayStand($0) }, counts: counts,
      remaining: remaining)
  }

  /// The files of the plan of which something is told, with their texts.
  private func withProblems(
    _ diagnostics: [Diagnostic]
  ) -> [(file: ImportPlan.NewFile, source: SourceText, problems: [Diagnostic])] {
    var found: [Int: [Diagnostic]] = [:]
    for problem in diagnostics {
      if let position = position(of: problem) { found[position, default: []].append(problem) }
    }
    return found.sorted { $0.key < $1.key }.map { position, problems in
      let file = changes.plan.files[position]
      return (file, SourceText(path: file.path.description, bytes: file.bytes), problems)
    }
  }

  /// Whether words of the old site may stand in a file that others read: they name nobody who is
  /// not named here, and tell no address.
  private func mayStand(_ words: String) -> Bool {
    // An address is read as what it stands for, each of its parts as the name of a file, and all of
    // it as words, whatever parts them.
    let read = words.percentDecoded
    let apart = String(read.map { $0.isLetter || $0.isNumber ? $0 : " " })
    let pieces = [words, read, apart].map { (text: Array($0.utf8), line: 1) }
    guard DetailSearch.details(inFile: "", pieces).isEmpty else { return false }
    guard let search else { return true }
    return search.findings(inFile: "", pieces).isEmpty
      && read.split(separator: "/").allSatisfy {
        search.findings(inNameOf: String($0), at: read).isEmpty
      }
  }
}

extension DebtItem.Note {
  fileprivate init?(_ debt: ImportDebt) {
    guard let kind = DebtKind(DiagnosticID(rawValue: debt.kind.rawValue)) else { return nil }
    self.init(kind, words: debt.words, former: debt.former)
  }
}

extension Diagnostic {
  fileprivate var mayBeOwed: Bool {
    severity != .privacy && DebtKind(id).map { $0.standing != .note } == true
      && location.map { Debt.mayBeOwed(by: $0.path) } == true
  }
}

/// What a site owes before an import.
struct SiteDebt: Sendable {
  private let debt: Debt?

  init(in tree: some FileTree) {
    debt = (try? SiteFiles(tree))?.debtToChange()?.debt
  }

  /// The same without what the files owe that an import writes or takes away.
  func debt(without changes: ImportChanges) -> Debt {
    var debt = debt ?? Debt()
    for path in changes.plan.files.map(\.path) + changes.outdated { debt.removeAll(at: path) }
    return debt
  }
}

extension ImportChanges {
  /// The site as it would be, owing what the files owe that the import does not touch.
  fileprivate func tree(over base: some FileTree, owing before: SiteDebt) -> ChangedFileTree {
    let left = before.debt(without: self)
    let tree = tree(over: base)
    return left.isEmpty
      ? ChangedFileTree(tree, written: [:], removed: [Debt.path])
      : ChangedFileTree(tree, written: [Debt.path: left.text])
  }
}

extension UnreadableInput {
  fileprivate static let noSettings = UnreadableInput(
    "content/handbook.yml cannot be read, so nobody knows whether the site can be built")
}

extension SourceSite {
  /// The theme's own words, in the language of the site.
  var wordbook: Wordbook {
    Wordbook.read(ThemeSources(own: []), language: library.configuration.language).value
  }
}

extension EntryText {
  /// The language that the entry says it is in.
  var language: String? {
    if case .text(let code)? = fields.first(where: { $0.key == "lang" })?.value {
      code
    } else {
      nil
    }
  }
}
