extension SiteChanges {
  /// As a comment on a pull request.
  ///
  /// What people wrote stands in code spans only: an `@name` elsewhere would call a stranger.
  package var markdown: String {
    if isEmpty { return "Nothing changes on the site.\n" }
    let sections = [
      ("Pages", pages), ("Goals", goals), ("Members", members), ("Decisions", decisions),
      ("Actions", actions), ("Redirects", redirects),
    ].compactMap { title, changes in section(title, changes) }
    let rest =
      switch others {
      case 0: ""
      case 1: "One other page changes with them.\n"
      default: "\(others) other pages change with them.\n"
      }
    return (["## What changes on the site\n"] + sections + (rest.isEmpty ? [] : [rest]))
      .joined(separator: "\n")
  }

  /// A comment has room for so many lines of each kind.
  private static let longest = 50

  private func section(_ title: String, _ changes: [Change]) -> String? {
    if changes.isEmpty { return nil }
    var lines = changes.prefix(Self.longest).map(line)
    if changes.count > Self.longest { lines.append("- and \(changes.count - Self.longest) more") }
    return "### \(title)\n\n\(lines.joined(separator: "\n"))\n"
  }

  private func line(_ change: Change) -> String {
    let words = change.words.map { ": \(codeSpan($0))" } ?? ""
    let details = change.details.isEmpty ? "" : " (\(change.details.joined(separator: ", ")))"
    return "- \(change.kind.rawValue) \(codeSpan(change.id))\(words)\(details)"
  }
}

/// A text as a code span (CommonMark 0.30 §6.1): between more backticks than it holds in a row.
private func codeSpan(_ text: String) -> String {
  let words = String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(200))
  var (longest, run) = (0, 0)
  for byte in words.utf8 {
    run = byte == UInt8(ascii: "`") ? run + 1 : 0
    longest = max(longest, run)
  }
  if longest == 0 { return "`\(words)`" }
  let fence = String(repeating: "`", count: longest + 1)
  return "\(fence) \(words) \(fence)"
}
