import Community
import Markup
import Templates

extension PageContext {
  /// The entries whose texts link here, newest first, each with the sentence that does.
  func backlinks(to entry: PublishedEntry) -> [BacklinkView] {
    let links = handbook.links(to: entry.index)
    let found = links.compactMap { link in
      handbook.entry(link.from).map { (from: $0, place: link.place) }
    }
    var seen: Set<EntryIndex> = []
    return found.sorted { isNewer($0.from, $1.from) }
      .filter { seen.insert($0.from.index).inserted }
      .map { backlink($0.from, at: $0.place) }
  }

  private func backlink(_ from: PublishedEntry, at place: ProseRange) -> BacklinkView {
    BacklinkView(
      from: link(from), kind: kindAndDate(from), sentence: sentence(around: place, in: from),
      language: language(from.language))
  }

  func kindAndDate(_ entry: PublishedEntry) -> String {
    let kind = words(entry.kind.word)
    guard let date = entry.date else { return kind }
    return words.backlinkKind(kind: kind, date: words.shortDate(date).text)
  }

  /// The sentence around a link, with the words of the link marked.
  private func sentence(around place: ProseRange, in entry: PublishedEntry) -> HTML? {
    guard let sentence = body(of: entry).prose.sentence(around: place) else { return nil }
    var html: [UInt8] = sentence.isCutBefore ? Array("… ".utf8) : []
    // A hole at the edge of the label is part of it, and of no other stretch.
    for part in stretches(of: sentence.range, around: place, in: entry) {
      if part.isMarked { html.append("<mark>") }
      html.append(escaped: part.text)
      if part.isMarked { html.append("</mark>") }
    }
    if sentence.isCutAfter { html.append(" …") }
    return HTML(bytes: html)
  }

  private func stretches(
    of sentence: ProseRange, around place: ProseRange, in entry: PublishedEntry
  )
    -> [(text: String, isMarked: Bool)]
  {
    let label = text(place, of: entry)
    let before = text(
      sentence.lowerBound..<place.lowerBound, of: entry, withHolesAtEnd: false)
    let after = text(
      place.upperBound..<sentence.upperBound, of: entry, withHolesAtStart: false)
    return [(before, false), (label, true), (after, false)].filter { !$0.0.isEmpty }
  }
}
