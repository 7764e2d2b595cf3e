import Build
import Diagnostics
import TestSupport
import Testing

@Suite("Pictures that nobody shows")
struct UnusedPictureTests {
  private let drawing =
    #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>A</title></svg>"#

  @Test("a picture that nothing uses is not published, and a warning says so")
  func unused() async throws {
    let site = try await handbook(["assets/m-9.svg": drawing, "assets/plan.csv": "a,b\n"])
    #expect(
      site.report == """
        content/assets/m-9.svg: warning: no entry shows this picture, so it is not published [unused-picture]
            note: It may be what is left of somebody who no longer wants to be seen.
            help: delete it, or show it in an entry
        1 warning

        """)
    #expect(site.pages.keys.contains("assets/plan.csv"))
    #expect(!site.pages.keys.contains("assets/m-9.svg"))
  }

  @Test("a picture that only the words on joining show is published, a draft's use of it or not")
  func join() async throws {
    let settings = """
      name: The Circle
      timezone: Europe/London
      join: "Come in: ![the door](assets/door.svg)"
      """
    let draft = "---\ntitle: D\ndraft: yes\n---\n![the door](../assets/door.svg)"
    let site = try await handbook([
      "handbook.yml": settings, "assets/door.svg": drawing, "pages/d.md": draft,
    ])
    #expect(site.report == "")
    #expect(site.pages.keys.contains("assets/door.svg"))
  }

  @Test("an id that is a name is looked for where no name is written")
  func idAsName() async throws {
    let site = try await handbook([
      "handbook.yml": privateSettings, "members/ada-okafor.md": "---\nstatus: withdrawn\n---\n",
      "members/m-07.md": "", "pages/a.md": "# A\n\nAda Okafor said m 07.",
    ])
    #expect(site.diagnostics.map(\.id.rawValue) == ["name-in-text"])
  }
}
