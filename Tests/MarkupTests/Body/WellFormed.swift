@testable import Markup

extension ReadBody {
  /// Whether the pieces are balanced: every tag closed in order, every link ended, indices in
  /// range, and every range of the prose within it.
  var isWellFormed: Bool {
    hasBalancedTags && hasValidRanges
  }

  private var hasValidRanges: Bool {
    let end = Int32(body.prose.text.count)
    let ranges =
      body.links.map(\.label) + body.mentions.map(\.place) + body.headings.map(\.title)
      + body.prose.blocks.map(\.range) + [body.title, body.summary].compactMap(\.self)
    let offsets = body.prose.holes.map(\.offset)
    return ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= end }
      && offsets.allSatisfy { $0 >= 0 && $0 <= end } && offsets == offsets.sorted()
      && String(validating: body.prose.text, as: UTF8.self) != nil
      && String(validating: body.html, as: UTF8.self) != nil
  }

  private var hasBalancedTags: Bool {
    let html = Array(html.utf8)
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

  private static let emptyElements: Set<String> = ["br", "hr", "img", "input", "wbr"]
}
