import Diagnostics
import Markup

extension CommonFields {
  /// Reads the fields that every kind has.
  init(reading reader: inout FieldReader) {
    title = reader.text("title")
    summary = reader.text("summary")
    date = reader.date("date")
    updated = reader.date("updated")
    tags = reader.texts("tags")
    goals = reader.references("goals")
    isDraft = reader.yesNo("draft")?.value ?? false
    takenDown = reader.reasonToTakeDown()
    hasTakenDownNotice = reader.yesNo("taken_down_notice")?.value ?? false
    audience = reader.choice("audience", Audience.self)?.value ?? .everyone
    language = reader.language("lang")
    translationOf = reader.reference("translation_of")
    image = reader.picture("image", "image_alt")
    imageShows = reader.references("image_shows")
    reviewBy = reader.date("review_by")?.value
    isHiddenFromSearchEngines = reader.yesNo("noindex")?.value ?? false
    aliases = reader.aliases()
    uid = reader.text("uid")
    accepts = reader.acceptances("accepts")
    extra = reader.open("extra")
  }
}

extension FieldReader {
  /// A language by its tag (BCP 47): `en`, `cy`, `pt-BR`.
  mutating func language(_ key: String) -> Located<String>? {
    guard let written = text(key) else { return nil }
    let parts = written.value.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      parts.first.map { (2...3).contains($0.utf8.count) } == true
      && parts.allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { Slug.isValid(String(decoding: [$0 | 0x20], as: UTF8.self)) }
      }
    if !isTag { report(.notALanguage(written.value, field: key), at: written.span) }
    return isTag ? written : nil
  }

  /// Any words take the entry down, but for a plain no.
  fileprivate mutating func reasonToTakeDown() -> Located<String>? {
    text("taken_down").flatMap { ["no", "false"].contains($0.value.lowercased()) ? nil : $0 }
  }

  fileprivate mutating func aliases() -> [Located<String>] {
    texts("aliases").filter { alias in
      if Slug.isValid(alias.value) { return true }
      report(.badAlias(alias.value), at: alias.span)
      return false
    }
  }

  /// The findings that an entry, or `handbook.yml`, lets stand.
  mutating func acceptances(_ key: String) -> [Acceptance] {
    maps(key, of: "an accepted finding") { finding -> Acceptance? in
      finding.require("id", hint: "id: name-in-text")
      finding.require("why", hint: "why: she agreed to this in writing on 3 March")
      let words = finding.text("words")
      guard let id = finding.text("id"), let reason = finding.text("why") else { return nil }
      return Acceptance(id: id.value, words: words, reason: reason, span: id.span)
    }
    .compactMap(\.value)
  }
}

extension FieldProblem {
  fileprivate static func notALanguage(_ written: String, field: String) -> FieldProblem {
    FieldProblem(
      id: "bad-language",
      summary: "'\(field)' takes a language's short name, not '\(written.quotedInput)'",
      hints: ["for example en, cy, fr or pt-BR"])
  }

  fileprivate static func badAlias(_ written: String) -> FieldProblem {
    FieldProblem(
      id: "bad-id",
      summary: "an alias is an old id, and '\(written.quotedInput)' cannot be one",
      hints: [
        Slug.of(written).map { "write \($0)" } ?? "use the letters a to z, digits and hyphens"
      ])
  }
}
