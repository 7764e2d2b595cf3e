import Diagnostics
import Markup
import Text

/// How people say days in one language, from `files/days.yml`; case and accents folded.
struct DayPhrases: Sendable {
  /// What stands before a span, as words: "in".
  let before: [[String]]
  /// What stands behind it: "from now".
  let behind: [[String]]
  /// What stands beside a day of the week and means the coming one.
  let this: [[String]]
  /// What stands beside it and may mean that of the week after.
  let next: [[String]]
  /// How many days a word counts: a week 7.
  let days: [String: Int]
  /// How many months.
  let months: [String: Int]
  /// Those of both that need no number before them.
  let alone: Set<[String]>
  let numbers: [String: Int]
  /// Phrases for a day that is so many days ahead.
  let ahead: [[String]: Int]
  let monthEnd: Set<[String]>

  static let all: [String: DayPhrases] = read()

  private static func read() -> [String: DayPhrases] {
    guard let file = BuiltInDesk.file("days.yml"),
      let map = FieldMap.read(wholeFile: file, roles: .unknown).value
    else { return [:] }
    let languages = YAMLValue(map).fields.map { field in
      (field.name, DayPhrases(field.value.fields))
    }
    return Dictionary(languages, uniquingKeysWith: { first, _ in first })
  }

  private init(_ fields: [YAMLValue.Field]) {
    func words(_ name: String) -> String {
      fields.first { $0.name == name }?.value.words ?? ""
    }
    before = phrases(words("before"))
    behind = phrases(words("behind"))
    this = phrases(words("this"))
    next = phrases(words("next"))
    days = counts(words("days"))
    months = counts(words("months"))
    alone = Set(phrases(words("alone")))
    numbers = counts(words("numbers"))
    ahead = Dictionary(
      counts(words("ahead")).map { (folded($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
    monthEnd = Set(phrases(words("month_end")))
  }
}

/// `fin de mes, fin del mes` as words.
private func phrases(_ list: String) -> [[String]] {
  list.split(separator: ",").map { folded(String($0)) }.filter { !$0.isEmpty }
}

/// `day=1, week=7` by the words.
private func counts(_ list: String) -> [String: Int] {
  let pairs = list.split(separator: ",").compactMap { item -> (String, Int)? in
    let parts = item.split(separator: "=")
    guard parts.count == 2, let count = Int(parts[1]) else { return nil }
    return (folded(String(parts[0])).joined(separator: " "), count)
  }
  return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}

private func folded(_ words: String) -> [String] {
  words.foldedForComparison.split(separator: " ").map(String.init)
}
