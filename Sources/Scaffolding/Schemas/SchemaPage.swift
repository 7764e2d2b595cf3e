package import Community
import Diagnostics
import Text

/// What a JSON Schema is of: the front matter of a kind of entry, or a file of settings.
package enum SchemaPage: Hashable, Sendable, CaseIterable {
  case entry(EntryKind)
  case handbook
  case tags

  package static var allCases: [SchemaPage] {
    EntryKind.allCases.map(SchemaPage.entry) + [.handbook, .tags]
  }

  /// `post`, `handbook`: as the command takes it, and the beginning of its file's name.
  package var name: String {
    switch self {
    case .entry(let kind): kind.rawValue
    case .handbook: "handbook"
    case .tags: "tags"
    }
  }

  /// The name of the file that holds it.
  package var fileName: String { "\(name).schema.json" }

  /// The fields that it describes.
  package var fields: [DeclaredField] {
    switch self {
    case .entry(let kind): kind.fields
    case .handbook: Configuration.declaredFields
    case .tags: VocabularyFile.declaredFields
    }
  }

  /// The schema (JSON Schema, draft 2020-12), a line a member.
  package func text(in language: StarterLanguage) -> String {
    var bytes: [UInt8] = []
    json(language).append(indentedTo: &bytes)
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  private func json(_ language: StarterLanguage) -> JSON {
    let head: [JSON.Member] = [
      JSON.Member(name: "$schema", value: .text("https://json-schema.org/draft/2020-12/schema")),
      JSON.Member(name: "title", value: .text(title(language.words))),
    ]
    return .object(head + ObjectSchema(fields: fields, guide: language.guide).members)
  }

  private func title(_ words: StarterWords) -> String {
    switch self {
    case .entry(let kind): words(.frontMatter, "kind", words(kind.starterName))
    case .handbook: "content/handbook.yml"
    case .tags: "content/tags.yml"
    }
  }
}
