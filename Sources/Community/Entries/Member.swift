package import Dates
import Diagnostics
package import Markup

/// A person in the community, with what they have agreed to have shown.
package struct Member: Sendable {
  package enum Status: String, Sendable, CaseIterable, DeclaredValue {
    case active, former, withdrawn
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
        .printed("member_roles"), .inData),
      &roles)
    fields.visit(
      .date(
        "joined", "The day they joined.", example: "2026-01-15",
        .columns([
          "member since", "date joined", "start date", "miembro desde", "membre depuis",
          "Mitglied seit", "aelod ers", "عضو منذ",
        ]), .headings(["joined on", "join date", "since"]),
        .asked([
          "did you join", "when you joined", "joined", "seit wann", "beigetreten", "adhere",
          "desde cuando", "pryd ymunoch", "متى انضممت",
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
        ]),
        .asked([
          "school or organisation", "school or organization", "your school", "which school",
          "where do you work", "where do you teach", "name of school", "name of your school",
          "organisation", "organization", "deine schule", "ihre schule", "an welcher schule",
          "votre ecole", "ton ecole", "tu escuela", "su escuela", "centro educativo", "eich ysgol",
          "اسم مدرستك",
        ])),
      &school)
    fields.visit(
      .texts(
        "subjects", "What they teach.", example: "[maths, music]", .foundAsLabel,
        .printed("subjects"), .inData, .facet("subject"), .columns(subjectColumns), .leads,
        .headings(["subjects taught", "teaches", "subject taught"]),
        .asked([
          "subject", "subjects", "facher", "fach", "matieres", "asignaturas", "materias", "pynciau",
          "المواد",
        ])),
      &subjects)
    fields.visit(
      .texts(
        "levels", "Whom they teach.", example: "[infants]", .foundAsLabel, .printed("levels"),
        .inData, .facet("level"), .columns(levelColumns),
        .headings(["year groups", "years", "phases", "key stage", "key stages", "age range"]),
        .asked([
          "year groups", "year group", "age group", "age groups", "key stage", "key stages",
          "which years", "which grades", "grades", "klassenstufen", "klassen", "niveaux", "cursos",
          "niveles", "blynyddoedd", "الصفوف",
        ])),
      &levels)
    fields.visit(
      .rows(
        "offers", of: "an offer", "Tags of what they can help with, or each with a note.",
        .printed("member_offers"), .inData,
        .columns(["can offer", "offer", "ofrece", "offre", "bietet", "Angebot", "cynnig", "يعرض"]),
        .asked([
          "help others", "can you help", "can you offer", "could you offer", "you offer",
          "can offer", "could share", "can you share", "anbieten", "helfen", "proposer", "aider",
          "ofrecer", "ayudar", "cynnig", "helpu eraill", "تقدم", "تساعد",
        ])),
      &offers)
    fields.visit(
      .rows(
        "seeks", of: "something sought", "Tags of what they look for, or each with a note.",
        .printed("member_seeks"), .inData,
        .columns([
          "looking for", "seek", "busca", "cherche", "sucht", "Gesuch", "chwilio", "يبحث عن",
        ]),
        .asked([
          "looking for", "like to learn", "want to learn", "like help with", "help with your",
          "hope to get", "suchst", "suchen", "cherchez", "cherches", "buscas", "busca", "chwilio",
          "تبحث",
        ])),
      &seeks)
  }

  private mutating func declareFace(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "pronouns", "Their pronouns.", example: "she/her",
        .columns(["pronombres", "pronoms", "Pronomen", "rhagenwau", "الضمائر"]),
        .asked(["your pronouns", "preferred pronouns", "pronouns do you use"])),
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
