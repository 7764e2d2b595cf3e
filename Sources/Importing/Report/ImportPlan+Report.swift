extension ImportPlan {
  /// A line for everything that was given, what was left out last, and a count.
  package func report(isDryRun: Bool) -> String {
    let imported = lines.filter { $0.target != nil }.sorted { $0.source < $1.source }
    var text: [String] = []
    for line in imported {
      text.append("\(line.source) → \(line.target ?? "")")
      text += line.notes.map { "    \($0)" }
    }
    if lines.count > imported.count {
      if !text.isEmpty { text.append("") }
      text += ["Left out:", leftOutReport]
    }
    if !text.isEmpty { text.append("") }
    text.append(count(imported.count, lines.count - imported.count, isDryRun))
    return text.joined(separator: "\n")
  }

  /// What was left out alone, with its reasons.
  package var leftOutReport: String {
    lines.filter { $0.target == nil }.sorted { $0.source < $1.source }
      .map { "\($0.source): \($0.notes.joined(separator: "; "))" }.joined(separator: "\n")
  }

  private func count(_ imported: Int, _ leftOut: Int, _ isDryRun: Bool) -> String {
    let verb = isDryRun ? "would be imported" : "imported"
    let left = leftOut == 0 ? "nothing left out" : "\(leftOut) left out"
    let files = imported == 1 ? "1 file" : "\(imported) files"
    return "\(files) \(verb), \(left)."
      + (isDryRun
        ? " Nothing was written." : " Run 'handbook check' to see what is left to decide.")
  }
}

extension ImportPlan.Line {
  fileprivate var target: String? {
    if case .imported(let target) = fate { target } else { nil }
  }
}
