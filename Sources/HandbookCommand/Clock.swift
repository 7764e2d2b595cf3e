import Dates
import Diagnostics
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
    CalendarDate(daysSince1970: (fixedSeconds ?? time(nil)) / 86_400)
  }

  /// Makes sure that `SOURCE_DATE_EPOCH` can be read, where it is set: a build that is to be the same
  /// on every day must not take the clock's instead.
  static func check() throws(Failure) {
    guard let text = environment(variable), !text.isEmpty, fixedSeconds == nil else { return }
    throw Failure(
      message: "\(variable) is '\(text.quotedInput)', which is no number of seconds since 1970",
      hint: "write it in digits alone, such as 1770854400 for 12 February 2026, or unset it; "
        + "--today takes a date")
  }

  private static let variable = "SOURCE_DATE_EPOCH"

  /// The time that the variable fixes; `nil` where it is not set, is empty or is no such number.
  private static var fixedSeconds: Int? {
    guard let text = environment(variable), text.utf8.count <= 20,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let seconds = Int(text), seconds <= endOfYear9999
    else { return nil }
    return seconds
  }

  /// The last second that a date of four digits can name.
  private static let endOfYear9999 = 253_402_300_799

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
