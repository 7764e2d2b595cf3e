import Diagnostics
package import Markup

extension Vocabulary {
  /// Reads `content/tags.yml`: `tags:`, a list of words or of maps, and `closed:`.
  package init(reading reader: inout FieldReader) {
    let file = VocabularyFile(reading: &reader)
    self.init(terms: file.terms, isClosed: file.isClosed)
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

extension Vocabulary.Term: FieldRow {
  package static let wordsMean: String? = "id"

  package init?(words: Located<String>) {
    written = words
  }

  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .text(
        "id", "Its id, as in its address.", example: "retrieval-practice",
        .required("id: retrieval-practice")),
      &written)
    fields.visit(
      .text("label", "What readers see; else the id.", example: "Retrieval practice"), &givenLabel)
    fields.visit(
      .text("description", "A sentence for its page.", example: "Recalling what was learnt."),
      &description)
    fields.visit(
      .texts("also", "Other spellings, which mean this tag.", example: "[testing effect, recall]"),
      &also)
    fields.visit(.text("parent", "The id of a wider tag.", example: "assessment"), &parent)
  }
}

/// What `content/tags.yml` holds.
package struct VocabularyFile: FieldDeclaring {
  fileprivate var terms: [Vocabulary.Term] = []
  fileprivate var isClosed = false

  package init() {}

  package mutating func declare(to fields: inout some FieldVisitor) {
    fields.visit(
      .rows("tags", of: "a tag", "The tags, each a word or with these keys."), &terms)
    fields.visit(
      .yesNo("closed", "Makes a tag outside the list an error.", example: "no"), &isClosed)
  }

  /// A tag without a letter or a digit can have no address.
  package mutating func settle(_ reader: inout FieldReader) {
    for term in terms where term.id.isEmpty {
      reader.report(.badTag(term.written.value), at: term.span)
    }
    terms.removeAll { $0.id.isEmpty }
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
