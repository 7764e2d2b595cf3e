/// What is known of a field before it is asked for.
package struct ComingField: Sendable {
  let name: String
  let otherNames: [String]
  /// Whether nothing is to be read or said where the file does not have it.
  let mayBeMissing: Bool

  package init(_ name: String, otherNames: [String], mayBeMissing: Bool) {
    self.name = name
    self.otherNames = otherNames
    self.mayBeMissing = mayBeMissing
  }
}

extension FieldReader {
  /// Passes over the next field where the file does not have it; returns whether it did.
  ///
  /// An entry has few of the fields that it can have, and to declare one takes longer than this.
  package mutating func passesOverNext() -> Bool {
    guard let next = coming.popFirst(), next.mayBeMissing, !map.holds(next.name) else {
      return false
    }
    passOver(next.name)
    if !next.otherNames.isEmpty { recognise(next.otherNames, as: next.name) }
    return true
  }
}
