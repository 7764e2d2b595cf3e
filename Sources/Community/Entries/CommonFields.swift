package import Dates
import Diagnostics
package import Markup

/// The fields that an entry of any kind may have.
package struct CommonFields: Sendable {
  /// The title as the front matter gives it; `nil` where it is the first heading, or a member's name.
  package var title: Located<String>?
  package var summary: Located<String>?
  package var date: Located<CalendarDate>?
  package var updated: Located<CalendarDate>?
  package var tags: [Located<String>] = []
  package var goals: [Reference] = []
  package var isDraft = false
  /// Why the entry is off the site at once, whoever reads it and whatever else its fields say.
  ///
  /// `nil` where it is not. The words are never published.
  package var takenDown: Located<String>?
  /// Whether its address says that the page was taken down, instead of nothing.
  package var hasTakenDownNotice = false
  package var audience = Audience.everyone
  package var language: Located<String>?
  package var translationOf: Reference?
  package var image: PictureField?
  package var imageShows: [Reference] = []
  package var reviewBy: CalendarDate?
  package var isHiddenFromSearchEngines = false
  /// What the entry was called before, as it is written: old ids, and whole addresses of a site that
  /// was there before.
  package var formerNames: [Located<String>] = []
  /// What calendars and feeds know it by.
  package var uid: Located<String>?
  package var accepts: [Acceptance] = []
  package var extra: FieldValue?

  package init() {}
}

/// Who may see an entry.
package enum Audience: String, Hashable, Sendable, CaseIterable, DeclaredValue {
  case everyone = "public"
  case members

  /// Whether a site built for `self` shows what is meant for `other`.
  package func includes(_ other: Audience) -> Bool {
    self == .members || other == .everyone
  }
}

/// A picture named in the front matter, with the words that stand for it.
package struct PictureField: Hashable, Sendable {
  package let path: Located<String>
  package let alternative: String

  package init(path: Located<String>, alternative: String) {
    self.path = path
    self.alternative = alternative
  }
}

extension CommonFields: FieldDeclaring {
  package mutating func declare(to fields: inout some FieldVisitor) {
    declareHead(to: &fields)
    declareReach(to: &fields)
    declarePicture(to: &fields)
    declareUpkeep(to: &fields)
  }

  private mutating func declareHead(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "title", "The title; without it, the first # heading of the text.", example: "A title",
        .columns(titleColumns)),
      &title)
    fields.visit(
      .text(
        "summary", as: .paragraph, "One or two sentences for lists; else the first paragraph.",
        example: "What we tried, and what came of it", .foundAsText, .columns(summaryColumns),
        .alsoCalled(["abstract", "description", "excerpt"])),
      &summary)
    fields.visit(
      .date(
        "date", "The day.", example: "2026-01-15", .inData, .columns(dateColumns),
        .alsoCalled(["pubdate"])),
      &date)
    fields.visit(
      .date(
        "updated", "The day of the last real change.", example: "2026-02-01", .inData,
        .alsoCalled(["last_modified_at", "lastmod", "modified"])),
      &updated)
    fields.visit(
      .texts(
        "tags", as: .terms(.tags), "Words to file it under.", example: "[assessment, workload]",
        .columns(["tag", "keywords", "etiquetas", "étiquettes", "Schlagwörter", "tagiau", "الوسوم"]
        ),
        .alsoCalled(["categories", "category", "keywords", "labels", "topics"])),
      &tags)
    fields.visit(
      .goal,
      .references(
        "goals", to: .goal, "The goals that it serves.", example: "[a-goal-by-its-id]",
        .printed("serves"), .inData,
        .columns(["goal", "objetivo", "objectif", "Ziel", "Ziele", "nod", "nodau", "الهدف"])),
      &goals)
  }

  /// Who may see it.
  private mutating func declareReach(to fields: inout some FieldVisitor) {
    fields.visit(
      .yesNo("draft", "Keeps it off the site, but for builds with --drafts.", example: "yes"),
      &isDraft)
    fields.visit(
      Field(
        "taken_down", .text,
        "Why it is off the site at once, in every build; 'handbook takedown' writes it.",
        "A pupil can be recognised", [.unpublished]
      ) { $0.reasonToTakeDown($1) },
      &takenDown)
    fields.visit(
      .yesNo(
        "taken_down_notice", "Makes its address say that the page was taken down.", example: "yes"),
      &hasTakenDownNotice)
    fields.visit(
      .choice("audience", "The word members keeps it off the public site.", example: "members"),
      &audience)
    fields.visit(
      Field(
        "lang", .language, "The language of the text, where it is not the site's.", "cy",
        [.alsoCalled(["language", "locale"])]
      ) { $0.language($1) },
      &language)
    fields.visit(
      .translationOf,
      .reference(
        "translation_of", to: nil, "The entry that this one translates.",
        example: "pages/charter", .inData),
      &translationOf)
  }

  private mutating func declarePicture(to fields: inout some FieldVisitor) {
    fields.visit(
      .picture(
        "image", words: "image_alt", "A picture: its path, from this file.",
        example: "../assets/picture.jpg",
        .alsoCalled(["cover", "featured_image", "thumbnail"])),
      &image)
    fields.visit(
      companion: .companion(
        "image_alt", .text, "What the picture shows, for those who cannot see it.",
        example: "What the picture shows", .alsoCalled(["alt"])))
    fields.visit(
      .imageShows,
      .references(
        "image_shows", to: .member,
        "The members in the picture; it is shown only if all have agreed to photos.",
        example: "[a-member-by-their-id]"),
      &imageShows)
  }

  private mutating func declareUpkeep(to fields: inout some FieldVisitor) {
    fields.visit(
      .date(
        "review_by", "A day after which the page says that it is due for review.",
        example: "2027-01-15", .alsoCalled(["expirydate"])),
      &reviewBy)
    fields.visit(
      .yesNo("noindex", "Asks search engines to leave the page out.", example: "yes"),
      &isHiddenFromSearchEngines)
    fields.visit(
      Field(
        "aliases", .slugs,
        "Old ids, the oldest first, and whole old addresses, so that old links still lead here.",
        "[old-id, /2019/03/old-title/]", [.alsoCalled(["redirect_from"])],
        list: { $0.formerNames($1) }),
      &formerNames)
    fields.visit(
      .text(
        "uid", "A name for calendars and feeds that never changes.", example: "autumn-circle-2026"),
      &uid)
    fields.visit(
      .rows(
        "accepts", of: "an accepted finding", "Privacy findings that you let stand.", .unpublished),
      &accepts)
    fields.visit(
      Field(
        "extra", .open, "Fields of your own, for your own templates.", "{anything: you like}", []
      ) { $0.open($1) },
      &extra)
  }
}

private let titleColumns = [
  "name", "meeting", "resource", "subject", "título", "nombre", "titre", "nom", "Titel", "Name",
  "teitl", "enw", "العنوان",
]
private let summaryColumns = [
  "about", "bio", "description", "notes", "resumen", "descripción", "résumé", "Zusammenfassung",
  "Beschreibung", "crynodeb", "disgrifiad", "الوصف",
]
private let dateColumns = [
  "day", "when", "added", "fecha", "día", "jour", "Datum", "Tag", "dyddiad", "التاريخ",
]

extension FieldReader {
  /// Any words take the entry down, but for a plain no.
  fileprivate mutating func reasonToTakeDown(_ key: String) -> Located<String>? {
    text(key).flatMap { ["no", "false"].contains($0.value.lowercased()) ? nil : $0 }
  }

  fileprivate mutating func formerNames(_ key: String) -> [Located<String>] {
    texts(key).filter { alias in
      if Slug.isValid(alias.value) { return true }
      var problem = FieldProblem.badAlias(alias.value)
      if alias.value.hasPrefix("/") {
        do throws(OldPath.Problem) {
          _ = try OldPath(alias.value)
          return true
        } catch {
          problem = .badAddress(alias.value, error)
        }
      }
      report(problem, at: alias.span)
      return false
    }
  }
}

extension CommonFields {
  /// Old ids, which go on resolving references and redirect.
  package var aliases: [Located<String>] { formerNames.filter { !$0.value.hasPrefix("/") } }

  /// Whole addresses that lead here.
  package var oldPaths: [Located<OldPath>] {
    formerNames.compactMap { name in
      guard name.value.hasPrefix("/"), let path = try? OldPath(name.value) else { return nil }
      return Located(path, at: name.span)
    }
  }
}

extension FieldProblem {
  fileprivate static func badAddress(
    _ written: String, _ problem: OldPath.Problem
  ) -> FieldProblem {
    let (because, hint) =
      switch problem {
      case .notWhole, .unsafe:
        ("no page can stand there", "write the path of the old page alone, such as /2019/03/title/")
      case .notAPath: ("no page can stand there", "leave out what follows the ? or #")
      case .home: ("that is the home page", "remove it: the home page is there already")
      case .reserved(let folder):
        ("the site keeps its own files in /\(folder.quotedInput)/", "remove it")
      }
    return FieldProblem(
      id: "bad-id",
      summary: "'\(written.quotedInput)' cannot be an old address: \(because)", hints: [hint])
  }

  fileprivate static func badAlias(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-id",
      summary: "an alias is an old id, and '\(written.quotedInput)' cannot be one",
      hints: [
        Slug.of(written).map { "write \($0)" } ?? "use the letters a to z, digits and hyphens"
      ])
  }
}
