import Build
import Community
import Dates
import Diagnostics
import Files
import Markup
import Rewriting
import Serving

extension Desk {
  /// What it takes to let a member leave, or to forget them, before anything is done.
  func leavingPage(_ id: EntryID, _ request: Request, _ state: DeskState) async -> Answer {
    guard let path = state.path(of: id), state.entry(id) != nil,
      let bytes = try? folder.bytes(of: path)
    else { return await missing() }
    let isEntire = FormPairs(queryOf: request.target)["entirely"] == "yes"
    var view = LeavingView(
      frame: state.frame(title: state.entry(id)?.workingTitle ?? id.name),
      member: id, path: path.description, opened: OpenedEntry.mark(of: bytes),
      day: "\(settings.today)", isFormer: state.isFormer(id), isEntire: isEntire)
    do throws(DeskTrouble) {
      let (forgetting, site) = try await forgetting(id, entirely: isEntire)
      view.actions = forgetting.actions.map(site.told)
      view.roles = forgetting.roles
      view.plan = PlanView(forgetting, in: site, pages.words)
    } catch {
      view.refusal = error.message
      view.hint = error.hint
    }
    return .page(pages.leaving(view))
  }

  /// Plans to forget a member, from the files as they are now.
  private func forgetting(
    _ id: EntryID, entirely isEntire: Bool
  ) async throws(DeskTrouble) -> (Forgetting, SourceSite) {
    let (tree, site) = try await sources()
    do throws(RewriteRefusal) {
      let forgetting = try await Forgetting.plan(
        "\(id)", in: site, over: tree, entirely: isEntire, words: site.wordsForFormerMember,
        today: settings.today)
      guard forgetting.from == id else { throw RewriteRefusal(DeskTrouble.unknownEntry.message) }
      return (forgetting, site)
    } catch {
      throw .rewrite(error)
    }
  }

  /// Forgets a member, if what is done is what was shown.
  func forgotten(_ form: FormPairs) async throws(DeskTrouble) -> Answer {
    let path = try path(form)
    guard let id = EntryID(path: path), id.kind == .member else { throw .unknownEntry }
    if let answer = try finishedEarlier() { return answer }
    let (forgetting, site) = try await forgetting(id, entirely: form["entirely"] == "yes")
    guard form["plan"] == forgetting.plan.mark else { throw .outdated }
    try carryOut(forgetting.plan, of: site, command: "forget \(id)")
    // What is kept on this computer would go on telling who it was.
    CacheFolder.forget(in: folder.site)
    kept.forget(path)
    trials.forget()
    return .ended(well: true, pages.words("forgotten", ["name": forgetting.to.name]))
  }

  /// Marks a member as one who has left and stays named as they agreed.
  func left(_ form: FormPairs) throws(DeskTrouble) -> Answer {
    let path = try path(form)
    guard let id = EntryID(path: path), id.kind == .member else { throw .unknownEntry }
    guard let day = form["left"].flatMap({ CalendarDate($0) }) else { throw .unreadableForm }
    let file = try folder.open(id, at: path)
    var editor = file.editor
    do throws(EditRefusal) {
      try editor.set(YAMLPath("status"), to: .text("former"), order: id.kind.fieldOrder)
      try editor.set(YAMLPath("left"), to: .word("\(day)"), order: id.kind.fieldOrder)
    } catch {
      throw .edit(error)
    }
    try folder.save(editor.source.bytes, at: path, inPlaceOf: form["opened"] ?? "")
    notes.wrote(path, editor.source.bytes)
    return .ended(well: true, pages.words("leaving_marked"))
  }
}

extension DeskState {
  /// Whether a member has left.
  func isFormer(_ id: EntryID) -> Bool {
    guard case .member(let member)? = entry(id)?.fields else { return false }
    return member.status != .active
  }
}

extension EntryID {
  /// The address of the page for a member who leaves.
  var leavingAddress: String { "\(deskAddress)/leaves" }
}
