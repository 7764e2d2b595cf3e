package import Diagnostics
package import Files

/// The files that imports have written, as their ledger `content/imports.yml` lists them: an item a
/// line, `- DIGEST DIGEST content/posts/a.md`, in quotes where YAML needs them.
///
/// All else in the ledger is the import's own business.
package struct ImportedPaths: Sendable {
  package private(set) var paths: Set<RelativePath> = []

  package init(_ paths: Set<RelativePath> = []) { self.paths = paths }

  package static let path = RelativePath(fixed: "content/imports.yml")

  /// The largest ledger that is read, in bytes.
  package static let largest = 16 * 1024 * 1024

  package init(_ source: SourceText) {
    for number in source.lineStarts.indices {
      guard let path = Self.path(in: source.bytes(ofLine: number + 1)) else { continue }
      paths.insert(path)
    }
  }

  /// The path that a line of the ledger lists.
  private static func path(in line: ArraySlice<UInt8>) -> RelativePath? {
    guard let words = line.itemOfLedger else { return nil }
    let parts = words.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, parts[0].utf8.count == 32 else { return nil }
    return try? RelativePath(String(parts[2]))
  }

  /// A ledger in which files have other names or are no longer listed; `nil` where it lists none of
  /// them.
  package static func text(
    of source: SourceText, renaming names: [RelativePath: RelativePath],
    dropping gone: Set<RelativePath>
  ) -> [UInt8]? {
    var text: [UInt8] = []
    var isChanged = false
    for (index, start) in source.lineStarts.enumerated() {
      let line = source.bytes(ofLine: index + 1)
      let end = source.start(ofLine: index + 2) ?? source.bytes.count
      let listed = path(in: line)
      if let listed, gone.contains(listed) {
        isChanged = true
        continue
      }
      let name = Array((listed?.description ?? "").withDoubledQuotes.utf8)
      if let new = listed.flatMap({ names[$0] }), let place = line.lastPlace(of: name) {
        text += source.bytes[start..<place] + new.description.withDoubledQuotes.utf8
        text += source.bytes[(place + name.count)..<end]
        isChanged = true
      } else {
        text += source.bytes[start..<end]
      }
    }
    return isChanged ? text : nil
  }
}

extension ArraySlice<UInt8> {
  /// The words of an item of the ledger, without quotes.
  fileprivate var itemOfLedger: String? {
    let item = drop { $0 == 0x20 }
    guard item.starts(with: "- ".utf8), count < 4096 else { return nil }
    let words = String(decoding: item.dropFirst(2), as: UTF8.self)
    guard words.hasPrefix("'"), words.hasSuffix("'"), words.utf8.count > 1 else { return words }
    return words.dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false)
      .joined(separator: "'")
  }

  /// Where some bytes stand last.
  fileprivate func lastPlace(of words: [UInt8]) -> Int? {
    guard !words.isEmpty, count >= words.count else { return nil }
    return (startIndex...(endIndex - words.count)).last { self[$0...].starts(with: words) }
  }
}

extension String {
  /// As it stands between single quotes; a path with one is written so.
  fileprivate var withDoubledQuotes: String {
    split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
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
        hints: ["take these lines out, and fix what 'handbook check' says of the file"])
    }
  }
}
