/// How much of a list beside or below a text is seen before the rest of it is unfolded.
enum Fold {
  /// Of the entries that mention one.
  static let backlinks = 10
  /// Of the entries that are connected to one in the same way.
  static let cards = 6
}
