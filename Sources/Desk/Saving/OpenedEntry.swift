import Community
import Diagnostics
import Files
import Markup

/// An entry's file as it was read for a form.
struct OpenedEntry: Sendable {
  let id: EntryID
  let path: RelativePath
  let editor: YAMLEditor

  /// The mark by which a form knows the file that it was made from.
  var mark: String { Self.mark(of: editor.source.bytes) }

  static func mark(of bytes: [UInt8]) -> String { "\(Fingerprint(bytes))" }

  init(_ id: EntryID, _ path: RelativePath, _ bytes: [UInt8]) throws(EditRefusal) {
    self.id = id
    self.path = path
    editor = try YAMLEditor(
      SourceText(path: path.description, bytes: bytes), roles: .declared)
  }

  /// The file after a form has been filled in: of the fields only those are set that the form says
  /// have changed, or of a field the parts that it names, such as `consent.photo`.
  func changed(by form: FormPairs) throws(EditRefusal) -> OpenedEntry {
    var editor = editor
    let fields = id.kind.fields
    for name in form.all("changed") {
      let names = name.split(separator: ".", maxSplits: 1).map(String.init)
      guard let field = fields.first(where: { $0.name == names.first }) else { continue }
      let part = names.count > 1 ? field.parts.first { $0.name == names[1] } : nil
      guard names.count == 1 || part != nil else { continue }
      let path = YAMLPath(names.map(YAMLPath.Step.field))
      if let value = part.map({ form.value(of: $0, in: field) }) ?? form.value(of: field) {
        try editor.set(path, to: value, order: id.kind.fieldOrder)
      } else if editor.value.holds(names) {
        try editor.remove(path)
      }
    }
    if let text = form["text"] { try editor.setText(text) }
    return try OpenedEntry(id, path, editor.source.bytes)
  }

  /// What a field says, in the file.
  func value(of field: DeclaredField) -> YAMLValue? {
    editor.value.fields.first { $0.name == field.name }?.value
  }
}

extension YAMLValue {
  /// Whether there is a field of these names, each within the one before.
  fileprivate func holds(_ names: [String]) -> Bool {
    var value: YAMLValue? = self
    for name in names { value = value?.fields.first { $0.name == name }?.value }
    return value != nil
  }
}
