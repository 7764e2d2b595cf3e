/// What is known of a field apart from any value: a row of the table of fields.
///
/// A class, all of it constant, since each value that a pass meets has a reference to its field.
package final class DeclaredField: Sendable {
  package let name: String
  package let type: FieldType
  package let sentence: String
  package let example: String
  /// The line that a message proposes where it is missing; `nil` where nothing needs it.
  package let requiredLine: String?
  package let search: SearchWeight?
  /// Whether it stands before the text where an entry is shown by its beginning.
  package let leads: Bool
  /// The key of the word that stands above it in the print edition.
  package let printTitle: String?
  package let isInCalendars: Bool
  /// The key in the open data.
  package let dataKey: String?
  /// The words that readers see for its choices.
  package let choiceWords: ChoiceWords?
  package let columns: [String]
  /// Other headings of tables as people keep them.
  package let headings: [String]
  /// What a question of a form says that asks for it.
  package let questions: [String]
  /// What other tools call it.
  package let otherNames: [String]
  package let isUnpublished: Bool
  package let neededConsent: Consent.Purpose?
  /// What it says of the entries that it names, where it names some.
  package let relation: Relation?
  /// What the members did whom it names.
  package let doing: Doing?
  /// The field that it is read together with, and that stands before it.
  package let companionOf: String?
  package let facet: String?

  /// How much a word of a field says of what the entry is about.
  package enum SearchWeight: Sendable {
    case label, text
  }

  init<Value>(
    _ field: Field<Value>, _ relation: Relation? = nil, besides companionOf: String? = nil
  ) {
    name = field.name
    type = field.type()
    sentence = field.sentence
    example = field.example
    let facts = FactSheet(field.facts, of: field.name)
    requiredLine = facts.requiredLine
    search = facts.search
    leads = facts.leads
    printTitle = facts.printTitle
    isInCalendars = facts.isInCalendars
    dataKey = facts.dataKey
    choiceWords = facts.choiceWords
    columns = facts.columns
    headings = facts.headings
    questions = facts.questions
    otherNames = facts.otherNames
    isUnpublished = facts.isUnpublished
    neededConsent = facts.neededConsent
    self.relation = relation
    doing = facts.doing
    self.companionOf = companionOf
    facet = facts.facet
  }
}

/// The facts of a field, each in its place.
private struct FactSheet {
  var requiredLine: String?
  var search: DeclaredField.SearchWeight?
  var leads = false
  var printTitle: String?
  var isInCalendars = false
  var dataKey: String?
  var choiceWords: ChoiceWords?
  var columns: [String] = []
  var headings: [String] = []
  var questions: [String] = []
  var otherNames: [String] = []
  var isUnpublished = false
  var neededConsent: Consent.Purpose?
  var doing: Doing?
  var facet: String?

  init(_ facts: [FieldFact], of name: String) {
    for fact in facts {
      switch fact {
      case .required(let line): requiredLine = line
      case .foundAsLabel: search = .label
      case .foundAsText: search = .text
      case .leads: leads = true
      case .printed(let title): printTitle = title
      case .inCalendars: isInCalendars = true
      case .inData: dataKey = name
      case .inDataAs(let key): dataKey = key
      case .words(let words): choiceWords = words
      case .columns(let headings): columns = headings
      case .headings(let headings): self.headings = headings
      case .asked(let questions): self.questions = questions
      case .alsoCalled(let names): otherNames = names
      case .unpublished: isUnpublished = true
      case .published(let purpose): neededConsent = purpose
      case .doing(let doing): self.doing = doing
      case .facet(let name): facet = name
      }
    }
  }
}

extension DeclaredField {
  package var isRequired: Bool { requiredLine != nil }

  /// The words that it takes, where it takes one of a few.
  package var choices: [String] {
    if case .choice(let words) = type { words } else { [] }
  }

  /// The fields of its parts.
  package var parts: [DeclaredField] {
    switch type {
    case .fields(let fields): fields
    case .rows(let shape): shape.fields
    default: []
    }
  }

  /// The field and those of its parts, however deep.
  var withParts: [DeclaredField] { [self] + parts.flatMap(\.withParts) }
}
