/// The entries whose texts a page shows, noted while the page is made: when nothing but running text
/// has changed, only the pages that show it can come out otherwise.
///
/// The one way to an entry's text, `Handbook.body`, leads past it, so no page can forget to note. A
/// class, because a page is made by many functions that only read; each page has its own, and no two
/// threads share one.
package final class ShownTexts {
  private var noted: [EntryIndex] = []

  package init() {}

  func note(_ entry: EntryIndex) {
    if noted.last != entry { noted.append(entry) }
  }

  /// Each entry once.
  package var entries: [EntryIndex] {
    var seen: Set<EntryIndex> = []
    return noted.filter { seen.insert($0).inserted }
  }
}
