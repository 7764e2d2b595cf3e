import Build
import Community
import Diagnostics
import Files
import Markup
import Serving

extension Desk {
  /// The form of an entry, with what was typed and not saved where the address asks for it.
  ///
  /// - Parameter page: Makes the page of the form and the entry as it is shown.
  func formPage(
    _ id: EntryID, _ request: Request, _ state: DeskState,
    _ page: (FormView, OpenedEntry) -> [UInt8]
  ) async -> Answer {
    guard let path = state.path(of: id) else { return await missing() }
    let keptForm = kept.kept(for: path).flatMap { FormPairs($0) }
    let takesUp = FormPairs(queryOf: request.target)["kept"] != nil
    do throws(DeskTrouble) {
      let file = try folder.open(id, at: path)
      var shown = file
      if takesUp, let keptForm {
        do throws(EditRefusal) {
          shown = try file.changed(by: keptForm)
        } catch {
          throw .edit(error)
        }
      }
      return await .page(
        page(formView(shown, of: file, keptForm, isKeptShown: takesUp, state), shown))
    } catch {
      guard case .edit = error else {
        if case .file(.missing) = error { return await missing() }
        return .page(pages.note(note(error, state)), status: .failed)
      }
      return .page(pages.note(note(error, state)))
    }
  }

  private func note(_ trouble: DeskTrouble, _ state: DeskState) -> NoteView {
    NoteView(
      frame: state.frame(title: pages.words("no_form")), message: trouble.message,
      hint: trouble.hint)
  }

  private func formView(
    _ shown: OpenedEntry, of file: OpenedEntry, _ keptForm: FormPairs?, isKeptShown: Bool,
    _ state: DeskState
  ) async -> FormView {
    let id = file.id
    let title = state.entry(id)?.workingTitle ?? id.name
    // The last build may be older than the file.
    let inspection = try? await trial(of: shown, state)
    let findings = inspection.map { state.findings.of(shown, in: $0) } ?? []
    let controls = FormControls(kind: id.kind, words: pages.words, library: state.library)
      .controls(for: { shown.value(of: $0) }, findings: findings)
    let isOlder = keptForm.map { $0["opened"] != file.mark } ?? false
    return FormView(
      frame: state.frame(title: title), path: file.path.description, opened: file.mark,
      page: frameAddress(inspection.flatMap(trials.keep), id.sitePath),
      minutes: id.kind == .meeting ? id.minutesAddress : nil,
      consent: id.kind == .member ? id.consentAddress : nil,
      leaving: id.kind == .member ? id.leavingAddress : nil,
      takingDown: id.takingDownAddress, versions: "\(id.deskAddress)/versions",
      kindLink: DeskLinkView(title: pages.words.name(of: id.kind), address: id.kind.deskAddress),
      first: controls.first, rest: controls.rest, text: shown.editor.text,
      findings: findings.filter { $0.field == nil },
      kept: keptForm == nil || isKeptShown
        ? nil : pages.words(isOlder ? "kept_older" : "kept_text"),
      keptShown: isKeptShown ? keptForm?.changedNames : nil,
      sheet: isKeptShown ? keptForm?["sheet"] : nil)
  }
}

extension DeskState {
  /// The form of a new entry: what it needs to be valid.
  func beginningPage(_ kind: EntryKind, _ pairs: FormPairs) -> BeginningView {
    let controls = FormControls(kind: kind, words: words, library: library)
    let needed = kind.fields.filter { field in
      field.name == kind.declaration.titleField.rawValue
        || kind.declaration.neededFields.contains { $0.name == field.name }
    }
    let isNameLeftOut = kind == .member && library?.configuration.source != .nobodyElse
    return BeginningView(
      frame: frame(title: words("new_\(kind.rawValue)")), kind: kind.rawValue,
      kindName: words.name(of: kind),
      controls: needed.filter { !isNameLeftOut || $0.name != "name" }.map { field in
        controls.control(for: field, at: field.name, of: field.name, start(of: field, kind, pairs))
      })
  }

  /// What a control of a new entry begins with.
  private func start(
    of field: DeclaredField, _ kind: EntryKind, _ pairs: FormPairs
  ) -> YAMLValue? {
    if let given = pairs[field.name] { return .text(given) }
    let needed = kind.declaration.neededFields.first { $0.name == field.name }
    switch needed?.value {
    case .day: return .word("\(desk.settings.today)")
    case .words(let words): return .text(words)
    case .prompt, nil: return nil
    }
  }
}

extension EntryID {
  /// The path of its page within the site.
  var sitePath: String {
    kind.declaration.standsAtTop ? "\(name).html" : "\(kind.folder)/\(name).html"
  }
}

extension FormPairs {
  /// The names of what it changes, the text included.
  fileprivate var changedNames: String {
    (all("changed") + (self["text"] == nil ? [] : ["text"])).joined(separator: " ")
  }
}
