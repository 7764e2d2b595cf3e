import Text

/// A time of day, to the minute, without a zone.
package struct ClockTime: Hashable, Sendable {
  /// 0 to 23.
  package let hour: Int
  /// 0 to 59.
  package let minute: Int

  /// `nil` for a time that no clock shows.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    (self.hour, self.minute) = (hour, minute)
  }

  /// The time that `text` names as `HH:MM`, and nothing else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = Int(digits: bytes[0..<2]),
      let minute = Int(digits: bytes[3..<5])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// The minutes since midnight.
  package var minutes: Int { hour * 60 + minute }

  /// What an author may have meant by a time in another spelling: `4pm`, `16.00`, `16h00`, `1600`,
  /// `9:30`, `16:00:00`.
  package static func guess(_ text: String) -> ClockTime? {
    let letters = text.utf8.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    let suffix = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    guard ["", "am", "pm", "h", "uhr", "hrs"].contains(suffix) else { return nil }
    let runs = text.utf8.split { !$0.isDigit }.map(Array.init)
    guard let first = runs.first, runs.count <= 3, runs.allSatisfy({ $0.count <= 4 }) else {
      return nil
    }
    let isJoined = runs.count == 1 && first.count >= 3
    let hour = Int(digits: isJoined ? first.dropLast(2) : first[...]) ?? 24
    let minute = Int(digits: isJoined ? first.suffix(2) : (runs.count > 1 ? runs[1] : [0x30])[...])
    guard runs.count > 1 || isJoined || !suffix.isEmpty else { return nil }
    return ClockTime(hour: twentyFour(hour, suffix), minute: minute ?? 60)
  }

  private static func twentyFour(_ hour: Int, _ suffix: String) -> Int {
    guard suffix == "am" || suffix == "pm" else { return hour }
    guard (1...12).contains(hour) else { return 24 }
    return hour % 12 + (suffix == "pm" ? 12 : 0)
  }
}

extension ClockTime: Comparable {
  package static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.minutes < right.minutes
  }
}

extension ClockTime: CustomStringConvertible {
  /// `HH:MM`.
  package var description: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2))" }
}
