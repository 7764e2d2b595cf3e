import Files
import Testing

@testable import Importing

@Suite("Fields of other sites that the kind of entry has here")
struct DeclaredFieldImportTests {
  @Test("a member's fields are taken by name, by other tools' names and in other languages")
  func member() throws {
    let text = try imported(
      "team/ada.md",
      """
      title: Ada Okafor
      pronouns: she/her
      escuela: Riverside Primary
      subjects: [maths, science]
      """)
    #expect(text.contains("pronouns: she/her\n"))
    #expect(text.contains("school: Riverside Primary\n"))
    #expect(text.contains("subjects: [maths, science]\n"))
    #expect(!text.contains("extra:"))
  }

  @Test(
    "consent, what is never published and what is no value of ours stay below extra",
    arguments: [
      "consent: yes", "consent:\n  name: yes", "withheld_pictures: [0123456789abcdef]",
      "status: gone fishing", "family_name: Okafor",
    ])
  func kept(field: String) throws {
    let text = try imported("team/ada.md", "title: Ada Okafor\n\(field)")
    let parts = text.split(separator: "extra:\n")
    #expect(parts.count == 2, "\(text)")
    let name = field.prefix { $0 != ":" }
    #expect(parts.last?.contains("  \(name):") == true, "\(text)")
    #expect(parts.first?.contains("\n\(name):") == false, "\(text)")
  }

  @Test("a field is taken only by a kind that has it, and a choice only where it is one of ours")
  func byKind() throws {
    let meeting = try imported("minutes/a.md", "title: A\nlocation: The library\nmode: hybrid")
    #expect(meeting.contains("venue: The library\n") && meeting.contains("mode: hybrid\n"))
    let post = try imported("posts/a.md", "title: A\nlocation: The library\nmode: dark")
    #expect(post.contains("extra:\n  location: The library\n  mode: dark\n"))
  }

  @Test("the day on which a page of another site ends is the day of its review here")
  func expiry() throws {
    let post = try imported("posts/a.md", "title: A\nexpiryDate: 2027-01-15T00:00:00Z")
    #expect(post.contains("\nreview_by: 2027-01-15\n") && !post.contains("extra:"))
  }

  @Test("a day that cannot be read, and a picture's words of several parts, stay below extra")
  func unread() throws {
    let post = try imported("posts/a.md", "title: A\nlastmod: lately\nimage_alt: [a, b]")
    #expect(post.contains("extra:\n  lastmod: lately\n  image_alt: [a, b]\n"))
  }

  @Test("fields stand as in a new file: what the kind offers, its own, those of all kinds")
  func order() throws {
    let member = try imported(
      "team/ada.md", "lastmod: 2026-02-01\nsubjects: [maths]\npronouns: she/her\ntitle: Ada Okafor")
    #expect(
      member == """
        ---
        name: Ada Okafor
        subjects: [maths]
        pronouns: she/her
        updated: 2026-02-01
        ---

        Text

        """)
  }

  private func imported(_ path: String, _ fields: String) throws -> String {
    let tree = MemoryFileTree(["content/\(path)": "---\n\(fields)\n---\nText\n"])
    let mapping = try SiteImport.suggestedMapping(tree, .hugo)
    let plan = try SiteImport.plan(tree, .hugo, mapping, existing: [])
    return String(decoding: try #require(plan.files.first).bytes, as: UTF8.self)
  }
}
