/// Replacements in a text, none of which overlap: of two that do, the longer one stands.
struct TextEdits {
  private var edits: [(range: Range<Int>, new: String, kind: SettledCounts.Kind)] = []

  mutating func add(_ range: Range<Int>, _ new: String, _ kind: SettledCounts.Kind) {
    let overlapping = edits.filter { $0.range.overlaps(range) || $0.range == range }
    guard overlapping.allSatisfy({ $0.range.count < range.count }) else { return }
    edits.removeAll { $0.range.overlaps(range) || $0.range == range }
    edits.append((range, new, kind))
  }

  /// How many there are of each kind.
  var counts: SettledCounts {
    edits.reduce(into: SettledCounts()) { $0[$1.kind] += 1 }
  }

  /// What follows a byte of the text, with the replacements made.
  func applied(to bytes: [UInt8], from start: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var next = start
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard edit.range.lowerBound >= next else { continue }
      text += bytes[next..<edit.range.lowerBound]
      text += edit.new.utf8
      next = edit.range.upperBound
    }
    text += bytes[min(next, bytes.count)...]
    return String(decoding: text, as: UTF8.self)
  }
}
