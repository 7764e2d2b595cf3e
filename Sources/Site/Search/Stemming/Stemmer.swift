/// Cuts folded words down to their stems by the rules of one language.
///
/// `templates/assets/search-index.js` has the same few lines; `Tests/site/stems.tsv` tests both.
struct Stemmer: Sendable {
  private let vowels: Set<UInt8>
  private let prefixes: [[UInt8]]
  private let irregular: [[UInt8]: [UInt8]]
  private let initials: [Replacement]
  private let steps: [[Rule]]

  private struct Replacement: Sendable {
    let old: [UInt8]
    let new: [UInt8]
  }

  private struct Rule: Sendable {
    /// So many letters must be left of the word.
    let least: Int
    let ending: [UInt8]
    let replacement: [UInt8]
  }

  init(_ rules: StemmingRules) {
    vowels = Set(rules.vowels.utf8)
    prefixes = rules.prefixes.split(separator: " ").map { Array($0.utf8) }
    irregular = Dictionary(
      pairs(rules.irregular).map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    initials = pairs(rules.initials).map { Replacement(old: $0.old, new: $0.new) }
    steps = rules.steps.map { step in
      pairs(step).map { pair in
        let digit = pair.old.first.flatMap { isDigit($0) ? Int($0) - 0x30 : nil }
        let ending = digit == nil ? pair.old : Array(pair.old.dropFirst())
        return Rule(least: digit ?? 3, ending: ending, replacement: pair.new)
      }
    }
  }

  /// The stem of a word; of what has a digit or a sign in it, the word.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.allSatisfy(isLetter) else { return word }
    var stem = withoutPrefix(word)
    if let known = irregular[stem] { return known }
    for step in steps { apply(step, to: &stem) }
    return stem
  }

  /// The word without what its language puts before words.
  func withoutPrefix(_ word: [UInt8]) -> [UInt8] {
    let prefix = prefixes.first { word.starts(with: $0) && letterCount(word[$0.count...]) >= 3 }
    return prefix.map { Array(word[$0.count...]) } ?? word
  }

  /// What a word may be once its beginning is changed back.
  func unchanged(_ word: [UInt8]) -> [[UInt8]] {
    initials.compactMap { initial in
      guard word.starts(with: initial.old), letterCount(word[initial.old.count...]) >= 2
      else { return nil }
      return initial.new + word[initial.old.count...]
    }
  }

  /// Whether words of the language begin otherwise after other words.
  var changesInitials: Bool { !initials.isEmpty }

  private func apply(_ step: [Rule], to word: inout [UInt8]) {
    for rule in step where hasSuffix(word, rule.ending) {
      let rest = word[..<(word.count - rule.ending.count)]
      guard letterCount(rest) >= rule.least else { continue }
      let changed = rest + rule.replacement
      guard vowels.isEmpty || changed.contains(where: vowels.contains) else { continue }
      word = Array(changed)
      return
    }
  }
}

/// `old>new` pairs, apart by spaces.
private func pairs(_ text: String) -> [(old: [UInt8], new: [UInt8])] {
  text.split(separator: " ").map { pair in
    let sides = pair.split(separator: ">", omittingEmptySubsequences: false)
    return (Array(sides[0].utf8), sides.count > 1 ? Array(sides[1].utf8) : [])
  }
}

private func hasSuffix(_ word: [UInt8], _ ending: [UInt8]) -> Bool {
  guard word.count >= ending.count else { return false }
  var distance = 1
  while distance <= ending.count {
    if word[word.count - distance] != ending[ending.count - distance] { return false }
    distance += 1
  }
  return true
}

/// A letter begins with every byte that does not go on with another (RFC 3629, section 3).
private func letterCount(_ word: ArraySlice<UInt8>) -> Int {
  word.reduce(0) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || byte &- 0x61 < 26 }
