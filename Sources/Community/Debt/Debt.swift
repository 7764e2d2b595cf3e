package import Diagnostics
package import Files

/// What a community that moved in has not settled yet, as `content/debt.yml` keeps it: by the path
/// of the entry, item by item.
///
/// Only an import adds to it. What is listed and reads as it read stops nothing; whatever is new is
/// held to every rule.
package struct Debt: Hashable, Sendable {
  /// By the path of the file that owes them, in the order in which they were noted.
  package private(set) var items: [RelativePath: [DebtItem]] = [:]
  package private(set) var count = 0
  /// The line of the list at which each path stands, where it was read from a file.
  package internal(set) var lines: [RelativePath: Int] = [:]

  package init() {}

  package static let path = RelativePath(fixed: "content/debt.yml")

  /// The most items that a list holds; what is above is not added.
  package static let mostItems = 20_000

  /// The largest list that is read, in bytes.
  package static let largest = 4 * 1024 * 1024

  package var isEmpty: Bool { count == 0 }

  /// Whether a file may owe anything: an entry or a file of one, and never the settings.
  package static func mayBeOwed(by path: String) -> Bool {
    path.hasPrefix("content/") && path.utf8.count { $0 == UInt8(ascii: "/") } > 1
  }

  /// The paths that owe something, sorted.
  package var paths: [RelativePath] { items.keys.sorted() }

  /// Adds an item; whether there was room for it.
  @discardableResult
  package mutating func add(_ item: DebtItem, at path: RelativePath) -> Bool {
    guard count < Self.mostItems else { return false }
    items[path, default: []].append(item)
    count += 1
    return true
  }

  /// Takes out as many items as are given, each once.
  package mutating func remove(_ settled: [DebtItem], at path: RelativePath) {
    guard let listed = items[path] else { return }
    var wanted = Dictionary(settled.map { ($0, 1) }, uniquingKeysWith: +)
    let kept = listed.filter { item in
      guard let count = wanted[item], count > 0 else { return true }
      wanted[item] = count - 1
      return false
    }
    count -= listed.count - kept.count
    items[path] = kept.isEmpty ? nil : kept
  }

  /// Takes out all that a file owes.
  package mutating func removeAll(at path: RelativePath) {
    count -= items.removeValue(forKey: path)?.count ?? 0
  }

  /// The same without what stood in the old site wherever that is not for everybody.
  package func keepingFormer(where mayShow: (String) -> Bool) -> Debt {
    var kept = self
    kept.items = items.mapValues { items in
      items.map { item in
        guard let former = item.former, !mayShow(former) else { return item }
        return DebtItem(item.kind, line: item.line)
      }
    }
    return kept
  }

  /// The same where files have other names.
  package func renaming(_ names: [RelativePath: RelativePath]) -> Debt {
    var renamed = self
    renamed.items = [:]
    for (path, items) in items { renamed.items[names[path] ?? path, default: []] += items }
    renamed.lines = [:]
    return renamed
  }

  /// The same after a command has changed lines of a file: what was owed for a line is owed for the
  /// line that took its place.
  package func following(_ old: SourceText, to new: SourceText, at path: RelativePath) -> Debt {
    guard let owed = items[path] else { return self }
    let renewed = newDigests(of: old, in: new)
    var followed = self
    followed.items[path] = owed.map { item in
      guard let line = item.line.flatMap({ renewed[$0] }) else { return item }
      return DebtItem(item.kind, line: line, former: item.former)
    }
    return followed
  }
}

/// The digests of lines that were changed, with those of the lines in their places.
///
/// Where lines were put in or taken out too, they are paired from the end: a command adds fields,
/// which stand above the text.
private func newDigests(of old: SourceText, in new: SourceText) -> [LineDigest: LineDigest] {
  let before = old.lineStarts.indices.map { old.digest(ofLine: $0 + 1) }
  let after = new.lineStarts.indices.map { new.digest(ofLine: $0 + 1) }
  let difference = after.difference(from: before)
  var renewed: [LineDigest: LineDigest] = [:]
  for (gone, come) in zip(difference.removals.reversed(), difference.insertions.reversed()) {
    guard case .remove(_, let old, _) = gone, case .insert(_, let new, _) = come else { continue }
    renewed[old] = new
  }
  return renewed
}
