import Markup

/// What the report says of something that is larger than a limit in bytes.
func tooLong(_ what: String, _ limit: Int) -> String {
  "\(what) is longer than \(limit / 1024) KiB, the most that is read"
}

/// The most that an import takes of anything that it is given.
package enum ImportLimits {
  /// Bytes of a table or a calendar.
  package static let file = 16 << 20
  /// Bytes of a text; what it holds must also fit into one entry.
  package static let text = 4 << 20
  /// Bytes of a mapping.
  package static let mapping = 4 << 20
  /// Rows of a table, events of a calendar.
  static let items = 50_000
  static let columns = 200
  /// Bytes of one entry, as `handbook check` has it.
  static let entry = 256 << 10
  /// Bytes of its front matter, likewise.
  static let frontMatter = FrontMatter.largest
  /// How deep lists and fields may stand in one another, likewise.
  static let depth = 8
  /// Bytes of a Word document as it is, and once its parts are unpacked.
  static let document = 64 << 20
  static let unpackedDocument = 256 << 20
  /// Bytes of one part of a workbook, unpacked, and of all texts of a sheet.
  static let workbookPart = 64 << 20
  /// Parts of a Word document or a workbook, pictures among them.
  static let documentParts = 2_000
  /// Bytes of one picture or document of another site: git hosts refuse larger files.
  static let asset = 100_000_000
  /// Bytes of all of them, which are in memory together.
  static let assets = 1_000_000_000
}
