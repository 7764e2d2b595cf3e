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
  ///   - confirms: Whether a person has looked at the consent that the sheet proposes.
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
    if let outcome = try meeting(sheet) {
      try seen.keep()
      return outcome
    }
    let outcome = try entry(sheet)
    try seen.keep()
    return outcome
  }

  /// Writes the notes into the meeting that the sheet is about, where it has none yet.
  private func meeting(_ sheet: SheetFile) throws(InboxTrouble) -> Outcome? {
    guard sheet.kind == .minutes, let name = sheet.entry, Slug.isValid(name),
      let place = place(of: EntryID(.meeting, name))
    else { return nil }
    let file = try open(place.id, place.path)
    guard file.editor.text.isOnlyAnAgenda else { return nil }
    var editor = file.editor
    do throws(EditRefusal) {
      let old = editor.text
      let gap = old.isEmpty ? "" : old.hasSuffix("\n\n") ? "" : old.hasSuffix("\n") ? "\n" : "\n\n"
      try editor.setText(old + gap + sheet.notes)
      try editor.set(YAMLPath("draft"), to: .word("yes"), order: EntryKind.meeting.fieldOrder)
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
    let start = sheet.start(on: today, title: sheet.kind == .minutes ? title : nil) { id in
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

  // MARK: Files

  /// The file of an entry that the site has; what a sheet says is only looked up.
  func place(of id: EntryID) -> (id: EntryID, path: RelativePath)? {
    guard let entry = library.entries.first(where: { $0.id == id }),
      entry.source.hasPrefix("content/"), let path = try? RelativePath(entry.source)
    else { return nil }
    return (id, path)
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

/// The mark that a file has been taken in, kept in `.handbook/`, which git leaves alone.
struct SeenSheet {
  let site: String
  let mark: String
  private var path: String { ".handbook/inbox/\(mark)" }

  init(site: String, _ bytes: [UInt8]) {
    self.site = site
    mark = "\(Fingerprint(bytes))"
  }

  /// That of a file which a page of the desk was about; `nil` for what is no such mark.
  init?(site: String, mark: String) {
    guard let fingerprint = Fingerprint(hexadecimal: mark.utf8) else { return nil }
    self.site = site
    self.mark = "\(fingerprint)"
  }

  func isThere() throws(InboxTrouble) -> Bool {
    do throws(FileTrouble) {
      return try !SiteFolder(site).isFree(path)
    } catch {
      throw .file(error)
    }
  }

  func keep() throws(InboxTrouble) {
    do throws(FileTrouble) {
      let folder = try SiteFolder(site)
      if try folder.isFree(".handbook/.gitignore") {
        try folder.create(Array("*\n".utf8), at: ".handbook/.gitignore")
      }
      if try folder.isFree(path) { try folder.create(Array("added\n".utf8), at: path) }
    } catch {
      throw .file(error)
    }
  }

  /// Keeps it where that is possible: what the sheet said is saved, and a second time it would be
  /// proposed again.
  func note() { try? keep() }
}

extension String {
  /// Whether nobody has written into the notes of a meeting yet: there are headings, hints and what
  /// was carried over.
  fileprivate var isOnlyAnAgenda: Bool {
    split(whereSeparator: \.isNewline).allSatisfy { line in
      let words = line.drop { $0 == " " }
      return words.isEmpty || words.hasPrefix("#")
        || words.hasPrefix("<!--") && words.hasSuffix("-->")
        || words.hasPrefix("- [ ] ") && words.contains("continues [[")
        || words == "What this meeting is about, in a sentence."
    }
  }
}
