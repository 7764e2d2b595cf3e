package import Diagnostics

/// One thing that is owed, where it stands now: for the list and the report, which stay on this
/// computer.
package struct OwedThing: Hashable, Sendable {
  package let kind: DebtKind
  /// With the line that it is about, where it is about one.
  package let place: SourceLocation
  /// The words of the line that are at fault; blank where it is about the file.
  package let words: String
  /// The message that `handbook check` would give; `nil` for what only the import knew.
  package let problem: Diagnostic?
  /// What stood there in the old site.
  package let former: String?

  package init(
    _ kind: DebtKind, at place: SourceLocation, problem: Diagnostic? = nil, former: String? = nil
  ) {
    self.kind = kind
    self.place = place
    self.problem = problem
    self.former = former
    words = place.words
  }
}

extension SourceLocation {
  /// The words of the excerpt that a message underlines.
  fileprivate var words: String {
    guard let excerpt else { return "" }
    guard column > 0 else { return excerpt }
    return String(
      String.UnicodeScalarView(
        excerpt.unicodeScalars.dropFirst(column - 1).prefix(length)))
  }
}
