import Dates

extension StarterText {
  /// Whether a file is an entry that a new handbook begins with, in any language, and nobody has
  /// changed it, on whatever day the handbook was begun.
  package static func isUntouched(_ path: String, _ text: String) -> Bool {
    startingTexts[path.withoutDays]?.contains(text.withoutDays) ?? false
  }
}

/// The texts of the entries that a handbook begins with, by their paths, without their days.
private let startingTexts: [String: Set<String>] = {
  let entries = StarterLanguage.allCases.flatMap { SiteStart(blankIn: $0).startingEntries }
  return Dictionary(
    entries.map { ($0.path.withoutDays, Set([$0.text.withoutDays])) },
    uniquingKeysWith: { first, second in first.union(second) })
}()

extension SiteStart {
  /// One whose texts alone matter.
  init(blankIn language: StarterLanguage) {
    self.init(
      name: "", language: language.rawValue, timeZone: "UTC",
      today: CalendarDate(daysSince1970: 20_000))
  }
}

extension String {
  /// With every date such as `2026-01-15` as one mark.
  fileprivate var withoutDays: String {
    var output: [UInt8] = []
    let bytes = Array(utf8)
    var index = 0
    while index < bytes.count {
      if index + 10 <= bytes.count, bytes[index..<(index + 10)].isDay {
        output.append(0)
        index += 10
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isDay: Bool {
    enumerated().allSatisfy { position, byte in
      position == 4 || position == 7 ? byte == UInt8(ascii: "-") : byte &- 0x30 < 10
    }
  }
}
