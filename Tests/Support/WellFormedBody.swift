package import Markup

extension Body {
  /// Whether the pieces are balanced: every tag closed in order, every link ended, indices in
  /// range, and every range of the prose within it.
  package var isWellFormed: Bool {
    hasValidRanges && hasValidPieces && hasBalancedTags
  }

  private var hasValidRanges: Bool {
    let end = Int32(prose.text.count)
    let ranges =
      links.map(\.label) + mentions.map(\.place) + headings.map(\.title) + tasks.map(\.text)
      + prose.blocks.map(\.range) + struck + [title, summary].compactMap(\.self)
    let offsets = prose.holes.map(\.offset)
    return ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= end }
      && offsets.allSatisfy { $0 >= 0 && $0 <= end } && offsets == offsets.sorted()
      && String(validating: prose.text, as: UTF8.self) != nil
      && String(validating: html, as: UTF8.self) != nil
  }

  private var hasValidPieces: Bool {
    tasks.allSatisfy { $0.pieces.lowerBound >= 0 && Int($0.pieces.upperBound) <= pieces.count }
      && pieces.allSatisfy { piece in
        switch piece {
        case .html(let range): range.lowerBound >= 0 && Int(range.upperBound) <= html.count
        case .linkStart(let index), .linkEnd(let index), .linkTitle(let index):
          links.indices.contains(Int(index))
        case .mention(let index): mentions.indices.contains(Int(index))
        case .image(let index): images.indices.contains(Int(index))
        case .taskAttributes(let index): tasks.indices.contains(Int(index))
        case .decisionAttributes(let index): decisions.indices.contains(Int(index))
        case .actionStart(let index): tasks.indices.contains(Int(index))
        case .decisionStart(let index): decisions.indices.contains(Int(index))
        case .noteEnd, .anchor, .word: true
        }
      }
  }

  private var hasBalancedTags: Bool {
    let html = tags
    var open: [ArraySlice<UInt8>] = []
    var index = 0
    while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      let isEnd = html[start + 1] == UInt8(ascii: "/")
      let name = html[(isEnd ? start + 2 : start + 1)...].prefix {
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10
      }
      index = start + 1
      if isEnd {
        guard open.popLast()?.elementsEqual(name) == true else { return false }
      } else if !name.isEmpty, !Self.emptyElements.contains(String(decoding: name, as: UTF8.self)) {
        open.append(name)
      }
    }
    return open.isEmpty
  }

  /// The pieces as HTML, without what is filled in later but the tags of links.
  private var tags: [UInt8] {
    pieces.flatMap { piece -> ArraySlice<UInt8> in
      switch piece {
      case .html(let range): html[Int(range.lowerBound)..<Int(range.upperBound)]
      case .linkStart: ArraySlice("<a>".utf8)
      case .linkEnd: ArraySlice("</a>".utf8)
      default: []
      }
    }
  }

  private static let emptyElements: Set<String> = ["br", "hr", "img", "input", "wbr"]
}
