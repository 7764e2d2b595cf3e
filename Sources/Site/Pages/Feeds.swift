import Community
import Dates
import Markup
import Templates

extension PageContext {
  /// What a feed says.
  func feed(_ scope: FeedScope) -> Feed? {
    guard let base = handbook.configuration.baseURL, let newest = plan.feeds[scope] else {
      return nil
    }
    let entries = newest.map { feedEntry($0, base) }
    return Feed(
      id: PermanentID.urn(handbook.configuration, feedName(scope)), title: feedTitle(scope),
      subtitle: scope == .everything ? handbook.configuration.tagline : nil,
      language: words.language, home: base, address: base + path.percentEncodedPath,
      updated: stamp(newest.map(plan.overview.lastRevision).max() ?? handbook.today),
      community: handbook.configuration.name, entries: entries)
  }

  private func feedEntry(_ entry: PublishedEntry, _ base: String) -> Feed.Entry {
    let address = plan.addresses.entry(entry.index).flatMap(canonical) ?? base
    var elsewhere = self
    elsewhere.prefix = base
    elsewhere.here = address
    return Feed.Entry(
      id: PermanentID.feed(entry, handbook.configuration), title: entry.title, address: address,
      language: entry.language, published: stamp(entry.date ?? handbook.today),
      updated: stamp(plan.overview.lastRevision(of: entry)), people: elsewhere.authors(of: entry),
      tags: entry.tags, summary: entry.summary, html: elsewhere.wholeText(of: entry))
  }

  /// A day, as the moment at which it began in the site's zone (RFC 3339).
  private func stamp(_ day: CalendarDate) -> String {
    TimeZones.zone(handbook.configuration.timeZone).stamp(ofMidnight: day)
  }

  /// Those who wrote or made it, each name once.
  func authors(of entry: PublishedEntry) -> [PersonView] {
    var names: Set<String> = []
    return makers(of: entry).filter { names.insert($0.name).inserted }
  }

  /// What somebody reads who never opens the page: the text, and what a resource is taken from.
  private func wholeText(of entry: PublishedEntry) -> [UInt8] {
    let body = body(of: entry)
    // Who came, and who was ill, is sent to nobody.
    var text = body.tellsPresence ? [] : html(body, of: entry)?.bytes ?? []
    if text.isEmpty, let words = entry.summary ?? leads(of: entry).first {
      text.append("<p>")
      text.append(escaped: words)
      text.append("</p>\n")
    }
    if let resource = entry.resource {
      for item in items(entry, resource) {
        text.append("<p><a href=\"")
        text.append(escaped: item.address)
        text.append("\">")
        text.append(escaped: item.isFile ? item.title : item.address)
        text.append("</a></p>\n")
      }
    }
    return text
  }
}

extension PageContext {
  private func feedName(_ scope: FeedScope) -> String {
    switch scope {
    case .everything: "feed"
    case .tag(let id): "feed of tags/\(id)"
    case .goal(let index): "feed of \(handbook.entry(index)?.firstName ?? "goals")"
    }
  }

  private func feedTitle(_ scope: FeedScope) -> String {
    let community = handbook.configuration.name
    let part: String? =
      switch scope {
      case .everything: nil
      case .tag(let id): plan.overview.tag(id)?.tag.label ?? id
      case .goal(let index): handbook.entry(index)?.title
      }
    return part.map { words.partOfCommunity(part: $0, community: community) }
      ?? community
  }

  /// The feeds that fit a page: its own, then that of everything.
  func feeds(_ own: FeedScope? = nil) -> [FeedView] {
    let scopes = [own, .everything].compactMap(\.self).filter { plan.feeds[$0] != nil }
    var feeds = scopes.compactMap { scope in
      plan.addresses.feed(scope).map { path in
        FeedView(
          title: feedTitle(scope), address: address(path.percentEncodedPath),
          type: "application/atom+xml")
      }
    }
    if scopes.last == .everything {
      feeds.append(
        FeedView(
          title: feedTitle(.everything), address: address(Addresses.jsonFeed),
          type: "application/feed+json"))
    }
    return feeds
  }
}
