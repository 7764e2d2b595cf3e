package import Community
package import Dates
import Diagnostics
import Text

/// How the words of another site become those of a handbook: which page is which kind, which field
/// is which, who its authors are, and what was decided about consent.
package struct Mapping: Hashable, Sendable {
  /// The kind of the pages below a folder; `nil` leaves them out.
  ///
  /// The longest folder that fits decides; the empty one is the top.
  package var folders: [String: EntryKind?] = [:]
  /// The kind of single pages that are of another one than their folder, by their path within the
  /// pages' folder, without its ending.
  package var pages: [String: EntryKind?] = [:]
  /// What a field is called here; `nil` leaves it out.
  package var fields: [String: String?] = [:]
  /// What becomes of the names that pages give their authors.
  package var authors: [String: AuthorFate] = [:]
  /// Other words for a tag; `nil` leaves it out.
  package var tags: [String: String?] = [:]
  /// What `handbook.yml` takes from the old site's settings, by its own keys.
  package var settings: [SiteSetting: [String]] = [:]
  /// Who agreed to be named, as somebody asked them; without it nobody did.
  package var consent: ConsentDecision?

  package init() {}
}

/// What becomes of the name of an author.
package enum AuthorFate: Hashable, Sendable {
  /// A member, by their id; `nil` leaves it to the name.
  case member(String?)
  /// Credited as text, and no member.
  case organisation
  case leftOut
}

/// The keys of `handbook.yml` that an old site's settings can fill.
package enum SiteSetting: String, Sendable, CaseIterable {
  case name, tagline, purpose, language, timezone, contact, navigation
  case baseURL = "base_url"

  package var isList: Bool { self == .contact || self == .navigation }
}

/// One decision on consent for several members: to their names, and to nothing else.
package struct ConsentDecision: Hashable, Sendable {
  /// What it rests on, in words: "published authors, asked on 2026-11-02".
  package let basis: String
  package let given: CalendarDate
  /// The members, by their ids; never all at once.
  package let members: [String]

  package init(basis: String, given: CalendarDate, members: [String]) {
    self.basis = basis
    self.given = given
    self.members = members
  }
}

extension Mapping {
  /// The kind of a page, as decided for it alone or for the folders that it lies in; `nil` where it
  /// is left out, the outer one where nothing was decided.
  func kind(ofPage stem: String, in folders: [String]) -> EntryKind?? {
    if let kind = pages[(folders + [stem]).joined(separator: "/")] { return kind }
    for length in stride(from: folders.count, through: 0, by: -1) {
      if let kind = self.folders[folders[..<length].joined(separator: "/")] { return kind }
    }
    return nil
  }

  /// What a field of an entry of a kind is called here: as the mapping says, else as is usual.
  func field(_ name: String, of kind: EntryKind) -> FieldMeaning {
    if let mapped = fields[name] { return mapped.map(FieldMeaning.named) ?? .leftOut }
    let name = name.foldedName
    if kind == .member, partsOfNames.contains(name) { return .named("name parts") }
    let meant = meaningsOfSites[name] ?? namesOfFields[kind]?[name]
    return meant.map(FieldMeaning.named) ?? .unknown
  }

  func tag(_ written: String) -> String? {
    if let mapped = tags[written] { return mapped }
    return written
  }
}

/// What is to be done with a field of another site.
enum FieldMeaning: Hashable, Sendable {
  case named(String)
  case leftOut
  /// It is kept below `extra`.
  case unknown
}

extension String {
  /// As names of fields are compared: small letters, without `_`, `-` and blanks.
  var foldedName: String {
    String(foldedForComparison.unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != " " })
  }
}

/// What other generators' fields mean here, beside the names that are declared with our fields.
private let meaningsOfSites = [
  "name": "title", "subtitle": "summary", "publishdate": "date", "published": "date",
  "created": "date", "createdat": "date", "lastmodifiedat": "updated", "tag": "tags",
  "author": "authors", "authors": "authors", "byline": "authors", "banner": "image",
  "alias": "aliases", "redirectfrom": "aliases", "slug": "slug", "permalink": "address",
  "url": "address", "link": "link", "externalurl": "link",
]

/// Fields of which the name of a member is made.
private let partsOfNames: Set<String> = [
  "displayname", "firstname", "lastname", "forename", "surname",
]

/// By kind: its fields by their names, what other tools call them and the headings of tables.
private let namesOfFields: [EntryKind: [String: String]] = Dictionary(
  uniqueKeysWithValues: EntryKind.allCases.map { kind in
    var names: [String: String] = [:]
    for field in kind.fields {
      for name in [field.name] + field.otherNames + field.columns
      where names[name.foldedName] == nil { names[name.foldedName] = field.name }
    }
    return (kind, names)
  })
