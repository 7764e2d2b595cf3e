import Diagnostics
package import Markup

extension Vocabulary {
  /// Reads `content/tags.yml`: `tags:`, a list of words or of maps, and `closed:`.
  package init(reading reader: inout FieldReader) {
    let isClosed = reader.yesNo("closed")?.value ?? false
    var unusable: [Located<String>] = []
    let terms = reader.items(
      "tags", of: "a tag",
      text: { written in
        if Slug.ofTag(written.value) == nil { unusable.append(written) }
        return Term(written: written)
      },
      map: { Term(reading: &$0) })
    for written in unusable { reader.report(.badTag(written.value), at: written.span) }
    self.init(terms: terms.map(\.value), isClosed: isClosed)
    reportClashes(&reader)
  }

  /// Tells of words that two tags claim, and of wider tags that are none.
  private func reportClashes(_ reader: inout FieldReader) {
    for term in terms {
      let words = [Located(term.id, at: term.span)] + term.also
      for word in words {
        guard let slug = Slug.ofTag(word.value), let owner = self.term(slug), owner != term else {
          continue
        }
        reader.report(.tagTaken(word.value, by: owner.id), at: word.span)
      }
      guard let parent = term.parent, Slug.ofTag(parent.value).flatMap(self.term) == nil else {
        continue
      }
      reader.report(.unknownParent(parent.value, among: terms.map(\.id)), at: parent.span)
    }
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
    guard let written = reader.text("id") else { return nil }
    guard let id = Slug.ofTag(written.value) else {
      reader.report(.badTag(written.value), at: written.span)
      return nil
    }
    self.init(
      id: id, label: label ?? written.value, description: description, also: also, parent: parent,
      span: written.span)
  }
}

extension FieldProblem {
  fileprivate static func badTag(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-tag",
      summary: "a tag needs a letter or a digit, and '\(written.quotedInput)' has none",
      hints: ["write it in words"])
  }

  fileprivate static func tagTaken(_ written: String, by owner: String) -> FieldProblem {
    FieldProblem(
      id: "duplicate-tag", summary: "'\(written.quotedInput)' means the tag '\(owner)' already",
      hints: ["remove one of the two"])
  }

  fileprivate static func unknownParent(_ written: String, among ids: [String]) -> FieldProblem {
    let nearest = NearMiss.nearest(to: written, among: ids)
    return FieldProblem(
      id: "unknown-tag", summary: "tags.yml has no tag '\(written.quotedInput)'",
      hints: [nearest.map { "did you mean '\($0)'?" } ?? "list the wider tag too"])
  }
}
