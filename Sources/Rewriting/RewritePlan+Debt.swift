import Build
import Community
import Diagnostics
import Files

extension RewritePlan {
  /// Lets what imports have noted of files follow them: the debt and the ledger of a file that has
  /// another name go along, and what is owed for a line is owed for the line as it reads then.
  ///
  /// Nothing is added where a site has never been imported into. `mayShow` says whether the old
  /// target of a link may stay.
  mutating func takeDebtAlong(
    in files: SiteFiles, keepingFormer mayShow: (String) -> Bool = { _ in true }
  ) {
    let gone = Set(removals.compactMap { try? RelativePath($0) })
    if let (debt, bytes) = files.debtToChange() {
      var changed = debt.renaming(newNames(of: debt.paths)).keepingFormer(where: mayShow)
      for path in gone { changed.removeAll(at: path) }
      for write in writes {
        guard let path = try? RelativePath(write.path), let old = write.old else { continue }
        changed = changed.following(
          SourceText(path: write.path, bytes: old),
          to: SourceText(path: write.path, bytes: write.new),
          at: path)
      }
      if changed.items != debt.items { add(changed.text, over: bytes, at: Debt.path) }
    }
    guard let ledger = files.ledgerOfImports() else { return }
    let names = newNames(of: ImportedPaths(ledger).paths.sorted())
    if let text = ImportedPaths.text(of: ledger, renaming: names, dropping: gone) {
      add(text, over: ledger.bytes, at: ImportedPaths.path)
    }
  }

  private mutating func add(_ new: [UInt8], over old: [UInt8], at path: RelativePath) {
    writes.append(Write(path: path.description, old: old, new: new))
    writes.sort { $0.path < $1.path }
  }

  /// The names that files get.
  private func newNames(of paths: [RelativePath]) -> [RelativePath: RelativePath] {
    var names: [RelativePath: RelativePath] = [:]
    for move in moves {
      for path in paths {
        let old = path.description
        guard old == move.from || old.hasPrefix(move.from + "/") else { continue }
        names[path] = try? RelativePath(move.to + old.dropFirst(move.from.count))
      }
    }
    return names
  }
}
