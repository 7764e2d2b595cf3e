import Markup

/// Fills the holes of a text with what may be shown there.
struct PublishedText {
  let links: [PublishedLink]
  let people: [Person]
  let prose: Prose
  let cuts: ProseCuts
  let words: WithheldWords
  /// The title of an entry that is shown.
  let title: (EntryIndex) -> String?

  init(body: PublishedBody, words: WithheldWords, title: @escaping (EntryIndex) -> String?) {
    self.init(
      links: body.links, people: body.people, prose: body.prose, cuts: body.cuts, words: words,
      title: title)
  }

  init(
    links: [PublishedLink], people: [Person], prose: Prose, cuts: ProseCuts, words: WithheldWords,
    title: @escaping (EntryIndex) -> String?
  ) {
    self.links = links
    self.people = people
    self.prose = prose
    self.cuts = cuts
    self.words = words
    self.title = title
  }

  func text(
    _ range: ProseRange, withHolesAtStart: Bool = true, withHolesAtEnd: Bool = true
  ) -> String {
    var runs = cuts.parts(of: range).flatMap(runs)[...]
    if !withHolesAtStart { runs = runs.drop(while: \.isHole) }
    if !withHolesAtEnd { while runs.last?.isHole == true { runs.removeLast() } }
    return runs.map(text).joined()
  }

  private func runs(_ part: ProseCuts.Part) -> [Prose.Run] {
    let runs = prose.runs(in: part.range)
    return part.hasHolesAtStart ? runs : Array(runs.drop(while: \.isHole))
  }

  private func text(_ run: Prose.Run) -> String {
    switch run {
    case .text(let text): text
    case .hole(.mention(let mention)): words.name(of: people[Int(mention)])
    case .hole(.linkTitle(let link)): label(links[Int(link)])
    }
  }

  /// The label of a link that was written without one.
  private func label(_ link: PublishedLink) -> String {
    switch link {
    case .entry(let index, _): title(index) ?? words.aMembersPage
    case .person(let person): words.name(of: person)
    case .here(let place): "#\(place.written)"
    case .withheld, .nothing, .index, .asset, .elsewhere: words.aMembersPage
    }
  }
}

extension Prose.Run {
  fileprivate var isHole: Bool {
    if case .hole = self { true } else { false }
  }
}
