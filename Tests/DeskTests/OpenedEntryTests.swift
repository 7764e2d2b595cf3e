import Community
import Diagnostics
import Files
import Markup
import Testing

@testable import Desk

@Suite struct OpenedEntryTests {
  private let post = """
    ---
    title: 'Exit tickets'   # keep the quotes
    date: 2026-01-15
    tags: [assessment,   workload]
    # somebody's note
    authors: ada-okafor
    ---

    First line.

    """

  @Test func onlyTheFieldThatChangedMoves() throws {
    let changed = try changed(post, by: "changed=title&title=Exit+tickets%3A+two&path=x")
    #expect(changed == post.replacing("'Exit tickets'", with: "'Exit tickets: two'"))
  }

  @Test func aListIsChangedItemByItem() throws {
    let changed = try changed(
      post, by: "changed=tags&tags%5B0%5D=assessment&tags%5B1%5D=workload&tags%5B2%5D=reading")
    #expect(changed.contains("tags: [assessment,   workload, reading]"))
  }

  @Test func aFieldLeftEmptyGoes() throws {
    let changed = try changed(post, by: "changed=authors&authors=")
    #expect(!changed.contains("authors"))
    #expect(changed.contains("# keep the quotes"))
  }

  @Test func aDayIsWrittenAsADay() throws {
    let changed = try changed(post, by: "changed=date&date=2026-02-01")
    #expect(changed == post.replacing("2026-01-15", with: "2026-02-01"))
  }

  @Test func theTextIsReplacedAndNothingElse() throws {
    let changed = try changed(post, by: "text=Another+line.%0D%0A%0D%0AAnd+more.")
    #expect(changed == post.replacing("First line.", with: "Another line.\n\nAnd more."))
  }

  @Test func lineBreaksStayThoseOfTheFile() throws {
    let windows = post.replacing("\n", with: "\r\n")
    let changed = try changed(windows, by: "text=One.%0ATwo.")
    #expect(changed == windows.replacing("First line.", with: "One.\r\nTwo."))
  }

  @Test func aFieldThatIsNotDeclaredIsNotWritten() throws {
    #expect(try changed(post, by: "changed=evil&evil=1") == post)
  }

  @Test func wordsThatBeginLikeFrontMatterStayText() throws {
    #expect(throws: EditRefusal.self) {
      try changed("Just words.\n", by: "text=---%0Ataken_down%3A+yes%0A---%0AWords")
    }
  }

  @Test func aFileWithoutFrontMatterGetsSome() throws {
    let changed = try changed("Just words.\n", by: "changed=title&title=A+title")
    #expect(changed == "---\ntitle: A title\n---\nJust words.\n")
  }

  private func changed(_ text: String, by form: String) throws -> String {
    let path = try RelativePath("content/posts/a.md")
    let file = try OpenedEntry(EntryID(.post, "a"), path, Array(text.utf8))
    let form = try #require(FormPairs(Array(form.utf8)))
    return String(decoding: try file.changed(by: form).editor.source.bytes, as: UTF8.self)
  }
}
