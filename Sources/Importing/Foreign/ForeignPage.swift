import Diagnostics
import Files
import Markup

/// A page of another tool's site, before anything in it has been given a meaning here.
struct ForeignPage: Sendable {
  /// Within the folder that is imported.
  let path: RelativePath
  let fields: FieldMap
  let body: String
  /// What had to be done to read it.
  let notes: [String]
}

/// Why a page could not be read; a sentence without a full stop.
struct UnreadablePage: Error {
  let reason: String
}

extension ForeignPage {
  /// Reads a page with front matter in YAML (`---`), TOML (`+++`), JSON (`{`), or none.
  init(_ bytes: [UInt8], at path: RelativePath) throws(UnreadablePage) {
    guard let decoded = ForeignText(bytes) else {
      throw UnreadablePage(reason: "it is no text")
    }
    self.path = path
    let (matter, body) = try ForeignMatter.split(decoded.text)
    let (fields, notes) = try matter.read(path.description)
    self.fields = fields
    self.body = body
    self.notes = [decoded.note].compactMap(\.self) + notes
  }
}

extension ForeignPage {
  /// What the page calls itself, or its file's name.
  var name: String { (fields["name"] ?? fields["title"])?.value.text ?? path.stem }
}
