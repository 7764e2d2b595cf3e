import Community
import Diagnostics
import Markup
import Text

extension Holdings {
  /// Entries that were taken off the site, with why: they stay off until somebody puts them back.
  func takenDown() -> Account.Section {
    let found = library.entries.compactMap { entry -> Account.Item? in
      guard let reason = entry.common.takenDown?.value else { return nil }
      return Account.Item(
        entry.id.description,
        details: [reason, "handbook takedown \(entry.id) --undo puts it back"], at: entry.place,
        facts: [
          "entry": .text(entry.id.description), "why": .text(reason), "path": .text(entry.source),
        ])
    }
    return Account.Section(
      "taken_down", "Pages that were taken down", empty: "No page was taken down.", found)
  }
}
