import Testing

@testable import Serving

@Suite("The path that a request asks for")
struct RequestTargetTests {
  @Test(
    "it is decoded once, and what follows it is left out",
    arguments: [
      ("/", ""), ("/posts/a.html", "posts/a.html"), ("/posts/a.html?q=1#x", "posts/a.html"),
      ("/tags/%C3%A9t%C3%A9.html", "tags/été.html"), ("/a%252e", "a%2e"), ("//host/a", "/host/a"),
    ])
  func decoded(target: String, path: String) {
    let found = RequestTarget(target)
    #expect(found?.path == path)
  }

  @Test(
    "another form, a broken escape or what is no UTF-8 is no path",
    arguments: ["", "*", "http://localhost/a", "a.html", "/%", "/%4", "/%zz", "/%ff", "/%C3%28"])
  func refused(target: String) {
    let found = RequestTarget(target)
    #expect(found == nil)
  }
}

@Suite("Who may ask")
struct RequestRulesTests {
  private let rules = RequestRules(port: 8000)

  @Test(
    "the names of this machine's own loopback are answered",
    arguments: ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"])
  func ownNames(host: String) {
    #expect(rules.allows(host: [host]))
    #expect(rules.allows(origin: ["http://\(host)"]))
  }

  @Test(
    "a name that somebody pointed here is not",
    arguments: [
      "evil.example", "evil.example:8000", "localhost", "localhost:8001", "127.0.0.1.evil.example",
      "192.168.1.2:8000", "",
    ])
  func otherNames(host: String) {
    #expect(!rules.allows(host: [host]))
    #expect(!rules.allows(origin: ["http://\(host)"]))
  }

  @Test("no name, and two of them, are refused; no origin is the page's own")
  func missing() {
    #expect(!rules.allows(host: []))
    #expect(!rules.allows(host: ["localhost:8000", "evil.example"]))
    #expect(rules.allows(origin: []))
    #expect(!rules.allows(origin: ["null"]))
    #expect(!rules.allows(origin: ["https://localhost:8000"]))
    #expect(!rules.allows(origin: ["http://localhost:8000", "http://evil.example"]))
  }
}
