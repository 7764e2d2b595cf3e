import TestSupport

/// A file with front matter in every style that YAML has, and where each value of it stands.
struct RandomYAML {
  /// What the lines of one value are, from behind its colon or hyphen to the end of its last line.
  private(set) var places: [String: Range<Int>] = [:]
  private(set) var bytes: [UInt8] = []
  private var random: TestSupport.SplitMix
  private let lineBreak: String
  private var count = 0
  /// Whether the last line is one of text that goes on over blank lines.
  private var endsInText = false

  init(seed: UInt64) {
    random = TestSupport.SplitMix(seed: seed)
    lineBreak = ["\n", "\n", "\n", "\r\n", "\r"][Int(random.next() % 5)]
    write()
  }

  var body: [UInt8] { Array(text(of: bodyText).utf8) }

  private let bodyText = "# A title\n\n---\n\ntext: more\n- words\n\n...\n"

  private func text(of lines: String) -> String { lines.replacing("\n", with: lineBreak) }

  private mutating func write() {
    if random.chance(0.1) { bytes += [0xEF, 0xBB, 0xBF] }
    line("---")
    for _ in 0..<Int.random(in: 1...6, using: &random) { trivia(0); field("", 0, depth: 0) }
    trivia(0)
    line(random.chance(0.2) ? "..." : random.chance(0.2) ? "---  " : "---")
    bytes += body
  }

  private mutating func line(_ text: String) { add(text + lineBreak) }

  private mutating func add(_ text: String) { bytes += text.utf8 }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  /// Blank lines and comments.
  private mutating func trivia(_ column: Int) {
    // Blank lines below text are lines of it, if it keeps them.
    guard !endsInText else { return }
    while random.chance(0.15) {
      switch Int.random(in: 0...3, using: &random) {
      case 0: line("")
      case 1: line(spaces(min(column, 1)))
      default: line(spaces(column) + "# title: \"not a field")
      }
    }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func endLine() {
    line(random.chance(0.15) ? "  # said: here, [\"it" : random.chance(0.1) ? "  " : "")
  }
}

// MARK: Fields and lists

extension RandomYAML {
  private mutating func field(_ path: String, _ column: Int, depth: Int) {
    endsInText = false
    count += 1
    let name = "key-\(count)"
    add(spaces(column) + pick([name, name, name, "\"\(name)\"", "'\(name)'"]))
    if random.chance(0.05) { add(" ") }
    add(":")
    value(path.isEmpty ? name : "\(path).\(name)", column, depth, isItem: false)
  }

  private mutating func value(_ path: String, _ column: Int, _ depth: Int, isItem: Bool) {
    let start = bytes.count
    endsInText = false
    switch Int.random(in: 0..<(depth < 3 ? 14 : 10), using: &random) {
    case 0: empty()
    case 1...4: scalar(column)
    case 5: block(column)
    case 6: scalarBelow(column)
    case 7, 8:
      add(" ")
      flow(path, column, depth: depth + 1)
      endLine()
    case 9: scalar(column)
    case 10, 11: fields(path, column, depth, isItem)
    default: list(path, column, depth, isItem)
    }
    places[path] = start..<bytes.count
  }

  private mutating func fields(_ path: String, _ column: Int, _ depth: Int, _ isItem: Bool) {
    let isCompact = isItem && random.chance(0.7)
    let inner = column + (isCompact ? 2 : Int.random(in: 1...4, using: &random))
    if !isCompact { endLine() }
    for number in 0..<Int.random(in: 1...3, using: &random) {
      if isCompact, number == 0 {
        count += 1
        add(" key-\(count):")
        value("\(path).key-\(count)", inner, depth + 1, isItem: false)
        continue
      }
      trivia(inner)
      field(path, inner, depth: depth + 1)
    }
  }

  private mutating func list(_ path: String, _ column: Int, _ depth: Int, _ isItem: Bool) {
    let isCompact = isItem && random.chance(0.4)
    let inner = column + (isItem ? 2 : Int.random(in: 0...3, using: &random))
    if !isCompact { endLine() }
    for number in 0..<Int.random(in: 1...4, using: &random) {
      if isCompact, number == 0 {
        add(" -")
      } else {
        trivia(inner)
        add(spaces(inner) + "-")
      }
      value("\(path)[\(number)]", inner, depth + 1, isItem: true)
    }
  }

  private mutating func flow(_ path: String, _ column: Int, depth: Int) {
    let gap = random.chance(0.2) ? lineBreak + spaces(column + 3) : random.chance(0.3) ? " " : ""
    let isList = random.chance(0.7)
    let number = Int.random(in: 0...3, using: &random)
    // `[[id]]` is a link to the reader.
    add(isList ? (bytes.last == UInt8(ascii: "[") ? " [" : "[") : "{")
    for index in 0..<number {
      add(gap)
      if index > 0, gap.isEmpty { add(" ") }
      var inner = "\(path)[\(index)]"
      if !isList {
        count += 1
        add("key-\(count):")
        inner = "\(path).key-\(count)"
      }
      let start = bytes.count
      if !isList { add(" ") }
      if depth < 4, random.chance(0.2) {
        flow(inner, column, depth: depth + 1)
      } else {
        add(
          pick(["a", "two words", "'it''s'", "\"x, y: [z]\"", "10:30", "null", "https://x.org/"]))
      }
      places[inner] = start..<bytes.count
      if index < number - 1 || random.chance(0.1) { add(",") }
    }
    add(gap + (isList ? "]" : "}"))
  }
}

// MARK: Scalars

extension RandomYAML {
  private static let words = [
    "word", "Äther", "naïve 😀", "12", "yes", "a-b", "it's", "x:y", "a#b", "(c)", "“q”", "C++",
    "50%",
  ]

  private mutating func words(_ range: ClosedRange<Int>) -> [String] {
    (0..<Int.random(in: range, using: &random)).map { _ in pick(Self.words) }
  }

  private mutating func empty() {
    add(pick(["", "", " ~", " null", " \"\"", " ''"]))
    endLine()
  }

  private mutating func scalar(_ column: Int) {
    add(" ")
    inline(column)
    endLine()
  }

  private mutating func scalarBelow(_ column: Int) {
    endLine()
    add(spaces(column + 2))
    inline(column)
    endLine()
  }

  private mutating func inline(_ column: Int) {
    let words = words(1...5)
    let broken = random.chance(0.3)
    let gap = broken ? lineBreak + spaces(column + pick([1, 2, 5])) : " "
    let text = words.joined(separator: gap)
    switch Int.random(in: 0...3, using: &random) {
    case 0, 1: add(text)
    case 2: add("'" + text.replacing("'", with: "''") + pick(["", " ", ": #"]) + "'")
    default: add("\"" + text + pick(["", "\\n", "\\t\\\"", "\\u263A", " \\\\", " # no: "]) + "\"")
    }
  }

  private mutating func block(_ column: Int) {
    let inner = max(column, 0) + pick([1, 2, 4])
    let leads = random.chance(0.2)
    add(
      " " + pick(["|", ">"]) + (leads ? "\(inner - max(column, 0))" : "") + pick(["", "-", "+"]))
    endLine()
    for number in 0..<Int.random(in: 1...4, using: &random) {
      if number > 0, random.chance(0.2) { line("") }
      let more = (leads && number == 0) || (number > 0 && random.chance(0.2)) ? "  " : ""
      line(spaces(inner) + more + words(1...4).joined(separator: " ") + pick(["", ": # [", " "]))
    }
    // So are lines of more blanks than it is indented by.
    while random.chance(0.3) { line(pick(["", "   ", spaces(inner + 2)])) }
    endsInText = true
  }
}
