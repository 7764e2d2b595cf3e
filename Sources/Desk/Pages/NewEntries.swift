import Build
import Community
import Dates
import Markup
import Scaffolding

extension DeskState {
  /// A new entry as a form asks for it: valid, with an id that is free, without notes.
  func start(of kind: EntryKind, _ form: FormPairs) -> EntryStart {
    if kind == .meeting, let next = nextOfSeries(form) { return next }
    let name = id(of: kind, form)
    var start = EntryStart(EntryID(kind, name), in: starterLanguage)
    start.explains = .nothing
    for field in kind.fields {
      if let words = form[field.name], !words.isBlank { start.fill(field, words) }
    }
    let filled = Set(start.filled.map(\.name))
    start.fillNeeded(on: desk.settings.today, besides: filled)
    return start
  }

  /// What an entry begins with is in the language of the site.
  private var starterLanguage: StarterLanguage {
    StarterLanguage(tag: library?.configuration.language ?? words.language)
  }

  /// The next meeting of a series, with the agenda of the last one and what it left open.
  private func nextOfSeries(_ form: FormPairs) -> EntryStart? {
    guard let content = inspection?.source?.content, let series = form["series"],
      let next = try? NextMeeting(of: series, in: content, today: desk.settings.today)
    else { return nil }
    let day = form["date"].flatMap { CalendarDate($0) } ?? (try? next.day())
    guard let day else { return nil }
    let title = form["title"].flatMap { $0.isBlank ? nil : $0 }
    var start = next.start(on: day, id: freeID(next.id(on: day), .meeting), title: title)
    start.explains = .nothing
    return start
  }

  private func id(of kind: EntryKind, _ form: FormPairs) -> String {
    let title = form[kind.declaration.titleField.rawValue] ?? form["title"] ?? ""
    let isPrivate = library?.configuration.source == .nobodyElse
    let own = kind == .member && !isPrivate ? nil : Slug.of(title)
    let day = form["date"] ?? "\(desk.settings.today)"
    let plain = own ?? (kind == .member ? "m-01" : kind.rawValue)
    return freeID(kind == .meeting ? "\(day)-\(plain)" : plain, kind)
  }

  /// An id like one that is wanted, which no entry of the kind has.
  private func freeID(_ wanted: String, _ kind: EntryKind) -> String {
    let taken = Set((library?.entries ?? []).filter { $0.id.kind == kind }.map(\.id.name))
    guard taken.contains(wanted) else { return wanted }
    let stem = kind == .member && wanted == "m-01" ? "m" : wanted
    let number = (2...).first { !taken.contains(numbered(stem, $0)) } ?? 2
    return numbered(stem, number)
  }

  private func numbered(_ stem: String, _ number: Int) -> String {
    "\(stem)-\(stem == "m" && number < 10 ? "0" : "")\(number)"
  }
}
