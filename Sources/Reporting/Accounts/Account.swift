package import Diagnostics
package import Text

/// What is told of the community to somebody who looks after it, before it is printed.
///
/// It names people as the files do. Nothing of it is ever published: neither `Site` nor `Build` can
/// import this module.
package struct Account: Sendable {
  /// What it is of: "The Riverside Circle, Thursday 26 November 2026".
  package let title: String
  /// For whom it is.
  package let note: String
  /// What a program is told of it before its sections.
  package let facts: Facts
  package let sections: [Section]
}

extension Account {
  /// Things of one sort.
  package struct Section: Sendable {
    /// What a program finds it by: `overdue_actions`.
    package let id: String
    package let title: String
    /// The sentence that stands in its place where there is nothing to tell; blank for none.
    package let empty: String
    package let items: [Item]
    /// How many there are; fewer than items where one stands in several groups.
    package let count: Int?

    init(_ id: String, _ title: String, empty: String, _ items: [Item], count: Int? = nil) {
      self.id = id
      self.title = title
      self.empty = empty
      self.items = items
      self.count = count ?? items.count
    }

    /// A section of things that nobody counts.
    init(uncounted id: String, _ title: String, empty: String, _ items: [Item]) {
      self.id = id
      self.title = title
      self.empty = empty
      self.items = items
      count = nil
    }
  }

  /// One thing.
  package struct Item: Sendable {
    /// What it stands under, with those beside it that stand under the same.
    package let group: String?
    package let text: String
    /// What is to be known about it, a line each.
    package let details: [String]
    /// Where it can be fixed.
    package let place: SourceLocation?
    package let facts: Facts

    init(
      _ text: String, group: String? = nil, details: [String] = [], at place: SourceLocation? = nil,
      facts: Facts
    ) {
      self.text = text
      self.group = group
      self.details = details
      self.place = place
      self.facts = facts
    }
  }
}

/// What a program is told, in the order written; what is not known, or not told, is null.
package typealias Facts = KeyValuePairs<String, JSON>

extension JSON {
  init(_ text: String?) { self = text.map(JSON.text) ?? .null }
  init(_ number: Int?) { self = number.map(JSON.number) ?? .null }
}
