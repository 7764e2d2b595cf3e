import Build
import Community
import Diagnostics
import Files
import Importing
import Markup
import Pictures
import Scaffolding
import Serving
import Text

extension Desk {
  /// Does what a script of the desk asks for.
  func answer(_ action: DeskAction, _ request: Request, _ content: [UInt8]) async -> Answer {
    let state = DeskState(desk: self, inspection: await siteDesk.inspection)
    do throws(DeskTrouble) {
      if action == .upload { return try uploaded(content, FormPairs(queryOf: request.target)) }
      guard let form = FormPairs(content) else { throw .unreadableForm }
      switch action {
      case .try: return try await tried(form, state)
      case .save:
        let answer = try await saved(form, state)
        kept.discard(try path(form))
        return answer
      case .consent: return try await saved(form, state)
      case .fix: return try await fixed(form, state)
      case .create: return try created(form, state)
      case .minutes:
        guard let id = EntryID(path: try path(form)) else { throw .unknownEntry }
        return minuted(form, of: id, state)
      case .keep:
        try kept.keep(content, for: try path(form))
        return .json(.object(["kept": .flag(true)]))
      case .publish: return startPublishing(form, await self.state())
      case .restore: return try await restored(form)
      case .leave: return try left(form)
      case .forget: return try await forgotten(form)
      case .takedown: return try await takenDown(form)
      case .undo: return startUndo()
      case .upload: throw .unreadableForm
      case .discard:
        kept.discard(try path(form))
        return .json(.object(["kept": .flag(false)]))
      case .paste:
        let pasted = Pasted(html: form["html"] ?? "", plain: form["plain"] ?? "")
        return .json(.object(["text": .text(pasted.markdown)]))
      case .inbox: return takenIn(form, state)
      }
    } catch {
      return answer(to: error)
    }
  }

  private func answer(to trouble: DeskTrouble) -> Answer {
    switch trouble {
    case .changed(let bytes):
      .json(
        .object([
          "message": .text(trouble.message), "opened": .text(OpenedEntry.mark(of: bytes)),
          "now": .text(String(decoding: bytes, as: UTF8.self)),
        ]), status: .conflict)
    case .unknownEntry, .file(.missing):
      .trouble(trouble.message, hint: trouble.hint, .notFound)
    case .edit, .unreadableForm, .upload, .rewrite:
      .trouble(trouble.message, hint: trouble.hint, .refused)
    case .outdated: .trouble(pages.words("plan_outdated"), .conflict)
    case .file(.taken): .trouble(trouble.message, hint: trouble.hint, .conflict)
    case .file: .trouble(trouble.message, hint: trouble.hint, .failed)
    }
  }

  /// The path of the entry that a form is about: always of a kind's folder of `content/`.
  func path(_ form: FormPairs) throws(DeskTrouble) -> RelativePath {
    guard let written = form["path"], let path = try? RelativePath(written),
      EntryID(path: path) != nil
    else { throw .unknownEntry }
    return path
  }

  /// The file of a form as it lies there, and as the form has it.
  private func changed(
    _ form: FormPairs
  ) throws(DeskTrouble) -> (file: OpenedEntry, changed: OpenedEntry) {
    let path = try path(form)
    guard let id = EntryID(path: path) else { throw .unknownEntry }
    let file = try folder.open(id, at: path)
    do throws(EditRefusal) {
      return (file, try file.changed(by: form))
    } catch {
      throw .edit(error)
    }
  }
}

// MARK: - The actions

extension Desk {
  func trial(
    of file: OpenedEntry, _ state: DeskState
  ) async throws(DeskTrouble) -> Inspection {
    try await Trials.inspection(
      of: file.editor.source.bytes, at: file.path, in: folder.site, settings,
      memory: state.inspection?.memory)
  }

  /// What would come of an entry: what is found in it, and where its page can be seen.
  private func tried(_ form: FormPairs, _ state: DeskState) async throws(DeskTrouble) -> Answer {
    let (_, changed) = try changed(form)
    return .json(
      .object(shown(changed, try await trial(of: changed, state), state)))
  }

  private func shown(
    _ file: OpenedEntry, _ inspection: Inspection, _ state: DeskState
  ) -> [JSON.Member] {
    let number = trials.keep(inspection)
    let found = state.findings.of(file, in: inspection)
    return [
      JSON.Member(name: "findings", value: .list(found.map(\.json))),
      JSON.Member(
        name: "page",
        value: number.map { .text(frameAddress($0, file.id.sitePath)) } ?? .null),
    ]
  }

  private func saved(_ form: FormPairs, _ state: DeskState) async throws(DeskTrouble) -> Answer {
    let (file, changed) = try changed(form)
    let answer = try await save(changed, inPlaceOf: form["opened"] ?? "", of: file, state)
    SeenSheet(site: folder.site, mark: form["sheet"] ?? "")?.note()
    return answer
  }

  private func save(
    _ changed: OpenedEntry, inPlaceOf mark: String, of file: OpenedEntry, _ state: DeskState
  ) async throws(DeskTrouble) -> Answer {
    try folder.save(changed.editor.source.bytes, at: file.path, inPlaceOf: mark)
    notes.wrote(file.path, changed.editor.source.bytes)
    let inspection = try await trial(of: changed, state)
    return .json(
      .object(
        [JSON.Member(name: "opened", value: .text(changed.mark))]
          + shown(changed, inspection, state)))
  }

  /// Saves, with the change that fixes one finding.
  private func fixed(_ form: FormPairs, _ state: DeskState) async throws(DeskTrouble) -> Answer {
    let (file, changed) = try changed(form)
    let inspection = try await trial(of: changed, state)
    let finding = inspection.diagnostics.first { finding in
      finding.location?.path == file.path.description && finding.key == form["fix"]
    }
    guard let fix = finding?.fix else { throw .edit(EditRefusal("this is fixed already")) }
    let bytes = changed.editor.source.fixed(by: [fix]).bytes
    let fixed: OpenedEntry
    do throws(EditRefusal) {
      fixed = try OpenedEntry(file.id, file.path, bytes)
    } catch {
      throw .edit(error)
    }
    let answer = try await save(fixed, inPlaceOf: form["opened"] ?? "", of: file, state)
    kept.discard(file.path)
    return answer
  }

  /// Puts a file beside an entry, and tells how the entry's text links it.
  private func uploaded(_ content: [UInt8], _ form: FormPairs) throws(DeskTrouble) -> Answer {
    let upload: Upload
    do throws(FileRefusal) {
      upload = try Upload(content, named: form["name"] ?? "")
    } catch {
      throw .upload(error)
    }
    for (place, link) in upload.places(besideEntryAt: try path(form)) {
      do throws(DeskTrouble) {
        try folder.create(upload.bytes, at: place)
        notes.wrote(place, upload.bytes)
      } catch {
        if case .file(.taken) = error { continue }
        throw error
      }
      return .json(
        .object([
          "link": .text(link), "name": .text(upload.name), "isPicture": .flag(upload.isPicture),
        ]))
    }
    throw .unreadableForm
  }

  /// Writes a new entry, and tells where its form is.
  private func created(_ form: FormPairs, _ state: DeskState) throws(DeskTrouble) -> Answer {
    guard let kind = form["of"].flatMap({ EntryKind(rawValue: $0) ?? EntryKind(folder: $0) })
    else { throw .unknownEntry }
    let start = state.start(of: kind, form)
    guard Slug.isValid(start.id.name), let path = try? RelativePath(start.path) else {
      throw .unreadableForm
    }
    try folder.create(Array(start.text.utf8), at: path)
    notes.wrote(path, Array(start.text.utf8))
    return .json(
      .object([
        "address": .text(start.id.deskAddress), "value": .text(start.id.name),
        "label": .text(form["title"] ?? form["name"] ?? start.id.name),
      ]))
  }
}

extension FindingView {
  /// As the scripts of the desk show it.
  fileprivate var json: JSON {
    .object([
      "severity": .text(severity), "red": .flag(severity == "privacy" && isPublished),
      "weight": .text(weight), "summary": .text(summary),
      "explanation": explanation.map(JSON.text), "hints": .list(hints.map(JSON.text)),
      "field": field.map(JSON.text), "line": line.map(JSON.number), "fix": fix.map(JSON.text),
    ])
  }
}

extension EntryID {
  /// The entry whose file lies at a path, however deep in its kind's folder; `nil` for other files.
  init?(path: RelativePath) {
    let parts = path.parts
    guard parts.count >= 3, parts[0] == "content", let kind = EntryKind(folder: parts[1]),
      let file = parts.last, file.hasSuffix(".md")
    else { return nil }
    let isBundle = file == "index.md" && parts.count > 3
    let name = isBundle ? parts[parts.count - 2] : String(file.dropLast(3))
    guard Slug.isValid(name) else { return nil }
    self.init(kind, name)
  }
}
