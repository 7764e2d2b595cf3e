import Dates

/// What the number in a cell is: a day, a time, or a number.
struct CellFormats {
  enum Kind {
    case number, day, time, dayAndTime
  }

  private let kinds: [Kind]
  private let countsFrom1904: Bool

  init(styles: StyleReading, countsFrom1904: Bool) {
    self.countsFrom1904 = countsFrom1904
    kinds = styles.formats.map { format in
      styles.codes[format].map { Self.kind(ofCode: $0) } ?? Self.kind(ofFormat: format)
    }
  }

  /// The formats that every program knows by their numbers (ECMA-376, §18.8.30).
  private static func kind(ofFormat format: Int) -> Kind {
    switch format {
    case 14...17, 27...31, 34...36, 50...54, 57, 58: .day
    case 18...21, 32, 33, 45...47, 55, 56: .time
    case 22: .dayAndTime
    default: .number
    }
  }

  /// `dd/mm/yyyy hh:mm`, without what stands in quotes, in brackets or behind a backslash.
  private static func kind(ofCode code: String) -> Kind {
    var letters = ""
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "[" {
        isBracketed = true
      } else if character == "]" {
        isBracketed = false
      } else if character == ";" {
        break
      } else if !isBracketed || "hms".contains(character) {
        letters.append(character)
      }
    }
    if letters.hasPrefix("general") { return .number }
    let hasDay = letters.contains("y") || letters.contains("d")
    let hasTime = letters.contains("h") || letters.contains("s")
    switch (hasDay, hasTime) {
    case (true, true): return .dayAndTime
    case (true, false): return .day
    case (false, true): return letters.contains("#") || letters.contains("0.0") ? .number : .time
    case (false, false): return letters.contains("mmm") ? .day : .number
    }
  }

  /// What a cell shows of a number.
  func text(_ written: String, style: Int?) -> String {
    guard let number = Double(written), number.isFinite else { return written }
    let kind = style.flatMap { kinds.indices.contains($0) ? kinds[$0] : nil } ?? .number
    guard kind != .number, (0..<2_958_466).contains(number) else {
      return Self.plain(number, written)
    }
    let minutes = Int((number * 24 * 60).rounded())
    let (day, minute) = minutes.quotientAndRemainder(dividingBy: 24 * 60)
    let time = ClockTime(hour: minute / 60, minute: minute % 60)?.description ?? ""
    if kind == .time || day == 0 && number < 1 { return time }
    let date = date(day).description
    return kind == .day || minute == 0 ? date : "\(date) \(time)"
  }

  private func date(_ day: Int) -> CalendarDate {
    if countsFrom1904 { return CalendarDate(daysSince1970: day - 24_107) }
    // The first programs took 1900 for a leap year, and all since have kept to it.
    return CalendarDate(daysSince1970: day - (day < 60 ? 25_568 : 25_569))
  }

  /// A number as people write it: `7` for `7.0000000000000009`.
  private static func plain(_ number: Double, _ written: String) -> String {
    let rounded = (number * 1_000_000).rounded() / 1_000_000
    guard abs(rounded) < 1e15 else { return written }
    if rounded == rounded.rounded() { return String(Int(rounded)) }
    return String(rounded)
  }
}
