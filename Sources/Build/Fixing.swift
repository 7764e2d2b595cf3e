package import Community
import Diagnostics
package import Files

/// A file in which problems were fixed.
package struct FixedFile: Hashable, Sendable {
  package let path: String
  /// How many places were changed.
  package let count: Int
}

extension Inspection {
  /// Makes the changes that need no decision, file by file, each whole or not at all; also those of
  /// what is owed.
  package func fix(in site: String) throws(FileTrouble) -> [FixedFile] {
    var fixes: [String: [Fix]] = [:]
    for diagnostic in diagnostics + owed.diagnostics {
      guard let fix = diagnostic.fix, let path = diagnostic.location?.path else { continue }
      fixes[path, default: []].append(fix)
    }
    for (path, changes) in self.source?.library.attendanceFixes(files.source) ?? [] {
      fixes[path, default: []] += changes
    }
    let folder = try SiteFolder(site)
    var fixed: [FixedFile] = []
    var debt = owed.debt
    for (path, changes) in fixes.sorted(by: { $0.key < $1.key }) {
      guard let source = files.source(path) else { continue }
      let result = source.fixed(by: changes)
      guard result.count > 0 else { continue }
      try folder.write(result.bytes, at: path)
      fixed.append(FixedFile(path: path, count: result.count))
      guard let place = try? RelativePath(path) else { continue }
      debt = debt.following(source, to: SourceText(path: path, bytes: result.bytes), at: place)
    }
    if debt.items != owed.debt.items, files.debtToChange() != nil {
      try folder.write(debt.text, at: "\(Debt.path)")
    }
    return fixed
  }

  /// Takes what is settled off the list of what is owed, and the list away once it is empty; how
  /// many items went.
  package func closeSettled(in site: String) throws(FileTrouble) -> Int {
    guard owed.settledCount > 0, files.debtToChange() != nil else { return 0 }
    try SiteFolder(site).write(owed.debtWithoutSettled)
    return owed.settledCount
  }
}

extension SiteFolder {
  /// Writes the list of what is owed, or removes it where nothing is.
  package func write(_ debt: Debt) throws(FileTrouble) {
    if debt.isEmpty {
      try remove("\(Debt.path)")
    } else {
      try write(debt.text, at: "\(Debt.path)")
    }
  }
}
