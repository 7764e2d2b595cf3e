import Community

/// What a column of a table is.
enum ColumnMeaning: Hashable, Sendable {
  /// A field of the kind, or one of `id`, `first_name`, `last_name`, `text`.
  case field(String)
  case consent(Consent.Purpose)
  /// A question of consent whose purpose is not certain: every answer to it counts as a no.
  case unclearConsent
  /// When a form was sent in.
  case stamp
  /// An address by which two answers of one person are told; it is not kept.
  case mail
  /// What somebody is to do, and what was agreed.
  case actions, decisions
  /// Addresses under the heading's words.
  case links
  /// Of data that a site has published: a field of the old site, kept below `extra`.
  case kept(String)
  case leftOut

  /// What the preview calls it; `nil` for what does not become a part of the entry.
  var label: String? {
    switch self {
    case .field(let name): name
    case .consent(let purpose): "consent \(purpose.rawValue)"
    case .stamp: "given"
    case .actions: "actions"
    case .decisions: "decisions"
    case .links: "links"
    case .unclearConsent, .mail, .kept, .leftOut: nil
    }
  }
}
