/// Rewrites the blocks of other tools' Markdown, line by line: boxes, tabs, directives, callouts.
///
/// A block in a block is written first, so the time is the length of the text times how deep blocks
/// stand in one another, which is bounded.
struct LineNotation {
  let generator: Generator
  let depth: Int
  let lines: [Substring]
  /// Behind the last line of a fence, by the line that opens it.
  private var fences: [Int: Int] = [:]
  /// The line of colons that closes a block, by the line that opens it.
  private var closes: [Int: Int] = [:]
  private var output: [String] = []
  private(set) var debts: [BodyDebt] = []
  var hidden = 0
  /// The level of the last heading.
  var level: Int

  init(_ text: String, _ generator: Generator, depth: Int = 0, level: Int = 1) {
    self.generator = generator
    self.depth = depth
    self.level = level
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    findFences()
    findColons()
  }

  /// Whether any line of a text may be more than Markdown.
  static func mayStand(in text: String) -> Bool {
    var isStart = true
    var marks: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A {
        (isStart, marks) = (true, [])
      } else if isStart, byte > 0x20, byte != UInt8(ascii: ">") {
        marks.append(byte)
        guard marks.count == 2 else { continue }
        isStart = false
        if beginnings.contains(marks) { return true }
      }
    }
    return false
  }

  mutating func text() -> String {
    output.reserveCapacity(lines.count)
    var position = 0
    while position < lines.count {
      let line = lines[position]
      if let end = fences[position] {
        position = fence(position, upTo: end)
      } else if depth < deepestBlocks, let opening = BlockOpening(line, generator) {
        position = block(opening, at: position)
      } else {
        position = plain(line, at: position)
      }
    }
    return output.joined(separator: "\n")
  }

  // MARK: Where blocks end

  private mutating func findFences() {
    var open: (line: Int, mark: UInt8, count: Int)?
    for (position, line) in lines.enumerated() {
      let rest = line.utf8.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
        continue
      }
      let count = rest.prefix { $0 == mark }.count
      guard count >= 3 else { continue }
      let behind = rest.dropFirst(count)
      if let fence = open {
        if mark == fence.mark, count >= fence.count, behind.allSatisfy({ $0 <= 0x20 }) {
          fences[fence.line] = position + 1
          open = nil
        }
      } else if mark == UInt8(ascii: "~") || !behind.contains(mark) {
        open = (position, mark, count)
      }
    }
    if let open { fences[open.line] = lines.count }
  }

  private mutating func findColons() {
    var open: [(line: Int, count: Int)] = []
    var position = 0
    while position < lines.count {
      if let end = fences[position] {
        position = end
        continue
      }
      let text = lines[position].utf8.drop { $0 == 0x20 }
      let count = text.prefix { $0 == UInt8(ascii: ":") }.count
      if count >= 3 {
        if text.dropFirst(count).allSatisfy({ $0 <= 0x20 }) {
          if let last = open.popLast() { closes[last.line] = position }
        } else if BlockOpening(lines[position], generator) != nil {
          open.append((position, count))
        }
      }
      position += 1
    }
  }

  // MARK: Blocks

  /// Copies a block of code, or writes what its fence stands for.
  private mutating func fence(_ position: Int, upTo end: Int) -> Int {
    guard depth < deepestBlocks, let opening = BlockOpening(lines[position], generator),
      opening.form == .fence
    else {
      for line in lines[position..<end] { output.append(String(line)) }
      return end
    }
    let isClosed =
      end > position + 1
      && lines[end - 1].utf8.allSatisfy {
        $0 <= 0x20 || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~")
      }
    let last = isClosed ? end - 1 : end
    write(opening, lines[(position + 1)..<max(position + 1, last)].map { String($0) }, at: position)
    return end
  }

  private mutating func block(_ opening: BlockOpening, at position: Int) -> Int {
    switch opening.form {
    case .indented:
      var end = position + 1
      while end < lines.count {
        let indent = lines[end].utf8.prefix { $0 == 0x20 }.count
        let isBlank = lines[end].utf8.allSatisfy { $0 <= 0x20 }
        let isTab = lines[end].utf8.first == 0x09
        guard isBlank || isTab || indent >= opening.indent + 2 else { break }
        end += 1
      }
      // Blank lines at the end belong to what follows.
      while end > position + 1, lines[end - 1].utf8.allSatisfy({ $0 <= 0x20 }) { end -= 1 }
      let inner = lines[(position + 1)..<end].map { $0.dedented(opening.indent + 4) }
      write(opening, inner, at: position)
      return end
    case .colons:
      guard let close = closes[position] else {
        // What is never closed is a mark alone: it goes, and what follows stays.
        owe(String(lines[position]))
        return position + 1
      }
      write(
        opening, lines[(position + 1)..<close].map { $0.dedented(opening.indent) }, at: position)
      return close + 1
    case .fence: return plain(lines[position], at: position)
    }
  }

  private mutating func write(_ opening: BlockOpening, _ inner: [String], at position: Int) {
    let lead = String(repeating: " ", count: opening.indent)
    let (options, rest) = inner.directiveOptions
    guard let text = meaning(of: opening, options, rest, at: position) else { return }
    if output.last?.trimmed.isEmpty == false { output.append("") }
    for line in text.trimmedLines { output.append(line.isEmpty ? "" : lead + line) }
    output.append("")
  }

  mutating func translated(_ lines: [String]) -> String {
    var inner = LineNotation(
      lines.joined(separator: "\n"), generator, depth: depth + 1, level: level)
    let text = inner.text()
    debts += inner.debts
    hidden += inner.hidden
    return text
  }

  // MARK: Single lines

  private mutating func plain(_ line: Substring, at position: Int) -> Int {
    let marks = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(marks), line.utf8.dropFirst(marks).first == 0x20 { level = marks }
    if let callout = Callout(line) {
      output += callout.lines
      return position + 1
    }
    // Most lines begin with a letter, and are words.
    guard let first = line.utf8.first(where: { $0 > 0x20 }), "[{$*-1(<".utf8.contains(first) else {
      output.append(String(line))
      return position + 1
    }
    let text = line.trimmed
    if isLeftOut(text, at: position) { return position + 1 }
    if text.hasPrefix("--8<--") || text.hasPrefix("<<< ") || text.hasPrefix("-8<-") {
      owe(text)
      return position + 1
    }
    output.append(String(line))
    return position + 1
  }

  /// Whether a line says something to the other tool alone.
  private func isLeftOut(_ text: String, at position: Int) -> Bool {
    if ["[TOC]", "[[TOC]]", "[[_TOC_]]", "[toc]", "[[toc]]", "${toc}"].contains(text) {
      return true
    }
    if text.hasPrefix("{"), let list = AttributeList(in: Array(text.utf8), at: 0),
      list.end == text.utf8.count, list.id == nil || text.hasPrefix("{:")
    {
      return true
    }
    // `* TOC` above `{:toc}`.
    if text.utf8.count <= 40, text.utf8.first.map({ "*-1".utf8.contains($0) }) == true,
      position + 1 < lines.count, lines[position + 1].trimmed.hasPrefix("{:toc")
    {
      return true
    }
    // The name of a place, of MyST: `(name)=`.
    if generator == .markdown, text.hasPrefix("("), text.hasSuffix(")="),
      !text.utf8.contains(0x20)
    {
      return true
    }
    return false
  }

  mutating func owe(_ written: String) {
    let former = String(decoding: written.utf8.prefix(300), as: UTF8.self).onOneLine
    debts.append(BodyDebt(kind: .foreignNotation, words: "", former: former))
  }
}

/// The first two bytes of lines that mean something to other tools; a fence of code among them.
private let beginnings: Set<[UInt8]> = Set(
  [
    "!!", "??", "==", "::", "``", "~~", "[!", "[T", "[[", "[t", "{:", "{.", "{#", "$", "--", "-8",
    "<<", "*T", "* ", "1.", "${",
  ].map { Array($0.utf8) } + (0x41...0x7A).map { [UInt8(ascii: "("), $0] }
    + (0x20...0x7A).map { [UInt8(ascii: "{"), $0] })
private let deepestBlocks = 8

extension String {
  var withoutBlanksAtEnd: String {
    String(decoding: utf8.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
  }
}

extension Substring {
  /// The line with at most so many blanks less before it.
  fileprivate func dedented(_ count: Int) -> String {
    if utf8.first == 0x09, count > 0 { return String(dropFirst()) }
    let blanks = utf8.prefix(count).prefix { $0 == 0x20 }.count
    return String(Substring(utf8.dropFirst(blanks)))
  }
}

extension [String] {
  /// What a directive of MyST says of itself in its first lines, `:class: tip`, and the rest.
  fileprivate var directiveOptions: ([String: String], [String]) {
    var options: [String: String] = [:]
    var index = startIndex
    // The same as YAML, between two lines of hyphens.
    if first == "---", let end = dropFirst().firstIndex(of: "---") {
      for line in self[1..<end] {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard let name = parts.first, parts.count > 1 else { continue }
        options[name.trimmed.lowercased()] = parts[1].trimmed.unquoted
      }
      return (options, Array(self[(end + 1)...]))
    }
    while index < endIndex, self[index].hasPrefix(":"), !self[index].hasPrefix("::") {
      let parts = self[index].dropFirst().split(separator: ":", maxSplits: 1)
      guard let name = parts.first, !name.contains(" ") else { break }
      options[name.lowercased()] = parts.count > 1 ? parts[1].trimmed : ""
      index += 1
    }
    return (options, Array(self[index...]))
  }
}
