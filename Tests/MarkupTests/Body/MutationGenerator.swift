/// Changes documents at random, scalar by scalar: cuts, repeats, joins two, strews in marks.
struct MutationGenerator {
  private var random: SplitMix
  private let documents: [[Unicode.Scalar]]

  init(of documents: [String], seed: UInt64) {
    self.random = SplitMix(seed: seed)
    self.documents = documents.map { Array($0.unicodeScalars) }
  }

  mutating func document() -> String {
    var text = random.pick(documents)
    for _ in 0...random.next(below: 3) { mutate(&text) }
    var document = String.UnicodeScalarView()
    document.append(contentsOf: text)
    return String(document)
  }

  private mutating func mutate(_ text: inout [Unicode.Scalar]) {
    let place = random.next(below: text.count + 1)
    let range = place..<min(text.count, place + 1 + random.next(below: 8))
    switch random.next(below: 7) {
    case 0: text.removeSubrange(range)
    case 1: text.insert(contentsOf: text[range], at: place)
    case 2: text.insert(contentsOf: random.pick(documents), at: place)
    case 3: text = Array(text[..<place]) + random.pick(documents)
    case 4: text.replaceSubrange(range, with: random.pick(Self.marks).unicodeScalars)
    case 5:
      for index in text.indices.reversed() where text[index] == "\n" {
        text.insert(
          contentsOf: random.pick(["> ", "  ", "- ", "\t", "\r"]).unicodeScalars, at: index + 1)
      }
    default: text.insert(contentsOf: random.pick(Self.marks).unicodeScalars, at: place)
    }
  }

  private static let marks = [
    "*", "**", "_", "`", "```", "[", "]", "](", "![", "<", ">", "&", "\\", "#", "-", "- ", "> ",
    "1. ", "\n", "\n\n", "    ", "\t", "\"", "'", "(", ")", ":", "|", "~", "@", "\r\n", "\0", "é",
    "\u{A0}", "[[", "]]", "[^1]", "[ ]",
  ]
}
