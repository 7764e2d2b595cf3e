import Build
import Community
import Dates
import Markup
import TestSupport
import Testing

@testable import Scaffolding

@Suite("A new handbook")
struct NewSiteTests {
  private func site(name: String = "The Riverside Circle") throws -> [String: String] {
    let today = try #require(CalendarDate("2026-02-28"))
    let start = SiteStart(name: name, language: "en", timeZone: "Europe/London", today: today)
    return Dictionary(uniqueKeysWithValues: start.files.map { ($0.path, $0.text) })
  }

  @Test(
    "it builds as it is, and nothing is said of it but that its words are to be replaced",
    arguments: ["The Riverside Circle", "Fractions: a \"circle\" #1", "Cylch Llên Siân"])
  func clean(name: String) async throws {
    let content = try site(name: name).filter { $0.key.hasPrefix("content/") }
    let inspection = try await handbook(content)
    let told = inspection.report.split(separator: "\n").filter { $0.contains("warning: ") }
    #expect(told.allSatisfy { $0.hasSuffix("[starter-text]") })
    #expect(inspection.report.hasSuffix("\n\(told.count) warnings\n"))
    #expect(inspection.renderer != nil)
    #expect(inspection.entryCount == 9)
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
