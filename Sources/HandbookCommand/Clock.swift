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

  /// The time zone that the machine is set to, by its name; `nil` where it does not say.
  static var zoneName: String? {
    if let name = environment("TZ"), !name.isEmpty { return name }
    var path = [CChar](repeating: 0, count: 1024)
    guard readlink("/etc/localtime", &path, path.count - 1) > 0 else { return nil }
    let target = String(
      decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return target.split(separator: "zoneinfo/").last.map(String.init)
  }
}

/// The value of an environment variable.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
