/// How often each thing was done to settle an import.
package struct SettledCounts: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// A mention written in place of a name.
    case mention
    /// Neutral words written in place of a name or a value.
    case neutral
    case address, number, code
    /// A file or an entry that got a name which tells nobody.
    case renamed
    /// A field that is kept where nothing reads it.
    case keptAside
    /// An entry that is kept off the site until somebody looks at it.
    case draft
    case leftOut
  }

  private var counts: [Kind: Int] = [:]

  package subscript(_ kind: Kind) -> Int {
    get { counts[kind] ?? 0 }
    set { counts[kind] = newValue == 0 ? nil : newValue }
  }

  static func += (left: inout SettledCounts, right: SettledCounts) {
    for kind in Kind.allCases { left[kind] += right[kind] }
  }
}
