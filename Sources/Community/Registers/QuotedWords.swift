/// Which of the words of a text stand in quotation marks: what is quoted says nothing of its own.
struct QuotedWords {
  private var quoted: Set<Int> = []

  /// Reads the stretches between white space, the signs around the words included.
  init(_ words: [String]) {
    var index = 0
    while index < words.count {
      let end = Self.end(ofQuoteAt: index, in: words)
      if let end { quoted.formUnion(index...end) }
      index = (end ?? index) + 1
    }
  }

  func contains(_ position: Int) -> Bool { quoted.contains(position) }

  /// The word that closes a quotation, at most forty words on; `nil` where none begins.
  private static func end(ofQuoteAt start: Int, in words: [String]) -> Int? {
    let opening = words[start].unicodeScalars.drop { "([".unicodeScalars.contains($0) }
    guard let sign = opening.first, let closers = closers[sign] else { return nil }
    for index in start..<min(words.count, start + 40) {
      let word = index == start ? opening.dropFirst() : words[index].unicodeScalars[...]
      let end = word.reversed().drop { ".,;:!?)]،؛".unicodeScalars.contains($0) }
      if let last = end.first, closers.unicodeScalars.contains(last) { return index }
    }
    return nil
  }

  private static let closers: [Unicode.Scalar: String] = [
    "\"": "\"", "'": "'", "“": "”“", "„": "“”\"", "‘": "’", "‚": "‘’", "«": "»", "»": "«", "‹": "›",
  ]
}
