import Markup

/// Takes `goal:…` out of texts where readers do not see the goal, since its id says what it is
/// about.
///
/// Spaces take the place of the mark, so that nothing else in a body moves.
struct HiddenGoals {
  /// Ids and old ids, in small letters.
  private let ids: Set<[UInt8]>

  init(_ library: Library, isShown: [Bool]) {
    var ids: Set<[UInt8]> = []
    for (entry, isShown) in zip(library.entries, isShown) where entry.id.kind == .goal && !isShown {
      for id in [entry.id.name] + entry.common.aliases.map(\.value) {
        ids.insert(Array(id.lowercased().utf8))
      }
    }
    self.ids = ids
  }

  var isEmpty: Bool { ids.isEmpty }

  func blanked(_ text: String) -> String {
    guard !ids.isEmpty else { return text }
    return String(decoding: blanked(Array(text.utf8)), as: UTF8.self)
  }

  func blanked(_ text: [UInt8]) -> [UInt8] {
    var blanked = text
    for position in places(in: text).joined() { blanked[position] = 0x20 }
    return blanked
  }

  /// Whether a heading has one, which then is in its anchor too.
  func areNamed(in body: Body, _ heading: Body.Heading) -> Bool {
    let title = Int(heading.title.lowerBound)..<Int(heading.title.upperBound)
    return !ids.isEmpty && !places(in: Array(body.prose.text[title])).isEmpty
  }

  /// The positions of the bytes of each mark; tags of HTML may stand between them.
  private func places(in text: [UInt8]) -> [[Int]] {
    guard !ids.isEmpty else { return [] }
    return text.indices.compactMap { start in
      guard text[start] | 0x20 == UInt8(ascii: "g") else { return nil }
      return mark(in: text, at: start)
    }
  }

  private func mark(in text: [UInt8], at start: Int) -> [Int]? {
    var positions: [Int] = []
    var index = start
    for letter in "goal:".utf8 {
      guard let next = text.letter(from: index), text[next] == letter || text[next] | 0x20 == letter
      else { return nil }
      positions.append(next)
      index = next + 1
    }
    var id: [UInt8] = []
    while let next = text.letter(from: index), text[next].mayBePartOfID {
      positions.append(next)
      id.append(text[next] | (text[next] &- 0x41 < 26 ? 0x20 : 0))
      index = next + 1
    }
    let name = id.split(separator: UInt8(ascii: "/")).last ?? []
    return ids.contains(Array(name)) ? positions : nil
  }
}

extension [UInt8] {
  /// The next byte that is not part of a tag.
  fileprivate func letter(from start: Int) -> Int? {
    var index = start
    while index < count, self[index] == UInt8(ascii: "<") {
      guard let end = self[index...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      index = end + 1
    }
    return index < count ? index : nil
  }
}

extension UInt8 {
  fileprivate var mayBePartOfID: Bool {
    (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "/")
  }
}
