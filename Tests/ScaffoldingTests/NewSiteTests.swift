import Build
import Community
import Dates
import Markup
import TestSupport
import Testing

@testable import Scaffolding

@Suite("A new handbook")
struct NewSiteTests {
  private func site(
    name: String = "The Riverside Circle", language: String = "en"
  ) throws -> [String: String] {
    let today = try #require(CalendarDate("2026-02-28"))
    let start = SiteStart(name: name, language: language, timeZone: "Europe/London", today: today)
    return Dictionary(uniqueKeysWithValues: start.files.map { ($0.path, $0.text) })
  }

  @Test(
    "it builds as it is, and nothing is said of it but that its words are to be replaced",
    arguments: ["The Riverside Circle", "Fractions: a \"circle\" #1", "Cylch Llên Siân"])
  func clean(name: String) async throws {
    try await expectClean(try site(name: name))
  }

  @Test("it does so in each language", arguments: ["en", "es", "fr", "de-AT", "cy", "ar", "it"])
  func languages(language: String) async throws {
    try await expectClean(try site(language: language))
  }

  private func expectClean(_ files: [String: String]) async throws {
    let inspection = try await handbook(files.filter { $0.key.hasPrefix("content/") })
    let told = inspection.report.split(separator: "\n").filter { $0.contains("warning: ") }
    let others = told.filter { !$0.hasSuffix("[starter-text]") }
    #expect(others.allSatisfy { $0.hasSuffix("[no-strings]") })
    #expect(told.count - others.count == 8)
    #expect(inspection.report.hasSuffix("\n\(told.count) warnings\n"))
    #expect(inspection.renderer != nil)
    #expect(inspection.entryCount == 9)
  }

  @Test("in five more languages nothing of what it begins with is in English")
  func translated() throws {
    let english = StarterLanguage.english.words
    // Shorter words may be part of others, and code is the same everywhere.
    let sentences = StarterWord.allCases.flatMap { english.lines($0) }
      .filter { $0.contains(" ") && $0.utf8.count > 10 && !$0.contains { "`[]".contains($0) } }
    let fields = SchemaPage.allCases.flatMap(\.fields).map(\.sentence)
    for language in ["es", "fr", "de", "cy", "ar"] {
      for (path, text) in try site(language: language) {
        let found = (sentences + fields).filter { text.contains($0) }
        #expect(found == [], "\(language): \(path)")
      }
    }
  }

  @Test("it has one of each kind")
  func kinds() throws {
    let paths = try site().keys
    for kind in EntryKind.allCases {
      #expect(paths.contains { $0.hasPrefix("content/\(kind.folder)/") }, "\(kind)")
    }
    #expect(paths.contains(".gitignore"))
  }

  @Test("the command writes it, prints what comes next, and changes nothing that is there")
  func command() throws {
    let place = try SiteOnDisk()
    let ending = place.handbook(
      "new", "site", "ours", "--name", "The Circle", "--timezone", "Europe/London")
    #expect(ending.status == 0)
    #expect(ending.errors == "")
    #expect(ending.output.hasPrefix("A new handbook is in ours. What comes next:\n"))
    #expect(place.handbook("check", "ours").status == 0)
    let again = place.handbook("new", "site", "ours", "--name", "Other")
    #expect(again.status == 2)
    #expect(
      again.errors == """
        error: 'ours/content/handbook.yml' is there already; nothing was written
            help: name a folder that is empty or not there yet

        """)
  }

  @Test("a language without texts gets them in English, and is told which have some")
  func unknownLanguage() throws {
    let place = try SiteOnDisk()
    let ending = place.handbook("new", "site", "ours", "--name", "A", "--language", "it")
    #expect(ending.status == 0)
    #expect(
      ending.errors == """
        note: the texts of the new handbook are in English, since there are none in 'it' yet. \
        There are texts in en, es, fr, de, cy and ar.

        """)
    let files = place.files(in: "./ours")
    let settings = String(decoding: files["content/handbook.yml"] ?? [], as: UTF8.self)
    #expect(settings.contains("\nlanguage: it\n"))
    #expect(settings.contains("\ntagline: Teachers who meet"))
  }

  @Test("a region has the texts of its language, and is kept")
  func region() throws {
    let place = try SiteOnDisk()
    let ending = place.handbook("new", "site", "ours", "--name", "A", "--language", "de-AT")
    #expect(ending.errors == "")
    let files = place.files(in: "./ours")
    let settings = String(decoding: files["content/handbook.yml"] ?? [], as: UTF8.self)
    #expect(settings.contains("\nlanguage: de-AT\n"))
    #expect(settings.contains("\ntagline: Lehrkräfte"))
  }

  @Test(
    "what is no tag of a language is refused before anything is written",
    arguments: [
      "", "deutsch", "x", "de_DE", "en\nname: B", "../de", "de-", "é",
    ])
  func noLanguage(written: String) throws {
    let place = try SiteOnDisk()
    let ending = place.handbook("new", "site", "ours", "--name", "A", "--language", written)
    #expect(ending.status == 2)
    #expect(ending.errors.contains("is no language; write its tag, such as en, cy or de-AT"))
    #expect(place.files(in: "./ours").isEmpty)
  }

  @Test("a zone that is not there is answered with the nearest")
  func zone() throws {
    let place = try SiteOnDisk()
    let ending = place.handbook("new", "site", "ours", "--timezone", "Europe/Pariss")
    #expect(ending.status == 2)
    #expect(
      ending.errors.contains("there is no time zone 'Europe/Pariss'; did you mean 'Europe/Paris'?"))
    #expect(place.files(in: "./ours").isEmpty)
  }
}
