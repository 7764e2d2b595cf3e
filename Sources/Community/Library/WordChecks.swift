import Diagnostics
import Markup

extension Entry {
  /// Checks the words that must be known to `handbook.yml`: series and roles.
  func checkWords(_ configuration: Configuration) -> [Diagnostic] {
    switch fields {
    case .meeting(let meeting):
      guard let series = meeting.series, configuration.series(series.value) == nil else {
        return []
      }
      return [
        .unknownWord(
          series.value, what: "series", known: configuration.series.map(\.id),
          at: location(series.span))
      ]
    case .member(let member):
      return member.roles.filter { configuration.role($0.role.value) == nil }.map { held in
        .unknownWord(
          held.role.value, what: "role", known: configuration.roles.map(\.id),
          at: location(held.role.span))
      }
    case .post, .resource, .goal, .success, .page: return []
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownWord(
    _ written: String, what: String, known: [String], at place: SourceLocation
  ) -> Diagnostic {
    let list = what == "series" ? "series" : "roles"
    let hint =
      NearMiss.nearest(to: written, among: known).map { "did you mean '\($0)'?" }
      ?? (known.isEmpty
        ? "list it under '\(list):' in content/handbook.yml"
        : "it has \(known.joined(separator: ", ")); add yours there under '\(list):' if it is new")
    return Diagnostic(
      .error, DiagnosticID(rawValue: "unknown-\(what)"), at: place,
      "handbook.yml has no \(what) '\(written.quotedInput)'", hints: [hint])
  }
}
