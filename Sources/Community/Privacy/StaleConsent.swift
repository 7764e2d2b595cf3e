package import Dates
package import Diagnostics
import Markup

extension Library {
  /// Members whose consent is more than twelve months old: it still holds, but it is time to ask.
  ///
  /// A community that has ended asks nobody.
  package func staleConsents(on today: CalendarDate) -> [Diagnostic] {
    if configuration.isClosed(on: today) { return [] }
    return entries.compactMap { entry in
      guard case .member(let member) = entry.fields, member.status != .withdrawn,
        let given = member.consent.given, member.consent.isStale(on: today)
      else { return nil }
      return .staleConsent(given, in: entry)
    }
  }
}

extension Consent {
  /// Whether its twelfth month is over: it still holds, but it is time to ask again.
  package func isStale(on today: CalendarDate) -> Bool {
    given.map { ($0.year + 1, $0.month, $0.day) < (today.year, today.month, today.day) } ?? false
  }
}

extension Diagnostic {
  fileprivate static func staleConsent(_ given: CalendarDate, in entry: Entry) -> Diagnostic {
    Diagnostic(
      .warning, "stale-consent", at: SourceLocation(path: entry.source),
      "this consent was given on \(given), more than twelve months ago",
      because: "People change their minds, and their jobs.",
      hints: ["ask again, and write the new day after 'given'"])
  }
}
