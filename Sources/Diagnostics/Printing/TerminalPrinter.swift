/// Prints problems for a person at a terminal: place, rule, the line with the words at fault
/// underlined, the reason, and what to type instead.
///
/// ```
/// content/meetings/a.md:7:13: error: no member has the id 'mria-lopez' [unknown-member]
///   7 | attendees: [mria-lopez, ada-okafor]
///     |             ^^^^^^^^^^
///     help: did you mean 'maria-lopez' (Maria Lopez)?
/// ```
package struct TerminalPrinter {
  /// Finds a line of a file, counted from 1, for a problem that brings no excerpt.
  package typealias LineReader = (_ path: String, _ line: Int) -> String?

  /// The site's folder as the user typed it, put before each path.
  package var pathPrefix: String
  /// Whether to colour by escape sequences.
  package var isColoured: Bool
  /// Whether to print every problem; otherwise the first ten of one id.
  package var showsAll: Bool
  package var readLine: LineReader

  package init(
    pathPrefix: String = "", isColoured: Bool = false, showsAll: Bool = false,
    readLine: @escaping LineReader = { _, _ in nil }
  ) {
    self.pathPrefix = pathPrefix
    self.isColoured = isColoured
    self.showsAll = showsAll
    self.readLine = readLine
  }

  /// All problems, sorted, and the line that counts them; nothing where there are none.
  package func text(for diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let listing = Listing(diagnostics, isComplete: showsAll)
    var lines = listing.shown.flatMap(block)
    for (id, count) in listing.folded {
      lines.append("… and \(count) more [\(id.rawValue.visible)]; --all shows them")
    }
    lines.append(Tally(diagnostics).description)
    return lines.joined(separator: "\n") + "\n"
  }

  private func block(_ diagnostic: Diagnostic) -> [String] {
    var lines = [heading(diagnostic)]
    if let location = diagnostic.location { lines += excerpt(location, diagnostic.severity) }
    if let explanation = diagnostic.explanation {
      lines.append("    \(styled("note:", .bold)) \(explanation.visible)")
    }
    return lines + diagnostic.hints.map { "    \(styled("help:", .bold)) \($0.visible)" }
  }

  private func heading(_ diagnostic: Diagnostic) -> String {
    let lead = diagnostic.location.map { styled("\(place($0)):", .bold) + " " } ?? ""
    let severity = styled("\(diagnostic.severity.rawValue):", Style(diagnostic.severity))
    return lead + severity + " \(diagnostic.summary.visible) [\(diagnostic.id.rawValue.visible)]"
  }

  private func place(_ location: SourceLocation) -> String {
    let path = printedPath(location.path, below: pathPrefix)
    if location.line == 0 { return path }
    if location.column == 0 { return "\(path):\(location.line)" }
    return "\(path):\(location.line):\(location.column)"
  }

  private func excerpt(_ location: SourceLocation, _ severity: Severity) -> [String] {
    guard location.line > 0,
      let text = location.excerpt ?? readLine(location.path, location.line)
    else { return [] }
    let excerpt = Excerpt(text, column: location.column, length: location.length)
    let number = "  \(location.line) |"
    let gutter = String(repeating: " ", count: number.utf8.count - 1) + "|"
    let line = styled(number, .faint) + (excerpt.line.isEmpty ? "" : " ") + excerpt.line
    guard let underline = excerpt.underline else { return [line] }
    return [line, styled(gutter, .faint) + " " + styled(underline, Style(severity))]
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The parameters of ECMA-48's SGR sequence.
private enum Style: String {
  case bold = "1"
  case faint = "2"
  case red = "1;31"
  case yellow = "1;33"
  case magenta = "1;35"

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .red
    case .privacy: self = .magenta
    case .warning: self = .yellow
    }
  }
}
