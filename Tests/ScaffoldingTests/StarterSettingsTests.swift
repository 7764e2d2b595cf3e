import Dates
import Scaffolding
import Testing

@Suite("What a new handbook begins with, told from what somebody wrote")
struct StarterSettingsTests {
  private let site = SiteStart(
    name: "Riverside", language: "en", timeZone: "Europe/London",
    today: CalendarDate(daysSince1970: 20_513))

  @Test("an entry that stands as it began is known, whatever the day was; a changed one is not")
  func entries() throws {
    let entries = site.files.filter { $0.path.hasSuffix(".md") && $0.path.hasPrefix("content/") }
    #expect(entries.count == 9)
    for entry in entries {
      #expect(StarterText.isUntouched(entry.path, entry.text), "\(entry.path)")
      #expect(!StarterText.isUntouched(entry.path, entry.text + "More.\n"))
      #expect(!StarterText.isUntouched("content/pages/other.md", entry.text))
    }
  }

  @Test("a setting is replaced where it says what it began with, and left where somebody wrote it")
  func settings() throws {
    let text = try #require(site.files.first { $0.path == "content/handbook.yml" }?.text)
    var settings = StarterSettings(text)
    let answers = [
      settings.set("tagline", "tagline: Slow reading"),
      settings.set("tagline", "tagline: Quick reading"),
      settings.set("purpose", "purpose: We read."),
      settings.set("language", "language: fr"),
      settings.set("timezone", "timezone: Europe/Paris"),
      settings.set("name", "name: Old"),
      settings.set("base_url", "base_url: https://example.org/old/"),
      settings.set("navigation", nil),
      settings.set("logo", "logo: assets/logo.svg"),
    ]
    #expect(answers == [true, false, true, true, false, false, true, true, true])
    let new = settings.text
    #expect(new.contains("\ntagline: Slow reading\npurpose: We read.\nlanguage: fr\n"))
    #expect(new.contains("\nbase_url: https://example.org/old/\n"))
    #expect(!new.contains("# base_url"))
    #expect(!new.contains("navigation:"))
    #expect(new.contains("name: Riverside\n"))
    #expect(new.hasSuffix("\nlogo: assets/logo.svg\n"))
  }
}
