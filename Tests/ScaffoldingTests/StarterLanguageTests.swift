import Community
import Testing

@testable import Scaffolding

@Suite("What a handbook begins with is there in six languages")
struct StarterLanguageTests {
  private let folders = ["words", "sentences", "examples"]
  private let others = StarterLanguage.allCases.filter { $0 != .english }

  private func texts(_ folder: String, _ language: StarterLanguage) -> [String: String] {
    Dictionary(
      BuiltInStarters.texts(of: folder, in: language), uniquingKeysWith: { first, _ in first })
  }

  @Test("each language has the same texts, in the same order", arguments: StarterLanguage.allCases)
  func keys(language: StarterLanguage) {
    for folder in folders {
      let english = BuiltInStarters.texts(of: folder, in: .english).map(\.key)
      #expect(BuiltInStarters.texts(of: folder, in: language).map(\.key) == english, "\(folder)")
      #expect(english.count > 40, "\(folder)")
    }
  }

  @Test("the texts are those that the code asks for")
  func words() {
    let keys = BuiltInStarters.texts(of: "words", in: .english).map(\.key)
    #expect(keys == StarterWord.allCases.map(\.rawValue))
    for field in EntryKind.allCases.flatMap(\.declaration.neededFields) {
      guard case .prompt = field.value else { continue }
      #expect(StarterWord.prompt(of: field.name) != nil, "\(field.name)")
    }
  }

  @Test("what is filled in, links and code are the same in every language")
  func places() throws {
    for language in others {
      let own = texts("words", language)
      for (key, english) in texts("words", .english) {
        let text = try #require(own[key])
        #expect(text.marks == english.marks, "\(language): \(key)")
      }
    }
  }

  @Test("nothing but 'Actions' is as it is in English, and what is one line there is one line")
  func translated() {
    for folder in folders {
      let english = texts(folder, .english)
      for language in others {
        for (key, text) in texts(folder, language) where text != "Actions" {
          #expect(text != english[key], "\(language): \(key)")
          #expect(text.contains("\n") == english[key]?.contains("\n"), "\(language): \(key)")
        }
      }
    }
  }

  @Test("every sentence of a field, and every example of words, has its text, and no other has")
  func declared() {
    let fields = SchemaPage.allCases.flatMap(\.fields).withParts
    let sentences = texts("sentences", .english).values.sorted()
    #expect(sentences == Set(fields.map(\.sentence)).sorted())
    let examples = Set(fields.map(\.example))
    let written = Set(texts("examples", .english).values)
    #expect(written.subtracting(examples).sorted() == [])
    let untold = examples.subtracting(written).filter { $0.contains(" ") || $0.contains("-id") }
    #expect(untold.sorted() == namesAndForms)
  }

  /// Examples that are names, numbers and forms in every language.
  private let namesAndForms = [
    "45 min", "Ada Okafor", "García Márquez", "[Addie Okafor]", "[en, cy]",
    "[old-id, /2019/03/old-title/]", "[start-here, charter]", "first thursday",
  ]

  @Test("a region has the texts of its language, and a language without any has those in English")
  func tags() {
    #expect(StarterLanguage(tag: "de-AT") == .german)
    #expect(StarterLanguage(tag: "FR") == .french)
    #expect(StarterLanguage(tag: "it") == .english)
    #expect(StarterLanguage(tag: "den") == .english)
    #expect(StarterLanguage(tag: "") == .english)
    #expect(StarterLanguage(exactly: "it") == nil)
    #expect(StarterLanguage(exactly: "en-GB") == .english)
  }

  @Test("the words by which an unwritten purpose is known stand in it")
  func purposes() {
    for language in StarterLanguage.allCases {
      let purpose = language.words.lines(.purpose).joined(separator: " ")
      #expect(purpose.contains(language.words(.purposePrompt)), "\(language)")
    }
  }
}

extension [DeclaredField] {
  fileprivate var withParts: [DeclaredField] { flatMap { [$0] + $0.parts.withParts } }
}

extension String {
  /// Its places to fill in, the targets of its links and its code, in the order of the alphabet.
  fileprivate var marks: [String] {
    pieces("{", "}") + pieces("](", ")") + pieces("`", "`")
  }

  private func pieces(_ opening: String, _ closing: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let open = rest.firstRange(of: opening) {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: closing) else { break }
      found.append(String(rest[..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return found.sorted()
  }
}
