import Text

/// Finds what an author most likely meant by a word that names nothing.
package enum NearMiss {
  /// The candidate nearest to `word`, or `nil` where none is near enough to be a help.
  ///
  /// Nearness is the number of single-letter slips, a swap of neighbours counted as one
  /// (optimal string alignment), after case and accents are folded; at most a third of the
  /// word's length. Of equals, the first in order wins.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.foldedForComparison.unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let offered = Array(candidate.foldedForComparison.unicodeScalars)
      let limit = max(1, max(wanted.count, min(offered.count, 64)) / 3)
      guard abs(offered.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, offered)
      guard distance <= limit else { continue }
      guard let found = best else {
        best = (distance, candidate)
        continue
      }
      if (distance, candidate) < (found.distance, found.candidate) {
        best = (distance, candidate)
      }
    }
    return best?.candidate
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for (row, leftScalar) in left.enumerated() {
      var current = [row + 1]
      for (column, rightScalar) in right.enumerated() {
        let substitution = previous[column] + (leftScalar == rightScalar ? 0 : 1)
        var cost = min(substitution, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, leftScalar == right[column - 1], left[row - 1] == rightScalar {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }
}
