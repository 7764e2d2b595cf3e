import Community
import Dates
import Importing
import Scaffolding

extension SheetFile {
  /// The text of the notes that somebody has taken on a sheet, under headings of a language.
  func notes(in language: StarterLanguage) -> String {
    let starters = language.words
    let parts = [
      section(starters(.whoWasThere), self["present"].map(list(of:))),
      section(starters(.carriedOver), lines(carried.map { line($0, starters) })),
      self["notes"].map { Pasted.words($0) },
      section(starters(.decisions), self["decisions"].map(list(of:))),
      section(starters(.actions), lines(actions.map { line($0, starters) })),
    ]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func section(_ heading: String, _ text: String?) -> String? {
    text.map { "## \(heading)\n\n\($0)" }
  }

  private func lines(_ lines: [String]) -> String? {
    lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Whether nobody has written anything on it.
  var isEmpty: Bool {
    let asked = kind.questions.map(\.name).filter { $0 != "date" && $0 != "given" }
    return actions.isEmpty && !carried.contains(where: \.isDone)
      && asked.allSatisfy { self[$0] == nil }
  }

  private func list(of text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { Pasted.line(String($0)) }
      .filter { !$0.isEmpty }.map { "- \($0)" }.joined(separator: "\n")
  }

  private func line(_ action: Action, _ starters: StarterWords) -> String {
    let who = action.who.isEmpty ? "" : "\(Pasted.line(action.who)): "
    let due = action.due.map { ", \(starters(.due)) \($0)" } ?? ""
    return "- [ ] \(who)\(Pasted.line(action.what))\(due)"
  }

  /// No task: the notes that it was taken on in still hold it.
  private func line(_ carried: Carried, _ starters: StarterWords) -> String {
    "- \(starters(carried.isDone ? .done : .stillOpen)): \(Pasted.line(carried.text))"
  }

  /// The new entry that comes of it: a draft, for a person to look at.
  func start(
    in language: StarterLanguage, on today: CalendarDate, title: String?,
    isTaken: (EntryID) -> Bool
  ) -> EntryStart {
    let day = day("date") ?? today
    let named = title ?? line("title") ?? language.words(kind.untitled)
    let name = Slug.of(named).map { kind == .minutes ? "\(day)-\($0)" : $0 } ?? "\(day)-\(kind)"
    var start = EntryStart(
      free(String(name.prefix(60)), isTaken), in: language, body: text(in: language))
    start.explains = .nothing
    start.fill("title", named)
    start.fill("draft", yaml: "yes")
    var filled: Set<String> = ["title"]
    if kind != .resource {
      start.fill("date", yaml: day.description)
      filled.insert("date")
    }
    if let summary = line("summary") { start.fill("summary", summary) }
    if let address = line("url"), address.isOfTheWeb { start.fill("url", address) }
    start.fillNeeded(on: today, besides: filled.union(line("summary") == nil ? [] : ["summary"]))
    return start
  }

  private func text(in language: StarterLanguage) -> String {
    kind == .minutes ? notes(in: language) : Pasted.words(self["text"] ?? "") + "\n"
  }

  /// An id that no entry of the kind has.
  private func free(_ wanted: String, _ isTaken: (EntryID) -> Bool) -> EntryID {
    let stem = wanted.hasSuffix("-") ? String(wanted.dropLast()) : wanted
    let names = [stem] + (2...1_000).map { "\(stem)-\($0)" }
    let name = names.first { !isTaken(EntryID(kind.entryKind, $0)) } ?? "\(stem)-0"
    return EntryID(kind.entryKind, name)
  }
}

extension SheetKind {
  /// What an entry is called until somebody gives it a title.
  fileprivate var untitled: StarterWord {
    switch self {
    case .minutes: .minutesFromSheet
    case .resource: .resourceFromSheet
    case .success: .successFromSheet
    case .consent: .consentFromSheet
    }
  }
}

extension String {
  fileprivate var isOfTheWeb: Bool {
    let address = lowercased()
    return address.hasPrefix("https://") || address.hasPrefix("http://")
  }
}
