import Build
import Diagnostics
import TestSupport
import Testing

/// A community in which many have one family name, as in a Welsh valley.
@Suite("A family name that many share")
struct SharedFamilyNameTests {
  @Test(
    "whichever form a withheld name takes, it is told as that member's",
    arguments: [
      "Cerys Jones read it aloud.", "the trays of CERYS JONES", "Jones, Cerys",
      "Jones, Cerys (2026)",
      "Cerys Mair Jones read it aloud.", "the Joneses, Cerys and all: Cerys Jones's trays",
      "We thank C. Jones for the trays.", "Jones, C. (2026)", "Cerys-Jones", "cerysjones",
    ])
  func told(text: String) async throws {
    let site = try await handbook(valley(writing: text))
    #expect(site.diagnostics.contains { $0.id == "name-in-text" }, "\(site.report)")
    #expect(site.report.contains("write @m-10:"))
  }

  @Test(
    "the family name by itself, and the names of those who agreed, are nobody else's",
    arguments: [
      "Dr Jones read it aloud.", "Mrs. Jones read it aloud.",
      "Jones is a name that many have here.", "Aled Jones read it aloud.", "Jones, Aled",
      "Aled Jones and Bethan Jones read to each other.", "Cerys is a word for love.",
      "Aled Jones, then everybody, then the trays that somebody left, then a song by Cerys herself.",
    ])
  func passed(text: String) async throws {
    let site = try await handbook(valley(writing: text))
    #expect(!site.diagnostics.contains { $0.id == "name-in-text" }, "\(site.report)")
  }

  /// Three who are named, and ten who are not.
  private func valley(writing text: String) -> [String: String] {
    var files = ["handbook.yml": privateSettings, "pages/a.md": "# A\n\n\(text)\n"]
    for name in ["Aled", "Bethan", "Dafydd"] {
      files["members/\(name.lowercased())-jones.md"] = member(name, isNamed: true)
    }
    let withheld = [
      "Cerys", "Eirlys", "Ffion", "Gwenllian", "Huw", "Ieuan", "Llinos", "Nerys", "Owain", "Rhys",
    ]
    for (number, name) in withheld.enumerated() {
      files["members/m-\(number + 10).md"] = member(name, isNamed: false)
    }
    return files
  }

  private func member(_ name: String, isNamed: Bool) -> String {
    let answer = isNamed ? "yes" : "no"
    return """
      ---
      name: \(name) Jones
      status: active
      consent: {name: \(answer), profile: \(answer), given: 2026-01-01}
      ---

      """
  }
}
