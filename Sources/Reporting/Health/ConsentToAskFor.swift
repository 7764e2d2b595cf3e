import Community
import Dates
import Diagnostics
import Markup
import Text

extension Holdings {
  /// Members whose answers are not on file, or older than twelve months.
  ///
  /// One who has said no to everything has answered. A withdrawn member is not asked again.
  func consentToAskFor() -> Account.Section {
    let found = library.indices.compactMap { index -> Account.Item? in
      guard let member = library[index].fields.member, member.status != .withdrawn else {
        return nil
      }
      if !member.consent.isOnFile { return item(index, given: nil) }
      return member.consent.isStale(on: today) ? item(index, given: member.consent.given) : nil
    }
    return Account.Section(
      "consent", "Members to ask for their consent",
      empty: "Everybody's consent is on file, and none of it is older than a year.", found)
  }

  /// Members whose consent somebody else wrote down for them, as an import does.
  func consentToConfirm() -> Account.Section {
    let found = library.indices.compactMap { index -> Account.Item? in
      guard let member = library[index].fields.member, member.status != .withdrawn,
        let basis = member.consent.basis
      else { return nil }
      let entry = library[index]
      return Account.Item(
        name(index),
        details: ["it rests on: \(basis)"],
        at: entry.place,
        facts: [
          "member": .text(entry.id.name), "name": .text(name(index)), "basis": .text(basis),
          "given": JSON(member.consent.given?.description), "path": .text(entry.source),
        ])
    }
    return Account.Section(
      "consent_to_confirm", "Members who have not confirmed their consent themselves",
      empty: "Nobody's consent rests on what somebody else wrote down.", found)
  }

  private func item(_ index: EntryIndex, given: CalendarDate?) -> Account.Item {
    let entry = library[index]
    return Account.Item(
      name(index),
      details: [
        given.map { "given on \($0.inWords), more than twelve months ago" }
          ?? "no answer is on file; until there is one, nothing of theirs is shown"
      ],
      at: entry.place,
      facts: [
        "member": .text(entry.id.name), "name": .text(name(index)),
        "given": JSON(given?.description), "path": .text(entry.source),
      ])
  }
}
