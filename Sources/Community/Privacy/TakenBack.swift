extension Library {
  /// Whether anything that an earlier state of the site showed is withheld now: somebody has taken
  /// back a consent or left, an entry was taken down or is for members only.
  ///
  /// What was published from the earlier state must then not come back.
  package func withholdsMore(than earlier: Library) -> Bool {
    earlier.entries.contains { old in
      guard let now = entry(like: old) else { return old.id.kind == .member }
      return old.isShown && !now.isShown || old.consents.contains { !now.consents.contains($0) }
    }
  }

  /// The entry with its id, or with that as an old one.
  private func entry(like old: Entry) -> Entry? { names.entry(old.id).map { self[$0] } }
}

extension Entry {
  /// Whether everybody may read it, as far as its own fields say.
  fileprivate var isShown: Bool {
    common.takenDown == nil && common.audience == .everyone && !isWithdrawn
  }

  /// What a member has agreed to.
  fileprivate var consents: [Consent.Purpose] {
    guard case .member(let member) = fields else { return [] }
    return Consent.Purpose.allCases.filter { member.consent[$0] }
  }
}
