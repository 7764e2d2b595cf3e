package import Community

/// What a page of the print edition holds.
package enum PrintVolume: Hashable, Sendable {
  /// Everything, or in a large handbook the list of volumes.
  case whole
  /// Entries of a kind, at most as many as a browser can lay out; parts are counted from 1.
  case kind(EntryKind, part: Int)

  /// The most entries of a volume; a handbook with more is printed in volumes.
  static let longest = 500

  /// Which entries of a kind, as they follow each other in print, a part holds.
  static func places(ofPart part: Int, among count: Int) -> Range<Int> {
    let start = min((part - 1) * longest, count)
    return start..<min(start + longest, count)
  }
}

extension Overview {
  var isPrintedInVolumes: Bool { titles.count > PrintVolume.longest }

  /// The pages of the print edition.
  var printVolumes: [PrintVolume] {
    guard isPrintedInVolumes else { return [.whole] }
    let volumes = EntryKind.inPrint.filter { !all($0).isEmpty }.flatMap { kind in
      (1...printedParts(of: kind)).map { PrintVolume.kind(kind, part: $0) }
    }
    return [.whole] + volumes
  }

  /// How many volumes the entries of a kind fill.
  func printedParts(of kind: EntryKind) -> Int {
    max(1, (all(kind).count + PrintVolume.longest - 1) / PrintVolume.longest)
  }

  /// The entries of a kind that a volume holds, in their order in print.
  ///
  /// What an index lists newest first is printed as it happened, the oldest first. Everything else
  /// has the order of its index.
  func printed(_ kind: EntryKind, in volume: PrintVolume) -> [PublishedEntry] {
    let all = all(kind)
    let places =
      switch volume {
      case .whole: isPrintedInVolumes ? 0..<0 : all.indices
      case .kind(let own, let part):
        own == kind ? PrintVolume.places(ofPart: part, among: all.count) : 0..<0
      }
    switch kind.presentation.order {
    case .newestFirst:
      return all[(all.count - places.upperBound)..<(all.count - places.lowerBound)].reversed()
    case .byTitle, .byDueDate: return Array(all[places])
    }
  }
}

extension PageContext {
  /// The anchor of an entry on a page of the print edition; `nil` where the page does not hold it.
  func printedAnchor(of index: EntryIndex) -> String? {
    guard printedEntries.contains(index), let id = handbook.entry(index)?.id else { return nil }
    return "\(id.kind.folder)-\(id.name)"
  }

  /// The anchor of a kind's part, likewise.
  func printedAnchor(of kind: EntryKind) -> String? {
    guard let volume, isPrinted(kind, in: volume), !plan.overview.all(kind).isEmpty else {
      return nil
    }
    return "part-\(kind.folder)"
  }

  private func isPrinted(_ kind: EntryKind, in volume: PrintVolume) -> Bool {
    switch volume {
    case .whole: !plan.overview.isPrintedInVolumes
    case .kind(let own, _): own == kind
    }
  }
}
