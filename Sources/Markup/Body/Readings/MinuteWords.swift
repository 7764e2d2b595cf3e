import Diagnostics

/// The words by which minutes tell actions and decisions, in one or more languages, case and accents
/// folded.
package struct MinuteWords: Hashable, Sendable {
  /// What minutes gather.
  enum Kind: Hashable, Sendable, CaseIterable {
    case action, decision
  }

  /// The words for one kind.
  package struct Terms: Hashable, Sendable {
    /// What a heading may say: "decisions", "action points".
    var headings: Set<String>
    /// The first of them in each language, which the kind is called by.
    var names: Set<String>
    /// What an item may begin with, before a colon or a dash: "agreed", "action".
    var openers: Set<String>

    package init(headings: [String], openers: [String]) {
      self.headings = Set(headings.map(\.phrase))
      self.names = Set(headings.prefix(1).map(\.phrase))
      self.openers = Set(openers.map(\.phrase)).union(names)
    }

    fileprivate func union(_ other: Terms) -> Terms {
      var both = self
      both.headings.formUnion(other.headings)
      both.names.formUnion(other.names)
      both.openers.formUnion(other.openers)
      return both
    }
  }

  var actions: Terms
  var decisions: Terms
  /// What an item says where there is none.
  var none: Set<String>
  /// What may stand in a heading beside its words: "and", "key", "made".
  var besides: Set<String>
  /// How the openers of both kinds begin, and how what says that there is nothing.
  private(set) var openerBeginnings: PhraseBeginnings
  private var noneBeginnings: PhraseBeginnings

  package init(actions: Terms, decisions: Terms, none: [String], besides: [String]) {
    self.actions = actions
    self.decisions = decisions
    self.none = Set(none.map(\.phrase))
    self.besides = Set(besides.map(\.phrase))
    openerBeginnings = PhraseBeginnings(actions.openers.union(decisions.openers))
    noneBeginnings = PhraseBeginnings(self.none)
  }

  /// The English words, which hold in every language: those of `templates/strings/en.yml`.
  package static let english = MinuteWords(
    actions: Terms(
      headings: [
        "actions", "action", "action points", "action items", "agreed actions", "actions agreed",
        "to do", "to-dos", "todo", "tasks", "to-do", "todos", "next steps", "next step",
        "follow-up", "follow-ups", "follow up",
      ],
      openers: ["action", "action point", "action item", "to do", "todo"]),
    decisions: Terms(
      headings: [
        "decisions", "decision", "agreed", "resolved", "resolutions", "we agreed",
        "agreements", "what we decided", "what was decided", "what we agreed", "what was agreed",
        "outcomes",
      ],
      openers: ["decision", "decided", "agreed", "resolved"]),
    none: [
      "none", "nothing", "n/a", "no decisions", "no actions", "none this time", "none today",
      "no decisions made", "no decisions taken", "no decisions were", "no actions were",
      "there were no", "nothing was decided", "nothing was agreed", "nil", "none taken",
      "none arising", "none outstanding", "nothing decided", "nothing agreed", "not applicable",
      "no decision was", "no decisions yet", "no new decisions", "no new actions",
      "no actions arising", "no actions outstanding", "no further actions", "no further decisions",
    ],
    besides: [
      "and", "key", "main", "new", "our", "other", "the", "all", "made", "taken", "reached",
      "agreed",
      "of", "meeting", "list", "item", "log", "open", "outstanding",
    ])

  /// The words of several languages together.
  package func union(_ other: MinuteWords) -> MinuteWords {
    var both = self
    both.actions = actions.union(other.actions)
    both.decisions = decisions.union(other.decisions)
    both.none.formUnion(other.none)
    both.besides.formUnion(other.besides)
    both.openerBeginnings = PhraseBeginnings(both.actions.openers.union(both.decisions.openers))
    both.noneBeginnings = PhraseBeginnings(both.none)
    return both
  }

  subscript(kind: Kind) -> Terms {
    switch kind {
    case .action: actions
    case .decision: decisions
    }
  }
}

extension MinuteWords {
  /// Whether an item says that there was nothing to do or to decide.
  ///
  /// `None.` and `None, we ran out of time` do; "None of us teaches after four" is a decision. A
  /// phrase of three words or more says it whatever follows: "No decisions were made".
  func saysNone(_ text: ArraySlice<UInt8>) -> Bool {
    // A space comes first where a name or a title stands before it.
    guard let first = text.first, first != 0x20 else { return false }
    let written = text.drop { "([".utf8.contains($0) }
    guard noneBeginnings.mayBegin(written) else { return false }
    let start = String(decoding: written.prefix(80), as: UTF8.self).phrase
    if start.utf8.allSatisfy({ "–—-./".utf8.contains($0) }) { return true }
    return none.contains { none in
      guard start.hasPrefix(none) else { return false }
      let rest = start.dropFirst(none.count)
      guard let next = rest.unicodeScalars.first else { return true }
      if ".,;:!–—()]".unicodeScalars.contains(next) { return true }
      guard next == " ", text.count <= 80 else { return false }
      let isLong = none.utf8.count { $0 == 0x20 } >= 2
      return isLong
        || rest.dropFirst().unicodeScalars.first.map("–—-(".unicodeScalars.contains) ?? true
    }
  }
}

extension String {
  /// The words folded, with a plain space and no other sign between them.
  var phrase: String {
    foldedForComparison.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
      .joined(separator: " ")
  }
}
