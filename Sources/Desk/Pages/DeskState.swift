import Build
import Community
import Dates
import Diagnostics
import Files
import Markup
import Publishing
import Scaffolding
import Serving
import Templates
import Text

/// What one request is answered from: the last build of the site, and the desk.
struct DeskState: Sendable {
  let desk: Desk
  /// `nil` until the site has been read once.
  let inspection: Inspection?
  /// What is saved here and not online; `nil` where it cannot be told.
  var pending: PendingChanges?

  var words: DeskWords { desk.pages.words }
  var library: Library? { inspection?.source?.library }
  var findings: Findings { Findings(words: words, library: library) }

  func frame(title: String, here: String = "") -> FrameView {
    FrameView(
      title: title, language: words.language, direction: words("direction"),
      siteName: library?.configuration.name ?? desk.siteName,
      site: Workplaces.siteAddress(port: desk.port), key: desk.access.key,
      scriptWords: scriptWords, unsent: unsent, here: here)
  }

  /// How much is saved here and not online.
  private var unsent: String? {
    guard let count = pending?.count, count > 0 else { return nil }
    return words("unsent", ["count": "\(count)"])
  }

  /// The words whose names begin with `script_`, for the scripts.
  private var scriptWords: HTML {
    let members = words.plain.filter { $0.key.hasPrefix("script_") }
      .sorted { $0.key < $1.key }
      .map { JSON.Member(name: String($0.key.dropFirst("script_".count)), value: .text($0.value)) }
    return HTML(bytes: JSON.object(members).bytes)
  }

  /// The entry with an id; where its file lies.
  func entry(_ id: EntryID) -> Entry? {
    guard let library, let index = library.names.entry(id) else { return nil }
    return library[index]
  }

  /// The path of an entry's file: of one that was just made, the path that it was given.
  func path(of id: EntryID) -> RelativePath? {
    let path =
      entry(id).flatMap { $0.id == id ? $0.source : nil }
      ?? "content/\(id.kind.folder)/\(id.name).md"
    guard path.hasPrefix("content/") else { return nil }
    return try? RelativePath(path)
  }
}

// MARK: - The first screen

extension DeskState {
  func homePage() -> HomeView {
    let found = inspection.map(findings.all) ?? []
    let shown = found.prefix(3)
    let more = found.count - shown.count
    return HomeView(
      frame: frame(title: words("desk"), here: "home"), nextMeeting: nextMeeting.map(link),
      beginnings: EntryKind.allCases.map { kind in
        DeskLinkView(
          title: words("new_\(kind.rawValue)"), address: "\(kind.deskAddress)/new")
      },
      changes: (pending?.changes.files ?? []).map(change), attention: Array(shown),
      moreAttention: more > 0 ? words("more_attention", ["count": "\(more)"]) : nil,
      starter: inspection.map(Findings.hasStarterText) == true ? words("starter_text") : nil,
      kinds: EntryKind.allCases.map { kind in
        let count = library?.entries.count { $0.id.kind == kind } ?? 0
        return DeskLinkView(
          title: words.name(of: kind), address: kind.deskAddress, note: "\(count)")
      }, isOnline: pending?.isOnline ?? false)
  }

  /// A file that is not online, by what people call it.
  func change(_ file: ChangedSourceFile) -> DeskLinkView {
    let entry = library?.entries.first { $0.source == file.path.description }
    let note =
      switch file.kind {
      case .added: words("change_added")
      case .changed: words("change_changed")
      case .removed: words("change_removed")
      }
    return DeskLinkView(
      title: entry?.workingTitle ?? file.path.name,
      address: entry?.id.deskAddress ?? Workplaces.folder + "publish", note: note)
  }

  /// The next meeting from today on.
  private var nextMeeting: Entry? {
    let meetings = (library?.entries ?? []).filter { entry in
      guard case .meeting(let meeting) = entry.fields else { return false }
      return meeting.status != .cancelled && meeting.status != .postponed
    }
    let dated = meetings.compactMap { entry in entry.common.date.map { (entry, $0.value) } }
    let coming = dated.filter { $0.1 >= desk.settings.today }.min { $0.1 < $1.1 }
    return coming?.0
  }

  /// Where the minutes of the meeting are that is planned next; `nil` where none is.
  var nextMeetingAddress: String? { nextMeeting?.id.minutesAddress }

  private func link(_ entry: Entry) -> DeskLinkView {
    DeskLinkView(
      title: entry.workingTitle, address: entry.id.deskAddress,
      note: entry.common.date.map { "\($0.value)" },
      consent: entry.id.kind == .member ? entry.id.consentAddress : nil)
  }
}

// MARK: - Lists

extension DeskState {
  func attentionPage() -> ListView {
    ListView(
      frame: frame(title: words("attention")), query: nil, beginning: nil, entries: [],
      findings: inspection.map(findings.all) ?? [], isAttention: true)
  }

  /// The entries of a kind, the newest first where they have days.
  func listPage(_ kind: EntryKind) -> ListView {
    let entries = (library?.entries ?? []).filter { $0.id.kind == kind }
      .sorted { left, right in
        let days = (left.common.date?.value, right.common.date?.value)
        if let first = days.0, let second = days.1, first != second { return first > second }
        return left.workingTitle < right.workingTitle
      }
    return ListView(
      frame: frame(title: words.name(of: kind)), query: nil,
      beginning: DeskLinkView(
        title: words("new_\(kind.rawValue)"), address: "\(kind.deskAddress)/new"),
      entries: entries.map(link), findings: [], isAttention: false)
  }

  func foundPage(_ query: String) -> ListView {
    ListView(
      frame: frame(title: words("find")), query: query, beginning: nil,
      entries: matches(query, kind: nil).prefix(100).map { entry in
        DeskLinkView(
          title: entry.workingTitle, address: entry.id.deskAddress,
          note: words.name(of: entry.id.kind))
      }, findings: [], isAttention: false)
  }

  /// The entries whose titles have words that begin with those of a query.
  private func matches(_ query: String, kind: EntryKind?) -> [Entry] {
    let wanted = query.foldedForComparison.split(separator: " ")
    guard let library else { return [] }
    return library.entries.filter { entry in
      guard kind == nil || entry.id.kind == kind else { return false }
      let words = entry.workingTitle.foldedForComparison.split { !$0.isLetter && !$0.isNumber }
      return wanted.allSatisfy { part in
        words.contains { $0.hasPrefix(part) } || entry.id.name.contains(part)
      }
    }
  }

  /// What a picker offers: `kind` is the folder of a kind, `all`, `tags`, `roles` or `series`.
  func found(_ pairs: FormPairs) -> JSON {
    let query = pairs["q"] ?? ""
    let offers: [(value: String, label: String)]
    switch pairs["kind"] {
    case "tags":
      let tags = Set((library?.entries ?? []).flatMap { $0.common.tags.map(\.value) })
      offers = tags.sorted().filter { $0.begins(with: query) }.map { ($0, $0) }
    case "series":
      offers = (library?.configuration.series ?? []).map { ($0.id, $0.title) }
        .filter { $0.label.begins(with: query) || $0.value.begins(with: query) }
    case "roles": offers = []
    case let kind:
      let kind = kind.flatMap { EntryKind(folder: $0) }
      offers = matches(query, kind: kind).map { entry in
        (kind == nil ? "\(entry.id)" : entry.id.name, entry.workingTitle)
      }
    }
    return .list(
      offers.prefix(30).map { .object(["value": .text($0.value), "label": .text($0.label)]) })
  }
}

extension String {
  /// Whether one of its words begins so, however both are written.
  fileprivate func begins(with query: String) -> Bool {
    let query = query.foldedForComparison
    return foldedForComparison.split(separator: " ").contains { $0.hasPrefix(query) }
      || foldedForComparison.hasPrefix(query)
  }
}
