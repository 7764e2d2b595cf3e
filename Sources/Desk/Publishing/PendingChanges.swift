import Community
import Files
import Publishing

/// What is saved here and not online, sorted by who wrote it.
struct PendingChanges: Sendable {
  let changes: SourceChanges
  /// The files that the desk wrote and nobody has changed since.
  let own: [ChangedSourceFile]
  /// Those that were changed outside of the desk.
  let others: [ChangedSourceFile]

  /// `nil` where it cannot be told.
  static func of(_ site: String, _ notes: DeskNotes) async -> PendingChanges? {
    guard let changes = try? await SourceChanges.ofSite(at: site) else { return nil }
    let written = notes.writtenFiles
    let tree = try? LocalFileTree(site)
    let own = changes.files.filter { file in
      guard let mark = written[file.path.description] else { return false }
      let bytes = try? tree?.bytes(of: file.path, atMost: 64 * 1024 * 1024)
      return DeskNotes.mark(of: bytes) == mark && (bytes == nil) == (file.kind == .removed)
    }
    let names = Set(own.map(\.path))
    return PendingChanges(
      changes: changes, own: own, others: changes.files.filter { !names.contains($0.path) })
  }

  /// Whether nothing waits, and all that is kept is at the git host.
  var isOnline: Bool { changes.standing == .online && changes.files.isEmpty }

  /// How many things wait: files, or commits that were never sent.
  var count: Int {
    switch changes.standing {
    case .unsent(let count), .neverSent(let count): own.count + others.count + count
    default: own.count + others.count
    }
  }
}
