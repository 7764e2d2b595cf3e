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
    var open: [Substring] = []
    let tags = html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1)
    for tag in tags where !tag.hasPrefix("!--") {
      let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else if !["br", "hr", "img", "input"].contains(name) {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
