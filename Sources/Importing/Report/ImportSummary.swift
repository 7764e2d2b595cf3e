import Community
import Diagnostics
import Files

/// What an import tells on a terminal, in some ten lines; the whole is in a file.
package struct ImportSummary: Sendable {
  private let outcome: Settling.Outcome
  private let isDryRun: Bool

  package init(_ outcome: Settling.Outcome, isDryRun: Bool) {
    self.outcome = outcome
    self.isDryRun = isDryRun
  }

  private var plan: ImportPlan { outcome.changes.plan }
}

extension ImportSummary {
  /// The lines, each a sentence or two.
  package var lines: [String] {
    [
      cameIn, earlier, leftOut, unseen, settled, unnamed, owed, stayed, starters,
    ].compactMap(\.self)
  }

  /// The whole report, for a file: what became of each thing that was given, then these lines.
  package var whole: String {
    plan.report(isDryRun: isDryRun) + "\n\n" + lines.joined(separator: "\n") + "\n"
  }

  private var entries: [(entry: EntryText, path: RelativePath)] {
    plan.files.compactMap { file in
      if case .entry(let entry) = file.content { (entry, file.path) } else { nil }
    }
  }

  private var cameIn: String {
    let entries = entries
    let verb = isDryRun ? "would come in" : "came in"
    guard !plan.files.isEmpty else { return "Nothing \(verb)." }
    let kinds = EntryKind.allCases.compactMap { kind -> String? in
      let count = entries.count { $0.entry.id.kind == kind }
      return count == 0 ? nil : counted(count, kind.rawValue, kind.folder)
    }
    let others = plan.files.count - entries.count
    let files = others == 0 ? nil : counted(others, "other file", "other files")
    return "What \(verb): \((kinds + [files].compactMap(\.self)).joined(separator: ", "))."
  }

  private var earlier: String? {
    let standing = outcome.changes.standing
    guard !standing.untouched.isEmpty || !standing.edited.isEmpty || !standing.deleted.isEmpty
    else { return nil }
    let gone = outcome.changes.outdated.count
    let orphans = plan.orphaned(standing)
    let parts = [
      told(plan.files.count { standing.untouched[$0.path] != nil }, "written again"),
      told(gone, "gone to another place or left out now"),
      told(standing.edited.count, "left as somebody changed them"),
      told(standing.deleted.count, "left away as somebody deleted them"),
      told(orphans.count, "kept, though the source has nothing of them any more"),
    ].compactMap(\.self)
    return "Of an earlier import: \(parts.joined(separator: ", "))."
  }

  private func told(_ count: Int, _ words: String) -> String? {
    count == 0 ? nil : "\(count) \(words)"
  }

  private var leftOut: String? {
    let left = plan.lines.filter { $0.fate == .leftOut }
    guard !left.isEmpty else { return nil }
    let reasons = Dictionary(grouping: left) { $0.notes.joined(separator: "; ").withoutPaths }
      .map { (reason: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    let most = reasons.prefix(3).map {
      "\($0.count == 1 ? "once" : "\($0.count) times") '\($0.reason.quotedInput)'"
    }
    let rest = reasons.dropFirst(3).reduce(0) { $0 + $1.count }
    let others = rest == 0 ? "" : ", \(rest) for other reasons"
    return "Left out: \(left.count), \(most.joined(separator: ", "))\(others)."
  }

  /// What the source shows nobody.
  private var unseen: String? {
    let parts = [hidden, comments].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var hidden: String? {
    let drafts = plan.hiddenPages
    guard drafts > 0 else { return nil }
    return drafts == 1
      ? "1 entry is a draft, since the source does not show it to everybody."
      : "\(drafts) entries are drafts, since the source does not show them to everybody."
  }

  private var comments: String? {
    let count = plan.comments
    guard count > 0 else { return nil }
    return count == 1
      ? "1 comment, which the source does not show, was taken out."
      : "\(count) comments, which the source does not show, were taken out."
  }

  private var settled: String? {
    let notes = outcome.counts.notes
    return notes.isEmpty
      ? nil : "To keep people's names and addresses: \(notes.joined(separator: ", "))."
  }

  private var unnamed: String? {
    let count = entries.count { $0.entry.id.kind == .member && !$0.entry.has("consent") }
    guard count > 0 else { return nil }
    return count == 1
      ? "1 member has agreed to nothing yet, and is shown as 'a member'. Ask, then write the consent."
      : "\(count) members have agreed to nothing yet, and are shown as 'a member'. "
        + "Ask, then write their consent."
  }

  private var owed: String? {
    guard !outcome.debt.isEmpty else { return nil }
    let kinds = Dictionary(grouping: outcome.debt.items.values.joined(), by: \.kind)
      .map { (kind: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
    let most = kinds.prefix(4).map { $0.kind.counted($0.count) }
    let rest = kinds.dropFirst(4).reduce(0) { $0 + $1.count }
    let others = rest == 0 ? "" : ", \(rest) of other kinds"
    return
      "To settle some day, and no build waits for it: \(most.joined(separator: ", "))\(others)."
  }

  private var stayed: String? {
    let remaining = outcome.remaining
    guard let first = remaining.first else { return nil }
    let place = first.location.map { " in \($0.path)" } ?? ""
    return remaining.count == 1
      ? "The site cannot be built yet: \(first.summary)\(place). Run 'handbook check'."
      : "The site cannot be built yet: \(remaining.count) things that this import did not write "
        + "stand in the way, the first: \(first.summary)\(place). Run 'handbook check'."
  }

  private var starters: String? {
    let count = outcome.changes.changes.count { $0.new == nil }
    guard count > 0 else { return nil }
    return "\(counted(count, "entry", "entries")) that the handbook began with went, "
      + "since nobody had changed them."
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

extension String {
  /// A reason without what makes it one of its kind: paths and numbers.
  fileprivate var withoutPaths: String {
    split(separator: " ").map { word in
      word.contains("/") ? "…" : word.allSatisfy(\.isNumber) ? "some" : String(word)
    }.joined(separator: " ")
  }
}
