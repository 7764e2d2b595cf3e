import Build
package import Community
import Diagnostics
package import Files

/// The files of a site whose list of debt holds all that can be owed of its problems as they are,
/// and whose ledger says that an import wrote every file.
package func owing(
  _ files: [String: String], notes: [RelativePath: [DebtItem.Note]] = [:]
) async throws -> [String: String] {
  let inspection = try await handbook(files)
  var all = files
  all["debt.yml"] = String(
    decoding: try inspection.wholeDebt(notes).text, as: UTF8.self)
  all["imports.yml"] = ledger(of: inspection.files.paths)
  return all
}

/// A ledger that lists some files.
package func ledger(of paths: [RelativePath]) -> String {
  let digest = String(repeating: "0a", count: 16)
  return "imports:\n  - from: hugo \(digest)\n    day: 2026-02-01\n    files:\n"
    + paths.map { "      - \(digest) \(digest) \($0)\n" }.joined()
}

extension Inspection {
  /// All that can be owed of its problems.
  fileprivate func wholeDebt(_ notes: [RelativePath: [DebtItem.Note]]) throws -> Debt {
    var debt = Debt()
    for problem in diagnostics {
      guard let place = problem.location, let path = try? RelativePath(place.path),
        let item = DebtItem(
          of: problem,
          in: files.source(place.path) ?? SourceText(path: place.path, bytes: []))
      else { continue }
      debt.add(item, at: path)
    }
    for (path, notes) in notes {
      guard let source = files.source(path.description) else { continue }
      for item in DebtItem.items(for: notes, in: source) { debt.add(item, at: path) }
    }
    return debt
  }
}
