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
  /// What stands above it in the print edition.
  package let printTitle: PrintTitle?
  /// The key in the open data.
  package let dataKey: String?
  /// The words that readers see for its choices.
  package let choiceWords: ChoiceWords?
  package let columns: [String]
  /// What other tools call it.
  package let otherNames: [String]
  package let isUnpublished: Bool
  package let neededConsent: Consent.Purpose?
  package let facet: String?

  /// How much a word of a field says of what the entry is about.
  package enum SearchWeight: Sendable {
    case label, text
  }

  init<Value>(_ field: Field<Value>) {
    name = field.name
    type = field.type()
    sentence = field.sentence
    example = field.example
    let facts = FactSheet(field.facts, of: field.name)
    requiredLine = facts.requiredLine
    search = facts.search
    printTitle = facts.printTitle
    dataKey = facts.dataKey
    choiceWords = facts.choiceWords
    columns = facts.columns
    otherNames = facts.otherNames
    isUnpublished = facts.isUnpublished
    neededConsent = facts.neededConsent
    facet = facts.facet
  }
}

/// The facts of a field, each in its place.
private struct FactSheet {
  var requiredLine: String?
  var search: DeclaredField.SearchWeight?
  var printTitle: PrintTitle?
  var dataKey: String?
  var choiceWords: ChoiceWords?
  var columns: [String] = []
  var otherNames: [String] = []
  var isUnpublished = false
  var neededConsent: Consent.Purpose?
  var facet: String?

  init(_ facts: [FieldFact], of name: String) {
    for fact in facts {
      switch fact {
      case .required(let line): requiredLine = line
      case .foundAsLabel: search = .label
      case .foundAsText: search = .text
      case .printed(let title): printTitle = title
      case .inData: dataKey = name
      case .inDataAs(let key): dataKey = key
      case .words(let words): choiceWords = words
      case .columns(let headings): columns = headings
      case .alsoCalled(let names): otherNames = names
      case .unpublished: isUnpublished = true
      case .published(let purpose): neededConsent = purpose
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
}
