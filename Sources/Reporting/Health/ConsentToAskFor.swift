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
    let found = membersToAsk().map { item($0.member, given: $0.given, basis: $0.basis) }
    return Account.Section(
      "consent", "Members to ask for their consent",
      empty: "Everybody's consent is on file, and none of it is older than a year.", found)
  }

  /// They and what is known of their answers; a community that has ended asks nobody.
  func membersToAsk() -> [(member: EntryIndex, given: CalendarDate?, basis: String?)] {
    if library.configuration.isClosed(on: today) { return [] }
    return library.indices.compactMap { index in
      guard let member = library[index].fields.member, member.status != .withdrawn else {
        return nil
      }
      let consent = member.consent
      if !consent.isOnFile { return (index, nil, nil) }
      if consent.isStale(on: today) { return (index, consent.given, nil) }
      return consent.basis.map { (index, consent.given, $0) }
    }
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
