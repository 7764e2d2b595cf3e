/// Answers requests from an edition of the site: a pure function of the two.
struct SiteAnswers: Sendable {
  let rules: RequestRules
  /// `nil` until the first good build.
  let edition: SiteEdition?

  func answer(to request: Request) -> Answer {
    guard rules.allows(host: request.hosts) else {
      return .text(.forbidden, "This server answers to localhost only.")
    }
    guard request.isReading else {
      var answer = Answer.text(.notAllowed, "This server only shows pages.")
      answer.headers.append(("Allow", "GET, HEAD"))
      return answer
    }
    guard let target = RequestTarget(request.target) else { return notFound }
    switch target.path {
    case LiveScript.news: return news(request)
    case LiveScript.script: return file(LiveScript.scriptText, LiveScript.script)
    case LiveScript.styleSheet: return file(LiveScript.styleSheetText, LiveScript.styleSheet)
    default: return page(target.path, request)
    }
  }

  private func news(_ request: Request) -> Answer {
    guard rules.allows(origin: request.origins) else {
      return .text(.forbidden, "Only the handbook's own pages may follow its changes.")
    }
    return Answer(headers: [("Content-Type", "text/event-stream")], content: .news)
  }

  private func file(_ text: String, _ path: String) -> Answer {
    Answer(
      headers: [("Content-Type", ContentType.of(path))], content: .bytes(Array(text.utf8)))
  }

  private func page(_ path: String, _ request: Request) -> Answer {
    guard let edition else { return waiting }
    if let page = edition.page(at: path) { return shown(page, .fine, request) }
    // The location is a path of the site's, so it leads nowhere else.
    if edition.isFolder(path), let encoded = path.plainPath {
      return Answer(status: .moved, headers: [("Location", "/\(encoded)/")])
    }
    return edition.notFoundPage.map { shown($0, .notFound, request) } ?? notFound
  }

  private func shown(
    _ page: SiteEdition.Page, _ status: Answer.Status, _ request: Request
  ) -> Answer {
    let tag = "\"\(page.mark)\""
    var answer = Answer(
      status: status, headers: [("Content-Type", ContentType.of(page.path)), ("ETag", tag)])
    if status == .fine, request.knownMarks.contains(tag) {
      answer.status = .same
    } else if page.path.hasSuffix(".html") {
      answer.content = .bytes(LiveScript.added(to: page.bytes, mark: page.mark))
    } else {
      answer.content = .bytes(page.bytes)
    }
    return answer
  }

  /// Stands in for the site before its first good build, and shows what has to be fixed.
  private var waiting: Answer {
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Handbook</title>
      </head>
      <body>
      <h1>No page yet</h1>
      <p>The site is shown here as soon as it has been built once.</p>
      </body>
      </html>

      """
    return Answer(
      headers: [("Content-Type", ContentType.of("index.html"))],
      content: .bytes(LiveScript.added(to: Array(page.utf8), mark: "none")))
  }

  private var notFound: Answer { .text(.notFound, "There is no such page.") }
}

extension String {
  /// The path itself where every byte of it may stand in an address as it is.
  fileprivate var plainPath: String? {
    let isPlain = utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    return isPlain && !hasPrefix("/") ? self : nil
  }
}
