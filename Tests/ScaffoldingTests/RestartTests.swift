import TestSupport
import Testing

@Suite("A meeting that begins again")
struct RestartTests {
  private let settings = """
    name: The Circle
    timezone: Europe/London
    series: [{id: circle, title: The circle, rhythm: first thursday}]

    """

  @Test("its agenda asks whether we go on, with what was left open on top")
  func agenda() throws {
    let site = try SiteOnDisk([
      "handbook.yml": settings,
      "meetings/2024-04-04-circle.md": "---\nseries: circle\n---\n# Spring\n\n- [ ] find the key\n",
    ])
    let ending = site.handbook(
      "new", "meeting", "--series", "circle", "--restart", "--date", "2099-02-05")
    #expect(ending.output == "Wrote content/meetings/2099-02-05-circle.md\n")
    let file = site.files(in: "./content")["meetings/2099-02-05-circle.md"]
    let text = String(decoding: file ?? [], as: UTF8.self)
    #expect(text.contains("title: We begin again\n"))
    #expect(text.contains("This meeting decides whether we go on, and how."))
    #expect(text.contains("## Carried over\n\n- [ ] find the key"))
    #expect(text.contains("## What we would miss without the community\n"))
    #expect(
      site.handbook("check").errors == "No problems found.\n" || site.handbook("check").status == 0)
  }

  @Test(
    "it is written in the language of the handbook",
    arguments: [
      ("de", "Wir fangen wieder an"), ("fr", "Nous reprenons"), ("es", "Empezamos de nuevo"),
      ("cy", "Dechrau eto"), ("ar", "نبدأ من جديد"), ("en", "We begin again"),
    ])
  func languages(language: String, title: String) throws {
    let site = try SiteOnDisk(["handbook.yml": settings + "language: \(language)\n"])
    let ending = site.handbook("new", "meeting", "again", "--restart", "--date", "2099-02-05")
    #expect(ending.status == 0)
    let file = site.files(in: "./content")["meetings/again.md"]
    #expect(String(decoding: file ?? [], as: UTF8.self).contains("title: \(title)\n"))
  }

  @Test("a closed handbook plans no meeting of a series, and says why")
  func closed() throws {
    let site = try SiteOnDisk(["handbook.yml": settings + "status: closed\n"])
    let ending = site.handbook("new", "meeting", "--series", "circle")
    #expect(ending.status == 2)
    #expect(
      ending.errors == """
        error: the community has ended, so no meeting is planned
            help: to go on, take status: closed out of content/handbook.yml

        """)
  }

  @Test("only a meeting begins again")
  func kinds() throws {
    let site = try SiteOnDisk()
    #expect(
      site.handbook("new", "post", "a", "--restart").errors.contains("--restart is for meetings"))
  }
}
