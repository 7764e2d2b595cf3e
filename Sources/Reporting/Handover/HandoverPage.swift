/// Prints a letter as one page of HTML that needs no other file, for paper.
package struct HandoverPage: Sendable {
  package init() {}

  package func html(for letter: HandoverLetter) -> String {
    let words = letter.words
    let title = "\(words.title): \(letter.community)"
    return """
      <!DOCTYPE html>
      <html lang="\(words.code)" dir="\(words.direction)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      <title>\(escaped(title))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <main>
      <p class="private">\(escaped(words.note))</p>
      <h1>\(escaped(words.title)): \(isolated(letter.community))</h1>
      <p>\(escaped(letter.day))</p>
      \(line(words.from))
      \(line(words.to))
      \(letter.standing.map { "<p><strong>\(escaped($0))</strong></p>" } ?? "")
      <p>\(escaped(words.intro))</p>
      \(letter.sections.map(section).joined(separator: "\n"))
      <section>
      <h2>\(escaped(words.more))</h2>
      \(String(repeating: "<p class=\"line\"></p>\n", count: 6))</section>
      </main>
      </body>
      </html>

      """
  }

  private func section(_ section: HandoverLetter.Section) -> String {
    var lines = ["<section>", "<h2>\(escaped(section.title))</h2>"]
    if let intro = section.intro { lines.append("<p>\(escaped(intro))</p>") }
    if section.items.isEmpty {
      lines.append("<p>\(escaped(section.empty))</p>")
    } else {
      lines += ["<ul>"] + section.items.map(item) + ["</ul>"]
    }
    return (lines + ["</section>"]).joined(separator: "\n")
  }

  private func item(_ item: HandoverLetter.Item) -> String {
    let details = item.details.map { "<br>" + isolated($0) }.joined()
    let lines = item.lines.map { "\n" + line($0) }.joined()
    return "<li><strong>\(isolated(item.text))</strong>\(details)\(lines)</li>"
  }

  /// A line to fill in by hand.
  private func line(_ title: String) -> String {
    "<p class=\"line\">\(escaped(title)):</p>"
  }

  /// What somebody wrote, whose direction changes nothing around it.
  private func isolated(_ text: String) -> String { "<bdi>\(escaped(text))</bdi>" }
}

private let style = """
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
  main { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
  h1, h2 { line-height: 1.25; }
  h2 { margin-top: 2rem; break-after: avoid; }
  li { margin-bottom: 0.75rem; break-inside: avoid; }
  .private { border: 1px solid; padding: 0.5rem 0.75rem; }
  .line { border-bottom: 1px solid; margin: 0.75rem 0; min-height: 1.5rem; }
  @media print { main { max-width: none; padding: 0; } body { font-size: 11pt; } }
  @page { margin: 2cm; }
  """
