import Community
import Diagnostics
import Text

/// What each column of a table means.
struct ColumnMatching {
  private(set) var meanings: [ColumnMeaning] = []
  /// What was made of the columns, for the preview.
  private(set) var notes: [String] = []

  /// Matches headings by name; `own` says what the owner of the table decided, by heading.
  ///
  /// With `keepsRest`, columns that mean nothing here are kept.
  init(
    _ table: ForeignTable, as kind: TableKind, own: [String: String], keepsRest: Bool = false
  ) {
    let known = KnownHeadings(kind)
    var taken: Set<ColumnMeaning> = []
    var answers: [(column: Int, meaning: ColumnMeaning?, field: String?)] = []
    // What is certain comes before what a question only speaks of.
    for (column, heading) in table.headings.enumerated() {
      var field = own[heading] ?? known.field(of: heading)
      // A form counts its answers, which is no id that anybody would know again.
      if field == "id", own[heading] == nil, table.counts(column) { field = nil }
      answers.append((column, known.meaning(of: heading, field, isOwn: own[heading] != nil), field))
    }
    for answer in answers where answer.meaning?.isShared == false {
      if let meaning = answer.meaning { taken.insert(meaning) }
    }
    var used: Set<ColumnMeaning> = []
    for (column, meaning, field) in answers {
      let heading = table.headings[column]
      if let meaning, meaning.isShared || used.insert(meaning).inserted {
        meanings.append(meaning)
        if meaning == .unclearConsent { notes.append(.unclearQuestion(heading)) }
      } else if field == nil, let asked = known.asked(heading), !taken.contains(.field(asked)),
        used.insert(.field(asked)).inserted
      {
        meanings.append(.field(asked))
      } else if kind == .meetings, field == nil, TableKind.refusal(of: heading) == nil,
        table.holdsAddresses(column)
      {
        meanings.append(.links)
      } else if keepsRest, !heading.isEmpty, TableKind.refusal(of: heading) == nil {
        meanings.append(.kept(heading))
      } else {
        meanings.append(TableKind.isMail(heading) ? .mail : .leftOut)
        notes.append(known.note(heading, field))
      }
    }
  }
}

extension ColumnMeaning {
  /// Whether several columns may mean it.
  fileprivate var isShared: Bool {
    switch self {
    case .unclearConsent, .mail, .links, .kept, .leftOut, .actions, .decisions: true
    case .field, .consent, .stamp: false
    }
  }
}

extension String {
  fileprivate static func unclearQuestion(_ heading: String) -> String {
    "the column '\(heading.quotedInput)' asks for consent, and it is not certain to what: every "
      + "answer is taken as a no"
  }
}

extension ForeignTable {
  /// Whether a column numbers the rows.
  fileprivate func counts(_ column: Int) -> Bool {
    rows.allSatisfy { $0.cells[column].allSatisfy(\.isNumber) }
  }

  /// Whether what stands in a column is addresses.
  fileprivate func holdsAddresses(_ column: Int) -> Bool {
    let cells = rows.prefix(200).map { $0.cells[column] }.filter { !$0.isEmpty }
    return !cells.isEmpty && cells.allSatisfy { $0.hasPrefix("http") || $0.hasPrefix("www.") }
  }
}

/// The headings by which the fields of a kind are known.
struct KnownHeadings {
  private let kind: TableKind
  private let fields: [String]
  private let synonyms: [String: String]

  init(_ kind: TableKind) {
    self.kind = kind
    fields = kind.fields
    synonyms = kind.synonyms
  }

  func field(of heading: String) -> String? {
    if TableKind.refusal(of: heading) != nil { return nil }
    let name = heading.plainHeading
    return fields.first { $0.plainHeading == name } ?? synonyms[name]
  }

  fileprivate func meaning(of heading: String, _ field: String?, isOwn: Bool) -> ColumnMeaning? {
    if let field, fields.contains(field) {
      if field == "actions" { return .actions }
      return field == "decisions" ? .decisions : .field(field)
    }
    guard !isOwn else { return nil }
    if kind == .members {
      switch ConsentQuestion(heading) {
      case .purpose(let purpose): return .consent(purpose)
      case .unclear: return .unclearConsent
      case nil: break
      }
      if TableKind.isStamp(heading) { return .stamp }
    }
    return nil
  }

  /// The field that a longer heading asks for: "Which subjects do you teach?".
  fileprivate func asked(_ heading: String) -> String? {
    guard TableKind.refusal(of: heading) == nil else { return nil }
    let text = heading.foldedForComparison.split { !$0.isLetter && !$0.isNumber }
      .joined(separator: " ")
    guard text.contains(" ") || heading.hasSuffix("?") else { return nil }
    return kind.asked(" \(text) ")
  }

  /// How many of some headings are understood.
  func count(in headings: [String]) -> Int {
    headings.count { heading in
      !heading.isEmpty
        && (field(of: heading) != nil || asked(heading) != nil || TableKind.isStamp(heading)
          || TableKind.refusal(of: heading) != nil || ConsentQuestion(heading) != nil)
    }
  }

  /// Why a column is left out.
  fileprivate func note(_ heading: String, _ field: String?) -> String {
    let lead = "the column '\(heading.quotedInput)' is left out: "
    if heading.isEmpty { return "a column without a heading is left out" }
    if let refusal = TableKind.refusal(of: heading) { return lead + refusal }
    if let field, fields.contains(field) { return lead + "another is '\(field)' already" }
    if let field { return lead + "\(kind.rawValue) have no field '\(field.quotedInput)'" }
    let names = fields.map(\.plainHeading) + synonyms.keys.sorted()
    guard let near = NearMiss.nearest(to: heading.plainHeading, among: names) else {
      return lead + "no field is called so"
    }
    let meant = synonyms[near] ?? fields.first { $0.plainHeading == near } ?? near
    return lead + "if it is '\(meant)', add --map '\(heading.quotedInput)=\(meant)'"
  }
}

extension String {
  /// As headings are compared: small letters and digits alone.
  var plainHeading: String {
    String(foldedForComparison.filter { $0.isLetter || $0.isNumber })
  }
}
