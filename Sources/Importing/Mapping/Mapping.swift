package import Community
import Diagnostics
import Text

/// How the words of another site become those of a handbook: which folder is which kind, which
/// field is which, who its authors are.
package struct Mapping: Hashable, Sendable {
  /// The kind of the pages below a folder; `nil` leaves them out.
  ///
  /// The longest folder that fits decides; the empty one is the top.
  package var folders: [String: EntryKind?] = [:]
  /// What a field is called here; `nil` leaves it out.
  package var fields: [String: String?] = [:]
  /// The ids of members by the names that pages give their authors.
  package var authors: [String: String] = [:]
  /// Other words for a tag; `nil` leaves it out.
  package var tags: [String: String?] = [:]

  package init() {}
}

extension Mapping {
  /// The kind of a page, by the folders that it lies in; `nil` where it is left out, the outer one
  /// where no folder is named.
  func kind(ofPageIn folders: [String]) -> EntryKind?? {
    for length in stride(from: folders.count, through: 0, by: -1) {
      if let kind = self.folders[folders[..<length].joined(separator: "/")] { return kind }
    }
    return nil
  }

  /// What a field of an entry of a kind is called here: as the mapping says, else as is usual.
  func field(_ name: String, of kind: EntryKind) -> FieldMeaning {
    if let mapped = fields[name] { return mapped.map(FieldMeaning.named) ?? .leftOut }
    let name = name.foldedName
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
