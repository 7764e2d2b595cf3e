/// What other tools call their boxes, as the five kinds of alert that there are here.
enum AlertWords {
  /// The word of an alert, `NOTE`; `nil` for what is called otherwise.
  static func kind(_ written: some StringProtocol) -> String? {
    var name = written.lowercased()
    for start in ["alert-", "callout-", "is-", "admonition-", "note--", "uk-alert-", "{", "."]
    where name.hasPrefix(start) {
      name = String(name.dropFirst(start.utf8.count))
    }
    return kinds[name]
  }

  /// A quote that is an alert, with a title of its own on the first line.
  ///
  /// `text` is whole lines or none.
  static func quote(_ kind: String, title: String?, _ text: String) -> String {
    var lines = ["> [!\(kind)]"]
    if let title = title?.trimmed, !title.isEmpty, title.lowercased() != kind.lowercased() {
      lines.append("> **\(title)**")
      if !text.trimmed.isEmpty { lines.append(">") }
    }
    for line in text.trimmedLines { lines.append(line.isEmpty ? ">" : "> \(line)") }
    return lines.joined(separator: "\n")
  }

  private static let kinds: [String: String] = {
    var kinds: [String: String] = [:]
    let names: [(String, [String])] = [
      (
        "NOTE",
        [
          "note", "info", "abstract", "summary", "tldr", "quote", "cite", "example", "todo",
          "primary", "secondary", "seealso", "information", "notice", "question", "help", "faq",
          "default", "light", "dark", "plain", "blue", "details", "definition", "reminder",
        ]
      ),
      (
        "TIP",
        ["tip", "hint", "success", "check", "done", "idea", "green", "lightbulb", "pro-tip"]
      ),
      ("IMPORTANT", ["important", "purple", "key", "attention-please", "highlight-box"]),
      ("WARNING", ["warning", "attention", "warn", "yellow", "orange"]),
      (
        "CAUTION",
        ["caution", "danger", "error", "failure", "fail", "missing", "bug", "red", "critical"]
      ),
    ]
    for (kind, words) in names { for word in words { kinds[word] = kind } }
    return kinds
  }()
}

extension String {
  /// The lines without empty ones at either end.
  var trimmedLines: [Substring] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.first?.trimmed.isEmpty == true { lines.removeFirst() }
    while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
    return Array(lines)
  }
}
