extension Entry {
  /// Every reference of the front matter, in the order of the fields.
  package var references: [Reference] {
    var entry = self
    var collector = ReferenceCollector()
    entry.visitReferences(&collector)
    return collector.found
  }
}

private struct ReferenceCollector: ReferenceVisitor {
  var found: [Reference] = []

  mutating func visit(_ references: inout [Reference], _ relation: Relation) {
    found += references
  }

  mutating func visit(_ reference: inout Reference?, _ relation: Relation) {
    if let reference { found.append(reference) }
  }
}
