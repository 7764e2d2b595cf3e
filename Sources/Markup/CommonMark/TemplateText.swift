/// What a template shows by itself: the words and attributes of its HTML, without the tags of
/// Mustache.
package struct TemplateText {
  /// Words in one place of the template.
  package struct Piece {
    /// Entities decoded; a newline in it is one of the template, and the byte 0x1F parts two cells.
    package let text: [UInt8]
    package let line: Int
    /// Whether readers see or hear it; scripts, styles and ids are searched for names alone.
    package let isProse: Bool
  }

  private static let cellBorder: UInt8 = 0x1F

  private let html: [UInt8]
  private var pieces: [Piece] = []
  private var words: [UInt8] = []
  private var line = 1
  /// How many lines end before the place where it is read.
  private var linesBefore = 0
  private var counted = 0
  private var isCode = false

  /// The pieces of a template, in order; comments of HTML are published, those of Mustache are not.
  package static func pieces(of template: [UInt8]) -> [Piece] {
    var text = TemplateText(html: withoutMustache(template))
    text.read()
    return text.pieces
  }

  private init(html: [UInt8]) {
    self.html = html
  }

  private mutating func read() {
    let html = html
    html.withUnsafeBufferPointer { bytes in
      var tokenizer = HTMLTokenizer(bytes)
      while let token = tokenizer.next() { note(token) }
    }
    flush()
  }

  private mutating func note(_ token: HTMLToken) {
    switch token {
    case .text(let range), .other(let range):
      if words.isEmpty { line = line(at: range.lowerBound) }
      words += html[range]
    case .startTag(let tag):
      if !partsOfSentence.contains(tag.name), !cells.contains(tag.name) { flush() }
      isCode = ["script", "style"].contains(tag.name)
      for attribute in tag.attributes where !attribute.value.isEmpty { note(attribute, of: tag) }
    case .endTag(let name, _):
      if cells.contains(name) {
        words.append(Self.cellBorder)
      } else if !partsOfSentence.contains(name) {
        flush()
      }
      isCode = false
    case .comment: break
    }
  }

  private mutating func note(_ attribute: HTMLTag.Attribute, of tag: HTMLTag) {
    pieces.append(
      Piece(
        text: decodingEntities(Array(html[attribute.value])), line: line(at: tag.range.lowerBound),
        isProse: spokenAttributes.contains(attribute.name)))
  }

  private mutating func flush() {
    if words.contains(where: { $0 > 0x20 }) {
      pieces.append(Piece(text: decodingEntities(words), line: line, isProse: !isCode))
    }
    words = []
  }

  private mutating func line(at offset: Int) -> Int {
    if offset > counted {
      linesBefore += html[counted..<offset].count { $0 == 0x0A }
      counted = offset
    }
    return linesBefore + 1
  }

  /// The template without Mustache's tags; HTML's comments become elements.
  ///
  /// A value may be any word, so a space stands for it; all other tags leave nothing but their lines.
  private static func withoutMustache(_ template: [UInt8]) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(template.count)
    var rest = template[...]
    while let byte = rest.first {
      if rest.starts(with: "{{".utf8) {
        let tag = rest.throughEnd("}}")
        let sigil = tag.dropFirst(2).first { $0 > 0x20 } ?? 0
        if !"!#/^<>$".utf8.contains(sigil) { html.append(0x20) }
        html += tag.filter { $0 == 0x0A }
        rest = rest[tag.endIndex...]
        // A value that holds HTML has three braces.
        if tag.starts(with: "{{{".utf8), rest.first == UInt8(ascii: "}") { rest.removeFirst() }
      } else if rest.starts(with: "<!--".utf8) {
        html += "<hr>".utf8
        rest = rest.dropFirst(4)
      } else if rest.starts(with: "-->".utf8) {
        html += "<hr>".utf8
        rest = rest.dropFirst(3)
      } else {
        html.append(byte)
        rest.removeFirst()
      }
    }
    return html
  }
}

extension ArraySlice<UInt8> {
  /// All up to an ending, which is part of it; all there is where it does not come.
  fileprivate func throughEnd(_ ending: String) -> ArraySlice<UInt8> {
    var offset = startIndex
    while offset < endIndex {
      if self[offset...].starts(with: ending.utf8) { return self[..<(offset + ending.utf8.count)] }
      offset += 1
    }
    return self
  }
}

/// Elements whose texts are of one row.
private let cells: Set<String> = ["td", "th"]

/// Elements that part no words.
private let partsOfSentence: Set<String> = [
  "a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s",
  "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
]

/// Attributes that are shown, read out or followed.
private let spokenAttributes: Set<String> = [
  "alt", "aria-label", "aria-description", "content", "href", "placeholder", "title", "value",
]
