/// How much is looked through of one file; what is beyond is told (`Unseen`).
package enum SearchLimits {
  /// The text of a file, or of one file in an archive: 16 MB.
  package static let text = 16_000_000
  /// All that is unpacked from one archive: 100 MB.
  static let unpacked = 100_000_000
  /// One file of an archive: 32 MB.
  static let entry = 32_000_000
}
