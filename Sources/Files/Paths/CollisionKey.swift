/// What two paths have in common if some file system takes them for one: `A` and `a`, `é` written
/// in two ways, `ß` and `ss`.
package struct CollisionKey: Hashable, Sendable {
  /// Compared as String compares: by canonical equivalence, so NFC equals NFD.
  private let folded: String

  /// Folds case: lower, upper and lower again.
  ///
  /// That is full case folding for all that matters here: `ẞ` becomes `ß`, then `SS`, then `ss`.
  /// It never depends on the machine's language.
  init(_ text: String) {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    folded = isASCII ? text.lowercased() : text.lowercased().uppercased().lowercased()
  }
}

extension RelativePath {
  package var collisionKey: CollisionKey { CollisionKey(description) }
}
