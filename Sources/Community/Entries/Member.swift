import Diagnostics
package import Markup

/// A person in the community, with what they have agreed to have shown.
package struct Member: Sendable {
  package enum Status: String, Sendable, CaseIterable, DeclaredValue {
    case active, former, withdrawn
  }

  /// A role of `handbook.yml` held for a time.
  package struct RoleHeld: Hashable, Sendable {
    package private(set) var role = Located.unread
    package private(set) var from: CalendarDate?
    package private(set) var to: CalendarDate?

    package init() {}
  }

  /// A subject or skill that a member offers to others, or seeks.
  package struct Exchange: Hashable, Sendable {
    package private(set) var tag = Located.unread
    package private(set) var note: String?

    package init() {}
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
  package var alsoKnownAs: [Located<String>] = []
  /// The words of the name that are the family name, where it cannot be guessed.
  package var familyName: Located<String>?
  /// Of somebody who has withdrawn: the fingerprints of pictures that show them, as they were
  /// published.
  ///
  /// A picture with one of them is withheld, whoever shows it.
  package var withheldPictures: [Located<String>] = []
  /// Whether the file says which pictures these are, if only that there are none.
  package var tellsPictures = false

  package init() {}
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

extension Member: FieldDeclaring {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "name", "The name to show, once they agree to that below.", example: "Ada Okafor",
        .columns([
          "full name", "member", "teacher", "member name", "nombre", "nom", "Vorname und Name",
          "enw",
          "الاسم",
        ])),
      &name)
    fields.visit(
      .group("consent", of: "consent", "What may be shown, each yes or no.", .unpublished), &consent
    )
    fields.visit(
      .choice(
        "status", "Of a withdrawn member a public source keeps no other field.", example: "active",
        .inData, .columns(["estado", "statut", "Status", "statws", "الحالة"])),
      &status)
    declareTime(to: &fields)
    declareWork(to: &fields)
    declareFace(to: &fields)
    declareWhatIsNeverShown(to: &fields)
  }

  private mutating func declareTime(to fields: inout some FieldVisitor) {
    fields.visit(
      .rows(
        "roles", of: "a role", "Roles of handbook.yml: their ids, or each with its time.",
        .printed(.roles), .inData),
      &roles)
    fields.visit(
      .date(
        "joined", "The day they joined.", example: "2026-01-15",
        .columns([
          "member since", "date joined", "start date", "miembro desde", "membre depuis",
          "Mitglied seit", "aelod ers", "عضو منذ",
        ])),
      &joined)
    fields.visit(.date("left", "The day they left.", example: "2026-07-15"), &left)
  }

  private mutating func declareWork(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "school", "The school, once they agree to that.", example: "Harbour Primary",
        .foundAsLabel, .inData, .published(with: .school),
        .columns([
          "organisation", "organization", "workplace", "escuela", "centro", "école",
          "établissement", "Schule", "ysgol", "المدرسة",
        ])),
      &school)
    fields.visit(
      .texts(
        "subjects", "What they teach.", example: "[maths, music]", .foundAsLabel,
        .printed(.subjects), .inData, .facet("subject"), .columns(subjectColumns)),
      &subjects)
    fields.visit(
      .texts(
        "levels", "Whom they teach.", example: "[infants]", .foundAsLabel, .printed(.levels),
        .inData, .facet("level"), .columns(levelColumns)),
      &levels)
    fields.visit(
      .rows(
        "offers", of: "an offer", "Tags of what they can help with, or each with a note.",
        .printed(.offers), .inData,
        .columns(["can offer", "offer", "ofrece", "offre", "bietet", "Angebot", "cynnig", "يعرض"])),
      &offers)
    fields.visit(
      .rows(
        "seeks", of: "something sought", "Tags of what they look for, or each with a note.",
        .printed(.seeks), .inData,
        .columns([
          "looking for", "seek", "busca", "cherche", "sucht", "Gesuch", "chwilio", "يبحث عن",
        ])),
      &seeks)
  }

  private mutating func declareFace(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "pronouns", "Their pronouns.", example: "she/her",
        .columns(["pronombres", "pronoms", "Pronomen", "rhagenwau", "الضمائر"])),
      &pronouns)
    fields.visit(
      .picture(
        "photo", words: "photo_alt", "A picture of them: its path, from this file.",
        example: "../assets/photo.jpg", .published(with: .photo)),
      &photo)
    fields.visit(
      companion: .companion(
        "photo_alt", .text, "What the photo shows.", example: "Ada at the board"))
    fields.visit(.rows("links", of: "a link", "Pages of theirs elsewhere."), &links)
  }

  private mutating func declareWhatIsNeverShown(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "family_name", "The family name, where it cannot be guessed; never published.",
        example: "García Márquez", .unpublished),
      &familyName)
    fields.visit(
      .texts(
        "also_known_as", "Other spellings that an @ may use; never published.",
        example: "[Addie Okafor]", .unpublished),
      &alsoKnownAs)
    fields.visit(
      .texts(
        "withheld_pictures",
        "Of somebody who has withdrawn: fingerprints of pictures; 'handbook forget' writes it.",
        example: "none", .unpublished),
      &withheldPictures)
  }

  package static let refusedFields = [
    RefusedField(
      name: "email", id: "email-field", severity: .privacy,
      summary: "a member has no e-mail field",
      reason:
        "An address on a web page is collected within days; the site's contact is in handbook.yml.",
      hint: "remove the line")
  ]

  package mutating func settle(_ reader: inout FieldReader) {
    if consent.name || consent.profile, status != .withdrawn {
      reader.require("name", hint: "the name to show after 'name:'")
    }
    tellsPictures = !withheldPictures.isEmpty
    withheldPictures.removeAll { $0.value == "none" }
  }
}

extension Member.RoleHeld: FieldRow {
  package static let wordsMean: String? = "role"

  package init?(words: Located<String>) {
    role = words
  }

  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "role", as: .term(.roles), "The id of a role of handbook.yml.", example: "coordinator",
        .required("the id of a role of handbook.yml after 'role:'"), .foundAsLabel, .inData),
      &role)
    fields.visit(.date("from", "The day it began.", example: "2026-01-15", .inData), &from)
    fields.visit(.date("to", "The day it ended.", example: "2026-07-15", .inData), &to)
  }

  package mutating func settle(_ reader: inout FieldReader) {
    if let from, let to, to < from {
      reader.report(.endsBeforeItBegins, at: reader.place(of: "to"))
    }
  }
}

extension Member.Exchange: FieldRow {
  package static let wordsMean: String? = "tag"

  package init?(words: Located<String>) {
    tag = words
  }

  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "tag", as: .term(.tags), "The tag.", example: "reading-aloud",
        .required("tag: retrieval-practice"), .foundAsLabel, .inData),
      &tag)
    fields.visit(
      .text("note", "A sentence.", example: "I have a form for it", .foundAsText), &note)
  }
}

/// An address with words to show for it.
package struct LabelledAddress: Hashable, Sendable {
  package private(set) var label = ""
  package private(set) var address = ""

  package init() {}
}

extension LabelledAddress: FieldRow {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text("label", "The words to show.", example: "My blog", .required("label: my blog")), &label)
    fields.visit(
      .address(
        "url", "The address.", example: "https://example.org/",
        .required("url: https://example.org/")),
      &address)
  }
}
