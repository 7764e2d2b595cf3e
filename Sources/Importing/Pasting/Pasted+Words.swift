extension Pasted {
  /// Plain text of a stranger as Markdown that says the same and does nothing: no mark, name or
  /// address in it means anything.
  package static func words(_ text: String) -> String {
    let paragraphs = PastedText.printed(text).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .split { $0.allSatisfy(\.isWhitespace) }
    let html = paragraphs.map { lines in
      "<p>" + lines.map { String($0).asHTML }.joined(separator: "<br>") + "</p>"
    }
    return Pasted(html: html.joined(), plain: "").markdown
      .split(separator: "@", omittingEmptySubsequences: false).joined(separator: "\\@")
      .split(separator: "://", omittingEmptySubsequences: false).joined(separator: "\\://")
      .split(separator: "www.", omittingEmptySubsequences: false).joined(separator: "www\\.")
  }

  /// The same on one line.
  package static func line(_ text: String) -> String {
    words(plainLine(text))
  }

  /// Plain text on one line, without what is no character of a text: for a field.
  package static func plainLine(_ text: String) -> String {
    PastedText.printed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
