import Community
import Markup

/// What stands behind an action or a decision in the notes: its number to cite, who does it, how it
/// stands, the goals it serves, and what became of it.
///
/// The facts are one line, separated by dots, so that they read well without a style sheet too.
struct NoteFacts {
  /// A fact, which a style sheet may know by its name.
  struct Fact {
    let name: String
    var words: String?
    var links: [LinkView] = []
    var people: [PersonView] = []
  }

  let facts: [Fact]
  /// The language of the facts, where the notes are in another.
  var language: LanguageView?

  func write(to html: inout [UInt8]) {
    guard !facts.isEmpty else { return }
    html.append(" <span class=\"note-facts\"")
    if let language {
      html.append(" lang=\"")
      html.append(escaped: language.code)
      html.append("\" dir=\"\(language.direction)\"")
    }
    html.append(">")
    for (index, fact) in facts.enumerated() {
      if index > 0 { html.append(" · ") }
      writeFact(fact, to: &html)
    }
    html.append("</span>")
  }

  private func writeFact(_ fact: Fact, to html: inout [UInt8]) {
    html.append("<span class=\"note-\(fact.name)\">")
    if let words = fact.words { html.append(escaped: words) }
    var needsComma = false
    func part() {
      if needsComma { html.append(", ") } else if fact.words != nil { html.append(" ") }
      needsComma = true
    }
    for person in fact.people {
      part()
      html.appendName(of: person)
    }
    for link in fact.links {
      part()
      writeLink(link, to: &html)
    }
    html.append("</span>")
  }

  private func writeLink(_ link: LinkView, to html: inout [UInt8]) {
    if let address = link.address {
      html.append("<a href=\"")
      html.append(escaped: address)
      html.append("\">")
    }
    html.append(escaped: link.title)
    if link.address != nil { html.append("</a>") }
  }
}

extension PageContext {
  /// The facts of an action; `address` is that of its line in the notes.
  func facts(_ action: PublishedAction, of notes: PublishedEntry, at address: String) -> NoteFacts {
    let number = words.actionNumber(number: "\(action.number)")
    let state = state(of: action)
    return noteFacts(
      [
        NoteFacts.Fact(name: "number", links: [LinkView(title: number, address: address)]),
        action.owners.isEmpty
          ? NoteFacts.Fact(name: "owners", words: words(.actionNobody))
          : NoteFacts.Fact(name: "owners", people: action.owners.map { person($0) }),
        NoteFacts.Fact(name: state.id, words: state.title),
        goals(action.goals, besides: action.wording, of: notes),
        reference(.actionContinues, [action.earlier].compactMap(\.self), reference(toAction:)),
        reference(.actionContinuedIn, [action.later].compactMap(\.self), reference(toAction:)),
      ], of: notes)
  }

  /// The facts of a decision.
  func facts(
    _ decision: PublishedDecision, of notes: PublishedEntry, at address: String
  ) -> NoteFacts {
    let number = words.decisionNumber(number: "\(decision.number)")
    let isStruck = decision.isStruck && status(of: decision)?.id == "struck"
    return noteFacts(
      [
        NoteFacts.Fact(name: "number", links: [LinkView(title: number, address: address)]),
        isStruck ? NoteFacts.Fact(name: "struck", words: words(.decisionStruck)) : nil,
        notes.common.goals.count == 1
          ? nil : goals(decision.goals, besides: decision.wording, of: notes),
        reference(.decisionSupersedes, decision.supersedes, reference(toDecision:)),
        reference(.decisionReverses, decision.reverses, reference(toDecision:)),
        reference(.decisionSupersededBy, decision.supersededBy, reference(toDecision:)),
        reference(.decisionReversedBy, decision.reversedBy, reference(toDecision:)),
      ], of: notes)
  }

  private func noteFacts(_ facts: [NoteFacts.Fact?], of notes: PublishedEntry) -> NoteFacts {
    let isOther = notes.language != words.language
    return NoteFacts(
      facts: facts.compactMap(\.self), language: isOther ? languageView(words.language) : nil)
  }

  /// The goals that it serves, apart from those that its words link to.
  private func goals(
    _ goals: [EntryIndex], besides wording: NoteText, of notes: PublishedEntry
  ) -> NoteFacts.Fact? {
    let body = body(of: notes)
    let linked = wording.links.compactMap { link in
      if case .entry(let index, _) = body.links[link.position] { index } else { EntryIndex?.none }
    }
    let others = goals.filter { !linked.contains($0) }.compactMap { handbook.entry($0) }
    return others.isEmpty ? nil : NoteFacts.Fact(name: "goals", links: others.map { link($0) })
  }

  private func reference(
    _ word: Word, _ positions: [Int], _ link: (Int) -> LinkView?
  ) -> NoteFacts.Fact? {
    let links = positions.compactMap(link)
    return links.isEmpty ? nil : NoteFacts.Fact(name: "chain", words: words(word), links: links)
  }
}
