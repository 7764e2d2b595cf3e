package import Dates
import Markup

extension Configuration {
  /// Whether the community goes on, rests or has ended.
  package enum Status: String, Hashable, Sendable, CaseIterable, DeclaredValue {
    case active, paused, closed
  }

  /// That a community rests or has ended.
  package struct Standing: Hashable, Sendable {
    package let status: Status
    package let since: CalendarDate?
    /// What the community says of it.
    package let words: String?
  }

  /// How the community stands on a day; `nil` where it goes on.
  package func standing(on day: CalendarDate) -> Standing? {
    guard status != .active, statusSince.map({ $0 <= day }) ?? true else { return nil }
    return Standing(status: status, since: statusSince, words: statusWords)
  }

  /// Whether the community has ended: it then asks nobody for anything.
  package func isClosed(on day: CalendarDate) -> Bool { standing(on: day)?.status == .closed }

  /// Whether what members agreed to has run out, as a community that ended said it would.
  package func namesNobody(on day: CalendarDate) -> Bool {
    isClosed(on: day) && namesUntil.map { $0 < day } ?? false
  }
}
