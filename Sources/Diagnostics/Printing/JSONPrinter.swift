import Text

/// Prints problems for programs: one JSON array, an object a line, every key always there.
package struct JSONPrinter {
  /// The site's folder as the user typed it, put before each path.
  package var pathPrefix: String
  package var readLine: TerminalPrinter.LineReader

  package init(
    pathPrefix: String = "", readLine: @escaping TerminalPrinter.LineReader = { _, _ in nil }
  ) {
    self.pathPrefix = pathPrefix
    self.readLine = readLine
  }

  /// All problems, sorted; an empty array where there are none.
  package func text(for diagnostics: [Diagnostic]) -> String {
    let objects = Listing(diagnostics, isComplete: true).shown.map { diagnostic in
      "  " + String(decoding: object(diagnostic).bytes, as: UTF8.self)
    }
    return objects.isEmpty ? "[]\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }

  private func object(_ diagnostic: Diagnostic) -> JSON {
    let location = diagnostic.location
    let path = location.map { printedPath($0.path, below: pathPrefix) }
    let excerpt = location.flatMap { $0.line > 0 ? $0.excerpt ?? readLine($0.path, $0.line) : nil }
    return .object([
      "path": text(path),
      "line": number(location?.line),
      "column": number(location?.column),
      "length": number(location?.length),
      "severity": .text(diagnostic.severity.rawValue),
      "id": .text(diagnostic.id.rawValue),
      "summary": .text(diagnostic.summary),
      "explanation": text(diagnostic.explanation),
      "hints": .list(diagnostic.hints.map(JSON.text)),
      "excerpt": text(excerpt),
    ])
  }

  private func text(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

  /// A place that is not known (0) is `null`.
  private func number(_ value: Int?) -> JSON {
    value.flatMap { $0 == 0 ? nil : .number($0) } ?? .null
  }
}
