import Community
import Files
import TestSupport
import Testing

@testable import Importing

@Suite("Notes from elsewhere")
struct NotesImportTests {
  @Test("bullets and boxes become lists and tasks")
  func pasted() throws {
    let text = """
      Minutes of the circle

      •\tWe spoke of feedback
      •\tNobody marked anything

      ☐ Ada sends the rubric
      ☑ Bram booked the room
      """
    let plan = try NotesImport(
      Array(text.utf8), named: "notes.txt", as: EntryID(.meeting, "2024-01-11-circle"),
      date: "2024-01-11", existing: []
    ).plan
    #expect(
      plan.text("content/meetings/2024-01-11-circle.md") == """
        ---
        title: Minutes of the circle
        date: 2024-01-11
        ---

        - We spoke of feedback
        - Nobody marked anything

        - [ ] Ada sends the rubric
        - [x] Bram booked the room

        """)
    #expect(plan.lines.map(\.notes) == [[]])
  }

  @Test("pictures of a document lie beside the entry, under names of their own")
  func pictures() throws {
    let plan = try NotesImport(
      Array("# A\n\n![](/x/media/image1.PNG)\n".utf8), named: "a.docx", as: EntryID(.post, "a"),
      date: nil, pictures: ["/x/media/image1.PNG": [1, 2]], existing: []
    ).plan
    #expect(plan.text("content/posts/a/index.md") == "# A\n\n![](picture-1.png)\n")
    #expect(
      plan.files.map(\.path.description).sorted() == [
        "content/posts/a/index.md", "content/posts/a/picture-1.png",
      ])
  }

  @Test("without pandoc a Word document is refused with what to do")
  func noPandoc() throws {
    let site = try SiteOnDisk()
    site.write("./minutes.docx", emptyArchive)
    let ending = site.handbook(
      ["import", "docx", "minutes.docx"], variables: ["PATH=/nowhere"])
    #expect(ending.status == 2)
    #expect(
      ending.errors == """
        error: reading 'minutes.docx' needs pandoc, which is not installed: install it from \
        https://pandoc.org, or save the document as plain text

        """)
  }

  @Test("with pandoc it becomes minutes, and its pictures come along")
  func pandoc() throws {
    let site = try SiteOnDisk()
    site.write("./bin/pandoc", fakePandoc)
    _ = run("chmod", "+x", site.place(of: "./bin/pandoc"))
    site.write("./minutes.docx", emptyArchive)
    let ending = site.handbook(
      ["import", "docx", "minutes.docx", "--as", "meeting", "--id", "2024-01-11-circle"],
      variables: ["PATH=\(site.place(of: "./bin")):/usr/bin:/bin"])
    #expect(ending.errors == "")
    #expect(ending.status == 0)
    let files = site.files(in: "content/meetings")
    #expect(
      files.keys.sorted() == ["2024-01-11-circle/index.md", "2024-01-11-circle/picture-1.png"])
    #expect(
      String(decoding: files["2024-01-11-circle/index.md"] ?? [], as: UTF8.self)
        == "# Circle\n\n- first\n\n![A board](picture-1.png)\n")
  }
}

/// Does what pandoc does with the options that it is given, for one document.
private let fakePandoc = """
  #!/bin/sh
  for word in "$@"; do
    case "$word" in
      --extract-media=*) media="${word#*=}" ;;
      --output=*) output="${word#*=}" ;;
    esac
  done
  mkdir -p "$media/media"
  printf 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==' | base64 -d > "$media/media/image1.png"
  printf '# Circle\\n\\n• first\\n\\n![A board](%s/media/image1.png)\\n' "$media" > "$output"

  """

/// A ZIP archive without a file in it.
private let emptyArchive = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)
