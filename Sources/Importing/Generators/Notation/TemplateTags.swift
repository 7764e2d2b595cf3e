/// Rewrites the tags of Hugo, Liquid and GitBook in a text as Markdown.
///
/// What they name is written as a place that `LinkFixing` looks up afterwards: `ref:` and a name.
/// Code is not looked into. It takes time in proportion to the text.
struct TemplateTags {
  /// What the page or the settings say of a name.
  private let value: (String) -> String?
  private let bytes: [UInt8]
  private var tags: [TemplateTag] = []
  /// By the position of a tag that opens, that of the one that closes it.
  private var closes: [Int: Int] = [:]
  private var headings: [(offset: Int, level: Int)] = []
  private(set) var debts: [BodyDebt] = []
  /// What was to be seen by nobody.
  private(set) var hidden = 0

  init(_ text: String, _ generator: Generator, value: @escaping (String) -> String?) {
    self.value = value
    bytes = Array(text.utf8)
    findTags(generator)
    pair()
  }

  mutating func text() -> String {
    tags.isEmpty
      ? String(decoding: bytes, as: UTF8.self) : render(0..<tags.count, 0..<bytes.count, depth: 0)
  }

  // MARK: Finding

  private mutating func findTags(_ generator: Generator) {
    let hasComponents = generator == .markdown && bytes.contains(UInt8(ascii: "<"))
    guard bytes.contains(UInt8(ascii: "{")) || hasComponents else { return }
    var code = CodeWalk(bytes)
    var index = 0
    var ends = NextEnd(bytes)
    /// The name of a tag whose text is not looked into.
    var verbatim: String?
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "#"), index == 0 || bytes[index - 1] == 0x0A {
        let level = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
        if level <= 6 { headings.append((index, level)) }
      }
      if verbatim == nil, let end = code.end(ofCodeAt: index) {
        index = end
      } else if bytes[index] == UInt8(ascii: "{")
        || hasComponents && bytes[index] == UInt8(ascii: "<"),
        ends.isNear(index), let tag = TemplateTag(in: bytes, at: index),
        tag.isOf(generator)
      {
        if let name = verbatim {
          guard tag.isClosing, tag.name == name else {
            index += 1
            continue
          }
          verbatim = nil
        } else if !tag.isClosing, verbatimTags.contains(tag.name), tag.form == .statement {
          verbatim = tag.name
        }
        tags.append(tag)
        index = tag.range.upperBound
      } else {
        index += 1
      }
    }
  }

  /// Finds for each tag that closes the one that it closes; what was opened between stands alone.
  private mutating func pair() {
    var open: [Int] = []
    var counts: [String: Int] = [:]
    for (position, tag) in tags.enumerated() where tag.form != .expression {
      if !tag.isClosing {
        guard !tag.isClosed else { continue }
        open.append(position)
        counts[tag.name, default: 0] += 1
      } else if counts[tag.name, default: 0] > 0 {
        while let last = open.popLast() {
          counts[tags[last].name, default: 1] -= 1
          guard tags[last].name == tag.name else { continue }
          closes[last] = position
          break
        }
      }
    }
  }

  // MARK: Writing

  private mutating func render(_ range: Range<Int>, _ span: Range<Int>, depth: Int) -> String {
    var output = ""
    var copied = span.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      let tag = tags[position]
      output += String(decoding: bytes[copied..<tag.range.lowerBound], as: UTF8.self)
      if let close = closes[position], depth >= deepestTags {
        // Too deep to be written by a person: marks go, and what nobody was to see goes with them.
        copied = isLeftOut(tag) ? tags[close].range.upperBound : tag.range.upperBound
        position = isLeftOut(tag) ? close + 1 : position + 1
      } else if let close = closes[position] {
        let inside = tag.range.upperBound..<tags[close].range.lowerBound
        output += around(tag, (position + 1)..<close, inside, output, depth: depth)
        copied = tags[close].range.upperBound
        position = close + 1
      } else {
        output += alone(tag, after: output)
        copied = tag.range.upperBound
        position += 1
      }
    }
    return output + String(decoding: bytes[copied..<span.upperBound], as: UTF8.self)
  }

  private func isLeftOut(_ tag: TemplateTag) -> Bool {
    switch TagMeaning(tag, level: 1, value: value) {
    case .hidden, .program: true
    default: false
    }
  }

  private mutating func around(
    _ tag: TemplateTag, _ range: Range<Int>, _ span: Range<Int>, _ output: String, depth: Int
  ) -> String {
    let written = String(decoding: bytes[span], as: UTF8.self)
    let meaning = TagMeaning(tag, level: level(at: tag.range.lowerBound), value: value)
    switch meaning {
    case .around(let change): return change(render(range, span, depth: depth + 1))
    case .verbatim(let change): return change(written)
    case .hidden:
      hidden += 1
      return ""
    case .program:
      owe(tag)
      return ""
    case .inner: return "\n\n" + render(range, span, depth: depth + 1) + "\n\n"
    case .unknown:
      owe(tag)
      return render(range, span, depth: depth + 1)
    case .text(let text):
      // A picture or a button with words of its own may still hold a caption.
      let inner = render(range, span, depth: depth + 1)
      return inner.trimmed.isEmpty ? text : "\(text)\n\n\(inner.trimmed)\n\n"
    case .block(let text):
      return "\n\n\(text)\n\n" + render(range, span, depth: depth + 1)
    case .place, .base, .nothing:
      return alone(tag, after: output)
        + render(range, span, depth: depth + 1)
    }
  }

  private mutating func alone(_ tag: TemplateTag, after output: String) -> String {
    if tag.isClosing { return "" }
    switch TagMeaning(tag, level: level(at: tag.range.lowerBound), value: value) {
    case .text(let text): return text
    case .block(let text): return "\n\n\(text)\n\n"
    case .place(let name):
      if output.utf8.suffix(longestBeginning).isDestination { return name.asReference }
      return tag.form == .expression ? name : "[[\(name)]]"
    case .nothing, .hidden, .base: return ""
    case .inner: return ""
    case .around, .verbatim, .program, .unknown:
      owe(tag)
      return ""
    }
  }

  private mutating func owe(_ tag: TemplateTag) {
    let written = String(decoding: bytes[tag.range].prefix(300), as: UTF8.self)
    debts.append(BodyDebt(kind: .foreignNotation, words: "", former: written.onOneLine))
  }

  /// The level of the heading above a byte.
  private func level(at offset: Int) -> Int {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 1 : headings[low - 1].level
  }
}

/// Something that a text of another site holds and that nobody can put right but a person.
struct BodyDebt: Hashable, Sendable {
  let kind: ImportDebt.Kind
  let words: String
  let former: String
}

/// Boxes in boxes in boxes: what is deeper is text.
private let deepestTags = 12
/// How far before a tag the start of a destination is looked for.
private let longestBeginning = 200
private let verbatimTags: Set<String> = ["raw", "verbatim", "highlight", "comment", "codeblock"]

extension TemplateTag {
  fileprivate func isOf(_ generator: Generator) -> Bool {
    switch form {
    case .shortcode: generator != .obsidian && generator != .mkdocs
    case .component: generator == .markdown
    case .statement: generator != .obsidian
    case .expression:
      switch generator {
      case .hugo: ["site.baseurl", "site.url"].contains(name)
      case .obsidian: false
      case .jekyll, .mkdocs, .markdown: true
      }
    }
  }
}

extension String {
  /// As a destination that names a page or file as its tool does.
  fileprivate var asReference: String {
    if hasPrefix("/") && !hasPrefix("//") { return asPlainDestination }
    return "ref:" + asPlainDestination
  }

  /// Without what would end a destination.
  private var asPlainDestination: String {
    var output: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case 0x20: output += "%20".utf8
      case UInt8(ascii: "("): output += "%28".utf8
      case UInt8(ascii: ")"): output += "%29".utf8
      case UInt8(ascii: "\""): output += "%22".utf8
      case UInt8(ascii: "<"): output += "%3C".utf8
      case UInt8(ascii: ">"): output += "%3E".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension Sequence<UInt8> {
  /// Whether a destination has begun: of a link, of its definition, of an attribute.
  fileprivate var isDestination: Bool {
    var word: [UInt8] = []
    for byte in self {
      if byte == 0x0A { word = [] }
      if byte <= 0x20, word.suffix(2) != Array("](".utf8)[...],
        word.suffix(2) != Array("]:".utf8)[...]
      {
        word = []
      } else if byte > 0x20 {
        word.append(byte)
      }
    }
    for mark in ["](", "]:", "=\"", "='"] {
      let wanted = Array(mark.utf8)
      var index = word.count - wanted.count
      while index >= 0 {
        if word[index...].starts(with: wanted) {
          return !word[(index + 2)...].contains {
            $0 == UInt8(ascii: ")") || $0 == wanted[1] && wanted[1] != UInt8(ascii: ":")
          }
        }
        index -= 1
      }
    }
    return false
  }
}

/// Where the next `}` or `>` stands, for those who ask at rising places.
struct NextEnd {
  private let bytes: [UInt8]
  private var next = -1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether one stands so near that a tag can end there.
  mutating func isNear(_ index: Int) -> Bool {
    if next <= index {
      next =
        bytes[index...].dropFirst().firstIndex {
          $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: ">")
        } ?? bytes.count
    }
    return next < bytes.count && next - index <= longestTag
  }
}
