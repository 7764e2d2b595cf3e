import TestSupport
import Testing

private let site = ["handbook.yml": privateSettings, "members/ada-okafor.md": ada]

@Suite("handbook handover")
struct HandoverCommandTests {
  @Test("the letter is written where it is told to be, and a build takes no part of it")
  func whole() throws {
    let site = try SiteOnDisk(site)
    let other = try SiteOnDisk()
    let file = other.place(of: "./letter.html")
    let ending = site.handbook("handover", "--output", file, "--today", "2026-03-01")
    #expect(
      ending
        == Ending(
          status: 0,
          output: "Wrote \(file). It names people: print it, and hand it over yourself.\n",
          errors: ""))
    let page = other.files(in: "./")["letter.html"].map { String(decoding: $0, as: UTF8.self) }
    #expect(page?.contains("Handing over") == true)
  }

  @Test(
    "it is never written where others can read it",
    arguments: ["output/letter.html", "content/letter.html", "letter.html"])
  func refused(path: String) throws {
    let site = try SiteOnDisk(site)
    #expect(site.handbook("build", "--quiet").status == 0)
    let ending = site.handbook("handover", "--output", path)
    #expect(ending.status == 2)
    #expect(ending.errors.contains("nothing was written"))
    #expect(ending.errors.contains("/letter.html\n"))
    #expect(site.files(in: "./")[path] == nil)
  }

  @Test("a letter that is there is not written over unless it is named")
  func taken() throws {
    let outer = try SiteOnDisk()
    outer.write("./site/content/handbook.yml", privateSettings)
    #expect(outer.handbook("handover", "site").status == 0)
    let again = outer.handbook("handover", "site")
    #expect(
      again.errors == """
        error: site/../handover.html is there already; nothing was written
            help: name another with --output

        """)
    #expect(outer.handbook("handover", "site", "--output", "handover.html").status == 0)
  }
}
