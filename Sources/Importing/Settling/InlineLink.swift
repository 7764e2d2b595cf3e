/// A link of Markdown as it is written: `[label](address)`, a picture, `<address>` or an address
/// alone (CommonMark 0.30 §6.3 to §6.5).
struct InlineLink {
  let whole: Range<Int>
  /// Within `whole`; empty where there is none.
  let label: Range<Int>

  private init(whole: Range<Int>, label: Range<Int>) {
    self.whole = whole
    self.label = label
  }

  /// The link that a place lies in or begins with; `nil` where it lies in none.
  ///
  /// Only the paragraph around the place is looked at.
  init?(in bytes: [UInt8], around place: Range<Int>) {
    let start = bytes.startOfParagraph(place.lowerBound)
    let end = bytes.endOfParagraph(place.lowerBound)
    var index = start
    while index < end, index <= place.lowerBound {
      guard let link = InlineLink(in: bytes, at: index, until: end) else {
        index += 1
        continue
      }
      if link.whole.overlaps(place) || link.whole.lowerBound == place.lowerBound {
        self = link
        return
      }
      index = max(link.whole.upperBound, index + 1)
    }
    return nil
  }

  /// The link that begins at a byte.
  private init?(in bytes: [UInt8], at start: Int, until end: Int) {
    switch bytes[start] {
    case UInt8(ascii: "\\"): return nil
    case UInt8(ascii: "!"):
      guard start + 1 < end, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
      self.init(in: bytes, bracketAt: start + 1, from: start, until: end)
    case UInt8(ascii: "["):
      self.init(in: bytes, bracketAt: start, from: start, until: end)
    case UInt8(ascii: "<"):
      guard let close = bytes[start..<end].firstIndex(of: UInt8(ascii: ">")),
        bytes[start..<close].contains(UInt8(ascii: ":")),
        !bytes[start..<close].contains(where: { $0 <= 0x20 })
      else { return nil }
      self.init(whole: start..<(close + 1), label: start..<start)
    case UInt8(ascii: "h"):
      let text = bytes[start..<end]
      guard text.starts(with: "https://".utf8) || text.starts(with: "http://".utf8) else {
        return nil
      }
      let close = text.firstIndex { $0 <= 0x20 || "<>)\"".utf8.contains($0) } ?? end
      self.init(whole: start..<close, label: start..<start)
    default: return nil
    }
  }

  private init?(in bytes: [UInt8], bracketAt open: Int, from start: Int, until end: Int) {
    guard let close = bytes.closing(UInt8(ascii: "["), UInt8(ascii: "]"), at: open, until: end),
      close + 1 < end, bytes[close + 1] == UInt8(ascii: "("),
      let last = bytes.closing(UInt8(ascii: "("), UInt8(ascii: ")"), at: close + 1, until: end)
    else { return nil }
    self.init(whole: start..<(last + 1), label: (open + 1)..<close)
  }
}

extension [UInt8] {
  /// How far a paragraph is looked through, in bytes.
  private static var longest: Int { 4096 }

  fileprivate func startOfParagraph(_ place: Int) -> Int {
    var start = Swift.min(place, count)
    while start > 0, place - start < Self.longest {
      if start > 1, self[start - 1] == 0x0A, self[start - 2] == 0x0A { break }
      start -= 1
    }
    return start
  }

  fileprivate func endOfParagraph(_ place: Int) -> Int {
    var end = Swift.min(place, count)
    while end < count, end - place < Self.longest {
      if self[end] == 0x0A, end + 1 < count, self[end + 1] == 0x0A { break }
      end += 1
    }
    return end
  }

  /// Where what opens at a byte closes again.
  fileprivate func closing(_ open: UInt8, _ close: UInt8, at start: Int, until end: Int) -> Int? {
    var depth = 0
    var index = start
    while index < end {
      if self[index] == UInt8(ascii: "\\") {
        index += 1
      } else if self[index] == open {
        depth += 1
      } else if self[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
      index += 1
    }
    return nil
  }
}
