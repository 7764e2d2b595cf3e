import Community
import Markup
import Templates

extension PageContext {
  /// A page of the print edition.
  func printPage(_ volume: PrintVolume) -> PrintView {
    let inVolumes = plan.overview.isPrintedInVolumes
    switch volume {
    case .whole where inVolumes:
      return PrintView(
        site: site(), page: printFrame(words(.print), below: [home()]),
        volumes: plan.overview.printVolumes.compactMap(volumeLink))
    case .whole:
      return PrintView(
        site: site(), page: printFrame(words(.print), below: [home()]),
        parts: EntryKind.inPrint.compactMap { part($0, of: volume) })
    case .kind(let kind, let number):
      let whole = LinkView(title: words(.print), address: address(Addresses.printed(.whole)))
      return PrintView(
        site: site(),
        page: printFrame(title(kind, part: number), below: [home(), whole]),
        parts: [part(kind, of: volume)].compactMap(\.self))
    }
  }

  private func printFrame(_ title: String, below: [LinkView]) -> PageView {
    var frame = page(title, isHidden: true)
    frame.breadcrumbs = below
    return frame
  }

  private func volumeLink(_ volume: PrintVolume) -> LinkView? {
    guard case .kind(let kind, let part) = volume else { return nil }
    let all = plan.overview.all(kind).count
    let count = PrintVolume.places(ofPart: part, among: all).count
    return LinkView(
      title: words.printVolume(
        kind: title(kind, part: part), count: words.count(kind.counted, count)),
      address: address(Addresses.printed(volume)))
  }

  /// `Posts`, or `Posts, part 2 of 9` where they fill several volumes.
  private func title(_ kind: EntryKind, part: Int) -> String {
    let title = words(kind.plural)
    let parts = plan.overview.printedParts(of: kind)
    guard parts > 1 else { return title }
    return words.printPart(kind: title, current: "\(part)", total: "\(parts)")
  }

  private func part(_ kind: EntryKind, of volume: PrintVolume) -> PrintPartView? {
    guard let anchor = printedAnchor(of: kind) else { return nil }
    return PrintPartView(
      title: words(kind.plural), anchor: anchor,
      entries: plan.overview.printed(kind, in: volume).map(printed))
  }

  private func printed(_ entry: PublishedEntry) -> PrintedEntryView {
    let card = card(entry)
    let anchor = printedAnchor(of: entry.index) ?? ""
    return PrintedEntryView(
      title: entry.title, anchor: anchor, language: language(entry.language),
      kind: card.kind.title == words(entry.kind.word) ? nil : card.kind.title,
      date: entry.kind.isPerson ? nil : entry.date.map(words.longDate), people: card.people,
      summary: entry.common.summary?.value, notices: notices(entry), facts: printedFacts(entry),
      quote: entry.success.flatMap(quote), image: image(entry.image ?? entry.photo),
      body: html(self.body(of: entry), of: entry, idPrefix: "\(anchor)--"))
  }
}

// MARK: - Facts

extension PageContext {
  /// What front matter says that a reader on paper needs; fields of one title are one fact.
  private func printedFacts(_ entry: PublishedEntry) -> [FactView] {
    var facts = occasionFacts(entry)
    for filled in printedFields(of: entry).filled + entry.common.filled {
      guard let title = filled.field.printedTitle else { continue }
      let values = printed(filled)
      if let position = facts.firstIndex(where: { $0.title == title }) {
        facts[position].values += values
      } else {
        facts.append((title, values))
      }
    }
    return facts.filter { !$0.values.isEmpty }
      .map { FactView(title: words($0.title), values: $0.values) }
  }

  /// Of the roles, those that the member has now.
  private func printedFields(of entry: PublishedEntry) -> EntryFields {
    guard case .member(var member) = entry.fields else { return entry.fields }
    member.roles = member.currentRoles(on: handbook.today)
    return .member(member)
  }

  private func printed(_ filled: FilledField) -> [LinkView] {
    switch filled.content {
    case .text(let text): [text].linked
    case .texts(let texts): texts.linked
    case .date(let date): [words.longDate(date).text].linked
    case .choice(let word): [choiceTitle(word, of: filled.field)].linked
    case .address(let address): [LinkView(title: address, address: address)]
    case .terms(let written, .tags): written.map(link(word:))
    case .terms(let written, .roles):
      written.compactMap { handbook.configuration.role($0)?.title }.linked
    case .terms(let written, .series):
      written.compactMap { handbook.configuration.series($0)?.title }.linked
    case .licence(let licence): [self.licence(licence)].compactMap(\.self)
    case .timeInClass(let time): [timeInClass(time)].linked
    case .reference(let reference): printed([reference], filled.field)
    case .references(let references): printed(references, filled.field)
    case .rows(let rows): rows.compactMap(printedPart)
    case .time, .number, .count, .yes, .year, .evidence, .picture: []
    }
  }

  private func printed(_ references: [Reference], _ field: DeclaredField) -> [LinkView] {
    guard field.type.target == .member else { return links(references) }
    return people(references).map { LinkView(title: $0.name, address: $0.address) }
  }

  /// `Feedback (I have a form for it)`, since two offers can have one tag; `Try it, done 3 May`.
  private func printedPart(_ row: [FilledField]) -> LinkView? {
    guard let first = row.first, var link = printed(first).first else { return nil }
    for filled in row.dropFirst() {
      switch filled.content {
      case .text(let note):
        link = LinkView(title: "\(link.title) (\(note))", address: link.address)
      case .date(let day) where filled.name == "done_on":
        let when = words.milestoneDone(date: words.shortDate(day).text)
        link = LinkView(title: words.listComma(first: link.title, last: when))
      default: break
      }
    }
    return link
  }
}

extension [String?] {
  /// The words that are there, leading nowhere.
  var linked: [LinkView] {
    compactMap { $0.flatMap { $0.isEmpty ? nil : LinkView(title: $0) } }
  }
}

extension [String] {
  fileprivate var linked: [LinkView] { map { Optional($0) }.linked }
}
