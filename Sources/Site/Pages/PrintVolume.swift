package import Community

/// What a page of the print edition holds.
package enum PrintVolume: Hashable, Sendable {
  /// Everything; in a large handbook, the list of volumes.
  case whole
  case kind(EntryKind)

  /// In the order in which a stranger reads a handbook: who we are, what we want, what we did, what
  /// we made, what we say, what came of it, who is in it.
  static let kinds: [EntryKind] = [.page, .goal, .meeting, .resource, .post, .success, .member]

  /// A handbook with more entries is printed in volumes.
  static let longestWhole = 500
}

extension Overview {
  var isPrintedInVolumes: Bool { titles.count > PrintVolume.longestWhole }

  /// The pages of the print edition.
  var printVolumes: [PrintVolume] {
    guard isPrintedInVolumes else { return [.whole] }
    return [.whole] + PrintVolume.kinds.filter { !all($0).isEmpty }.map(PrintVolume.kind)
  }

  /// The entries of a kind as they follow each other in print: minutes and stories as they came,
  /// everything else as its index has it.
  func printed(_ kind: EntryKind) -> [PublishedEntry] {
    switch kind {
    case .meeting, .post, .success: all(kind).reversed()
    case .page, .goal, .resource, .member: all(kind)
    }
  }
}

extension PageContext {
  /// The id of an entry on the page of the print edition that is being made; `nil` where the entry
  /// is not on it, and on all other pages.
  func printedAnchor(of index: EntryIndex) -> String? {
    guard let volume, let id = handbook.entry(index)?.id, isPrinted(id.kind, in: volume) else {
      return nil
    }
    return "\(id.kind.folder)-\(id.name)"
  }

  /// The id of a kind's part, likewise.
  func printedAnchor(of kind: EntryKind) -> String? {
    guard let volume, isPrinted(kind, in: volume), !plan.overview.all(kind).isEmpty else {
      return nil
    }
    return "part-\(kind.folder)"
  }

  private func isPrinted(_ kind: EntryKind, in volume: PrintVolume) -> Bool {
    switch volume {
    case .whole: !plan.overview.isPrintedInVolumes
    case .kind(let own): own == kind
    }
  }
}
