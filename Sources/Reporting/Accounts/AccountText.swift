import Diagnostics

/// Prints an account for a person at a terminal, in lines of at most 80 columns.
///
/// ```
/// Overdue actions: 1
///
///   Ada Okafor
///   - send the rubric to the six schools
///     due 1 March 2026, 5 days late
///     content/meetings/2026-02-12-circle.md:21
/// ```
package struct AccountText: Sendable {
  /// The site's folder as the user typed it, put before each path.
  package var pathPrefix: String
  package var isColoured: Bool

  package init(pathPrefix: String = "", isColoured: Bool = false) {
    self.pathPrefix = pathPrefix
    self.isColoured = isColoured
  }

  package func text(for account: Account) -> String {
    let blocks =
      [[styled(account.title, .bold)] + wrapped(account.note)] + account.sections.map(block)
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(
      separator: "\n")
  }

  private func block(_ section: Account.Section) -> [String] {
    guard !section.items.isEmpty else {
      return section.empty.isEmpty ? [] : wrapped(section.empty)
    }
    let count = section.count.map { ": \($0)" } ?? ""
    var lines = [styled(section.title + count, .bold), ""]
    var group: String?
    for item in section.items {
      if item.group != group, let title = item.group {
        if group != nil { lines.append("") }
        lines += wrapped(title, indent: 2)
      }
      group = item.group
      lines += self.lines(item)
    }
    return lines
  }

  private func lines(_ item: Account.Item) -> [String] {
    let text = wrapped(item.text, indent: 4, lead: "  - ")
    let details = item.details.flatMap { wrapped($0, indent: 4) }
    return text + details + (item.place.map { ["    " + styled(place($0), .faint)] } ?? [])
  }

  /// A path is never broken, so that it can be copied.
  private func place(_ location: SourceLocation) -> String {
    (pathPrefix + location.path).visible + (location.line > 0 ? ":\(location.line)" : "")
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The parameters of ECMA-48's SGR sequence.
private enum Style: String {
  case bold = "1"
  case faint = "2"
}

/// The most columns of a line.
private let width = 80

/// Words in lines, all but the first indented; what stands before the first takes the indent's
/// place.
private func wrapped(_ text: String, indent: Int = 0, lead: String? = nil) -> [String] {
  let margin = String(repeating: " ", count: indent)
  var lines: [String] = []
  var line = lead ?? margin
  var isEmpty = true
  for word in text.visible.split(separator: " ") {
    if !isEmpty, line.columns + 1 + String(word).columns > width {
      lines.append(line)
      (line, isEmpty) = (margin, true)
    }
    line += isEmpty ? word : " " + word
    isEmpty = false
  }
  return lines + [line]
}
