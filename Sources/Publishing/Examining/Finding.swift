/// One thing that was looked at, how it is, and what to type where it is not good.
package struct Finding: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case good
    /// Nothing is wrong, and there is something to know.
    case note
    case bad
  }

  /// What was looked at, in one or two words.
  package let subject: String
  package let state: State
  /// How it is, in one line without a full stop.
  package let words: String
  /// What to type or to do, a line each.
  package let steps: [String]

  package init(_ subject: String, _ state: State, _ words: String, _ steps: [String] = []) {
    self.subject = subject
    self.state = state
    self.words = words
    self.steps = steps
  }
}
