import Community
import Files
import Testing

@testable import Importing

@Suite("Translations")
struct TranslationTests {
  @Test(
    "a translation says its language and what it translates, however its tool marks it",
    arguments: [
      TranslationExample(.hugo, "content/posts/rules.md", "content/posts/rules.fr.md"),
      TranslationExample(.hugo, "content/posts/rules.md", "content/fr/posts/rules.md"),
      TranslationExample(.hugo, "content/posts/rules/index.md", "content/posts/rules/index.fr.md"),
      TranslationExample(.hugo, "content/en/posts/rules.md", "content/fr/posts/rules.md"),
      TranslationExample(.mkdocs, "docs/posts/rules.md", "docs/posts/rules.fr.md"),
      TranslationExample(.mkdocs, "docs/en/posts/rules.md", "docs/fr/posts/rules.md"),
      TranslationExample(.markdown, "posts/rules.md", "fr/posts/rules.md"),
      TranslationExample(.markdown, "posts/rules.md", "i18n/fr/posts/rules.md"),
      TranslationExample(
        .markdown, "blog/rules.md", "i18n/fr/docusaurus-plugin-content-blog/rules.md"),
      TranslationExample(.markdown, "docs/posts/rules.md", "docs/fr/posts/rules.md"),
      TranslationExample(
        .jekyll, "_posts/2020-01-02-rules.md", "_posts/2020-01-02-regles.md",
        ["lang: en\npermalink: /rules/", "lang: fr\npermalink: /rules/"]),
      TranslationExample(
        .jekyll, "_posts/2020-01-02-rules.md", "_posts/2020-01-02-regles.md",
        ["lang: en\nref: rules", "lang: fr\nref: rules"]),
      TranslationExample(
        .hugo, "content/posts/rules.md", "content/fr/posts/regles.md",
        ["translationKey: rules", "translationKey: rules"],
        ["hugo.toml": "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"]),
    ])
  func marked(_ example: TranslationExample) throws {
    let plan = try SiteImport.plan(example.tree, example.generator, nil, existing: [])
    let files = Dictionary(uniqueKeysWithValues: plan.files.map { ($0.source, $0) })
    let original = try #require(files[example.original])
    let french = try #require(files[example.french])
    let text = String(decoding: french.bytes, as: UTF8.self)
    guard case .entry(let entry) = original.content else { return }
    #expect(text.contains("lang: fr\n"), "\(text)")
    #expect(text.contains("translation_of: \(entry.id.description)\n"), "\(text)")
    #expect(entry.id.description == "posts/rules")
    #expect(!String(decoding: original.bytes, as: UTF8.self).contains("translation_of"))
    #expect(french.path != original.path)
  }

  @Test("the translation of a bundle lies beside it, and its links to the bundle's files hold")
  func bundle() throws {
    let tree: MemoryFileTree = [
      "content/posts/trip/index.md": "---\ntitle: The trip\ndate: 2020-01-01\n---\nWe went.\n",
      "content/posts/trip/index.fr.md":
        "---\ntitle: La sortie\ndate: 2020-01-01\n---\n![Le plan](plan.png)\n",
      "content/posts/trip/plan.png": "png",
    ]
    let plan = try SiteImport.plan(tree, .hugo, nil, existing: [])
    #expect(
      plan.files.map(\.path.description).sorted() == [
        "content/posts/trip-fr.md", "content/posts/trip/index.md", "content/posts/trip/plan.png",
      ])
    let french = try #require(plan.files.first { $0.path.description.hasSuffix("-fr.md") })
    #expect(
      String(decoding: french.bytes, as: UTF8.self) == """
        ---
        title: La sortie
        date: 2020-01-01
        lang: fr
        translation_of: posts/trip
        aliases: [/fr/posts/trip/]
        ---

        ![Le plan](trip/plan.png)

        """)
  }

  @Test(
    "a word that only looks like a language is none",
    arguments: [
      "content/posts/v1.2.md", "content/posts/my.old.md", "content/posts/notes.it.md",
      "content/it/index.md", "content/is/plans.md", "content/posts/a.b.c.md",
    ])
  func words(path: String) throws {
    let tree = MemoryFileTree([
      path: "---\ntitle: A\n---\nText\n", "content/posts/other.md": "---\ntitle: B\n---\nText\n",
      "content/index.md": "---\ntitle: C\n---\nText\n",
    ])
    let plan = try SiteImport.plan(tree, .hugo, nil, existing: [])
    let file = try #require(plan.files.first { $0.source == path })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(!text.contains("lang:") && !text.contains("translation_of"), "\(text)")
  }

  @Test("a language that the settings list needs no other version")
  func listed() throws {
    let tree: MemoryFileTree = [
      "mkdocs.yml": """
      plugins:
        - i18n:
            languages:
              - locale: en
                default: true
              - locale: cy
      """,
      "docs/croeso.cy.md": "# Croeso\n\nHelo.\n",
    ]
    let plan = try SiteImport.plan(tree, .mkdocs, nil, existing: [])
    #expect(
      plan.files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "---\nlang: cy\naliases: [/croeso/]\n---\n\n# Croeso\n\nHelo.\n"
      ])
  }
}

struct TranslationExample: Sendable, CustomTestStringConvertible {
  let generator: Generator
  let original: String
  let french: String
  let tree: MemoryFileTree

  init(
    _ generator: Generator, _ original: String, _ french: String, _ fields: [String] = ["", ""],
    _ more: [String: String] = [:]
  ) {
    (self.generator, self.original, self.french) = (generator, original, french)
    let texts = [
      original: "---\ntitle: Rules\ndate: 2020-01-02\n\(fields[0])\n---\nBe kind.\n",
      french: "---\ntitle: Les règles\ndate: 2020-01-02\n\(fields[1])\n---\nSoyez gentils.\n",
    ]
    tree = MemoryFileTree(texts.merging(more) { first, _ in first })
  }

  var testDescription: String { "\(generator): \(original), \(french)" }
}
