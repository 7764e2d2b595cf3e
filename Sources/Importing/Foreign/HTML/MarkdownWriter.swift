/// Writes Markdown piece by piece: blocks with blank lines between, the marks of quotes and lists
/// before each line.
struct MarkdownWriter {
  /// Whether tags of Liquid and Hugo are written as they are.
  let keepsTemplates: Bool
  private var output: [UInt8] = []
  /// What stands before each line.
  private var prefixes: [String] = []
  /// The mark of an item whose first line is not written yet.
  private var item: String?
  private var isAtLineStart = true
  private var needsBlank = false
  private var isTight = false
  private var hasPendingSpace = false
  private var marks: [(mark: String, place: Int)] = []
  private var heading: String?

  init(keepsTemplates: Bool) { self.keepsTemplates = keepsTemplates }

  var text: String {
    var end = output
    while let last = end.last, last <= 0x20 { end.removeLast() }
    return end.isEmpty ? "" : String(decoding: end, as: UTF8.self) + "\n"
  }

  // MARK: Text

  /// Writes words, their blanks as one, with a backslash before what would be a mark.
  mutating func write(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      if bytes[start] <= 0x20 {
        hasPendingSpace = hasPendingSpace || !isAtLineStart
        start += 1
        continue
      }
      let end = endOfWord(bytes, start)
      let isFirst = isAtLineStart
      beginText()
      output += Self.escaped(
        Array(bytes[start..<end]), isAtLineStart: isFirst, keepsTemplates: keepsTemplates)
      start = end
    }
  }

  /// A tag of Liquid or Hugo is one word, whatever blanks are in it.
  private func endOfWord(_ bytes: [UInt8], _ start: Int) -> Int {
    if keepsTemplates, bytes[start] == UInt8(ascii: "{"),
      let tag = TemplateTag(in: bytes, at: start)
    {
      return tag.range.upperBound
    }
    var end = start + 1
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "{") { end += 1 }
    return end
  }

  mutating func raw(_ text: String) {
    beginText()
    output += text.utf8
  }

  private mutating func beginText() {
    beginLine()
    if hasPendingSpace, !isAtLineStart { output.append(0x20) }
    hasPendingSpace = false
    isAtLineStart = false
  }

  private mutating func beginLine() {
    guard isAtLineStart else { return }
    if needsBlank, !output.isEmpty {
      let lead = prefixes.joined().withoutBlanksAtEnd
      if !isTight { output += "\(lead)\n".utf8 }
    }
    (needsBlank, isTight) = (false, false)
    if let item {
      output += (prefixes.dropLast().joined() + item).utf8
      self.item = nil
    } else {
      output += prefixes.joined().utf8
    }
    if let heading {
      output += heading.utf8
    }
    hasPendingSpace = false
  }

  mutating func breakLine() {
    guard !isAtLineStart else { return }
    output += "\\\n".utf8
    isAtLineStart = true
    hasPendingSpace = false
  }

  // MARK: Marks around words

  mutating func open(_ mark: String) {
    guard marks.count < 32 else { return }
    beginText()
    if mark == "[" { output.escapeLastMark() }
    marks.append((mark, output.count))
    output += mark.utf8
    // A blank behind the mark would make none of it.
    isAtLineStart = false
  }

  mutating func close(_ mark: String, with end: String? = nil) {
    guard let position = marks.lastIndex(where: { $0.mark == mark }) else { return }
    let open = marks[position]
    marks.removeSubrange(position...)
    if output.count <= open.place + mark.utf8.count {
      if end == nil {
        output.removeSubrange(min(open.place, output.count)...)
      } else {
        output += (end ?? "").utf8
      }
      return
    }
    output += (end ?? mark).utf8
  }

  mutating func code(_ bytes: [UInt8], _ isBlock: Bool, _ language: String) {
    let text = String(decoding: bytes, as: UTF8.self)
    if isBlock {
      block(TagMeaning.fenced(text, language))
    } else if !text.trimmed.isEmpty {
      let longest = text.split { $0 != "`" }.map(\.utf8.count).max() ?? 0
      let fence = String(repeating: "`", count: longest + 1)
      let gap = longest > 0 ? " " : ""
      raw("\(fence)\(gap)\(text.onOneLine)\(gap)\(fence)")
    }
  }

  // MARK: Blocks

  /// Ends a paragraph, where there is one.
  mutating func endBlock() {
    marks = []
    hasPendingSpace = false
    guard !isAtLineStart else { return }
    output.append(0x0A)
    isAtLineStart = true
    needsBlank = true
  }

  /// Writes whole lines.
  mutating func block(_ lines: String) {
    endBlock()
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      beginLine()
      output += line.utf8
      output.append(0x0A)
      isAtLineStart = true
    }
    needsBlank = true
  }

  mutating func beginHeading(_ level: Int, id: String?) {
    endBlock()
    heading = String(repeating: "#", count: level) + " "
    headingID = id
  }

  private var headingID: String?

  mutating func endHeading() {
    if let id = headingID, !isAtLineStart, !id.utf8.contains(0x20) { output += " {#\(id)}".utf8 }
    (heading, headingID) = (nil, nil)
    endBlock()
  }

  mutating func push(_ prefix: String) {
    endBlock()
    guard prefixes.count < 12 else { return }
    if needsBlank, !isTight, !output.isEmpty {
      output += "\(prefixes.joined().withoutBlanksAtEnd)\n".utf8
      needsBlank = false
    }
    prefixes.append(prefix)
  }

  mutating func pop(_ prefix: String) {
    endBlock()
    if prefixes.last == prefix { prefixes.removeLast() }
  }

  mutating func beginList(isNested: Bool) {
    endBlock()
    isTight = isNested
  }

  mutating func endList(isNested: Bool) { isTight = isNested }

  mutating func beginItem(_ mark: String) {
    endBlock()
    guard prefixes.count < 12 else { return }
    item = mark
    prefixes.append(String(repeating: " ", count: mark.utf8.count))
  }

  mutating func endItem() {
    guard let last = prefixes.last, last.allSatisfy({ $0 == " " }), !last.isEmpty else { return }
    endBlock()
    prefixes.removeLast()
    item = nil
    isTight = true
  }
}

extension MarkdownWriter {
  /// Words with a backslash before each byte that would be a mark.
  static func escaped(
    _ bytes: [UInt8], isAtLineStart: Bool, keepsTemplates: Bool
  ) -> [UInt8] {
    if keepsTemplates, bytes.starts(with: "{{".utf8) || bytes.starts(with: "{%".utf8) {
      return bytes
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let isLineMark = index == 0 && isAtLineStart && "#>+-=~|".utf8.contains(byte)
      if isLineMark || isMark(byte, at: index, of: bytes) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    }
    // `1.` and `1)` at the start of a line would begin a list.
    if isAtLineStart, output.count > 1, output.last.map(".)".utf8.contains) == true,
      output.dropLast().allSatisfy({ $0 &- 0x30 < 10 })
    {
      output.insert(UInt8(ascii: "\\"), at: output.count - 1)
    }
    return output
  }

  private static func isMark(_ byte: UInt8, at index: Int, of bytes: [UInt8]) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"):
      true
    case UInt8(ascii: "_"): index == 0 || index == bytes.count - 1
    case UInt8(ascii: "~"): index > 0 && bytes[index - 1] == byte
    case UInt8(ascii: "&"): isEntity(bytes[index...].prefix(34))
    default: false
    }
  }

  /// Whether bytes would be read as one character: `&lt;`, `&#60;`.
  private static func isEntity(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let end = bytes.firstIndex(of: UInt8(ascii: ";")), end > bytes.startIndex + 1 else {
      return false
    }
    return bytes[bytes.startIndex..<end].dropFirst().allSatisfy {
      $0 == UInt8(ascii: "#") || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10
    }
  }
}

extension [UInt8] {
  /// Puts a backslash before a `!` at the end, which would make a picture of the link behind it.
  mutating func escapeLastMark() {
    guard last == UInt8(ascii: "!") else { return }
    insert(UInt8(ascii: "\\"), at: count - 1)
  }
}
