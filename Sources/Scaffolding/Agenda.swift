/// What a meeting goes through, as the headings of its notes.
package struct Agenda: Hashable, Sendable {
  package let headings: [String]
  /// Task items that earlier meetings left open, each as a line of Markdown without its list mark.
  package var carriedOver: [String] = []
  /// What the meeting is about.
  var lead = "What this meeting is about, in a sentence."

  package init(headings: [String]) {
    self.headings = headings
  }

  package static let carriedOverHeading = "Carried over"

  /// For a community that has not met yet.
  static let usual = Agenda(headings: ["What we tried", "Decisions", "Actions"])

  /// The agenda of the last meeting, whatever it was about; the usual one where it had no headings.
  package init(after headings: [String]) {
    self.init(headings: headings.isEmpty ? Agenda.usual.headings : headings)
  }

  /// The notes to write in.
  package var text: String {
    var text = "\(lead)\n"
    if !carriedOver.isEmpty {
      text += "\n## \(Agenda.carriedOverHeading)\n\n" + carriedOver.map { "- [ ] \($0)\n" }.joined()
    }
    for heading in headings { text += "\n## \(heading)\n" + hint(heading) }
    return text
  }

  private func hint(_ heading: String) -> String {
    switch heading {
    case "Decisions": "\n<!-- One a line: - We use the short slip until Easter. -->\n"
    case "Actions": "\n<!-- One a line: - [ ] @name sends the slip, due 2026-03-01 -->\n"
    default: ""
    }
  }
}
