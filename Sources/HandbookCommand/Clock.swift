import Markup

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The one place where the time of day is read.
enum Clock {
  /// The day that `SOURCE_DATE_EPOCH` names (reproducible-builds.org), else today, both in UTC.
  static var today: CalendarDate {
    let seconds = environment("SOURCE_DATE_EPOCH").flatMap { Int($0) } ?? time(nil)
    return CalendarDate(daysSince1970: seconds / 86_400)
  }
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
