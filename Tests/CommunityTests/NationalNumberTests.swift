import Build
import Community
import Diagnostics
import TestSupport
import Testing

@Suite("Telephone numbers as a country writes them")
struct NationalNumberTests {
  private func found(in text: String, _ zone: String) async throws -> [String] {
    try await handbook([
      "handbook.yml": "name: Test\ntimezone: \(zone)\n", "pages/a.md": "# A\n\n\(text)\n",
    ]).diagnostics.map(\.id.rawValue)
  }

  @Test(
    "a number is found where the site's time zone is of a country that writes it so",
    arguments: [
      ("0171 2345678", "Europe/Berlin"), ("0171/2345678", "Europe/Berlin"),
      ("0171-2345678", "Europe/Berlin"), ("030 1234567", "Europe/Berlin"),
      ("(089) 1234567", "Europe/Berlin"), ("0664 1234567", "Europe/Vienna"),
      ("079 123 45 67", "Europe/Zurich"), ("06 12 34 56 78", "Europe/Paris"),
      ("06.12.34.56.78", "Europe/Paris"), ("06\u{A0}12\u{A0}34\u{A0}56\u{A0}78", "Europe/Paris"),
      ("612 34 56 78", "Europe/Madrid"), ("612 345 678", "Europe/Madrid"),
      ("0171 – 234 56 78", "Europe/Berlin"), ("0171 - 2345678", "Europe/Berlin"),
      ("030 123456-78", "Europe/Berlin"), ("089 12345-0123", "Europe/Berlin"),
      ("087 123 4567", "Europe/Dublin"), ("010 1234 5678", "Africa/Cairo"),
      ("| Wer | Nummer |\n|---|---|\n| X | 0171 2345678 |", "Europe/Berlin"),
    ])
  func number(_ text: String, _ zone: String) async throws {
    #expect(try await found(in: text, zone) == ["phone-number"])
  }

  @Test(
    "elsewhere it is a row of numbers, and so are dates, lists, codes and what belongs to nobody",
    arguments: [
      ("06 12 34 56 78", "Europe/London"), ("06 12 34 56 78", "Europe/Berlin"),
      ("0664 123456", "Europe/Paris"), ("612 34 56 78", "Europe/London"),
      ("01 02 03 04 05", "Europe/Paris"), ("08 10 12 34 56", "Europe/Paris"),
      ("0800 1234567", "Europe/Berlin"), ("0900 123456", "Europe/Berlin"),
      ("03.10.2026", "Europe/Berlin"), ("08.30 09.15 10.00", "Europe/Berlin"),
      ("S. 0123-0145", "Europe/Berlin"), ("02 03-2026 10", "Europe/Berlin"),
      ("030 12-34-56", "Europe/Berlin"), ("012 – 345 – 6", "Europe/Berlin"),
      ("612 000 000", "Europe/Madrid"),
      ("900 123 456", "Europe/Madrid"), ("07 14 21 28", "Europe/Paris"),
      ("ISBN 0-262-03384-4", "Europe/Berlin"), ("0.0123456789", "Europe/Berlin"),
      ("0.0123456789", "Europe/London"), ("09:15-10:45", "Europe/Berlin"),
    ])
  func none(_ text: String, _ zone: String) async throws {
    #expect(try await found(in: text, zone) == [])
  }

  @Test("one in a file and one in a field are found")
  func files() async throws {
    let site = try await handbook([
      "handbook.yml": "name: Test\ntimezone: Europe/Berlin\n",
      "assets/a.txt": "Ruf an: 0664 1234567\n",
      "pages/a.md": "---\ntitle: A\nsummary: 0664 1234567\n---\nx\n",
    ])
    #expect(
      site.diagnostics.filter { $0.id == "phone-number" }.compactMap { $0.location?.path } == [
        "content/assets/a.txt", "content/pages/a.md",
      ], "\(site.report)")
  }
}
