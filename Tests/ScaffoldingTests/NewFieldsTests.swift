import Community
import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Scaffolding

@Suite("What a new file offers")
struct NewFieldsTests {
  @Test("every field of every kind is explained", arguments: EntryKind.allCases)
  func fields(kind: EntryKind) {
    let text = EntryStart(EntryID(kind, "a"), in: .english).text
    for field in kind.fields {
      #expect(text.contains("\n# \(field.name):"), "\(field.name)")
      for part in field.parts { #expect(text.contains(" \(part.name): "), "\(part.name)") }
    }
  }

  @Test("a field that is filled in is not offered again, and what it says survives")
  func filled() throws {
    var post = EntryStart(EntryID(.post, "a"), in: .english)
    post.fill("title", "Fractions: a \"lesson\" #1")
    #expect(post.text.hasPrefix("---\ntitle: \"Fractions: a \\\"lesson\\\" #1\"\n# A line that"))
    #expect(!post.text.contains("# title:"))
  }

  @Test(
    "every offer can stand as it is, once its # is taken away", arguments: EntryKind.allCases,
    StarterLanguage.allCases)
  func offers(kind: EntryKind, language: StarterLanguage) throws {
    let offers = kind.fields.filter { $0.name != "taken_down" }.map(language.guide.offer).joined()
    let fields = offers.split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n")
    let source = SourceText(path: "a.md", "---\n\(fields)\n---\n\nText.\n")
    let read = Entry.read(source, as: EntryID(kind, "a"), dialect: .handbook)
    #expect(read.diagnostics.map(\.summary) == [])
  }

  @Test("an offer is explained in the language of the site, and the keys stay")
  func language() {
    let text = EntryStart(EntryID(.member, "a"), in: .german).text
    #expect(
      text.contains(
        """
        # status: active   # active, former oder withdrawn. Von einem ausgetretenen Mitglied \
        (withdrawn) steht in einer öffentlichen Quelle kein anderes Feld.

        """))
    #expect(text.contains("#   - tag: vorlesen   # Das Schlagwort.\n"))
  }
}
