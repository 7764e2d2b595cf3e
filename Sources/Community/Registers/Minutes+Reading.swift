package import Dates
package import Diagnostics
package import Markup

extension Minutes {
  /// Reads the actions and decisions out of a meeting's notes.
  ///
  /// `date` is the meeting's: "by Friday" is counted from it.
  package static func read(
    _ body: Body, in source: SourceText, of date: CalendarDate?, _ words: RegisterWords
  ) -> Diagnosed<Minutes> {
    var reader = MinutesReader(body: body, source: source, date: date, words: words)
    var minutes = Minutes()
    for (position, task) in body.tasks.enumerated() {
      minutes.actions.append(reader.action(task, number: position + 1))
    }
    for decision in body.decisions { minutes.decisions.append(reader.decision(decision)) }
    reader.checkNumbers(body.decisions)
    for aside in body.asides { reader.check(aside) }
    return Diagnosed(minutes, reader.diagnostics)
  }
}

private struct MinutesReader {
  let body: Body
  let source: SourceText
  let date: CalendarDate?
  let words: RegisterWords
  var diagnostics: [Diagnostic] = []

  mutating func action(_ task: Body.Task, number: Int) -> ActionItem {
    let note = NoteReader(body, text: task.text, contents: task.contents, words: words)
    var places = PlaceFinder(source, fromLine: task.line)
    let leading = note.leadingMentions
    let text = note.rest(after: leading)
    let state: ActionItem.State =
      note.isStruck(text) ? .dropped : isDone(task, note) ? .done : .open
    checkDates(note, state, &places, line: task.line)
    func reading(after leading: Range<Int>) -> ActionItem.Reading {
      ActionItem.Reading(
        text: note.rest(after: leading),
        owners: owners(task.contents.mentions, leading: leading, isDropped: state == .dropped))
    }
    return ActionItem(
      number: number, line: task.line, state: state, reading: reading(after: leading),
      leading: leading, readings: leading.map { reading(after: leading.lowerBound..<$0) },
      due: date(of: .due, in: note) ?? date(of: .by, in: note),
      doneOn: date(of: .done, in: note),
      goals: goals(note, &places, line: task.line), continues: note.links[.continues]?.first,
      cuts: note.cuts(from: text))
  }

  mutating func decision(_ decision: Body.Decision) -> DecisionItem {
    let note = NoteReader(body, text: decision.text, contents: decision.contents, words: words)
    var places = PlaceFinder(source, fromLine: decision.line)
    let none = decision.contents.mentions.lowerBound
    let text = note.rest(after: none..<none)
    return DecisionItem(
      number: decision.number, line: decision.line, text: text,
      details: decision.details.map { detail in
        DecisionItem.Detail(
          depth: detail.depth,
          text: NoteReader(body, text: detail.text, contents: detail.contents, words: words).whole)
      },
      isStruck: note.isStruck(text), goals: goals(note, &places, line: decision.line),
      supersedes: note.links[.supersedes] ?? [], reverses: note.links[.reverses] ?? [],
      cuts: note.cuts(from: text))
  }

  /// Whether it is ticked, or tells the day on which it was done: apart from the words, where it
  /// has a box to tick.
  private func isDone(_ task: Body.Task, _ note: NoteReader) -> Bool {
    task.isDone
      || note.dates.contains { found in
        found.keyword == .done && found.date.isExact
          && (!task.hasBox || note.isSetApart(found.range))
      }
  }

  /// Tells of what reads as an action and is not gathered: somebody with a day, or either of them
  /// below a heading that says *Actions*.
  mutating func check(_ aside: Body.Aside) {
    let note = NoteReader(body, text: aside.text, contents: aside.contents, words: words)
    let hasDay = note.dates.contains { $0.keyword != .done }
    let isMeant =
      aside.isBelowActions
      ? aside.beginsWithMention || hasDay : aside.beginsWithMention && hasDay
    guard isMeant else { return }
    diagnostics.append(.actionNotRead(in: source, line: aside.line, isItem: aside.isItem))
  }

  /// Who is to do it: those named first, else all; of an action that has changed hands the last.
  private func owners(_ all: Range<Int>, leading: Range<Int>, isDropped: Bool) -> [Int] {
    func staying(_ mentions: Range<Int>) -> [Int] {
      mentions.filter { isDropped || !body.mentions[$0].isStruck }
    }
    let first = staying(leading)
    return first.isEmpty ? staying(all) : first
  }

  private func date(of keyword: RegisterWords.Keyword, in note: NoteReader) -> CalendarDate? {
    note.dates.lazy.compactMap { found in
      if case .exact(let date) = found.date, found.keyword == keyword { date } else { nil }
    }.first
  }

  private func goals(_ note: NoteReader, _ places: inout PlaceFinder, line: Int) -> [Reference] {
    note.goals.map { goal in
      let written = places.span(of: "goal:\(goal.id)")
      return Reference(goal.id, at: written.map { $0.dropping(5) } ?? SourceSpan(line: line))
    }
  }

  /// Warns of the days that nobody can sort by: when an open action is due, when a done one was
  /// done.
  ///
  /// Where there is one that can be sorted by, the others are part of the words.
  private mutating func checkDates(
    _ note: NoteReader, _ state: ActionItem.State, _ places: inout PlaceFinder, line: Int
  ) {
    for found in note.dates where !note.tellsDay(as: found.keyword) {
      guard state == (found.keyword == .done ? .done : .open) else { continue }
      let written = body.prose.string(found.range)
      let place = places.span(of: written)
      diagnostics.append(
        .actionDate(
          found.keyword, written: body.prose.string(found.dateRange),
          meant: found.goesOn && found.date.isRelative ? [] : found.date.meant(on: date),
          isCertain: !found.goesOn && written.hasClosedBrackets && found.date.isCertain(on: date),
          keyword: keyword(of: found),
          at: SourceLocation(path: source.path, span: place ?? SourceSpan(line: line))))
    }
  }

  /// The word to write before a date: the author's own, but "due" for "by".
  private func keyword(of found: NoteReader.DateFound) -> String {
    guard found.keyword != .by else { return words.due }
    let written = body.prose.string(found.keywordRange).split(separator: " ").joined(separator: " ")
    return written.hasSuffix(":") ? String(written.dropLast()) : written
  }

  /// Finds the numbers that two decisions of one meeting have.
  mutating func checkNumbers(_ decisions: [Body.Decision]) {
    var lines: [Int: Int] = [:]
    let free = (decisions.map(\.number).max() ?? 0) + 1
    for decision in decisions {
      if let line = lines[decision.number] {
        diagnostics.append(
          .decisionNumberTaken(
            decision.number, first: line, free: free,
            at: SourceLocation(path: source.path, line: decision.line)))
      } else {
        lines[decision.number] = decision.line
      }
    }
  }
}

extension NoteReader {
  /// Whether it tells, as it is to be written, the day by which something is to be done; or, for
  /// `.done`, the day on which it was.
  fileprivate func tellsDay(as keyword: RegisterWords.Keyword) -> Bool {
    dates.contains { $0.date.isExact && ($0.keyword == .done) == (keyword == .done) }
  }
}

extension String {
  fileprivate var hasClosedBrackets: Bool {
    utf8.count { $0 == UInt8(ascii: "(") } == utf8.count { $0 == UInt8(ascii: ")") }
  }
}

/// Finds where the words of an item stand in the file, from first to last.
///
/// It looks a bounded way ahead, which keeps it linear on a file that is one long line.
private struct PlaceFinder {
  private let source: SourceText
  private var cursor: Int
  private let end: Int

  init(_ source: SourceText, fromLine line: Int) {
    self.source = source
    cursor = source.start(ofLine: line) ?? source.bytes.count
    end = min(source.bytes.count, cursor + 4096)
  }

  /// The next place of some words; `nil` where markup stands between their letters.
  mutating func span(of words: String) -> SourceSpan? {
    let needle = Array(words.utf8)
    guard let first = needle.first, cursor + needle.count <= end else { return nil }
    for start in cursor...(end - needle.count) where source.bytes[start] == first {
      let range = start..<(start + needle.count)
      guard source.bytes[range].elementsEqual(needle) else { continue }
      cursor = range.upperBound
      return source.span(of: range)
    }
    return nil
  }
}

extension SourceText {
  fileprivate func span(of range: Range<Int>) -> SourceSpan {
    let line = line(at: range.lowerBound)
    let lineStart = start(ofLine: line) ?? 0
    func scalars(_ range: Range<Int>) -> Int { bytes[range].count { $0 & 0xC0 != 0x80 } }
    return SourceSpan(
      line: line, column: scalars(lineStart..<range.lowerBound) + 1, length: scalars(range))
  }
}

extension SourceSpan {
  fileprivate func dropping(_ scalars: Int) -> SourceSpan {
    SourceSpan(
      line: Int(line), column: Int(column) + scalars, length: max(0, Int(length) - scalars))
  }
}

// MARK: - Messages

extension Diagnostic {
  fileprivate static func actionDate(
    _ kind: RegisterWords.Keyword, written: String, meant: [CalendarDate], isCertain: Bool,
    keyword: String, at place: SourceLocation
  ) -> Diagnostic {
    let isDone = kind == .done
    let fixed = meant.map { "\(keyword) \($0)" }
    let rule =
      isDone ? "the day on which it was done is written" : "the day on which it is due is written"
    let example = isDone ? "2026-02-20" : "2026-03-01"
    return Diagnostic(
      .warning, "action-date", at: place,
      "\(rule) as \(example), not '\(written.quotedInput)'",
      hints: [
        fixed.isEmpty
          ? "write \(keyword) \(example), with the day that is meant"
          : "write \(fixed.joined(separator: " or "))"
      ],
      fix: isCertain && place.column > 0
        ? fixed.first.map { Fix(place.span, with: $0) } : nil)
  }

  fileprivate static func decisionNumberTaken(
    _ number: Int, first line: Int, free: Int, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "decision-number-taken", at: place,
      "the number \(number) is taken by the decision of line \(line)",
      because: "Others cite a decision by its number, so two cannot share one.",
      hints: ["give it a number of its own, such as Decision \(free):"])
  }
}
