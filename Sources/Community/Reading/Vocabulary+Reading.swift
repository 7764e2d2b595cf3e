import Diagnostics
package import Markup

extension Vocabulary {
  /// Reads `content/tags.yml`: `tags:`, a list of words or of maps, and `closed:`.
  package init(reading reader: inout FieldReader) {
    let isClosed = reader.yesNo("closed")?.value ?? false
    let terms = reader.items(
      "tags", of: "a tag",
      text: { Term(written: $0) },
      map: { Term(reading: &$0) })
    self.init(terms: terms.map(\.value), isClosed: isClosed)
  }
}

extension Vocabulary.Term {
  fileprivate init?(written: Located<String>) {
    guard let id = Slug.ofTag(written.value) else { return nil }
    self.init(
      id: id, label: written.value, description: nil, also: [], parent: nil, span: written.span)
  }

  fileprivate init?(reading reader: inout FieldReader) {
    reader.require("id", hint: "id: retrieval-practice")
    let label = reader.text("label")?.value
    let description = reader.text("description")?.value
    let also = reader.texts("also")
    let parent = reader.text("parent")
    guard let written = reader.text("id"), let id = Slug.ofTag(written.value) else { return nil }
    self.init(
      id: id, label: label ?? written.value, description: description, also: also, parent: parent,
      span: written.span)
  }
}
