package import Markup

/// Stretches of a text that no page shows, since it says them elsewhere: `due 2026-03-01 goal:talk`
/// behind an action.
package struct ProseCuts: Sendable {
  /// In order; none touches another.
  private let ranges: [ProseRange]

  package static let none = ProseCuts([])

  package init(_ ranges: [ProseRange]) {
    var joined: [ProseRange] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    self.ranges = joined
  }

  /// A stretch that is shown.
  package struct Part: Hashable, Sendable {
    package let range: ProseRange
    /// Whether a name or a title at its very start belongs to it, and not to what is left out
    /// before it.
    package let hasHolesAtStart: Bool
  }

  /// What is shown of a stretch, in order.
  package func parts(of range: ProseRange) -> [Part] {
    var parts: [Part] = []
    var start = range.lowerBound
    var isAfterCut = false
    for cut in ranges[firstRange(endingFrom: range.lowerBound)...] {
      if cut.lowerBound < range.lowerBound {
        if range.upperBound <= cut.upperBound { return [] }
      } else if cut.lowerBound >= range.upperBound {
        break
      } else {
        parts.append(Part(range: start..<cut.lowerBound, hasHolesAtStart: !isAfterCut))
      }
      start = cut.upperBound
      isAfterCut = true
    }
    if start < range.upperBound || !isAfterCut {
      parts.append(Part(range: start..<range.upperBound, hasHolesAtStart: !isAfterCut))
    }
    return parts
  }

  /// Whether the byte at an offset is left out.
  package func contains(_ offset: Int32) -> Bool {
    let index = firstRange(endingFrom: offset + 1)
    return index < ranges.count && ranges[index].lowerBound <= offset
  }

  /// The first of the ranges that ends at an offset or after it.
  private func firstRange(endingFrom offset: Int32) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
