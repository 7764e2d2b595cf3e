package import Community
package import Files

/// Taking the last import back: what it wrote and nobody has changed since goes, and what it changed
/// is as it was.
package struct TakingBack: Sendable {
  /// The files that go.
  package let removed: [RelativePath]
  /// The files that somebody has changed since: they stay.
  package let kept: [RelativePath]
  /// Files of before the import that are put back.
  package let restored: [BeforeImport.File]
  /// Files that the import changed and somebody after it: they stay as they are.
  package let unrestored: [RelativePath]
  private let ledger: ImportLedger
  /// What the ledger holds while files go.
  private let meanwhile: ImportLedger
  private let debt: [UInt8]?
  private let hasDebt: Bool

  /// - Throws: `UnreadableInput` where there is nothing to take back.
  package init(
    in tree: some FileTree, _ paths: [RelativePath], debt: Debt?, before: BeforeImport?
  ) throws(UnreadableInput) {
    var ledger = try ImportLedger.read(in: tree, paths)
    var meanwhile = ledger
    meanwhile.isUnfinished = true
    self.meanwhile = meanwhile
    guard let run = ledger.runs.popLast() else {
      throw UnreadableInput("no import has written anything here that could be taken back")
    }
    let there = Set(paths)
    let lines = Dictionary(grouping: run.lines.filter { there.contains($0.path) }, by: \.path)
    let isUntouched = lines.mapValues { $0.contains { $0.stands(in: tree) } }
    removed = lines.keys.filter { isUntouched[$0] == true }.sorted()
    kept = lines.keys.filter { isUntouched[$0] == false }.sorted()
    let going = Set(removed)
    let files = before?.source == run.source ? before?.files ?? [] : []
    let isFree: (BeforeImport.File) -> Bool = { file in
      if !there.contains(file.path) { return true }
      if going.contains(file.path) { return true }
      let bytes = try? tree.bytes(of: file.path, atMost: ImportLimits.asset)
      return bytes == file.old || bytes.map { Fingerprint($0) } == file.new
    }
    restored = files.filter(isFree)
    unrestored = files.filter { !isFree($0) }.map(\.path)
    ledger.isUnfinished = false
    self.ledger = ledger
    var left = debt ?? Debt()
    for line in run.lines { left.removeAll(at: line.path) }
    hasDebt = debt != nil
    self.debt = left.isEmpty ? nil : left.text
  }
}

extension TakingBack {
  /// Makes the changes.
  ///
  /// The ledger is written first, with a mark, and last: what is cut short can be run again.
  package func carryOut(in site: SiteFolder) throws(FileTrouble) {
    try site.write(Array(meanwhile.text.utf8), at: ImportLedger.path.description)
    let restoredPaths = Set(restored.map(\.path))
    for path in removed where !restoredPaths.contains(path) { try site.remove(path.description) }
    for file in restored {
      try site.write(file.old, at: file.path.description, makingFolders: true)
    }
    if let debt {
      try site.write(debt, at: Debt.path.description)
    } else if hasDebt {
      try site.remove(Debt.path.description)
    }
    if ledger.runs.isEmpty {
      try site.remove(ImportLedger.path.description)
    } else {
      try site.write(Array(ledger.text.utf8), at: ImportLedger.path.description)
    }
    removeEmptyFolders(in: site)
  }

  private func removeEmptyFolders(in site: SiteFolder) {
    var folders: Set<RelativePath> = []
    for path in removed { folders.formUnion(path.ancestors.filter { $0.parts.count > 1 }) }
    // The deepest first; one that holds something else stays.
    for folder in folders.sorted(by: { $0.parts.count > $1.parts.count }) {
      try? site.removeFolder(folder.description)
    }
  }

  /// What was done, in words; or would be.
  package func report(isDryRun: Bool) -> String {
    let verb = isDryRun ? "would go" : "went"
    var lines = [
      removed.count == 1
        ? "1 file that the last import wrote \(verb)."
        : "\(removed.count) files that the last import wrote \(verb)."
    ]
    if !restored.isEmpty {
      let are = isDryRun ? "would be" : "is"
      lines.append("What was before it \(are) there again:" + list(restored.map(\.path)))
    }
    if !kept.isEmpty {
      lines.append("Somebody has changed these since, so they stay:" + list(kept))
    }
    if !unrestored.isEmpty {
      lines.append(
        "Somebody has changed these since, so they are not put back:" + list(unrestored))
    }
    if isDryRun { lines.append("Nothing was written.") }
    return lines.joined(separator: "\n")
  }

  private func list(_ paths: [RelativePath]) -> String {
    paths.map { "\n  \($0)" }.joined()
  }
}
