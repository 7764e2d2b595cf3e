import Build
import Community
import Dates
import Diagnostics
import Markup
import Scaffolding
import Site

extension DeskState {
  /// The words of the site's own interface, which its pages say.
  private var wordbook: Wordbook {
    inspection?.renderer?.wordbook
      ?? Wordbook.read(ThemeSources(own: []), language: siteLanguage).value
  }

  private var siteLanguage: String { library?.configuration.language ?? words.language }

  /// A day as the site says it: "Thursday 10 December 2026".
  func told(_ day: CalendarDate) -> String { wordbook.site.spokenDay(day) }

  /// How the notes of a meeting are read and written, by their language and their day.
  func minutesReader(of id: EntryID) -> MinutesReader {
    let wordbook = wordbook
    let library = library
    let language = entry(id)?.common.language?.value
    return MinutesReader(
      words: wordbook.noteLanguages.words(in: language), signs: wordbook.noteSigns(in: language),
      date: day(of: id),
      member: { name in library?.title(of: library?.names.mention(name)) },
      title: { name in library?.title(of: library?.names.link(name)) })
  }

  /// Reads days in words in the languages of a meeting's notes.
  func dayReader(of id: EntryID, _ reader: MinutesReader) -> DayReader {
    let own = [entry(id)?.common.language?.value, siteLanguage].compactMap(\.self)
      .map { $0.prefix { $0 != "-" }.lowercased() }
    return DayReader(reader.words.register, languages: own + ["en"])
  }

  /// The day of a meeting, which "tomorrow" is counted from; today where it has none.
  func day(of id: EntryID) -> CalendarDate {
    entry(id)?.common.date?.value ?? desk.settings.today
  }
}

extension Library {
  fileprivate func title(of finding: NameIndex.Finding?) -> String? {
    guard case .one(let index)? = finding else { return nil }
    return self[index].workingTitle
  }
}

// MARK: - The page

extension DeskState {
  func minutesPage(_ form: FormView, _ file: OpenedEntry) -> MinutesView {
    let own = ["attendees", "guests"]
    let controls = form.first + form.rest
    let minutes = minutesReader(of: file.id).read(form.text)
    return MinutesView(
      frame: form.frame, form: form, people: attendees(file),
      guests: controls.filter { $0.name == "guests" }, agenda: agenda(of: minutes, in: file.id),
      others: controls.filter { !own.contains($0.name) })
  }

  /// Those whom the file names, in its order, then the other active members by name.
  private func attendees(_ file: OpenedEntry) -> [AttendeeView] {
    let field = file.id.kind.fields.first { $0.name == "attendees" }
    let written = field.flatMap { file.value(of: $0) }?.asItems.compactMap(\.words) ?? []
    let here = written.map { name in (name, entry(EntryID(.member, name))) }
    let known = Set(here.compactMap(\.1?.id))
    let others = (library?.entries ?? []).filter { entry in
      guard case .member(let member) = entry.fields else { return false }
      return member.status == .active && !known.contains(entry.id)
    }.sorted { $0.workingTitle < $1.workingTitle }
    return here.map { attendee($0.0, $0.1, isHere: true) }
      + others.map { attendee($0.id.name, $0, isHere: false) }
  }

  private func attendee(_ written: String, _ entry: Entry?, isHere: Bool) -> AttendeeView {
    var isListed = false
    if case .member(let member)? = entry?.fields { isListed = member.isNamedAsAttendee }
    return AttendeeView(
      value: written, label: entry?.workingTitle ?? written, isHere: isHere, isListed: isListed)
  }
}

// MARK: - The agenda

extension DeskState {
  /// The most notes that are shown below a heading: the last ones.
  private static let mostNotes = 8

  func agenda(of minutes: MinutesText, in id: EntryID) -> AgendaView {
    let earlier = earlierActions(than: id, besides: minutes)
    let more = earlier.count - Self.mostEarlierActions
    let items = minutes.items[...]
    let sections = minutes.sections
    var titles: [String: Int] = [:]
    var rest = items
    return AgendaView(
      sections: sections.compactMap { section in
        let below = rest.prefix { $0.line < section.lines.upperBound }
        rest = rest.dropFirst(below.count)
        titles[section.title, default: 0] += 1
        // What stands above the first heading has no title, and often nothing to show.
        guard section.level > 0 || !below.isEmpty || sections.count == 1 else { return nil }
        return view(section, Array(below), count: titles[section.title] ?? 1)
      },
      stillOpen: earlier.prefix(Self.mostEarlierActions).map { stillOpen($0, minutes.reader) },
      more: more > 0 ? words("minutes_still_more", ["count": "\(more)"]) : nil)
  }

  private func view(
    _ section: MinutesSection, _ items: [MinutesItem], count: Int
  ) -> AgendaSectionView {
    let notes = items.count { $0.kind == .note }
    var hidden = max(0, notes - Self.mostNotes)
    let earlier = hidden > 0 ? words("minutes_earlier", ["count": "\(hidden)"]) : nil
    let shown = items.filter { item in
      guard item.kind == .note, hidden > 0 else { return true }
      hidden -= 1
      return false
    }
    return AgendaSectionView(
      number: section.number, title: title(of: section, count), level: section.level,
      gathers: section.gathers.map(\.rawValue).sorted().joined(separator: " "),
      items: shown.map(view), earlier: earlier)
  }

  /// Headings of one name are told apart by a number.
  private func title(of section: MinutesSection, _ count: Int) -> String {
    let title = section.level == 0 ? words("minutes_top") : section.title
    return count == 1 ? title : "\(title) (\(count))"
  }

  private func view(_ item: MinutesItem) -> AgendaItemView {
    AgendaItemView(
      kind: words("minutes_\(item.kind.rawValue)"), isAction: item.kind == .action,
      number: item.number, words: item.words.shortened, told: told(item), isDone: item.isDone,
      isDropped: item.isDropped)
  }

  /// Who does it, by when, and whether it comes from an earlier meeting; `nil` where nothing tells.
  func told(_ item: MinutesItem) -> String? {
    let due = item.due.map { words("minutes_due", ["day": told($0)]) }
    let carried = item.isCarriedOver ? words("minutes_carried") : nil
    let parts = item.owners + [due, carried].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension String {
  /// The beginning of a long text, as a list shows it.
  var shortened: String { utf8.count <= 400 ? self : "\(prefix(300)) …" }
}

// MARK: - The next meeting

extension DeskState {
  /// The series that still meet, each with its next day.
  func nextMeetingPage() -> NextMeetingView {
    let today = desk.settings.today
    let meeting = (library?.configuration.series ?? []).filter { series in
      series.ended.map { $0 > today } ?? true
    }
    return NextMeetingView(
      frame: frame(title: words("next_meeting")),
      series: meeting.map { series in
        let next = inspection?.source.flatMap { source in
          try? NextMeeting(of: series.id, in: source.content, today: today)
        }
        let day = try? next?.day()
        return SeriesOfferView(
          id: series.id, title: series.title, day: day.map { "\($0)" } ?? "", told: day.map(told))
      },
      other: DeskLinkView(
        title: words("new_meeting"), address: "\(EntryKind.meeting.deskAddress)/new"))
  }
}
