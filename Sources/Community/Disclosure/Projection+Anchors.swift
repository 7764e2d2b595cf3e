import Markup

extension Projection {
  /// New anchors for headings that speak of what is not shown, by a mention or a link without words
  /// of its own: the old ones hold what was written, which can be a name.
  func neutralAnchors(of index: EntryIndex) -> [String: String] {
    let body = library[index].body
    guard !body.mentions.isEmpty || !body.links.isEmpty || !hiddenGoals.isEmpty else {
      return [:]
    }
    let places = placesOfWithheldWords(in: body, graph.bodies[index.position])
    guard !places.isEmpty || !hiddenGoals.isEmpty else { return [:] }
    var taken = Set(body.headings.map(\.anchor))
    var anchors: [String: String] = [:]
    for (number, heading) in body.headings.enumerated() {
      let title = heading.title.lowerBound...heading.title.upperBound
      guard places.contains(where: title.contains) || hiddenGoals.areNamed(in: body, heading)
      else { continue }
      var anchor = "section-\(number + 1)"
      while !taken.insert(anchor).inserted { anchor += "-a" }
      anchors[heading.anchor] = anchor
    }
    return anchors
  }

  /// Where a name or a title that readers may not see would stand in the prose.
  private func placesOfWithheldWords(in body: Body, _ links: BodyLinks) -> [Int32] {
    let people = zip(body.mentions, zip(links.mentioned, links.staysText)).filter { _, found in
      !found.1 && !(found.0.map(isNamed) ?? false)
    }
    let titles = zip(body.links, links.targets).filter { link, target in
      guard !link.hasLabel, case .entry(let index, _) = target else { return false }
      return !isShown[index.position] && !isNamed(index)
    }
    return people.map(\.0.place.lowerBound) + titles.map(\.0.label.lowerBound)
  }

  private func isNamed(_ member: EntryIndex) -> Bool {
    if case .named = people[member] { true } else { false }
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
