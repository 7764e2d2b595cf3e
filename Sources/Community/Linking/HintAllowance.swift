/// How many near misses are still looked for.
///
/// Each is a search through all that there is, so a site whose links are broken by the thousand (a
/// folder that was renamed) would be searched for minutes; whoever has fixed the first hundred
/// knows how.
struct HintAllowance: Sendable {
  private var left = 100

  /// The hint, while the allowance lasts.
  mutating func next(_ hint: () -> String?) -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return hint()
  }
}
