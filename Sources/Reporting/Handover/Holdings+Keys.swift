import Community
import Dates
import Markup

extension Holdings {
  /// Each role of the settings with who holds it.
  func heldRoles(_ words: HandoverWords) -> HandoverLetter.Section {
    let items = library.configuration.roles.map { role in
      let holders = activeMembers.flatMap { index, member in
        member.currentRoles(on: today).filter { $0.role.value == role.id }.map { held in
          [name(index), held.from.map { words.since + " " + words.date($0) }]
            .compactMap(\.self).joined(separator: ", ")
        }
      }
      return HandoverLetter.Item(
        text: role.title,
        details: (role.summary.map { [$0] } ?? []) + (holders.isEmpty ? [words.nobody] : holders),
        lines: [words.nextHolder])
    }
    return HandoverLetter.Section(words.roles, items, empty: words.noRoles)
  }

  /// What opens with a key: the git host, the domain, mailboxes and forms, as far as the settings
  /// name them.
  ///
  /// The letter asks where a password is kept, and never for the password.
  func keys(_ words: HandoverWords) -> HandoverLetter.Section {
    let settings = library.configuration
    let forms = [settings.share].compactMap(\.self) + settings.contacts.filter(isForm)
    let items = [
      key(words.gitHost, settings.repository.map { [$0] } ?? [], words),
      key(words.domain, settings.baseURL.map { [$0] } ?? [], words),
      key(words.mailbox, settings.contacts.filter { !isForm($0) }, words),
      key(words.form, forms, words),
      HandoverLetter.Item(text: words.otherKeys, lines: [words.what, words.whoHolds]),
    ]
    return HandoverLetter.Section(words.keys, intro: words.keysIntro, items, empty: "")
  }

  private func key(
    _ title: String, _ known: [String], _ words: HandoverWords
  ) -> HandoverLetter.Item {
    HandoverLetter.Item(
      text: title, details: known,
      lines: (known.isEmpty ? [words.address] : []) + [words.whoHolds, words.whereKept])
  }

  private func isForm(_ contact: String) -> Bool { contact.contains("://") }
}
