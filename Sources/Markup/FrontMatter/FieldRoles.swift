/// What the names of fields say of a value that YAML itself would misread.
///
/// The scan of YAML knows no field by name; who declares the fields tells it.
package struct FieldRoles: Sendable {
  /// The fields that name people by their ids, where `@ada` is meant as `ada`.
  package let people: Set<String>
  /// The fields of words for readers, where quotes keep all that was written.
  package let words: Set<String>

  package init(people: Set<String>, words: Set<String>) {
    self.people = people
    self.words = words
  }

  /// Those of a file of which no field is known.
  package static let unknown = FieldRoles(people: [], words: [])
}
