import Build
import Files
import Markup
import Serving
import Text

extension Desk {
  /// Makes a draft of a sheet's file, and tells where its form is.
  func takenIn(_ form: FormPairs, _ state: DeskState) -> Answer {
    guard let inspection = state.inspection else {
      return .trouble(InboxTrouble.noSettings.message, hint: InboxTrouble.noSettings.hint, .refused)
    }
    do throws(InboxTrouble) {
      let inbox = try Inbox(site: folder.site, inspection, today: settings.today)
      let outcome = try inbox.add(Array((form["file"] ?? "").utf8))
      if case .notes(let place, _, let text, let sheet, let unknown) = outcome {
        return try proposed(text, of: sheet, for: place, unknown)
      }
      return answer(to: outcome)
    } catch {
      return .trouble(error.message, hint: error.hint, .refused)
    }
  }

  /// Keeps the notes of a published meeting as if they had been typed: the page of its minutes
  /// shows them, and somebody saves.
  ///
  /// What is typed there already stays.
  private func proposed(
    _ text: String, of sheet: String, for place: Inbox.Place, _ unknown: [String]
  ) throws(InboxTrouble) -> Answer {
    guard let path = try? RelativePath(place.path), let bytes = try? folder.bytes(of: path) else {
      throw .edit(EditRefusal(DeskTrouble.unknownEntry.message))
    }
    if let form = kept.kept(for: path).flatMap({ FormPairs($0) }), form["sheet"] != sheet {
      return .json(
        .object(["address": .text(place.address), "message": .text(pages.words("inbox_typed"))]))
    }
    do throws(DeskTrouble) {
      let form = FormPairs.encoded([
        ("path", place.path), ("opened", OpenedEntry.mark(of: bytes)), ("sheet", sheet),
        ("text", text),
      ])
      try kept.keep(form, for: path)
    } catch {
      throw InboxTrouble(error)
    }
    return proposed(place, unknown)
  }

  /// Where somebody looks at what a sheet proposes, and what of it is left out.
  private func proposed(_ place: Inbox.Place, _ unknown: [String]) -> Answer {
    guard !unknown.isEmpty else { return .json(.object(["address": .text(place.address)])) }
    let message = pages.words("inbox_left_out", ["names": unknown.joined(separator: ", ")])
    return .json(.object(["address": .text(place.address), "message": .text(message)]))
  }

  private func answer(to outcome: Inbox.Outcome) -> Answer {
    switch outcome {
    case .added(let place, _, let unknown) where unknown.isEmpty:
      .json(.object(["address": .text(place.address)]))
    case .added(let place, _, let unknown):
      .json(
        .object([
          "address": .text(place.address),
          "message": .text(
            pages.words("inbox_unknown", ["names": unknown.joined(separator: ", ")])),
        ]))
    case .addedBefore: .json(.object(["message": .text(pages.words("inbox_before"))]))
    case .proposed(let place, _, _, let unknown), .notes(let place, _, _, _, let unknown):
      proposed(place, unknown)
    }
  }
}
