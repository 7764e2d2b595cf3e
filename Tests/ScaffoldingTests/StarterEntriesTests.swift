import Dates
import Scaffolding
import Testing

@Suite("What a new handbook begins with, told from what somebody wrote")
struct StarterEntriesTests {
  private func site(_ language: String = "en") -> SiteStart {
    SiteStart(
      name: "Riverside", language: language, timeZone: "Europe/London",
      today: CalendarDate(daysSince1970: 20_513))
  }

  @Test(
    "an entry that stands as it began is known, whatever the day was; a changed one is not",
    arguments: ["en", "es", "fr", "de", "cy", "ar", "pt-BR"])
  func entries(language: String) throws {
    let site = site(language)
    let entries = site.files.filter { $0.path.hasSuffix(".md") && $0.path.hasPrefix("content/") }
    #expect(entries.count == 9)
    for entry in entries {
      #expect(StarterText.isUntouched(entry.path, entry.text), "\(entry.path)")
      #expect(!StarterText.isUntouched(entry.path, entry.text + "More.\n"))
      #expect(!StarterText.isUntouched("content/pages/other.md", entry.text))
    }
  }

  @Test("the menu that it began with goes from the settings, and one that somebody wrote stays")
  func menu() throws {
    let text = try #require(site().files.first { $0.path == "content/handbook.yml" }?.text)
    #expect(text.contains("\nnavigation: [start, charter, privacy]\n"))
    #expect(!StarterMenu.removed(from: text).contains("navigation:"))
    let own = "name: A\nnavigation: [start]\n"
    #expect(StarterMenu.removed(from: own) == own)
  }
}
