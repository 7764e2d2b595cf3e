/// What a meeting goes through, as the headings of its notes.
package struct Agenda: Hashable, Sendable {
  let language: StarterLanguage
  package let headings: [String]
  /// Task items that earlier meetings left open, each as a line of Markdown without its list mark.
  package var carriedOver: [String] = []
  /// What the meeting is about; `nil` where somebody has yet to write it.
  var lead: String?

  /// For a community that has not met yet.
  static func usual(in language: StarterLanguage) -> Agenda {
    let words = language.words
    return Agenda(
      language: language,
      headings: [words(.whatWeTried), words(.decisions), words(.actions)])
  }

  init(language: StarterLanguage, headings: [String]) {
    self.language = language
    self.headings = headings
  }

  /// The agenda of the last meeting, whatever it was about, without what that had carried over; the
  /// usual one where it had no headings.
  package init(after headings: [String], in language: StarterLanguage) {
    let own = headings.filter { !Self.carriedOverHeadings.contains($0) }
    self = own.isEmpty ? .usual(in: language) : Agenda(language: language, headings: own)
  }

  /// The headings below which a meeting has what it carries over, in every language, since a site
  /// may have changed its own.
  package static let carriedOverHeadings = Set(
    StarterLanguage.allCases.map { $0.words(.carriedOver) })

  /// The notes to write in.
  package var text: String {
    let words = language.words
    var text = (lead ?? words(.aboutTheMeeting)) + "\n"
    if !carriedOver.isEmpty {
      text += "\n## \(words(.carriedOver))\n\n" + carriedOver.map { "- [ ] \($0)\n" }.joined()
    }
    for heading in headings { text += "\n## \(heading)\n" + hint(heading, words) }
    return text
  }

  private func hint(_ heading: String, _ words: StarterWords) -> String {
    if heading == words(.decisions) { return "\n<!-- \(words(.decisionsHint)) -->\n" }
    if heading == words(.actions) { return "\n<!-- \(words(.actionsHint)) -->\n" }
    return ""
  }
}

extension Agenda {
  /// Whether nobody has written into notes yet: there are headings, hints and what was carried over.
  package static func isUntouched(_ notes: String) -> Bool {
    notes.split(whereSeparator: \.isNewline).allSatisfy { line in
      let words = line.drop { $0 == " " }
      return words.isEmpty || words.hasPrefix("#")
        || words.hasPrefix("<!--") && words.hasSuffix("-->")
        || words.hasPrefix("- [ ] ") && continuing.contains { words.contains("\($0) [[") }
        || beginnings.contains(String(words))
    }
  }

  private static let continuing = StarterLanguage.allCases.map { $0.words(.continues) }
  private static let beginnings = Set(StarterLanguage.allCases.map { $0.words(.aboutTheMeeting) })
}
