import Community
import Diagnostics
import Files
import Markup
import Testing

/// What pages that do not show an entry's text can be made from.
@Suite("The surface of an entry")
struct SurfaceTests {
  private func surface(_ text: String, _ id: EntryID = EntryID(.page, "a")) throws -> Fingerprint {
    let source = SourceText(path: "content/\(id).md", text)
    return try #require(Entry.read(source, as: id, dialect: .handbook).value).surface
  }

  private let text = """
    ---
    tags: reading
    ---
    # A title

    First with [[rubric]] and @ada.

    ## Use

    Second with [a word](b.md "more") and ![alt](c.png).

    """

  @Test(
    "an edit of running text leaves it as it was, wherever it moves what follows",
    arguments: [
      ("Second with", "More words before"), ("Second", "A new paragraph.\n\nSecond"),
      (" and ![", " and *then* ~~not~~ !["), ("## Use\n", "\n\n## Use\n"),
      ("png).", "png).\n\n> A quotation.\n"),
    ])
  func left(old: String, new: String) throws {
    #expect(text.contains(old))
    #expect(try surface(text) == surface(text.replacing(old, with: new)))
  }

  @Test(
    "whatever others tell or link to changes it",
    arguments: [
      ("reading", "writing"), ("A title", "Another"), ("First", "Summed up"), ("rubric", "other"),
      ("@ada", "@ben"), ("## Use", "### Use"), ("## Use", "## Uses"), ("a word", "words"),
      ("b.md", "c.md"), ("more", "less"), ("alt", "other"), ("c.png", "d.png"),
      ("Second", "## New\n\nSecond"), ("Second", "@ben, second"), ("Second", "<p id=\"x\">s</p>"),
    ])
  func changed(old: String, new: String) throws {
    #expect(text.contains(old))
    #expect(try surface(text) != surface(text.replacing(old, with: new)))
  }

  @Test("in notes with actions or decisions every byte counts")
  func minutes() throws {
    let id = EntryID(.meeting, "2026-02-12-circle")
    for item in ["- [ ] @ada writes", "Decision: we meet."] {
      let notes = "# Circle\n\nA summary.\n\nSome words.\n\n\(item)\n"
      #expect(
        try surface(notes, id) != surface(notes.replacing("Some words", with: "Others"), id))
    }
    let plain = "# Circle\n\nA summary.\n\nSome words.\n"
    #expect(try surface(plain, id) == surface(plain.replacing("Some words", with: "Others"), id))
  }
}
