package import Community
import Diagnostics

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

  /// What a field is called here: as the mapping says, else as is usual.
  func field(_ name: String) -> FieldMeaning {
    if let mapped = fields[name] { return mapped.map(FieldMeaning.named) ?? .leftOut }
    return usualFields[name.foldedName].map(FieldMeaning.named) ?? .unknown
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

/// What other tools call a field, and what it is called here.
private let usualFields = [
  "title": "title", "name": "title", "description": "summary", "summary": "summary",
  "excerpt": "summary", "abstract": "summary", "subtitle": "summary", "date": "date",
  "publishdate": "date", "published": "date", "pubdate": "date", "created": "date",
  "createdat": "date", "lastmod": "updated", "updated": "updated", "modified": "updated",
  "lastmodifiedat": "updated", "lastmodified": "updated", "tags": "tags", "tag": "tags",
  "categories": "tags", "category": "tags", "keywords": "tags", "topics": "tags",
  "author": "authors", "authors": "authors", "byline": "authors", "draft": "draft",
  "lang": "lang", "language": "lang", "locale": "lang", "image": "image", "cover": "image",
  "featuredimage": "image", "thumbnail": "image", "banner": "image", "imagealt": "image_alt",
  "alt": "image_alt", "aliases": "aliases", "alias": "aliases", "redirectfrom": "aliases",
  "slug": "slug", "permalink": "address", "url": "address", "expirydate": "review_by",
  "start": "start", "starttime": "start", "end": "end", "endtime": "end", "venue": "venue",
  "location": "venue", "place": "venue", "chair": "chair", "attendees": "attendees",
  "licence": "licence", "license": "licence", "subjects": "subjects", "subject": "subjects",
  "levels": "levels", "level": "levels", "link": "link", "externalurl": "link", "school": "school",
  "role": "role", "measure": "measure", "target": "target", "status": "status", "kind": "kind",
]
