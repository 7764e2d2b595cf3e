import Community
import Markup

/// Writes the words of an action or a decision where they stand in the notes: their markup stays,
/// and what the page says elsewhere is left out.
///
/// The HTML of a body is followed beside its plain text, in which the stretches to leave out are
/// known. Tags pass; an element of which nothing is left goes with its words.
struct NotedWording {
  private let prose: Prose
  private let cuts: ProseCuts
  private let wording: NoteText
  private let links: Set<Int>
  private let mentions: Set<Int>
  /// What has been read of the plain text.
  private var position: Int32
  private var reading = Reading.text
  /// Where the tag or the entity that is being read begins in the output.
  private var start = 0
  /// The elements that are open: where their start tags stand in the output.
  private var open: [Range<Int>] = []
  /// How many elements are open that only refer to a footnote.
  private var footnoteDepth = 0

  private enum Reading { case text, tag, value, entity }

  /// The words of a note, of which `body` holds the text.
  init(_ wording: NoteText, of body: PublishedBody) {
    prose = body.prose
    cuts = body.cuts
    self.wording = wording
    links = Set(wording.links.map(\.position))
    mentions = Set(wording.mentions.map(\.position))
    position = prose.block(around: wording.range)?.range.lowerBound ?? wording.range.lowerBound
  }

  /// Whether a link is among the words, and not among what is left out.
  func holds(link: Int) -> Bool { links.contains(link) }

  /// Likewise for somebody who is mentioned.
  func holds(mention: Int) -> Bool { mentions.contains(mention) }

  /// Writes a piece of the HTML.
  mutating func writePiece(_ bytes: ArraySlice<UInt8>, to html: inout [UInt8]) {
    for byte in bytes {
      switch reading {
      case .text: readText(byte, &html)
      case .entity: readEntity(byte, &html)
      case .value:
        html.append(byte)
        if byte == UInt8(ascii: "\"") { reading = .tag }
      case .tag:
        html.append(byte)
        if byte == UInt8(ascii: "\"") { reading = .value }
        if byte == UInt8(ascii: ">") { endTag(&html) }
      }
    }
  }
}

// MARK: - Text

extension NotedWording {
  private mutating func readText(_ byte: UInt8, _ html: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "&"):
      reading = byte == UInt8(ascii: "<") ? .tag : .entity
      start = html.count
      html.append(byte)
    default:
      if isShown(byte) { html.append(byte) }
    }
  }

  /// Reads an entity, which stands for one sign of the plain text.
  private mutating func readEntity(_ byte: UInt8, _ html: inout [UInt8]) {
    html.append(byte)
    guard byte == UInt8(ascii: ";") else { return }
    reading = .text
    if !isShown(meaning(of: html[start...])) { html.removeLast(html.count - start) }
  }

  private func meaning(of entity: ArraySlice<UInt8>) -> UInt8 {
    switch String(decoding: entity, as: UTF8.self) {
    case "&lt;": UInt8(ascii: "<")
    case "&gt;": UInt8(ascii: ">")
    case "&quot;": UInt8(ascii: "\"")
    default: UInt8(ascii: "&")
    }
  }

  /// Goes on past a sign in the plain text, and tells whether it is shown.
  private mutating func isShown(_ byte: UInt8) -> Bool {
    guard footnoteDepth == 0 else { return true }
    let isSpace = byte == 0x20 || byte == 0x0A
    if !isSpace, next == 0x20 { position += 1 }
    let here = position
    if next == (isSpace ? 0x20 : byte) { position += 1 }
    return wording.range.contains(here) && !cuts.contains(here)
  }

  /// The next byte of the plain text, in which all white space is one space.
  private var next: UInt8? {
    position < prose.text.count ? prose.text[Int(position)] : nil
  }
}

// MARK: - Tags

extension NotedWording {
  private mutating func endTag(_ html: inout [UInt8]) {
    reading = .text
    let tag = html[start...]
    if tag.starts(with: "</".utf8) {
      close(&html)
    } else if tag.starts(with: "<br".utf8) {
      if !isWithinWords { html.removeLast(html.count - start) }
    } else if !isEmptyElement(tag) {
      if footnoteDepth > 0 || tag.starts(with: "<sup class=\"footnote-reference\"".utf8) {
        footnoteDepth += 1
      }
      open.append(start..<html.count)
    }
  }

  /// Whether words that are shown stand before and after.
  private var isWithinWords: Bool {
    wording.range.lowerBound < position && position < wording.range.upperBound
  }

  private mutating func close(_ html: inout [UInt8]) {
    if footnoteDepth > 0 { footnoteDepth -= 1 }
    guard let tag = open.popLast(), tag.upperBound == start else { return }
    html.removeLast(html.count - tag.lowerBound)
  }

  private func isEmptyElement(_ tag: ArraySlice<UInt8>) -> Bool {
    ["<img", "<input", "<wbr"].contains { tag.starts(with: $0.utf8) }
  }
}
