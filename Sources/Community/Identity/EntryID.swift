/// What names an entry everywhere: its kind, and its file's name without `.md`.
package struct EntryID: Hashable, Sendable {
  package let kind: EntryKind
  package let name: String

  package init(_ kind: EntryKind, _ name: String) {
    self.kind = kind
    self.name = name
  }
}

extension EntryID: CustomStringConvertible {
  /// As an author writes it to be unmistakable: `resources/rubric`.
  package var description: String { "\(kind.folder)/\(name)" }
}

extension EntryID: Comparable {
  package static func < (left: EntryID, right: EntryID) -> Bool {
    left.kind == right.kind ? left.name < right.name : left.kind < right.kind
  }
}

/// The position of an entry in its `Library`: what a settled reference holds.
package struct EntryIndex: Hashable, Sendable, Comparable {
  package let position: Int

  package init(_ position: Int) {
    self.position = position
  }

  package static func < (left: EntryIndex, right: EntryIndex) -> Bool {
    left.position < right.position
  }
}
