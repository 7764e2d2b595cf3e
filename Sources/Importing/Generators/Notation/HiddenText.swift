/// Takes out of a page what its author wrote for nobody to read: comments, in the notation of the
/// tools that the page may have been written for.
struct HiddenText {
  private(set) var text: String
  /// How many were taken out.
  private(set) var count = 0

  init(_ written: String, _ generator: Generator) {
    text = written
    if written.utf8.contains(UInt8(ascii: "{")), generator == .jekyll || generator == .markdown {
      var liquid = LiquidComments(Array(text.utf8))
      liquid.remove()
      text = String(decoding: liquid.output, as: UTF8.self)
      count += liquid.count
    }
    let marks = CommentMark.marks(of: generator)
    let bytes = Array(text.utf8)
    guard marks.contains(where: { $0.mayStand(in: bytes) }) else { return }
    var removal = CommentRemoval(bytes, marks)
    removal.run()
    text = String(decoding: removal.output, as: UTF8.self)
    count += removal.count
  }
}

/// How a comment begins and ends.
private struct CommentMark {
  let open: [UInt8]
  let close: [UInt8]
  /// Whether it must stand at the start of a line.
  var isLine = false
  /// Whether one that is never closed hides all that follows.
  var reachesToEnd = false

  init(_ open: String, _ close: String, isLine: Bool = false, reachesToEnd: Bool = false) {
    self.open = Array(open.utf8)
    self.close = Array(close.utf8)
    self.isLine = isLine
    self.reachesToEnd = reachesToEnd
  }

  /// Whether the first two bytes of the mark stand anywhere.
  func mayStand(in bytes: [UInt8]) -> Bool {
    let (first, second) = (open[0], open[1])
    var last: UInt8 = 0
    for byte in bytes {
      if last == first, byte == second { return true }
      last = byte
    }
    return false
  }

  static func marks(of generator: Generator) -> [CommentMark] {
    let everywhere = [
      CommentMark("<!--", "-->"), CommentMark("[//]: ", "\n", isLine: true, reachesToEnd: true),
      CommentMark("[comment]: ", "\n", isLine: true, reachesToEnd: true),
    ]
    switch generator {
    case .hugo: return everywhere + [CommentMark("{{/*", "*/}}")]
    case .jekyll: return everywhere
    case .mkdocs: return everywhere + [CommentMark("{# ", "#}")]
    case .obsidian: return everywhere + [CommentMark("%%", "%%", reachesToEnd: true)]
    case .markdown:
      return everywhere + [
        CommentMark("{# ", "#}"), CommentMark("{/*", "*/}"), CommentMark("%%", "%%"),
        CommentMark("% ", "\n", isLine: true, reachesToEnd: true),
      ]
    }
  }
}

/// One walk over a text that leaves its comments out, and all code as it is.
private struct CommentRemoval {
  private let bytes: [UInt8]
  private let marks: [CommentMark]
  /// By byte: whether a mark begins with it.
  private let begins: [Bool]
  private var code: CodeWalk
  private(set) var output: [UInt8] = []
  private(set) var count = 0
  /// Marks that close nowhere further down.
  private var unclosed: Set<[UInt8]> = []

  init(_ bytes: [UInt8], _ marks: [CommentMark]) {
    self.bytes = bytes
    self.marks = marks
    begins = (0..<256).map { byte in marks.contains { Int($0.open[0]) == byte } }
    code = CodeWalk(bytes)
    output.reserveCapacity(bytes.count)
  }

  mutating func run() {
    var index = 0
    while index < bytes.count {
      if let end = code.end(ofCodeAt: index) {
        output += bytes[index..<end]
        index = end
      } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count,
        bytes[index + 1] != 0x0A
      {
        output += bytes[index...(index + 1)]
        index += 2
      } else if begins[Int(bytes[index])], let end = endOfComment(at: index) {
        index = leavingOut(index, upTo: end)
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
  }

  private mutating func endOfComment(at index: Int) -> Int? {
    for mark in marks where bytes[index] == mark.open[0] && bytes[index...].starts(with: mark.open)
    {
      let isAtStart = isAtLineStart
      if mark.isLine && !isAtStart { continue }
      let start = mark.open == Array("<!--".utf8) ? index + 2 : index + mark.open.count
      if let end = find(mark.close, from: start) {
        return mark.close == [0x0A] ? end : end + mark.close.count
      }
      // A comment of HTML that begins a line is a block, which reaches to the end.
      if mark.reachesToEnd || isAtStart && mark.open[0] == UInt8(ascii: "<") { return bytes.count }
    }
    return nil
  }

  private var isAtLineStart: Bool {
    let last = output.last { $0 != 0x20 && $0 != 0x09 }
    return last == nil || last == 0x0A
  }

  private mutating func find(_ wanted: [UInt8], from start: Int) -> Int? {
    if unclosed.contains(wanted) { return nil }
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return index }
      index += 1
    }
    unclosed.insert(wanted)
    return nil
  }

  /// Goes on behind a comment, and behind its line where nothing else stands on it.
  private mutating func leavingOut(_ start: Int, upTo end: Int) -> Int {
    if !isMarker(bytes[start..<end]) { count += 1 }
    guard isAtLineStart else { return end }
    let rest = bytes[end...].prefix { $0 == 0x20 || $0 == 0x09 }
    guard rest.endIndex < bytes.count, bytes[rest.endIndex] == 0x0A else { return end }
    while let last = output.last, last == 0x20 || last == 0x09 { output.removeLast() }
    return rest.endIndex + 1
  }

  /// Whether a comment of HTML says something to a program, such as `<!--more-->`.
  private func isMarker(_ comment: ArraySlice<UInt8>) -> Bool {
    guard comment.first == UInt8(ascii: "<"), comment.count <= 40 else { return false }
    let words = String(decoding: comment.dropFirst(4).dropLast(3), as: UTF8.self).trimmed
      .lowercased()
    return ["more", "end", "toc", "/toc", "tocstop", "truncate", "excerpt", "endexcerpt", "break"]
      .contains(words)
  }
}

/// Liquid's comments and what stands below a condition that never holds.
///
/// Liquid reads a page before its Markdown is, so code hides none of it; `{% raw %}` does.
private struct LiquidComments {
  private let bytes: [UInt8]
  private(set) var output: [UInt8] = []
  private(set) var count = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func remove() {
    let tags = LiquidTag.all(in: bytes)
    var copied = 0
    var position = 0
    while position < tags.count {
      let tag = tags[position]
      switch tag.name {
      case "raw": position = LiquidTag.close(of: position, in: tags, ["endraw"], nested: false)
      case "comment", "enhancedcomment":
        let close = LiquidTag.close(of: position, in: tags, ["endcomment"], nested: true)
        copied = cut(from: tag.start, to: end(tags, close), copied)
        position = close
      case "if" where tag.words == ["if", "false"], "unless" where tag.words == ["unless", "true"]:
        (copied, position) = cutCondition(position, tags, copied)
      default: break
      }
      position += 1
    }
    output += bytes[min(copied, bytes.count)...]
  }

  private func end(_ tags: [LiquidTag], _ position: Int) -> Int {
    position < tags.count ? tags[position].end : bytes.count
  }

  private mutating func cut(from start: Int, to end: Int, _ copied: Int) -> Int {
    if start > copied { output += bytes[copied..<start] }
    count += 1
    var end = end
    // A line of its own goes with its end.
    if output.last ?? 0x0A == 0x0A, end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return end
  }

  /// Leaves out what a condition hides; what stands behind its `else` stays.
  private mutating func cutCondition(
    _ position: Int, _ tags: [LiquidTag], _ copied: Int
  ) -> (Int, Int) {
    let name = tags[position].name
    let close = LiquidTag.close(of: position, in: tags, ["end\(name)"], nested: true)
    var depth = 0
    for other in (position + 1)..<max(position + 1, min(close, tags.count)) {
      if tags[other].name == name { depth += 1 }
      if tags[other].name == "end\(name)" { depth -= 1 }
      guard depth == 0, tags[other].name == "else" else { continue }
      let behind = cut(from: tags[position].start, to: tags[other].end, copied)
      let inner = close < tags.count ? tags[close].start : bytes.count
      output += bytes[min(behind, inner)..<inner]
      return (end(tags, close), close)
    }
    return (cut(from: tags[position].start, to: end(tags, close), copied), close)
  }
}

/// `{% name … %}`, anywhere in a text.
struct LiquidTag {
  let start: Int
  let end: Int
  let words: [String]

  var name: String { words.first ?? "" }

  static func all(in bytes: [UInt8]) -> [LiquidTag] {
    var tags: [LiquidTag] = []
    var index = 0
    while index + 3 < bytes.count {
      guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      var end = index + 2
      while end + 1 < bytes.count,
        !(bytes[end] == UInt8(ascii: "%") && bytes[end + 1] == UInt8(ascii: "}"))
      {
        end += 1
      }
      guard end + 1 < bytes.count else { break }
      let inner = bytes[(index + 2)..<end].filter { $0 != UInt8(ascii: "-") }
      let words = String(decoding: inner, as: UTF8.self).split {
        $0 == " " || $0.isNewline || $0 == "\t"
      }
      tags.append(LiquidTag(start: index, end: end + 2, words: words.prefix(3).map(String.init)))
      index = end + 2
    }
    return tags
  }

  /// The position of the tag that closes another; the number of tags where none does.
  static func close(
    of position: Int, in tags: [LiquidTag], _ names: Set<String>, nested: Bool
  ) -> Int {
    let own = tags[position].name
    var depth = 0
    for other in (position + 1)..<max(position + 1, tags.count) {
      if nested, tags[other].name == own { depth += 1 }
      guard names.contains(tags[other].name) else { continue }
      if depth == 0 { return other }
      depth -= 1
    }
    return tags.count
  }
}
