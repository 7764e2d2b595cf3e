import Community
import Dates

/// What somebody who looks after a community hands over to the next person, before it is printed.
///
/// It names people as the files do. Like an `Account` it is never published.
package struct HandoverLetter: Sendable {
  let words: HandoverWords
  let community: String
  let day: String
  /// Whether the community rests or has ended.
  let standing: String?
  let sections: [Section]
}

extension HandoverLetter {
  /// Things of one sort.
  struct Section: Sendable {
    let title: String
    let intro: String?
    let items: [Item]
    /// The sentence that stands where there is nothing.
    let empty: String

    init(_ title: String, intro: String? = nil, _ items: [Item], empty: String) {
      (self.title, self.intro, self.items, self.empty) = (title, intro, items, empty)
    }
  }

  /// One thing, with lines to fill in by hand for what the files do not know.
  struct Item: Sendable {
    let text: String
    var details: [String] = []
    /// What each line is for.
    var lines: [String] = []
  }
}

extension HandoverLetter {
  package init(_ holdings: Holdings) {
    let configuration = holdings.library.configuration
    words = .of(configuration.language)
    community = configuration.name
    day = words.date(holdings.today)
    standing = configuration.standing(on: holdings.today).map { [words] standing in
      words.standing(standing.status, standing.since.map(words.date))
    }
    sections = [
      holdings.promises(words), holdings.offers(words), holdings.questions(words),
      holdings.heldRoles(words), holdings.keys(words), holdings.quiet(words),
      holdings.consents(words), holdings.comingMeetings(words),
    ]
  }
}
