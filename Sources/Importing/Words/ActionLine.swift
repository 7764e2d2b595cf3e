import Community
import Dates
import Text

/// Something to do, in the notation of a handbook: `- [ ] @ada-okafor to send the slip, due
/// 2026-01-23`.
struct ActionLine: Hashable, Sendable {
  /// The line without an indentation.
  let text: String

  /// Reads a sentence that may begin with who is to do it: "Ada to send the slip by 23/1/2026".
  init(
    _ sentence: String, among members: MemberDirectory, on day: CalendarDate? = nil,
    isMonthFirst: Bool = false, isDone: Bool = false, isMarkdown: Bool = false
  ) {
    let (owners, rest) = Self.owners(of: sentence.onOneLine, members)
    let (task, due) = Self.due(rest, day, isMonthFirst)
    self.init(
      task: isMarkdown ? task : PlainText.inline(task), owners: owners, due: due, isDone: isDone)
  }

  /// From the cells of a table: what, who and when.
  init(
    task: String, who: String, when: String, among members: MemberDirectory, on day: CalendarDate?,
    isMonthFirst: Bool, isDone: Bool
  ) {
    let people = PeopleList(who, among: members)
    let isKnown = !people.ids.isEmpty && people.strangers == 0 && people.rest.isEmpty
    let date = WrittenDay(when, on: day, isMonthFirst: isMonthFirst).day
    var words = task.onOneLine
    if !isKnown, !who.trimmed.isEmpty { words = "\(who.onOneLine): \(words)" }
    if date == nil, !when.trimmed.isEmpty { words += " (\(when.onOneLine))" }
    self.init(task: words, owners: isKnown ? people.ids : [], due: date, isDone: isDone)
  }

  private init(task: String, owners: [String], due: CalendarDate?, isDone: Bool) {
    let names = owners.map { "@\($0)" }.joined(separator: ", ")
    let end = due.map { ", due \($0)" } ?? ""
    text = "- [\(isDone ? "x" : " ")] \(names.isEmpty ? "" : names + " ")\(task.trimmed)\(end)"
  }

  /// Who stands before "to", "will" or a colon, where all of them are members, and the rest.
  static func owners(of sentence: String, _ members: MemberDirectory) -> ([String], String) {
    let words = sentence.split(separator: " ").map(String.init)
    for (index, word) in words.prefix(8).enumerated() {
      let isLink = index > 0 && links.contains(word.lowercased())
      let isMark = word.hasSuffix(":") && word.count > 1
      guard isLink || isMark else { continue }
      let head = words[..<index] + (isMark ? [String(word.dropLast())] : [])
      let people = PeopleList(head.joined(separator: " "), among: members)
      guard !people.ids.isEmpty, people.strangers == 0, people.rest.isEmpty else {
        return ([], sentence)
      }
      let isKept = isLink && ["to", "will", "shall", "should"].contains(word.lowercased())
      return (people.ids, words[(isKept ? index : index + 1)...].joined(separator: " "))
    }
    return ([], sentence)
  }

  /// A date behind "by" at the end of a sentence.
  private static func due(
    _ sentence: String, _ day: CalendarDate?, _ isMonthFirst: Bool
  ) -> (String, CalendarDate?) {
    let words = sentence.split(separator: " ").map(String.init)
    guard let index = words.lastIndex(where: { dueWords.contains($0.lowercased()) }), index > 0,
      index + 1 < words.count
    else { return (sentence, nil) }
    let rest = words[(index + 1)...].joined(separator: " ")
    let plain = rest.hasSuffix(".") ? String(rest.dropLast()) : rest
    guard let date = WrittenDay(plain, on: day, isMonthFirst: isMonthFirst).day else {
      return (sentence, nil)
    }
    let task = words[..<index].joined(separator: " ")
    return (task.hasSuffix(",") ? String(task.dropLast()) : task, date)
  }
}

private let links: Set<String> = [
  "to", "will", "shall", "should", "-", "–", "—", "soll", "wird", "doit", "va", "debe", "i",
]
private let dueWords: Set<String> = [
  "by", "due", "before", "until", "bis", "avant", "pour", "antes", "para", "erbyn", "d'ici",
]

/// A day as notes of a meeting have it, where the year may be left out.
struct WrittenDay {
  let day: CalendarDate?

  init(_ text: String, on meeting: CalendarDate?, isMonthFirst: Bool) {
    if let date = ForeignDate(whole: text.trimmed) {
      day = date.day(monthFirst: isMonthFirst)
      return
    }
    // `Friday 23 January`, of the year that fits.
    if let meeting, let weekday = DayNames.weekday(text.trimmed) {
      let ahead = (weekday - meeting.weekday.rawValue + 7) % 7
      // On a Friday, "by Friday" could be that day or the next week's.
      day = ahead == 0 ? nil : meeting.adding(days: ahead)
      return
    }
    guard let meeting,
      let guess = ForeignDate(whole: "\(text.trimmed) \(meeting.year)")?.day(
        monthFirst: isMonthFirst)
    else {
      day = nil
      return
    }
    day =
      guess >= meeting
      ? guess
      : ForeignDate(whole: "\(text.trimmed) \(meeting.year + 1)")?.day(monthFirst: isMonthFirst)
  }
}
