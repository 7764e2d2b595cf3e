/// What the value of a field is, as an author writes it.
package enum FieldType: Sendable {
  case text
  /// Words on several lines, which may be Markdown.
  case paragraph
  /// Several words or short texts: a list, or separated by commas.
  case texts
  case date
  case time
  /// A whole number, 0 or more.
  case count
  case number
  case yesNo
  /// One of these words.
  case choice([String])
  /// An address on the web or of a mailbox.
  case address
  case addresses
  /// The address of a whole site.
  case siteAddress
  /// The path of a file, from the file that names it.
  case path
  /// A language by its tag (BCP 47).
  case language
  /// A zone of the IANA Time Zone Database.
  case timeZone
  /// Letters a to z, digits and hyphens.
  case slug
  case slugs
  case licence
  case timeInClass
  /// A year of the community: `2025-26`.
  case year
  /// A month and a day: `09-01`.
  case dayOfYear
  case rhythm
  case colour
  /// A word that the settings or `tags.yml` explain.
  case term(TermList)
  case terms(TermList)
  /// An entry by its id, of this kind or of any.
  case reference(EntryKind?)
  case references(EntryKind?)
  /// Entries by their ids, addresses, or words.
  case evidence
  /// Fields of its own.
  case fields([DeclaredField])
  /// A list of parts with fields of their own.
  case rows(RowShape)
  /// Anything.
  case open
}

/// Where the words of a field are explained.
package enum TermList: Sendable {
  case tags, roles, series
}

/// What the parts of a list are.
package struct RowShape: Sendable {
  package let fields: [DeclaredField]
  /// The field that words alone stand for, where a part may be words instead of fields.
  package let wordsMean: String?
}

extension FieldType {
  /// Whether several values may stand in it.
  package var isList: Bool {
    switch self {
    case .texts, .addresses, .slugs, .terms, .references, .evidence, .rows: true
    case .text, .paragraph, .date, .time, .count, .number, .yesNo, .choice, .address, .siteAddress,
      .path,
      .language, .timeZone, .slug, .licence, .timeInClass, .year, .dayOfYear, .rhythm, .colour,
      .term, .reference, .fields, .open:
      false
    }
  }

  /// The kind of entry that it names; `nil` where it names none, or any.
  package var target: EntryKind? {
    switch self {
    case .reference(let kind), .references(let kind): kind
    default: nil
    }
  }
}
