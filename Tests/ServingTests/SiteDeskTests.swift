import TestSupport
import Testing

@testable import Serving

@Suite("News of a site that is being written")
struct SiteDeskTests {
  @Test("who follows hears how things stand, then what changes")
  func follow() async throws {
    let desk = SiteDesk()
    await desk.take(try await handbook(["pages/a.md": "# A"]), problems: "")
    var news = await desk.follow().makeAsyncIterator()
    #expect(await news.next() == .edition(1))
    #expect(await news.next() == .problems(""))
    await desk.take(try await handbook(["pages/a.md": "# A\n\n[[nowhere]]"]), problems: "one\ntwo")
    #expect(await news.next() == .problems("one\ntwo"))
    await desk.take(try await handbook(["pages/a.md": "# A\n\nB"]), problems: "")
    #expect(await news.next() == .edition(2))
    #expect(await news.next() == .problems(""))
  }

  @Test("the last good edition stays while there are errors")
  func lastGood() async throws {
    let desk = SiteDesk()
    await desk.take(try await handbook(["pages/a.md": "# A"]), problems: "")
    await desk.take(try await handbook(["pages/a.md": "# B\n\n[[nowhere]]"]), problems: "one")
    let page = await desk.edition?.page(at: "a.html")
    let text = String(decoding: page?.bytes ?? [], as: UTF8.self)
    #expect(text.contains("<title>A – The Circle</title>"))
  }

  @Test("an event is written as the standard has it")
  func events() {
    #expect(News.edition(3).text == "event: edition\ndata: 3\n\n")
    #expect(News.problems("one\ntwo").text == "event: problems\ndata: one\ndata: two\n\n")
    #expect(News.problems("").text == "event: problems\ndata: \n\n")
    #expect(News.silence.text == ": still here\n\n")
  }
}
