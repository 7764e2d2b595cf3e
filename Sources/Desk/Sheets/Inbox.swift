package import Build
import Community
package import Dates
import Diagnostics
import Files
import Markup
import Scaffolding

/// Takes in the files that people have saved from sheets: each becomes a draft for somebody to look
/// at, and never takes the place of what is there.
package struct Inbox: Sendable {
  let site: String
  let library: Library
  let today: CalendarDate

  /// - Parameter site: The folder of the site.
  package init(site: String, _ inspection: Inspection, today: CalendarDate) throws(InboxTrouble) {
    guard let library = inspection.source?.library else { throw .noSettings }
    self.site = site
    self.library = library
    self.today = today
  }

  /// What became of a file.
  package enum Outcome: Sendable {
    /// Whether a meeting that was there has got its notes, or a new entry was made.
    case added(Place, isInMeeting: Bool, unknown: [String])
    case addedBefore
    /// The notes that a published meeting would have, in its whole text: somebody looks at them first.
    case notes(Place, added: String, text: String, sheet: String, unknown: [String])
    /// What a member agrees to, as lines of their file; whether they are in it now.
    case proposed(Place, lines: [String], isSet: Bool, unknown: [String])
  }

  /// Where an entry is.
  package struct Place: Sendable {
    package let path: String
    /// Where the desk shows it.
    package let address: String

    init(_ id: EntryID, _ path: String, at address: String? = nil) {
      self.path = path
      self.address = address ?? id.deskAddress
    }
  }

  /// - Parameters:
  ///   - member: The id of the member whose consent it is, in place of the name on the sheet.
  ///   - confirms: Whether a person has looked at what the sheet proposes: consent, or the notes of a
  ///     meeting that is published.
  package func add(
    _ bytes: [UInt8], member: String? = nil, confirms: Bool = false
  ) throws(InboxTrouble) -> Outcome {
    let sheet = try SheetFile(bytes)
    guard !sheet.isEmpty else { throw .empty }
    let seen = SeenSheet(site: site, bytes)
    if try seen.isThere() { return .addedBefore }
    if sheet.kind == .consent {
      let outcome = try consent(sheet, seen.mark, of: member, isSet: confirms)
      if confirms { try seen.keep() }
      return outcome
    }
    if let outcome = try meeting(sheet, seen.mark, confirms: confirms) {
      if case .added = outcome { try seen.keep() }
      return outcome
    }
    let outcome = try entry(sheet)
    try seen.keep()
    return outcome
  }

  /// Writes the notes into the meeting that the sheet is about, where it has none yet.
  ///
  /// A meeting that is published stays so, and shows nothing that nobody has looked at.
  private func meeting(
    _ sheet: SheetFile, _ mark: String, confirms: Bool
  ) throws(InboxTrouble) -> Outcome? {
    guard sheet.kind == .minutes, let name = sheet.entry, Slug.isValid(name),
      let place = place(of: EntryID(.meeting, name))
    else { return nil }
    let file = try open(place.id, place.path)
    guard Agenda.isUntouched(file.editor.text) else { return nil }
    let notes = sheet.notes(in: language)
    let text = file.editor.text.followed(by: notes)
    if !confirms, !place.isDraft {
      return .notes(
        Place(place.id, place.path.description, at: "\(place.id.minutesAddress)?kept=yes"),
        added: notes, text: text, sheet: mark, unknown: sheet.unknown)
    }
    var editor = file.editor
    do throws(EditRefusal) {
      try editor.setText(text)
    } catch {
      throw .edit(error)
    }
    try save(editor.source.bytes, over: file)
    return .added(
      Place(place.id, place.path.description), isInMeeting: true, unknown: sheet.unknown)
  }

  private func entry(_ sheet: SheetFile) throws(InboxTrouble) -> Outcome {
    let title = sheet.entry.flatMap { name in
      library.entries.first { $0.id == EntryID(.meeting, name) }?.workingTitle
    }
    let taken = Set(library.entries.map(\.id))
    let start = sheet.start(in: language, on: today, title: sheet.kind == .minutes ? title : nil) {
      id in
      let isFree = try? SiteFolder(site).isFree("content/\(id.kind.folder)/\(id.name).md")
      return taken.contains(id) || isFree != true
    }
    do throws(FileTrouble) {
      try SiteFolder(site).create(Array(start.text.utf8), at: start.path)
    } catch {
      throw .file(error)
    }
    return .added(Place(start.id, start.path), isInMeeting: false, unknown: sheet.unknown)
  }

  /// What an entry begins with is in the language of the site.
  private var language: StarterLanguage { StarterLanguage(tag: library.configuration.language) }

  // MARK: Files

  /// The file of an entry that the site has; what a sheet says is only looked up.
  func place(of id: EntryID) -> (id: EntryID, path: RelativePath, isDraft: Bool)? {
    guard let entry = library.entries.first(where: { $0.id == id }),
      entry.source.hasPrefix("content/"), let path = try? RelativePath(entry.source)
    else { return nil }
    return (id, path, entry.common.isDraft)
  }

  func open(_ id: EntryID, _ path: RelativePath) throws(InboxTrouble) -> OpenedEntry {
    do throws(DeskTrouble) {
      return try DeskFolder(site: site).open(id, at: path)
    } catch {
      throw InboxTrouble(error)
    }
  }

  func save(_ bytes: [UInt8], over file: OpenedEntry) throws(InboxTrouble) {
    do throws(DeskTrouble) {
      try DeskFolder(site: site).save(bytes, at: file.path, inPlaceOf: file.mark)
    } catch {
      throw InboxTrouble(error)
    }
  }
}

extension InboxTrouble {
  init(_ trouble: DeskTrouble) {
    switch trouble {
    case .file(let trouble): self = .file(trouble)
    case .edit(let refusal): self = .edit(refusal)
    case .changed, .unknownEntry, .unreadableForm, .upload, .rewrite, .outdated:
      self = .edit(EditRefusal(trouble.message))
    }
  }
}

extension String {
  /// The text with another behind it, a blank line between them.
  fileprivate func followed(by text: String) -> String {
    isEmpty || hasSuffix("\n\n") ? self + text : self + (hasSuffix("\n") ? "\n" : "\n\n") + text
  }
}
