import Build
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
      return answer(to: try inbox.add(Array((form["file"] ?? "").utf8)))
    } catch {
      return .trouble(error.message, hint: error.hint, .refused)
    }
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
    case .proposed(let place, _, _, let unknown) where unknown.isEmpty:
      .json(.object(["address": .text(place.address)]))
    case .proposed(let place, _, _, let unknown):
      .json(
        .object([
          "address": .text(place.address),
          "message": .text(
            pages.words("inbox_left_out", ["names": unknown.joined(separator: ", ")])),
        ]))
    }
  }
}
