import Build
import Community
import Diagnostics
import Files
import Site

extension Settling {
  /// Puts neutral words into settings that the import would write, where they tell somebody; whether
  /// anything was changed.
  ///
  /// Where that is not enough, the settings stay as they are.
  mutating func settleSettings(_ blocking: [Diagnostic], _ site: SourceSite) -> Bool {
    var hasChanged = false
    let words = site.wordbook.removed(in: nil)
    for position in changes.changes.indices {
      let change = changes.changes[position]
      guard let new = change.new else { continue }
      let found = blocking.filter { $0.location?.path == change.path.description }
      guard !found.isEmpty else { continue }
      hasChanged = true
      let source = SourceText(path: change.path.description, bytes: new)
      var edits = TextEdits()
      for finding in found where finding.severity == .privacy && finding.location?.line != 0 {
        guard let range = finding.location.flatMap({ source.range(of: $0.span) }) else { continue }
        edits.add(range, words.of(finding), finding.detailCount)
      }
      let text = Array(edits.applied(to: new, from: 0).utf8)
      settingsRounds[change.path, default: 0] += 1
      let isOver = text == new || settingsRounds[change.path, default: 0] > 3
      counts += isOver ? SettledCounts() : edits.counts
      changes.changes[position] = ImportChanges.Change(
        change.path, old: change.old, new: isOver ? change.old : text)
    }
    // What stands as it stood is no change.
    changes.changes.removeAll { $0.new == $0.old }
    return hasChanged
  }
}

extension Settling {
  /// What members' files say beside their fields is for nobody where everybody reads the source.
  mutating func takeOutAsides() {
    for index in changes.plan.files.indices {
      guard case .entry(var entry) = changes.plan.files[index].content, entry.id.kind == .member,
        entry.has("extra")
      else { continue }
      entry.replace("extra", by: nil)
      counts[.neutral] += 1
      changes.plan.files[index].content = .entry(entry)
    }
  }
}
