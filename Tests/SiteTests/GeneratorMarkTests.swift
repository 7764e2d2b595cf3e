import Site
import TestSupport
import Testing

@Suite("The mark of the generator")
struct GeneratorMarkTests {
  @Test(
    "is found in whatever other programs leave of a file",
    arguments: [
      ("a.html", #"<head><meta name="generator" content="Handbook"></head>"#),
      ("a.html", #"<meta name=generator content=Handbook><title>x</title>"#),
      ("a.html", #"<META CONTENT='handbook' NAME='GENERATOR' />"#),
      ("a.HTML", "<meta\r\n  name = \"generator\"\r\n  content = \"Handbook\">"),
      ("a.html", #"<meta charset=utf-8><meta content="Handbook" name="generator">"#),
      ("feed.xml", "<generator>Handbook</generator>"),
      ("feed.xml", "<generator uri='x'>\r\n  Handbook\r\n</generator>"),
      ("a.ics", "BEGIN:VCALENDAR\nPRODID:-//Handbook//Handbook//EN\n"),
      ("search/1.js", #"handbookSearchData("a","b")"#),
      ("search/1.js", "handbookSearchData( 'a' , 'b' );"),
    ])
  func found(name: String, text: String) {
    #expect(GeneratorMark.isCarried(by: Array(text.utf8), named: name))
  }

  @Test(
    "is not found in what is somebody's own",
    arguments: [
      ("a.html", ""),
      ("a.html", "<meta"),
      ("a.html", "<h1>My own page</h1>"),
      ("a.html", #"<meta name="generator" content="Hugo 0.1">"#),
      ("a.html", #"<meta name="description" content="Handbook"><meta name="generator">"#),
      ("a.html", #"<p>&lt;meta name="generator" content="Handbook"></p>"#),
      ("a.txt", #"<meta name="generator" content="Handbook">"#),
      ("a", #"<meta name="generator" content="Handbook">"#),
      ("feed.xml", "<generator>Jekyll</generator><title>Handbook</title>"),
      ("a.ics", "BEGIN:VCALENDAR\nPRODID:-//Google Inc//EN\nSUMMARY:Handbook\n"),
      ("own.js", "console.log('handbook')"),
    ])
  func notFound(name: String, text: String) {
    #expect(!GeneratorMark.isCarried(by: Array(text.utf8), named: name))
  }

  @Test("is in every page, Atom feed, calendar and file of the search")
  func everywhere() async throws {
    let site = try await handbook([
      "handbook.yml": plainSettings + "base_url: https://example.org/\n",
      "meetings/2026-02-12-circle.md": "---\ndate: 2026-02-12\n---\n# Circle\n",
      "successes/a.md": "---\ndate: 2026-01-15\naliases: [old]\n---\n# A\n\nText.\n",
    ])
    #expect(site.report == "")
    let searchFiles = await site.searchFiles
    let files = site.pages.all.merging(searchFiles) { $1 }
    let marked = files.filter { GeneratorMark.isCarried(by: Array($1.utf8), named: $0) }.keys
    let expected = files.keys.filter { path in
      path.hasSuffix(".html") || path.hasSuffix(".ics")
        || path.hasSuffix(".xml") && path != "sitemap.xml" || searchFiles[path] != nil
    }
    #expect(Set(expected).subtracting(marked) == [])
    #expect(marked.contains("feed.xml") && marked.contains("successes/old.html"))
  }
}
