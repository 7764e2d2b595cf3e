import Markup

/// A member as others may see them.
package enum Person: Hashable, Sendable {
  /// By name, with a page of their own if they agreed to one.
  case named(String, page: EntryIndex?)
  /// Somebody who has not agreed to be named.
  case aMember
  /// Somebody who has left and withdrawn everything.
  case aFormerMember
  /// No member: the `@name` that stands in a text.
  case asWritten(String)
}

extension Person {
  /// What others may see of a member: the one place where consent to a name is read.
  init(_ member: Member, at index: EntryIndex) {
    if member.status == .withdrawn {
      self = .aFormerMember
    } else if member.consent.name, let name = member.name {
      self = .named(name.value, page: member.consent.profile ? index : nil)
    } else {
      self = .aMember
    }
  }
}

/// The words that stand for what is withheld, in one language.
package struct WithheldWords: Hashable, Sendable {
  package let aMember: String
  package let aFormerMember: String
  package let aMembersPage: String

  package init(aMember: String, aFormerMember: String, aMembersPage: String) {
    self.aMember = aMember
    self.aFormerMember = aFormerMember
    self.aMembersPage = aMembersPage
  }

  package func name(of person: Person) -> String {
    switch person {
    case .named(let name, _): name
    case .aMember: aMember
    case .aFormerMember: aFormerMember
    case .asWritten(let words): words
    }
  }
}
