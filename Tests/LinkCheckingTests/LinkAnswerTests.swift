import Programs
import TestSupport
import Testing

@testable import LinkChecking

@Suite("What a server answers")
struct LinkAnswerTests {
  @Test(
    "404 and 410 mean that there is nothing; a server that lets no program in has something",
    arguments: [
      (0, "200", LinkAnswer.alive), (0, "301", .alive), (0, "403", .alive), (0, "429", .alive),
      (0, "404", .gone(404)), (0, "410", .gone(410)),
      (0, "503", .silent("its server answers 503")), (6, "000", .silent("there is no such server")),
      (7, "000", .silent("its server lets nobody in")),
      (28, "000", .silent("its server does not answer in time")),
      (60, "000", .silent("its server's certificate is not right")),
      (47, "302", .silent("its server sends one round in circles")),
      (3, "", .silent("the answer cannot be understood")),
    ])
  func answers(status: Int, written: String, answer: LinkAnswer) {
    let ending = ProgramEnding(status: status, output: Array(written.utf8), errors: "")
    #expect(LinkAnswer(ending) == answer)
  }

  @Test("what was alive is known for a week, and read back as it was written")
  func memory() {
    var known = KnownLinks()
    known.note("https://a.example/x y", isAlive: true, on: 100)
    known.note("https://b.example/", isAlive: true, on: 100)
    known.note("https://b.example/", isAlive: false, on: 101)
    #expect(known.text == Array("handbook links 1\n100 https://a.example/x y\n".utf8))
    #expect(KnownLinks(text: known.text) == known)
    #expect(KnownLinks(text: Array("something else".utf8)) == KnownLinks())
    #expect(known.isFresh("https://a.example/x y", on: 106))
    #expect(!known.isFresh("https://a.example/x y", on: 107))
    #expect(!known.isFresh("https://a.example/x y", on: 99))
    #expect(!known.isFresh("https://b.example/", on: 101))
  }
}
