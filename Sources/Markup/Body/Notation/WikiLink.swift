/// What stands in `[[target#anchor|label]]`.
struct WikiLink: Hashable {
  /// The id, `kind/id` or title before any `#` and `|`; empty in `[[#use]]`.
  let target: String
  /// The slug of what stands after the `#`.
  let anchor: String?
  /// The words to show, where they are given.
  let label: String?

  /// Reads the author's bytes, brackets included.
  init(_ written: some BidirectionalCollection<UInt8>) {
    let inner = written.dropFirst(2).dropLast(2)
    var goal = inner[...]
    var label: String?
    if let bar = inner.firstIndex(of: UInt8(ascii: "|")) {
      goal = inner[..<bar]
      // In a table other tools ask for `[[target\|label]]`.
      if goal.last == UInt8(ascii: "\\") { goal = goal.dropLast() }
      let words = trimmed(inner[inner.index(after: bar)...])
      label = words.isEmpty ? nil : words
    }
    self.label = label
    (target, anchor) = Self.split(trimmed(goal))
  }

  /// Parts a target at the `#` that begins an anchor; the one of `C# basics` or of `C#` does not.
  private static func split(_ goal: String) -> (target: String, anchor: String?) {
    guard let hash = goal.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (goal, nil) }
    let rest = goal[goal.utf8.index(after: hash)...]
    guard let first = rest.utf8.first, first != UInt8(ascii: " ") else { return (goal, nil) }
    return (trimmed(goal[..<hash].utf8), HeadingSlugs.slug(of: String(rest)))
  }

  /// Where the link that starts at `start` ends; `nil` where none starts.
  ///
  /// Nothing inside may be a `[`, a `]`, a backtick, a `<` or a line break. `[[1]](…)` and
  /// `[[1]][…]` are left to CommonMark, which has links of that form.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start + 4 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    var index = start + 2
    var isBlank = true
    while index + 1 < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "]"):
        guard bytes[index + 1] == UInt8(ascii: "]"), !isBlank else { return nil }
        return isFollowedByLink(bytes, index + 2) ? nil : index + 2
      case UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "<"), 0x0A, 0x0D: return nil
      case UInt8(ascii: "|"): if isBlank { return nil }
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: isBlank = false
      }
      index += 1
    }
    return nil
  }

  private static func isFollowedByLink(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "(") { return true }
    guard bytes[index] == UInt8(ascii: "["), index + 1 < bytes.count else { return false }
    return bytes[index + 1] != UInt8(ascii: "[")
  }
}

private func trimmed(_ bytes: some Collection<UInt8>) -> String {
  String(Substring(String(decoding: bytes, as: UTF8.self).utf8.trimmingSpaces))
}
