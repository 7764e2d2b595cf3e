package import Diagnostics
package import Files

/// The files that imports have written, as the ledger `content/imports.yml` lists them: the keys
/// below `entries:`, each on a line of its own, indented by two spaces.
///
/// What stands below a key is the import's own business.
package struct ImportedPaths: Sendable {
  package private(set) var paths: Set<RelativePath> = []

  package init(_ paths: Set<RelativePath> = []) { self.paths = paths }

  package static let path = RelativePath(fixed: "content/imports.yml")

  /// The largest ledger that is read, in bytes.
  package static let largest = 16 * 1024 * 1024

  package init(_ source: SourceText) {
    var isAmongEntries = false
    for number in source.lineStarts.indices {
      let line = source.bytes(ofLine: number + 1)
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      if first != 0x20 {
        isAmongEntries = line.starts(with: "entries:".utf8)
      } else if isAmongEntries, let key = line.keyOfDebt, let path = try? RelativePath(key) {
        paths.insert(path)
      }
    }
  }
}

extension Debt {
  /// An error for each path that owes something though no import wrote it.
  package func notImported(by ledger: ImportedPaths) -> [Diagnostic] {
    paths.filter { path in
      !ledger.paths.contains(path) || !Self.mayBeOwed(by: path.description)
    }.map { path in
      Diagnostic(
        .error, "debt-not-imported",
        at: SourceLocation(path: Self.path.description, line: lines[path] ?? 0),
        "no import wrote '\(path.description.quotedInput)', so it cannot owe anything",
        because: "Only what a community brought along may wait; what is new is held to every rule.",
        hints: ["take these lines out, and mend what 'handbook check' says of the entry"])
    }
  }
}
