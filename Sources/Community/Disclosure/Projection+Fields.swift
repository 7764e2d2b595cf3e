import Markup

extension Projection {
  /// Removes what may not be seen from an entry that is shown; returns how many attendees are left
  /// unnamed.
  func withhold(_ entry: inout Entry) -> Int {
    var withholder = Withholder(library: library, isShown: isShown)
    entry.visitReferences(&withholder)
    entry.common.conceal()
    if case .member(var member) = entry.fields {
      member.conceal()
      entry.fields = .member(member)
      entry.common.formerNames = []
    }
    return withholder.unnamedAttendees
  }

  func kept(_ references: [Reference]) -> [Reference] {
    references.filter { $0.target.map { isShown[$0.position] } ?? false }
  }
}

extension Person {
  var withoutPage: Person {
    if case .named(let name, _) = self { .named(name, page: nil) } else { self }
  }
}

/// Drops references to what is not shown, and blanks what is written in those to people: an id can
/// hold a name.
private struct Withholder: ReferenceVisitor {
  let library: Library
  let isShown: [Bool]
  var unnamedAttendees = 0

  mutating func visit(_ references: inout [Reference], _ relation: Relation) {
    references = references.compactMap { withheld($0, relation) }
  }

  mutating func visit(_ reference: inout Reference?, _ relation: Relation) {
    reference = reference.flatMap { withheld($0, relation) }
  }

  private mutating func withheld(_ reference: Reference, _ relation: Relation) -> Reference? {
    guard let target = reference.target else { return nil }
    if case .member(let member) = library[target].fields {
      if relation == .attendee, !member.isNamedAsAttendee {
        unnamedAttendees += 1
        return nil
      }
    } else if !isShown[target.position] {
      return nil
    }
    return Reference("", at: reference.span, target: target)
  }
}

extension Member {
  /// Whether meetings list the member as present; others are only counted.
  package var isNamedAsAttendee: Bool {
    consent.attendance && consent.name && status != .withdrawn
  }

  /// Whether pictures that show the member may be shown.
  var showsPhoto: Bool { consent.photo && status != .withdrawn }
}
