import Markup

extension Projection {
  /// New anchors for headings that mention somebody who is not named: the old ones hold what was
  /// written, which can be a name.
  func neutralAnchors(of index: EntryIndex) -> [String: String] {
    let body = library[index].body
    guard !body.mentions.isEmpty else { return [:] }
    var anchors: [String: String] = [:]
    for (number, heading) in body.headings.enumerated() {
      let mentionsUnnamed = zip(body.mentions, graph.bodies[index.position].mentioned).contains {
        mention, member in
        guard
          (heading.title.lowerBound...heading.title.upperBound).contains(mention.place.lowerBound)
        else { return false }
        if case .named = member.flatMap({ people[$0] }) { return false }
        return true
      }
      if mentionsUnnamed { anchors[heading.anchor] = "section-\(number + 1)" }
    }
    return anchors
  }
}

extension PlaceInEntry {
  func renamed(by anchors: [String: String]) -> PlaceInEntry {
    guard case .heading(let anchor) = self, let neutral = anchors[anchor] else { return self }
    return .heading(neutral)
  }
}

extension Body.Piece {
  func renamed(by anchors: [String: String]) -> Body.Piece {
    guard case .anchor(let anchor) = self, let neutral = anchors[anchor] else { return self }
    return .anchor(neutral)
  }
}

extension Body.Heading {
  func renamed(by anchors: [String: String]) -> Body.Heading {
    guard let neutral = anchors[anchor] else { return self }
    return Body.Heading(level: level, anchor: neutral, title: title, line: line)
  }
}
