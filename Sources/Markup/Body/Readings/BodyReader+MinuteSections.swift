import Diagnostics

/// A section of minutes whose heading says what is gathered below it.
struct MinuteSection {
  let level: Int
  let line: Int
  let heading: HeadingReading
  /// What messages call it.
  let title: String
  var isTold = false

  /// What its items are.
  var kinds: Set<MinuteWords.Kind> {
    if case .gathers(let kinds) = heading { kinds } else { [] }
  }

  /// Whether its items may be actions.
  var isOnActions: Bool { kinds.contains(.action) || heading == .resembles(.action) }
}

extension BodyReader {
  /// The innermost section that says what is gathered.
  var section: MinuteSection? { notes.sections.last }

  /// Notes that a heading begins or ends a section of actions or decisions.
  mutating func noteSection(_ title: ProseRange, level: Int, line: Int) {
    guard let words = dialect.minuteWords else { return }
    endLabel()
    notes.sections.removeAll { $0.level >= level }
    let text = prose.prose.text[Int(title.lowerBound)..<Int(title.upperBound)]
    let heading = words.reading(ofHeading: text)
    switch heading {
    case .nothing: return
    case .resembles where !notes.sections.isEmpty: return
    case .gathers, .resembles:
      notes.sections.append(
        MinuteSection(
          level: level, line: line, heading: heading, title: prose.prose.string(title)))
    }
  }

  /// Warns once of a heading that names a kind and says more, where something stands below it.
  mutating func tellHeading(of kind: MinuteWords.Kind) {
    guard let section, section.heading == .resembles(kind), !section.isTold else { return }
    notes.sections[notes.sections.count - 1].isTold = true
    diagnostics.append(
      headingNotRead(
        section, of: kind, at: SourceLocation(path: text.source.path, line: section.line)))
  }

  /// Warns of a table where a list is gathered.
  mutating func tellTable(line: Int) {
    guard let kinds = section?.kinds, !kinds.isEmpty else { return }
    diagnostics.append(
      tableNotRead(
        isOnActions: kinds.contains(.action), at: SourceLocation(path: text.source.path, line: line)
      ))
  }
}

// MARK: - Messages

private func headingNotRead(
  _ section: MinuteSection, of kind: MinuteWords.Kind, at place: SourceLocation
) -> Diagnostic {
  let marks = String(repeating: "#", count: section.level)
  let (kinds, name, other) =
    switch kind {
    case .action:
      ("actions", "Actions", "or begin each action with a box: - [ ] @name what is to be done")
    case .decision:
      (
        "decisions", "Decisions",
        "or begin each decision with a word for it: Decision: We meet on Mondays."
      )
    }
  return Diagnostic(
    .warning, "heading-not-read", at: place,
    "what stands below '\(section.title.quotedInput)' is not gathered as \(kinds)",
    hints: ["write: \(marks) \(name)", other])
}

private func tableNotRead(isOnActions: Bool, at place: SourceLocation) -> Diagnostic {
  let (kind, line) =
    isOnActions
    ? ("actions", "- [ ] @name what is to be done, due 2026-03-01")
    : ("decisions", "- what was decided")
  return Diagnostic(
    .warning, "table-not-read", at: place, "a table is not gathered as \(kind): a list is",
    hints: ["write a line for each row: \(line)"])
}
