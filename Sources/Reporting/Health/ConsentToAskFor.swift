import Community
import Dates
import Diagnostics
import Markup
import Text

extension Holdings {
  /// Members whose answers are not on file, are older than twelve months, or were written down for
  /// them by an import and not confirmed since.
  ///
  /// One who has said no to everything has answered. A withdrawn member is not asked again.
  func consentToAskFor() -> Account.Section {
    let found = library.indices.compactMap { index -> Account.Item? in
      guard let member = library[index].fields.member, member.status != .withdrawn else {
        return nil
      }
      if !member.consent.isOnFile { return item(index, given: nil) }
      if member.consent.isStale(on: today) { return item(index, given: member.consent.given) }
      return member.consent.basis.map { item(index, given: member.consent.given, basis: $0) }
    }
    return Account.Section(
      "consent", "Members to ask for their consent",
      empty: "Everybody's consent is on file, and none of it is older than a year.", found)
  }

  private func item(_ index: EntryIndex, given: CalendarDate?, basis: String? = nil) -> Account.Item
  {
    let entry = library[index]
    let age =
      given.map { "given on \($0.inWords), more than twelve months ago" }
      ?? "no answer is on file; until there is one, nothing of theirs is shown"
    let facts: Facts = [
      "member": .text(entry.id.name), "name": .text(name(index)),
      "given": JSON(given?.description), "path": .text(entry.source),
    ]
    let factsWithBasis: Facts = [
      "member": .text(entry.id.name), "name": .text(name(index)),
      "given": JSON(given?.description), "basis": JSON(basis), "path": .text(entry.source),
    ]
    return Account.Item(
      name(index),
      details: [basis.map { "not confirmed by themselves yet; it rests on: \($0)" } ?? age],
      at: entry.place, facts: basis == nil ? facts : factsWithBasis)
  }
}
