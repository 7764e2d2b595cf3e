/// The problems of a run in the order they are printed, floods folded.
struct Listing {
  /// How many of one id are shown before the rest are only counted.
  static let shownOfOneID = 10

  private(set) var shown: [Diagnostic] = []
  /// The ids of which more were found than are shown, and how many more, in order of appearance.
  private(set) var folded: [(id: DiagnosticID, count: Int)] = []

  init(_ diagnostics: [Diagnostic], isComplete: Bool) {
    var counts: [DiagnosticID: Int] = [:]
    for diagnostic in diagnostics.sorted(by: precedes) {
      let count = counts[diagnostic.id, default: 0] + 1
      counts[diagnostic.id] = count
      if isComplete || count <= Self.shownOfOneID {
        shown.append(diagnostic)
      } else if let index = folded.firstIndex(where: { $0.id == diagnostic.id }) {
        folded[index].count += 1
      } else {
        folded.append((diagnostic.id, 1))
      }
    }
  }
}

/// By place, what has none last; then by id and words, so that a report never depends on the order
/// in which files were read.
private func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
  switch (left.location, right.location) {
  case (nil, .some): return false
  case (.some, nil): return true
  case (.some(let first), .some(let second)) where first < second || second < first:
    return first < second
  default: return (left.id.rawValue, left.summary) < (right.id.rawValue, right.summary)
  }
}

/// A path as the reader of a report can open it: below the site's folder as it was typed.
func printedPath(_ path: String, below prefix: String) -> String {
  if prefix.isEmpty || prefix == "." || prefix == "./" { return path.visible }
  return (prefix.utf8.last == UInt8(ascii: "/") ? prefix + path : "\(prefix)/\(path)").visible
}
