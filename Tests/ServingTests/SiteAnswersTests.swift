import Build
import Markup
import TestSupport
import Testing

@testable import Serving

@Suite("Answers of the local server")
struct SiteAnswersTests {
  @Test("a page is shown as it is, with the script that follows changes in its head")
  func page() async throws {
    let answer = try await ask("/posts/a.html")
    #expect(answer.status == .fine)
    #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
    #expect(answer.text.contains("<h1>A story</h1>"))
    let mark = try #require(answer.header("ETag")).dropFirst().dropLast()
    let script = "<script src=\"/.handbook/live.js?page=\(mark)\" defer></script>\n</head>"
    #expect(answer.text.contains(script))
  }

  @Test("a folder is its index, with or without a line behind it")
  func folder() async throws {
    #expect(try await ask("/").text.contains("<title>The Circle"))
    #expect(try await ask("/posts/").status == .fine)
    let moved = try await ask("/posts")
    #expect(moved.status == .moved)
    #expect(moved.header("Location") == "/posts/")
  }

  @Test(
    "what is no page of the site is not found, however it is written",
    arguments: [
      "/%2e%2e/handbook.yml", "/..%2fhandbook.yml", "/.%2e/handbook.yml", "/%252e%252e/x",
      "/%5c..%5cx", "//etc/passwd", "/../content/handbook.yml", "/content/handbook.yml",
      "/posts/../posts/a.html", "/posts//a.html", "/./index.html", "/posts/a.html/", "/posts/a",
      "/outputs/index.html", "/%00", "http://localhost:8000/index.html", "*",
    ])
  func notFound(target: String) async throws {
    let answer = try await ask(target)
    #expect(answer.status == .notFound)
    #expect(!answer.text.contains("timezone"))
  }

  @Test("a missing page shows the site's own page for that")
  func missingPage() async throws {
    #expect(try await ask("/posts/b.html").text.contains("This page is not here"))
  }

  @Test("a request to another name is refused")
  func otherHost() async throws {
    let answer = try await ask("/", hosts: ["evil.example"])
    #expect(answer.status == .forbidden)
    #expect(answer.text == "This server answers to localhost only.\n")
  }

  @Test("only reading is answered")
  func writing() async throws {
    let answer = try await ask("/", isReading: false)
    #expect(answer.status == .notAllowed)
    #expect(answer.header("Allow") == "GET, HEAD")
  }

  @Test(
    "a page of another site may not follow the changes",
    arguments: ["http://evil.example", "null", "http://192.168.1.2:8000"])
  func foreignFollower(origin: String) async throws {
    let answer = try await ask("/.handbook/news", origins: [origin])
    #expect(answer.status == .forbidden)
    #expect(answer.headers.allSatisfy { !$0.name.lowercased().hasPrefix("access-control") })
  }

  @Test("what the browser has already is not sent again")
  func known() async throws {
    let mark = try #require(try await ask("/posts/a.html").header("ETag"))
    let answer = try await ask("/posts/a.html", knownMarks: [mark])
    #expect(answer.status == .same)
    #expect(answer.text == "")
  }

  @Test("a page's mark changes with what it shows, and with the style sheet, and else not")
  func marks() async throws {
    let before = try await mark()
    #expect(try await mark() == before)
    #expect(
      try await mark(["posts/b.md": "---\ndate: 2026-01-02\nauthors: ada-okafor\n---\n# B"])
        != before)
    #expect(try await mark(["templates/assets/style.css": "body { color: red }"]) != before)
    let stranger =
      "---\nname: Ben Hall\nstatus: active\nconsent: {name: yes, given: 2026-01-01}\n---\n"
    #expect(try await mark(["members/ben-hall.md": stranger]) == before)
  }

  @Test("before the first good build a page waits for it")
  func waiting() {
    let answers = SiteAnswers(rules: RequestRules(port: 8000), edition: nil)
    let answer = answers.answer(to: request("/posts/a.html"))
    #expect(answer.text.contains("<h1>No page yet</h1>"))
    #expect(answer.text.contains("/.handbook/live.js?page=none"))
  }

  private func mark(_ more: [String: String] = [:]) async throws -> String {
    try #require(try await ask("/posts/a.html", more: more).header("ETag"))
  }
}

/// A post by somebody who is named.
private let site = [
  "members/ada-okafor.md": ada,
  "posts/a.md": "---\ndate: 2026-01-01\nauthors: ada-okafor\n---\n# A story\n\nIt went well.\n",
]

private func request(
  _ target: String, isReading: Bool = true, hosts: [String] = ["localhost:8000"],
  origins: [String] = [], knownMarks: [String] = []
) -> Request {
  var request = Request(
    method: isReading ? .read : .other, target: target, hosts: hosts, origins: origins)
  request.knownMarks = knownMarks
  return request
}

private func ask(
  _ target: String, isReading: Bool = true, hosts: [String] = ["localhost:8000"],
  origins: [String] = [], knownMarks: [String] = [], more: [String: String] = [:]
) async throws -> Answer {
  let inspection = try await handbook(site.merging(more) { $1 }) {
    $0.baseURL = "http://localhost:8000/"
  }
  let renderer = try #require(inspection.renderer)
  let edition = SiteEdition(number: 1, renderer, inspection.files)
  return SiteAnswers(rules: RequestRules(port: 8000), edition: edition).answer(
    to: request(
      target, isReading: isReading, hosts: hosts, origins: origins, knownMarks: knownMarks))
}

extension Answer {
  fileprivate func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }

  fileprivate var text: String {
    guard case .bytes(let bytes) = content else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
