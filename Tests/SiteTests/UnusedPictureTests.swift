import Build
import Diagnostics
import TestSupport
import Testing

@Suite("Pictures that nobody shows")
struct UnusedPictureTests {
  /// The smallest picture there is: one pixel.
  private let pixel: [UInt8] =
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x2C, 0, 0, 0, 0]
    + [1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

  @Test("a picture that nothing uses is not published, and a warning says so")
  func unused() async throws {
    let site = try await handbook(
      ["assets/plan.csv": "a,b\n"], bytes: ["assets/m-9.gif": pixel])
    #expect(
      site.report == """
        content/assets/m-9.gif: warning: no entry shows this picture, so it is not published [unused-picture]
            note: It may be what is left of somebody who no longer wants to be seen.
            help: delete it, or show it in an entry
        1 warning

        """)
    #expect(site.pages.keys.contains("assets/plan.csv"))
    #expect(!site.pages.keys.contains("assets/m-9.gif"))
  }

  @Test("a picture that only the words on joining show is published, a draft's use of it or not")
  func join() async throws {
    let settings = """
      name: The Circle
      timezone: Europe/London
      join: "Come in: ![the door](assets/door.gif)"
      """
    let draft = "---\ntitle: D\ndraft: yes\n---\n![the door](../assets/door.gif)"
    let site = try await handbook(
      [
        "handbook.yml": settings, "pages/d.md": draft,
      ], bytes: ["assets/door.gif": pixel])
    #expect(site.report == "")
    #expect(site.pages.keys.contains("assets/door.gif"))
  }

  @Test("an id that is a name is looked for where no name is written")
  func idAsName() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings, "members/ada-okafor.md": "---\nstatus: withdrawn\n---\n",
      "members/m-07.md": "", "pages/a.md": "# A\n\nAda Okafor said m 07.",
    ])
    #expect(site.diagnostics.map(\.id.rawValue) == ["bare-withdrawal", "name-in-text"])
  }
}
