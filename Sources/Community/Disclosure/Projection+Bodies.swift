import Markup

extension Projection {
  /// The words on how to join.
  func join() -> PublishedBody? {
    guard let entry = library.join, let links = graph.join else { return nil }
    return publish(entry.body, links, anchors: [:], cuts: .none)
  }

  func publish(
    _ body: Body, _ bodyLinks: BodyLinks, anchors: [String: String], cuts: ProseCuts
  ) -> PublishedBody {
    let people = people(body, bodyLinks)
    let links = bodyLinks.targets.map { published($0, anchors: anchors) }
    let images = zip(bodyLinks.images, body.images).map {
      asset, image -> PublishedImage? in
      guard let asset, !withheldAssets.contains(asset) else { return nil }
      return PublishedImage(
        asset: asset, alternative: hiddenGoals.blanked(image.alternative),
        title: image.title.map(hiddenGoals.blanked))
    }
    return PublishedBody(
      pieces: anchors.isEmpty ? body.pieces : body.pieces.map { $0.renamed(by: anchors) },
      html: hiddenGoals.isEmpty ? body.html : hiddenGoals.blanked(body.html),
      headings: body.headings.map { $0.renamed(by: anchors) }, links: links,
      linkTitles: body.links.map { $0.title.map(hiddenGoals.blanked) },
      people: people, images: images, summary: body.summary, prose: published(body.prose),
      cuts: cuts,
      decisionNumbers: body.decisions.map(\.number), tellsPresence: !body.presences.isEmpty)
  }

  func published(_ prose: Prose) -> Prose {
    guard !hiddenGoals.isEmpty else { return prose }
    var published = prose
    published.text = hiddenGoals.blanked(prose.text)
    return published
  }

  private func published(_ target: LinkTarget, anchors: [String: String]) -> PublishedLink {
    switch target {
    case .entry(let index, let place):
      if isShown[index.position] {
        return .entry(index, at: place?.renamed(by: neutralAnchors(of: index)))
      }
      return people[index].map(PublishedLink.person) ?? .withheld
    case .index(let kind): return .index(kind)
    case .asset(let position):
      return withheldAssets.contains(position) ? .withheld : .asset(position)
    case .here(let place): return .here(place.renamed(by: anchors))
    case .elsewhere(let address): return .elsewhere(address)
    case .nothing: return .nothing
    }
  }
}
