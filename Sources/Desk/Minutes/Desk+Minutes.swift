import Community
import Dates
import Serving
import Text

extension Desk {
  /// Makes a small edit to the text of a form, and answers with the new one; nothing is written.
  func minuted(_ form: FormPairs, of id: EntryID, _ state: DeskState) -> Answer {
    guard id.kind == .meeting, let text = form["text"] else {
      return .trouble(pages.words("minutes_unreadable"), .refused)
    }
    let reader = state.minutesReader(of: id)
    let days = state.dayReader(of: id, reader)
    if form["edit"] == "day" {
      return .json(.object(state.toldDay(days.read(form["day"] ?? "", from: state.day(of: id)))))
    }
    do throws(MinutesRefusal) {
      let (minutes, told) = try state.edited(reader.read(text), form, days, of: id)
      return .json(.object(state.answer(minutes, told: told, pages, of: id)))
    } catch {
      return .trouble(pages.words("minutes_\(error.rawValue)"), .refused)
    }
  }
}

extension DeskState {
  /// The notes after the edit that a form asks for, and what is said of it.
  fileprivate func edited(
    _ minutes: MinutesText, _ form: FormPairs, _ days: DayReader, of id: EntryID
  ) throws(MinutesRefusal) -> (MinutesText, told: String?) {
    let number = form["number"].flatMap { Int($0) } ?? 0
    switch form["edit"] {
    case "tick", "untick":
      let isDone = form["edit"] == "tick"
      let next = try minutes.ticking(number, isDone)
      let item = next.action(at: number - 1)
      return (
        next,
        words(isDone ? "minutes_ticked" : "minutes_unticked", ["words": item.words.shortened])
      )
    case "carry", "close":
      let isDone = form["edit"] == "close"
      let earlier = earlierActions(than: id, besides: minutes).first { $0.name == form["action"] }
      guard let earlier else { throw .noSuchAction }
      let (next, item) = try minutes.carrying(earlier, isDone: isDone, below: number)
      let told = isDone ? "minutes_ticked" : "minutes_carried_over"
      return (next, words(told, ["words": item.words.shortened]))
    case "decision", "action", "note":
      let line = try line(form, days, of: id)
      let (next, item) = try minutes.adding(line, below: number)
      return (next, told(added: item, line, below: number, of: next))
    default: return (minutes, nil)
    }
  }

  private func line(
    _ form: FormPairs, _ days: DayReader, of id: EntryID
  ) throws(MinutesRefusal) -> MinutesLine {
    let kind = form["edit"].flatMap(MinutesItem.Kind.init) ?? .note
    var line = MinutesLine(kind: kind, words: TypedLine(form["words"] ?? ""))
    guard kind == .action else { return line }
    line.owners = form.all("owner").filter(Slug.isValid)
    let typed = TypedLine(form["day"] ?? "")
    guard !typed.words.isEmpty else { return line }
    switch days.read(typed.words, from: day(of: id)) {
    case .day(let day): line.due = .day(day)
    case .oneOf: throw .severalDays
    case .unclear: line.due = .words(typed)
    }
    return line
  }

  /// "Action added below Actions: ring the school – Ada Okafor, by Thursday 10 December 2026".
  private func told(
    added item: MinutesItem, _ line: MinutesLine, below number: Int, of minutes: MinutesText
  ) -> String {
    let section = minutes.sections.first { $0.number == number }
    let heading = section.flatMap { $0.level > 0 ? $0.title : nil } ?? words("minutes_top")
    let told = words(
      "minutes_added",
      [
        "kind": words("minutes_\(item.kind.rawValue)"), "heading": heading,
        "words": ([item.words.shortened] + [told(item)].compactMap(\.self))
          .joined(separator: " – "),
      ])
    guard case .words(let day)? = line.due else { return told }
    return "\(told) \(words("minutes_unclear_day", ["words": day.words]))"
  }

  /// What a form is told of a day in words, before it is written.
  fileprivate func toldDay(_ found: DayInWords) -> [JSON.Member] {
    let (told, days): (String, [CalendarDate]) =
      switch found {
      case .day(let day): (self.told(day), [])
      case .oneOf(let days): (words("minutes_several_days"), days)
      case .unclear: (words("minutes_unclear"), [])
      }
    let choices = days.map { day in
      JSON.object(["value": .text("\(day)"), "label": .text(self.told(day))])
    }
    return [
      JSON.Member(name: "told", value: .text(told)),
      JSON.Member(name: "days", value: .list(choices)),
    ]
  }

  fileprivate func answer(
    _ minutes: MinutesText, told: String?, _ pages: DeskPages, of id: EntryID
  ) -> [JSON.Member] {
    let agenda = agenda(of: minutes, in: id)
    let html = String(decoding: pages.agenda(agenda), as: UTF8.self)
    return [
      JSON.Member(name: "text", value: .text(minutes.text)),
      JSON.Member(name: "told", value: told.map(JSON.text) ?? .null),
      JSON.Member(name: "agenda", value: .text(html)),
    ]
  }
}
