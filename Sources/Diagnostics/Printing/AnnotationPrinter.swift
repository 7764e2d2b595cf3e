/// Prints problems as GitHub's workflow commands, which show them beside the lines of a pull
/// request.
///
/// A privacy finding stops a build as an error does, so it is one here, and says what it is in its
/// title.
package struct AnnotationPrinter {
  /// The site's folder within the repository, put before each path.
  package var pathPrefix: String
  /// Whether to print every problem; otherwise the first ten of one id.
  package var showsAll: Bool

  package init(pathPrefix: String = "", showsAll: Bool = false) {
    self.pathPrefix = pathPrefix
    self.showsAll = showsAll
  }

  /// A line for each problem, sorted, and the line that counts them; nothing where there are none.
  package func text(for diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let listing = Listing(diagnostics, isComplete: showsAll)
    var lines = listing.shown.map(command)
    for (id, count) in listing.folded {
      lines.append("… and \(count) more [\(id.rawValue.visible)]; --all shows them")
    }
    lines.append(Tally(diagnostics).description)
    return lines.joined(separator: "\n") + "\n"
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    let name = diagnostic.severity == .warning ? "warning" : "error"
    let properties = properties(diagnostic).map { "\($0)=\(escapedProperty($1))" }
    let help = diagnostic.hints.map { "help: \($0.visible)" }
    let note = diagnostic.explanation.map { ["note: \($0.visible)"] } ?? []
    let message = ([diagnostic.summary.visible] + note + help).joined(separator: "\n")
    return "::\(name) \(properties.joined(separator: ","))::\(escapedMessage(message))"
  }

  private func properties(_ diagnostic: Diagnostic) -> [(String, String)] {
    var properties: [(String, String)] = []
    if let location = diagnostic.location {
      properties.append(("file", printedPath(location.path, below: pathPrefix)))
      if location.line > 0 { properties.append(("line", "\(location.line)")) }
      if location.column > 0 { properties.append(("col", "\(location.column)")) }
    }
    let id = diagnostic.id.rawValue.visible
    return properties + [("title", diagnostic.severity == .privacy ? "privacy: \(id)" : id)]
  }
}

/// What may follow the second `::`, as GitHub's toolkit escapes it.
private func escapedMessage(_ text: String) -> String {
  escaped(text, [UInt8(ascii: "%"), 0x0D, 0x0A])
}

/// What may follow a `=` before the second `::`.
private func escapedProperty(_ text: String) -> String {
  escaped(text, [UInt8(ascii: "%"), 0x0D, 0x0A, UInt8(ascii: ":"), UInt8(ascii: ",")])
}

private func escaped(_ text: String, _ special: [UInt8]) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if special.contains(byte) {
      let code = String(byte, radix: 16, uppercase: true)
      bytes += Array("%\(code.utf8.count < 2 ? "0" : "")\(code)".utf8)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
