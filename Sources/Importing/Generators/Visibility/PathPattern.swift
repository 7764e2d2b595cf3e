/// A pattern of paths, as git's ignore files have it (gitignore(5)) and most tools took it over.
///
/// It works in time that is the length of the pattern times that of the path.
struct PathPattern: Hashable, Sendable {
  /// Whether what matches is kept after all: `!kept.md`.
  let isKept: Bool
  /// Between slashes; `nil` stands for `**`, any folders.
  private let parts: [[UInt8]?]

  /// `nil` for an empty line or a comment.
  init?(_ line: some StringProtocol) {
    var text = line.trimmed
    guard !text.isEmpty, !text.hasPrefix("#"), text.utf8.count <= longestPattern else { return nil }
    isKept = text.hasPrefix("!")
    if isKept { text.removeFirst() }
    if text.hasPrefix("./") { text.removeFirst() }
    while text.hasSuffix("/") { text.removeLast() }
    guard !text.isEmpty else { return nil }
    let isAnchored = text.utf8.contains(UInt8(ascii: "/"))
    var parts: [[UInt8]?] = text.split(separator: "/").map { $0 == "**" ? nil : Array($0.utf8) }
    if !isAnchored { parts.insert(nil, at: 0) }
    self.parts = parts
  }

  /// Whether it names the path, or a folder that the path lies in.
  func matches(_ path: [String]) -> Bool {
    // Which beginnings of the pattern the path so far fits.
    var fitting = reachable(from: [0])
    for part in path {
      let bytes = Array(part.utf8)
      var next: Set<Int> = []
      for position in fitting where position < parts.count {
        guard let own = parts[position] else {
          next.insert(position)
          continue
        }
        if glob(own, matches: bytes) { next.insert(position + 1) }
      }
      fitting = reachable(from: next)
      if fitting.contains(parts.count) { return true }
    }
    return false
  }

  /// Goes past each `**`, which may stand for no folder at all.
  private func reachable(from positions: Set<Int>) -> Set<Int> {
    var all = positions
    for var position in positions {
      while position < parts.count, parts[position] == nil {
        position += 1
        all.insert(position)
      }
    }
    return all
  }
}

private let longestPattern = 1024

/// Whether a name is as a pattern of `*`, `?` and `[a-z]` says.
func glob(_ pattern: [UInt8], matches name: [UInt8]) -> Bool {
  var (position, index) = (0, 0)
  var star: (position: Int, index: Int)?
  while index < name.count {
    if position < pattern.count, pattern[position] == UInt8(ascii: "*") {
      star = (position, index)
      position += 1
    } else if let next = afterOne(pattern, position, matching: name[index]) {
      position = next
      index += 1
    } else if let last = star {
      star = (last.position, last.index + 1)
      (position, index) = (last.position + 1, last.index + 1)
    } else {
      return false
    }
  }
  return pattern[position...].allSatisfy { $0 == UInt8(ascii: "*") }
}

/// Behind the sign of a pattern that stands for this byte; `nil` where it stands for another.
private func afterOne(_ pattern: [UInt8], _ position: Int, matching byte: UInt8) -> Int? {
  guard position < pattern.count else { return nil }
  switch pattern[position] {
  case UInt8(ascii: "?"): return position + 1
  case UInt8(ascii: "["):
    guard let end = pattern[(position + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else {
      return byte == UInt8(ascii: "[") ? position + 1 : nil
    }
    var inside = pattern[(position + 1)..<end]
    let isNegated = inside.first == UInt8(ascii: "!") || inside.first == UInt8(ascii: "^")
    if isNegated { inside.removeFirst() }
    return holds(inside, byte) != isNegated ? end + 1 : nil
  case UInt8(ascii: "\\") where position + 1 < pattern.count:
    return pattern[position + 1] == byte ? position + 2 : nil
  case let own: return own == byte ? position + 1 : nil
  }
}

private func holds(_ set: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
  var index = set.startIndex
  while index < set.endIndex {
    if index + 2 < set.endIndex, set[index + 1] == UInt8(ascii: "-"), set[index] <= set[index + 2] {
      if (set[index]...set[index + 2]).contains(byte) { return true }
      index += 3
    } else {
      if set[index] == byte { return true }
      index += 1
    }
  }
  return false
}

extension [PathPattern] {
  /// The patterns of a text, one a line.
  static func lines(_ text: String) -> [PathPattern] {
    text.split(whereSeparator: \.isNewline).prefix(mostPatterns).compactMap { PathPattern($0) }
  }

  /// Whether the last pattern that names the path leaves it out.
  func leavesOut(_ path: [String]) -> Bool {
    last { $0.matches(path) }.map { !$0.isKept } ?? false
  }
}

private let mostPatterns = 500
