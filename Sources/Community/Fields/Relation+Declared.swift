extension Relation {
  /// The kind of entry that it leads to; `nil` where it may be any.
  package var targetKind: EntryKind? { declared[rawValue].targetKind }

  /// What a member did whom an entry names in this relation; `nil` where it says nothing of that.
  package var doing: Doing? { declared[rawValue].doing }
}

/// What is known of each relation, at the place of its number, from the fields that have it.
private let declared: [(targetKind: EntryKind?, doing: Doing?)] = {
  let fields = DeclaredField.everywhere
  return Relation.allCases.map { relation in
    let field = fields.first { $0.relation == relation }
    return (field?.type.target, field?.doing)
  }
}()
