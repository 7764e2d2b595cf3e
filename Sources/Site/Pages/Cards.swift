import Community
import Markup
import Templates

extension PageContext {
  /// An entry in a list of any kind.
  func card(_ entry: PublishedEntry) -> CardView {
    var card = cardOfKind(entry)
    let marks = plan.overview.facets.marks(of: entry.index)
    card.facets = marks.isEmpty ? nil : marks.joined(separator: " ")
    return card
  }

  func kindLabel(_ kind: EntryKind, title: String? = nil) -> LabelView {
    LabelView(id: kind.rawValue, title: title ?? words(kind.word))
  }

  func basicCard(_ entry: PublishedEntry, kind: LabelView) -> CardView {
    CardView(
      kind: kind, title: entry.title, address: address(of: entry.index),
      language: language(entry.language), date: entry.date.map(words.shortDate),
      summary: entry.summary.map(cardSummary), tags: entry.tags.prefix(4).map(link),
      image: image(entry.image ?? firstPhoto(in: entry)))
  }

  /// The first picture of a text that is large enough to have copies, so no sign or small drawing.
  private func firstPhoto(in entry: PublishedEntry) -> PublishedImage? {
    entry.pictures.lazy.compactMap(\.self).first { image in
      !plan.addresses.copies(of: image.asset).isEmpty
    }
  }
}

/// A summary short enough for a card: whole sentences where they fit, else whole words.
private func cardSummary(_ text: String) -> String {
  guard text.utf8.count > 240 else { return text }
  let cut = text.unicodeScalars.prefix(220)
  let end = cut.lastIndex(of: " ") ?? cut.endIndex
  return String(cut[..<end]) + "…"
}
