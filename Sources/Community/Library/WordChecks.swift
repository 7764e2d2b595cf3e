import Diagnostics
import Markup

extension Entry {
  /// Checks the words that must be known to `handbook.yml`: series and roles.
  func checkWords(_ configuration: Configuration) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if let series = fields.series, configuration.series(series.value) == nil {
      problems.append(
        .unknownWord(
          series.value, what: "series", known: configuration.series.map(\.id),
          at: location(series.span)))
    }
    for role in fields.rolesHeld where configuration.role(role.value) == nil {
      problems.append(
        .unknownWord(
          role.value, what: "role", known: configuration.roles.map(\.id),
          at: location(role.span)))
    }
    return problems
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
