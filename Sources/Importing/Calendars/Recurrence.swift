import Dates

/// How an event repeats (RFC 5545, §3.3.10).
struct Recurrence: Hashable, Sendable {
  enum Frequency: String, Sendable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// `2TH` is the second Thursday, `-1SU` the last Sunday.
  struct Day: Hashable, Sendable {
    let ordinal: Int?
    let weekday: CalendarDate.Weekday
  }

  let frequency: Frequency
  private(set) var interval = 1
  private(set) var count: Int?
  /// As it is written: a day, or a day with a time.
  private(set) var until: String?
  private(set) var days: [Day] = []
  private(set) var monthDays: [Int] = []
  private(set) var months: [Int] = []
  private(set) var positions: [Int] = []
  private var weekStart = CalendarDate.Weekday.monday

  /// `nil` for what repeats in a way that no meeting does, such as by weeks of the year.
  init?(_ text: String) {
    var parts: [String: String] = [:]
    for part in text.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map(\.trimmed)
      if pair.count == 2 { parts[pair[0]] = pair[1] }
    }
    guard let frequency = parts["FREQ"].flatMap(Frequency.init) else { return nil }
    self.frequency = frequency
    for (name, value) in parts {
      let numbers = value.split(separator: ",").compactMap { Int($0) }
      switch name {
      case "FREQ": break
      case "INTERVAL": interval = min(max(numbers.first ?? 1, 1), 1_000)
      case "COUNT": count = max(numbers.first ?? 1, 1)
      case "UNTIL": until = value
      case "BYDAY":
        let read = value.split(separator: ",").compactMap { Day(String($0)) }
        guard read.count == value.split(separator: ",").count else { return nil }
        days = read
      case "BYMONTHDAY": monthDays = numbers.filter { (1...31).contains(abs($0)) }
      case "BYMONTH": months = numbers.filter { (1...12).contains($0) }
      case "BYSETPOS": positions = numbers.filter { $0 != 0 }
      case "WKST": weekStart = Day(value)?.weekday ?? .monday
      default: if name.hasPrefix("BY") { return nil }
      }
    }
  }

  /// The days on which it falls from `start` on, none after `end`: at most `limit` of them, with
  /// those counted that lie before what is wanted.
  func days(
    from start: CalendarDate, through end: CalendarDate, atMost limit: Int
  ) -> [CalendarDate] {
    var found: [CalendarDate] = [start]
    let most = min(count ?? limit, limit)
    var step = 0
    while found.count < most, step < 40_000 {
      guard let first = period(step, of: start), first <= end else { break }
      for day in chosen(candidates(inPeriodOf: first, start: start)) where day > start {
        guard day <= end, found.count < most else { break }
        found.append(day)
      }
      step += 1
    }
    return found
  }

  /// The first day of a period: a day, a week, a month or a year.
  private func period(_ step: Int, of start: CalendarDate) -> CalendarDate? {
    switch frequency {
    case .daily: return start.adding(days: step * interval)
    case .weekly:
      let back = (start.weekday.rawValue - weekStart.rawValue + 7) % 7
      return start.adding(days: 7 * step * interval - back)
    case .monthly:
      let month = start.year * 12 + start.month - 1 + step * interval
      return CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)
    case .yearly: return CalendarDate(year: start.year + step * interval, month: 1, day: 1)
    }
  }

  private func candidates(
    inPeriodOf first: CalendarDate, start: CalendarDate
  ) -> [CalendarDate] {
    switch frequency {
    case .daily: return [first].filter(fits)
    case .weekly:
      let wanted = days.isEmpty ? [start.weekday] : days.map(\.weekday)
      return (0..<7).map { first.adding(days: $0) }
        .filter { wanted.contains($0.weekday) && isInMonths($0) }
    case .monthly:
      return isInMonths(first) ? inMonth(first.year, first.month, start) : []
    case .yearly:
      if months.isEmpty, monthDays.isEmpty, !days.isEmpty { return ofYear(first.year) }
      let months =
        self.months.isEmpty ? monthDays.isEmpty ? [start.month] : Array(1...12) : self.months
      return months.sorted().flatMap { inMonth(first.year, $0, start) }
    }
  }

  private func inMonth(_ year: Int, _ month: Int, _ start: CalendarDate) -> [CalendarDate] {
    let length = CalendarDate.days(inMonth: month, of: year)
    let all = (1...length).compactMap { CalendarDate(year: year, month: month, day: $0) }
    let dated = monthDays.map { $0 > 0 ? $0 : length + 1 + $0 }
    if days.isEmpty {
      return all.filter { (monthDays.isEmpty ? [start.day] : dated).contains($0.day) }
    }
    return all.filter { day in
      (monthDays.isEmpty || dated.contains(day.day))
        && days.contains { $0.names(day.day, weekday: day.weekday, of: length) }
    }
  }

  /// The days of a year that `20MO` or `-1SU` name without a month.
  private func ofYear(_ year: Int) -> [CalendarDate] {
    guard let first = CalendarDate(year: year, month: 1, day: 1) else { return [] }
    let length = CalendarDate.days(inMonth: 2, of: year) == 29 ? 366 : 365
    return (0..<length).map { first.adding(days: $0) }.enumerated().filter { index, day in
      days.contains { $0.names(index + 1, weekday: day.weekday, of: length) }
    }.map(\.element)
  }

  private func fits(_ day: CalendarDate) -> Bool {
    let length = CalendarDate.days(inMonth: day.month, of: day.year)
    return isInMonths(day) && (days.isEmpty || days.contains { $0.weekday == day.weekday })
      && (monthDays.isEmpty || monthDays.contains(day.day)
        || monthDays.contains(day.day - length - 1))
  }

  private func isInMonths(_ day: CalendarDate) -> Bool {
    months.isEmpty || months.contains(day.month)
  }

  private func chosen(_ days: [CalendarDate]) -> [CalendarDate] {
    guard !positions.isEmpty else { return days }
    return days.enumerated().filter { index, _ in
      positions.contains(index + 1) || positions.contains(index - days.count)
    }.map(\.element)
  }
}

extension Recurrence.Day {
  fileprivate init?(_ text: String) {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    guard let index = names.firstIndex(of: String(text.suffix(2))),
      let weekday = CalendarDate.Weekday(rawValue: index + 1)
    else { return nil }
    self.weekday = weekday
    let number = text.dropLast(2)
    ordinal = number.isEmpty ? nil : Int(number.hasPrefix("+") ? number.dropFirst() : number)
    if ordinal == 0 || ordinal == nil && !number.isEmpty { return nil }
  }

  /// Whether it is the day of that number in a month or year of so many days.
  fileprivate func names(_ number: Int, weekday: CalendarDate.Weekday, of length: Int) -> Bool {
    guard weekday == self.weekday else { return false }
    guard let ordinal else { return true }
    return ordinal > 0
      ? (number - 1) / 7 + 1 == ordinal : (length - number) / 7 + 1 == -ordinal
  }
}
