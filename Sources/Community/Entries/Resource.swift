package import Dates
import Diagnostics
package import Markup

/// Something to use in class: a link, files, or the page itself.
package struct Resource: Sendable {
  package enum Kind: String, Sendable, CaseIterable, DeclaredValue {
    case lessonPlan = "lesson-plan"
    case activity, worksheet, assessment, slides, video, reading, template, tool, policy, other
  }

  package enum Status: String, Sendable, CaseIterable, DeclaredValue {
    case current, review, withdrawn
  }

  /// A file that comes with it.
  package struct File: Hashable, Sendable {
    package private(set) var path = Located.unread
    package private(set) var label: String?

    package init() {}
  }

  /// Who made it: a member, or somebody from outside by name.
  package struct Creator: Hashable, Sendable {
    package var member: Reference?
    package private(set) var outsider: String?

    package init() {}
  }

  /// What happened when a member used it.
  package struct Trial: Hashable, Sendable {
    package var member: Reference?
    package private(set) var date: CalendarDate?
    package private(set) var note: String?

    package init() {}
  }

  package var kind = Kind.other
  package var address: String?
  package var files: [File] = []
  package var licence = Licence.unknown
  package var creators: [Creator] = []
  package var sharedBy: Reference?
  package var basedOn: [Reference] = []
  package var subjects: [String] = []
  package var levels: [String] = []
  package var timeNeeded: TimeInClass?
  package var accessNotes: String?
  package var status = Status.current
  package var trials: [Trial] = []

  package init() {}
}

extension Resource: FieldDeclaring {
  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .choice(
        "kind", "What sort of thing it is.", example: "lesson-plan",
        .required("kind: lesson-plan"), .foundAsLabel, .inDataAs("resource_kind"), .facet("kind"),
        .words(.resourceKind),
        .columns(["type", "tipo", "Art", "math", "النوع"]),
        .headings(["format", "resource type", "type of resource"])),
      &kind)
    declareSource(to: &fields)
    declareMakers(to: &fields)
    declareUse(to: &fields)
  }

  /// Where it is, and how it may be used.
  private mutating func declareSource(to fields: inout some FieldVisitor) {
    fields.visit(
      .address(
        "url", "Where it is, if it is elsewhere.", example: "https://example.org/where-it-is",
        .printed("open_link"), .inDataAs("link"),
        .columns([
          "link", "address", "website", "enlace", "dirección", "lien", "adresse", "dolen",
          "cyfeiriad",
          "الرابط",
        ]), .headings(["web address", "where to find it", "link to resource", "hyperlink"])),
      &address)
    fields.visit(
      Field(
        "licence", .licence,
        "How it may be used: a Creative Commons licence, ogl-3, all-rights-reserved, other or unknown.",
        "cc-by-4.0",
        [
          .printed("licence"), .inData, .facet("licence"),
          .columns(["license", "licencia", "Lizenz", "trwydded", "الرخصة"]),
          .headings([
            "copyright", "rights", "usage rights", "terms of use", "permission", "permissions",
          ]),
        ],
        keeping: { $0.licence($1, address: "licence_url") }),
      &licence)
    fields.visit(
      companion: .companion(
        "licence_url", .address, "The address of the licence, with licence: other.",
        example: "https://example.org/licence"))
    fields.visit(
      .rows("files", of: "a file", "Files to take away: their paths, or each with a label."), &files
    )
  }

  private mutating func declareMakers(to fields: inout some FieldVisitor) {
    fields.visit(
      .rows(
        "creators", of: "a creator", "Who made it: members by their ids, others by name.", .inData),
      &creators)
    fields.visit(
      .sharedBy,
      .reference(
        "shared_by", to: .member, "The member who brought it.", example: "a-member-by-their-id",
        .foundAsLabel, .printed("resource_shared_by"), .inData,
        .columns([
          "shared by", "added by", "compartido por", "partagé par", "geteilt von", "rhannwyd gan",
          "مشاركة من",
        ]), .doing(.shared),
        .headings(["contributor", "contributed by", "uploaded by", "submitted by", "who"])),
      &sharedBy)
    fields.visit(
      .basedOn,
      .references(
        "based_on", to: .resource, "Resources that it builds on.",
        example: "[a-resource-by-its-id]", .inData),
      &basedOn)
  }

  /// Whom it suits, and what came of it.
  private mutating func declareUse(to fields: inout some FieldVisitor) {
    fields.visit(
      .texts(
        "subjects", "What it teaches.", example: "[maths]", .foundAsLabel, .printed("subjects"),
        .inData, .facet("subject"), .columns(subjectColumns)),
      &subjects)
    fields.visit(
      .texts(
        "levels", "The ages or stages that it is for.", example: "[infants]", .foundAsLabel,
        .printed("levels"), .inData, .facet("level"), .columns(levelColumns)),
      &levels)
    fields.visit(
      Field(
        "time_needed", .timeInClass, "How long it takes in class.", "45 min",
        [
          .printed("resource_time_needed"), .inData,
          .columns([
            "duration", "time", "duración", "tiempo", "durée", "temps", "Dauer", "Zeit", "hyd",
            "amser", "المدة",
          ]),
        ]
      ) { $0.timeInClass($1) },
      &timeNeeded)
    fields.visit(
      .paragraph(
        "access_notes", "What helps pupils who see, hear, read or move differently.",
        example: "The cards are also there in large print.", .foundAsText,
        .printed("resource_access_notes")),
      &accessNotes)
    fields.visit(
      .choice("status", "Whether it is still recommended.", example: "review", .inData), &status)
    fields.visit(
      .rows("tried_by", of: "a trial", "Members who have used it: their ids, or each with a note."),
      &trials)
  }

  package mutating func settle(_ reader: inout FieldReader) {
    reader.miss(
      "licence", "licence-unknown", "nobody knows how this may be used",
      because: "Without a licence a careful teacher will not use it.",
      hints: ["ask who made it, and write the licence, for example licence: cc-by-4.0"])
  }
}

let subjectColumns = [
  "subject", "department", "asignatura", "materia", "matière", "Fach", "Fächer", "pwnc", "pynciau",
  "المادة",
]
let levelColumns = [
  "level", "year group", "phase", "grade", "nivel", "curso", "niveau", "classe", "Stufe",
  "Klassenstufe", "lefel", "blwyddyn", "المستوى", "الصف",
]

extension Resource.File: FieldRow {
  package static let wordsMean: String? = "file"

  package init?(words: Located<String>) {
    path = words
  }

  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "file", as: .path, "The path, from this file.", example: "../assets/sheet.pdf",
        .required("the path from here to the file after 'file:'")),
      &path)
    fields.visit(.text("label", "The words to show.", example: "The sheet, two pages"), &label)
  }
}

extension Resource.Creator: FieldRow {
  package static let wordsMean: String? = "member"

  package init?(words: Located<String>) {
    member = Reference(words.value, at: words.span)
  }

  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .creator,
      .reference(
        "member", to: .member, "A member.", example: "a-member-by-their-id", .foundAsLabel, .inData,
        .doing(.shared)),
      &member)
    fields.visit(
      .text(
        "name", "Somebody who is no member.", example: "the Open University", .foundAsLabel),
      &outsider)
  }

  package mutating func settle(_ reader: inout FieldReader) {
    guard member == nil, outsider == nil else { return }
    reader.require("name", hint: "name: the Open University")
    reader.isIncomplete = true
  }

  package var isVoid: Bool { member == nil && outsider == nil }
}

extension Resource.Trial: FieldRow {
  package static let wordsMean: String? = "member"

  package init?(words: Located<String>) {
    member = Reference(words.value, at: words.span)
  }

  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .triedBy,
      .reference(
        "member", to: .member, "The member.", example: "a-member-by-their-id",
        .required("a member's id after 'member:'"), .foundAsLabel, .doing(.tried)),
      &member)
    fields.visit(.date("date", "The day.", example: "2026-01-15"), &date)
    fields.visit(.text("note", "What happened.", example: "What happened", .foundAsText), &note)
  }
}
