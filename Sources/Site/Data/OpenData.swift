import Community
import Dates
import Diagnostics
import Markup
import Text

extension PageContext {
  /// All that is public as JSON: the file `data/handbook.json`.
  ///
  /// `docs/handbook.schema.json` describes it. People are in it only where the community has agreed
  /// to give them as data. Texts are left out; the addresses of their pages are given. Each entry,
  /// action and decision stands on one line, so that two versions can be compared.
  func appendOpenData(to bytes: inout [UInt8]) {
    let listed = handbook.entries.filter { !$0.kind.isPerson || givesPeople }
    // What is reserved and not used takes no memory; what grows is in memory twice.
    bytes.reserveCapacity(bytes.count + 1_024 * handbook.positions)
    bytes += "{\"version\": 1,\n\"community\": ".utf8
    communityData().append(to: &bytes)
    appendList("tags", plan.overview.tags.lazy.map(data), to: &bytes)
    appendList("entries", listed.lazy.map(data), to: &bytes)
    appendList("actions", handbook.registers.actions.lazy.compactMap(data), to: &bytes)
    appendList("decisions", handbook.registers.decisions.lazy.compactMap(data), to: &bytes)
    appendList("links", listed.lazy.flatMap(links), to: &bytes)
    bytes += "}\n".utf8
  }

  /// Appends a list.
  ///
  /// The values are made one by one: together they take more memory than the file.
  private func appendList(
    _ name: String, _ values: some Sequence<JSON>, to bytes: inout [UInt8]
  ) {
    bytes += ",\n\"\(name)\": [".utf8
    for (position, value) in values.enumerated() {
      bytes += (position == 0 ? "\n" : ",\n").utf8
      value.append(to: &bytes)
    }
    bytes += "]".utf8
  }

  var givesPeople: Bool { handbook.configuration.hasOpenData }

  private func communityData() -> JSON {
    let configuration = handbook.configuration
    return .object([
      "name": .text(configuration.name), "tagline": configuration.tagline.map(JSON.text),
      "purpose": configuration.purpose.map(JSON.text), "language": .text(configuration.language),
      "timezone": .text(configuration.timeZone), "url": configuration.baseURL.map(JSON.text),
      "licence": licenceData(configuration.licence),
      "series": .list(
        configuration.series.map { series in
          .object([
            "id": .text(series.id), "title": .text(series.title),
            "summary": series.summary.map(JSON.text), "ended": day(series.ended),
          ])
        }),
      "roles": .list(
        configuration.roles.map { role in
          .object([
            "id": .text(role.id), "title": .text(role.title),
            "summary": role.summary.map(JSON.text),
          ])
        }),
    ])
  }

  private func data(_ tagged: Overview.TaggedEntries) -> JSON {
    .object([
      "id": .text(tagged.tag.id), "label": .text(tagged.tag.label),
      "description": (handbook.vocabulary.term(tagged.tag.id)?.description).map(JSON.text),
      "address": .text(Addresses.tag(tagged.tag.id).percentEncodedPath),
    ])
  }

  /// What an entry's text links to or mentions, each once.
  private func links(_ entry: PublishedEntry) -> [JSON] {
    var seen: Set<EntryIndex> = []
    let linked = entry.links.compactMap { link in
      if case .entry(let index, _) = link { index } else { EntryIndex?.none }
    }
    let mentioned = entry.people.compactMap { person in
      if case .named(_, let page) = person { page } else { EntryIndex?.none }
    }
    let targets = (linked + mentioned).filter { seen.insert($0).inserted }
      .compactMap(handbook.entry)
    return targets.filter { !$0.kind.isPerson || givesPeople }.map { target in
      .object(["from": .text("\(entry.id)"), "to": .text("\(target.id)")])
    }
  }
}

extension PageContext {
  /// Words of an entry's text that belong to its surface; names only where people are given at all.
  ///
  /// Such words are the summary, actions and decisions. An edit that leaves the surface leaves them,
  /// so the page need not be made again for it, and no text is noted.
  func wording(_ range: ProseRange, of entry: PublishedEntry) -> JSON {
    .text(
      givesPeople
        ? handbook.text(range, of: entry, notedIn: ShownTexts())
        : handbook.textWithoutNames(range, of: entry, notedIn: ShownTexts()))
  }

  /// What the author wrote as a summary, else the first paragraph.
  func summary(_ entry: PublishedEntry) -> JSON? {
    if let written = entry.common.summary { return .text(written.value) }
    return handbook.body(of: entry, notedIn: ShownTexts()).summary.map { wording($0, of: entry) }
  }

  func day(_ date: CalendarDate?) -> JSON? { date.map { .text("\($0)") } }

  func ids(_ references: [Reference]) -> JSON? {
    .texts(handbook.entries(references).map { "\($0.id)" })
  }

  func id(_ reference: Reference?) -> JSON? { handbook.entry(reference).map { .text("\($0.id)") } }

  /// Those who are named, where people are given at all.
  func peopleData(_ people: [Person]) -> JSON? {
    guard givesPeople else { return nil }
    return .values(people.compactMap(personData))
  }

  func personData(_ person: Person?) -> JSON? {
    guard givesPeople, case .named(let name, let page)? = person else { return nil }
    return .object([
      "name": .text(name), "id": page.flatMap(handbook.entry).map { .text("\($0.id)") },
    ])
  }

  func licenceData(_ licence: Licence?) -> JSON? {
    guard let licence, licence.name != nil || licence.address != nil else { return nil }
    return .object([
      "name": licence.name.map(JSON.text), "url": licence.address.map(JSON.text),
    ])
  }
}
