import TestSupport

/// So many seeds, or as many as `HANDBOOK_SEEDS` says.
func seeds(_ count: UInt64) -> Range<UInt64> {
  0..<(environmentVariable("HANDBOOK_SEEDS").flatMap { UInt64($0) } ?? count)
}
