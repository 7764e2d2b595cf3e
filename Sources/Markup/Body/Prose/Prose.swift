/// A range of a body's plain text, in bytes.
package typealias ProseRange = Range<Int32>

/// The plain text of a body: what summaries, the sentences around links, and search are made of.
///
/// Text from code, HTML and images is told apart by block. What depends on the rest of the site is
/// a hole of no width, to be filled with a name or a title.
package struct Prose: Hashable, Sendable {
  /// What a stretch of text is in the document.
  package enum BlockKind: UInt8, Sendable {
    case heading, paragraph, listItem, quotation, cell, footnote, code
  }

  /// One leaf block: a paragraph, a heading, a table cell, a code block.
  package struct Block: Hashable, Sendable {
    package let kind: BlockKind
    package let range: ProseRange
    /// The line of the file that it starts on.
    package let line: Int32

    package init(kind: BlockKind, range: ProseRange, line: Int32) {
      self.kind = kind
      self.range = range
      self.line = line
    }
  }

  /// A place in the text that is filled in later.
  package struct Hole: Hashable, Sendable {
    package enum Filling: Hashable, Sendable {
      /// The person of `Body.mentions[…]`.
      case mention(Int32)
      /// The title of what `Body.links[…]` leads to.
      case linkTitle(Int32)
    }

    package let offset: Int32
    package let filling: Filling

    package init(offset: Int32, filling: Filling) {
      self.offset = offset
      self.filling = filling
    }
  }

  /// A stretch of plain text, or a hole in it.
  package enum Run: Hashable, Sendable {
    case text(String)
    case hole(Hole.Filling)
  }

  /// UTF-8, white space folded, a line feed after each block.
  package var text: [UInt8] = []
  package var blocks: [Block] = []
  /// In order of offset.
  package var holes: [Hole] = []

  package init() {}
}
