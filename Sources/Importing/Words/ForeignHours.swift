import Dates
import Text

/// From when to when, as people write it: `4.15-5.30pm`, `16h00 – 17h30`, `4 pm`.
struct ForeignHours: Hashable, Sendable {
  let start: ClockTime
  let end: ClockTime?

  init?(_ text: String) {
    let parts = text.partedHours
    guard (1...2).contains(parts.count) else { return nil }
    let last = parts[parts.count - 1]
    guard parts.count == 2 else {
      guard let time = Self.time(last, suffix: "") else { return nil }
      (start, end) = (time, nil)
      return
    }
    guard let end = Self.time(last, suffix: ""),
      let start = Self.start(parts[0], before: end, suffix: last.halfOfDay)
    else { return nil }
    (self.start, self.end) = (start, end == start ? nil : end)
  }

  /// A start without a half of the day takes that of the end, where it is then before the end.
  private static func start(_ text: String, before end: ClockTime, suffix: String) -> ClockTime? {
    guard text.halfOfDay.isEmpty, !suffix.isEmpty else { return time(text, suffix: "") }
    if let same = time(text, suffix: suffix), same < end || suffix == "uhr" { return same }
    return time(text, suffix: suffix == "pm" ? "am" : "pm") ?? time(text, suffix: "")
  }

  private static func time(_ text: String, suffix: String) -> ClockTime? {
    if ["noon", "midday", "mittag", "midi", "mediodia", "hanner dydd"].contains(
      text.foldedForComparison)
    {
      return ClockTime(hour: 12, minute: 0)
    }
    return ClockTime(text) ?? ClockTime.guess(suffix.isEmpty ? text : text + suffix)
  }
}

extension String {
  /// `am`, `pm` or `uhr`, where a time says so.
  fileprivate var halfOfDay: String {
    let letters = String(lowercased().filter(\.isLetter))
    return ["am", "pm", "uhr", "h"].contains(letters) ? letters == "h" ? "uhr" : letters : ""
  }

  /// The times on both sides of a dash or of a word for it, without what stands before them and
  /// without the name of a zone.
  fileprivate var partedHours: [String] {
    let plain = lowercased().map { "–—−‐‑".contains($0) ? "-" : $0 }
    let words = String(plain).replacing(" - ", with: "-").split { $0 == " " || $0 == "\u{A0}" }
      .map(String.init)
    var text = ""
    for word in words {
      if betweenHours.contains(word.foldedForComparison), !text.isEmpty {
        text += "-"
      } else if beforeHours.contains(word.foldedForComparison) || word.isZone {
        continue
      } else {
        text += word
      }
    }
    return text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
  }

  fileprivate var isZone: Bool {
    ["gmt", "bst", "utc", "cet", "cest", "(uk)", "(gmt)", "(bst)", "est", "edt", "mez", "mesz"]
      .contains(self)
  }
}

private let betweenHours: Set<String> = [
  "to", "till", "until", "til", "bis", "a", "hasta", "tan", "i", "إلى",
]
private let beforeHours: Set<String> = [
  "from", "von", "de", "um", "ab", "at", "las", "la", "desde", "o", "am:", "time:", "من",
]
