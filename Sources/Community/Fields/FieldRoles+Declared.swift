package import Markup

extension FieldRoles {
  /// Those of all fields that are declared, of entries, of `handbook.yml` and of `tags.yml`, and of
  /// what other tools call them.
  package static let declared: FieldRoles = {
    let fields = DeclaredField.everywhere
    return FieldRoles(
      people: Set(fields.filter(\.namesPeople).flatMap(\.allNames) + refusedPeople),
      words: Set(fields.filter(\.holdsWords).flatMap(\.allNames)))
  }()
}

private let refusedPeople = EntryKind.allCases.flatMap(\.refusedFields).filter(\.namesPeople)
  .map(\.name)

extension DeclaredField {
  fileprivate var allNames: [String] { [name] + otherNames }

  fileprivate var namesPeople: Bool {
    switch type {
    case .reference(.member), .references(.member): true
    case .rows(let shape): shape.fields.contains { $0.name == shape.wordsMean && $0.namesPeople }
    default: false
    }
  }

  fileprivate var holdsWords: Bool {
    switch type {
    case .text, .paragraph: true
    default: false
    }
  }
}
