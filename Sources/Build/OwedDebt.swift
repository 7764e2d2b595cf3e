package import Community
package import Diagnostics
package import Files

/// What of a site's debt still stands, and what is settled.
package struct OwedDebt: Sendable {
  /// One thing that only an import knew, and where it stands now.
  package struct Note: Hashable, Sendable {
    package let item: DebtItem
    package let place: SourceLocation
  }

  /// The list as it was read.
  package private(set) var debt = Debt()
  /// The problems that are owed, and so are not told.
  package internal(set) var diagnostics: [Diagnostic] = []
  package private(set) var notes: [Note] = []
  /// The items that nothing stands for any more, by path.
  package private(set) var settled: [RelativePath: [DebtItem]] = [:]

  init() {}
}

extension OwedDebt {
  package var sum: DebtSum {
    DebtSum(diagnostics.compactMap { DebtKind($0.id) } + notes.map(\.item.kind))
  }

  /// How many items nothing stands for any more.
  package var settledCount: Int { settled.values.reduce(0) { $0 + $1.count } }

  /// The list without what is settled.
  package var debtWithoutSettled: Debt {
    settled.reduce(into: debt) { $0.remove($1.value, at: $1.key) }
  }
}

extension OwedDebt {
  /// Parts what is owed from the problems of a site.
  ///
  /// A problem is owed where the list has an item of its kind for the line as it reads; an item
  /// stands for one problem. Of a file that could not be read nothing is settled.
  ///
  /// - Returns: The problems that are left, in their order, and the debt.
  static func part(
    _ debt: Debt, from problems: [Diagnostic], in files: SiteFiles, unread: Set<String>
  ) async -> (told: [Diagnostic], debt: OwedDebt) {
    var ofPath: [String: [Int]] = [:]
    for (position, problem) in problems.enumerated() {
      guard let path = problem.location?.path, DebtKind(problem.id) != nil else { continue }
      ofPath[path, default: []].append(position)
    }
    let existing = Set(files.paths)
    let parts = await parallelMap(debt.paths) { [ofPath] path in
      let found = (ofPath[path.description] ?? []).map { ($0, problems[$0]) }
      var part = OwedPart(path, debt.items[path] ?? [], isThere: existing.contains(path))
      part.settle(found, files)
      if unread.contains(path.description) { part.settled = [] }
      return part
    }
    var owed = OwedDebt()
    owed.debt = debt
    var positions: Set<Int> = []
    for part in parts {
      positions.formUnion(part.owed)
      owed.notes += part.notes
      if !part.settled.isEmpty { owed.settled[part.path] = part.settled }
    }
    owed.diagnostics = positions.sorted().map { problems[$0] }
    let told = problems.indices.filter { !positions.contains($0) }.map { problems[$0] }
    return (told, owed)
  }
}

/// What one file owes.
private struct OwedPart: Sendable {
  let path: RelativePath
  private let items: [DebtItem]
  private let isThere: Bool
  /// The positions of the problems that are owed.
  private(set) var owed: [Int] = []
  private(set) var notes: [OwedDebt.Note] = []
  var settled: [DebtItem] = []

  init(_ path: RelativePath, _ items: [DebtItem], isThere: Bool) {
    self.path = path
    self.items = items
    self.isThere = isThere
  }

  mutating func settle(_ problems: [(position: Int, problem: Diagnostic)], _ files: SiteFiles) {
    guard isThere else {
      settled = items
      return
    }
    let needsText = items.contains { $0.line != nil }
    let source =
      (needsText ? files.source(path.description) : nil)
      ?? SourceText(path: path.description, bytes: [])
    settleProblems(problems, in: source)
    settleNotes(in: source)
  }

  private mutating func settleProblems(
    _ problems: [(position: Int, problem: Diagnostic)], in source: SourceText
  ) {
    // The same kind on the same line, whatever stood there before.
    var open: [DebtItem: Int] = [:]
    for item in items where item.kind.standing != .note {
      open[DebtItem(item.kind, line: item.line), default: 0] += 1
    }
    for (position, problem) in problems {
      guard let item = DebtItem(of: problem, in: source), let count = open[item], count > 0
      else { continue }
      open[item] = count - 1
      owed.append(position)
    }
    for item in items where item.kind.standing != .note {
      let key = DebtItem(item.kind, line: item.line)
      guard let count = open[key], count > 0 else { continue }
      open[key] = count - 1
      settled.append(item)
    }
  }

  private mutating func settleNotes(in source: SourceText) {
    let found = items.filter { $0.kind.standing == .note }
    guard !found.isEmpty else { return }
    var lines: [LineDigest: Int] = [:]
    if found.contains(where: { $0.line != nil }) {
      for line in source.lineStarts.indices.reversed() {
        lines[source.digest(ofLine: line + 1)] = line + 1
      }
    }
    for item in found {
      if let digest = item.line, lines[digest] == nil {
        settled.append(item)
      } else {
        let line = item.line.flatMap { lines[$0] }
        notes.append(OwedDebt.Note(item: item, place: source.place(ofLine: line)))
      }
    }
  }
}

extension SourceText {
  fileprivate func place(ofLine line: Int?) -> SourceLocation {
    line.map { location(line: $0) } ?? whole
  }
}
