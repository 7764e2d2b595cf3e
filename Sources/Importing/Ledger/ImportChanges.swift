package import Community
package import Dates
package import Files

/// All that an import changes in a site: made in full before the first file is touched.
package struct ImportChanges: Sendable {
  /// A file of the site's own that is written again, or goes.
  package struct Change: Hashable, Sendable {
    package let path: RelativePath
    package let old: [UInt8]
    /// `nil` where it goes.
    package let new: [UInt8]?

    package init(_ path: RelativePath, old: [UInt8], new: [UInt8]?) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  package internal(set) var plan: ImportPlan
  package let standing: ImportStanding
  /// Settings that are written again, and starter entries that go.
  package internal(set) var changes: [Change]
  let day: CalendarDate

  package init(
    _ plan: ImportPlan, _ standing: ImportStanding, changes: [Change] = [], on day: CalendarDate
  ) {
    self.plan = plan.following(standing)
    self.standing = standing
    self.changes = changes
    self.day = day
  }

  func with(_ plan: ImportPlan) -> ImportChanges {
    var changes = self
    changes.plan = plan
    return changes
  }

  /// The same import with every entry that the handbook began with; `nil` where none would go.
  package var keepingStarters: ImportChanges? {
    guard changes.contains(where: { $0.new == nil }) else { return nil }
    var kept = self
    kept.changes = []
    return kept
  }

  /// Files of the site's own that go: where the import writes another in its place, that stays.
  private var removals: [RelativePath] {
    let planned = Set(plan.files.map(\.path))
    return changes.filter { $0.new == nil && !planned.contains($0.path) }.map(\.path)
  }

  /// The bytes of what the import writes in the place of a file of the site's own; `nil` where the
  /// file goes.
  func replacement(of change: Change) -> [UInt8]? {
    change.new ?? plan.files.first { $0.path == change.path }?.bytes
  }

  /// Files of earlier imports that go.
  package var outdated: [RelativePath] { plan.outdated(standing) }
}

extension ImportChanges {
  /// The site as it would be.
  package func tree(over base: some FileTree) -> ChangedFileTree {
    var written = Dictionary(
      plan.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    for change in changes where change.new != nil { written[change.path] = change.new }
    let gone = outdated + removals
    return ChangedFileTree(base, written: written, removed: Set(gone))
  }

  /// What the ledger holds once all is done.
  package var ledger: ImportLedger {
    var ledger = standing.ledger
    let kept = keptLines
    ledger.isUnfinished = false
    ledger.runs.removeAll { $0.source == standing.source.key }
    let lines = plan.files.map { file in
      ImportLedger.Line(
        file.path, written: Fingerprint(file.bytes), source: standing.source.digest(of: file))
    }
    ledger.runs.append(ImportLedger.Run(standing.source.key, on: day, kept + lines))
    return ledger
  }

  /// Of earlier imports of the same source: what stays, and what somebody has changed or deleted,
  /// so that the next import leaves it too.
  private var keptLines: [ImportLedger.Line] {
    let gone = Set(outdated).union(plan.files.map(\.path))
    return standing.ledger.lines(of: standing.source.key).filter { !gone.contains($0.key) }
      .flatMap(\.value).sorted { $0.path < $1.path }
  }

  /// What the ledger holds while the files are written: both what stood and what is to stand.
  private var ledgerMeanwhile: ImportLedger {
    var ledger = ledger
    let before = standing.ledger.runs.filter { $0.source == standing.source.key }.flatMap(\.lines)
    let now = Set(ledger.runs.last?.lines ?? [])
    if !ledger.runs.isEmpty {
      ledger.runs[ledger.runs.count - 1].lines += before.filter { !now.contains($0) }
    }
    ledger.isUnfinished = true
    return ledger
  }
}

extension ImportChanges {
  private func mayReplace(_ path: RelativePath) -> Bool {
    standing.untouched[path] != nil || standing.starters.contains(path)
  }

  /// Makes sure, before anything is written, that every file can be: that no link stands in the
  /// place of a folder, and that nothing has the name of a new file.
  package func check(in site: SiteFolder) throws(FileTrouble) {
    for file in plan.files where !mayReplace(file.path) {
      try site.requireFree(file.path.description)
    }
  }

  /// Makes the changes, each file whole.
  ///
  /// The ledger is written first and last. Where the import is cut short in between, the next one
  /// knows every file that this one wrote, and goes on.
  package func write(into site: SiteFolder, debt: Debt) throws(FileTrouble) {
    let outdated = outdated
    guard !plan.files.isEmpty || !outdated.isEmpty || !changes.isEmpty else { return }
    let ledgerPath = ImportLedger.path.description
    try site.write(Array(ledgerMeanwhile.text.utf8), at: ledgerPath)
    for file in plan.files {
      if mayReplace(file.path) {
        try site.write(file.bytes, at: file.path.description)
      } else {
        try site.create(file.bytes, at: file.path.description)
      }
    }
    for path in outdated + removals { try site.remove(path.description) }
    for change in changes {
      if let new = change.new { try site.write(new, at: change.path.description) }
    }
    let hasDebt = try !site.isFree(Debt.path.description)
    if !debt.isEmpty || hasDebt {
      try site.write(debt.text, at: Debt.path.description)
    }
    try site.write(Array(ledger.text.utf8), at: ledgerPath)
    // A folder that holds something else stays.
    for path in outdated + removals {
      if let folder = path.parent, path.parts.count > 3 {
        try? site.removeFolder(folder.description)
      }
    }
  }
}
