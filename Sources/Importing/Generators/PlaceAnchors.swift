import Community
import Diagnostics
import Markup

/// The places in pages that links can lead to, found as they are asked for.
struct PlaceAnchors {
  private let pages: [EntryID: PlacedPage]
  /// By entry: its anchors by their letters and digits alone, in which tools agree.
  private var known: [EntryID: [String: String]] = [:]

  init(_ pages: [PlacedPage]) {
    self.pages = Dictionary(pages.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The anchor here of what another tool called a place by; `nil` where there is none.
  mutating func anchor(_ fragment: String, of id: EntryID) -> String? {
    // A heading below others is named by all of them, `A#B`; a name of a line is no place here.
    let last = fragment.split(separator: "#").last.map(String.init) ?? ""
    guard !last.isEmpty, !last.hasPrefix("^") else { return nil }
    let anchors = anchors(of: id)
    return anchors[last.lettersAlone] ?? anchors[HeadingSlugs.slug(of: last).lettersAlone]
  }

  private mutating func anchors(of id: EntryID) -> [String: String] {
    if let found = known[id] { return found }
    guard let page = pages[id] else { return [:] }
    let hasTitle = page.page.fields["title"] != nil
    let body = Body.parse(
      SourceText(path: id.description, page.text), from: 0, dialect: .handbook,
      titleFromHeading: !hasTitle, givenTitle: page.page.fields["title"]?.value.text
    ).value
    let all = [body.titleAnchor].compactMap(\.self) + body.headings.map(\.anchor) + body.anchors
    let anchors = Dictionary(all.map { ($0.lettersAlone, $0) }) { first, _ in first }
    known[id] = anchors
    return anchors
  }
}

extension String {
  /// The letters and digits, small ones, without what tools write between them.
  fileprivate var lettersAlone: String {
    String(
      String.UnicodeScalarView(
        lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }
}
