/// A change to a file that fixes a problem, where nobody has to decide anything.
///
/// `handbook check --fix` makes it; a message only tells it in words.
package struct Fix: Hashable, Sendable {
  /// What to replace: a stretch of one line; of no length to insert.
  package let span: SourceSpan
  package let replacement: String
  /// Whether the line break after the stretch goes too: a whole line is taken out.
  package let takesLineBreak: Bool

  package init(_ span: SourceSpan, with replacement: String, takingLineBreak: Bool = false) {
    self.span = span
    self.replacement = replacement
    takesLineBreak = takingLineBreak
  }
}

extension SourceText {
  /// The bytes of a span; `nil` where the text has no such place.
  package func range(of span: SourceSpan) -> Range<Int>? {
    guard span.column > 0, let lineStart = start(ofLine: Int(span.line)),
      let start = offset(ofScalar: Int(span.column) - 1, from: lineStart),
      let end = offset(ofScalar: Int(span.length), from: start)
    else { return nil }
    return start..<end
  }

  /// Makes changes to a text, those first that come last in it.
  ///
  /// Of two that overlap the earlier one is made; the other waits for the next round.
  package func fixed(by fixes: [Fix]) -> (bytes: [UInt8], count: Int) {
    let placed = fixes.compactMap { fix in
      range(of: fix.span).map { range in
        let next = fix.takesLineBreak ? start(ofLine: Int(fix.span.line) + 1) : nil
        return (range: range.lowerBound..<(next ?? range.upperBound), text: fix.replacement)
      }
    }
    var kept: [(range: Range<Int>, text: String)] = []
    var end = 0
    for change in placed.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where change.range.lowerBound >= end {
      kept.append(change)
      end = max(change.range.upperBound, change.range.lowerBound + 1)
    }
    var fixed = bytes
    for change in kept.reversed() { fixed.replaceSubrange(change.range, with: change.text.utf8) }
    return (fixed, kept.count)
  }

  /// The byte at which the scalar so many places further begins, on the same line.
  private func offset(ofScalar count: Int, from start: Int) -> Int? {
    var offset = start
    for _ in 0..<count {
      guard offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D else { return nil }
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
