package import Diagnostics
package import Markup

/// A person in the community, with what they have agreed to have shown.
package struct Member: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case active, former, withdrawn
  }

  /// A role of `handbook.yml` held for a time.
  package struct RoleHeld: Hashable, Sendable {
    package let role: Located<String>
    package let from: CalendarDate?
    package let to: CalendarDate?
  }

  /// A subject or skill that a member offers to others, or seeks.
  package struct Exchange: Hashable, Sendable {
    package let tag: Located<String>
    package let note: String?
  }

  package var name: Located<String>?
  package var consent = Consent()
  package var status = Status.active
  package var roles: [RoleHeld] = []
  package var joined: CalendarDate?
  package var left: CalendarDate?
  package var school: Located<String>?
  package var subjects: [String] = []
  package var levels: [String] = []
  package var offers: [Exchange] = []
  package var seeks: [Exchange] = []
  package var pronouns: String?
  package var photo: PictureField?
  package var links: [LabelledAddress] = []
  /// Other spellings that mentions may use.
  ///
  /// Never published.
  package var alsoKnownAs: [Located<String>] = []
  /// The words of the name that are the family name, where it cannot be guessed.
  ///
  /// Never published.
  package var familyName: Located<String>?
  /// Of somebody who has withdrawn: the fingerprints of pictures that show them, as they were
  /// published.
  ///
  /// A picture with one of them is withheld, whoever shows it.
  package var withheldPictures: [Located<String>] = []
  /// Whether the file says which pictures these are, if only that there are none.
  package var tellsPictures = false
}

extension Member {
  /// The roles that the member has on a day; one who has left has none.
  package func currentRoles(on day: CalendarDate) -> [RoleHeld] {
    status == .active ? roles.filter { $0.includes(day) } : []
  }

  /// The roles of before that day, or of before the member left.
  package func pastRoles(on day: CalendarDate) -> [RoleHeld] {
    roles.filter { role in
      role.to.map { $0 < day } ?? (status != .active && (role.from.map { $0 <= day } ?? true))
    }
  }
}

extension Member.RoleHeld {
  package func includes(_ day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { $0 >= day } ?? true)
  }
}

/// What a member has agreed to, purpose by purpose.
///
/// Nothing is taken as given.
package struct Consent: Hashable, Sendable {
  /// By-lines and mentions.
  package var name = false
  /// A page with subjects, offers, seeks, roles and links.
  package var profile = false
  package var photo = false
  package var school = false
  /// Being listed as present at a meeting.
  package var attendance = false
  /// Whether the member has been asked: their file answers, if only with a no.
  package var isOnFile = false
  /// The day on which it was given; `isStale` tells when to ask again.
  package var given: CalendarDate?
  /// Where that day is written.
  package var givenSpan: SourceSpan?
}

/// An address with words to show for it.
package struct LabelledAddress: Hashable, Sendable {
  package let label: String
  package let address: String
}
