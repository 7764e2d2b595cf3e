/// Tells whether words of an old site may stand in a file that everybody can read: they hold no
/// name of a member, whatever the member agrees to today, and nobody's address or number.
package struct NamelessWords: Sendable {
  private let names: [MemberNames]

  package init(_ library: Library) {
    names = library.indices.compactMap { MemberNames(library[$0], at: $0) }
  }

  package func tellNobody(_ words: String) -> Bool {
    DetailScan(Array(words.utf8)).found.isEmpty && !names.contains { $0.areHeld(byAddress: words) }
  }
}
