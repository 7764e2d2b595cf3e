package import Dates
package import Diagnostics
package import Markup

/// What a member has agreed to, purpose by purpose.
///
/// Nothing is taken as given.
package struct Consent: Hashable, Sendable {
  /// What a member can agree to.
  package enum Purpose: String, Sendable, CaseIterable {
    case name, profile, photo, school, attendance
  }

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
  /// What it rests on, where the member has not confirmed it themselves: "published authors, asked
  /// on 2026-11-02".
  package var basis: String?
  /// Where that day is written.
  package var givenSpan: SourceSpan?

  package init() {}

  package subscript(purpose: Purpose) -> Bool {
    switch purpose {
    case .name: name
    case .profile: profile
    case .photo: photo
    case .school: school
    case .attendance: attendance
    }
  }
}

extension Consent: FieldGroup {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(.yesNo("name", "By-lines and mentions.", example: "yes"), &name)
    fields.visit(
      .yesNo(
        "profile", "A page with subjects, offers, roles and links; it needs name too.",
        example: "yes"),
      &profile)
    fields.visit(.yesNo("photo", "Photos.", example: "no"), &photo)
    fields.visit(.yesNo("school", "The school.", example: "no"), &school)
    fields.visit(
      .yesNo("attendance", "Being listed as present at meetings.", example: "no"), &attendance)
    fields.visit(
      .date("given", "The day on which they agreed, with any yes.", example: "2026-01-15"), &given)
    fields.visit(
      .text(
        "basis", "What it rests on, until they have confirmed it themselves; never published.",
        example: "published authors, asked on 2026-11-02"),
      &basis)
  }

  /// A yes without the day on which it was given is an error, and counts as a no.
  package mutating func settle(_ reader: inout FieldReader) {
    isOnFile = true
    givenSpan = given == nil ? nil : reader.span(of: "given")
    guard Purpose.allCases.contains(where: { self[$0] }), given == nil else { return }
    reader.require(
      "given", hint: "the day on which they agreed after 'given:', the year first")
    self = Consent()
  }
}
