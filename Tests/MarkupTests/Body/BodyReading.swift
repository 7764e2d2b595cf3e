import Diagnostics

@testable import Markup

/// A body read in a test, and its pieces written as one could read them.
struct ReadBody {
  let body: Body
  let diagnostics: [Diagnostic]

  init(
    _ text: String, _ dialect: Dialect = .handbook, from start: Int = 0,
    titleFromHeading: Bool = false
  ) {
    self.init(
      bytes: Array(text.utf8), dialect, from: start, titleFromHeading: titleFromHeading)
  }

  init(
    bytes: [UInt8], _ dialect: Dialect = .handbook, from start: Int = 0,
    titleFromHeading: Bool = false
  ) {
    let parsed = Body.parse(
      SourceText(path: "content/posts/a.md", bytes: bytes), from: start, dialect: dialect,
      titleFromHeading: titleFromHeading)
    self.body = parsed.value
    self.diagnostics = parsed.diagnostics
  }

  /// The pieces as HTML; what is filled in later stands between braces.
  var html: String {
    body.pieces.map(rendered).joined()
  }

  /// Each diagnostic on a line: place, severity, id, summary.
  var problems: [String] {
    diagnostics.map { problem in
      let place = problem.location.map { "\($0.line):\($0.column)+\($0.length)" } ?? "site"
      return "\(place) \(problem.severity) \(problem.id.rawValue): \(problem.summary)"
    }
  }

  /// The text with holes in braces.
  func words(_ range: ProseRange?) -> String? {
    guard let range else { return nil }
    return body.prose.runs(in: range).map { run in
      switch run {
      case .text(let text): text
      case .hole(.mention(let index)): "{@\(body.mentions[Int(index)].name)}"
      case .hole(.linkTitle(let index)): "{\(body.links[Int(index)].destination.text)}"
      }
    }.joined()
  }

  func rendered(_ pieces: Range<Int32>) -> String {
    body.pieces[Int(pieces.lowerBound)..<Int(pieces.upperBound)].map(rendered).joined()
  }

  private func rendered(_ piece: Body.Piece) -> String {
    switch piece {
    case .html(let range):
      String(decoding: body.html[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
    case .linkStart(let index): "<a {\(body.links[Int(index)].destination.text)}>"
    case .linkEnd: "</a>"
    case .linkTitle(let index): "{title \(body.links[Int(index)].destination.text)}"
    case .mention(let index): "{@\(body.mentions[Int(index)].name)}"
    case .image(let index): "{image \(body.images[Int(index)].path)}"
    case .taskAttributes(let index): " {task \(index)}"
    case .decisionAttributes(let index): " {decision \(index)}"
    case .actionStart, .decisionStart, .noteEnd: ""
    case .anchor(let anchor): "{#\(anchor)}"
    case .word(let word): "{word \(word.rawValue)}"
    }
  }
}

extension Body.Link.Destination {
  var text: String {
    switch self {
    case .path(let path, let anchor): "path " + path + (anchor.map { "#" + $0 } ?? "")
    case .heading(let anchor): "heading " + anchor
    case .name(let name, let anchor): "name " + name + (anchor.map { "#" + $0 } ?? "")
    case .elsewhere(let address): "elsewhere " + address
    }
  }
}

/// A span as `line:column+length`.
extension SourceSpan {
  var text: String { "\(line):\(column)+\(length)" }
}
