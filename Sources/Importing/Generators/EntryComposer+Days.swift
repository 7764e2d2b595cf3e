import Community
import Dates
import Files
import Markup

// The day of an entry, and the minutes of a meeting.
extension EntryComposer {
  /// The day of an entry whose fields have none: in the name of its file, its title or its first
  /// lines.
  mutating func takeDay() {
    defer {
      if let lastDay, let day = writtenDay, lastDay > day, kind == .meeting {
        entry.set("end_date", .text(lastDay.description))
      }
    }
    takeFirstLine()
    guard kind == .meeting || kind == .post, !entry.has("date") else { return }
    let stem = placed.page.path.stem
    if stem.leadingDate != nil { return tellOtherDay(stem) }
    let path = (placed.folders.suffix(3) + [stem]).joined(separator: "/")
    let title = placed.page.fields["title"]?.value.text ?? ""
    let facts = MinutesFacts(
      name: FoundDate(firstIn: stem) != nil ? stem : path.folderDate ?? title,
      text: kind == .meeting ? placed.page.body : "", isMonthFirst: false)
    let named = FoundDate(firstIn: stem) ?? path.folderDate.flatMap { FoundDate(firstIn: $0) }
    guard let day = named?.date.day(monthFirst: false) ?? facts.day else { return }
    entry.set("date", .text(day.description))
    if case .either? = named?.date {
      notes.append("its date can be read in two ways: it is taken for \(day)")
    }
    if kind == .meeting, !entry.has("start"), let hours = facts.hours {
      entry.set("start", .text(hours.start.description))
      entry.set("end", (hours.end?.description).map(WrittenValue.text))
    }
  }

  /// The title of minutes whose file is called by its day alone: their first line.
  private mutating func takeFirstLine() {
    guard kind == .meeting, !entry.has("title"), FoundDate(whole: placed.page.path.stem) != nil,
      let line = placed.page.body.split(separator: "\n").map(\.trimmed).first(where: { !$0.isEmpty }
      ),
      line.utf8.count <= 80, line.first?.isLetter ?? false, FoundDate(whole: line) == nil,
      !line.contains(":")
    else { return }
    firstLine = line
    entry.set("title", .text(line))
  }

  /// Says where the text of minutes has another day than the name of their file.
  private mutating func tellOtherDay(_ stem: String) {
    guard kind == .meeting, let day = stem.leadingDate else { return }
    let line = placed.page.body.split(separator: "\n").first { $0.hasPrefix("# ") }.map(String.init)
    guard let line, let found = FoundDate(firstIn: line), case .day(let other) = found.date,
      other != day
    else { return }
    notes.append("its file is of \(day), and its text of \(other): the file's name was taken")
  }

  /// The day as it will be read: as a field has it, or the file's name.
  private var writtenDay: CalendarDate? {
    let written = entry.fields.first { $0.key == "date" }
    if case .text(let text)? = written?.value { return CalendarDate(text) }
    return placed.page.path.stem.leadingDate
  }

  /// Writes the minutes of a meeting as those of a handbook.
  mutating func fixMinutes() {
    guard kind == .meeting else { return }
    var minutes = MinutesFixing(members: context.members, day: writtenDay)
    entry.body = minutes.fix(entry.body)
    minutes.write(to: &entry)
    notes += minutes.notes
  }
}

extension String {
  /// The date that folders make: `2026/01/15`.
  fileprivate var folderDate: String? {
    let parts = split(separator: "/").map(String.init)
    guard parts.count >= 3 else { return nil }
    let last = parts.suffix(3).joined(separator: "-")
    return FoundDate(whole: last).map { _ in last }
  }
}
