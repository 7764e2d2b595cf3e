package import Dates
package import Diagnostics
import Markup

extension [Entry] {
  /// Takes back each consent that is dated after today, and tells of it.
  ///
  /// Nobody has said yes on a day that has not come: until it comes, they have agreed to nothing.
  package mutating func takeBackConsent(datedAfter today: CalendarDate) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for index in indices {
      guard case .member(var member) = self[index].fields, let given = member.consent.given,
        given > today
      else { continue }
      problems.append(
        .consentInFuture(
          given, today: today,
          at: self[index].location(member.consent.givenSpan ?? .wholeFile)))
      member.consent = Consent()
      self[index].fields = .member(member)
    }
    return problems
  }
}

extension [Entry] {
  /// Takes back every consent: a community that has ended said that it would name nobody any more.
  package mutating func takeBackAllConsent() {
    for index in indices {
      guard case .member(var member) = self[index].fields, member.consent.isOnFile else { continue }
      member.consent = Consent()
      member.consent.isOnFile = true
      self[index].fields = .member(member)
    }
  }
}

extension Diagnostic {
  fileprivate static func consentInFuture(
    _ given: CalendarDate, today: CalendarDate, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "consent-in-future", at: place,
      "consent cannot be dated \(given), after today, \(today)",
      because: "Until that day they have agreed to nothing.",
      hints: ["write the day on which they agreed"])
  }
}
