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
    let objects = Listing(diagnostics, isComplete: true).shown.map { "  \(object($0))" }
    return objects.isEmpty ? "[]\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }

  private func object(_ diagnostic: Diagnostic) -> String {
    let location = diagnostic.location
    let path = location.map { printedPath($0.path, below: pathPrefix) }
    let excerpt = location.flatMap { $0.line > 0 ? $0.excerpt ?? readLine($0.path, $0.line) : nil }
    let fields = [
      ("path", string(path)),
      ("line", number(location?.line)),
      ("column", number(location?.column)),
      ("length", number(location?.length)),
      ("severity", string(diagnostic.severity.rawValue)),
      ("id", string(diagnostic.id.rawValue)),
      ("summary", string(diagnostic.summary)),
      ("explanation", string(diagnostic.explanation)),
      ("hints", "[\(diagnostic.hints.map(string).joined(separator: ", "))]"),
      ("excerpt", string(excerpt)),
    ]
    return "{\(fields.map { "\"\($0)\": \($1)" }.joined(separator: ", "))}"
  }

  /// A place that is not known (0) is `null`.
  private func number(_ value: Int?) -> String {
    value.map { $0 == 0 ? "null" : "\($0)" } ?? "null"
  }

  /// RFC 8259 §7; beyond what it asks for, all that could not be seen is escaped, and a `#` after
  /// another, lest a CI runner find a command in the line.
  private func string(_ text: String?) -> String {
    guard let text else { return "null" }
    var quoted = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      let mayBeCommand = scalar == "#" && last == "#"
      if scalar == "\"" || scalar == "\\" {
        quoted.append("\\")
        quoted.append(scalar)
      } else if scalar.isUnsafeInMessages || mayBeCommand {
        for unit in String(scalar).utf16 { quoted.append(contentsOf: escape(unit).unicodeScalars) }
      } else {
        quoted.append(scalar)
      }
      last = scalar
    }
    return "\"\(String(quoted))\""
  }

  private func escape(_ unit: UInt16) -> String {
    let code = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
  }
}
