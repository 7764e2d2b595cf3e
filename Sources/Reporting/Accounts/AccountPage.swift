import Diagnostics

/// Prints an account as one page of HTML that needs no other file, to be opened from disk.
package struct AccountPage: Sendable {
  package init() {}

  package func html(for account: Account) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>\(escaped(account.title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(escaped(account.title))</h1>
    <p>\(escaped(account.note))</p>
    \(account.sections.map(section).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private func section(_ section: Account.Section) -> String {
    guard !section.items.isEmpty else {
      return section.empty.isEmpty ? "" : "<p>\(escaped(section.empty))</p>"
    }
    let count = section.count.map { ": \($0)" } ?? ""
    var lines = ["<section>", "<h2>\(escaped(section.title + count))</h2>"]
    var group: String?
    for (position, item) in section.items.enumerated() {
      if position == 0 || item.group != group {
        if position > 0 { lines.append("</ul>") }
        if let title = item.group { lines.append("<h3>\(escaped(title))</h3>") }
        lines.append("<ul>")
      }
      group = item.group
      lines.append(self.item(item))
    }
    return (lines + ["</ul>", "</section>"]).joined(separator: "\n")
  }

  private func item(_ item: Account.Item) -> String {
    let details = item.details.map { "<br>" + escaped($0) }.joined()
    let place = item.place.map { place in
      "<br><code>\(escaped(place.path))\(place.line > 0 ? ":\(place.line)" : "")</code>"
    }
    return "<li>\(escaped(item.text))\(details)\(place ?? "")</li>"
  }
}

private let style = """
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
  main { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
  h1, h2, h3 { line-height: 1.25; }
  h2 { margin-top: 2rem; }
  li { margin-bottom: 0.75rem; }
  code { font-size: 0.875rem; }
  """
