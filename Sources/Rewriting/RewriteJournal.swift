import Files
import Markup
package import Records

/// A change of the sources that has begun, kept in `.handbook/` of the site until all of it is done:
/// what was cut short, by a kill or a closed lid, the next command finishes.
///
/// It holds what is to be written, and of what was there before only fingerprints.
package struct RewriteJournal: Sendable {
  /// The words of the command that began it, such as `rename members/ada ben`.
  package let command: String
  fileprivate let moves: [RewritePlan.Move]
  fileprivate let writes: [PlannedWrite]
  fileprivate let removals: [String]
  fileprivate let emptiedFolders: [String]

  fileprivate static let file = "rewriting"
}

extension RewriteJournal {
  package init(_ plan: RewritePlan, command: String) {
    self.command = command
    moves = plan.moves
    writes = plan.writes.map { write in
      PlannedWrite(path: write.path, old: write.old.map { Fingerprint($0) }, new: write.new)
    }
    removals = plan.removals
    emptiedFolders = plan.emptiedFolders
  }

  /// Makes the changes of a plan, with a journal of them until all are made.
  package static func carryOut(
    _ plan: RewritePlan, command: String, in site: String
  ) throws(RewriteRefusal) {
    RewriteJournal(plan, command: command).begin(in: site)
    defer { CacheFolder(of: site)?.remove(file) }
    try plan.carryOut(in: site)
  }

  /// Notes that the changes have begun.
  ///
  /// While a build holds `.handbook/` nothing is noted, and a kill leaves what it leaves.
  package func begin(in site: String) {
    var record = RecordWriter()
    encode(to: &record)
    let seal = Array(Fingerprint(record.bytes).description.utf8)
    CacheFolder(of: site)?.write(Self.file, record.bytes + seal)
  }

  /// What was cut short in a site; `nil` where nothing was.
  package static func unfinished(in site: String) -> RewriteJournal? {
    guard let bytes = CacheFolder.peek(file, of: site), bytes.count > sealLength,
      Fingerprint(hexadecimal: bytes.suffix(sealLength))
        == Fingerprint(bytes.dropLast(sealLength))
    else { return nil }
    var record = RecordReader(Array(bytes.dropLast(sealLength)))
    return try? RewriteJournal(from: &record)
  }

  /// Does what is left to do.
  ///
  /// A file that is neither as it was nor as it is to be was changed by somebody since: then nothing
  /// more is done.
  package func finish(in site: String) throws(RewriteRefusal) {
    try finishMoves(in: site)
    if let changed = try firstChanged(in: site) {
      throw refusal("'\(site)/\(changed)' was changed since")
    }
    do throws(FileTrouble) {
      let folder = try SiteFolder(site)
      for write in writes { try folder.write(write.new, at: write.path) }
      for path in removals where try !folder.isFree(path) { try folder.remove(path) }
      for path in emptiedFolders { try? folder.removeFolder(path) }
    } catch {
      throw refusal(error.message)
    }
    CacheFolder(of: site)?.remove(Self.file)
  }

  private func finishMoves(in site: String) throws(RewriteRefusal) {
    do throws(FileTrouble) {
      let folder = try SiteFolder(site)
      for move in moves where try !folder.isFree(move.from) {
        try folder.move(move.from, to: move.to)
      }
    } catch {
      throw refusal(error.message)
    }
  }

  /// The path of a file that is neither as it was nor as it is to be.
  private func firstChanged(in site: String) throws(RewriteRefusal) -> String? {
    do throws(FileTrouble) {
      let tree = try LocalFileTree(site)
      return writes.first { $0.isChangedSince(in: tree) }?.path
    } catch {
      throw refusal(error.message)
    }
  }

  private func refusal(_ reason: String) -> RewriteRefusal {
    RewriteRefusal(
      "an earlier 'handbook \(name)' was cut short, and cannot be finished: \(reason)",
      hint:
        "put the file back as git has it, or delete .handbook/\(Self.file) to leave all as it is")
  }

  /// The name of the command that began it.
  package var name: String { String(command.prefix { $0 != " " }) }
}

/// A file that is to be written.
private struct PlannedWrite: Hashable, Sendable {
  let path: String
  /// Of the bytes before; `nil` for a new file.
  let old: Fingerprint?
  let new: [UInt8]

  func isChangedSince(in tree: LocalFileTree) -> Bool {
    guard let place = try? RelativePath(path) else { return true }
    guard let bytes = try? tree.bytes(of: place, atMost: 1 << 24) else { return old != nil }
    return bytes != new && Fingerprint(bytes) != old
  }
}

/// The digits of a fingerprint.
private let sealLength = 32

// MARK: - As a record

extension RewriteJournal: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(command)
    record.write(moves)
    record.write(writes)
    record.write(removals.count)
    for path in removals { record.write(path) }
    record.write(emptiedFolders.count)
    for path in emptiedFolders { record.write(path) }
  }

  /// Only what lies in `content/` is ever changed, whoever wrote the record.
  package init(from record: inout RecordReader) throws(DamagedRecord) {
    command = try record.text()
    moves = try record.list()
    writes = try record.list()
    removals = try record.texts()
    emptiedFolders = try record.texts()
    let paths =
      moves.flatMap { [$0.from, $0.to] } + writes.map(\.path) + removals + emptiedFolders
    guard paths.allSatisfy({ $0.hasPrefix("content/") }) else { throw DamagedRecord() }
  }
}

extension RecordReader {
  fileprivate mutating func texts() throws(DamagedRecord) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }
}

extension RewritePlan.Move: Recorded {
  package func encode(to record: inout RecordWriter) {
    record.write(from)
    record.write(to)
  }

  package init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(from: try record.text(), to: try record.text())
  }
}

extension PlannedWrite: Recorded {
  func encode(to record: inout RecordWriter) {
    record.write(path)
    record.write(old?.description)
    record.write(new)
  }

  init(from record: inout RecordReader) throws(DamagedRecord) {
    path = try record.text()
    old = try record.optionalText().flatMap { Fingerprint(hexadecimal: $0.utf8) }
    new = try record.content()
  }
}
